//! A date told by another: `a month after Lin Wu's visit`, `two days later`. Which record is meant is asked about, never
//! guessed.

use super::answer::Answer;
use super::explain::in_words;
use super::read::read;
use super::rough::whole_unit;
use super::words::{Known, Words};
use crate::index::{Reader, fold};
use crate::language::Sense;
use crate::model::{
    AnyRecord, Cite, DateBounds, Id, Key, Node, Period, RecordKind, Relative, ToNode as _, parse_edtf, with_end_of,
};

/// A typed text that counts from something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedFrom {
    /// How far, ISO 8601: `-P1M` is one month before.
    pub offset: String,
    /// How far the date may lie off, ISO 8601; empty for a date to the day.
    pub slack: String,
    /// The words for what it is counted from, without those for a visit; empty where it is what was told before.
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

/// Reads a length of time with `after` or `before` and words for a record, or with `later` or `earlier` alone; `None`
/// where the text is nothing of the kind. A count of weeks, months or years is rough: half a unit of slack, unless it is
/// `exactly` so much.
#[must_use]
pub fn read_counted(text: &str) -> Option<CountedFrom> {
    let tokens = Words::split(text)?;
    let words = Words::new(&tokens, Known::default(), &|_, _| true);
    let sides = [(Sense::After, 1), (Sense::Later, 1), (Sense::Before, -1), (Sense::Earlier, -1), (Sense::Since, 1)];
    let lengths = words.length(0).into_iter().filter(|(_, length)| length.is_of_days() && length.is_one());
    let lengths: Vec<_> = lengths.collect();
    for (sense, sign) in sides {
        let counted = lengths.iter().map(|(end, length)| (*end, length.in_iso(sign)));
        let rough = words.rough_length(0, sign).into_iter().map(|(end, rough)| (end, (rough.offset, rough.slack)));
        for (end, (offset, slack)) in counted.chain(rough) {
            for place in words.ends(end, sense) {
                let rest = words.token(place).and_then(|token| text.get(token.range.start..)).unwrap_or_default();
                let anchor = bare_anchor(&fold(rest));
                let tells_before = place == words.len() && sense != Sense::Since;
                if tells_before || !anchor.is_empty() && matches!(read(rest), Answer::Unread { .. }) {
                    return Some(CountedFrom { offset, slack, anchor });
                }
            }
        }
    }
    let within = words.rough_within();
    let within = within.map(|rough| CountedFrom { offset: rough.offset, slack: rough.slack, anchor: String::new() });
    within.or_else(|| told_before(&words))
}

/// `the following day`, `the previous month`, `le lendemain`: so many units from what was told before, some day in the unit.
fn told_before(words: &Words) -> Option<CountedFrom> {
    let over = words.ends(0, Sense::Over).into_iter().flat_map(|end| words.leads(end));
    let told = words.leads(0).into_iter().chain(over).flat_map(|place| {
        words.pick(place, |sense| match sense {
            Sense::Told(number) => Some(number),
            Sense::Eve => Some(-1),
            _ => None,
        })
    });
    for (end, number) in told {
        if let Some(rough) = words.rough_told(end, number) {
            return Some(CountedFrom { offset: rough.offset, slack: rough.slack, anchor: String::new() });
        }
        let units = words.units(end).into_iter().filter(|(end, _)| *end == words.len());
        let letters: Vec<char> = units.filter_map(|(_, unit)| super::length::letter(unit)).collect();
        let letter = letters.first().copied().or_else(|| (end == words.len()).then_some('D'));
        if let Some(letter) = letter {
            let minus = if number < 0 { "-" } else { "" };
            let offset = format!("{minus}P{}{letter}", number.unsigned_abs());
            let slack = whole_unit(letter).to_owned();
            return Some(CountedFrom { offset, slack, anchor: String::new() });
        }
    }
    None
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
/// is left out. Where the words name none, the nearest told before it comes first.
#[must_use]
pub fn anchors(reader: &Reader, counted: &CountedFrom, itself: Option<Key>) -> Vec<Anchored> {
    if counted.anchor.is_empty() {
        let records = told_nearest(reader, itself);
        return records.iter().filter_map(|record| anchored(reader, counted, record)).take(MOST).collect();
    }
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

/// Where a source tells of a record: the source and the paragraph.
fn places(cites: &[Cite]) -> impl Iterator<Item = (&Id, u32)> {
    cites.iter().filter_map(|cite| Some((&cite.long.source, cite.long.para?)))
}

/// The visits and statements that were told before a record, the nearest first: those of the same source by their
/// paragraphs, then those that stand before it in the file, the last first.
fn told_nearest(reader: &Reader, itself: Option<Key>) -> Vec<AnyRecord> {
    let own = itself.and_then(|key| reader.record(key));
    let own_places: Vec<(Id, u32)> = own
        .iter()
        .flat_map(|record| places(record.cites()).map(|(source, para)| (source.clone(), para)).collect::<Vec<_>>())
        .collect();
    let visits = reader.briefing.visits.iter().map(|entry| (entry.key, AnyRecord::Visit(entry.record.clone())));
    let statements =
        reader.briefing.statements.iter().map(|entry| (entry.key, AnyRecord::Statement(entry.record.clone())));
    let mut ranked: Vec<((u32, u32), AnyRecord)> = Vec::new();
    let mut after_itself = false;
    for (place, (key, record)) in visits.chain(statements).enumerate() {
        if Some(key) == itself {
            after_itself = true;
            continue;
        }
        let distance = own_places.iter().flat_map(|(source, para)| {
            let same = places(record.cites()).filter(move |(other, _)| *other == source);
            same.filter_map(move |(_, other)| para.checked_sub(other))
        });
        let rank = match (distance.min(), after_itself && own.is_some()) {
            (Some(paragraphs), _) => (0, paragraphs),
            (None, false) => (1, u32::MAX - u32::try_from(place).unwrap_or(u32::MAX)),
            (None, true) => (2, u32::try_from(place).unwrap_or(u32::MAX)),
        };
        ranked.push((rank, record));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, record)| record).collect()
}

fn anchored(reader: &Reader, counted: &CountedFrom, record: &AnyRecord) -> Option<Anchored> {
    let date = record.main_date().filter(|date| date.parsed().is_ok())?;
    let CountedFrom { offset, slack, .. } = counted.clone();
    let relative = Relative { to: record.id().clone(), offset, slack, ..Relative::default() };
    let edtf = relative.edtf_from(&date.bounds()).filter(|_| !record.id().is_empty())?;
    let period = Period::parse(&counted.offset).ok()?;
    let way = if period.is_backwards() { "before" } else { "after" };
    let label = if period == Period::default() {
        format!("The same time as {}: {}", reader.title(record), in_words(&edtf))
    } else {
        format!("{} {way} {}: {}", period.in_words(), reader.title(record), in_words(&edtf))
    };
    let basis = crate::model::Basis::Relative(Box::new(relative)).to_node()?;
    Some(Anchored { label, edtf, basis })
}

/// The date that follows from a basis, as far as it is one that is counted from another record.
#[must_use]
pub fn following(reader: &Reader, basis: &Node) -> Option<String> {
    let (relative, anchor) = counted_from(reader, basis)?;
    relative.edtf_from(&anchor)
}

/// The date that is to be written instead of one that has another start than what follows from its basis; it keeps its end.
/// `None` where it follows, where nothing does, and where start and end make no date.
#[must_use]
pub fn moved(reader: &Reader, basis: &Node, edtf: &str) -> Option<String> {
    let (relative, anchor) = counted_from(reader, basis)?;
    let written = parse_edtf(edtf.trim()).ok()?.bounds;
    if relative.allows(&anchor, &written)? {
        return None;
    }
    with_end_of(edtf, relative.edtf_from(&anchor)?)
}

fn counted_from(reader: &Reader, basis: &Node) -> Option<(Relative, DateBounds)> {
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
    Some((relative, date.bounds()))
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
            ("two days later", Some("P2D  ")),
            ("a week earlier", Some("-P1W P3D ")),
            ("the following day", Some("P1D  ")),
            ("the previous month", Some("-P1M P1M ")),
            ("the following week", Some("P1W P6D ")),
            ("le lendemain", Some("P1D  ")),
            ("the same day", Some("P0D  ")),
            ("a few days later", Some("P6D P5D ")),
            ("several weeks earlier", Some("-P6W P5W ")),
            ("some months after Lin Wu's visit", Some("P6M P5M lin wu")),
            ("weeks earlier", Some("-P6W P5W ")),
            ("years later", None),
            ("many years later", None),
            ("in the weeks that followed", Some("P6W P5W ")),
            ("over the following weeks", Some("P6W P6W ")),
            ("the week before", Some("-P1W P6D ")),
            ("the month after", Some("P1M P1M ")),
            ("the next morning", Some("P1D  ")),
            ("that evening", Some("P0D  ")),
            ("that night", Some("P0D P1D ")),
            ("the evening before", Some("-P1D  ")),
            ("an hour later", Some("P0D P1D ")),
            ("hours later", Some("P0D P1D ")),
            ("48 hours later", Some("P2D P1D ")),
            ("a fortnight later", Some("P2W P3D ")),
            ("more than a year later", Some("P1Y6M P6M ")),
            ("less than a month before Lin Wu's visit", Some("-P15D P16D lin wu")),
            ("within days", Some("P6D P6D ")),
            ("within hours", Some("P0D P1D ")),
            ("einige Tage später", Some("P6D P5D ")),
            ("am nächsten Morgen", Some("P1D  ")),
            ("die Woche davor", Some("-P1W P6D ")),
            ("quelques jours plus tard", Some("P6D P5D ")),
            ("the day after 14 October 2024", None),
            ("after Lin Wu", None),
            ("14 Oct 2024", None),
            ("", None),
        ] {
            assert_eq!(counted(typed).as_deref(), meant, "{typed}");
        }
    }
}
