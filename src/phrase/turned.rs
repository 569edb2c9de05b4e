//! `last Monday`, `next May`, `this summer`, `le 14 octobre dernier`: what is named, counted by `last`, `this` or `next`.

use super::counted::days_in_iso;
use super::partial::{Item, Origin, Partial};
use super::piece::{Piece, Stretch, weekday_of};
use super::words::{Found, Words};
use crate::language::{Sense, Unit};
use crate::model::Day;

/// A weekday, a month, a season or a day of the year, without a year.
#[derive(Debug, Clone, Copy)]
enum Named {
    Day(u8, u8),
    Weekday(u8),
    Month(u8),
    Season(u8),
}

impl Named {
    /// The one that `last`, `this` or `next` means at a day: two where people differ.
    fn turned(self, sense: Sense, today: Day) -> Vec<Item> {
        // This round: of the calendar week, of the calendar year.
        let of_round = |round: i32| self.in_round(today, round);
        // 29 February lies in some years alone.
        let reach = if matches!(self, Self::Day(2, 29)) { 8 } else { 2 };
        let is_past = |stretch: &Stretch| stretch.last().is_some_and(|last| last < today);
        let is_ahead = |stretch: &Stretch| stretch.first().is_some_and(|first| first > today);
        let rounds: Vec<Stretch> = (-reach..=reach).filter_map(of_round).collect();
        let nearest_past = rounds.iter().rev().find(|stretch| is_past(stretch)).copied();
        let nearest_ahead = rounds.iter().find(|stretch| is_ahead(stretch)).copied();
        let (nearest, other) = match sense {
            // A day has one that was last: `le 14 octobre dernier`.
            Sense::Last if matches!(self, Self::Day(..)) => (nearest_past, None),
            Sense::Next if matches!(self, Self::Day(..)) => (nearest_ahead, None),
            Sense::Past => (nearest_past, None),
            Sense::Coming => (nearest_ahead, None),
            // The last one there was, or that of the last week or year.
            Sense::Last => (nearest_past, of_round(-1)),
            Sense::Next => (nearest_ahead, of_round(1)),
            // This week's or year's; where it is over or far ahead, the other one beside today too.
            _ => {
                let this = of_round(0);
                let other = match self {
                    Self::Weekday(_) if this.as_ref().is_some_and(is_past) => nearest_ahead,
                    Self::Season(24) => of_round(-1),
                    _ => None,
                };
                (this, other)
            }
        };
        let mut stretches: Vec<Stretch> = nearest.into_iter().chain(other).collect();
        stretches.dedup();
        let item = |stretch: Stretch| {
            let origin = match (is_past(&stretch), is_ahead(&stretch)) {
                (true, _) => Origin::NearestPast,
                (_, true) => Origin::NearestFuture,
                _ => Origin::CountedFromPublication,
            };
            Item::fixed(stretch).from(origin)
        };
        stretches.into_iter().map(item).collect()
    }

    /// The one of the week, or the year, so many from that of a day.
    fn in_round(self, today: Day, round: i32) -> Option<Stretch> {
        let year = today.civil().year + round;
        Some(match self {
            Self::Day(month, day) => Stretch::one(Piece::Day(Day::from_civil(i64::from(year), month, day)?)),
            Self::Weekday(weekday) => {
                let monday = today.plus_days(7 * round - i32::from(weekday_of(today)));
                let day = monday.plus_days(i32::from(weekday));
                Stretch::days(day, day)
            }
            Self::Month(month) => Stretch::one(Piece::Month(year, month)),
            Self::Season(24) => Stretch { from: Piece::Month(year, 12), to: Piece::Month(year + 1, 2) },
            Self::Season(code) => Stretch::one(Piece::Part(year, code)),
        })
    }
}

impl Words {
    /// `last`, `this`, `next`, as how many units from now.
    pub(super) fn turn(&self, at: usize) -> Found<i8> {
        self.pick(at, |sense| match sense {
            Sense::Last | Sense::Past => Some(-1),
            Sense::This => Some(0),
            Sense::Next | Sense::Coming => Some(1),
            _ => None,
        })
    }

    /// A unit with how many of it from now: `yesterday`, `last month`, `la semaine dernière`.
    pub(super) fn unit_from_now(&self, at: usize) -> Found<(i8, Unit)> {
        let mut found = self.pick(at, |sense| match sense {
            Sense::Relative(number, unit) => Some((number, unit)),
            _ => None,
        });
        let mut turned: Found<(i8, Unit)> = Vec::new();
        for (end, number) in self.turn(at).into_iter().filter(|_| !self.is_many(at)) {
            turned.extend(self.lone_units(end).into_iter().map(|(end, unit)| (end, (number, unit))));
        }
        for (end, unit) in self.lone_units(at) {
            for place in self.fills(end).into_iter().filter(|place| !self.is_many(*place)) {
                turned.extend(self.turn(place).into_iter().map(|(end, number)| (end, (number, unit))));
            }
        }
        // `the next day` is counted from what was told before.
        found.extend(turned.into_iter().filter(|(_, (number, unit))| *unit != Unit::Day || *number == 0));
        // `last week's`: what follows belongs to it.
        found.retain(|(_, (_, unit))| !matches!(unit, Unit::Third | Unit::Half | Unit::HalfMonth | Unit::Minute));
        found
    }

    /// `last Monday`, `next May`, `this summer`, `la primavera pasada`.
    pub(super) fn named_from_now(&self, at: usize, first: Day, last: Day) -> Found<Item> {
        let Some(today) = (first == last).then_some(first) else { return Vec::new() };
        let mut found = Vec::new();
        let mut of_today = Vec::new();
        let mut add = |end: usize, sense: Sense, name: Named| {
            found.extend(name.turned(sense, today).into_iter().map(|item| (end, item)));
        };
        let turns = |at: usize| {
            self.pick(at, |sense| {
                let is_turn = matches!(sense, Sense::Last | Sense::This | Sense::Next | Sense::Past | Sense::Coming);
                is_turn.then_some(sense)
            })
        };
        for (end, sense) in turns(at) {
            // `this morning`.
            let times = self.ends(end, Sense::DayTime).into_iter().filter(|_| sense == Sense::This);
            let item = Item::fixed(Stretch::one(Piece::Day(today))).timed();
            let origin = Origin::Relative { offset: days_in_iso(0), slack: String::new() };
            of_today.extend(times.map(|end| (end, item.clone().from(origin.clone()))));
            for (end, name) in self.named(end) {
                add(end, sense, name);
            }
        }
        for (end, name) in self.named(at) {
            for place in self.fills(end) {
                for (end, sense) in turns(place) {
                    add(end, sense, name);
                }
            }
        }
        found.extend(of_today);
        found
    }

    fn named(&self, at: usize) -> Found<Named> {
        let mut found = self.pick(at, |sense| match sense {
            Sense::Weekday(day) => Some(Named::Weekday(day)),
            Sense::Month(month) => Some(Named::Month(month)),
            Sense::Season(code) => Some(Named::Season(code)),
            _ => None,
        });
        let days = self.leads(at).into_iter().flat_map(|place| self.dated(place, None));
        found.extend(days.filter_map(|(end, item)| match item.partial {
            Partial::Day { year: None, month: Some(month), day, .. } => Some((end, Named::Day(month, day))),
            _ => None,
        }));
        found
    }
}
