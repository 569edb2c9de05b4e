//! A record made from selected words of a source: the words are its cite, and what they can be in it.

use std::borrow::Cow;

use super::refusal::Refusal;
use crate::check::whole_words;
use crate::edit::value::{Fields, record_of};
use crate::model::{AnyRecord, Node, RecordKind, Source};
use crate::phrase::read;

/// So many characters before and after tell a repeat apart.
const AROUND: usize = 24;

/// The cite of some words of a paragraph, given by their range in characters; a word that the range cuts is taken whole.
/// Words that stand more than once in the source get what is before and after them (Web Annotation Data Model, 4.2.4).
#[must_use]
pub fn cite_of_words(source: &Source, para: u32, from: usize, to: usize) -> Option<Node> {
    let words = source.words_of(para).next()?;
    let chars: Vec<char> = words.chars().collect();
    let (from, to) = whole_words(&chars, from, to);
    let exact: String = chars.get(from..to)?.iter().collect();
    if exact.trim().is_empty() {
        return None;
    }
    let repeats = source.held_words().iter().map(|(_, text)| text.matches(exact.as_str()).count()).sum::<usize>() > 1;
    let text = |name: &'static str, value: String| (Cow::Borrowed(name), Node::Text(value));
    let mut parts = vec![
        text("source", source.id.to_string()),
        (Cow::Borrowed("para"), Node::Integer(i64::from(para))),
        text("exact", exact),
    ];
    if repeats {
        let before: String = chars.get(from.saturating_sub(AROUND)..from)?.iter().collect();
        let after: String = chars.get(to..(to + AROUND).min(chars.len()))?.iter().collect();
        parts.extend(
            [("prefix", before), ("suffix", after)].into_iter().filter(|(_, v)| !v.is_empty()).map(|(n, v)| text(n, v)),
        );
    }
    Some(Node::Struct(parts))
}

/// A record of a kind made from selected words: said in a statement, the name of an actor, the date of a visit.
///
/// # Errors
/// Where nothing is selected.
pub fn from_words(source: &Source, kind: RecordKind, para: u32, from: usize, to: usize) -> Result<AnyRecord, Refusal> {
    let nothing = || Refusal::BadValue("select words of the paragraph first".to_owned());
    let cite = cite_of_words(source, para, from, to).ok_or_else(nothing)?;
    let words: Vec<char> = source.words_of(para).next().unwrap_or_default().chars().collect();
    let (from, to) = whole_words(&words, from, to);
    let selected: String = words.get(from..to).unwrap_or_default().iter().collect();
    let bare = selected.trim().trim_matches(['“', '”', '"', '„', '«', '»']).trim().to_owned();
    let mut fields = Fields::new();
    match kind {
        RecordKind::Statement => {
            let said = Node::Wrapped("Said".into(), Box::new(Node::Text(bare)));
            fields.push(("content".into(), Node::List(vec![said])));
            fields.push(("via".into(), Node::List(vec![Node::Text(source.id.to_string())])));
        }
        RecordKind::Actor => {
            fields.push(("name".into(), Node::Text(bare)));
            fields.push(("kind".into(), Node::Word("Person".into())));
        }
        RecordKind::Visit => {
            if let Some(edtf) = read(&bare).one().map(|reading| reading.edtf.clone()) {
                let said = ("said".into(), Node::Text(bare));
                fields.push(("when".into(), Node::Struct(vec![("edtf".into(), Node::Text(edtf)), said])));
            }
        }
        _ => {}
    }
    fields.push(("cites".into(), Node::List(vec![cite])));
    record_of(kind, fields).map_err(Refusal::BadValue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ron_text::inline;

    #[test]
    fn a_repeat_is_told_apart_by_what_is_around_it() {
        let text = vec!["Head".to_owned(), "A friend is a friend.".to_owned()];
        let source = Source { id: "s".into(), text, ..Source::default() };
        let once = cite_of_words(&source, 1, 9, 11).unwrap();
        assert_eq!(inline(&once), r#"(source: "s", para: 1, exact: "is")"#);
        let again = cite_of_words(&source, 1, 14, 20).unwrap();
        assert_eq!(inline(&again), r#"(source: "s", para: 1, exact: "friend", prefix: "A friend is a ", suffix: ".")"#);
        assert_eq!(cite_of_words(&source, 1, 3, 3), None);
        assert_eq!(cite_of_words(&source, 9, 0, 3), None);
    }

    #[test]
    fn quotation_marks_around_the_words_are_not_theirs() {
        let source =
            Source { id: "s".into(), text: vec!["He said “never again” there.".to_owned()], ..Source::default() };
        let AnyRecord::Statement(statement) = from_words(&source, RecordKind::Statement, 0, 8, 21).unwrap() else {
            panic!("a statement was asked for")
        };
        assert_eq!(statement.content, [crate::model::Content::Said("never again".to_owned())]);
        assert_eq!(statement.cites[0].long.exact, "“never again”");
    }

    #[test]
    fn words_that_the_selection_cuts_are_taken_whole() {
        let source = Source { id: "s".into(), text: vec!["Li came on 3 May 2031.".to_owned()], ..Source::default() };
        let AnyRecord::Visit(visit) = from_words(&source, RecordKind::Visit, 0, 11, 20).unwrap() else {
            panic!("a visit was asked for")
        };
        assert_eq!(visit.cites[0].long.exact, "3 May 2031");
        assert_eq!(visit.when.as_ref().map(|when| when.display()), Some("3 May 2031".to_owned()));
    }
}
