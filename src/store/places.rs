//! Where the records of a briefing stand in a text.

use crate::model::{AnyRecord, Briefing, Key, RecordKind};
use crate::ron_text::Document;
use std::collections::HashMap;
use std::ops::Range;

/// The records of a text in its order, each beside the one of the briefing that should stand there; `None` where their
/// numbers differ.
pub fn places(text: &str, document: &Document, briefing: &Briefing) -> Option<Vec<(Key, Range<usize>, AnyRecord)>> {
    let mut of_kinds: HashMap<RecordKind, _> =
        RecordKind::ALL.iter().map(|kind| (*kind, briefing.records(*kind))).collect();
    let mut places = Vec::with_capacity(document.records.len());
    let kinds: Vec<Option<RecordKind>> =
        document.fields.iter().map(|field| text.get(field.name.range()).and_then(RecordKind::from_list_name)).collect();
    for span in &document.records {
        let Some(kind) = kinds.get(span.list as usize).copied().flatten() else { continue };
        let (key, record) = of_kinds.get_mut(&kind)?.next()?;
        places.push((key, span.span.range(), record));
    }
    of_kinds.values_mut().all(|rest| rest.next().is_none()).then_some(places)
}
