//! What is new, as sentences and as a note.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::changed::{Field, changed};
use super::gone_and_new::{came, went};
use super::sentence::{Sentence, Weight};
use crate::document::Document;
use crate::edit::fields::header_label;
use crate::edit::{What, Whose, difference};
use crate::export::options::NoteOptions;
use crate::export::view::with_view;
use crate::export::words::{closed, cut_text, listed, one_line, sentence};
use crate::index::Reader;
use crate::model::{Id, Node, RecordKind, TlpLevel, When, capitalised, count_text, plural};
use crate::present::markdown_text;

/// So many sentences of one weight are told; the rest are counted.
const MOST_OF_A_WEIGHT: usize = 12;
/// So many words of one sentence; a quote or a text of many more is cut.
const MOST_WORDS: usize = 80;

/// What is new, the weightiest first; empty where nothing a reader is told of changed.
#[must_use]
pub fn news(old: &Reader, new: &Reader) -> Vec<String> {
    let differences = difference(old.briefing, new.briefing);
    let mut sentences = Vec::new();
    let mut counted: BTreeMap<(RecordKind, &'static str), usize> = BTreeMap::new();
    let mut fields: BTreeMap<(RecordKind, &Id), Vec<Field>> = BTreeMap::new();
    for one in &differences {
        match (&one.whose, &one.what) {
            (Whose::Briefing, What::Field { name, old, new }) => {
                sentences.extend(of_briefing(name, old.as_ref(), new.as_ref()));
            }
            (Whose::Record(kind, id), What::Field { name, old, new }) => {
                fields.entry((*kind, id)).or_default().push((name, old.as_ref(), new.as_ref()));
            }
            (Whose::Record(kind, _), What::Added(record)) => match came(new, record) {
                Some(sentence) => sentences.push(sentence),
                None => *counted.entry((*kind, "added")).or_default() += 1,
            },
            (Whose::Record(kind, _), What::Removed(record)) => match went(old, record) {
                Some(sentence) => sentences.push(sentence),
                None => *counted.entry((*kind, "removed")).or_default() += 1,
            },
            _ => {}
        }
    }
    for ((kind, id), fields) in fields {
        let records = old.by_id(id).zip(new.by_id(id)).map(|((_, before), (_, now))| (before, now));
        let told = records.map(|(before, now)| changed((old, &before), (new, &now), &fields)).unwrap_or_default();
        if told.is_empty() {
            *counted.entry((kind, "changed")).or_default() += 1;
        }
        sentences.extend(told);
    }
    sentences.sort_by_key(|sentence| sentence.weight);
    let mut words = within_limits(&sentences);
    words.extend(counts(&counted));
    words
}

/// At most so many sentences of each weight, then how many more there are.
fn within_limits(sentences: &[Sentence]) -> Vec<String> {
    let mut words = Vec::new();
    for of_weight in sentences.chunk_by(|a, b| a.weight == b.weight) {
        words.extend(of_weight.iter().take(MOST_OF_A_WEIGHT).map(|sentence| cut_text(&sentence.words, MOST_WORDS)));
        let more = of_weight.len().saturating_sub(MOST_OF_A_WEIGHT);
        if let Some(first) = of_weight.first().filter(|_| more > 0) {
            let noun = first.weight.more();
            words.push(if more == 1 {
                format!("1 more {noun}.")
            } else {
                format!("{} more of the kind: {noun}.", count_text(more))
            });
        }
    }
    words
}

/// `2 actors and 1 role added; 1 relation changed.`
fn counts(counted: &BTreeMap<(RecordKind, &'static str), usize>) -> Option<String> {
    let parts: Vec<String> = ["added", "changed", "removed"]
        .iter()
        .filter_map(|what| {
            let of_kind = counted.iter().filter(|((_, known), _)| known == what);
            let kinds: Vec<String> = of_kind.map(|((kind, _), count)| plural(*count, kind.noun())).collect();
            (!kinds.is_empty()).then(|| format!("{} {what}", listed(&kinds)))
        })
        .collect();
    (!parts.is_empty()).then(|| closed(&capitalised(&parts.join("; "))))
}

fn of_briefing(name: &str, old: Option<&Node>, new: Option<&Node>) -> Option<Sentence> {
    let text = |node: Option<&Node>| match node {
        Some(Node::Text(text)) => one_line(text),
        Some(Node::Word(word)) => one_line(word),
        _ => String::new(),
    };
    let (before, now) = (text(old), text(new));
    let words = match name {
        "bottom_line" => format!("The bottom line reads now: {}", sentence(&now)),
        "as_of" => format!("Information is now up to {}.", one_line(&When::from_edtf(&now).display())),
        "status" | "title" | "question" if !now.is_empty() => {
            let label = header_label(name);
            if before.is_empty() {
                closed(&format!("{label}: {now}"))
            } else {
                closed(&format!("{label} is now {now}, before {before}"))
            }
        }
        "gaps" => {
            let list = |node: Option<&Node>| -> Vec<String> {
                let Some(Node::List(items)) = node else { return Vec::new() };
                items.iter().map(|item| text(Some(item))).collect()
            };
            let (before, now) = (list(old), list(new));
            let opened: Vec<String> = now.iter().filter(|gap| !before.contains(gap)).map(|gap| sentence(gap)).collect();
            let filled: Vec<String> = before.iter().filter(|gap| !now.contains(gap)).map(|gap| sentence(gap)).collect();
            let mut parts = Vec::new();
            if !filled.is_empty() {
                parts.push(format!("No longer a gap: {}", filled.join(" ")));
            }
            if !opened.is_empty() {
                parts.push(format!("New gap: {}", opened.join(" ")));
            }
            parts.join(" ")
        }
        "coverage" => "What was searched has changed.".to_owned(),
        _ => return None,
    };
    (!words.is_empty()).then(|| Sentence::new(Weight::Briefing, words))
}

/// What is new for readers up to a marking: what is marked stricter is in neither version.
#[must_use]
pub fn news_for(old: &Document, new: &Document, most: Option<TlpLevel>) -> Vec<String> {
    let options = NoteOptions { marking: most, ..NoteOptions::default() };
    with_view(old, &options, |old| with_view(new, &options, |new| news(&old.reader, &new.reader)))
}

/// What is new as a note.
#[must_use]
pub fn news_to_markdown(old: &Reader, new: &Reader) -> String {
    let mut text = String::from("# What is new\n\n");
    let news = news(old, new);
    if news.is_empty() {
        text.push_str("Nothing.\n");
    }
    for words in news {
        let _ = writeln!(text, "- {}", markdown_text(&words));
    }
    text
}
