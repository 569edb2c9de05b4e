//! One date: a day, a month, a season, a part of a year, a year, a decade, a century, or a part of one of these.

use super::dated::with_weekday;
use super::inside::Inside;
use super::partial::{Item, Partial};
use super::piece::Piece;
use super::words::{Found, Words, distinct};
use crate::language::{NumberOrder, Sense, Unit};

/// How far parts of parts are followed: `the first Monday of the last week of May`.
const MOST_DEPTH: u8 = 3;

impl Words {
    /// Every date that begins at a place.
    pub(super) fn point(&self, at: usize) -> Found<Item> {
        self.point_within(at, MOST_DEPTH)
    }

    pub(super) fn point_within(&self, at: usize, depth: u8) -> Found<Item> {
        let mut found = self.plain(at);
        found.extend(self.numeric(at));
        found.extend(self.counted(at));
        if depth > 0 {
            found.extend(self.part_of(at, depth - 1));
        }
        let found = distinct(found);
        let mut all = Vec::new();
        for (end, item) in found {
            all.extend(self.followed(end, item));
        }
        distinct(all)
    }

    /// What may stand behind a date: its weekday, the time of day, `mid` in the languages that say it last.
    pub(super) fn followed(&self, end: usize, item: Item) -> Found<Item> {
        let mut all = vec![(end, item.clone())];
        all.extend(self.apposed(end, &item));
        let open = usize::from(self.is_sign(end, ',') || self.is_sign(end, '('));
        let bracketed = self
            .weekday(end + open)
            .into_iter()
            .map(|(close, weekday)| (close + usize::from(self.is_sign(end, '(') && self.is_sign(close, ')')), weekday));
        // Japanese: (土).
        let plain = if open > 0 { self.weekday(end) } else { Vec::new() };
        // `, a Saturday`.
        let is_one = |sense| (sense == Sense::Number(1)).then_some(());
        let counted = self.pick(end + open, is_one).into_iter().flat_map(|(end, ())| self.weekday(end));
        for (close, weekday) in bracketed.chain(plain).chain(counted).collect::<Vec<_>>() {
            if let Some(item) = with_weekday(&item, weekday) {
                all.push((close, item));
            }
        }
        let days: Found<Item> = all.iter().filter(|(_, item)| is_day(&item.partial)).cloned().collect();
        for (end, item) in days {
            for (end, is_night) in self.time_of_day(end) {
                let item = item.clone().timed();
                all.push((end, if is_night { item.inside(Inside::Night) } else { item }));
            }
        }
        for place in self.fills(end) {
            for (close, third) in self.third(place, false) {
                all.push((close, item.clone().inside(Inside::Thirds(third, third))));
            }
        }
        all
    }

    /// `early`, `mid`, `late` as a number of a third.
    pub(super) fn third(&self, at: usize, with_hyphen: bool) -> Found<u8> {
        let found = self.pick(at, |sense| match sense {
            Sense::Early => Some(1),
            Sense::Mid => Some(2),
            Sense::Late => Some(3),
            _ => None,
        });
        found.into_iter().map(|(end, third)| (if with_hyphen { self.after_hyphen(end) } else { end }, third)).collect()
    }

    /// A part of a date that is named before it.
    pub(super) fn part_of(&self, at: usize, depth: u8) -> Found<Item> {
        let mut found = Vec::new();
        let mut found_now = Vec::new();
        let mut add = |ends: Vec<usize>, inside: &Inside| {
            for place in ends {
                for (end, item) in self.point_within(place, depth) {
                    if !item.partial.is_bare_day() {
                        found.push((end, item.inside(inside.clone())));
                    }
                }
            }
        };
        for (end, first) in self.third(at, true) {
            add(self.fills(end), &Inside::Thirds(first, first));
            found_now.extend(self.parts_of_units_now(end, &Inside::Thirds(first, first)));
            // `mid-to-late`, `early or mid`.
            // `early and late` leaves out what lies between.
            let joins = |senses: &[Sense]| -> Vec<usize> {
                senses.iter().flat_map(|sense| self.ends(end, *sense)).map(|end| self.after_hyphen(end)).collect()
            };
            let to = joins(&[Sense::To]).into_iter().chain(self.dash_end(end)).map(|join| (join, 3));
            let beside = joins(&[Sense::Or, Sense::And]).into_iter().map(|join| (join, first + 1));
            for (join, most) in to.chain(beside) {
                for (end, last) in self.third(join, true) {
                    if last > first && last <= most {
                        add(self.fills(end), &Inside::Thirds(first, last));
                    }
                }
            }
        }
        for (end, number) in self.ordinal_or_last(at) {
            for (end, unit) in self.lone_units(end) {
                let inside = match (unit, number) {
                    (Unit::Half, Some(half @ 1..=2)) => Inside::Half { second: half == 2 },
                    (Unit::Half, None) => Inside::Half { second: true },
                    (Unit::HalfMonth, Some(half @ 1..=2)) => Inside::HalfMonth { second: half == 2 },
                    (Unit::HalfMonth, None) => Inside::HalfMonth { second: true },
                    (Unit::Week, number) => Inside::Week(number),
                    (Unit::Day, number) => Inside::Day(number),
                    _ => continue,
                };
                add(self.must_fill(end), &inside);
                found_now.extend(self.parts_of_units_now(end, &inside));
            }
            for (end, weekday) in self.weekday(end) {
                add(self.must_fill(end), &Inside::Weekday(number, weekday));
                found_now.extend(self.parts_of_units_now(end, &Inside::Weekday(number, weekday)));
            }
        }
        for (end, last) in self.first_or_last(at) {
            for (end, count) in self.count(end) {
                for (end, unit) in self.units(end) {
                    found_now.extend(self.parts_of_units_now(end, &Inside::Units { last, count, unit }));
                    add(self.must_fill(end), &Inside::Units { last, count, unit });
                }
            }
        }
        for place in self.leads(at) {
            // `w/c 14 October`.
            if self.is_word(place, "w") && self.is_sign(place + 1, '/') && self.is_word(place + 2, "c") {
                add(self.leads(place + 3), &Inside::WeekFrom);
            }
            for (end, unit) in self.units(place) {
                match unit {
                    Unit::Week => {
                        let mut of: Vec<usize> = self.ends(end, Sense::Of);
                        of.extend(of.clone().into_iter().flat_map(|end| self.leads(end)));
                        add(of, &Inside::WeekAround);
                        add(self.behind(end, Sense::Starting), &Inside::WeekFrom);
                        add(self.behind(end, Sense::Ending), &Inside::WeekTo);
                    }
                    Unit::Weekend => add(self.must_fill(end), &Inside::WeekendAround),
                    _ => {}
                }
            }
        }
        for end in self.leads(at).into_iter().flat_map(|place| self.ends(place, Sense::Night)) {
            add(self.fills(end), &Inside::Night);
        }
        for end in self.leads(at).into_iter().flat_map(|place| self.ends(place, Sense::NightTo)) {
            add(self.fills(end), &Inside::NightTo);
        }
        for end in self.leads(at).into_iter().flat_map(|place| self.ends(place, Sense::DayTime)) {
            for place in self.fills(end) {
                let days = self.point_within(place, depth);
                let days = days.into_iter().filter(|(_, item)| is_day(&item.partial));
                found.extend(days.map(|(end, item)| (end, item.timed())));
            }
        }
        // `at 6:30 pm on 3 May`.
        for place in self.leads(at) {
            let led = self.ends(place, Sense::Clock).into_iter().filter_map(|end| self.clock(end));
            for end in self.clock(place).into_iter().chain(led).flat_map(|end| self.fills(end)) {
                let days = self.point_within(end, depth).into_iter().filter(|(_, item)| is_day(&item.partial));
                found.extend(days.map(|(end, item)| (end, item.timed())));
            }
        }
        found.extend(self.away(at, depth));
        found.extend(found_now);
        found
    }

    /// What stands behind a word that leads on, and behind prepositions after it.
    pub(super) fn behind(&self, at: usize, sense: Sense) -> Vec<usize> {
        self.ends(at, sense).into_iter().flat_map(|end| self.leads(end)).collect()
    }

    /// The places behind at least one word that leads on; languages that decline need none.
    pub(super) fn must_fill(&self, at: usize) -> Vec<usize> {
        self.fills(at)
    }

    /// `two days after`, `the day before`, `the eve of` a date.
    pub(super) fn away(&self, at: usize, depth: u8) -> Found<Item> {
        let mut found = Vec::new();
        let mut add = |places: Vec<usize>, inside: &Inside| {
            for place in places {
                for (end, item) in self.point_within(place, depth) {
                    if !item.partial.is_bare_day() && !matches!(item.partial, Partial::Weekday(_)) {
                        found.push((end, item.inside(inside.clone())));
                    }
                }
            }
        };
        for end in self.ends(at, Sense::Eve) {
            let offset = crate::model::Period { months: 0, days: -1 };
            add(self.fills(end), &Inside::Away { offset, most: offset, slack: crate::model::Period::default() });
        }
        for (end, length) in self.length(at).into_iter().filter(|(_, length)| length.is_of_days()) {
            for (sense, sign) in [(Sense::After, 1), (Sense::Later, 1), (Sense::Before, -1), (Sense::Earlier, -1)] {
                let (offset, most, slack) = (length.period(sign), length.most(sign), length.slack());
                for place in self.ends(end, sense) {
                    add(self.fills(place), &Inside::Away { offset, most, slack });
                }
            }
        }
        found
    }

    /// Ordinals, and `last` as none.
    pub(super) fn ordinal_or_last(&self, at: usize) -> Found<Option<u8>> {
        let mut found = Vec::new();
        for place in self.leads(at) {
            found.extend(self.ordinal(place).into_iter().map(|(end, number)| (end, Some(number))));
            let last = self.ends(place, Sense::Last).into_iter().chain(self.ends(place, Sense::Final));
            found.extend(last.map(|end| (end, None)));
        }
        distinct(found)
    }

    pub(super) fn first_or_last(&self, at: usize) -> Found<bool> {
        let found = self.ordinal_or_last(at).into_iter();
        found
            .filter(|(_, number)| matches!(number, Some(1) | None))
            .map(|(end, number)| (end, number.is_none()))
            .collect()
    }

    /// Where a dash or a hyphen between two dates ends.
    pub(super) fn dash_end(&self, at: usize) -> Option<usize> {
        (self.is_sign(at, '-') || self.is_sign(at, '–')).then_some(at + 1)
    }

    /// Whether the language tells that days stand first in dates of numbers.
    pub(super) fn order(&self) -> NumberOrder {
        self.known.order.unwrap_or(NumberOrder::Differs)
    }
}

/// Whether it is one day, or a weekday.
pub(super) fn is_day(partial: &Partial) -> bool {
    match partial {
        Partial::Day { .. } | Partial::Weekday(_) => true,
        Partial::Fixed(stretch) => matches!(stretch.piece(), Some(Piece::Day(_))),
        _ => false,
    }
}
