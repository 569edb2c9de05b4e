//! Decades and centuries.

use super::numeric::roman;
use super::partial::Item;
use super::piece::{Piece, Stretch};
use super::words::{Found, Words};
use crate::language::{Sense, Unit};

impl Words {
    /// `1990s`, `the '90s`, `1990er`, `années 1990`, `the 1990s`; `1900s` may be a century.
    pub(super) fn decade(&self, at: usize) -> Found<Item> {
        let mut found = Vec::new();
        let apostrophe = usize::from(self.is_sign(at, '\''));
        let place = at + apostrophe;
        let lead: Vec<(usize, bool)> = std::iter::once((place, false))
            .chain(
                self.ends(at, Sense::DecadeLead)
                    .into_iter()
                    .map(|end| (end + usize::from(self.is_sign(end, '\'')), true)),
            )
            .collect();
        for (place, is_led) in lead {
            let Some((value, digits)) = self.number(place).filter(|(value, _)| value % 10 == 0) else { continue };
            let Ok(value) = i32::try_from(value) else { continue };
            let mut ends: Vec<usize> = if is_led { vec![place + 1] } else { Vec::new() };
            // The apostrophe of `1990's` and the hyphen of `1990-х`.
            for end in [place + 1, place + 1 + usize::from(self.is_sign(place + 1, '\''))] {
                ends.extend(self.ends(end, Sense::DecadeEnd).into_iter().filter(|_| self.is_glued(place + 1)));
            }
            if let Some(end) = self.pick(place + 1, |sense| (sense == Sense::Unit(Unit::Decade)).then_some(())).first()
            {
                ends.push(end.0);
            }
            let years_behind: Vec<usize> =
                ends.iter().flat_map(|end| self.ends(*end, Sense::Unit(Unit::Year))).collect();
            ends.extend(years_behind);
            ends.sort_unstable();
            ends.dedup();
            for end in ends {
                let decade = |number: i32| Item::fixed(Stretch::one(Piece::Decade(number)));
                match digits {
                    4 if value % 100 == 0 => {
                        found.push((end, decade(value / 10).because("decade")));
                        found.push((end, Item::fixed(Stretch::one(Piece::Century(value / 100))).because("century")));
                    }
                    4 => found.push((end, decade(value / 10))),
                    2 if value >= 30 => found.push((end, decade(190 + value / 10))),
                    2 => {
                        found.push((end, decade(200 + value / 10).because("of this century")));
                        found.push((end, decade(190 + value / 10).because("of the last century")));
                    }
                    _ => {}
                }
            }
        }
        found
    }

    /// `19th century`, `5th century BC`, `siècle` behind a Roman numeral, `siglo XIX`.
    pub(super) fn century(&self, at: usize) -> Found<Item> {
        let mut numbers: Found<u8> = Vec::new();
        for (end, number) in self.ordinal(at) {
            let place = self.after_hyphen(end);
            let glued_roman = self.token(at).is_some_and(|token| roman(&token.text).is_some());
            let endings = if glued_roman { self.ends(end, Sense::OrdinalEnd) } else { Vec::new() };
            for place in std::iter::once(place).chain(endings) {
                numbers.extend(self.ends(place, Sense::Unit(Unit::Century)).into_iter().map(|end| (end, number)));
            }
        }
        for end in self.ends(at, Sense::Unit(Unit::Century)) {
            if let Some(number) = self.token(end).and_then(|token| roman(&token.text)) {
                numbers.push((end + 1, number));
            }
        }
        let mut found = Vec::new();
        for (end, number) in numbers.into_iter().filter(|(_, number)| (1..=30).contains(number)) {
            let number = i32::from(number);
            let of_era = Item::fixed(Stretch::one(Piece::Century(number - 1)));
            found.extend(self.ends(end, Sense::Ad).into_iter().map(|end| (end, of_era.clone())));
            // The fifth century BC is the years 500 to 401 BC, -499 to -400 in astronomical numbers.
            let before = Stretch { from: Piece::Year(1 - number * 100), to: Piece::Year(-(number - 1) * 100) };
            found.extend(self.ends(end, Sense::Bc).into_iter().map(|end| (end, Item::fixed(before))));
            // 20世纪90年代.
            if let Some((value @ 10..=90, 2)) = self.number(end).filter(|(value, _)| value % 10 == 0) {
                let decade = (number - 1) * 10 + i32::try_from(value / 10).unwrap_or(0);
                let units = self.ends(end + 1, Sense::Unit(Unit::Decade)).into_iter();
                found.extend(units.map(|end| (end, Item::fixed(Stretch::one(Piece::Decade(decade))))));
            }
            found.push((end, of_era));
        }
        found
    }
}
