//! Visits in the order of time.

use std::sync::Arc;

use crate::index::Reader;
use crate::model::{AnyRecord, Key, Visit, When};

/// The visits that are asked for, in the order of time: by the first day on which one may have begun, where none is told
/// by the last; those without a date at the end.
pub(in crate::export) fn in_order_of_time(reader: &Reader, shows: impl Fn(Key) -> bool) -> Vec<(Key, Arc<Visit>)> {
    let keys = reader.index.visits_by_date().iter().filter(|key| shows(**key));
    let mut visits: Vec<(Key, Arc<Visit>)> = keys
        .filter_map(|key| match reader.record(*key)? {
            AnyRecord::Visit(visit) => Some((*key, visit)),
            _ => None,
        })
        .collect();
    visits.sort_by_cached_key(|(_, visit)| {
        let bounds = visit.when.as_ref().map(When::bounds).unwrap_or_default();
        let day = bounds.start_earliest.or(bounds.start_latest);
        (day.is_none(), day, bounds.start_latest.is_none(), bounds.start_latest)
    });
    visits
}
