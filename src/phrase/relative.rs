//! A date told by another: `a month after Lin Wu's visit`. Which record is meant is asked about, never guessed.

use super::explain::in_words;
use super::words::{after, fold_words};
use super::{Reading, read};
use crate::index::{Reader, fold};
use crate::model::{AnyRecord, Id, Key, Node, Period, RecordKind, Relative, ToNode as _};

/// A typed text that counts from something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedFrom {
    /// How far, ISO 8601: `-P1M` is one month before.
    pub offset: String,
    /// How far the date may lie off, ISO 8601; empty for a date to the day.
    pub slack: String,
    /// The words for what it is counted from, without those for a visit.
    pub anchor: String,
}

/// One of the records that a date may be counted from, and the date that follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchored {
    /// What it means: `1 month after Lin Wu to Belgrade: some day between …`.
    pub label: String,
    /// Its EDTF.
    pub edtf: String,
    /// Its basis, as the file has it.
    pub basis: Node,
}

/// So many records are offered.
const MOST: usize = 6;
/// So many hits of a search are looked through.
const MOST_HITS: usize = 200;

/// Reads a length of time with `after` or `before` and words for a record; `None` where the text is nothing of the
/// kind. A count of weeks, months or years is rough: half a unit of slack, unless it is `exactly` so much.
#[must_use]
pub fn read_counted(text: &str) -> Option<CountedFrom> {
    let folded = fold_words(text);
    let (rest, is_exact) = match after(&folded, &["exactly"]) {
        Some(rest) => (rest, true),
        None => (folded.as_str(), false),
    };
    let (rest, is_about) = match after(rest, &["about", "around", "roughly", "some", "c.", "~"]) {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let (count, rest) = rest.split_once(' ')?;
    let count = number(count)?;
    let (unit, rest) = rest.trim_start().split_once(' ')?;
    let (letter, half) = unit_of(unit)?;
    let (sign, rest) = direction(rest.trim_start())?;
    let anchor = bare_anchor(rest);
    if anchor.is_empty() || !matches!(read(&anchor), Reading::Unknown { .. }) {
        return None;
    }
    let slack = match (is_exact, letter) {
        (true, _) => "",
        (false, 'D') if is_about => "P1D",
        (false, _) => half,
    };
    Some(CountedFrom { offset: format!("{sign}P{count}{letter}"), slack: slack.to_owned(), anchor })
}

fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match word {
        "a" | "an" | "the" => Some(1),
        word => {
            let spelt = WORDS.iter().position(|known| *known == word).and_then(|at| u32::try_from(at + 1).ok());
            spelt.or_else(|| word.parse().ok()).filter(|count| (1..=9999).contains(count))
        }
    }
}

/// The letter of a unit in ISO 8601, and half of it.
fn unit_of(word: &str) -> Option<(char, &'static str)> {
    match word.strip_suffix('s').unwrap_or(word) {
        "day" => Some(('D', "")),
        "week" => Some(('W', "P3D")),
        "month" => Some(('M', "P15D")),
        "year" => Some(('Y', "P6M")),
        _ => None,
    }
}

fn direction(text: &str) -> Option<(&'static str, &str)> {
    let later = after(text, &["after", "later than", "following", "since"]).map(|rest| ("", rest));
    later.or_else(|| after(text, &["before", "earlier than", "prior to"]).map(|rest| ("-", rest)))
}

/// The words without those that only say that it is a visit: `the visit of lin wu`, `lin wu's visit`.
fn bare_anchor(text: &str) -> String {
    const VISIT: [&str; 7] = ["visit", "trip", "journey", "arrival", "stay", "tour", "delegation"];
    let plain = text.replace(['’', '\''], " ");
    let words = plain.split_whitespace();
    let kept =
        words.filter(|word| !VISIT.contains(word) && !matches!(*word, "the" | "of" | "by" | "s" | "'s" | "from"));
    kept.collect::<Vec<_>>().join(" ")
}

/// The dated records that the words may mean, visits first, each with the date that follows from it; the record itself
/// is left out.
#[must_use]
pub fn anchors(reader: &Reader, counted: &CountedFrom, itself: Option<Key>) -> Vec<Anchored> {
    let (who, place) = counted.anchor.split_once(" to ").unwrap_or((&counted.anchor, ""));
    let mut keys: Vec<Key> = Vec::new();
    for hit in reader.index.search().find(who, MOST_HITS) {
        let of_actor = reader.index.links_to(hit.key).iter().filter(|link| matches!(link.field, "visitors" | "lead"));
        let found = match hit.kind {
            RecordKind::Actor => of_actor.map(|link| link.from).collect(),
            _ => vec![hit.key],
        };
        for key in found {
            if !keys.contains(&key) && Some(key) != itself {
                keys.push(key);
            }
        }
    }
    let mut records: Vec<AnyRecord> = keys.into_iter().filter_map(|key| reader.record(key)).collect();
    records.retain(|record| place.is_empty() || fold(&reader.title(record)).contains(place));
    records.sort_by_key(|record| record.kind() != RecordKind::Visit);
    records.iter().filter_map(|record| anchored(reader, counted, record)).take(MOST).collect()
}

fn anchored(reader: &Reader, counted: &CountedFrom, record: &AnyRecord) -> Option<Anchored> {
    let date = record.main_date().filter(|date| date.parsed().is_ok())?;
    let CountedFrom { offset, slack, .. } = counted.clone();
    let relative = Relative { to: record.id().clone(), offset, slack, ..Relative::default() };
    let edtf = relative.edtf_from(&date.bounds()).filter(|_| !record.id().is_empty())?;
    let period = Period::parse(&counted.offset).ok()?;
    let way = if period.is_backwards() { "before" } else { "after" };
    let label = format!("{} {way} {}: {}", period.in_words(), reader.title(record), in_words(&edtf));
    let basis = crate::model::Basis::Relative(relative).to_node()?;
    Some(Anchored { label, edtf, basis })
}

/// The date that follows from a basis, as far as it is one that is counted from another record.
#[must_use]
pub fn following(reader: &Reader, basis: &Node) -> Option<String> {
    let Node::Variant(word, parts) = basis else { return None };
    let text = |name: &str| match parts.iter().find(|(part, _)| part == name) {
        Some((_, Node::Text(text))) => text.clone(),
        _ => String::new(),
    };
    if word != "Relative" {
        return None;
    }
    let relative = Relative {
        to: Id::from(text("to").as_str()),
        offset: text("offset"),
        slack: text("slack"),
        ..Relative::default()
    };
    let (_, record) = reader.by_id(&relative.to)?;
    let date = record.main_date().filter(|date| date.parsed().is_ok())?;
    relative.edtf_from(&date.bounds())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_from_a_record_is_read() {
        let counted = |text: &str| {
            read_counted(text).map(|counted| format!("{} {} {}", counted.offset, counted.slack, counted.anchor))
        };
        for (typed, meant) in [
            ("a month after Lin Wu’s visit", Some("P1M P15D lin wu")),
            ("two weeks before the visit of Xi Jinping", Some("-P2W P3D xi jinping")),
            ("3 days after Lin Wu's trip to Belgrade", Some("P3D  lin wu to belgrade")),
            ("about 3 days after Lin Wu", Some("P3D P1D lin wu")),
            ("exactly one year later than v-li", Some("P1Y  v-li")),
            ("the day after 14 October 2024", None),
            ("a month after the visit", None),
            ("after Lin Wu", None),
            ("14 Oct 2024", None),
            ("", None),
        ] {
            assert_eq!(counted(typed).as_deref(), meant, "{typed}");
        }
    }
}
