//! Whether dates are dates, and lie where they can.

use std::fmt::Display;

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::spoken;
use crate::check::{Remedy, Rule, Scope, Severity};
use crate::model::{
    AnyRecord, Basis, Day, Header, Key, Node, Period, VisitStatus, When, capitalised, display_day, parse_edtf,
};
use crate::phrase::{self, Answer, NOT_READ};

pub(super) const BAD_DATE: Rule = Rule {
    id: "bad-date",
    severity: Severity::Error,
    title: "Not a date",
    condition: "A date is not EDTF, or a length of time not an ISO 8601 period",
    help: "Dates are written in EDTF, the Extended Date/Time Format of ISO 8601-2: 2024-10-14 a day, 2024-10 some day \
           of a month, [2024-08-30..2024-09-29] some day between, 2024-10-14/2024-10-16 from one to the other, \
           2024-10-14/.. and still going on; ? after a part says that it is uncertain, ~ that it is approximate. \
           Periods are ISO 8601-1: P1M, P15D, -P2W. What cannot be read as a date cannot be counted.",
    scope: Scope::RecordsAndHeader(bad_date, bad_date_in_header),
};

pub(super) const INTERVAL_BACKWARDS: Rule = Rule {
    id: "interval-backwards",
    severity: Severity::Error,
    title: "Interval that runs backwards",
    condition: "An interval ends before it begins",
    help: "In EDTF (ISO 8601-2) an interval runs from its earlier to its later date. One that ends before it begins \
           has no days at all; mostly the two have changed places, or a year is wrong.",
    scope: Scope::RecordsAndHeader(backwards, backwards_in_header),
};

pub(super) const YEAR_WITHOUT_BASIS: Rule = Rule {
    id: "year-without-basis",
    severity: Severity::Warning,
    title: "Year inferred without a basis",
    condition: "The source's words give no year, or the year is marked uncertain, and no basis says where it is from",
    help: "News says \"on October 14\" and leaves the year to the reader. A date that has one all the same rests on \
           an inference, and ICD 203 asks to tell what is reported from what is inferred. Say what the year rests on: \
           YearFromPublication, NearestPast, NearestFuture, or Analyst with a reason. The date is then shown as inferred.",
    scope: Scope::PerRecord(year_without_basis),
};

pub(super) const AFTER_CUT_OFF: Rule = Rule {
    id: "after-cut-off",
    severity: Severity::Warning,
    title: "Completed after the cut-off",
    condition: "A completed visit ends after `as_of`",
    help: "`as_of` is the last day whose information is in the briefing, so no visit that ends later can be known to \
           have taken place. A visit counts as completed where nothing else is said. Set its status to Planned or \
           Ongoing, or move the cut-off.",
    scope: Scope::PerRecord(after_cut_off),
};

/// The path of the EDTF text of a date, which may stand alone or in a struct.
pub(super) fn edtf_path(record: &AnyRecord, field: &str) -> String {
    let is_alone = matches!(record.field_node(field), Some(Node::Text(_)));
    if is_alone { field.to_owned() } else { format!("{field}.edtf") }
}

fn bad_date(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (field, when) in record.dates() {
        if let (Err(error), false) = (when.parsed(), when.edtf().is_empty() || is_backwards(when.edtf())) {
            report_bad(edtf_path(record, field), field, &called(record), (when.edtf(), &error.to_string()), found);
        }
        for (path, period) in periods(field, when) {
            if let (Err(error), false) = (Period::parse(period), period.is_empty()) {
                let message = format!("`{path}` of {} is no length of time: `{period}`", called(record));
                found.add(path, message, capitalised(&error.to_string()));
            }
        }
    }
    if let AnyRecord::Source(source) = record {
        text_is_date("accessed", &source.accessed, &called(record), found);
    }
}

/// The lengths of time in a date's basis, with their paths.
fn periods<'a>(field: &str, when: &'a When) -> Vec<(String, &'a str)> {
    match when.basis() {
        Some(Basis::Relative(relative)) => vec![
            (format!("{field}.basis.offset"), relative.offset.as_str()),
            (format!("{field}.basis.slack"), relative.slack.as_str()),
        ],
        Some(Basis::AtLeast(at_least)) => vec![(format!("{field}.basis.span"), at_least.span.as_str())],
        _ => Vec::new(),
    }
}

fn bad_date_in_header(_: &Context, header: &Header, found: &mut Findings) {
    for (path, text) in dates_of_header(header) {
        text_is_date(&path, text, &"the briefing", found);
    }
}

fn dates_of_header(header: &Header) -> Vec<(String, &str)> {
    let mut dates = vec![("as_of".to_owned(), header.as_of.as_str())];
    for (number, coverage) in header.coverage.iter().enumerate() {
        dates.push((format!("coverage[{number}].from"), &coverage.from));
        dates.push((format!("coverage[{number}].to"), &coverage.to));
    }
    let revisions = header.revisions.iter().enumerate();
    dates.extend(revisions.map(|(number, revision)| (format!("revisions[{number}].on"), revision.on.as_str())));
    dates
}

fn text_is_date(path: &str, text: &str, who: &dyn Display, found: &mut Findings) {
    if let (Err(error), false) = (parse_edtf(text), text.is_empty() || is_backwards(text)) {
        report_bad(path.to_owned(), path, who, (text, &error.to_string()), found);
    }
}

fn report_bad(path: String, field: &str, who: &dyn Display, (text, why): (&str, &str), found: &mut Findings) {
    let answer = phrase::read(text);
    let remedy = answer.one().map(|reading| Remedy::write(path.clone(), &reading.edtf));
    found.add(path, format!("`{field}` of {who} is no date: `{text}` ({why})"), hint(&answer));
    found.mended_by(remedy);
}

/// So many readings are named in a hint.
const MOST_READINGS: usize = 4;

/// What to write for words that are no EDTF: the date that they mean, or those that they may mean.
fn hint(answer: &Answer) -> String {
    const IN_EDTF: &str = "Write EDTF: `2024-10-14`, `2024-10`, `[2024-08-30..2024-09-29]`";
    match answer {
        Answer::One(reading) => format!("Write `{}`", reading.edtf),
        Answer::Ask(readings) => {
            let meant: Vec<String> = readings
                .iter()
                .take(MOST_READINGS)
                .map(|reading| format!("`{}`: {}", reading.edtf, reading.label()))
                .collect();
            format!("It can mean more than one date; write {}", meant.join(", or "))
        }
        Answer::Clash { message, .. } => format!("{message}; write the one that the source means"),
        Answer::Unread { message, .. } if message != NOT_READ => format!("{message}. {IN_EDTF}"),
        Answer::Unread { .. } | Answer::Empty => IN_EDTF.to_owned(),
    }
}

/// What a date written in another way is in EDTF, where it has one reading and no word of it is left over.
pub(super) fn in_edtf(text: &str) -> Option<String> {
    phrase::read(text).one().map(|reading| reading.edtf.clone())
}

/// Whether a text is an interval or a range whose second date lies wholly before its first.
///
/// The reader of EDTF refuses most of these, so that each date is read by itself.
fn is_backwards(text: &str) -> bool {
    let parts = text.trim_matches(['[', ']', '{', '}']);
    let Some((first, last)) = parts.split_once('/').or_else(|| parts.split_once("..")) else { return false };
    let (Ok(first), Ok(last)) = (parse_edtf(first), parse_edtf(last)) else {
        return parse_edtf(text).is_ok_and(|date| date.is_backwards());
    };
    matches!((first.bounds.start_earliest, last.bounds.end_latest), (Some(first), Some(last)) if last < first)
}

fn backwards(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (field, when) in record.dates() {
        if is_backwards(when.edtf()) {
            report_backwards(edtf_path(record, field), field, &called(record), when.edtf(), found);
        }
    }
    if let AnyRecord::Source(source) = record
        && is_backwards(&source.accessed)
    {
        report_backwards("accessed".to_owned(), "accessed", &called(record), &source.accessed, found);
    }
}

fn backwards_in_header(_: &Context, header: &Header, found: &mut Findings) {
    for (path, text) in dates_of_header(header) {
        if is_backwards(text) {
            report_backwards(path.clone(), &path, &"the briefing", text, found);
        }
    }
    for (number, coverage) in header.coverage.iter().enumerate() {
        let (Ok(from), Ok(to)) = (parse_edtf(&coverage.from), parse_edtf(&coverage.to)) else { continue };
        if matches!((from.bounds.start_earliest, to.bounds.end_latest), (Some(first), Some(last)) if last < first) {
            let message = format!("the coverage from `{}` to `{}` ends before it begins", coverage.from, coverage.to);
            found.add(format!("coverage[{number}].to"), message, "Change the two places, or mend the year");
            let at = |name: &str| format!("coverage[{number}].{name}");
            let turned = vec![(at("from"), coverage.to.as_str()), (at("to"), coverage.from.as_str())];
            // A slip in a year is as likely.
            found.mended_by(Remedy { is_safe: false, ..Remedy::put_all("Change the two places", turned) });
        }
    }
}

fn report_backwards(path: String, field: &str, who: &dyn Display, text: &str, found: &mut Findings) {
    let turned = text.split_once('/').map(|(first, last)| format!("{last}/{first}"));
    let remedy = turned.as_ref().filter(|edtf| parse_edtf(edtf).is_ok());
    let remedy = remedy.map(|edtf| Remedy { is_safe: false, ..Remedy::write(path.clone(), edtf) });
    let hint = turned.map(|edtf| format!("Write `{edtf}`, or mend the year"));
    found.add(path, format!("`{field}` of {who} ends before it begins: `{text}`"), hint.unwrap_or_default());
    found.mended_by(remedy);
}

fn year_without_basis(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    const HINT: &str = "Say what the year rests on: `basis: YearFromPublication`, `NearestPast(…)` or `Analyst(\"…\")`";
    for (field, when) in record.dates() {
        let Ok(parsed) = when.parsed() else { continue };
        let claims_stated = matches!(when.basis(), Some(Basis::Stated));
        if when.basis().is_some() && !claims_stated {
            continue;
        }
        let (first, last) = (parsed.bounds.start_earliest, parsed.bounds.start_latest);
        let (Some(first), Some(last)) = (first.or(last), last.or(first)) else { continue };
        let spoken = spoken::read(when.said());
        if !when.said().is_empty() && !spoken.names_a_year(spoken::years_of(first, last)) {
            let message = format!(
                "`{field}` of {} is `{}`, but its words “{}” name no year",
                called(record),
                when.edtf(),
                when.said()
            );
            found.add(if claims_stated { format!("{field}.basis") } else { field.to_owned() }, message, HINT);
        } else if has_uncertain_year(when.edtf()) {
            let message = format!(
                "the year of `{field}` of {} is uncertain (`{}`), and no basis is given",
                called(record),
                when.edtf()
            );
            found.add(field, message, HINT);
        }
    }
}

/// Whether a `?` or `%` stands right after a year that a month follows: `2024?-10`, or before it: `?2024`.
fn has_uncertain_year(edtf: &str) -> bool {
    let bytes = edtf.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    bytes.iter().enumerate().any(|(at, mark)| {
        let is_after_year = (1..=4).all(|back| at.checked_sub(back).is_some_and(is_digit))
            && bytes.get(at + 1) == Some(&b'-')
            && !at.checked_sub(5).is_some_and(is_digit);
        let is_before_year = (1..=4).all(|on| is_digit(at + on));
        matches!(mark, b'?' | b'%') && (is_after_year || is_before_year)
    })
}

fn after_cut_off(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Visit(visit) = record else { return };
    let Some(cut_off) = context.as_of.and_then(|date| date.end_latest) else { return };
    if visit.status_or_default() != VisitStatus::Completed {
        return;
    }
    let Some(when) = &visit.when else { return };
    let ends: Option<Day> = when.bounds().end_earliest.filter(|day| *day > cut_off);
    if let Some(day) = ends {
        let message = format!(
            "{} counts as completed, but ends on {} at the earliest, after the cut-off of {}",
            called(record),
            display_day(day),
            display_day(cut_off)
        );
        found.add("when", message, "Set `status: Planned` or `Ongoing`, or move `as_of`");
        let bounds = when.bounds();
        let begins_after = bounds.start_earliest.is_some_and(|day| day > cut_off);
        let began_before = bounds.start_latest.is_some_and(|day| day <= cut_off);
        let status = |label: &str, word: &'static str| Remedy::put(label, "status", Node::Word(word.into()));
        if begins_after {
            found.mended_by(status("Mark as planned", "Planned"));
        } else if began_before {
            found.mended_by(status("Mark as ongoing", "Ongoing"));
        }
    }
}
