//! The texts that a field holds, and which of them are a source's own words.

use super::fields::{Field, Shape};
use crate::model::Node;

/// A text of a field.
#[derive(Debug)]
pub(super) struct FieldText<'a> {
    /// Which it is of those of the field, counted from 0.
    pub(super) number: usize,
    /// The words.
    pub(super) words: &'a str,
    /// What it is called, where it holds words as a source has them, letter for letter.
    pub(super) verbatim: Option<String>,
}

/// Whether a field can hold texts, be they deep in it. Ids, references and dates in EDTF are none.
pub(super) fn has_texts(field: &Field) -> bool {
    match field.shape {
        Shape::Line | Shape::Prose | Shape::Lines | Shape::Paragraphs | Shape::Content => is_prose(field.name),
        Shape::Date | Shape::Cite | Shape::Cites => true,
        Shape::Parts(parts) | Shape::PartsList(parts) => parts.iter().any(has_texts),
        _ => false,
    }
}

/// Whether a field of a struct holds words: the tag of a language, the name of a rule or a field does not.
fn is_prose(name: &str) -> bool {
    !matches!(name, "lang" | "rule" | "field" | "base" | "theirs")
}

/// Looks at each text of a field.
pub(super) fn each_text(field: &Field, value: &Node, each: &mut dyn FnMut(FieldText)) {
    let _ = with_texts(field, value, &mut |text| {
        each(text);
        None
    });
}

/// A field's value with another text wherever one is given.
pub(super) fn with_texts(field: &Field, value: &Node, put: &mut dyn FnMut(FieldText) -> Option<String>) -> Node {
    Texts { number: 0, put }.within(field, value, None)
}

struct Texts<'a> {
    number: usize,
    put: &'a mut dyn FnMut(FieldText) -> Option<String>,
}

impl Texts<'_> {
    /// The value of a field, or of a part of one, with other texts. `verbatim` is told of the words of a source.
    fn within(&mut self, field: &Field, value: &Node, verbatim: Option<&str>) -> Node {
        let label = field.label.to_lowercase();
        match (field.shape, value) {
            (Shape::Line | Shape::Prose | Shape::Lines, _) if is_prose(field.name) => self.all(value, verbatim),
            (Shape::Paragraphs, Node::List(items)) => {
                let paragraph = |(number, item)| self.all(item, Some(&format!("{label}, paragraph {number}")));
                Node::List(items.iter().enumerate().map(paragraph).collect())
            }
            (Shape::Content, Node::List(items)) => {
                let run = |item: &Node| {
                    let is_said = matches!(item, Node::Wrapped(word, _) if word == "Said");
                    self.all(item, is_said.then_some("words said"))
                };
                Node::List(items.iter().map(run).collect())
            }
            (Shape::Date, Node::Struct(_)) => self.parts(value, &[("said", "words for the date")]),
            (Shape::Cite, Node::Struct(_)) => self.parts(value, CITED),
            (Shape::Cites, Node::List(items)) => Node::List(items.iter().map(|item| self.parts(item, CITED)).collect()),
            (Shape::Parts(fields), Node::Struct(_)) => self.named(field, fields, value),
            (Shape::PartsList(fields), Node::List(items)) => {
                Node::List(items.iter().map(|item| self.named(field, fields, item)).collect())
            }
            _ => value.clone(),
        }
    }

    /// A struct whose fields have labels.
    fn named(&mut self, whole: &Field, fields: &[Field], value: &Node) -> Node {
        let Node::Struct(parts) = value else { return value.clone() };
        let para = parts.iter().find_map(|(name, value)| match value {
            Node::Integer(para) if name == "para" => Some(*para),
            _ => None,
        });
        let verbatim = match whole.name {
            "excerpts" => Some(para.map_or_else(
                || whole.label.to_lowercase(),
                |para| format!("{}, paragraph {para}", whole.label.to_lowercase()),
            )),
            "original" => Some("words in the original".to_owned()),
            _ => None,
        };
        let part = |(name, value): &(std::borrow::Cow<'static, str>, Node)| {
            let value = match fields.iter().find(|field| field.name == name) {
                Some(field) => self.within(field, value, verbatim.as_deref().filter(|_| name == "text")),
                None => value.clone(),
            };
            (name.clone(), value)
        };
        Node::Struct(parts.iter().map(part).collect())
    }

    /// A struct of which these fields hold words of a source.
    fn parts(&mut self, value: &Node, verbatim: &[(&str, &str)]) -> Node {
        let Node::Struct(parts) = value else { return value.clone() };
        let part = |(name, value): &(std::borrow::Cow<'static, str>, Node)| {
            let what = verbatim.iter().find(|(field, _)| field == name).map(|(_, what)| *what);
            let value = if what.is_some() { self.all(value, what) } else { value.clone() };
            (name.clone(), value)
        };
        Node::Struct(parts.iter().map(part).collect())
    }

    /// All texts of a value.
    fn all(&mut self, value: &Node, verbatim: Option<&str>) -> Node {
        match value {
            Node::Text(words) => {
                let number = self.number;
                self.number += 1;
                let text = FieldText { number, words, verbatim: verbatim.map(str::to_owned) };
                (self.put)(text).map_or_else(|| value.clone(), Node::Text)
            }
            Node::List(items) => Node::List(items.iter().map(|item| self.all(item, verbatim)).collect()),
            Node::Wrapped(word, inner) => Node::Wrapped(word.clone(), Box::new(self.all(inner, verbatim))),
            other => other.clone(),
        }
    }
}

/// The fields of a cite that hold words of its source.
const CITED: &[(&str, &str)] = &[("exact", "exact words"), ("prefix", "words before"), ("suffix", "words after")];
