//! Whether a text opens as the briefing that it was written for: asked before a byte of it reaches the disk.
//!
//! `ron` reads all that is new. A record whose bytes it read before, and whose value is still the one that it made of
//! them, is not read a second time: its bytes are compared, and in what `ron` reads an empty record stands for it. So
//! every bracket, comma and comment around it, the header and every other record are read and compared with the model.

use std::collections::HashMap;
use std::ops::Range;

use super::load::load;
use super::parts::read_record;
use super::places::places;
use super::source_text::SourceText;
use super::whole::read_whole;
use crate::model::{AnyRecord, Briefing, Key, RecordKind, Unreadable};
use crate::ron_text::scan;

/// What stands in for a record that is not read a second time.
const EMPTY_RECORD: &str = "()";

/// Where the records of a text stand, each beside what `ron` made of its bytes.
#[derive(Debug, Clone, Default)]
pub(super) struct ReadRecords(HashMap<Key, (Range<usize>, AnyRecord)>);

impl ReadRecords {
    /// The records of a briefing that was read from a text, by the briefing's keys.
    pub(super) fn of(text: &SourceText, briefing: &Briefing) -> Self {
        Self(text.read_records(briefing).unwrap_or_default())
    }
}

/// Whether a text opens as a briefing and says the same; then the places of its records, for the next time.
///
/// `base` is an earlier text whose `known` records were read.
pub(super) fn verified(text: &str, briefing: &Briefing, base: &str, known: &ReadRecords) -> Option<ReadRecords> {
    // What opens has to be within the scanner's limits too.
    let document = scan(text).ok()?;
    let places = briefing.unreadable.is_empty().then(|| places(text, &document, briefing)).flatten();
    if let Some(places) = &places
        && is_read_in_part(text, briefing, places, base, known)
    {
        let keep = |(key, range, record): &(Key, Range<usize>, AnyRecord)| (*key, (range.clone(), record.clone()));
        return Some(ReadRecords(places.iter().map(keep).collect()));
    }
    // What follows from the part that is known gave no answer: all of it is read.
    opens_as(text, briefing).then(ReadRecords::default)
}

/// Whether a text is read as a briefing, whatever was read before.
pub(super) fn opens_as(text: &str, briefing: &Briefing) -> bool {
    match read_whole(text) {
        Some(read) => says_the_same(&read, briefing) && scan(text).is_ok(),
        // An unreadable record has to be the one that was kept.
        None => load(text.to_owned()).is_ok_and(|loaded| says_the_same(&loaded.briefing, briefing)),
    }
}

fn is_read_in_part(
    text: &str,
    briefing: &Briefing,
    places: &[(Key, Range<usize>, AnyRecord)],
    base: &str,
    known: &ReadRecords,
) -> bool {
    let is_known = |(key, range, record): &(Key, Range<usize>, AnyRecord)| {
        known.0.get(key).is_some_and(|(before, read)| {
            read.is_same_as(record) && text.get(range.clone()) == base.get(before.clone())
        })
    };
    let mut part = String::new();
    let mut copied = 0;
    let mut is_left_out: HashMap<RecordKind, Vec<bool>> = HashMap::new();
    for place in places {
        let leaves_out = is_known(place);
        is_left_out.entry(place.2.kind()).or_default().push(leaves_out);
        if leaves_out {
            part.push_str(text.get(copied..place.1.start).unwrap_or(""));
            part.push_str(EMPTY_RECORD);
            copied = place.1.end;
        }
    }
    part.push_str(text.get(copied..).unwrap_or(""));
    let Some(read) = read_whole(&part) else { return false };
    read.header == briefing.header
        && RecordKind::ALL.iter().all(|kind| {
            let none = Vec::new();
            let is_left_out = is_left_out.get(kind).unwrap_or(&none);
            let Ok(empty) = read_record(*kind, EMPTY_RECORD) else { return false };
            read.count(*kind) == briefing.count(*kind)
                && is_left_out.len() == briefing.count(*kind)
                && read
                    .records(*kind)
                    .zip(briefing.records(*kind))
                    .zip(is_left_out)
                    .all(|(((_, read), (_, is)), is_left_out)| if *is_left_out { read == empty } else { read == is })
        })
}

/// Whether two briefings say the same, whatever the keys of their records.
#[must_use]
pub fn says_the_same(a: &Briefing, b: &Briefing) -> bool {
    let kept = |bad: &Unreadable| (bad.kind, bad.position, bad.raw.clone());
    a.header == b.header
        && RecordKind::ALL.iter().all(|kind| {
            a.count(*kind) == b.count(*kind) && a.records(*kind).zip(b.records(*kind)).all(|((_, a), (_, b))| a == b)
        })
        && a.unreadable.len() == b.unreadable.len()
        && a.unreadable.iter().zip(&b.unreadable).all(|(a, b)| kept(a) == kept(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::SAMPLE;

    fn opened() -> (String, Briefing, ReadRecords) {
        let loaded = load(SAMPLE.to_owned()).map_err(|(error, _)| error).unwrap();
        let known = ReadRecords::of(&loaded.text, &loaded.briefing);
        assert_eq!(known.0.len(), loaded.briefing.all_records().count(), "every record is known");
        (SAMPLE.to_owned(), loaded.briefing, known)
    }

    #[test]
    fn any_byte_that_says_something_else_is_seen() {
        let (text, briefing, known) = opened();
        assert!(verified(&text, &briefing, &text, &known).is_some());
        let mut refused = 0;
        for at in (0..text.len()).step_by(499) {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
            for other in ["", ",", "x", "(", "\"", "/*", "//", "2"] {
                let changed = format!("{}{other}{}", &text[..at], &text[at + c.len_utf8()..]);
                let whole = opens_as(&changed, &briefing);
                assert_eq!(verified(&changed, &briefing, &text, &known).is_some(), whole, "{other} at {at}");
                refused += usize::from(!whole);
            }
        }
        assert!(refused > 50);
    }

    #[test]
    fn a_record_that_was_changed_in_memory_is_read_from_the_text() {
        let (text, mut briefing, known) = opened();
        let mut changed = (*briefing.actors[0].record).clone();
        changed.note = "never written".to_owned();
        briefing.actors[0].record = std::sync::Arc::new(changed);
        assert!(verified(&text, &briefing, &text, &known).is_none());
    }
}
