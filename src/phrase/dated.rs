//! Days and months by their names, weeks by their numbers.

use super::numeric::roman;
use super::partial::{Item, Origin, Partial};
use super::piece::numbered_week;
use super::words::{Found, Words, distinct};
use super::years::given_year;
use crate::language::{Sense, Unit};

impl Words {
    /// Dates whose month or season is named, years, decades and centuries.
    pub(super) fn plain(&self, at: usize) -> Found<Item> {
        let mut found = Vec::new();
        for place in self.leads(at) {
            found.extend(self.dated(place, None));
            for (end, weekday) in self.weekday(place) {
                found.push((end, Item::new(Partial::Weekday(weekday))));
                // `Monday morning, 14 October`.
                let times = self.fills(end).into_iter().flat_map(|place| self.ends(place, Sense::DayTime));
                // `Monday (14 October)`.
                if self.is_sign(end, '(') {
                    let days = self.dated(end + 1, Some(weekday)).into_iter();
                    let numbered = self.numeric(end + 1).into_iter();
                    let numbered = numbered.filter_map(|(end, item)| Some((end, with_weekday(&item, weekday)?)));
                    let closed = days.chain(numbered).filter(|(end, _)| self.is_sign(*end, ')'));
                    found.extend(closed.map(|(end, item)| (end + 1, item)));
                }
                for (end, is_timed) in std::iter::once((end, false)).chain(times.map(|end| (end, true))) {
                    for place in self.fills(end) {
                        let mut days = self.dated(place, Some(weekday));
                        let numbered = self.numeric(place).into_iter();
                        days.extend(numbered.filter_map(|(end, item)| Some((end, with_weekday(&item, weekday)?))));
                        let timed = |item: Item| if is_timed { item.timed() } else { item };
                        found.extend(days.into_iter().map(|(end, item)| (end, timed(item))));
                    }
                }
            }
            found.extend(self.season(place));
            found.extend(self.quarter(place));
            found.extend(self.decade(place));
            found.extend(self.century(place));
            found.extend(self.year_alone(place));
            found.extend(self.week_number(place));
        }
        distinct(found)
    }

    /// A year alone, but not `the year is missing`: `last year` is read among what is counted from the publication.
    pub(super) fn year_alone(&self, at: usize) -> Found<Item> {
        self.year(at).into_iter().filter(|(_, item)| item.origin == Origin::Stated).collect()
    }

    /// Days and months by their names, with or without a year.
    pub(super) fn dated(&self, at: usize, weekday: Option<u8>) -> Found<Item> {
        let mut found = Vec::new();
        let mut with_year = |end: usize, item: Item, may_be_short: bool| {
            for place in self.joints(end) {
                found.extend(self.in_years(place, &item));
                // `Oct 24` has a day, `Oct-24`, `Oct 69` and `14 Oct 24` a year.
                let is_month = matches!(item.partial, Partial::Month { .. });
                let is_day = self.small(place).is_some_and(|number| number <= 31) && !self.is_sign(end, '-');
                if may_be_short && !(is_month && is_day) {
                    let short = self.short_year(place).into_iter();
                    found.extend(short.filter_map(|(end, year)| Some((end, given_year(&item, &year)?))));
                }
            }
            found.push((end, item));
        };
        let day_of = |year, month, day| Item::new(Partial::Day { year, month, day, weekday });
        for (end, day) in self.day(at) {
            for place in self.joints(end) {
                for (end, month) in self.month_or_roman(place, end) {
                    with_year(end, day_of(None, Some(month), day), true);
                }
            }
            // A day without its month takes it from another date, or is one of the month of the publication.
            let is_of_month = weekday.is_some() || self.is_told_as_day(at, end);
            with_year(end, Item { is_of_month, ..day_of(None, None, day) }, false);
        }
        let feasts = self.pick(at, |sense| match sense {
            Sense::Feast(month, day) => Some((month, day)),
            _ => None,
        });
        for (end, (month, day)) in feasts {
            with_year(end, day_of(None, Some(month), day), false);
        }
        let moving = self.pick(at, |sense| match sense {
            Sense::Moving(feast) if weekday.is_none() => Some(feast),
            _ => None,
        });
        for (end, feast) in moving {
            with_year(end, Item::new(Partial::Feast { year: None, feast }), false);
        }
        for (end, month) in self.month(at) {
            for place in self.joints(end) {
                for (end, day) in self.day(place) {
                    with_year(end, day_of(None, Some(month), day), true);
                }
            }
            if weekday.is_none() {
                with_year(end, Item::new(Partial::Month { year: None, month }), true);
            }
        }
        // 2024年10月14日, 2024 Oct 14.
        for (end, year) in self.year(at) {
            for place in self.joints(end) {
                for (end, month) in self.month_or_roman(place, end) {
                    let month_item = Item::new(Partial::Month { year: None, month });
                    if weekday.is_none() {
                        found.extend(given_year(&month_item, &year).map(|item| (end, item)));
                    }
                    for place in self.joints(end) {
                        for (end, day) in self.day(place) {
                            found.extend(given_year(&day_of(None, Some(month), day), &year).map(|item| (end, item)));
                        }
                    }
                }
            }
        }
        found
    }

    /// A month by its name, or in Roman numerals where a sign or a space parts it from a day: `14/X/2024`, `14 X 2024`.
    pub(super) fn month_or_roman(&self, at: usize, day_end: usize) -> Found<u8> {
        let mut found = self.month(at);
        let is_apart = at > day_end || !self.is_glued(at);
        if let Some(month @ 1..=12) = self.token(at).and_then(|token| roman(&token.text)).filter(|_| is_apart) {
            found.push((at + 1, month));
        }
        found
    }

    /// `2024-W42`, `week 42 of 2024`, `KW 42 2024`.
    pub(super) fn week_number(&self, at: usize) -> Found<Item> {
        let mut found = Vec::new();
        let week = |end: usize, year: u64, number: u8| {
            let stretch = numbered_week(i32::try_from(year).ok()?, number)?;
            Some((end, Item::fixed(stretch).because("week of that number by ISO 8601")))
        };
        let is_week = |at: usize| -> Vec<usize> {
            let mut ends = self.ends(at, Sense::Unit(Unit::Week));
            if self.is_word(at, "w") {
                ends.push(at + 1);
            }
            ends
        };
        if let Some((year, 4)) = self.number(at) {
            for place in self.joints(at + 1).into_iter().flat_map(is_week) {
                found.extend(self.small(place).and_then(|number| week(place + 1, year, number)));
            }
        }
        for end in is_week(at) {
            let Some(number) = self.small(end) else { continue };
            for place in self.joints(end + 1) {
                if let Some((year, 4)) = self.number(place) {
                    found.extend(week(place + 1, year, number));
                }
            }
        }
        found
    }
}

/// A day with the weekday that the words give.
pub(super) fn with_weekday(item: &Item, weekday: u8) -> Option<Item> {
    match &item.partial {
        Partial::Day { year, month: Some(month), day, weekday: None } => {
            let partial = Partial::Day { year: *year, month: Some(*month), day: *day, weekday: Some(weekday) };
            Some(Item { partial, ..item.clone() })
        }
        _ => None,
    }
}
