//! Years, with what stands around them: `44 BC`, `'24`, `2018'den`.

use super::partial::{Item, Origin, Partial};
use super::piece::{Piece, Stretch};
use super::words::{Found, Words};
use crate::language::{Sense, Unit};

impl Words {
    /// Years, with what stands around them: `2024`, `44 BC`, `AD 476`, `2024 г.`, `'24`, `last year`.
    pub(super) fn year(&self, at: usize) -> Found<Item> {
        let mut found: Found<Item> = Vec::new();
        let year_item = |year: i32| Item::fixed(Stretch::one(Piece::Year(year)));
        if let Some((value, digits)) = self.number(at)
            && digits <= 4
            && let Ok(year) = i32::try_from(value)
        {
            if digits == 4 && year > 0 {
                found.push((at + 1, year_item(year)));
                // `2000 years` are no year.
                let unit = self.ends(at + 1, Sense::Unit(Unit::Year)).into_iter().filter(|_| !self.is_many(at + 1));
                found.extend(unit.map(|end| (end, year_item(year))));
                // Turkish: 2018'den.
                if self.is_sign(at + 1, '\'') && self.is_glued(at + 1) && self.is_glued(at + 2) {
                    found.extend(self.ends(at + 2, Sense::OrdinalEnd).into_iter().map(|end| (end, year_item(year))));
                }
            }
            let behind: Vec<usize> =
                std::iter::once(at + 1).chain(self.ends(at + 1, Sense::Unit(Unit::Year))).collect();
            for place in behind.into_iter().filter(|_| year > 0) {
                found.extend(self.ends(place, Sense::Bc).into_iter().map(|end| (end, year_item(1 - year))));
                found.extend(self.ends(place, Sense::Ad).into_iter().map(|end| (end, year_item(year))));
            }
        }
        for (sense, is_before) in [(Sense::Bc, true), (Sense::Ad, false)] {
            for end in self.ends(at, sense) {
                if let Some((value, 1..=4)) = self.number(end)
                    && let Ok(year) = i32::try_from(value)
                    && year > 0
                {
                    let item = year_item(if is_before { 1 - year } else { year });
                    let end = self.counter(end + 1, Unit::Year).unwrap_or(end + 1);
                    found.push((end, item));
                }
            }
        }
        if self.is_sign(at, '\'') && self.is_glued(at + 1) {
            found.extend(self.short_year(at + 1));
        }
        found.extend(self.counted_year(at));
        found
    }

    /// A year of two digits: of this century or the last.
    pub(super) fn short_year(&self, at: usize) -> Found<Item> {
        let Some((value, 2)) = self.number(at) else { return Vec::new() };
        let years = [(2000, "year of two digits: 20…"), (1900, "year of two digits: 19…")];
        let of = |(century, why): (i32, &'static str)| {
            let year = century + i32::try_from(value).unwrap_or(0);
            (at + 1, Item::fixed(Stretch::one(Piece::Year(year))).because(why))
        };
        years.into_iter().map(of).collect()
    }

    /// What a date gets of a year: it, how it was read, what it rests on.
    pub(super) fn in_years(&self, place: usize, item: &Item) -> Found<Item> {
        let mut found = Vec::new();
        for (end, year) in self.year(place) {
            found.extend(given_year(item, &year).map(|item| (end, item)));
        }
        found
    }
}

/// A date with the year that was read beside it.
pub(super) fn given_year(item: &Item, year: &Item) -> Option<Item> {
    let Partial::Fixed(stretch) = &year.partial else { return None };
    let Some(Piece::Year(number)) = stretch.piece() else { return None };
    let mut item = item.clone();
    *item.partial.year_slot()? = Some(number);
    item.why.extend(&year.why);
    if year.origin != Origin::Stated {
        item.origin = year.origin.clone();
    }
    Some(item)
}
