//! What is derived from one revision of a briefing.

use super::links;
use super::search::SearchText;
use crate::model::{Id, Key, RecordKind};
use std::collections::HashMap;

/// What is derived from one revision of a briefing.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) places: HashMap<Key, (RecordKind, usize)>,
    pub(super) by_id: HashMap<Id, Vec<Key>>,
    /// The first country or region of each ISO 3166 code.
    pub(super) of_code: HashMap<String, Key>,
    pub(super) links: links::Links,
    pub(super) visits_by_date: Vec<Key>,
    pub(super) search: SearchText,
}
