//! What an edit took away with the value that it replaced: comments, and fields that Dateline does not know. It is told,
//! since nobody asked for it.

use std::collections::BTreeMap;
use std::path::Path;

use super::outcome::tell;
use crate::model::{Briefing, Key, Node, NodeFields as _, shortened};
use crate::ron_text::{LineIndex, gone_comments};
use crate::store::SavedBase;

/// Says what a text has not any more that stood in or at the value of a record's field, or of one of the header's.
pub(super) fn tell_gone(file: &Path, key: Option<Key>, before: &SavedBase, after: &SavedBase) {
    let lines = LineIndex::new(before.text());
    for (at, comment) in gone_comments(before.text(), after.text()) {
        let (line, column) = lines.line_and_column(before.text(), at);
        let comment = shortened(comment);
        tell(&format!("{}:{line}:{column}: gone with the old value: {comment}", file.display()));
    }
    for (path, value) in unknown_gone(key, before.briefing(), after.briefing()) {
        let value = shortened(&value).into_owned();
        let what = format!("gone with the old value: `{path}: {value}`, which Dateline does not know");
        tell(&format!("{}: {what}", file.display()));
    }
}

/// The fields that the model does not know, and that are there no more, by their paths.
fn unknown_gone(key: Option<Key>, before: &Briefing, after: &Briefing) -> BTreeMap<String, String> {
    let unknown = |briefing: &Briefing| {
        let mut unknown = BTreeMap::new();
        let fields = match key {
            Some(key) => briefing.record(key).map(|record| record.field_nodes()).unwrap_or_default(),
            None => briefing.header.field_nodes(),
        };
        collect("", &Node::Struct(fields), &mut unknown);
        unknown
    };
    let (mut was, is) = (unknown(before), unknown(after));
    // An item that stands at another place now is still there.
    was.retain(|path, value| !is.contains_key(path) && !is.values().any(|other| other == value));
    was
}

fn collect(path: &str, node: &Node, found: &mut BTreeMap<String, String>) {
    match node {
        Node::Raw(raw) => drop(found.insert(path.to_owned(), raw.clone())),
        Node::List(items) => {
            for (number, item) in items.iter().enumerate() {
                collect(&format!("{path}[{number}]"), item, found);
            }
        }
        Node::Struct(fields) | Node::Variant(_, fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
                collect(&path, value, found);
            }
        }
        Node::Wrapped(_, inner) => collect(path, inner, found),
        Node::Bool(_) | Node::Integer(_) | Node::Text(_) | Node::Word(_) => {}
    }
}
