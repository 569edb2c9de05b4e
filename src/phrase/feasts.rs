//! The days of feasts that move.

use super::piece::weekday_of;
use crate::language::Moving;
use crate::model::Day;

/// The first day and the last of a feast in a year.
#[must_use]
pub(super) fn feast_days(feast: Moving, year: i32) -> Option<(Day, Day)> {
    let around = |easter: Day, from: i8, to: i8| (easter.plus_days(from.into()), easter.plus_days(to.into()));
    match feast {
        Moving::Easter(from, to) => Some(around(easter(year)?, from, to)),
        Moving::OrthodoxEaster(from, to) => Some(around(orthodox_easter(year)?, from, to)),
        Moving::Weekday(month, weekday, number) => {
            let first = Day::from_civil(i64::from(year), month, 1)?;
            let wait = (7 + i32::from(weekday) - i32::from(weekday_of(first))) % 7;
            let day = first.plus_days(wait + 7 * (i32::from(number) - 1));
            Some((day, day))
        }
    }
}

/// Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher): the Sunday behind the full moon of spring.
fn easter(year: i32) -> Option<Day> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let drift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let moon = (19 * golden + century - century.div_euclid(4) - drift + 15).rem_euclid(30);
    let leaps = 2 * century.rem_euclid(4) + 2 * of_century.div_euclid(4);
    let sunday = (32 + leaps - moon - of_century.rem_euclid(4)).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * sunday).div_euclid(451);
    march(year, moon + sunday - 7 * late + 22)
}

/// Easter Sunday of the Orthodox churches: by the Julian calendar (Meeus), as a day of the Gregorian.
fn orthodox_easter(year: i32) -> Option<Day> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let sunday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let behind = year.div_euclid(100) - year.div_euclid(400) - 2;
    march(year, moon + sunday + 22 + behind)
}

/// The day that is so many days into March, or beyond it.
fn march(year: i32, day: i32) -> Option<Day> {
    Some(Day::from_civil(i64::from(year), 3, 1)?.plus_days(day - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_lie_where_almanacs_have_them() {
        let first = |feast, year| feast_days(feast, year).map(|(first, _)| first.to_string()).unwrap_or_default();
        for (year, western, orthodox) in [
            (1999, "1999-04-04", "1999-04-11"),
            (2000, "2000-04-23", "2000-04-30"),
            (2008, "2008-03-23", "2008-04-27"),
            (2011, "2011-04-24", "2011-04-24"),
            (2016, "2016-03-27", "2016-05-01"),
            (2024, "2024-03-31", "2024-05-05"),
            (2025, "2025-04-20", "2025-04-20"),
            (2038, "2038-04-25", "2038-04-25"),
        ] {
            assert_eq!(first(Moving::Easter(0, 0), year), western, "{year}");
            assert_eq!(first(Moving::OrthodoxEaster(0, 0), year), orthodox, "{year}");
        }
        assert_eq!(first(Moving::Weekday(11, 3, 4), 2024), "2024-11-28");
        assert_eq!(first(Moving::Weekday(10, 0, 2), 2024), "2024-10-14");
    }
}
