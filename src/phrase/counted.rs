//! What is counted from the day of publication: `yesterday`, `last month`, `two weeks ago`, `earlier this year`.

use super::partial::{Doubt, Item, Origin, Partial};
use super::piece::{Piece, Stretch, months_later, week_of, weekday_of};
use super::words::{Found, Words};
use crate::language::{Sense, Unit};
use crate::model::{Civil, Day, Period};

/// A length of time, with how rough its count is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Length {
    count: u8,
    /// The most that it may be: of `two or three days`, three.
    most: u8,
    unit: Unit,
    is_about: bool,
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
    fn in_days(self, sign: i32) -> Period {
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
    fn roughly(self, sign: i32, first: Day, last: Day) -> Option<Item> {
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
fn is_counted(unit: Unit) -> bool {
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

    /// 一 to 六 behind a week of a language that numbers its weekdays: 上周一.
    fn numbered_weekday(&self, at: usize) -> Option<(usize, u8)> {
        let follows = self.is_glued(at) && at.checked_sub(1).is_some_and(|before| self.needs_count(before));
        let number = self.small(at).filter(|number| follows && (1..=6).contains(number))?;
        Some((at + 1, number - 1))
    }

    /// The second count of `two or three`, `2-3`, `zwei bis drei`.
    fn larger_count(&self, at: usize, least: u8) -> Found<u8> {
        let joins = [Sense::To, Sense::Or].into_iter().flat_map(|sense| self.ends(at, sense)).chain(self.dash_end(at));
        let counts: Vec<(usize, u8)> = joins.flat_map(|join| self.count(join)).collect();
        counts.into_iter().filter(|(_, most)| *most > least).collect()
    }

    /// Every date counted from the publication that begins at a place.
    pub(super) fn counted(&self, at: usize) -> Found<Item> {
        let Some((first, last)) = self.known.published else { return Vec::new() };
        let mut found = Vec::new();
        for place in self.leads(at) {
            for (end, (number, unit)) in self.unit_from_now(place) {
                if let Some(stretch) = from_now(first, last, number, unit) {
                    let item = Item::fixed(stretch);
                    let origin = match unit {
                        Unit::Day => Origin::Relative { offset: days_in_iso(number), slack: String::new() },
                        _ => Origin::CountedFromPublication,
                    };
                    found.push((end, item.from(origin)));
                    // `this weekend`, told before it, may be the one that is over.
                    let is_ahead = stretch.first().is_some_and(|from| from > last);
                    let over =
                        from_now(first, last, -1, unit).filter(|_| unit == Unit::Weekend && number == 0 && is_ahead);
                    // On a Sunday the last weekend may be the one that is going on.
                    let is_weekend = unit == Unit::Weekend && number == -1 && weekday_of(last) >= 5;
                    let own = from_now(first, last, 0, unit).filter(|_| is_weekend);
                    // Before Saturday, the next weekend may be that of this week.
                    let is_next = unit == Unit::Weekend && number == 1 && weekday_of(last) < 5;
                    let near = from_now(first, last, 0, unit).filter(|_| is_next);
                    found.extend(
                        over.or(own).or(near).map(|over| (end, Item::fixed(over).from(Origin::CountedFromPublication))),
                    );
                }
                if unit == Unit::Week {
                    let days = self.fills(end).into_iter().flat_map(|place| self.weekday(place));
                    let days = days.chain(self.numbered_weekday(end));
                    found.extend(days.filter_map(|(end, day)| Some((end, day_of_week(first, last, number, day)?))));
                }
            }
            for (end, weekday) in self.weekday(place) {
                for place in self.fills(end) {
                    for (end, (number, unit)) in self.unit_from_now(place) {
                        if unit == Unit::Week {
                            found.extend(day_of_week(first, last, number, weekday).map(|item| (end, item)));
                        }
                    }
                }
            }
            found.extend(self.of_units_now(place, first, last));
            found.extend(self.days_of_months_now(place, first, last));
            found.extend(self.within_now(place, first, last));
            found.extend(self.named_from_now(place, first, last));
            found.extend(self.lengths_from_now(place, first, last));
        }
        found
    }

    /// `last year` and the like as a year.
    pub(super) fn counted_year(&self, at: usize) -> Found<Item> {
        let Some((first, last)) = self.known.published else { return Vec::new() };
        let mut found = Vec::new();
        for place in self.leads(at) {
            for (end, (number, unit)) in self.unit_from_now(place) {
                if let (Unit::Year, Some(stretch)) = (unit, from_now(first, last, number, unit)) {
                    found.push((end, Item::fixed(stretch).from(Origin::CountedFromPublication)));
                }
            }
        }
        found
    }

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

    /// `earlier this year`, `later this month`.
    fn within_now(&self, at: usize, first: Day, last: Day) -> Found<Item> {
        let mut found = Vec::new();
        for (sense, is_earlier) in [(Sense::Earlier, true), (Sense::SoFar, true), (Sense::Later, false)] {
            for place in self.ends(at, sense).into_iter().flat_map(|end| self.leads(end)) {
                // `earlier in the week`; `later in the week` is told of another one too.
                let own = self.lone_units(place).into_iter().filter(|(_, unit)| {
                    sense == Sense::Earlier && place > at + 1 && matches!(unit, Unit::Week | Unit::Month | Unit::Year)
                });
                let own = own.map(|(end, unit)| (end, (0, unit)));
                for (end, (number, unit)) in self.unit_from_now(place).into_iter().chain(own) {
                    let Some(whole) = from_now(first, last, 0, unit).filter(|_| number == 0 && unit != Unit::Day)
                    else {
                        continue;
                    };
                    let days = if is_earlier { (whole.first(), Some(last)) } else { (Some(first), whole.last()) };
                    if let (Some(from), Some(to)) = days {
                        let item = Item::fixed(Stretch::days(from, to));
                        found.push((end, item.from(Origin::CountedFromPublication)));
                    }
                }
            }
        }
        found
    }

    /// `last Monday`, `next May`, `this summer`, `la primavera pasada`.
    fn named_from_now(&self, at: usize, first: Day, last: Day) -> Found<Item> {
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

    /// `two weeks ago`, `vor zwei Tagen`, `in three days`, `within the last two weeks`.
    fn lengths_from_now(&self, at: usize, first: Day, last: Day) -> Found<Item> {
        let mut found = Vec::new();
        let item = |length: Length, sign: i32| {
            let (offset, slack) = (length.period(sign), length.slack());
            if length.unit == Unit::Hour {
                // Three hours ago is today or, past midnight, the day before; 48 hours ago is two days ago.
                let about = i32::from(length.is_about);
                let far = i32::from(length.most.div_ceil(24)) + about;
                let near = (i32::from(length.count / 24) - about).max(0);
                let (from, to) = if sign < 0 { (-far, -near) } else { (near, far) };
                return Item::fixed(Stretch::days(first.plus_days(from), last.plus_days(to)))
                    .from(Origin::CountedFromPublication);
            }
            if let Some(rough) = length.roughly(sign, first, last) {
                return rough;
            }
            let (least, most) = if sign < 0 { (length.most(sign), offset) } else { (offset, length.most(sign)) };
            let days = Stretch::days(slack.reversed().after(least.after(first)), slack.after(most.after(last)));
            let (offset, slack) = length.in_iso(sign);
            let relative = Origin::Relative { offset, slack };
            Item::fixed(days).from(if length.is_one() { relative } else { Origin::CountedFromPublication })
        };
        for (end, length) in self.length(at) {
            let behind = [
                (Sense::Ago, length, -1),
                (Sense::AgoExactly, length.exact(), -1),
                (Sense::FromNow, length, 1),
                (Sense::FromToday, length.exact(), 1),
            ];
            for (sense, length, sign) in behind {
                found.extend(self.ends(end, sense).into_iter().map(|end| (end, item(length, sign))));
            }
        }
        for (sense, sign) in [(Sense::AgoBefore, -1), (Sense::Ahead, 1)] {
            for end in self.ends(at, sense) {
                found.extend(self.length(end).into_iter().map(|(end, length)| (end, item(length, sign))));
            }
        }
        // `the last year` may be the twelve months up to now, and so may `the past year`; `last year` is not.
        let is_rolling = |place: usize| {
            let has_article = place.checked_sub(1).is_some_and(|before| {
                ["the", "la", "el", "l", "o", "a", "il", "lo"].iter().any(|article| self.is_word(before, article))
            });
            has_article || !self.ends(place, Sense::Past).is_empty()
        };
        let leads = [Sense::Ahead, Sense::Within, Sense::Over].into_iter().flat_map(|sense| self.ends(at, sense));
        let leads: Vec<usize> = leads.chain(std::iter::once(at)).flat_map(|place| self.leads(place)).collect();
        for place in leads.iter().copied() {
            // `the next week` may be the seven days from now on.
            for end in self.ends(place, Sense::Next).into_iter().chain(self.ends(place, Sense::Coming)) {
                let has_article = self.is_word(place, "the")
                    || place.checked_sub(1).is_some_and(|before| self.is_word(before, "the"));
                let one = self.lone_units(end).into_iter().filter(|(_, unit)| {
                    has_article && is_counted(*unit) && !matches!(unit, Unit::Day | Unit::Hour | Unit::Minute)
                });
                let one = one.map(|(end, unit)| (end, Length::one(unit)));
                for (end, length) in self.length(end).into_iter().filter(|(_, length)| length.count > 1).chain(one) {
                    let item = Item::fixed(Stretch::days(first, length.in_days(1).after(last)));
                    let item = item.because("from the publication on");
                    found.push((end, item.from(Origin::CountedFromPublication)));
                }
            }
        }
        for place in leads {
            for end in self.ends(place, Sense::Last).into_iter().chain(self.ends(place, Sense::Past)) {
                let one = self.lone_units(end).into_iter().filter(|(_, unit)| {
                    is_counted(*unit) && *unit != Unit::Day && (*unit == Unit::Quarter || is_rolling(place))
                });
                let one = one.filter(|_| !self.is_many(place));
                let one = one.map(|(end, unit)| (end, Length::one(unit)));
                for (end, length) in self.length(end).into_iter().filter(|(_, length)| length.count > 1).chain(one) {
                    let item = Item::fixed(Stretch::days(length.in_days(-1).after(first), last));
                    let item = item.because("up to the publication");
                    found.push((end, item.from(Origin::CountedFromPublication)));
                }
            }
        }
        for end in self.ends(at, Sense::Within) {
            for (end, length) in self.length(end) {
                let item = Item::fixed(Stretch::days(first, length.in_days(1).after(last)));
                found.push((end, item.from(Origin::CountedFromPublication)));
            }
        }
        found
    }
}

fn days_in_iso(number: i8) -> String {
    format!("{}P{}D", if number < 0 { "-" } else { "" }, number.unsigned_abs())
}

/// The unit so many from the one that the publication lies in; `None` where that is not one alone.
pub(super) fn from_now(first: Day, last: Day, number: i8, unit: Unit) -> Option<Stretch> {
    let number = i32::from(number);
    let Civil { year, month, .. } = first.civil();
    let (last_year, last_month) = (last.civil().year, last.civil().month);
    match unit {
        Unit::Hour => Some(Stretch::days(first.plus_days(number), last.plus_days(number + 1))),
        Unit::Day => {
            let (from, to) = (first.plus_days(number), last.plus_days(number));
            Some(Stretch::days(from, to))
        }
        Unit::Week | Unit::Weekend => {
            let week = week_of(first);
            let monday = week.first().filter(|_| week_of(last) == week)?.plus_days(7 * number);
            let from = if unit == Unit::Weekend { monday.plus_days(5) } else { monday };
            Some(Stretch::days(from, monday.plus_days(6)))
        }
        Unit::Month if (year, month) == (last_year, last_month) => {
            let (year, month) = months_later(year, month, number);
            Some(Stretch::one(Piece::Month(year, month)))
        }
        Unit::Quarter if (year, (month - 1) / 3) == (last_year, (last_month - 1) / 3) => {
            let count = year * 4 + i32::from((month - 1) / 3) + number;
            let code = u8::try_from(count.rem_euclid(4)).ok()? + 33;
            Some(Stretch::one(Piece::Part(count.div_euclid(4), code)))
        }
        Unit::Year if year == last_year => Some(Stretch::one(Piece::Year(year + number))),
        Unit::Decade if year / 10 == last_year / 10 => Some(Stretch::one(Piece::Decade(year / 10 + number))),
        Unit::Century if year / 100 == last_year / 100 => Some(Stretch::one(Piece::Century(year / 100 + number))),
        _ => None,
    }
}

/// A weekday of the week so many from that of the publication.
fn day_of_week(first: Day, last: Day, number: i8, weekday: u8) -> Option<Item> {
    let monday = from_now(first, last, number, Unit::Week)?.first()?;
    let day = monday.plus_days(i32::from(weekday));
    Some(Item::fixed(Stretch::days(day, day)).from(Origin::CountedFromPublication))
}

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

/// The days of a weekday nearest to a publication: the last one before it, its own, the next one.
pub(super) fn nearest_weekdays(weekday: u8, today: Day) -> (Day, Option<Day>, Day) {
    let back = (i32::from(weekday_of(today)) - i32::from(weekday)).rem_euclid(7);
    let own = (back == 0).then_some(today);
    let before = today.plus_days(if back == 0 { -7 } else { -back });
    (before, own, before.plus_days(if back == 0 { 14 } else { 7 }))
}

/// Whether a date has nothing but a weekday.
pub(super) fn is_weekday(partial: &Partial) -> Option<u8> {
    match partial {
        Partial::Weekday(weekday) => Some(*weekday),
        Partial::Inside(of, _) => is_weekday(of),
        _ => None,
    }
}
