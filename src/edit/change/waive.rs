//! Waiving a rule for a record.

use super::plan::Change;
use super::refusal::Refusal;
use super::set_header_field;
use crate::index::Reader;
use crate::model::{Key, Node, NodeFields as _};

/// Adds a waiver of a rule for a record, with the reason, to the header.
///
/// # Errors
/// Where the record is gone.
pub fn waive(reader: &Reader, rule: &str, key: Key, reason: &str) -> Result<Change, Refusal> {
    let record = reader.record(key).ok_or(Refusal::Gone)?;
    let mut waivers = Node::items_of(reader.briefing.header.field_node("waivers").as_ref());
    let text = |name: &'static str, value: &str| (name.into(), Node::Text(value.to_owned()));
    waivers.push(Node::Struct(vec![text("rule", rule), text("record", record.id().as_str()), text("reason", reason)]));
    let change = set_header_field(reader, "waivers", Some(Node::List(waivers)))?;
    Ok(change.called(format!("Waive {rule} for {}", reader.title(&record))))
}
