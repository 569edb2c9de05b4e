//! A time axis that reads like a calendar: centuries, decades, years, quarters, months, days.

use crate::model::{Civil, Day, month_name};

use super::TimeScale;

/// The distance between two ticks of a calendar axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarStep {
    /// So many days, counted from the first of each month.
    Days(u8),
    /// So many months, a divisor of twelve.
    Months(u8),
    /// So many years.
    Years(i32),
}

/// Steps from fine to coarse, each with the least distance in points at which its labels stand apart.
const STEPS: &[(CalendarStep, f64)] = &[
    (CalendarStep::Days(1), 34.0),
    (CalendarStep::Days(7), 10.0),
    (CalendarStep::Months(1), 2.0),
    (CalendarStep::Months(3), 0.66),
    (CalendarStep::Years(1), 0.13),
    (CalendarStep::Years(2), 0.066),
    (CalendarStep::Years(5), 0.04),
    (CalendarStep::Years(10), 0.0135),
    (CalendarStep::Years(20), 0.0068),
    (CalendarStep::Years(50), 0.0028),
    (CalendarStep::Years(100), 0.0014),
    (CalendarStep::Years(200), 0.0007),
    (CalendarStep::Years(500), 0.00028),
    (CalendarStep::Years(1000), 0.0),
];

impl CalendarStep {
    /// The finest step whose labels stand apart.
    #[must_use]
    pub fn for_scale(scale: &TimeScale) -> Self {
        let wide = scale.points_per_day();
        STEPS.iter().find(|(_, least)| wide >= *least).map_or(Self::Years(1000), |(step, _)| *step)
    }

    /// The last tick on or before a day.
    #[must_use]
    pub fn floor(self, day: Day) -> Day {
        let Civil { year, month, day: day_of_month } = day.civil();
        match self {
            Self::Days(1) => day,
            Self::Days(step) => {
                let step = step.max(1);
                // The last step of a month is longer, so that no two ticks stand close to each other.
                let steps = ((day_of_month - 1) / step).min(28 / step - 1);
                civil(year, month, steps * step + 1).unwrap_or(day)
            }
            Self::Months(step) => civil(year, month - (month - 1) % step.max(1), 1).unwrap_or(day),
            Self::Years(step) => civil(year - year.rem_euclid(step.max(1)), 1, 1).unwrap_or(day),
        }
    }

    /// The tick after a tick.
    #[must_use]
    pub fn after(self, tick: Day) -> Day {
        match self {
            Self::Days(1) => tick.plus_days(1),
            Self::Days(step) => {
                let next = tick.plus_days(i32::from(step));
                let floor = self.floor(next);
                if floor > tick {
                    floor
                } else {
                    civil(tick.civil().year, tick.civil().month, 1).unwrap_or(tick).plus_months(1)
                }
            }
            Self::Months(step) => tick.plus_months(i32::from(step.max(1))),
            Self::Years(step) => tick.plus_months(12 * step.max(1)),
        }
    }

    /// Whether labels stand in the middle of the time that they name, not at its start.
    fn names_a_span(self) -> bool {
        matches!(self, Self::Days(1) | Self::Months(_) | Self::Years(1))
    }

    /// What is written at a tick; the first one says more.
    fn label(self, tick: Day, is_first: bool) -> String {
        let Civil { year, month, day } = tick.civil();
        match self {
            Self::Days(1) if !is_first && day != 1 => day.to_string(),
            Self::Days(_) => format!("{day} {}", month_name(month)),
            Self::Months(1) if is_first || month == 1 => format!("{} {year}", month_name(month)),
            Self::Months(1) => month_name(month).to_owned(),
            Self::Months(_) if is_first || month == 1 => format!("Q{} {year}", month.div_ceil(3)),
            Self::Months(_) => format!("Q{}", month.div_ceil(3)),
            Self::Years(_) => year.to_string(),
        }
    }
}

fn civil(year: i32, month: u8, day: u8) -> Option<Day> {
    Day::from_civil(i64::from(year), month, day)
}

/// A tick of the axis: a line, and perhaps words.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisTick {
    /// The day that begins there.
    pub day: Day,
    /// Where the line stands.
    pub x: f32,
    /// The words; empty where there is no room.
    pub label: String,
    /// The middle of the words.
    pub label_x: f32,
}

/// Room between two labels, in points.
const LABEL_GAP: f32 = 10.0;

/// The ticks in sight, with labels that do not meet. `width_of` measures a label, in points.
#[must_use]
pub fn calendar_axis(scale: &TimeScale, width_of: impl Fn(&str) -> f32) -> (CalendarStep, Vec<AxisTick>) {
    let step = CalendarStep::for_scale(scale);
    let (first, last) = scale.days_in_sight();
    let mut ticks = Vec::new();
    let mut tick = step.floor(first);
    let mut labelled_to = scale.left;
    let mut is_first = true;
    while tick <= last {
        let next = step.after(tick);
        let (x, next_x) = (scale.x_of(tick), scale.x_of(next));
        let mut label = step.label(tick, is_first);
        let width = width_of(&label);
        let label_x = if step.names_a_span() { f32::midpoint(x, next_x) } else { x + width / 2.0 + 4.0 };
        let fits = label_x - width / 2.0 >= labelled_to && label_x + width / 2.0 <= scale.right();
        if fits && (1..=9999).contains(&tick.civil().year) {
            labelled_to = label_x + width / 2.0 + LABEL_GAP;
            is_first = false;
        } else {
            label.clear();
        }
        ticks.push(AxisTick { day: tick, x, label, label_x });
        if next <= tick {
            break;
        }
        tick = next;
    }
    (step, ticks)
}

/// The time in sight in words, as fine as the axis: `Apr – Nov 2024`, `1950 – 2024`.
#[must_use]
pub fn range_words(scale: &TimeScale) -> String {
    let (first, last) = scale.days_in_sight();
    let (a, b) = (first.civil(), last.civil());
    match CalendarStep::for_scale(scale) {
        CalendarStep::Years(_) if a.year == b.year => a.year.to_string(),
        CalendarStep::Years(_) => format!("{} – {}", a.year, b.year),
        _ if (a.year, a.month) == (b.year, b.month) => format!("{} {}", month_name(a.month), a.year),
        _ if a.year == b.year => format!("{} – {} {}", month_name(a.month), month_name(b.month), b.year),
        _ => format!("{} {} – {} {}", month_name(a.month), a.year, month_name(b.month), b.year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(from: (i64, u8, u8), days: f64) -> Vec<String> {
        let first = f64::from(Day::from_civil(from.0, from.1, from.2).unwrap().0);
        let scale = TimeScale { left: 0.0, width: 850.0, first, days };
        let (_, ticks) = calendar_axis(&scale, |label| label.chars().count() as f32 * 7.0);
        ticks.into_iter().map(|tick| tick.label).filter(|label| !label.is_empty()).collect()
    }

    #[test]
    fn every_scale_reads_like_a_calendar() {
        assert_eq!(labels((2024, 4, 1), 244.0), ["Apr 2024", "May", "June", "July", "Aug", "Sept", "Oct", "Nov"]);
        assert_eq!(labels((2024, 1, 1), 731.0)[..5], ["Q1 2024", "Q2", "Q3", "Q4", "Q1 2025"]);
        assert_eq!(labels((2024, 9, 27), 8.0), ["27 Sept", "28", "29", "30", "1 Oct", "2", "3", "4"]);
        assert_eq!(labels((2024, 9, 27), 40.0), ["1 Oct", "8 Oct", "15 Oct", "22 Oct", "1 Nov"]);
        assert_eq!(labels((1950, 1, 1), 27_500.0)[..3], ["1950", "1960", "1970"]);
        assert_eq!(
            labels((1, 1, 1), 3_652_059.0),
            ["1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", "9000"]
        );
    }

    #[test]
    fn ticks_stand_at_starts_of_months_and_years_in_leap_years_too() {
        let leap = Day::from_civil(2024, 2, 29).unwrap();
        assert_eq!(CalendarStep::Months(1).after(CalendarStep::Months(1).floor(leap)).to_string(), "2024-03-01");
        assert_eq!(CalendarStep::Months(3).floor(leap).to_string(), "2024-01-01");
        assert_eq!(CalendarStep::Years(100).floor(leap).to_string(), "2000-01-01");
        assert_eq!(CalendarStep::Days(7).floor(leap).to_string(), "2024-02-22");
        assert_eq!(CalendarStep::Days(7).after(Day::from_civil(2024, 2, 22).unwrap()).to_string(), "2024-03-01");
        assert_eq!(CalendarStep::Days(7).after(Day::from_civil(2024, 2, 15).unwrap()).to_string(), "2024-02-22");
    }
}
