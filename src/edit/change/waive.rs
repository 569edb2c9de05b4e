//! Waiving a rule for a record, or for records that a finding is about together.

use super::plan::Change;
use super::refusal::Refusal;
use super::set_header_field;
use crate::index::Reader;
use crate::model::{Key, Node, NodeFields as _};

/// Adds a waiver of a rule for a record, or for just these together, with the reason, to the header.
///
/// # Errors
/// Where a record is gone.
pub fn waive(reader: &Reader, rule: &str, keys: &[Key], reason: &str) -> Result<Change, Refusal> {
    let records = keys.iter().map(|key| reader.record(*key).ok_or(Refusal::Gone)).collect::<Result<Vec<_>, _>>()?;
    let first = records.first().ok_or(Refusal::Gone)?;
    let mut waivers = Node::items_of(reader.briefing.header.field_node("waivers").as_ref());
    let text = |value: &str| Node::Text(value.to_owned());
    let ids = Node::List(records.iter().map(|record| text(record.id().as_str())).collect());
    let parts = vec![("rule".into(), text(rule)), ("records".into(), ids), ("reason".into(), text(reason))];
    waivers.push(Node::Struct(parts));
    let change = set_header_field(reader, "waivers", Some(Node::List(waivers)))?;
    Ok(change.called(format!("Waive {rule} for {}", reader.title(first))))
}
