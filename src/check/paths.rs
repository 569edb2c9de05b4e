//! Where in a record a value stands: `visitors[0]`, `cites[1].source`, `when.basis.to`.

use std::collections::{HashMap, VecDeque};

use crate::model::{AnyRecord, Cite, Id, Node, Reference};

/// Fields that hold prose or dates, so that no id is looked for in them.
const NO_IDS: &[&str] = &[
    "value",
    "exact",
    "prefix",
    "suffix",
    "said",
    "edtf",
    "inquiry",
    "offset",
    "slack",
    "span",
    "text",
    "lang",
    "translator",
];
/// Variants that hold prose.
const PROSE: &[&str] = &["Analyst", "Said", "Para"];

/// The references of a record that are wanted, each with its path.
pub(super) fn references_with_paths(
    record: &AnyRecord,
    is_wanted: impl Fn(&Reference) -> bool,
) -> Vec<(Reference<'_>, String)> {
    let references = record.references();
    if !references.iter().any(&is_wanted) {
        // Most records have nothing to report, and need no paths.
        return Vec::new();
    }
    let mut paths: HashMap<(&str, Id), VecDeque<String>> = HashMap::new();
    let mut fields: Vec<&'static str> = references.iter().map(|reference| reference.field).collect();
    fields.dedup();
    for field in fields {
        let Some(node) = record.field_node(field) else { continue };
        walk(&node, field, &mut |node, path| {
            let Node::Text(text) = node else { return };
            let whole = Id::from(text.as_str());
            let cited = Cite::parse_short(text).source().clone();
            if cited != whole {
                paths.entry((field, cited)).or_default().push_back(path.to_owned());
            }
            paths.entry((field, whole)).or_default().push_back(path.to_owned());
        });
    }
    let mut found = Vec::new();
    for reference in references {
        let path = paths.get_mut(&(reference.field, reference.target.clone())).and_then(VecDeque::pop_front);
        if is_wanted(&reference) {
            found.push((reference, path.unwrap_or_else(|| reference.field.to_owned())));
        }
    }
    found
}

/// Visits every value below a node that may hold ids, with its path.
fn walk(node: &Node, path: &str, visit: &mut dyn FnMut(&Node, &str)) {
    visit(node, path);
    match node {
        Node::List(items) => {
            for (number, item) in items.iter().enumerate() {
                walk(item, &format!("{path}[{number}]"), visit);
            }
        }
        Node::Struct(fields) | Node::Variant(_, fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !NO_IDS.contains(&name.as_ref())) {
                walk(value, &format!("{path}.{name}"), visit);
            }
        }
        Node::Wrapped(word, inner) if !PROSE.contains(&word.as_ref()) => walk(inner, path, visit),
        _ => {}
    }
}

/// Visits every value of a record's or the header's fields, prose too, with its path.
pub(super) fn walk_all(node: &Node, path: &str, visit: &mut dyn FnMut(&Node, &str)) {
    visit(node, path);
    match node {
        Node::List(items) => {
            for (number, item) in items.iter().enumerate() {
                walk_all(item, &format!("{path}[{number}]"), visit);
            }
        }
        Node::Struct(fields) | Node::Variant(_, fields) => {
            for (name, value) in fields {
                walk_all(value, &format!("{path}.{name}"), visit);
            }
        }
        Node::Wrapped(_, inner) => walk_all(inner, path, visit),
        _ => {}
    }
}
