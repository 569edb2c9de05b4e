//! What a control has to know beside the value that it edits.

use crate::index::Reader;
use crate::model::Key;

/// What a control has to know beside the value that it edits.
#[derive(Clone, Copy)]
pub(in crate::ui) struct FieldContext<'a> {
    /// For asking about names and dates of other records.
    pub(in crate::ui) reader: &'a Reader<'a>,
    /// The record whose field it is; a date is not counted from itself.
    pub(in crate::ui) record: Option<Key>,
}
