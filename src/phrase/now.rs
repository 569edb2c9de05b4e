//! Parts of the week, the month or the year that the publication lies in: `the end of the year`, `mid-month`,
//! `Jahresende`, 年底, `the 14th of last month`.

use super::body::{Body, Shape};
use super::counted::from_now;
use super::inside::Inside;
use super::partial::{Item, Origin};
use super::piece::{Piece, Stretch};
use super::words::{Found, Words};
use crate::language::{Sense, Unit};
use crate::model::Day;

/// The units of which parts are told without saying which.
fn has_parts(unit: Unit) -> bool {
    matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)
}

/// A part of the unit that the publication lies in; where it has not begun, that of the one before may be meant too.
fn part_now(unit: Unit, inside: &Inside, first: Day, last: Day) -> Vec<Item> {
    let part = |number: i8| {
        let item = Item::fixed(from_now(first, last, number, unit)?).inside(inside.clone());
        let start = item.partial.resolve().ok()?.first()?.stretch.first()?;
        Some((item.from(Origin::CountedFromPublication), start))
    };
    let Some((own, start)) = part(0) else { return Vec::new() };
    let before = part(-1).filter(|_| start > last).map(|(item, _)| item);
    before.into_iter().chain(std::iter::once(own)).collect()
}

impl Words {
    /// A part of the unit that is named from a place on.
    pub(super) fn parts_of_units_now(&self, at: usize, inside: &Inside) -> Found<Item> {
        let Some((first, last)) = self.known.published else { return Vec::new() };
        let places = self.fills(at).into_iter().filter(|place| !self.is_sign(place.saturating_sub(1), ','));
        let units = places.flat_map(|place| self.lone_units(place)).filter(|(_, unit)| has_parts(*unit));
        units
            .flat_map(|(end, unit)| part_now(unit, inside, first, last).into_iter().map(move |item| (end, item)))
            .collect()
    }

    /// `year-end`, `ay sonu`, 月底, `Jahresende`.
    pub(super) fn of_units_now(&self, at: usize, first: Day, last: Day) -> Found<Item> {
        let mut thirds: Found<(u8, Unit)> = self.pick(at, |sense| match sense {
            Sense::ThirdOf(third, unit) => Some((third, unit)),
            _ => None,
        });
        // The end of a week is no weekend.
        for (end, unit) in self.lone_units(at).into_iter().filter(|(_, unit)| has_parts(*unit) && *unit != Unit::Week) {
            for place in self.fills(self.after_hyphen(end)) {
                thirds.extend(self.third(place, false).into_iter().map(|(end, third)| (end, (third, unit))));
            }
        }
        let items = |(third, unit): (u8, Unit)| part_now(unit, &Inside::Thirds(third, third), first, last);
        thirds.into_iter().flat_map(|(end, of)| items(of).into_iter().map(move |item| (end, item))).collect()
    }

    /// 本月14日, `the 14th of last month`.
    pub(super) fn days_of_months_now(&self, at: usize, first: Day, last: Day) -> Found<Item> {
        let mut days: Found<(u8, i8)> = Vec::new();
        let is_month = |number: (i8, Unit)| (number.1 == Unit::Month).then_some(number.0);
        for (end, day) in self.day(at).into_iter().filter(|(end, _)| self.is_told_as_day(at, *end)) {
            for place in self.fills(end) {
                let months = self.unit_from_now(place).into_iter();
                days.extend(months.filter_map(|(end, number)| Some((end, (day, is_month(number)?)))));
            }
        }
        for (end, number) in self.unit_from_now(at) {
            let Some(number) = is_month(number) else { continue };
            for place in self.fills(end) {
                days.extend(self.day(place).into_iter().map(|(end, day)| (end, (day, number))));
            }
        }
        let found = days.into_iter().filter_map(|(end, (day, number))| {
            let Some(Piece::Month(year, month)) = from_now(first, last, number, Unit::Month)?.piece() else {
                return None;
            };
            let day = Day::from_civil(i64::from(year), month, day)?;
            Some((end, Item::fixed(Stretch::days(day, day)).from(Origin::CountedFromPublication)))
        });
        found.collect()
    }

    /// Whether the number of a day is told as that: `the 14th`, `le 14`, 14日.
    pub(super) fn is_told_as_day(&self, at: usize, end: usize) -> bool {
        let is_article = |before: usize| !self.ends(before, Sense::Article).is_empty();
        let is_ordinal = self.ordinal(at).iter().any(|(ordinal, _)| *ordinal == end);
        // A word alone, such as `first`, is the first of anything.
        self.small(at).is_some() && (is_ordinal || end > at + 1 || at.checked_sub(1).is_some_and(is_article))
    }

    /// `more than a year ago`, `less than a week ago`.
    pub(super) fn longer_ago(&self, at: usize) -> Found<Body> {
        let Some((first, last)) = self.known.published else { return Vec::new() };
        let mut found = Vec::new();
        for (sense, is_longer) in [(Sense::MoreThan, true), (Sense::LessThan, false)] {
            let led = self.ends(at, Sense::AgoBefore).into_iter().flat_map(|end| self.ends(end, sense));
            let led = led.flat_map(|end| self.length(end)).collect::<Vec<_>>();
            let plain = self.ends(at, sense).into_iter().flat_map(|end| self.length(end));
            let plain =
                plain.flat_map(|(end, length)| self.ends(end, Sense::Ago).into_iter().map(move |end| (end, length)));
            for (end, length) in led.into_iter().chain(plain).filter(|(_, length)| length.is_of_days()) {
                let far = length.period(-1);
                let day =
                    |from: Day, to: Day| Item::fixed(Stretch::days(from, to)).from(Origin::CountedFromPublication);
                let body = if is_longer {
                    Body::new(Shape::By, vec![day(far.after(first), far.after(last))])
                } else {
                    Body::new(Shape::Some, vec![day(length.most(-1).after(first), last)])
                };
                found.push((end, body));
            }
        }
        found
    }
}
