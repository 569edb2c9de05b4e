//! Two dates, or one with an open side: `1-14 Oct 2024`, `before May 2019`.

use super::day::{self, Edge, Read, edge, read_point};
use super::explain::in_words;
use super::words;
use super::{Choice, Reading, doubted_set, no_such_day, not_read, understood};
use crate::model::parse_edtf;

/// Words for a date with an open side, and what is made of the date that follows them.
const OPEN_SIDES: &[(&[&str], OpenSide)] = &[
    (&["before", "prior to", "earlier than", "pre", "pre ", "<"], OpenSide::Before),
    (&["after", "later than", ">"], OpenSide::After),
    (&["by", "no later than", "on or before", "<="], OpenSide::By),
    (&["on or after", "no earlier than", ">="], OpenSide::OnOrAfter),
    (&["since"], OpenSide::Since),
    (&["until", "till", "up to"], OpenSide::Until),
];

#[derive(Clone, Copy)]
enum OpenSide {
    Before,
    After,
    By,
    OnOrAfter,
    Since,
    Until,
}

impl OpenSide {
    /// `None` where the calendar has no such date: the day before 31 April would be one that it has.
    fn edtf(self, date: &str, mark: &str) -> Option<String> {
        parse_edtf(date).ok()?;
        let written = |date: String| match self {
            Self::Before | Self::By => format!("[..{date}{mark}]"),
            Self::After | Self::OnOrAfter => format!("[{date}{mark}..]"),
            Self::Since => format!("{date}{mark}/.."),
            Self::Until => format!("../{date}{mark}"),
        };
        let (whole, to_the_day) = match self {
            Self::Before => (day::before(date), edge(date, Edge::DayBefore)),
            Self::After => (day::after(date), edge(date, Edge::DayAfter)),
            Self::By | Self::Until => (Some(date.to_owned()), edge(date, Edge::Last)),
            Self::OnOrAfter | Self::Since => (Some(date.to_owned()), edge(date, Edge::First)),
        };
        // A season or a decade, which may not stand there, is written by its first or its last day.
        let is_edtf = |edtf: &String| parse_edtf(edtf).is_ok();
        whole.map(written).filter(is_edtf).or_else(|| to_the_day.map(written))
    }
}

/// Two dates, or one with an open side; `None` where the text is neither.
pub(super) fn read(text: &str) -> Option<Reading> {
    for (words, side) in OPEN_SIDES {
        if let Some(rest) = words::after(text, words) {
            return Some(open(rest, *side));
        }
    }
    let (bare, mark) = words::doubt(text);
    let from_to = |(from, to): &(String, String)| format!("{from}{mark}/{to}{mark}");
    let one_of = |(from, to): &(String, String)| format!("[{from}{mark}..{to}{mark}]");
    if let Some(rest) = words::after(bare, &["between"]) {
        let ends = two(rest, &[" and ", " to ", "-"])?;
        return Some(if mark.is_empty() { understood(one_of(&ends)) } else { doubted_set() });
    }
    if let Some(rest) = words::after(bare, &["from"]) {
        let ends = two(rest, &[" to ", " until ", " till ", "-"]);
        return ends.map(|ends| understood(from_to(&ends))).or_else(|| from_only(rest));
    }
    let ends = two(bare, &[" to ", " - ", "-"])?;
    let lasted = Choice { label: in_words(&from_to(&ends)), edtf: from_to(&ends) };
    let some_day = Choice { label: in_words(&one_of(&ends)), edtf: one_of(&ends) };
    Some(Reading::Ask(vec![lasted, some_day]))
}

fn open(rest: &str, side: OpenSide) -> Reading {
    let (bare, mark) = words::doubt(rest);
    let made = |edtf: &str| side.edtf(edtf, mark);
    match read_point(bare) {
        Read::One(edtf) => made(&edtf).map_or_else(|| no_such_day(rest, &edtf), understood),
        Read::Either(readings) => {
            Reading::Ask(readings.iter().filter_map(|(edtf, why)| Some(Choice::because(made(edtf)?, why))).collect())
        }
        Read::No => not_read(),
    }
}

/// `from May 2019`: whether it goes on is not said.
fn from_only(rest: &str) -> Option<Reading> {
    let (bare, mark) = words::doubt(rest);
    let Read::One(from) = read_point(bare) else { return None };
    let ends = ["..", ""].map(|end| Choice::new(format!("{from}{mark}/{end}")));
    Some(Reading::Ask(ends.to_vec()))
}

/// Both ends of a span; the first takes from the second what it does not say: `1-14 Oct 2024`, `Oct-Nov 2024`.
fn two(text: &str, parts: &[&str]) -> Option<(String, String)> {
    for part in parts {
        for (at, _) in text.match_indices(part) {
            let (left, right) = (text.get(..at)?.trim(), text.get(at + part.len()..)?.trim());
            let to = day::continued(left, right).map_or_else(|| read_point(right), Read::One);
            let Read::One(to) = to else { continue };
            let completed = match read_point(left) {
                Read::One(from) => Some(from),
                Read::Either(_) | Read::No => day::completed(left, right),
            };
            let Some(from) = completed else { continue };
            // The end of a span is a date, and a part of a month is written as a set of days.
            let from = if from.starts_with('[') { edge(&from, Edge::First)? } else { from };
            let to = if to.starts_with('[') { edge(&to, Edge::Last)? } else { to };
            if from.as_str() <= to.as_str() {
                return Some((from, to));
            }
        }
    }
    None
}
