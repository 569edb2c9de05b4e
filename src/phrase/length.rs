//! Lengths of time: `two weeks`, `two or three days`, `half a year`.

use super::partial::{Doubt, Item, Origin};
use super::piece::{Piece, Stretch};
use super::words::{Found, Words};
use crate::language::{Sense, Unit};
use crate::model::{Civil, Day, Period};

/// A length of time, with how rough its count is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Length {
    pub(super) count: u8,
    /// The most that it may be: of `two or three days`, three.
    pub(super) most: u8,
    pub(super) unit: Unit,
    pub(super) is_about: bool,
    is_exact: bool,
    /// Whether a word says that it is rough, beside its unit.
    is_hedged: bool,
}

impl Length {
    pub(super) fn one(unit: Unit) -> Self {
        Self::of(1, unit)
    }

    pub(super) fn of(count: u8, unit: Unit) -> Self {
        Self { count, most: count, unit, is_about: false, is_exact: false, is_hedged: false }
    }

    pub(super) fn exact(self) -> Self {
        Self { is_exact: true, ..self }
    }

    /// The length, back in time where the sign is negative; of several, the shortest.
    pub(super) fn period(self, sign: i32) -> Period {
        self.times(self.count, sign)
    }

    /// The same of the longest that it may be.
    pub(super) fn most(self, sign: i32) -> Period {
        self.times(self.most, sign)
    }

    /// Whether it is one length, not `two or three days`.
    pub(super) fn is_one(self) -> bool {
        self.count == self.most
    }

    fn times(self, count: u8, sign: i32) -> Period {
        let count = i32::from(count) * sign;
        match self.unit {
            Unit::Half => Period { months: count * 6, days: 0 },
            Unit::Week => Period { months: 0, days: count * 7 },
            Unit::Month => Period { months: count, days: 0 },
            Unit::Quarter => Period { months: count * 3, days: 0 },
            Unit::Year => Period { months: count * 12, days: 0 },
            Unit::Decade => Period { months: count * 120, days: 0 },
            Unit::Century => Period { months: count * 1200, days: 0 },
            _ => Period { months: 0, days: count },
        }
    }

    /// The length as days at least: of hours, all the days that they reach into.
    pub(super) fn in_days(self, sign: i32) -> Period {
        match self.unit {
            Unit::Hour => Period { months: 0, days: i32::from(self.most.div_ceil(24)) * sign },
            _ => self.most(sign),
        }
    }

    /// Whether it is counted in days or more: hours do not lead from a day to a day.
    pub(super) fn is_of_days(self) -> bool {
        self.unit != Unit::Hour
    }

    /// `about two weeks ago`: a day, a month or a year about that far from a publication on one day.
    pub(super) fn roughly(self, sign: i32, first: Day, last: Day) -> Option<Item> {
        let is_read = self.is_hedged && first == last && self.is_one();
        let day = self.period(sign).after(first);
        let Civil { year, month, .. } = day.civil();
        let piece = match self.unit {
            Unit::Week => Piece::Day(day),
            Unit::Month => Piece::Month(year, month),
            Unit::Year => Piece::Year(year),
            _ => return None,
        };
        let item = Item::fixed(Stretch::one(piece)).from(Origin::CountedFromPublication);
        is_read.then(|| item.doubted(Doubt { about: true, perhaps: false }))
    }

    /// Half a unit, since a count of weeks, months or years is rough; none for days.
    pub(super) fn slack(self) -> Period {
        match self.unit {
            _ if self.is_exact => Period::default(),
            Unit::Week => Period { months: 0, days: 3 },
            Unit::Month => Period { months: 0, days: 15 },
            Unit::Quarter => Period { months: 0, days: 45 },
            Unit::Half => Period { months: 3, days: 0 },
            Unit::Year => Period { months: 6, days: 0 },
            Unit::Decade => Period { months: 60, days: 0 },
            Unit::Century => Period { months: 600, days: 0 },
            _ if self.is_about => Period { months: 0, days: 1 },
            _ => Period::default(),
        }
    }

    pub(super) fn in_iso(self, sign: i32) -> (String, String) {
        let minus = if sign < 0 { "-" } else { "" };
        // Quarters, decades and centuries are written in months and years.
        let (count, letter) = match self.unit {
            Unit::Quarter => (u32::from(self.count) * 3, 'M'),
            Unit::Half => (u32::from(self.count) * 6, 'M'),
            Unit::Decade => (u32::from(self.count) * 10, 'Y'),
            Unit::Century => (u32::from(self.count) * 100, 'Y'),
            unit => (u32::from(self.count), letter(unit).unwrap_or('D')),
        };
        let slack = match self.unit {
            _ if self.is_exact => "",
            Unit::Week => "P3D",
            Unit::Month => "P15D",
            Unit::Quarter => "P45D",
            Unit::Half => "P3M",
            Unit::Year => "P6M",
            Unit::Decade => "P5Y",
            Unit::Century => "P50Y",
            _ if self.is_about => "P1D",
            _ => "",
        };
        (format!("{minus}P{count}{letter}"), slack.to_owned())
    }
}

/// The letter of a unit in a period of ISO 8601.
pub(super) fn letter(unit: Unit) -> Option<char> {
    match unit {
        Unit::Day => Some('D'),
        Unit::Week => Some('W'),
        Unit::Month => Some('M'),
        Unit::Year => Some('Y'),
        _ => None,
    }
}

/// Whether lengths of time are told in it.
pub(super) fn is_counted(unit: Unit) -> bool {
    !matches!(unit, Unit::Weekend | Unit::Third | Unit::Half | Unit::HalfMonth)
}

impl Words {
    /// `two weeks`, `about three days`, `exactly a month`.
    pub(super) fn length(&self, at: usize) -> Found<Length> {
        let mut found = Vec::new();
        let mut starts = vec![(at, false, false)];
        starts.extend(self.ends(at, Sense::Exactly).into_iter().map(|end| (end, false, true)));
        starts.extend(self.ends(at, Sense::About).into_iter().map(|end| (end, true, false)));
        let nearly: Vec<usize> = self.ends(at, Sense::Nearly);
        starts.extend(nearly.iter().map(|end| (*end, true, false)));
        starts.extend(self.ends(at, Sense::Article).into_iter().map(|end| (end, false, false)));
        for (start, is_about, is_exact) in starts {
            // `a couple of days`, `vor acht Tagen` for a week.
            let is_hedged = is_about && !nearly.contains(&start);
            let is_about = is_about || !self.ends(start, Sense::RoundCount).is_empty();
            let of = |count: u8, most: u8, unit: Unit| match unit {
                // All the hours that minutes reach into.
                Unit::Minute => Length {
                    count: count.div_ceil(60),
                    most: most.div_ceil(60),
                    unit: Unit::Hour,
                    is_about,
                    is_exact,
                    is_hedged,
                },
                _ => Length { count, most, unit, is_about, is_exact, is_hedged },
            };
            for (end, count) in self.count(start) {
                for (end, most) in std::iter::once((end, count)).chain(self.larger_count(end, count)) {
                    let units = self.units(end).into_iter().filter(|(_, unit)| is_counted(*unit));
                    found.extend(units.map(|(end, unit)| (end, of(count, most, unit))));
                }
            }
            let named = self.pick(start, |sense| match sense {
                Sense::Length(count, unit) => Some((count, unit)),
                _ => None,
            });
            found.extend(named.into_iter().map(|(end, (count, unit))| (end, of(count, count, unit))));
            // `the day after`. Where a count stands right before its unit, a unit alone is one of many: 日前.
            let is_article = start > at && !is_about && !is_exact || start == at;
            let is_read = is_article && !self.needs_count(start);
            for (end, _) in self.lone_units(start).into_iter().filter(|(_, unit)| is_read && *unit == Unit::Day) {
                found.push((end, Length { is_hedged: false, ..of(1, 1, Unit::Day) }));
            }
        }
        found
    }

    /// The second count of `two or three`, `2-3`, `zwei bis drei`.
    pub(super) fn larger_count(&self, at: usize, least: u8) -> Found<u8> {
        let joins = [Sense::To, Sense::Or].into_iter().flat_map(|sense| self.ends(at, sense)).chain(self.dash_end(at));
        let counts: Vec<(usize, u8)> = joins.flat_map(|join| self.count(join)).collect();
        counts.into_iter().filter(|(_, most)| *most > least).collect()
    }
}
