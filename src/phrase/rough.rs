//! How far something lies from what was told before it where nobody counted: `a few days later`, `the week before`, `the
//! next morning`, `in the weeks that followed`. What it comes to is as wide as the words may be meant.

use super::length::{Length, letter};
use super::words::{Found, Words};
use crate::language::{Sense, Unit};

/// How far, and how far it may lie off on either side, both ISO 8601.
pub(super) struct Rough {
    pub(super) offset: String,
    pub(super) slack: String,
}

/// Several units are one to eleven: so many, and so many off.
const SEVERAL: (u8, u8) = (6, 5);
/// Those that follow at once are none to twelve.
const FOLLOWING: (u8, u8) = (6, 6);

impl Rough {
    fn of(sign: i32, (count, off): (u8, u8), letter: char) -> Self {
        let minus = if sign < 0 && count > 0 { "-" } else { "" };
        let slack = if off == 0 { String::new() } else { format!("P{off}{letter}") };
        Self { offset: format!("{minus}P{count}{letter}"), slack }
    }

    /// Some day of the unit beside the one that was told.
    fn of_whole(sign: i32, letter: char) -> Self {
        Self { slack: whole_unit(letter).to_owned(), ..Self::of(sign, (1, 0), letter) }
    }

    /// `more than a year`: from there to one more; `less than a month`: up to there.
    fn beside(sign: i32, length: Length, is_more: bool) -> Option<Self> {
        let count = u32::from(length.count);
        let (offset, slack) = match (length.unit, is_more) {
            (Unit::Year, true) => (format!("P{count}Y6M"), "P6M".to_owned()),
            (Unit::Year, false) => (format!("P{}M", 6 * count), format!("P{}M", 6 * count)),
            (Unit::Month, true) => (format!("P{count}M15D"), "P16D".to_owned()),
            (Unit::Month, false) => (format!("P{}D", 15 * count), format!("P{}D", 16 * count)),
            (Unit::Week, true) => (format!("P{}D", 7 * count + 4), "P4D".to_owned()),
            (Unit::Week, false) => (format!("P{}D", 4 * count), format!("P{}D", 4 * count)),
            _ => return None,
        };
        let minus = if sign < 0 { "-" } else { "" };
        Some(Self { offset: format!("{minus}{offset}"), slack })
    }

    /// Some hours are the same day, or the next.
    fn of_hours(sign: i32, days: u8) -> Self {
        Self::of(sign, (days, 1), 'D')
    }
}

impl Words {
    /// A length that nobody counted, without what tells to which side it lies: `a few days`, `an hour`, `the week`.
    pub(super) fn rough_length(&self, at: usize, sign: i32) -> Found<Rough> {
        let mut found = Vec::new();
        for place in self.leads(at) {
            for end in self.ends(place, Sense::Several).into_iter().filter(|_| !self.is_word(place, "many")) {
                let units = self.units(end).into_iter();
                found.extend(units.filter_map(|(end, unit)| Some((end, of_several(unit, sign, true)?))));
            }
            if self.is_many(place) {
                let units = self.units(place).into_iter();
                found.extend(units.filter_map(|(end, unit)| Some((end, of_several(unit, sign, false)?))));
            }
            let is_led = place > at && !self.needs_count(place);
            for (end, unit) in self.lone_units(place).into_iter().filter(|_| is_led) {
                // `the week before`; a day by itself is counted.
                let whole = letter(unit).filter(|letter| *letter != 'D');
                found.extend(whole.map(|letter| (end, Rough::of_whole(sign, letter))));
            }
            for end in self.day_times(place).into_iter().filter(|_| is_led) {
                found.push((end, Rough::of(sign, (1, 0), 'D')));
            }
        }
        for (end, length) in self.length(at).into_iter().filter(|(_, length)| !length.is_of_days() && length.is_one()) {
            found.push((end, Rough::of_hours(sign, length.count / 24)));
        }
        for (sense, is_more) in [(Sense::MoreThan, true), (Sense::LessThan, false)] {
            for (end, length) in self.ends(at, sense).into_iter().flat_map(|end| self.length(end)) {
                found.extend(Rough::beside(sign, length, is_more).map(|rough| (end, rough)));
            }
        }
        found
    }

    /// `within days`: none of them, or several, behind what was told.
    pub(super) fn rough_within(&self) -> Option<Rough> {
        let places = self.ends(0, Sense::Within).into_iter().filter(|place| self.is_many(*place));
        let units: Vec<_> = places.flat_map(|place| self.units(place)).filter(|(end, _)| *end == self.len()).collect();
        let (_, unit) = units.first()?;
        match unit {
            Unit::Hour | Unit::Minute => Some(Rough::of_hours(1, 0)),
            unit => letter(*unit).map(|letter| Rough::of(1, FOLLOWING, letter)),
        }
    }

    /// `the next morning`, `that evening`, `over the following weeks`: behind a word that points at what was told before.
    pub(super) fn rough_told(&self, at: usize, number: i8) -> Option<Rough> {
        let is_whole = |end: &usize| *end == self.len();
        let count = number.unsigned_abs();
        let sign = i32::from(number);
        if self.day_times(at).iter().any(is_whole) {
            let is_night = self.ends(at, Sense::Night).iter().any(is_whole);
            return Some(Rough::of(sign, (count, u8::from(is_night)), 'D'));
        }
        if !self.is_many(at) || number == 0 {
            return None;
        }
        let units = self.units(at).into_iter().filter(|(end, _)| is_whole(end));
        let letters: Vec<char> = units.filter_map(|(_, unit)| letter(unit)).collect();
        letters.first().map(|letter| Rough::of(sign, FOLLOWING, *letter))
    }

    /// Where a part of a day or a night ends.
    fn day_times(&self, at: usize) -> Vec<usize> {
        [Sense::DayTime, Sense::Night].into_iter().flat_map(|sense| self.ends(at, sense)).collect()
    }
}

/// Several of a unit; of years by themselves it is not said how many: `years later` may be thirty.
fn of_several(unit: Unit, sign: i32, is_said: bool) -> Option<Rough> {
    match unit {
        Unit::Hour | Unit::Minute => Some(Rough::of_hours(sign, 0)),
        Unit::Year if !is_said => None,
        unit => letter(unit).map(|letter| Rough::of(sign, SEVERAL, letter)),
    }
}

/// How far a day may lie off that is told by its week, month or year alone: `the following week` is any day of it.
pub(super) fn whole_unit(letter: char) -> &'static str {
    match letter {
        'W' => "P6D",
        'M' => "P1M",
        'Y' => "P1Y",
        _ => "",
    }
}
