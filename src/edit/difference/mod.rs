//! What changed between two briefings, by record and field. Records of two files meet by id.

mod order;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use crate::model::{AnyRecord, Briefing, Id, Key, Node, NodeFields as _, RecordKind};

pub(super) use order::moved;

/// Whose change it is: a record's, or the briefing's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// The header.
    Briefing,
    /// A record: its kind and its id.
    Record(RecordKind, Id),
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The record is new.
    Added(AnyRecord),
    /// The record is gone.
    Removed(AnyRecord),
    /// The record stands elsewhere in its list.
    Moved {
        /// The record that it stood behind; `None` where it was the first.
        old: Option<Id>,
        /// The record that it stands behind now.
        new: Option<Id>,
    },
    /// A field has another value; `None` where it is absent.
    Field {
        /// The field.
        name: String,
        /// Its value before.
        old: Option<Node>,
        /// Its value now.
        new: Option<Node>,
    },
}

/// One change, and whose.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Whose.
    pub whose: Whose,
    /// What.
    pub what: What,
}

/// A record as it is met in another file: its id, and which it is of those that share the id.
pub(super) type Name = (Id, usize);

/// The records of a kind by the names under which they are met, and the names in the order of the file.
pub(super) fn by_name(briefing: &Briefing, kind: RecordKind) -> (BTreeMap<Name, (Key, AnyRecord)>, Vec<Name>) {
    let mut seen: BTreeMap<Id, usize> = BTreeMap::new();
    let mut records = BTreeMap::new();
    let mut order = Vec::new();
    for (key, record) in briefing.records(kind) {
        let nth = seen.entry(record.id().clone()).or_default();
        let name = (record.id().clone(), *nth);
        *nth += 1;
        order.push(name.clone());
        records.insert(name, (key, record));
    }
    (records, order)
}

/// The fields of two records, or headers, that differ: name, old value, new value.
pub(super) fn changed_fields(
    old: &[(Cow<'static, str>, Node)],
    new: &[(Cow<'static, str>, Node)],
) -> Vec<(String, Option<Node>, Option<Node>)> {
    // The first of a name, as it is the only one that the model takes.
    let by_name = |fields: &'_ [(Cow<'static, str>, Node)]| -> HashMap<String, usize> {
        fields.iter().enumerate().rev().map(|(place, (name, _))| (name.to_string(), place)).collect()
    };
    let places = [by_name(old), by_name(new)];
    let of = |fields: &[(Cow<'static, str>, Node)], places: &HashMap<String, usize>, name: &str| {
        places.get(name).and_then(|place| fields.get(*place)).map(|(_, value)| value.clone())
    };
    let added = new.iter().filter(|(name, _)| !places[0].contains_key(&**name));
    let names = old.iter().chain(added).map(|(name, _)| name.to_string());
    names
        .map(|name| (of(old, &places[0], &name), of(new, &places[1], &name), name))
        .filter(|(was, is, _)| was != is)
        .map(|(was, is, name)| (name, was, is))
        .collect()
}

/// The record before another in its list.
fn behind(order: &[Name], name: &Name) -> Option<Id> {
    let place = order.iter().position(|other| other == name)?;
    place.checked_sub(1).and_then(|before| order.get(before)).map(|(id, _)| id.clone())
}

/// What changed from one briefing to another: the header first, then list by list in the order of the file.
#[must_use]
pub fn difference(old: &Briefing, new: &Briefing) -> Vec<Difference> {
    let field = |whose: &Whose, (name, old, new): (String, Option<Node>, Option<Node>)| Difference {
        whose: whose.clone(),
        what: What::Field { name, old, new },
    };
    let header = changed_fields(&old.header.field_nodes(), &new.header.field_nodes());
    let mut found: Vec<Difference> = header.into_iter().map(|change| field(&Whose::Briefing, change)).collect();
    for &kind in RecordKind::ALL {
        let ((before, order), (after, new_order)) = (by_name(old, kind), by_name(new, kind));
        for name in &order {
            let whose = Whose::Record(kind, name.0.clone());
            match (before.get(name), after.get(name)) {
                (Some((_, was)), Some((_, is))) if was != is => {
                    let fields = changed_fields(&was.field_nodes(), &is.field_nodes());
                    found.extend(fields.into_iter().map(|change| field(&whose, change)));
                }
                (Some((_, was)), None) => found.push(Difference { whose, what: What::Removed(was.clone()) }),
                _ => {}
            }
        }
        found.extend(moved(&order, &new_order).into_iter().map(|name| Difference {
            what: What::Moved { old: behind(&order, &name), new: behind(&new_order, &name) },
            whose: Whose::Record(kind, name.0),
        }));
        for name in new_order.iter().filter(|name| !before.contains_key(*name)) {
            if let Some((_, is)) = after.get(name) {
                let whose = Whose::Record(kind, name.0.clone());
                found.push(Difference { whose, what: What::Added(is.clone()) });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    fn read(text: &str) -> Briefing {
        store::load(text.to_owned()).map(|loaded| loaded.briefing).map_err(|(error, _)| error).unwrap()
    }

    #[test]
    fn each_change_is_told_once() {
        let old = read(
            r#"(title: "A", actors: [(id: "a", name: "A"), (id: "b", name: "B"), (id: "c", name: "C"), (name: "no id")])"#,
        );
        let new = read(
            r#"(title: "B", actors: [(id: "c", name: "C"), (id: "a", name: "Ä"), (id: "d", name: "D"), (name: "none")])"#,
        );
        let told: Vec<String> = difference(&old, &new)
            .iter()
            .map(|change| match (&change.whose, &change.what) {
                (Whose::Briefing, What::Field { name, .. }) => format!("briefing {name}"),
                (Whose::Record(_, id), What::Field { name, .. }) => format!("{id} {name}"),
                (Whose::Record(_, id), What::Added(_)) => format!("+ {id}"),
                (Whose::Record(_, id), What::Removed(_)) => format!("- {id}"),
                (Whose::Record(_, id), What::Moved { old, new }) => format!("{id} from {old:?} to {new:?}"),
                (Whose::Briefing, _) => "?".to_owned(),
            })
            .collect();
        // Records without an id meet by position.
        assert_eq!(told, ["briefing title", "a name", "- b", " name", "c from Some(\"b\") to None", "+ d"]);
        assert_eq!(difference(&new, &new), []);
    }
}
