//! Sources that disagree, as a box: the question, what each side says, what is known of it.

use super::block::ConflictBox;
use super::{Prose, Target, Tone};
use crate::index::Reader;
use crate::model::{Conflict, Key};
use crate::present::conflict_question::question;
use crate::present::{side_words, visible};

/// A conflict as a box.
#[must_use]
pub fn conflict_box(reader: &Reader, key: Key, conflict: &Conflict) -> ConflictBox {
    let sides = conflict.sides.iter().zip(side_words(reader, conflict)).map(|(side, value)| {
        let target = side.record.as_ref().and_then(|id| reader.index.key_of(id)).map(Target::Record);
        let exact = side.cite.as_ref().map(|cite| cite.long.exact.as_str()).unwrap_or_default();
        let words = if exact.is_empty() {
            Prose::new().link(Tone::Strong, &value, target)
        } else {
            Prose::new().link(Tone::Said, &super::prose::quoted(exact), target)
        };
        let cite = side.cite.as_ref().map(|cite| Prose::new().cite(reader, cite, cite.para().is_some()));
        (words, cite.unwrap_or_default())
    });
    ConflictBox {
        key,
        title: visible(&question(reader, conflict)).into_owned(),
        is_open: conflict.is_open(),
        sides: sides.collect(),
        reason: visible(&conflict.reason).into_owned(),
    }
}
