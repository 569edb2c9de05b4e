//! Records that both sides added under one id: one record, or two that were given the same name.

use crate::model::{AnyRecord, Node, RecordKind};

/// The field that makes a record of a kind another, whatever else agrees: what was said, what is concluded, where it is
/// read.
fn own_field(kind: RecordKind) -> Option<&'static str> {
    match kind {
        RecordKind::Statement => Some("content"),
        RecordKind::Judgement => Some("text"),
        RecordKind::Source => Some("url"),
        RecordKind::Role => Some("title"),
        RecordKind::Actor | RecordKind::Visit | RecordKind::Relation | RecordKind::Conflict => None,
    }
}

/// Whether two records of one kind and id are two: where at least as much of what both say differs as agrees.
pub(super) fn are_two(own: &AnyRecord, their: &AnyRecord) -> bool {
    let value =
        |record: &AnyRecord, name: &str| record.field_node(name).filter(|value| !matches!(value, Node::Bool(_)));
    let (mut agree, mut differ) = (0, 0);
    for name in own.field_names().iter().filter(|name| **name != "id") {
        let (Some(mine), Some(theirs)) = (value(own, name), value(their, name)) else { continue };
        if mine == theirs {
            agree += 1;
        } else if own_field(own.kind()) == Some(name) {
            return true;
        } else {
            differ += 1;
        }
    }
    differ > 0 && differ >= agree
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    fn are(kind: RecordKind, own: &str, their: &str) -> bool {
        let read = |text: &str| store::read_record(kind, text).unwrap();
        are_two(&read(own), &read(their))
    }

    #[test]
    fn the_same_person_is_one_and_two_visits_of_a_day_are_two() {
        let actor = r#"(id: "a", kind: Person, name: "A")"#;
        assert!(!are(RecordKind::Actor, actor, r#"(id: "a", kind: Person, name: "A", country: "RS")"#));
        assert!(are(RecordKind::Actor, actor, r#"(id: "a", kind: Body, name: "A of B")"#));
        let visit = r#"(id: "v", visitors: ["a"], to: "RS", when: "2024-05-01", place: "Mill")"#;
        assert!(!are(RecordKind::Visit, visit, &visit.replace("Mill", "Quay")), "one that is told differently");
        assert!(are(RecordKind::Visit, visit, &visit.replace("Mill", "Quay").replace("05", "06")));
        let said = r#"(id: "s", speaker: "a", medium: Interview, said_on: "2024", content: [Said("x")])"#;
        assert!(are(RecordKind::Statement, said, &said.replace("\"x\"", "\"y\"")));
        assert!(!are(RecordKind::Statement, said, said));
    }
}
