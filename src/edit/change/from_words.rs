//! A record made from selected words of a source: the words are its cite, and what they can be in it.

use std::borrow::Cow;

use super::refusal::Refusal;
use crate::check::{quotations, whole_words};
use crate::edit::value::{Fields, record_of};
use crate::model::{AnyRecord, Node, RecordKind, Source, ToNode as _};
use crate::phrase::{Told, read_with};

/// So many characters before and after tell a repeat apart.
const AROUND: usize = 24;

/// Held words of a paragraph: its whole text, or one of its excerpts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldPart {
    /// The number of the paragraph.
    pub para: u32,
    /// Which of the texts that are held of it, from 0.
    pub part: usize,
}

impl HeldPart {
    /// The first text that is held of a paragraph.
    #[must_use]
    pub fn first(para: u32) -> Self {
        Self { para, part: 0 }
    }

    fn words(self, source: &Source) -> Option<&str> {
        source.words_of(self.para).nth(self.part)
    }
}

/// The cite of some words of a paragraph, given by their range in characters; a word that the range cuts is taken whole.
/// Words that stand more than once in the source get what is before and after them (Web Annotation Data Model, 4.2.4).
#[must_use]
pub fn cite_of_words(source: &Source, held: HeldPart, from: usize, to: usize) -> Option<Node> {
    let words = held.words(source)?;
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
        (Cow::Borrowed("para"), Node::Integer(i64::from(held.para))),
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

/// A record of a kind made from selected words: the content of a statement, the name of an actor, the date of a visit.
/// In a statement only what the paragraph has in quotation marks is said; the rest is paraphrase.
///
/// # Errors
/// Where nothing is selected.
pub fn from_words(
    source: &Source,
    kind: RecordKind,
    held: HeldPart,
    from: usize,
    to: usize,
) -> Result<AnyRecord, Refusal> {
    let nothing = || Refusal::NotHere("select words of the paragraph first");
    let cite = cite_of_words(source, held, from, to).ok_or_else(nothing)?;
    let words: Vec<char> = held.words(source).unwrap_or_default().chars().collect();
    let (from, to) = whole_words(&words, from, to);
    let selected: String = words.get(from..to).unwrap_or_default().iter().collect();
    let bare = selected.trim().trim_matches(['“', '”', '"', '„', '«', '»']).trim().to_owned();
    let mut fields = Fields::new();
    match kind {
        RecordKind::Statement => {
            fields.push(("content".into(), Node::List(runs(&words, from, to))));
            fields.push(("via".into(), Node::List(vec![Node::Text(source.id.to_string())])));
        }
        RecordKind::Actor => {
            fields.push(("name".into(), Node::Text(bare)));
            fields.push(("kind".into(), Node::Word("Person".into())));
        }
        RecordKind::Visit => {
            let told = Told::by_source(source);
            if let Some(reading) = read_with(&bare, &told.setting).one() {
                let mut parts: Fields =
                    vec![("edtf".into(), Node::Text(reading.edtf.clone())), ("said".into(), Node::Text(bare))];
                parts
                    .extend(told.basis(reading).and_then(|basis| basis.to_node()).map(|basis| ("basis".into(), basis)));
                fields.push(("when".into(), Node::Struct(parts)));
            }
        }
        _ => {}
    }
    fields.push(("cites".into(), Node::List(vec![cite])));
    record_of(kind, fields).map_err(Refusal::BadValue)
}

/// Whether a statement would be all paraphrase, since nothing of its words stands in quotation marks.
#[must_use]
pub fn is_paraphrase(record: &AnyRecord) -> bool {
    matches!(record, AnyRecord::Statement(statement) if !statement.content.iter().any(crate::model::Content::is_said))
}

/// Selected words as the runs of a statement, cut where a quotation of the paragraph begins or ends.
fn runs(words: &[char], from: usize, to: usize) -> Vec<Node> {
    let text: String = words.iter().collect();
    let at_byte: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let char_at = |byte: usize| at_byte.partition_point(|at| *at < byte);
    let mut cuts: Vec<(bool, usize, usize)> = Vec::new();
    let mut at = from;
    for quotation in quotations(&text) {
        let [whole_start, start, end, whole_end] =
            [quotation.whole.start, quotation.inside.start, quotation.inside.end, quotation.whole.end].map(char_at);
        cuts.push((false, at, whole_start.min(to)));
        cuts.push((true, start.max(from), end.min(to)));
        at = at.max(whole_end);
    }
    cuts.push((false, at, to));
    let text_of = |(is_said, from, to): (bool, usize, usize)| {
        let part: String = words.get(from..to)?.iter().collect();
        let part = if is_said { without_closing_sign(part.trim()) } else { part.trim() };
        part.contains(char::is_alphanumeric)
            .then(|| Node::Wrapped(if is_said { "Said" } else { "Para" }.into(), Box::new(Node::Text(part.to_owned()))))
    };
    cuts.into_iter().filter_map(text_of).collect()
}

/// Words said without the comma or full stop that only closes the quote.
fn without_closing_sign(words: &str) -> &str {
    let is_omission = words.ends_with("..") || words.ends_with('…');
    if is_omission { words } else { words.strip_suffix([',', '.', ';']).unwrap_or(words).trim_end() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ron_text::inline;

    #[test]
    fn a_repeat_is_told_apart_by_what_is_around_it() {
        let text = vec!["Head".to_owned(), "A friend is a friend.".to_owned()];
        let source = Source { id: "s".into(), text, ..Source::default() };
        let once = cite_of_words(&source, HeldPart::first(1), 9, 11).unwrap();
        assert_eq!(inline(&once), r#"(source: "s", para: 1, exact: "is")"#);
        let again = cite_of_words(&source, HeldPart::first(1), 14, 20).unwrap();
        assert_eq!(inline(&again), r#"(source: "s", para: 1, exact: "friend", prefix: "A friend is a ", suffix: ".")"#);
        assert_eq!(cite_of_words(&source, HeldPart::first(1), 3, 3), None);
        assert_eq!(cite_of_words(&source, HeldPart::first(9), 0, 3), None);
    }

    #[test]
    fn quotation_marks_around_the_words_are_not_theirs() {
        let source =
            Source { id: "s".into(), text: vec!["He said “never again” there.".to_owned()], ..Source::default() };
        let AnyRecord::Statement(statement) =
            from_words(&source, RecordKind::Statement, HeldPart::first(0), 8, 21).unwrap()
        else {
            panic!("a statement was asked for")
        };
        assert_eq!(statement.content, [crate::model::Content::Said("never again".to_owned())]);
        assert_eq!(statement.cites[0].long.exact, "“never again”");
    }

    /// The runs of the selected words, Said between « and ».
    fn made_of(paragraph: &str, selected: &str) -> String {
        let source = Source { id: "s".into(), text: vec![paragraph.to_owned()], ..Source::default() };
        let at = paragraph.find(selected).unwrap();
        let from = paragraph[..at].chars().count();
        let to = from + selected.chars().count();
        let record = from_words(&source, RecordKind::Statement, HeldPart::first(0), from, to).unwrap();
        let AnyRecord::Statement(statement) = &record else { panic!("a statement was asked for") };
        let is_said = statement.content.iter().any(crate::model::Content::is_said);
        assert_eq!(is_paraphrase(&record), !is_said);
        let run = |run: &crate::model::Content| {
            if run.is_said() { format!("«{}»", run.text()) } else { run.text().to_owned() }
        };
        statement.content.iter().map(run).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn only_what_stands_in_quotation_marks_is_said() {
        const MAYOR: &str = "The mayor said “the bridge is safe,” but did not say “when it opens”, Holm’s paper wrote.";
        for (selected, runs) in [
            ("“the bridge is safe,”", "«the bridge is safe»"),
            ("bridge is", "«bridge is»"),
            ("The mayor said", "The mayor said"),
            ("Holm’s paper wrote", "Holm’s paper wrote"),
            ("mayor said “the bridge is safe,” but", "mayor said | «the bridge is safe» | but"),
            ("safe,” but did not say “when", "«safe» | but did not say | «when»"),
            ("” but did not say “", "but did not say"),
            (
                MAYOR,
                "The mayor said | «the bridge is safe» | but did not say | «when it opens» | , Holm’s paper wrote.",
            ),
        ] {
            assert_eq!(made_of(MAYOR, selected), runs, "{selected}");
        }
        assert_eq!(made_of("„Brücke zu“, sagte er.", "„Brücke zu“, sagte er"), "«Brücke zu» | , sagte er");
        assert_eq!(made_of("Elle dit « non » hier", "dit « non » hier"), "dit | «non» | hier");
        assert_eq!(made_of("“It goes on", "goes on"), "«goes on»", "and on in the next paragraph");
        assert_eq!(made_of("is safe,” she said", "is safe"), "«is safe»", "a part of a paragraph");
        assert_eq!(made_of("他说“不行”。", "他说“不行”"), "他说 | «不行»");
    }

    #[test]
    fn words_that_the_selection_cuts_are_taken_whole() {
        let source = Source { id: "s".into(), text: vec!["Li came on 3 May 2031.".to_owned()], ..Source::default() };
        let AnyRecord::Visit(visit) = from_words(&source, RecordKind::Visit, HeldPart::first(0), 11, 20).unwrap()
        else {
            panic!("a visit was asked for")
        };
        assert_eq!(visit.cites[0].long.exact, "3 May 2031");
        assert_eq!(visit.when.as_ref().map(crate::model::When::display), Some("3 May 2031".to_owned()));
    }

    #[test]
    fn the_date_of_a_visit_rests_on_what_its_source_tells() {
        let text = vec!["Li came on Monday and left.".to_owned()];
        let published = Some(crate::model::When::from_edtf("2031-05-07"));
        let source = Source { id: "s".into(), text, published, ..Source::default() };
        let AnyRecord::Visit(visit) = from_words(&source, RecordKind::Visit, HeldPart::first(0), 8, 17).unwrap() else {
            panic!("a visit was asked for")
        };
        let when = visit.when.as_ref().unwrap();
        assert_eq!((when.edtf(), when.said()), ("2031-05-05", "on Monday"));
        assert_eq!(when.basis(), Some(&crate::model::Basis::NearestPast("s".into())));
    }
}
