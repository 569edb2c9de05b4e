//! What is counted from the day of publication: `yesterday`, `last month`, `two weeks ago`, `earlier this year`.

use super::length::{Length, is_counted};
use super::partial::{Item, Origin, Partial};
use super::piece::{Piece, Stretch, months_later, week_of, weekday_of};
use super::words::{Found, Words};
use crate::language::{Sense, Unit};
use crate::model::{Civil, Day};

impl Words {
    /// 一 to 六 behind a week of a language that numbers its weekdays: 上周一.
    pub(super) fn numbered_weekday(&self, at: usize) -> Option<(usize, u8)> {
        let follows = self.is_glued(at) && at.checked_sub(1).is_some_and(|before| self.needs_count(before));
        let number = self.small(at).filter(|number| follows && (1..=6).contains(number))?;
        Some((at + 1, number - 1))
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

    /// `earlier this year`, `later this month`.
    pub(super) fn within_now(&self, at: usize, first: Day, last: Day) -> Found<Item> {
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

    /// `two weeks ago`, `vor zwei Tagen`, `in three days`, `within the last two weeks`.
    pub(super) fn lengths_from_now(&self, at: usize, first: Day, last: Day) -> Found<Item> {
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

pub(super) fn days_in_iso(number: i8) -> String {
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
