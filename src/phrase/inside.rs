//! Parts of a date, and dates told by one: a third of a month, the second Monday of May, the night of a day.

use super::piece::{Piece, Stretch, months_later, week_of, weekday_of};
use crate::language::Unit;
use crate::model::{Day, Period, days_in_month};

/// A part of a date, or a date told by one.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Inside {
    /// From the one third of it to the other.
    Thirds(u8, u8),
    Half {
        second: bool,
    },
    HalfMonth {
        second: bool,
    },
    /// The week of a number; the last where it is none.
    Week(Option<u8>),
    /// The day of a number; the last where it is none.
    Day(Option<u8>),
    /// Its first or its last day, as the end that words lead up to or go on from.
    Edge {
        last: bool,
    },
    /// The weekday of a number in it; the last where it is none.
    Weekday(Option<u8>, u8),
    /// Its first or last units.
    Units {
        last: bool,
        count: u8,
        unit: Unit,
    },
    /// The week that a day lies in.
    WeekAround,
    /// The seven days from a day on.
    WeekFrom,
    /// The seven days up to a day.
    WeekTo,
    /// The Saturday and Sunday of the week of a day.
    WeekendAround,
    /// The night that begins on a day.
    Night,
    /// The night that ends on a day.
    NightTo,
    /// A length of time before or after it.
    Away {
        /// The shortest that it may be.
        offset: Period,
        /// The longest.
        most: Period,
        slack: Period,
    },
}

impl Inside {
    /// The part of a stretch; several where it may be one or the other.
    pub(super) fn of(&self, whole: Stretch) -> Option<Vec<(Stretch, Option<&'static str>)>> {
        let one = |stretch: Stretch| Some(vec![(stretch, None)]);
        let (first, last) = (whole.first()?, whole.last()?);
        let day = first == last;
        let within = |from: Day, to: Day| {
            (from >= first && from <= last).then(|| Stretch::days(from, to.min(last))).and_then(one)
        };
        match self {
            Self::Thirds(from, to) => match whole.thirds(*from, *to) {
                Some(third) => one(third),
                // A third of a winter, written as months, and of a week, whose days nobody parts.
                None => match whole.plain()? {
                    (Piece::Month(year, month), Piece::Month(..)) if months_between(whole)? == 3 => {
                        let at = |third: u8| {
                            let (year, month) = months_later(year, month, i32::from(third) - 1);
                            Piece::Month(year, month)
                        };
                        one(Stretch { from: at(*from), to: at(*to) })
                    }
                    // `early on 14 October` is that day.
                    _ if day && (*from, *to) != (2, 2) => one(whole),
                    // Nor of a night.
                    _ if matches!(first.days_until(last), 1 | 6) => one(whole),
                    _ => None,
                },
            },
            Self::Half { second } => one(whole.half(*second)?),
            Self::HalfMonth { second } => match whole.piece()? {
                Piece::Month(..) => one(whole.half(*second)?),
                _ => None,
            },
            Self::Week(Some(number)) => {
                let from = first.plus_days(7 * (i32::from(*number) - 1));
                within(from, from.plus_days(6))
            }
            Self::Week(None) => within(last.plus_days(-6), last),
            Self::Edge { last: of_end } => {
                let edge = if *of_end { last } else { first };
                one(Stretch::days(edge, edge))
            }
            // When a season begins, to the day, is not agreed on.
            Self::Day(_) if is_season(whole) => None,
            Self::Day(Some(number)) => {
                let found = first.plus_days(i32::from(*number) - 1);
                within(found, found)
            }
            Self::Day(None) => one(Stretch::days(last, last)),
            Self::Weekday(number, weekday) => {
                let found = nth_weekday(first, last, *number, *weekday);
                within(found, found)
            }
            Self::Units { last: of_end, count, unit } => one(units_of(whole, *of_end, *count, *unit)?),
            Self::WeekAround if day => {
                let around = week_of(first);
                let from = Stretch::days(first, first.plus_days(6));
                if around == from {
                    return one(around);
                }
                Some(vec![(around, Some("Monday to Sunday")), (from, Some("seven days from then on"))])
            }
            Self::WeekFrom if day => one(Stretch::days(first, first.plus_days(6))),
            Self::WeekTo if day => one(Stretch::days(first.plus_days(-6), first)),
            Self::WeekendAround => {
                let saturday = week_of(first).first()?.plus_days(5);
                let is_there = first.plus_days(-1) <= saturday.plus_days(1) && saturday <= last;
                is_there.then(|| Stretch::days(saturday, saturday.plus_days(1))).and_then(one)
            }
            Self::Night if first.days_until(last) <= 1 => {
                one(Stretch::days(first, if day { last.plus_days(1) } else { last }))
            }
            Self::NightTo if day => one(Stretch::days(first.plus_days(-1), first)),
            Self::Away { offset, most, slack } => one(away(whole, *offset, *most, *slack)?),
            Self::WeekAround | Self::WeekFrom | Self::WeekTo | Self::Night | Self::NightTo => None,
        }
    }
}

/// Whether it is a season: winter is written as its months.
fn is_season(whole: Stretch) -> bool {
    match (whole.piece(), whole.from, whole.to) {
        (Some(Piece::Part(_, code)), ..) => (21..=24).contains(&code),
        (None, Piece::Month(year, 12), Piece::Month(next, 2)) => year + 1 == next,
        _ => false,
    }
}

fn months_between(whole: Stretch) -> Option<i32> {
    let (from, to) = (whole.first()?.civil(), whole.last()?.civil());
    Some((to.year - from.year) * 12 + i32::from(to.month) - i32::from(from.month) + 1)
}

fn nth_weekday(first: Day, last: Day, number: Option<u8>, weekday: u8) -> Day {
    let offset = |day: Day, sign: i32| {
        let apart = sign * (i32::from(weekday) - i32::from(weekday_of(day)));
        day.plus_days(sign * apart.rem_euclid(7))
    };
    match number {
        Some(number) => offset(first, 1).plus_days(7 * (i32::from(number) - 1)),
        None => offset(last, -1),
    }
}

fn units_of(whole: Stretch, of_end: bool, count: u8, unit: Unit) -> Option<Stretch> {
    let (first, last) = (whole.first()?, whole.last()?);
    let count = i32::from(count);
    let days = match unit {
        Unit::Day => count,
        Unit::Week => count * 7,
        Unit::Month | Unit::Quarter | Unit::Year => {
            let months = count
                * match unit {
                    Unit::Month => 1,
                    Unit::Quarter => 3,
                    _ => 12,
                };
            let (from, to) = if of_end {
                (last.plus_days(1).plus_months(-months), last)
            } else {
                (first, first.plus_months(months).plus_days(-1))
            };
            let is_there = from >= first && to <= last && first.civil().day == 1;
            let (from, to) = (from.civil(), to.civil());
            return is_there.then_some(match unit {
                Unit::Year => Stretch { from: Piece::Year(from.year), to: Piece::Year(to.year) },
                _ => Stretch { from: Piece::Month(from.year, from.month), to: Piece::Month(to.year, to.month) },
            });
        }
        _ => return None,
    };
    let (from, to) = if of_end { (last.plus_days(1 - days), last) } else { (first, first.plus_days(days - 1)) };
    (from >= first && to <= last).then(|| Stretch::days(from, to))
}

/// What lies a length of time from a stretch, give or take.
fn away(whole: Stretch, offset: Period, most: Period, slack: Period) -> Option<Stretch> {
    let (first, last) = (whole.first()?, whole.last()?);
    if offset.days == 0 && offset == most && slack == Period::default() {
        // A month of a month is a month, a year of a year a year.
        match whole.piece() {
            Some(Piece::Month(year, month)) => {
                let (year, month) = months_later(year, month, offset.months);
                return Some(Stretch::one(Piece::Month(year, month)));
            }
            Some(Piece::Year(year)) if offset.months % 12 == 0 => {
                return Some(Stretch::one(Piece::Year(year + offset.months / 12)));
            }
            _ => {}
        }
    }
    let (offset, latest) = if most.after(first) < offset.after(first) { (most, offset) } else { (offset, most) };
    let to = latest.after(last);
    let is_month_end = last.civil().day == days_in_month(last.civil().year, last.civil().month) && first != last;
    let to = if latest.days == 0 && is_month_end {
        let civil = to.civil();
        Day::from_civil(i64::from(civil.year), civil.month, days_in_month(civil.year, civil.month))?
    } else {
        to
    };
    Some(Stretch::days(slack.reversed().after(offset.after(first)), slack.after(to)))
}
