//! Visits that are brought in and may be there already, or twice in what is brought in.

use crate::analysis::doubles;
use crate::index::Reader;
use crate::model::{Day, Id, Key, RecordKind, Visit};

/// The pairs of visits that may be one, of which at least one is new: the earlier in the file first.
#[must_use]
pub fn double_visits(reader: &Reader, is_new: impl Fn(Key) -> bool) -> Vec<(Id, Id)> {
    let pairs = doubles::double_visits(reader, days_of, |(one, _), (other, _)| is_new(one) || is_new(other));
    let place_of = |key: Key| reader.index.place_of(key).map_or(usize::MAX, |(_, place)| place);
    let in_file = |(one, other): (Key, Key)| {
        let (one, other) = if place_of(one) < place_of(other) { (one, other) } else { (other, one) };
        ((place_of(one), place_of(other)), one, other)
    };
    let mut pairs: Vec<_> = pairs.into_iter().map(in_file).collect();
    pairs.sort_unstable_by_key(|(places, ..)| *places);
    let id_of = |key: Key| match reader.index.place_of(key)? {
        (RecordKind::Visit, place) => reader.briefing.visits.get(place).map(|entry| entry.record.id.clone()),
        _ => None,
    };
    pairs.into_iter().filter_map(|(_, one, other)| Some((id_of(one)?, id_of(other)?))).collect()
}

/// The first and the last day on which a visit may have been, where its start is bounded.
pub(super) fn days_of(visit: &Visit) -> Option<(Day, Day)> {
    let bounds = visit.when.as_ref()?.bounds();
    let (first, last) = bounds.start_earliest.zip(bounds.start_latest)?;
    Some((first, bounds.end_latest.map_or(last, |end| end.max(last))))
}
