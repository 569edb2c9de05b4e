//! Dates in words, with their doubt: `14 Oct 2024 (year inferred)`, `c. Sept 2024`, `by 13 Oct 2024`.

use super::edtf::{DateEnd, DatePart, DateShape, ParsedDate};
use super::{Basis, Civil, Day, Precision, When};

/// The months as words, as short as they are usually written in British English.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

const IN_FULL: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A relative date whose slack is at least so many days is shown by its month.
const SLACK_SHOWN_AS_MONTH_DAYS: i64 = 8;
/// A relative date may lie on so many days at most to be shown by its month.
const MONTH_AT_MOST_DAYS: i64 = 46;

/// The name of a month, 1–12; empty for another number.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    name_in(&MONTHS, month)
}

/// The name of a month, 1–12, not shortened; empty for another number.
#[must_use]
pub fn month_in_full(month: u8) -> &'static str {
    name_in(&IN_FULL, month)
}

fn name_in(names: &[&'static str; 12], month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// A day in words: `14 Oct 2024`.
#[must_use]
pub fn display_day(day: Day) -> String {
    let Civil { year, month, day } = day.civil();
    format!("{day} {} {}", month_name(month), year_words(year))
}

fn year_words(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i64::from(year)) }
}

impl When {
    /// The date in words, with what is in doubt about it.
    #[must_use]
    pub fn display(&self) -> String {
        let Ok(parsed) = self.parsed() else {
            return if self.edtf().is_empty() { "no date".to_owned() } else { format!("{} (not a date)", self.edtf()) };
        };
        let body = self.relative_month(parsed).unwrap_or_else(|| display_shape(parsed));
        let mut doubts = Vec::new();
        if self.basis().is_some_and(Basis::infers_year) {
            doubts.push("year inferred");
        }
        if parsed.uncertain {
            doubts.push("uncertain");
        }
        with_doubts(&body, &doubts)
    }

    /// `c. Sept 2024` for a date some time around another record's.
    fn relative_month(&self, parsed: &ParsedDate) -> Option<String> {
        let (Some(Basis::Relative(_)), DateShape::OneOf(Some(first), Some(last))) = (self.basis(), parsed.shape) else {
            return None;
        };
        let (first, last) = (first.earliest?, last.latest?);
        let days = first.days_until(last);
        if !(2 * SLACK_SHOWN_AS_MONTH_DAYS..=MONTH_AT_MOST_DAYS).contains(&days) {
            return None;
        }
        let middle = first.plus_days(i32::try_from(days / 2).ok()?).civil();
        Some(format!("c. {} {}", month_name(middle.month), year_words(middle.year)))
    }
}

/// The doubts stand before ` – ongoing`, beside the date that they are about.
fn with_doubts(body: &str, doubts: &[&str]) -> String {
    if doubts.is_empty() {
        return body.to_owned();
    }
    let doubts = doubts.join(", ");
    match body.strip_suffix(ONGOING) {
        Some(date) => format!("{date} ({doubts}){ONGOING}"),
        None => format!("{body} ({doubts})"),
    }
}

const ONGOING: &str = " – ongoing";

fn display_shape(parsed: &ParsedDate) -> String {
    let about = if parsed.approximate { "c. " } else { "" };
    match parsed.shape {
        DateShape::Single(date) => format!("{about}{}", display_part(&date)),
        DateShape::Interval(start, end) => format!("{about}{}", display_interval(start, end)),
        DateShape::OneOf(Some(first), Some(last)) => format!("{about}between {}", joined(&first, &last, " and ")),
        DateShape::OneOf(None, Some(last)) => format!("{about}{}", by(&last)),
        DateShape::OneOf(Some(first), None) => format!("{about}{}", from(&first)),
        DateShape::AllOf(Some(first), Some(last)) => format!("{about}{} (several)", joined(&first, &last, " – ")),
        DateShape::AllOf(None, Some(last)) => format!("{about}{} (several)", by(&last)),
        DateShape::AllOf(Some(first), None) => format!("{about}{} (several)", from(&first)),
        DateShape::OneOf(None, None) | DateShape::AllOf(None, None) => "date unknown".to_owned(),
    }
}

fn display_interval(start: DateEnd, end: DateEnd) -> String {
    if let (DateEnd::At(first), DateEnd::At(last)) = (start, end) {
        return joined(&first, &last, " – ");
    }
    if let (DateEnd::By(first), DateEnd::From(last)) = (start, end) {
        // A state that is only known to have held then.
        return format!("at least {}", joined(&first, &last, " – "));
    }
    let begin = match start {
        DateEnd::At(date) => display_part(&date),
        DateEnd::Within(first, last) => format!("between {}", joined(&first, &last, " and ")),
        DateEnd::By(date) => by(&date),
        DateEnd::From(date) => from(&date),
        DateEnd::Open => "any time".to_owned(),
        DateEnd::Unknown => "start unknown".to_owned(),
    };
    match end {
        DateEnd::Open => format!("{begin}{ONGOING}"),
        DateEnd::Unknown => format!("{begin} – end unknown"),
        DateEnd::At(date) if start == DateEnd::Open => format!("until {}", display_part(&date)),
        DateEnd::At(date) => format!("{begin} – {}", display_part(&date)),
        DateEnd::Within(first, last) => format!("{begin} – between {}", joined(&first, &last, " and ")),
        DateEnd::By(date) => format!("{begin} – {}", by(&date)),
        DateEnd::From(date) => format!("{begin} – {}", from(&date)),
    }
}

/// `by 13 Oct 2024` for a day, `Oct 2018 or earlier` for more than a day.
fn by(date: &DatePart) -> String {
    let words = display_part(date);
    if date.precision == Precision::Day { format!("by {words}") } else { format!("{words} or earlier") }
}

fn from(date: &DatePart) -> String {
    let words = display_part(date);
    if date.precision == Precision::Day { format!("from {words}") } else { format!("{words} or later") }
}

/// Two dates, what they share said once: `8 – 12 Oct 2024`, `30 Aug – 2 Sept 2024`.
fn joined(first: &DatePart, last: &DatePart, between: &str) -> String {
    let whole = || format!("{}{between}{}", display_part(first), display_part(last));
    if first == last {
        return display_part(first);
    }
    let (Some(a), Some(b)) = (first.first_civil(), last.first_civil()) else { return whole() };
    match (first.precision, last.precision) {
        (Precision::Day, Precision::Day) if (a.year, a.month) == (b.year, b.month) => {
            format!("{}{between}{}", a.day, display_part(last))
        }
        (Precision::Day, Precision::Day) if a.year == b.year => {
            format!("{} {}{between}{}", a.day, month_name(a.month), display_part(last))
        }
        (Precision::Month, Precision::Month) if a.year == b.year => {
            format!("{}{between}{}", month_name(a.month), display_part(last))
        }
        _ => whole(),
    }
}

fn display_part(date: &DatePart) -> String {
    let (Some(first), Some(last)) = (date.earliest, date.latest) else { return "a year beyond counting".to_owned() };
    let (from, to) = (first.civil(), last.civil());
    match date.precision {
        Precision::Day => display_day(first),
        Precision::Month => format!("{} {}", month_name(from.month), year_words(from.year)),
        Precision::Year => year_words(from.year),
        Precision::PartOfYear => part_of_year(date, first, last),
        // XXXX: all four digits of the year are left open.
        Precision::Years if to.year - from.year >= 9_999 => "year unknown".to_owned(),
        Precision::Years if to.year - from.year == 9 && from.year.rem_euclid(10) == 0 => format!("{}s", from.year),
        Precision::Years => format!("{} – {}", year_words(from.year), year_words(to.year)),
    }
}

/// Seasons, quarters and halves of a year (ISO 8601-2:2019, 4.8); others by their months.
fn part_of_year(date: &DatePart, first: Day, last: Day) -> String {
    let year = year_words(first.civil().year);
    match date.month_code {
        Some(21) => format!("spring {year}"),
        Some(22) => format!("summer {year}"),
        Some(23) => format!("autumn {year}"),
        Some(24) => format!("winter {year}"),
        Some(code @ 33..=36) => format!("Q{} {year}", code - 32),
        Some(code @ 40..=41) => format!("{} half of {year}", if code == 40 { "first" } else { "second" }),
        _ => format!("{} – {}", display_day(first), display_day(last)),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Basis, Id, Relative, When, WhenLong};

    fn with_basis(edtf: &str, basis: Basis) -> String {
        When::new(WhenLong { edtf: edtf.to_owned(), basis: Some(basis), ..WhenLong::default() }, false).display()
    }

    #[test]
    fn each_kind_of_date_is_said_with_its_doubt() {
        for (edtf, words) in [
            ("2024-10-14", "14 Oct 2024"),
            ("2024-09~", "c. Sept 2024"),
            ("2024-10-14?", "14 Oct 2024 (uncertain)"),
            ("2024-10-14%", "c. 14 Oct 2024 (uncertain)"),
            ("..2024-10-13/..", "by 13 Oct 2024 – ongoing"),
            ("..2018-10/..", "Oct 2018 or earlier – ongoing"),
            ("2024-10-08/2024-10-12", "8 – 12 Oct 2024"),
            ("2024-08-30/2024-09-02", "30 Aug – 2 Sept 2024"),
            ("[2024-08-30..2024-09-29]", "between 30 Aug and 29 Sept 2024"),
            ("[..2019-05-01]", "by 1 May 2019"),
            ("..2024-10-14/2024-10-14..", "at least 14 Oct 2024"),
            ("2024-10-14/..", "14 Oct 2024 – ongoing"),
            ("2024-10-14/", "14 Oct 2024 – end unknown"),
            ("/2024-10-14", "start unknown – 14 Oct 2024"),
            ("../2024-10-14", "until 14 Oct 2024"),
            ("2024-XX", "2024"),
            ("202X", "2020s"),
            ("XXXX", "year unknown"),
            ("2024-21", "spring 2024"),
            ("2024-34", "Q2 2024"),
            ("-0043", "44 BC"),
            ("", "no date"),
            ("in May", "in May (not a date)"),
        ] {
            assert_eq!(When::from_edtf(edtf).display(), words, "{edtf}");
        }
    }

    #[test]
    fn an_inferred_year_is_said_beside_the_date() {
        assert_eq!(with_basis("2024-10-14", Basis::YearFromPublication), "14 Oct 2024 (year inferred)");
        assert_eq!(with_basis("2024-10-14/..", Basis::YearFromPublication), "14 Oct 2024 (year inferred) – ongoing");
        assert_eq!(with_basis("2024-05", Basis::NearestPast(Id::from("rferl"))), "May 2024 (year inferred)");
    }

    #[test]
    fn a_month_before_another_visit_is_about_a_month() {
        let relative =
            Relative { to: Id::from("v-li"), offset: "-P1M".into(), slack: "P15D".into(), ..Default::default() };
        assert_eq!(with_basis("[2024-08-30..2024-09-29]", Basis::Relative(relative)), "c. Sept 2024");
    }
}
