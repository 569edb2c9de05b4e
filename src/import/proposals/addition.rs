//! What is added to a record that is there already, instead of a double.

use std::borrow::Cow;

use crate::edit::{Fields, record_of};
use crate::model::{AnyRecord, Node};

/// Fields of which what is new is added to what is there.
const GROWING: &[&str] = &["visitors", "hosts", "met", "audience", "cites"];
/// Fields that stay as they are, and are not filled where they are empty.
const OWN: &[&str] = &["id", "content", "no_response", "via", "our_reading", "note", "aliases", "name"];

/// The record that is there, with what a proposal adds: further people and cites, and what it says of fields that say
/// nothing yet. Nothing that is there is changed.
#[must_use]
pub fn added_to(there: &AnyRecord, own: &AnyRecord) -> AnyRecord {
    grown(there, own)
}

/// Two proposals as one: the words of both, behind each other.
#[must_use]
pub(super) fn joined(first: &AnyRecord, second: &AnyRecord) -> AnyRecord {
    let both = grown(first, second);
    let content = |record: &AnyRecord| Node::items_of(record.field_node("content").as_ref());
    let runs: Vec<Node> = content(first).into_iter().chain(content(second)).collect();
    match Node::list_of(runs) {
        Some(runs) => {
            let mut fields = both.field_nodes();
            set(&mut fields, "content", runs);
            record_of(both.kind(), fields).unwrap_or(both)
        }
        None => both,
    }
}

fn grown(there: &AnyRecord, own: &AnyRecord) -> AnyRecord {
    let mut fields = there.field_nodes();
    let mut filled: Vec<Cow<'static, str>> = Vec::new();
    for (name, value) in own.field_nodes() {
        let known = there.field_node(&name);
        if GROWING.contains(&&*name) {
            let mut items = Node::items_of(known.as_ref());
            let new: Vec<Node> =
                Node::items_of(Some(&value)).into_iter().filter(|item| !items.contains(item)).collect();
            if !new.is_empty() {
                items.extend(new);
                set(&mut fields, &name, Node::List(items));
            }
        } else if known.is_none() && !OWN.contains(&&*name) {
            set(&mut fields, &name, value);
            filled.push(name);
        }
    }
    // What the words do not say of a field that is filled is our reading there too.
    let read: Vec<Node> = own
        .our_reading()
        .iter()
        .filter(|field| filled.iter().any(|name| name == *field) && !there.our_reading().contains(field))
        .map(|field| Node::Text(field.clone()))
        .collect();
    if !read.is_empty() {
        let mut all = Node::items_of(there.field_node("our_reading").as_ref());
        all.extend(read);
        set(&mut fields, "our_reading", Node::List(all));
    }
    record_of(there.kind(), fields).unwrap_or_else(|_| there.clone())
}

/// Puts a value in the place of the field, or behind the others.
fn set(fields: &mut Fields, name: &str, value: Node) {
    match fields.iter_mut().find(|(field, _)| field == name) {
        Some((_, old)) => *old = value,
        None => fields.push((Cow::Owned(name.to_owned()), value)),
    }
}
