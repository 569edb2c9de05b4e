//! Where a day lies on the chart.

use crate::model::Day;

/// From days to points along the chart. Day `d` runs from `x(d)` to `x(d + 1)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeScale {
    /// The left edge, in points.
    pub left: f32,
    /// The width, in points.
    pub width: f32,
    /// The time at the left edge, in days since 1970-01-01.
    pub first: f64,
    /// How many days the width shows.
    pub days: f64,
}

/// The first day of the year 1 and the day after the last of 9999, in days since 1970-01-01.
const TIME: (f64, f64) = (-719_162.0, 2_932_897.0);
/// No closer than so many days.
const FEWEST_DAYS: f64 = 4.0;

impl TimeScale {
    /// The scale on which the days from the first to the end of the last fill a width.
    #[must_use]
    pub fn over(left: f32, width: f32, (first, last): (Day, Day)) -> Self {
        let (first, last) = (f64::from(first.0), f64::from(last.0) + 1.0);
        Self { left, width, first, days: FEWEST_DAYS }.showing(first, last)
    }

    /// The point at which a moment lies.
    #[must_use]
    pub fn x(&self, day: f64) -> f32 {
        self.left + ((day - self.first) * self.points_per_day()) as f32
    }

    /// The point at which a day begins.
    #[must_use]
    pub fn x_of(&self, day: Day) -> f32 {
        self.x(f64::from(day.0))
    }

    /// The moment at a point.
    #[must_use]
    pub fn day_at(&self, x: f32) -> f64 {
        self.first + f64::from(x - self.left) / self.points_per_day()
    }

    /// How wide a day is.
    #[must_use]
    pub fn points_per_day(&self) -> f64 {
        f64::from(self.width.max(1.0)) / self.days.max(FEWEST_DAYS)
    }

    /// The right edge, in points.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    /// The moment at the right edge.
    #[must_use]
    pub fn last(&self) -> f64 {
        self.first + self.days
    }

    /// The first and the last day of which some part is in sight.
    #[must_use]
    pub fn days_in_sight(&self) -> (Day, Day) {
        (Day(self.first.floor() as i32), Day((self.last().ceil() - 1.0) as i32))
    }

    /// The same, `factor` times closer, the moment `around` staying where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, around: f64) -> Self {
        let days = (self.days / factor).clamp(FEWEST_DAYS, TIME.1 - TIME.0);
        let share = (around - self.first) / self.days;
        Self { days, first: around - share * days, ..self }.within_time()
    }

    /// The same, moved by so many days.
    #[must_use]
    pub fn moved(self, days: f64) -> Self {
        Self { first: self.first + days, ..self }.within_time()
    }

    /// The same, showing the time from one moment to another.
    #[must_use]
    pub fn showing(self, first: f64, last: f64) -> Self {
        Self { first, days: (last - first).max(FEWEST_DAYS), ..self }.within_time()
    }

    /// Kept between the years 1 and 9999.
    fn within_time(self) -> Self {
        let days = self.days.clamp(FEWEST_DAYS, TIME.1 - TIME.0);
        Self { days, first: self.first.clamp(TIME.0, TIME.1 - days), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: TimeScale = TimeScale { left: 100.0, width: 1000.0, first: 0.0, days: 100.0 };

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let around = SCALE.day_at(350.0);
        let closer = SCALE.zoomed(2.0, around);
        assert!((closer.x(around) - 350.0).abs() < 1e-3);
        assert!((closer.days - 50.0).abs() < 1e-9);
    }

    #[test]
    fn the_last_day_of_a_range_is_as_wide_as_the_others() {
        let day = |day| Day::from_civil(2024, 5, day).unwrap();
        let scale = TimeScale::over(20.0, 310.0, (day(1), day(31)));
        assert_eq!((scale.x_of(day(1)), scale.x_of(day(31)), scale.right()), (20.0, 320.0, 330.0));
    }

    #[test]
    fn time_ends_with_the_years_1_and_9999() {
        assert_eq!(Day::from_civil(1, 1, 1).map(|day| f64::from(day.0)), Some(TIME.0));
        assert_eq!(Day::from_civil(9999, 12, 31).map(|day| f64::from(day.0) + 1.0), Some(TIME.1));
        let all = SCALE.zoomed(1e-9, 0.0);
        assert_eq!((all.first, all.last()), TIME);
        assert_eq!(SCALE.moved(1e9).last(), TIME.1);
        assert_eq!(SCALE.zoomed(1e9, 50.0).days, FEWEST_DAYS);
    }
}
