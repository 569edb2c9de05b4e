//! One date: a day, a month, a season, a part of a year, a year, a decade, a century, or a part of one of these.

use super::numeric::roman;
use super::partial::{Inside, Item, Origin, Partial};
use super::piece::{Piece, Stretch, numbered_week};
use super::words::{Found, Words, distinct};
use crate::language::{NumberOrder, Sense, Unit};

/// How far parts of parts are followed: `the first Monday of the last week of May`.
const MOST_DEPTH: u8 = 3;

impl Words {
    /// Every date that begins at a place.
    pub(super) fn point(&self, at: usize) -> Found<Item> {
        self.point_within(at, MOST_DEPTH)
    }

    fn point_within(&self, at: usize, depth: u8) -> Found<Item> {
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
    fn followed(&self, end: usize, item: Item) -> Found<Item> {
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
    fn part_of(&self, at: usize, depth: u8) -> Found<Item> {
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
    fn behind(&self, at: usize, sense: Sense) -> Vec<usize> {
        self.ends(at, sense).into_iter().flat_map(|end| self.leads(end)).collect()
    }

    /// The places behind at least one word that leads on; languages that decline need none.
    fn must_fill(&self, at: usize) -> Vec<usize> {
        self.fills(at)
    }

    /// `two days after`, `the day before`, `the eve of` a date.
    fn away(&self, at: usize, depth: u8) -> Found<Item> {
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
    fn ordinal_or_last(&self, at: usize) -> Found<Option<u8>> {
        let mut found = Vec::new();
        for place in self.leads(at) {
            found.extend(self.ordinal(place).into_iter().map(|(end, number)| (end, Some(number))));
            let last = self.ends(place, Sense::Last).into_iter().chain(self.ends(place, Sense::Final));
            found.extend(last.map(|end| (end, None)));
        }
        distinct(found)
    }

    fn first_or_last(&self, at: usize) -> Found<bool> {
        let found = self.ordinal_or_last(at).into_iter();
        found
            .filter(|(_, number)| matches!(number, Some(1) | None))
            .map(|(end, number)| (end, number.is_none()))
            .collect()
    }

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
    fn is_counted(&self, at: usize) -> bool {
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
    fn year_alone(&self, at: usize) -> Found<Item> {
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
    fn month_or_roman(&self, at: usize, day_end: usize) -> Found<u8> {
        let mut found = self.month(at);
        let is_apart = at > day_end || !self.is_glued(at);
        if let Some(month @ 1..=12) = self.token(at).and_then(|token| roman(&token.text)).filter(|_| is_apart) {
            found.push((at + 1, month));
        }
        found
    }

    fn season(&self, at: usize) -> Found<Item> {
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
    fn winter_years(&self, at: usize) -> Found<Item> {
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
    fn quarter(&self, at: usize) -> Found<Item> {
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

    fn quarter_without_year(&self, at: usize) -> Found<Item> {
        // A part that begins with a year would go round in a circle.
        if self.number(at).is_some_and(|(_, digits)| digits == 4) {
            return Vec::new();
        }
        // Chinese writes a 第 before an ordinal.
        let at = if self.is_word(at, "第") { at + 1 } else { at };
        self.quarter(at).into_iter().filter(|(_, item)| item.partial.lacks_year()).collect()
    }

    /// `1990s`, `the '90s`, `1990er`, `années 1990`, `the 1990s`; `1900s` may be a century.
    fn decade(&self, at: usize) -> Found<Item> {
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
    fn century(&self, at: usize) -> Found<Item> {
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

    /// `2024-W42`, `week 42 of 2024`, `KW 42 2024`.
    fn week_number(&self, at: usize) -> Found<Item> {
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

    /// The time of day behind a date, and whether it is a night, which ends on the next day.
    fn time_of_day(&self, at: usize) -> Found<bool> {
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
    fn clock(&self, at: usize) -> Option<usize> {
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

    /// Where a dash or a hyphen between two dates ends.
    pub(super) fn dash_end(&self, at: usize) -> Option<usize> {
        (self.is_sign(at, '-') || self.is_sign(at, '–')).then_some(at + 1)
    }

    /// Whether the language tells that days stand first in dates of numbers.
    pub(super) fn order(&self) -> NumberOrder {
        self.known.order.unwrap_or(NumberOrder::Differs)
    }
}

/// A Roman numeral, perhaps with the ending of an ordinal: `XIXe`.
fn roman_ordinal(text: &str) -> Option<u8> {
    let bare = ["eme", "er", "e", "th"].iter().find_map(|ending| text.strip_suffix(ending));
    roman(text).or_else(|| roman(bare?))
}

/// Whether it is one day, or a weekday.
pub(super) fn is_day(partial: &Partial) -> bool {
    match partial {
        Partial::Day { .. } | Partial::Weekday(_) => true,
        Partial::Fixed(stretch) => matches!(stretch.piece(), Some(Piece::Day(_))),
        _ => false,
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

/// A date with the year that was read beside it.
fn given_year(item: &Item, year: &Item) -> Option<Item> {
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
