//! Numbers, ordinals, units, weekdays and months by their names, as parts of a date.

use super::numeric::roman;
use super::words::{Found, Words, distinct};
use crate::language::{Sense, Unit};

impl Words {
    /// An ordinal in words, in digits with its ending, or in digits with the full stop that tokens drop.
    pub(super) fn ordinal(&self, at: usize) -> Found<u8> {
        let mut found = self.pick(at, |sense| match sense {
            Sense::Ordinal(number) => Some(number),
            _ => None,
        });
        if let Some(number) = self.small(at) {
            if self.token(at).is_some_and(|token| token.is_stopped) || self.is_counted(at) {
                found.push((at + 1, number));
            }
            let hyphen = self.after_hyphen(at + 1);
            let endings = self.ends(at + 1, Sense::OrdinalEnd).into_iter().chain(self.ends(hyphen, Sense::OrdinalEnd));
            found.extend(endings.filter(|_| self.is_glued(at + 1)).map(|end| (end, number)));
        } else if let Some(number) = self.token(at).and_then(|token| roman_ordinal(&token.text)) {
            found.push((at + 1, number));
        }
        found
    }

    /// Whether a unit follows that makes an ordinal of a number: 三季度, 5 век, 2H.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        let is_short = self.is_glued(at + 1)
            && [Unit::Quarter, Unit::Half].iter().any(|unit| !self.ends(at + 1, Sense::Unit(*unit)).is_empty());
        let is_year_first =
            [Unit::Quarter, Unit::Century, Unit::Week].iter().any(|unit| self.counter(at + 1, *unit).is_some());
        is_short || is_year_first || !self.ends(at + 1, Sense::Unit(Unit::Century)).is_empty()
    }

    /// A count in digits or in words.
    pub(super) fn count(&self, at: usize) -> Found<u8> {
        let mut found = self.pick(at, |sense| match sense {
            Sense::Number(number) => Some(number),
            _ => None,
        });
        let digits = self.number(at).filter(|(_, digits)| *digits <= 3).and_then(|(value, _)| u8::try_from(value).ok());
        found.extend(digits.filter(|count| *count > 0).map(|count| (at + 1, count)));
        found
    }

    /// Units of time.
    pub(super) fn units(&self, at: usize) -> Found<Unit> {
        let at = self.after_hyphen(at);
        self.pick(at, |sense| match sense {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    /// Units of time of which no number is told, as far as they are not of several: `the last days` are no day.
    pub(super) fn lone_units(&self, at: usize) -> Found<Unit> {
        let at = self.after_hyphen(at);
        if self.is_many(at) { Vec::new() } else { self.units(at) }
    }

    /// Whether the word is a plural.
    pub(super) fn is_many(&self, at: usize) -> bool {
        !self.ends(at, Sense::Many).is_empty()
    }

    /// Days of the week.
    pub(super) fn weekday(&self, at: usize) -> Found<u8> {
        let mut found = self.pick(at, |sense| match sense {
            Sense::Weekday(day) => Some(day),
            _ => None,
        });
        // Turkish: Pazartesi günü.
        for (end, day) in found.clone() {
            let unit = self.lone_units(end).into_iter().filter(|(_, unit)| *unit == Unit::Day && self.needs_count(end));
            found.extend(unit.map(|(end, _)| (end, day)));
        }
        found
    }

    /// Months by their names, and by the number before their sign in Chinese and Japanese.
    pub(super) fn month(&self, at: usize) -> Found<u8> {
        let mut found = self.pick(at, |sense| match sense {
            Sense::Month(month) => Some(month),
            _ => None,
        });
        if let Some(number @ 1..=12) = self.small(at)
            && self.is_word(at + 1, "月")
            && let Some(end) = self.counter(at + 1, Unit::Month)
        {
            found.push((end, number));
        }
        // Turkish: Ekim'den, Ekim ayında.
        for (end, month) in found.clone() {
            let suffix = self.ends(end, Sense::OrdinalEnd).into_iter().filter(|_| self.is_glued(end));
            let word = self.lone_units(end).into_iter().filter(|(_, unit)| *unit == Unit::Month).map(|(end, _)| end);
            found.extend(suffix.chain(word).map(|end| (end, month)));
        }
        found
    }

    /// The number of a day, with its ending.
    pub(super) fn day(&self, at: usize) -> Found<u8> {
        let mut found: Found<u8> = Vec::new();
        let bare = self.small(at).map(|number| (at + 1, number));
        for (end, number) in distinct(self.ordinal(at).into_iter().chain(bare).collect()) {
            let is_short_year = at.checked_sub(1).is_some_and(|before| self.is_sign(before, '\'')) && self.is_glued(at);
            if is_short_year
                || !(1..=31).contains(&number)
                || self.token(at).is_some_and(|token| roman_ordinal(&token.text).is_some())
            {
                continue;
            }
            found.push((end, number));
            let is_told_as_day = end > at + 1 || self.small(at).is_none();
            if is_told_as_day && !self.is_many(end) {
                found.extend(self.ends(end, Sense::Unit(Unit::Day)).into_iter().map(|end| (end, number)));
            }
            // 天 counts days, and names none.
            let is_named = !["天", "日間"].iter().any(|counted| self.is_word(end, counted));
            found.extend(self.counter(end, Unit::Day).filter(|_| is_named).map(|end| (end, number)));
        }
        found
    }
}

/// A Roman numeral, perhaps with the ending of an ordinal: `XIXe`.
fn roman_ordinal(text: &str) -> Option<u8> {
    let bare = ["eme", "er", "e", "th"].iter().find_map(|ending| text.strip_suffix(ending));
    roman(text).or_else(|| roman(bare?))
}
