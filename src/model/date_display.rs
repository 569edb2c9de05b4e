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
        let inferred = self.basis().filter(|basis| basis.infers_year()).map(|_| "year inferred");
        if let Some(month) = self.relative_month(parsed) {
            return with_notes(&month, inferred.map(str::to_owned).into_iter().collect());
        }
        display(&expression, inferred)
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
mod tests {
    use crate::model::{Basis, Id, Relative, When, WhenLong};

    fn with_basis(edtf: &str, basis: Basis) -> String {
        When::new(WhenLong { edtf: edtf.to_owned(), basis: Some(basis), ..WhenLong::default() }, false).display()
    }

    /// As the words of a date were worked out by hand, kind by kind.
    const SHOWN: &[(&str, &str)] = &[
        ("2024-10-14", "14 Oct 2024"),
        ("2024-09~", "c. Sept 2024"),
        ("2024-10-14?", "14 Oct 2024 (uncertain)"),
        ("2024-10-14%", "c. 14 Oct 2024 (uncertain)"),
        ("2024", "2024"),
        ("202X", "2020s"),
        ("XXXX", "year unknown"),
        ("", "no date"),
        ("in May", "in May (not a date)"),
        // Intervals.
        ("1985-04-12/..", "12 Apr 1985 – ongoing"),
        ("1985-04-12/", "12 Apr 1985 – end unknown"),
        ("../1985-04-12", "until 12 Apr 1985"),
        ("/1985-04-12", "start unknown – 12 Apr 1985"),
        ("1985/", "1985 – end unknown"),
        ("/1985", "start unknown – 1985"),
        ("../..", "../.. (not a date)"),
        ("..2024-10-13/..", "by 13 Oct 2024 – ongoing"),
        ("..2018-10/..", "Oct 2018 or earlier – ongoing"),
        ("..2024-10-14/2024-10-14..", "at least 14 Oct 2024"),
        ("..2024-10-14/2024-10-16..", "at least 14 – 16 Oct 2024"),
        ("2024-10-08/2024-10-12", "8 – 12 Oct 2024"),
        ("2024-08-30/2024-09-02", "30 Aug – 2 Sept 2024"),
        ("2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
        ("2024-10/2024-10-14", "Oct 2024 – 14 Oct 2024"),
        ("2024-10-14/2024-10", "14 Oct 2024 – Oct 2024"),
        ("2024-02-29/2023-02-28", "2024-02-29/2023-02-28 (not a date)"),
        ("196X/197X", "1960s – 1970s"),
        ("2021-05-01..2021-05-10/..", "between 1 and 10 May 2021 – ongoing"),
        (
            "2020-01-01..2020-04-30/2021-09-01..2021-12-31",
            "between 1 Jan and 30 Apr 2020 – between 1 Sept and 31 Dec 2021",
        ),
        ("../2021-09..2021-10", "any time – between Sept and Oct 2021"),
        ("2020-02../2021", "Feb 2020 or later – 2021"),
        // Doubt stands at its own end.
        ("1984~/2004-06", "c. 1984 – June 2004"),
        ("2004-06-01/2004-06-20~", "1 June 2004 – c. 20 June 2004"),
        ("2024-10-14?/..", "14 Oct 2024 (uncertain) – ongoing"),
        ("2024-10-14?/2024-10-16", "14 Oct 2024 (uncertain) – 16 Oct 2024"),
        ("2024-10-14?/2024-10-16?", "14 – 16 Oct 2024 (both uncertain)"),
        ("2024-10-08~/2024-10-12~", "c. 8 – c. 12 Oct 2024"),
        ("2021-05-01..2021-05-10?/..", "between 1 May 2021 and 10 May 2021 (uncertain) – ongoing"),
        // Doubt about a part of a date.
        ("2024?-10-14", "14 Oct 2024 (year uncertain)"),
        ("1922?-40", "first half of 1922 (year uncertain)"),
        ("2004-06~-11", "11 June 2004 (year and month approximate)"),
        ("2004-?06-11", "11 June 2004 (month uncertain)"),
        ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"),
        ("%2011-06-13", "13 June 2011 (year uncertain and approximate)"),
        // Seasons and parts of a year.
        ("2024-21", "spring 2024"),
        ("2024-24", "winter 2024/25"),
        ("1999-24", "winter 1999/00"),
        ("2024-25", "northern spring 2024"),
        ("2024-29", "southern spring 2024"),
        ("2024-30", "southern summer 2024/25"),
        ("2024-32", "southern winter 2024"),
        ("2024-34", "Q2 2024"),
        ("2024-37", "first third of 2024"),
        ("2024-38", "second third of 2024"),
        ("2024-39", "last third of 2024"),
        ("2024-40", "first half of 2024"),
        ("2024-41~", "c. second half of 2024"),
        ("2024-42", "2024-42 (not a date)"),
        ("192X-33", "Q1, in the 1920s"),
        ("2016-21/2016-22", "spring 2016 – summer 2016"),
        ("2018-22/2019-23", "summer 2018 – autumn 2019"),
        // Years of every size.
        ("0576", "576 AD"),
        ("-0343", "344 BC"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("0000", "1 BC"),
        ("Y-17000", "17001 BC"),
        ("Y170000002", "year 170000002"),
        ("Y17E19", "a year beyond counting"),
        ("1950S2", "c. 1950 (between 1900 and 1999)"),
        // Masks: what is known is shown.
        ("19XX", "between 1900 and 1999"),
        ("20XX", "between 2000 and 2099"),
        ("19X5", "between 1905 and 1995 (19X5)"),
        ("1XXX-12", "Dec, between 1000 and 1999"),
        ("156X-12-25", "25 Dec, in the 1560s"),
        ("15XX-12-XX", "Dec, between 1500 and 1599"),
        ("2004-XX", "2004"),
        ("2004-XX-XX", "2004"),
        ("2004-06-XX", "June 2004"),
        ("XXXX-10-14", "14 Oct, year unknown"),
        ("XXXX-10", "Oct, year unknown"),
        ("XXXX-21", "spring, year unknown"),
        ("2024-XX-15", "15th of some month, 2024"),
        ("XXXX-XX-22", "22nd of some month, year unknown"),
        ("2024-1X", "between Oct and Dec 2024"),
        ("2024-X2", "Feb or Dec 2024"),
        ("2024-10-1X", "between 10 and 19 Oct 2024"),
        ("2024-10-X5", "5, 15 or 25 Oct 2024"),
        ("2024-04-3X", "30 Apr 2024"),
        ("1985-0X-31", "31st of a month between Jan and Sept 1985"),
        ("1985-0X-XX", "between Jan and Sept 1985"),
        // Days that are and that are not.
        ("2004-02-29", "29 Feb 2004"),
        ("2000-02-29", "29 Feb 2000"),
        ("2003-02-29", "2003-02-29 (not a date)"),
        ("2004-02-30", "2004-02-30 (not a date)"),
        ("1900-02-29", "1900-02-29 (not a date)"),
        ("2024-13", "2024-13 (not a date)"),
        // Moments.
        ("2004-01-01T10:10:10Z", "1 Jan 2004, 10:10:10 UTC"),
        ("2004-01-01T23:30:00-05:00", "1 Jan 2004, 23:30 UTC−05:00"),
        ("2004-01-01T10:10:00", "1 Jan 2004, 10:10"),
        ("2004-01-01T24:00:00Z", "2004-01-01T24:00:00Z (not a date)"),
        ("2024-10-14T08:00", "2024-10-14T08:00 (not a date)"),
        // Other notations.
        ("2024-W42", "2024-W42 (not a date)"),
        ("2024-288", "2024-288 (not a date)"),
        ("20241014", "20241014 (not a date)"),
        ("2024-10-14/10-16", "2024-10-14/10-16 (not a date)"),
        ("2024-10-14/16", "2024-10-14/16 (not a date)"),
        ("open", "open (not a date)"),
        ("unknown/2006", "unknown/2006 (not a date)"),
        ("2006/open", "2006/open (not a date)"),
        ("uuuu", "uuuu (not a date)"),
        // One of several.
        ("[2024]", "2024"),
        ("[2024-08-30..2024-09-29]", "between 30 Aug and 29 Sept 2024"),
        ("[2024-10-12..2024-10-12]", "12 Oct 2024"),
        ("[..2019-05-01]", "by 1 May 2019"),
        ("[2019-05-01..]", "from 1 May 2019"),
        ("[..2020-21]", "spring 2020 or earlier"),
        ("[2020-21..]", "spring 2020 or later"),
        ("[2024-10-13,2024-10-14]", "13 or 14 Oct 2024"),
        ("[2024-03-04,2024-04-03]", "4 Mar or 3 Apr 2024"),
        ("[2023-03-04,2024-04-03]", "4 Mar 2023 or 3 Apr 2024"),
        ("[2024-03,2024-05,2024-06]", "Mar, May or June 2024"),
        ("[2024-10-14?,2024-10-15?]", "14 or 15 Oct 2024 (both uncertain)"),
        ("[2024?-10-14,2024?-10-15]", "14 or 15 Oct 2024 (year uncertain)"),
        ("[2024-03~,2024-05~,2024-06~]", "c. Mar, c. May or c. June 2024"),
        ("[2020,2021?]", "2020 or 2021 (uncertain)"),
        ("[1667,1668,1670..1672]", "1667, 1668, or between 1670 and 1672"),
        ("[1760-01,1760-02,1760-12..]", "Jan 1760, Feb 1760, or Dec 1760 or later"),
        ("[2024-03-04,2024-03-06,2024-03-08,2024-03-11,2024-04-02]", "one of 5 dates between 4 Mar and 2 Apr 2024"),
        ("[2024-10-14..2024-10-12]", "[2024-10-14..2024-10-12] (not a date)"),
        // All of several.
        ("{2020,2021}", "2020 and 2021"),
        ("{2024-10-12,2024-10-14}", "12 and 14 Oct 2024"),
        ("{1670..1672}", "each of 1670 – 1672"),
        ("{1667,1668,1670..1672}", "1667, 1668 and 1670 – 1672"),
        ("{..2020-21}", "spring 2020 and earlier"),
        ("{2020-21..}", "spring 2020 and later"),
    ];

    #[test]
    fn each_kind_of_date_is_shown_as_what_it_is() {
        let differing: Vec<String> = SHOWN
            .iter()
            .map(|(edtf, words)| (edtf, words, When::from_edtf(edtf).display()))
            .filter(|(_, words, shown)| shown != *words)
            .map(|(edtf, words, shown)| format!("{edtf}: {shown}, to be {words}"))
            .collect();
        assert!(differing.is_empty(), "{differing:#?}");
    }

    #[test]
    fn an_inferred_year_is_said_beside_the_date() {
        for (edtf, words) in [
            ("2024-10-14", "14 Oct 2024 (year inferred)"),
            ("2024-10-14?", "14 Oct 2024 (year inferred, uncertain)"),
            ("2024-10-14/..", "14 Oct 2024 (year inferred) – ongoing"),
            ("2024-10-14/", "14 Oct 2024 (year inferred) – end unknown"),
            ("2024-10-14?/..", "14 Oct 2024 (year inferred, uncertain) – ongoing"),
            ("../2024-10-14", "until 14 Oct 2024 (year inferred)"),
            ("2024-10-08/2024-10-12", "8 – 12 Oct 2024 (year inferred)"),
            ("2021-05-01..2021-05-10/..", "between 1 and 10 May 2021 (year inferred) – ongoing"),
        ] {
            assert_eq!(with_basis(edtf, Basis::YearFromPublication), words, "{edtf}");
        }
        for basis in [Basis::NearestPast(Id::from("rferl")), Basis::NearestFuture(Id::from("rferl"))] {
            assert_eq!(with_basis("2024-05", basis), "May 2024 (year inferred)");
        }
    }

    #[test]
    fn a_month_before_another_visit_is_about_a_month() {
        let relative =
            Relative { to: Id::from("v-li"), offset: "-P1M".into(), slack: "P15D".into(), ..Default::default() };
        assert_eq!(with_basis("[2024-08-30..2024-09-29]", Basis::Relative(Box::new(relative))), "c. Sept 2024");
    }
}
