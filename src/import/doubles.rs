//! Visits that may be one: the same visitor in the lead, the same country, times that touch each other.

use std::collections::HashMap;

use crate::index::Reader;
use crate::model::{Day, Id, Key, Visit};

/// With so many others at most each visit is listed.
const MOST_EACH: usize = 8;

/// The pairs of visits that may be one, of which at least one is new: the earlier in the file first.
#[must_use]
pub fn double_visits(reader: &Reader, is_new: impl Fn(Key) -> bool) -> Vec<(Id, Id)> {
    let mut groups: HashMap<(String, String), Vec<Candidate>> = HashMap::new();
    for (place, entry) in reader.briefing.visits.iter().enumerate() {
        let visit: &Visit = &entry.record;
        let (Some(lead), Some(when)) = (visit.lead_or_first(), &visit.when) else { continue };
        let bounds = when.bounds();
        let (Some(earliest), Some(latest)) = (bounds.start_earliest, bounds.start_latest) else { continue };
        let to = reader.country_of_place(&visit.to).unwrap_or_else(|| format!("{:?}", visit.to));
        let latest = bounds.end_latest.map_or(latest, |end| end.max(latest));
        let candidate = Candidate { place, key: entry.key, id: visit.id.clone(), earliest, latest };
        groups.entry((lead.to_string(), to)).or_default().push(candidate);
    }
    let mut pairs: Vec<((usize, usize), (Id, Id))> = Vec::new();
    for visits in groups.values_mut() {
        visits.sort_by_key(|visit| (visit.earliest, visit.place));
        for (at, visit) in visits.iter().enumerate() {
            let later = visits.iter().skip(at + 1).take_while(|other| other.earliest <= visit.latest);
            let are_new = |other: &&Candidate| is_new(visit.key) || is_new(other.key);
            for other in later.filter(are_new).take(MOST_EACH) {
                let (first, second) = if visit.place < other.place { (visit, other) } else { (other, visit) };
                pairs.push(((first.place, second.place), (first.id.clone(), second.id.clone())));
            }
        }
    }
    pairs.sort_by_key(|(places, _)| *places);
    pairs.into_iter().map(|(_, ids)| ids).collect()
}

/// A visit whose start is bounded, with the first and the last day on which it may have been.
struct Candidate {
    place: usize,
    key: Key,
    id: Id,
    earliest: Day,
    latest: Day,
}
