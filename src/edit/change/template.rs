//! What a new record begins with: what follows from the record that was selected.

use super::Refusal;
use crate::edit::value::{Fields, record_of};
use crate::index::Reader;
use crate::model::{AnyRecord, Key, Node, RecordKind};

/// A new record of a kind, without an id. Where a record is selected, the new one names it in the field in which
/// such a record is mostly named; a source becomes the cite, and what the selected record cites is cited again.
///
/// # Errors
/// Where no record of the kind can be made of it.
pub fn template(reader: &Reader, kind: RecordKind, selected: Option<Key>) -> Result<AnyRecord, Refusal> {
    let mut fields = Fields::new();
    let mut set = |name: &'static str, value: Option<Node>| fields.extend(value.map(|value| (name.into(), value)));
    if let Some(record) = selected.and_then(|key| reader.record(key)).filter(|record| !record.id().is_empty()) {
        let id = || Some(Node::Text(record.id().to_string()));
        let list = || id().map(|id| Node::List(vec![id]));
        match (kind, record.kind()) {
            (RecordKind::Visit, RecordKind::Actor) => set("visitors", list()),
            (RecordKind::Visit, RecordKind::Visit) => {
                for name in ["to", "from", "channels", "level"] {
                    set(name, record.field_node(name));
                }
            }
            (RecordKind::Statement, RecordKind::Actor) => set("speaker", id()),
            (RecordKind::Statement, RecordKind::Visit) => set("event", id()),
            (RecordKind::Statement, RecordKind::Statement) => {
                for name in ["speaker", "medium", "said_on", "event", "via"] {
                    set(name, record.field_node(name));
                }
            }
            (RecordKind::Role, RecordKind::Actor) => set("person", id()),
            (RecordKind::Relation, RecordKind::Actor) => set("between", list()),
            (RecordKind::Relation, RecordKind::Statement) => set("asserted_by", id()),
            (RecordKind::Judgement, RecordKind::Visit | RecordKind::Statement | RecordKind::Relation) => {
                set("supports", list());
            }
            (RecordKind::Actor, RecordKind::Actor) => set("country", record.field_node("country")),
            (RecordKind::Conflict, RecordKind::Source) | (RecordKind::Source, _) => {}
            (RecordKind::Conflict, other) => {
                set("about", id());
                set("field", (other == RecordKind::Visit).then(|| Node::Text("when".to_owned())));
            }
            _ => {}
        }
        match record.kind() {
            RecordKind::Source if kind != RecordKind::Source => set("cites", list()),
            RecordKind::Source => {}
            _ if kind != RecordKind::Source => set("cites", record.field_node("cites")),
            _ => {}
        }
    }
    if kind == RecordKind::Actor {
        set("kind", Some(Node::Word("Person".into())));
    }
    record_of(kind, fields).map_err(Refusal::BadValue)
}
