//! What a person may do to a briefing, chosen by numbers.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::allow_attributes, clippy::unwrap_used, reason = "a test fails by panicking")]

use dateline::edit::change;
use dateline::index::{Index, Reader};
use dateline::model::{Briefing, Key, Node};

/// One thing that a person may do, with numbers that choose the record and the value.
pub fn change_of(briefing: &Briefing, action: u8, a: usize, b: usize) -> Option<change::Change> {
    let index = Index::build(briefing);
    let reader = Reader::new(briefing, &index);
    let keys: Vec<Key> = briefing.all_records().map(|(key, _)| key).collect();
    let key = *keys.get(a % keys.len().max(1))?;
    let other = *keys.get(b % keys.len())?;
    let record = reader.record(key)?;
    match action % 9 {
        0 => change::set_field(&reader, key, "note", Some(Node::Text(format!("note {b}")))).ok(),
        1 => {
            let fields = record.field_names();
            change::set_field(&reader, key, fields.get(b % fields.len())?, None).ok()
        }
        2 => change::set_field(&reader, key, "id", Some(Node::Text(format!("renamed-{b}")))).ok(),
        3 => change::duplicate(&reader, &[key]).ok().map(|(change, _)| change),
        4 => change::delete(&reader, &[key], change::Citing::Detach).ok(),
        5 => change::delete(&reader, &[key, other], change::Citing::DeleteToo).ok(),
        6 => change::reorder(&reader, key, b % 30).ok(),
        7 => {
            let kind = change::MERGEABLE[a % change::MERGEABLE.len()];
            let keys: Vec<Key> = briefing.records(kind).map(|(key, _)| key).collect();
            let (kept, gone) = (keys.get(a % keys.len().max(1))?, keys.get(b % keys.len())?);
            let choice = change::MergeChoice {
                from_gone: vec!["name".to_owned(), "when".to_owned()],
                keeps_others: true,
                left_out: Vec::new(),
            };
            change::merge_records(&reader, *kept, *gone, &choice).ok()
        }
        _ => change::set_header_field(&reader, "title", Some(Node::Text(format!("title {b}")))).ok(),
    }
}
