//! A value within the fields of a record, by the path that a finding gives: `sides[0].cite.credibility`.

use std::borrow::Cow;

use crate::edit::value::Fields;
use crate::model::Node;

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// An item of a list, counted from 0.
    Item(usize),
    /// A field.
    Field(String),
}

/// The steps of a path.
pub(super) fn parts(path: &str) -> Vec<Part> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    let part = |part: &str| match part.strip_suffix(']').and_then(|number| number.parse().ok()) {
        Some(number) => Part::Item(number),
        None => Part::Field(part.to_owned()),
    };
    parts.map(part).collect()
}

/// Puts a value where a path leads, or takes away what stands there; `None` where it leads nowhere.
pub(super) fn put(fields: &mut Fields, path: &str, value: Option<Node>) -> Option<()> {
    let parts = parts(path);
    let (last, before) = parts.split_last()?;
    if before.is_empty() {
        let Part::Field(name) = last else { return None };
        put_field(fields, name, value);
        return Some(());
    }
    put_in(holder(fields, before)?, last, value)?;
    drop_empty(fields, before);
    Some(())
}

/// Gives a field within the fields another name; `None` where it is not there, or the name is taken.
pub(super) fn rename(fields: &mut Fields, path: &str, to: &'static str) -> Option<()> {
    let parts = parts(path);
    let (Part::Field(name), before) = parts.split_last()? else { return None };
    let siblings = match before {
        [] => fields,
        before => match holder(fields, before)? {
            Node::Struct(fields) | Node::Variant(_, fields) => fields,
            _ => return None,
        },
    };
    if siblings.iter().any(|(known, _)| known == to) {
        return None;
    }
    siblings.iter_mut().find(|(known, _)| known == name)?.0 = Cow::Borrowed(to);
    Some(())
}

/// The value that a path leads to.
fn holder<'a>(fields: &'a mut Fields, parts: &[Part]) -> Option<&'a mut Node> {
    let (Part::Field(first), rest) = parts.split_first()? else { return None };
    let mut node = &mut fields.iter_mut().find(|(name, _)| name == first)?.1;
    for part in rest {
        node = match (node, part) {
            (Node::List(items), Part::Item(number)) => items.get_mut(*number)?,
            (Node::Struct(fields) | Node::Variant(_, fields), Part::Field(name)) => {
                &mut fields.iter_mut().find(|(known, _)| known == name)?.1
            }
            _ => return None,
        };
    }
    Some(node)
}

fn put_in(node: &mut Node, part: &Part, value: Option<Node>) -> Option<()> {
    match (node, part) {
        (Node::List(items), Part::Item(number)) => match value {
            Some(value) => *items.get_mut(*number)? = value,
            None if *number < items.len() => _ = items.remove(*number),
            None => return None,
        },
        (Node::Struct(fields) | Node::Variant(_, fields), Part::Field(name)) => put_field(fields, name, value),
        _ => return None,
    }
    Some(())
}

fn put_field(fields: &mut Fields, name: &str, value: Option<Node>) {
    let place = fields.iter().position(|(known, _)| known == name);
    match (place, value) {
        (Some(place), Some(value)) => {
            if let Some((_, node)) = fields.get_mut(place) {
                *node = value;
            }
        }
        (Some(place), None) => _ = fields.remove(place),
        (None, Some(value)) => fields.push((Cow::Owned(name.to_owned()), value)),
        (None, None) => {}
    }
}

/// A list of which nothing is left goes with its last item.
fn drop_empty(fields: &mut Fields, parts: &[Part]) {
    if let [Part::Field(name)] = parts {
        fields.retain(|(known, node)| known != name || !matches!(node, Node::List(items) if items.is_empty()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ron_text::inline;

    fn text(text: &str) -> Node {
        Node::Text(text.to_owned())
    }

    #[test]
    fn values_are_put_and_taken_away_by_their_path() {
        let cite = Node::Struct(vec![("source".into(), text("s")), ("credibility".into(), Node::Integer(9))]);
        let mut fields: Fields = vec![("id".into(), text("a")), ("cites".into(), Node::List(vec![text("x"), cite]))];
        assert_eq!(put(&mut fields, "cites[1].credibility", None), Some(()));
        assert_eq!(put(&mut fields, "cites[0]", Some(text("y"))), Some(()));
        assert_eq!(put(&mut fields, "note", Some(text("n"))), Some(()));
        assert_eq!(put(&mut fields, "cites[7]", None), None);
        assert_eq!(rename(&mut fields, "note", "id"), None, "there is one of that name");
        assert_eq!(rename(&mut fields, "note", "review"), Some(()));
        let whole = inline(&Node::Struct(fields.clone()));
        assert_eq!(whole, r#"(id: "a", cites: ["y", (source: "s")], review: "n")"#);
        put(&mut fields, "cites[0]", None);
        put(&mut fields, "cites[0]", None);
        assert_eq!(inline(&Node::Struct(fields)), r#"(id: "a", review: "n")"#);
    }
}
