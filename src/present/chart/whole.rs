//! All of the time in which there is something to see.

use crate::model::Day;

use super::{CalendarStep, ChartItems};

/// The chart shows at least so many days around what there is.
const LEAST_MARGIN_DAYS: f64 = 25.0;
/// And this share of them, so that marks at the ends have room for their words.
const MARGIN: f64 = 0.12;
const DAYS_IN_YEAR: f64 = 365.25;
/// The range begins and ends with a month, or with a year where there are more days than this.
const WHOLE_YEARS_FROM: f64 = 4.0 * DAYS_IN_YEAR;

/// The range, in days, that holds every visit with a margin, from the start of a month or year to the end of one; the
/// year around the cut-off, or else around today, where no visit has a date.
#[must_use]
pub fn whole_range(items: &ChartItems, today: Day) -> (f64, f64) {
    let span = items.span().unwrap_or_else(|| {
        let middle = f64::from(items.as_of.unwrap_or(today).0);
        (middle - DAYS_IN_YEAR / 2.0, middle + DAYS_IN_YEAR / 2.0)
    });
    let margin = ((span.1 - span.0) * MARGIN).clamp(LEAST_MARGIN_DAYS, DAYS_IN_YEAR);
    let (first, last) = (span.0 - margin, span.1 + margin);
    let step = if last - first > WHOLE_YEARS_FROM { CalendarStep::Years(1) } else { CalendarStep::Months(1) };
    let day = |moment: f64| Day(moment.floor() as i32);
    let end = step.after(step.floor(day(last - 1.0)));
    (f64::from(step.floor(day(first)).0), f64::from(end.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    /// 2031-07-02.
    const TODAY: Day = Day(22_462);

    fn years_of(dates: &[&str]) -> (i32, i32) {
        let visits: Vec<String> = dates
            .iter()
            .enumerate()
            .map(|(n, date)| format!("(id: \"v{n}\", visitors: [], to: \"RS\", when: \"{date}\")"))
            .collect();
        let document = Document::from_text(format!("(title: \"T\", visits: [{}])", visits.join(", "))).unwrap();
        let (first, last) = whole_range(&ChartItems::new(&document.reader(), |_| true), TODAY);
        (Day(first as i32).civil().year, Day(last as i32).civil().year)
    }

    #[test]
    fn a_date_that_may_be_any_year_does_not_stretch_time() {
        assert_eq!(years_of(&["2019-05", "2024-10-14", "XXXX"]), (2018, 2026));
        assert_eq!(years_of(&["2019-05", "2024-10-14", "19XX"]), (2018, 2026));
        // With nothing else to see, it is what there is.
        assert_eq!(years_of(&["19XX"]), (1898, 2001));
    }

    #[test]
    fn without_a_date_it_is_the_year_around_today() {
        assert_eq!(years_of(&[""]), (2030, 2032));
    }
}
