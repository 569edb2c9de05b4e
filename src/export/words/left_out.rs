//! Which visits are not counted, and why.

use crate::analysis::count::CountOptions;
use crate::index::Reader;
use crate::model::{Key, VisitStatus, count_text};

/// `1 planned`, `2 cancelled`, `1 not in person`: the visits that are shown and not counted, by why.
pub(in crate::export) fn not_counted(reader: &Reader, shows: impl Fn(Key) -> bool) -> Vec<String> {
    let options = CountOptions::default();
    let (mut planned, mut cancelled, mut not_in_person) = (0, 0, 0);
    let visits = reader.briefing.visits.iter().filter(|entry| shows(entry.key) && !options.counts(&entry.record));
    for entry in visits {
        match entry.record.status_or_default() {
            VisitStatus::Planned => planned += 1,
            VisitStatus::Cancelled => cancelled += 1,
            VisitStatus::Ongoing | VisitStatus::Completed => not_in_person += 1,
        }
    }
    let sums = [(planned, "planned"), (cancelled, "cancelled"), (not_in_person, "not in person")];
    sums.into_iter().filter(|(sum, _)| *sum > 0).map(|(sum, why)| format!("{} {why}", count_text(sum))).collect()
}
