//! Visits that may be one: the same visitor in the lead, the same country, days that touch each other.

use std::collections::HashMap;

use crate::index::Reader;
use crate::model::{Day, Id, Key, Mode, Visit};

/// With so many others at most each visit is told.
const MOST_EACH: usize = 8;
/// So many others at most are looked into for each, so that a file of visits by one person takes no more than its size.
const MOST_LOOKED_INTO: usize = 1_000;

/// A visit, what it is known by, and the first and the last day on which it may have been.
struct Candidate<'a, N> {
    visit: &'a Visit,
    known_by: N,
    place: usize,
    first: Day,
    last: Day,
}

/// The pairs of visits that may be one, the earlier first, in the order of time. `days_of` tells the first and the last
/// day of a visit that is to be compared, and `is_asked` which pairs are.
pub fn double_visits(
    reader: &Reader,
    days_of: impl Fn(&Visit) -> Option<(Day, Day)>,
    is_asked: impl Fn((Key, &Visit), (Key, &Visit)) -> bool,
) -> Vec<(Key, Key)> {
    let visits = reader.briefing.visits.iter().map(|entry| (entry.key, &*entry.record));
    double_visits_among(reader, visits, days_of, is_asked)
}

/// The same among any visits, those that are not in the briefing yet too; each is told by what it is known by.
pub fn double_visits_among<'a, N: Copy>(
    reader: &Reader,
    visits: impl Iterator<Item = (N, &'a Visit)>,
    days_of: impl Fn(&Visit) -> Option<(Day, Day)>,
    is_asked: impl Fn((N, &Visit), (N, &Visit)) -> bool,
) -> Vec<(N, N)> {
    let mut groups: HashMap<(&Id, String, Mode), Vec<Candidate<'_, N>>> = HashMap::new();
    for (place, (known_by, visit)) in visits.enumerate() {
        let (Some(lead), Some((first, last))) = (visit.lead_or_first(), days_of(visit)) else { continue };
        let to = reader.country_of_place(&visit.to).unwrap_or_else(|| visit.to.as_str().to_owned());
        let candidate = Candidate { visit, known_by, place, first, last };
        groups.entry((lead, to, visit.mode_or_default())).or_default().push(candidate);
    }
    let mut pairs = Vec::new();
    for visits in groups.values_mut() {
        visits.sort_by_key(|visit| (visit.first, visit.place));
        for (at, visit) in visits.iter().enumerate() {
            let later = visits.iter().skip(at + 1).take_while(|other| other.first <= visit.last);
            let asked = later
                .take(MOST_LOOKED_INTO)
                .filter(|other| is_asked((visit.known_by, visit.visit), (other.known_by, other.visit)));
            for other in asked.take(MOST_EACH) {
                pairs.push(((other.first, other.place, visit.place), (visit.known_by, other.known_by)));
            }
        }
    }
    pairs.sort_unstable_by_key(|(order, _)| *order);
    pairs.into_iter().map(|(_, pair)| pair).collect()
}
