//! The value of a cell of Excel as text, no more of it than the cell shows.

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType, Style};

use super::shown_date::{Hidden, Shown};

/// A cell as text, and what of its value stays hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellWords {
    pub(super) text: String,
    pub(super) hidden: Option<Hidden>,
}

impl From<String> for CellWords {
    fn from(text: String) -> Self {
        Self { text, hidden: None }
    }
}

/// The words of a cell.
pub(super) fn cell_words(value: &DataRef, style: Option<&Style>) -> CellWords {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        // Midnight of a day is that day.
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(date) => {
            let format = style.and_then(|style| style.number_format.as_ref());
            return date_words(date, format.map(|format| format.format_code.as_str()));
        }
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
    .into()
}

/// Days are numbered alike everywhere from 1 March 1900: Excel counts a 29 February of that year, others do not.
const FIRST_SURE_DAY: f64 = 61.0;
/// The number of the first day that is none any more, 1 January 10000.
const BEHIND_LAST_DAY: f64 = 2_958_466.0;
/// The first day of the calendar that counts from 1904, in that which counts from 1900.
const FIRST_DAY_FROM_1904: f64 = 1462.0;

/// A date as far as its format shows it.
fn date_words(date: &ExcelDateTime, code: Option<&str>) -> CellWords {
    let number = date.as_f64();
    if date.is_duration() {
        return clock(number).into();
    }
    let shown = code.map(Shown::by_format).unwrap_or_default();
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if shown == Shown::Time && number >= 0.0 {
        let hidden = (number >= 1.0).then_some(Hidden::Day);
        return CellWords { text: time, hidden };
    }
    // The crate takes any number for a day.
    let is_from_1904 = *date == ExcelDateTime::new(number, ExcelDateTimeType::DateTime, true);
    let from_1900 = number + if is_from_1904 { FIRST_DAY_FROM_1904 } else { 0.0 };
    if !(FIRST_SURE_DAY..BEHIND_LAST_DAY).contains(&from_1900) {
        return CellWords { text: number.to_string(), hidden: Some(Hidden::NoDay) };
    }
    let words = shown.words(i32::from(year), month, day);
    let has_time = shown == Shown::Day && (hour, minute, second) != (0, 0, 0);
    let text = if has_time { format!("{words}T{time}") } else { words };
    CellWords { text, hidden: shown.hides_year().then_some(Hidden::Year) }
}

/// A length of time as spreadsheets show it, `36:00:00`.
fn clock(days: f64) -> String {
    let seconds = (days * 86_400.0).round();
    if !seconds.is_finite() || seconds.abs() > 1e15 {
        return days.to_string();
    }
    #[expect(clippy::cast_possible_truncation, reason = "far below what a whole number holds")]
    let (sign, seconds) = (if seconds < 0.0 { "-" } else { "" }, seconds.abs() as u64);
    format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    use super::*;

    fn words(number: f64, is_1904: bool, code: &str) -> (String, Option<Hidden>) {
        let words = date_words(&ExcelDateTime::new(number, DateTime, is_1904), Some(code));
        (words.text, words.hidden)
    }

    /// Worked out with LibreOffice Calc.
    #[test]
    fn a_date_is_what_the_cell_shows_and_no_number_is_made_one() {
        let day = "yyyy-mm-dd";
        assert_eq!(words(45_579.0, false, day), ("2024-10-14".into(), None));
        assert_eq!(words(44_117.0, true, day), ("2024-10-14".into(), None));
        assert_eq!(words(61.0, false, day), ("1900-03-01".into(), None));
        for number in [-349.0, 0.0, 60.0, 3e9, f64::NAN, f64::INFINITY] {
            assert_eq!(words(number, false, day), (number.to_string(), Some(Hidden::NoDay)), "{number}");
        }
        assert_eq!(words(0.0, true, day), ("1904-01-01".into(), None));
    }

    #[test]
    fn a_time_of_day_is_no_day() {
        assert_eq!(words(0.604_166_666_666_667, false, "h:mm"), ("14:30:00".into(), None));
        assert_eq!(words(45_579.5, false, "hh:mm"), ("12:00:00".into(), Some(Hidden::Day)));
        assert_eq!(words(45_579.5, false, "d.m.yyyy hh:mm"), ("2024-10-14T12:00:00".into(), None));
        assert_eq!(words(45_579.0, false, "mmmm"), ("Oct".into(), Some(Hidden::Year)));
    }

    #[test]
    fn a_length_of_time_is_shown_as_one() {
        assert_eq!(date_words(&ExcelDateTime::new(1.5, TimeDelta, false), None).text, "36:00:00");
        assert_eq!(date_words(&ExcelDateTime::new(-0.25, TimeDelta, false), None).text, "-6:00:00");
    }
}
