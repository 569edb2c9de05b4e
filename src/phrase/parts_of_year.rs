//! Seasons, quarters, halves and thirds of a year.

use super::partial::{Item, Partial};
use super::piece::{Piece, Stretch};
use super::words::{Found, Words};
use super::years::given_year;
use crate::language::{Sense, Unit};

impl Words {
    pub(super) fn season(&self, at: usize) -> Found<Item> {
        let seasons = |at: usize| {
            self.pick(at, |sense| match sense {
                Sense::Season(code) => Some(code),
                _ => None,
            })
        };
        let mut found = Vec::new();
        for (end, code) in seasons(at) {
            let item = Item::new(Partial::Season { year: None, code });
            for place in self.joints(end) {
                found.extend(self.in_years(place, &item));
                if code == 24 {
                    found.extend(self.winter_years(place));
                }
            }
            found.push((end, item));
        }
        for (end, year) in self.year(at) {
            for (end, code) in self.joints(end).into_iter().flat_map(seasons) {
                found.extend(
                    given_year(&Item::new(Partial::Season { year: None, code }), &year).map(|item| (end, item)),
                );
            }
        }
        found
    }

    /// The years of a winter: `2019-20`, `2019/2020`.
    pub(super) fn winter_years(&self, at: usize) -> Found<Item> {
        let Some((first, 4)) = self.number(at) else { return Vec::new() };
        let is_joined = ['-', '–', '/'].iter().any(|sign| self.is_sign(at + 1, *sign));
        let Some((second, digits)) = self.number(at + 2).filter(|_| is_joined) else { return Vec::new() };
        let follows = match digits {
            2 => (first + 1) % 100 == second,
            4 => first + 1 == second,
            _ => false,
        };
        let Some(year) = i32::try_from(first).ok().filter(|_| follows) else { return Vec::new() };
        let stretch = Stretch { from: Piece::Month(year, 12), to: Piece::Month(year + 1, 2) };
        vec![(at + 3, Item::fixed(stretch))]
    }

    /// Quarters, halves and thirds of a year.
    pub(super) fn quarter(&self, at: usize) -> Found<Item> {
        let mut codes: Found<u8> = Vec::new();
        // The last quarter of a year; without a year it is the one before this.
        let mut last_codes: Found<u8> = Vec::new();
        let code_of = |unit: Unit, number: u8| match (unit, number) {
            (Unit::Quarter, 1..=4) => Some(32 + number),
            (Unit::Third, 1..=3) => Some(36 + number),
            (Unit::Half, 1..=2) => Some(39 + number),
            _ => None,
        };
        for (end, unit) in self.units(at) {
            let number = self.small(end).and_then(|number| code_of(unit, number));
            codes.extend(number.map(|code| (end + 1, code)));
            // Arabic: الربع الأول.
            let ordinals = self.pick(end, |sense| match sense {
                Sense::Ordinal(number) => code_of(unit, number),
                _ => None,
            });
            codes.extend(ordinals);
        }
        for (end, number) in self.ordinal_or_last(at) {
            for (end, unit) in self.units(end) {
                let last = match unit {
                    Unit::Quarter => 4,
                    Unit::Third => 3,
                    _ => 2,
                };
                let code = code_of(unit, number.unwrap_or(last)).map(|code| (end, code));
                if number.is_some() { codes.extend(code) } else { last_codes.extend(code) }
            }
        }
        codes.extend(self.pick(at, |sense| match sense {
            Sense::Part(code) => Some(code),
            _ => None,
        }));
        let mut found = Vec::new();
        let count = codes.len();
        for (place_in_list, (end, code)) in codes.into_iter().chain(last_codes).enumerate() {
            let item = Item::new(Partial::Part { year: None, code });
            for place in self.joints(end) {
                found.extend(self.in_years(place, &item));
            }
            if place_in_list < count {
                // `the first quarter of the year`.
                let years = self.fills(end).into_iter().filter(|place| *place > end);
                let years = years.flat_map(|place| self.lone_units(place)).filter(|(_, unit)| *unit == Unit::Year);
                found.extend(years.map(|(end, _)| (end, item.clone())).collect::<Vec<_>>());
                found.push((end, item));
            }
        }
        for (end, year) in self.year(at) {
            for place in self.joints(end) {
                for (end, item) in self.quarter_without_year(place) {
                    found.extend(given_year(&item, &year).map(|item| (end, item)));
                }
            }
        }
        found
    }

    pub(super) fn quarter_without_year(&self, at: usize) -> Found<Item> {
        // A part that begins with a year would go round in a circle.
        if self.number(at).is_some_and(|(_, digits)| digits == 4) {
            return Vec::new();
        }
        // Chinese writes a 第 before an ordinal.
        let at = if self.is_word(at, "第") { at + 1 } else { at };
        self.quarter(at).into_iter().filter(|(_, item)| item.partial.lacks_year()).collect()
    }
}
