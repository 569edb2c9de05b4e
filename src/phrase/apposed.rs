//! A date that is told twice: `yesterday, 14 October`, `14 October (yesterday)`, `last month (September)`.

use super::partial::{Clash, Item, Origin, Partial, Resolved};
use super::piece::{Piece, Stretch, weekday_of};
use super::words::{Found, Words};

impl Words {
    /// A date with another behind it that says the same, one of the two counted from the publication.
    pub(super) fn apposed(&self, end: usize, item: &Item) -> Found<Item> {
        let is_bracketed = self.is_sign(end, '(');
        let start = end + usize::from(is_bracketed || self.is_sign(end, ','));
        let beside: Vec<(usize, Item, Item)> = if counted(item).is_some() {
            let mut told = self.plain(start);
            told.extend(self.numeric(start));
            told.into_iter().map(|(end, told)| (end, item.clone(), told)).collect()
        } else if start > end && !item.partial.is_bare_day() {
            self.counted(start).into_iter().map(|(end, counted)| (end, counted, item.clone())).collect()
        } else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (end, now, told) in beside {
            let close = self.is_sign(end, ')');
            if is_bracketed && !close || told.partial.is_bare_day() && !told.is_of_month {
                continue;
            }
            let end = end + usize::from(is_bracketed);
            found.extend(both(&now, &told).into_iter().map(|item| (end, item)));
        }
        found
    }
}

/// What is counted from the publication, where it is a stretch of the calendar.
fn counted(item: &Item) -> Option<Stretch> {
    match &item.partial {
        Partial::Fixed(stretch) if item.origin != Origin::Stated => Some(*stretch),
        _ => None,
    }
}

/// The narrower of two dates that agree; where they do not, each with what contradicts it.
fn both(now: &Item, told: &Item) -> Vec<Item> {
    let Some(stretch) = counted(now) else { return Vec::new() };
    let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { return Vec::new() };
    if let Partial::Weekday(weekday) = told.partial {
        let clash = (weekday_of(first) != weekday).then_some(Clash::Weekday(weekday, first));
        return if first == last { vec![Item { clash, ..now.clone() }] } else { Vec::new() };
    }
    // 昨日(14日).
    if let Partial::Day { month: None, day, .. } = told.partial {
        return if first == last && first.civil().day == day { vec![now.clone()] } else { Vec::new() };
    }
    let resolved = |item: &Item| item.partial.resolve().unwrap_or_default();
    let mut candidates: Vec<Item> = Vec::new();
    if told.partial.lacks_year() {
        for year in [first.civil().year, last.civil().year] {
            let mut item = told.clone();
            if let Some(slot) = item.partial.year_slot() {
                *slot = Some(year);
            }
            candidates.push(item);
        }
        candidates.dedup();
    } else {
        candidates.push(told.clone());
    }
    let within = |inner: Stretch, outer: Stretch| outer.first() <= inner.first() && inner.last() <= outer.last();
    let mut apart: Option<(Item, Stretch)> = None;
    for item in candidates {
        for Resolved { stretch: other, clash, .. } in resolved(&item) {
            if within(other, stretch) {
                let is_same = other.first() == stretch.first() && other.last() == stretch.last();
                let origin = if is_same { now.origin.clone() } else { Origin::CountedFromPublication };
                let is_month = matches!(other.piece(), Some(Piece::Month(..) | Piece::Day(_)));
                let whole = if is_month { Partial::Fixed(other) } else { item.partial.clone() };
                return vec![Item { partial: whole, origin, clash, has_time: now.has_time, ..item }];
            }
            if within(stretch, other) {
                return vec![Item { clash, ..now.clone() }];
            }
            apart.get_or_insert((item.clone(), other));
        }
    }
    let Some((item, other)) = apart else { return Vec::new() };
    let clash = Some(Clash::Apart(stretch, other));
    vec![Item { clash, ..now.clone() }, Item { clash, origin: Origin::Stated, ..item }]
}
