//! Times of day and times on a clock, which are read and left out.

use super::words::{Found, Words};
use crate::language::Sense;

impl Words {
    /// The time of day behind a date, and whether it is a night, which ends on the next day.
    pub(super) fn time_of_day(&self, at: usize) -> Found<bool> {
        let mut found = Vec::new();
        for place in self.fills(at) {
            let open = usize::from(self.is_sign(place, '('));
            let closed = |end: usize| end + usize::from(open == 1 && self.is_sign(end, ')'));
            found.extend(self.ends(place + open, Sense::DayTime).into_iter().map(|end| (closed(end), false)));
            found.extend(self.ends(place + open, Sense::Night).into_iter().map(|end| (closed(end), true)));
            found.extend(self.clock(place).map(|end| (end, false)));
            // `(local time)`.
            let zone = self.ends(place + open, Sense::Clock).into_iter();
            found.extend(zone.filter(|end| open == 1 && self.is_sign(*end, ')')).map(|end| (end + 1, false)));
            for end in self.ends(place, Sense::Clock) {
                found.extend(self.clock(end).map(|end| (end, false)));
            }
        }
        if self.is_word(at, "t") && self.is_glued(at) {
            found.extend(self.clock(at + 1).map(|end| (end, false)));
        }
        found
    }

    /// Where a time on a clock ends: `18:30`, `18:30:05.2+01:00`, `6 pm`, `18.30 Uhr`, `18h30`, `18时30分`.
    pub(super) fn clock(&self, at: usize) -> Option<usize> {
        self.small(at).filter(|hour| *hour < 24)?;
        let two = |at: usize| self.small(at).is_some_and(|value| value < 60 && self.is_glued(at));
        let mut end = at + 1;
        let mut is_told = false;
        while (self.is_sign(end, ':') || self.is_sign(end, '.') && self.is_glued(end)) && two(end + 1) {
            is_told |= self.is_sign(end, ':');
            end += 2;
        }
        // A fraction of a second has any number of digits.
        if is_told && self.is_sign(end, '.') && self.number(end + 1).is_some() {
            end += 2;
        }
        let mut behind = end;
        while let Some(next) = self.ends(behind, Sense::Clock).into_iter().max() {
            is_told = true;
            behind = next;
            if two(behind) {
                behind += 1;
            }
        }
        if is_told && (self.is_sign(behind, '+') || self.is_sign(behind, '-') || self.is_sign(behind, '–')) {
            let is_zone = self.number(behind + 1).is_some_and(|(_, digits)| digits == 4 || digits <= 2);
            if is_zone && self.is_glued(behind + 1) {
                behind += 2;
                if self.is_sign(behind, ':') && two(behind + 1) {
                    behind += 2;
                }
            }
        }
        // 10:00–12:00.
        if is_told && let Some(end) = self.dash_end(behind).and_then(|end| self.small(end).and(self.clock(end))) {
            return Some(end);
        }
        is_told.then_some(behind)
    }
}
