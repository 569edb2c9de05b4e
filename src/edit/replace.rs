//! Finding words in texts, and putting others in their place.

use std::borrow::Cow;
use std::ops::Range;

use super::fields::{Field, Shape, fields_of};
use crate::index::Reader;
use crate::model::{Key, Node, RecordKind};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// The letters.
    pub find: String,
    /// Whether capitals and small letters are told apart.
    pub match_case: bool,
    /// Whether it has to be a word of its own.
    pub whole_words: bool,
}

/// A field that holds what is looked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The record.
    pub key: Key,
    /// The field.
    pub field: &'static str,
    /// Whose field it is, and which.
    pub label: String,
    /// The words around the first place.
    pub snippet: String,
    /// In how many places the field holds it.
    pub count: usize,
}

/// How many letters of what stands before and behind a place are shown.
const BEFORE: usize = 24;
const BEHIND: usize = 40;

impl Pattern {
    /// The places in a text, from left to right, none within another.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let wanted: Vec<char> = self.lowered(&self.find).collect();
        let mut places = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty() && !wanted.is_empty()) {
            match self.length_at(rest, &wanted).filter(|length| self.may_stand(text, at..at + length)) {
                Some(length) => {
                    places.push(at..at + length);
                    at += length;
                }
                None => at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        places
    }

    /// The text with other words in these places.
    #[must_use]
    pub fn replaced(&self, text: &str, with: &str) -> String {
        let mut replaced = String::with_capacity(text.len());
        let mut from = 0;
        for place in self.places(text) {
            replaced.push_str(text.get(from..place.start).unwrap_or_default());
            replaced.push_str(with);
            from = place.end;
        }
        replaced.push_str(text.get(from..).unwrap_or_default());
        replaced
    }

    /// A value with other words in all its texts.
    #[must_use]
    pub fn replaced_in(&self, value: &Node, with: &str) -> Node {
        match value {
            Node::Text(text) => Node::Text(self.replaced(text, with)),
            Node::List(items) => Node::List(items.iter().map(|item| self.replaced_in(item, with)).collect()),
            Node::Wrapped(word, inner) => Node::Wrapped(word.clone(), Box::new(self.replaced_in(inner, with))),
            other => other.clone(),
        }
    }

    /// The fields of all records that hold it, at most so many; only those fields that are asked for are looked into.
    #[must_use]
    pub fn hits(&self, reader: &Reader, is_asked: impl Fn(RecordKind, &str) -> bool, most: usize) -> Vec<Hit> {
        let mut hits = Vec::new();
        if self.find.is_empty() {
            return hits;
        }
        for &kind in RecordKind::ALL {
            let fields: Vec<&Field> = text_fields(kind).filter(|field| is_asked(kind, field.name)).collect();
            for (key, record) in reader.briefing.records(kind).filter(|_| !fields.is_empty()) {
                for field in &fields {
                    let Some(value) = record.field_node(field.name) else { continue };
                    let mut found = Vec::new();
                    self.look_into(&value, &mut found);
                    let Some(snippet) = found.first().cloned() else { continue };
                    let label = format!("{}: {}", reader.title(&record), field.label.to_lowercase());
                    hits.push(Hit { key, field: field.name, label, snippet, count: found.len() });
                    if hits.len() >= most {
                        return hits;
                    }
                }
            }
        }
        hits
    }

    /// The words around each place in a value.
    fn look_into(&self, value: &Node, found: &mut Vec<String>) {
        match value {
            Node::Text(text) => {
                found.extend(self.places(text).into_iter().filter_map(|place| snippet(text, place)));
            }
            Node::List(items) => items.iter().for_each(|item| self.look_into(item, found)),
            Node::Wrapped(_, inner) => self.look_into(inner, found),
            _ => {}
        }
    }

    /// How many bytes of the beginning of a text fit.
    fn length_at(&self, text: &str, wanted: &[char]) -> Option<usize> {
        let mut left = wanted.iter();
        for (at, c) in text.char_indices() {
            if left.as_slice().is_empty() {
                return Some(at);
            }
            let letters: Cow<'_, str> =
                if self.match_case { c.to_string().into() } else { c.to_lowercase().collect::<String>().into() };
            for letter in letters.chars() {
                if left.next() != Some(&letter) {
                    return None;
                }
            }
        }
        left.as_slice().is_empty().then_some(text.len())
    }

    fn lowered<'t>(&self, text: &'t str) -> Box<dyn Iterator<Item = char> + 't> {
        if self.match_case { Box::new(text.chars()) } else { Box::new(text.chars().flat_map(char::to_lowercase)) }
    }

    /// Whether what stands at a place is a word of its own, where that is asked.
    fn may_stand(&self, text: &str, place: Range<usize>) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let before = text.get(..place.start).and_then(|text| text.chars().next_back());
        let behind = text.get(place.end..).and_then(|text| text.chars().next());
        !self.whole_words || !(is_letter(before) || is_letter(behind))
    }
}

/// The fields of a kind that hold texts: ids, references and dates are left alone.
pub fn text_fields(kind: RecordKind) -> impl Iterator<Item = &'static Field> {
    let is_text = |field: &&Field| {
        matches!(field.shape, Shape::Line | Shape::Prose | Shape::Lines | Shape::Paragraphs | Shape::Content)
    };
    fields_of(kind).iter().filter(is_text)
}

/// The words around a place, on one line.
fn snippet(text: &str, place: Range<usize>) -> Option<String> {
    let before: Vec<char> = text.get(..place.start)?.chars().rev().take(BEFORE).collect();
    let found = text.get(place.clone())?;
    let behind: String = text.get(place.end..)?.chars().take(BEHIND).collect();
    let begin = if before.len() == BEFORE { "…" } else { "" };
    let end = if behind.chars().count() == BEHIND { "…" } else { "" };
    let words = format!("{begin}{}{found}{behind}{end}", before.iter().rev().collect::<String>());
    Some(words.replace(['\n', '\r', '\t'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::model::Briefing;

    fn pattern(find: &str, match_case: bool, whole_words: bool) -> Pattern {
        Pattern { find: find.to_owned(), match_case, whole_words }
    }

    #[test]
    fn case_and_whole_words_are_asked_for() {
        let text = "China and china, Chinatown; CHINA";
        let with = |case, whole| pattern("China", case, whole).replaced(text, "X");
        assert_eq!(with(true, false), "X and china, Xtown; CHINA");
        assert_eq!(with(false, false), "X and X, Xtown; X");
        assert_eq!(with(false, true), "X and X, Chinatown; X");
        assert_eq!(with(true, true), "X and china, Chinatown; CHINA");
    }

    #[test]
    fn letters_of_several_bytes_are_found_where_they_stand() {
        assert_eq!(pattern("ŠAP", false, false).replaced("Šapšap šAP", "o"), "oo o");
        assert_eq!(pattern("İ", false, false).replaced("aİb", "-"), "a-b");
        assert_eq!(pattern("ö", true, true).replaced("ö, öl", "oe"), "oe, öl");
        assert_eq!(pattern("", false, false).places("abc"), []);
        assert_eq!(pattern("aa", true, false).replaced("aaa", "b"), "ba");
    }

    #[test]
    fn only_fields_that_are_asked_for_are_looked_into() {
        let text = r#"(title: "T", actors: [(id: "a", kind: Person, name: "Old name", aliases: ["old", "older"])],
            visits: [(id: "v", visitors: ["a"], to: "RS", place: "Old town", when: "2024")])"#;
        let briefing: Briefing = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let fields = |is_asked: fn(RecordKind, &str) -> bool| {
            let hits = pattern("old", false, false).hits(&reader, is_asked, 99);
            hits.into_iter().map(|hit| (hit.field, hit.count)).collect::<Vec<_>>()
        };
        assert_eq!(fields(|_, _| true), [("name", 1), ("aliases", 2), ("place", 1)]);
        assert_eq!(fields(|_, field| field == "place"), [("place", 1)]);
    }
}
