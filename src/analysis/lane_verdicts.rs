//! Which lanes of a count are ahead of which others, for those that are worth comparing.

use super::count::{CountOptions, LaneBy, NO_LANE, starts_by_lane};
use super::dated_start::DatedStart;
use super::lead::{Verdict, verdicts};
use super::searched::Searched;
use crate::index::Reader;
use crate::model::parse_edtf;

/// So many lanes, those with the most visits, are compared each with each.
const MOST_COMPARED: usize = 6;

/// What can be said of two lanes in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneVerdict {
    /// The names of the two lanes as scripts know them; the verdict is about the first and the second of them.
    pub lanes: [String; 2],
    /// What is said.
    pub verdict: Verdict,
}

/// The verdicts on the lanes of a count: the largest, each with each, and both directions between two countries.
#[must_use]
pub fn lane_verdicts(reader: &Reader, options: &CountOptions) -> Vec<LaneVerdict> {
    let (names, starts) = starts_by_lane(reader, options);
    let searched = Searched::of(&reader.briefing.header);
    let as_of = parse_edtf(&reader.briefing.header.as_of).ok().and_then(|date| date.bounds.end_latest);
    let known_until = as_of.or(searched.end());
    let starts: Vec<Vec<DatedStart>> = starts
        .into_iter()
        .map(|lane| lane.into_iter().map(|(key, range)| DatedStart::new(key, range)).collect())
        .collect();
    let mut found = Vec::new();
    for (a, b) in pairs(&names, &starts, options.lanes) {
        let (Some(first), Some(second)) = (starts.get(a), starts.get(b)) else { continue };
        let lanes = [a, b].map(|lane| names.get(lane).cloned().unwrap_or_default());
        let told = verdicts([first, second], options.by, known_until, &searched);
        found.extend(told.into_iter().map(|verdict| LaneVerdict { lanes: lanes.clone(), verdict }));
    }
    found
}

/// Which lanes are compared, by their places, each pair once and in order.
fn pairs(names: &[String], starts: &[Vec<DatedStart>], by: LaneBy) -> Vec<(usize, usize)> {
    let mut largest: Vec<usize> =
        (0..names.len()).filter(|lane| names.get(*lane).is_some_and(|name| name != NO_LANE)).collect();
    largest.sort_by_key(|lane| (std::cmp::Reverse(starts.get(*lane).map_or(0, Vec::len)), *lane));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    if by == LaneBy::Direction {
        let back = |name: &str| name.split_once('→').map(|(from, to)| format!("{to}→{from}"));
        for (a, name) in names.iter().enumerate() {
            let other = back(name).and_then(|back| names.iter().position(|other| *other == back));
            pairs.extend(other.filter(|b| a < *b).map(|b| (a, b)));
        }
    }
    largest.truncate(MOST_COMPARED);
    largest.sort_unstable();
    for (place, a) in largest.iter().enumerate() {
        pairs.extend(largest.iter().skip(place + 1).map(|b| (*a, *b)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
