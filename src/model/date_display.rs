//! Dates in words, with their doubt: `14 Oct 2024 (year inferred)`, `c. Sept 2024`, `by 13 Oct 2024`.

use edtf_core::{Date, SetElement, Time, TimeShift};

use super::date_part::{Precision, part};
use super::date_words::{Dated, join_words, joined, listed};
use super::edtf::{DateShape, ParsedDate};
use super::edtf_text::{Expression, IntervalEnd};
use super::month_names::month_name;
use super::month_names::year_words;
use super::{Basis, When};

/// A relative date whose slack is at least so many days is shown by its month.
const SLACK_SHOWN_AS_MONTH_DAYS: i64 = 8;
/// A relative date may lie on so many days at most to be shown by its month.
const MONTH_AT_MOST_DAYS: i64 = 46;

impl When {
    /// The date in words, with what is in doubt about it beside the end that the doubt is about.
    #[must_use]
    pub fn display(&self) -> String {
        let (Ok(parsed), Ok(expression)) = (self.parsed(), Expression::read(self.edtf())) else {
            return if self.edtf().is_empty() { "no date".to_owned() } else { format!("{} (not a date)", self.edtf()) };
        };
        let inferred = self.inferred();
        if let Some(month) = self.relative_month(parsed) {
            return with_notes(&month, inferred.map(str::to_owned).into_iter().collect());
        }
        display(&expression, inferred)
    }

    /// What of it is inferred, in words. A day that the source's words name without a number, such as `on Monday`, is
    /// inferred as a whole, not its year alone.
    #[must_use]
    pub fn inferred(&self) -> Option<&'static str> {
        let is_day = self.precision() == Precision::Day && !self.said().is_empty();
        let names_no_number = is_day && !self.said().chars().any(char::is_numeric);
        match self.basis().filter(|basis| basis.infers_year())? {
            Basis::NearestPast(_) | Basis::NearestFuture(_) if names_no_number => Some(DATE_INFERRED),
            _ => Some(YEAR_INFERRED),
        }
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
        Some(format!("c. {} {}", month_name(middle.month), year_words(i64::from(middle.year))))
    }
}

/// What is said of a date whose year its source leaves out.
pub const YEAR_INFERRED: &str = "year inferred";
/// What is said of a date whose day its source leaves out too.
pub const DATE_INFERRED: &str = "date inferred";

/// `14 Oct 2024 (year inferred, uncertain)`.
fn with_notes(words: &str, notes: Vec<String>) -> String {
    if notes.is_empty() { words.to_owned() } else { format!("{words} ({})", notes.join(", ")) }
}

/// The words of one date or of both ends, with what the basis says of the year.
fn with_basis(dated: Dated, inferred: Option<&str>) -> String {
    with_notes(&dated.words, inferred.map(str::to_owned).into_iter().chain(dated.notes).collect())
}

fn display(expression: &Expression, inferred: Option<&str>) -> String {
    match expression {
        Expression::Single(date, time) => {
            let mut dated = Dated::of(date);
            dated.words.extend(time.iter().map(|time| format!(", {}", time_words(*time))));
            with_basis(dated, inferred)
        }
        Expression::Interval(start, end) => display_interval(start, end, inferred),
        Expression::OneOf(members) => with_basis(one_of(members), inferred),
        Expression::AllOf(members) => with_basis(all_of(members), inferred),
    }
}

/// `10:10:10 UTC`, `23:30 UTC−05:00`, `08:00`.
fn time_words(time: Time) -> String {
    let seconds = if time.second == 0 { String::new() } else { format!(":{:02}", time.second) };
    let shift = match time.shift {
        None => String::new(),
        Some(TimeShift::Utc) => " UTC".to_owned(),
        Some(TimeShift::Offset { minutes, .. }) => {
            let (sign, minutes) = (if minutes < 0 { '−' } else { '+' }, minutes.unsigned_abs());
            format!(" UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    };
    format!("{:02}:{:02}{seconds}{shift}", time.hour, time.minute)
}

fn display_interval(start: &IntervalEnd, end: &IntervalEnd, inferred: Option<&str>) -> String {
    match (start, end) {
        (IntervalEnd::At(first), IntervalEnd::At(last)) => return with_basis(joined(first, last, " – "), inferred),
        // A state that is only known to have held then.
        (IntervalEnd::By(first), IntervalEnd::From(last)) => {
            return format!("at least {}", with_basis(joined(first, last, " – "), inferred));
        }
        (IntervalEnd::Open, IntervalEnd::At(last)) => {
            return format!("until {}", with_basis(Dated::of(last), inferred));
        }
        _ => {}
    }
    // The year of an end that has none cannot have been inferred.
    let end_is_dated = end.dates().next().is_some();
    let of_start = inferred.filter(|_| !end_is_dated);
    let begin = end_words(start).map_or_else(
        || if *start == IntervalEnd::Open { "any time".to_owned() } else { "start unknown".to_owned() },
        |dated| with_basis(dated, of_start),
    );
    match end_words(end) {
        Some(dated) => format!("{begin} – {}", with_basis(dated, inferred)),
        None if *end == IntervalEnd::Open => format!("{begin} – ongoing"),
        None => format!("{begin} – end unknown"),
    }
}

/// An end that has a date.
fn end_words(end: &IntervalEnd) -> Option<Dated> {
    match end {
        IntervalEnd::At(date) => Some(Dated::of(date)),
        IntervalEnd::Within(first, last) => Some(between(first, last)),
        IntervalEnd::By(date) => Some(or_earlier(date)),
        IntervalEnd::From(date) => Some(or_later(date)),
        IntervalEnd::Open | IntervalEnd::Unknown => None,
    }
}

fn between(first: &Date, last: &Date) -> Dated {
    if part(first) == part(last) {
        return Dated::of(first);
    }
    joined(first, last, " and ").map(|words| format!("between {words}"))
}

/// `by 13 Oct 2024` for a day, `Oct 2018 or earlier` for more than a day.
fn or_earlier(date: &Date) -> Dated {
    let is_day = part(date).precision == Precision::Day;
    Dated::of(date).map(|words| if is_day { format!("by {words}") } else { format!("{words} or earlier") })
}

fn or_later(date: &Date) -> Dated {
    let is_day = part(date).precision == Precision::Day;
    Dated::of(date).map(|words| if is_day { format!("from {words}") } else { format!("{words} or later") })
}

/// More members of a set than these are told by their number and the time between them.
const MOST_MEMBERS_LISTED: usize = 4;

/// `13 or 14 Oct 2024`, `between 30 Aug and 29 Sept 2024`, `Jan 1760, Feb 1760, or Dec 1760 or later`.
fn one_of(members: &[SetElement]) -> Dated {
    let words = |member: &SetElement| match member {
        SetElement::Date(date) => Dated::of(date),
        SetElement::OnOrBefore(date) => or_earlier(date),
        SetElement::OnOrAfter(date) => or_later(date),
        SetElement::Range(first, last) => between(first, last),
    };
    members_words(members, words, "or").unwrap_or_else(|| hull_of(members, "one of", "between", "and"))
}

/// `2020 and 2021`, `1667, 1668 and 1670 – 1672`, `spring 2020 and earlier`.
fn all_of(members: &[SetElement]) -> Dated {
    let words = |member: &SetElement| match member {
        SetElement::Date(date) => Dated::of(date),
        SetElement::OnOrBefore(date) => Dated::of(date).map(|words| format!("{words} and earlier")),
        SetElement::OnOrAfter(date) => Dated::of(date).map(|words| format!("{words} and later")),
        SetElement::Range(first, last) if members.len() == 1 => {
            joined(first, last, " – ").map(|words| format!("each of {words}"))
        }
        SetElement::Range(first, last) => joined(first, last, " – "),
    };
    members_words(members, words, "and").unwrap_or_else(|| hull_of(members, "all of", "from", "to"))
}

/// The members one after the other, unless they are too many.
fn members_words(members: &[SetElement], words: impl Fn(&SetElement) -> Dated, last: &str) -> Option<Dated> {
    if members.len() > MOST_MEMBERS_LISTED {
        return None;
    }
    let dates: Option<Vec<&Date>> =
        members.iter().map(|member| if let SetElement::Date(date) = member { Some(date) } else { None }).collect();
    if let Some(shared) = dates.and_then(|dates| listed(&dates, last)) {
        return Some(shared);
    }
    let mut all: Vec<Dated> = members.iter().map(words).collect();
    if let [_] = all.as_slice() {
        return all.pop();
    }
    let all: Vec<String> = all.into_iter().map(|dated| with_notes(&dated.words, dated.notes)).collect();
    Some(Dated::plain(join_words(&all, last)))
}

/// `one of 6 dates between 4 Mar and 9 May 2024`.
fn hull_of(members: &[SetElement], which: &str, from: &str, to: &str) -> Dated {
    let ends = |member: &SetElement| match member {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => (*date, *date),
        SetElement::Range(first, last) => (*first, *last),
    };
    let first = members.iter().map(|member| ends(member).0).min_by_key(|date| part(date).earliest);
    let last = members.iter().map(|member| ends(member).1).max_by_key(|date| part(date).latest);
    let open_before = members.iter().any(|member| matches!(member, SetElement::OnOrBefore(_)));
    let open_after = members.iter().any(|member| matches!(member, SetElement::OnOrAfter(_)));
    let dates = format!("{which} {} dates", members.len());
    let dated = match (first.filter(|_| !open_before), last.filter(|_| !open_after)) {
        (Some(first), Some(last)) => {
            joined(&first, &last, &format!(" {to} ")).map(|words| format!("{dates} {from} {words}"))
        }
        (None, Some(last)) => or_earlier(&last).map(|words| format!("{dates}, {words}")),
        (Some(first), None) => or_later(&first).map(|words| format!("{dates}, {words}")),
        (None, None) => Dated::plain(dates),
    };
    // Which of many is in doubt has no room here.
    let has_doubt = members.iter().any(|member| !Dated::of(&ends(member).0).is_certain());
    if has_doubt && dated.is_certain() { Dated { notes: vec!["some in doubt".to_owned()], ..dated } } else { dated }
}

#[cfg(test)]
mod tests;
