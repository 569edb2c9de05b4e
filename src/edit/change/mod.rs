//! Changes as people make them, each worked out from a snapshot and refused where it would break the briefing.

mod become_merged;
mod conflict;
mod create;
mod decide;
mod delete;
mod duplicate;
mod evidence;
mod field;
mod fresh_ids;
mod from_words;
mod insert_all;
mod merge_actors;
mod reorder;
mod repair;
mod several;
mod template;
mod waive;

use super::step::Edit;
use crate::model::{AnyRecord, Key};

pub use become_merged::become_merged;
pub use conflict::{
    cite_of_field, disputed_field, is_disputable, open_conflict, record_conflict, resolve_conflict, side_value,
};
pub use create::{insert, with_new};
pub use decide::{COMMENT, DELETED, Decision, POSITION, WHOLE_RECORD, decide, decisions};
pub use delete::{Citing, citing, delete};
pub use duplicate::duplicate;
pub use evidence::set_bearing;
pub use field::{set_field, set_field_of_all, set_field_of_new, set_header_field};
pub use fresh_ids::{FreshIds, fresh_id, id_from};
pub use from_words::{cite_of_words, from_words};
pub use insert_all::insert_all;
pub use merge_actors::{merge_actors, merged_actor};
pub use reorder::{reorder, reorder_before};
pub use repair::{repair, repair_all};
pub use several::set_fields;
pub use template::{Surroundings, template};
pub use waive::waive;

/// A change that may be made: its edits, and what to call it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What it does, as a person says it.
    pub label: String,
    /// Its edits, in order.
    pub(super) edits: Vec<Edit>,
    /// The record to look at, and its field.
    pub focus: Option<(Key, &'static str)>,
}

impl Change {
    /// Whether it would change nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The same change under another name.
    #[must_use]
    pub fn called(self, label: String) -> Self {
        Self { label, ..self }
    }

    /// Two changes as one step, called as the first.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.edits.extend(other.edits);
        self
    }
}

/// Why a change is not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The record is not there any more.
    #[error("this record is no longer there")]
    Gone,
    /// The record has no such field.
    #[error("a {kind} has no field `{field}`; it has {known}")]
    NoField {
        /// The word for the kind.
        kind: &'static str,
        /// The field asked for.
        field: String,
        /// The fields there are.
        known: String,
    },
    /// The value does not fit.
    #[error("{0}")]
    BadValue(String),
    /// Another record has the id.
    #[error("the id `{0}` is that of another record; choose another")]
    IdTaken(String),
    /// The id is none.
    #[error("`{0}` is no id: a small letter first, then small letters, digits and hyphens")]
    BadId(String),
    /// The value names a record that is not there.
    #[error("there is no record `{0}`; create it first")]
    NoRecord(String),
    /// Only actors can become one.
    #[error("only two actors can be merged")]
    NotActors,
}

/// The replacement of a record, where it is another.
fn replacement(key: Key, before: &AnyRecord, after: AnyRecord) -> Option<Edit> {
    (*before != after).then_some(Edit::Replace { key, record: after })
}
