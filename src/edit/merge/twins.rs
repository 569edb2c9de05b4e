//! Records of one id that may be two: both sides added one, or a side put another into the place of the old one.

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

/// The fields by which a reader tells records of a kind from one another.
pub(super) fn telling_fields(kind: RecordKind) -> &'static [&'static str] {
    match kind {
        RecordKind::Visit => &["place", "when"],
        RecordKind::Actor => &["name", "qid"],
        RecordKind::Source => &["publisher", "title", "url", "published"],
        RecordKind::Role => &["person", "org", "title"],
        RecordKind::Statement => &["speaker", "content", "said_on"],
        RecordKind::Relation => &["kind", "between", "scope", "valid"],
        RecordKind::Judgement | RecordKind::Conflict => &[],
    }
}

/// Whether a record may have been deleted and another put in under its id: two or more fields tell the records of its
/// kind apart, and it has each of them otherwise.
pub(super) fn may_be_another(was: &AnyRecord, is: &AnyRecord) -> bool {
    let both = telling_fields(was.kind()).iter().filter_map(|name| was.field_node(name).zip(is.field_node(name)));
    let both: Vec<_> = both.collect();
    both.len() > 1 && both.iter().all(|(was, is)| was != is)
}

/// Whether two lists have something in common, and so are two tellings of one list.
fn overlap(own: &Node, their: &Node) -> bool {
    matches!((own, their), (Node::List(own), Node::List(their)) if own.iter().any(|item| their.contains(item)))
}

/// Whether two records of one kind and id are two: where more than one thing that both say differs, or at least as much
/// of it as agrees.
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
        } else if !overlap(&mine, &theirs) {
            differ += 1;
        }
    }
    differ > 1 || (differ > 0 && differ >= agree)
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
    fn a_record_may_be_another_where_all_that_tells_it_differs() {
        let may = |is: &str| {
            let visit = r#"(id: "v", visitors: ["a"], to: "RS", when: "2024-05-01", place: "Mill")"#;
            let read = |text: &str| store::read_record(RecordKind::Visit, text).unwrap();
            may_be_another(&read(visit), &read(is))
        };
        assert!(may(r#"(id: "v", visitors: ["a"], to: "RS", when: "2024-09-09", place: "Quay")"#));
        assert!(!may(r#"(id: "v", visitors: ["a"], to: "RS", when: "2024-05-01", place: "Quay")"#));
        assert!(!may(r#"(id: "v", visitors: ["b"], to: "CN", when: "2024-09-09")"#), "one field is an edit");
    }

    #[test]
    fn the_same_person_is_one_and_two_visits_of_a_day_are_two() {
        let actor = r#"(id: "a", kind: Person, name: "A")"#;
        assert!(!are(RecordKind::Actor, actor, r#"(id: "a", kind: Person, name: "A", country: "RS")"#));
        assert!(are(RecordKind::Actor, actor, r#"(id: "a", kind: Body, name: "A of B")"#));
        let visit = r#"(id: "v", visitors: ["a"], to: "RS", when: "2024-05-01", place: "Mill")"#;
        assert!(!are(RecordKind::Visit, visit, &visit.replace("Mill", "Quay")), "one that is told differently");
        assert!(are(RecordKind::Visit, visit, &visit.replace("Mill", "Quay").replace("05", "06")));
        let long = visit.replace(')', ", level: Minister, kind: Working, topics: [\"x\"])");
        assert!(
            are(RecordKind::Visit, &long, &long.replace("Mill", "Quay").replace("05", "06")),
            "however much agrees"
        );
        let said = r#"(id: "s", speaker: "a", medium: Interview, said_on: "2024", content: [Said("x")])"#;
        assert!(are(RecordKind::Statement, said, &said.replace("\"x\"", "\"y\"")));
        assert!(!are(RecordKind::Statement, said, said));
    }
}
