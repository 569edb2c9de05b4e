//! Dates that hang on other dates.

use crate::check::circles::steps_back;
use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::{Remedy, Rule, Scope, Severity};
use crate::model::{
    AnyRecord, AtLeast, Basis, Civil, DateBounds, Day, Id, Key, Period, Precision, RecordKind, Relative, When,
    days_in_month, display_day, with_end_of,
};

use super::dates::edtf_path;

pub(super) const ANCHOR_MISSING: Rule = Rule {
    id: "anchor-missing",
    severity: Severity::Error,
    title: "Anchor without a date",
    condition: "The record that a date is counted from has no date, or no cited source says when it was published",
    help: "\"A month after the visit\" is a date only where the visit has one, and a year taken from the publication \
           only where the publication has one. ICD 203 asks that an inference show what it rests on. Give the anchor \
           a date, name another record, or use Analyst with a reason.",
    scope: Scope::PerRecord(anchor_missing),
};

pub(super) const ANCHOR_CIRCULAR: Rule = Rule {
    id: "anchor-circular",
    severity: Severity::Error,
    title: "Anchors in a circle",
    condition: "A date is counted from a date that is counted from it",
    help: "Two dates that each lean on the other rest on nothing: the reasoning is circular. At least one of them has \
           to be stated by a source, or set by the analyst with a reason.",
    scope: Scope::WholeFile(anchor_circular),
};

pub(super) const ANCHOR_MOVED: Rule = Rule {
    id: "anchor-moved",
    severity: Severity::Warning,
    title: "Date that no longer follows from its anchor",
    condition: "The start recomputed from the anchor differs from the date written down",
    help: "A date with a basis is written down as the EDTF that followed from its anchor at the time. When the anchor \
           moves, the date does not move by itself, since that would change a count unseen. Relative: the start of \
           the anchor, plus the offset, give or take the slack. YearFromPublication: the year of a cited source. \
           NearestPast: within the year up to the anchor. NearestFuture: within the year from it. OnOrBefore: not later than the anchor. AtLeast: begun a \
           span before the anchor, or earlier.",
    scope: Scope::PerRecord(anchor_moved),
};

/// The main date of the record with an id, if it can be read.
fn date_of(context: &Context, id: &Id) -> Option<When> {
    let record = context.record(id)?;
    record.main_date().filter(|when| when.parsed().is_ok()).cloned()
}

/// The publication dates of the sources that a record cites, itself left out, with their ids.
fn publications(context: &Context, record: &AnyRecord) -> Vec<(Id, When)> {
    let cited = record.cites().iter().map(crate::model::Cite::source);
    let cited = cited.filter(|source| *source != record.id());
    cited.filter_map(|source| Some((source.clone(), date_of(context, source)?))).collect()
}

fn anchor_missing(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (field, when) in record.dates() {
        let Some(basis) = when.basis() else { continue };
        let path = format!("{field}.basis");
        if matches!(basis, Basis::YearFromPublication) && publications(context, record).is_empty() {
            let message = format!(
                "the year of `{field}` of {} is that of publication, but no source it cites says when it was published",
                called(record)
            );
            found.add(path, message, "Give the cited source a `published` date, or another basis");
        } else if let Some(anchor) = basis.anchor()
            && context.reader.index.key_of(anchor).is_some()
            && date_of(context, anchor).is_none()
        {
            let message = format!("`{field}` of {} is counted from `{anchor}`, which has no date", called(record));
            found.add(path, message, "Give that record a date, or name another");
        }
    }
}

fn anchor_circular(context: &Context, found: &mut Findings) {
    for back in steps_back(context, RecordKind::ALL, anchors_of) {
        let message =
            format!("the date of `{}` is counted from `{}`, whose own date hangs on it", back.id, back.target);
        found.add_to((back.key, &back.id), back.field.clone(), message, "Give one of them a basis of its own");
    }
}

/// The records whose dates the main date of a record hangs on, with the path of its basis.
fn anchors_of(context: &Context, record: &AnyRecord) -> Vec<(String, Id)> {
    let Some((field, when)) = record.dates().into_iter().next() else { return Vec::new() };
    let path = || format!("{field}.basis");
    match when.basis() {
        Some(Basis::YearFromPublication) => {
            publications(context, record).into_iter().map(|(source, _)| (path(), source)).collect()
        }
        Some(basis) => basis.anchor().map(|anchor| (path(), anchor.clone())).into_iter().collect(),
        None => Vec::new(),
    }
}

fn anchor_moved(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (field, when) in record.dates() {
        if when.parsed().is_err() {
            continue;
        }
        if let Some(Fault { expected, edtf, hint }) = fault_of(context, record, when) {
            let message = format!("`{field}` of {} is `{}`, but {expected}", called(record), when.edtf());
            found.add(field, message, hint);
            found.mended_by(edtf.map(|edtf| Remedy::write(edtf_path(record, field), &edtf)));
        }
    }
}

/// How a date of a record differs from what follows from its basis, where it does.
fn fault_of(context: &Context, record: &AnyRecord, when: &When) -> Option<Fault> {
    let basis = when.basis()?;
    let anchor = || date_of(context, basis.anchor()?).map(|date| date.bounds());
    match basis {
        Basis::Stated | Basis::Analyst(_) => None,
        Basis::YearFromPublication => year_differs(when, &publications(context, record)),
        Basis::NearestPast(_) => anchor().and_then(|anchor| not_in_past_year(when, &anchor)),
        Basis::NearestFuture(_) => anchor().and_then(|anchor| not_in_coming_year(when, &anchor)),
        Basis::OnOrBefore(_) => anchor().and_then(|anchor| is_later(when, &anchor)),
        Basis::Relative(relative) => anchor().and_then(|anchor| lies_elsewhere(when, relative, &anchor)),
        Basis::AtLeast(at_least) => anchor().and_then(|anchor| began_too_late(when, at_least, &anchor)),
    }
}

/// Whether a date that a record may have follows from its basis.
pub(super) fn follows_from_basis(context: &Context, record: &AnyRecord, when: &When) -> bool {
    fault_of(context, record, when).is_none()
}

/// How a date differs from what follows from its anchor.
struct Fault {
    /// What follows.
    expected: String,
    /// The date that follows, in EDTF, where it is one alone.
    edtf: Option<String>,
    hint: String,
}

fn fault(expected: String, hint: impl Into<String>) -> Fault {
    Fault { expected, edtf: None, hint: hint.into() }
}

fn moved(expected: String, edtf: Option<String>) -> Fault {
    let hint = edtf
        .as_ref()
        .map_or_else(|| "Mend the start, or choose another basis".to_owned(), |edtf| format!("Write `{edtf}`"));
    Fault { expected, edtf, hint }
}

/// What is written of a start that may be unbounded: the bound that there is.
fn written_years(when: &When) -> Option<(i32, i32)> {
    let bounds = when.bounds();
    let days = [bounds.start_earliest, bounds.start_latest, bounds.end_earliest, bounds.end_latest];
    let years = || days.iter().flatten().map(|day| day.civil().year);
    Some((years().min()?, years().max()?))
}

fn year_differs(when: &When, publications: &[(Id, When)]) -> Option<Fault> {
    let (first, last) = written_years(when)?;
    let (source, published) = publications.first()?;
    let years = |when: &When| written_years(when).map(|(from, to)| from..=to);
    let fits = publications.iter().filter_map(|(_, when)| years(when));
    if fits.into_iter().any(|years| *years.start() <= last && *years.end() >= first) {
        return None;
    }
    let (from, to) = written_years(published)?;
    let year = if from == to { from.to_string() } else { format!("{from} or {to}") };
    Some(fault(
        format!("`{source}`, whose year it takes, was published in {year}"),
        "Mend the year, or choose another basis",
    ))
}

fn not_in_past_year(when: &When, anchor: &DateBounds) -> Option<Fault> {
    let (start, latest) = (when.bounds(), anchor.start_latest?);
    let earliest = anchor.start_earliest.unwrap_or(latest).plus_months(-12);
    let is_before = start.start_earliest.is_none_or(|day| day <= latest);
    let is_recent = start.start_latest.is_none_or(|day| day >= earliest);
    if is_before && is_recent {
        return None;
    }
    let expected =
        format!("the nearest one in the past lies from {} to {}", display_day(earliest), display_day(latest));
    Some(fault(expected, "Mend the year, or choose another basis"))
}

fn not_in_coming_year(when: &When, anchor: &DateBounds) -> Option<Fault> {
    let (start, earliest) = (when.bounds(), anchor.start_earliest?);
    let latest = anchor.start_latest.unwrap_or(earliest).plus_months(12);
    let is_after = start.start_latest.is_none_or(|day| day >= earliest);
    let is_soon = start.start_earliest.is_none_or(|day| day <= latest);
    if is_after && is_soon {
        return None;
    }
    let expected =
        format!("the nearest one in the future lies from {} to {}", display_day(earliest), display_day(latest));
    Some(fault(expected, "Mend the year, or choose another basis"))
}

fn is_later(when: &When, anchor: &DateBounds) -> Option<Fault> {
    let latest = anchor.start_latest.max(anchor.end_latest.filter(|_| anchor.start_latest.is_some()))?;
    if when.bounds().start_latest.is_some_and(|day| day <= latest) {
        return None;
    }
    let edtf = if when.edtf().contains('/') { format!("..{latest}") } else { format!("[..{latest}]") };
    Some(moved(format!("it is to be on or before {}", display_day(latest)), with_end_of(when.edtf(), edtf)))
}

fn lies_elsewhere(when: &When, relative: &Relative, anchor: &DateBounds) -> Option<Fault> {
    if relative.allows(anchor, &when.bounds())? {
        return None;
    }
    let edtf = relative.edtf_from(anchor)?;
    let away = match Period::parse(&relative.offset).ok()? {
        same if same == Period::default() => format!("the date of `{}`", relative.to),
        before if before.is_backwards() => format!("{} before `{}`", before.in_words(), relative.to),
        after => format!("{} after `{}`", after.in_words(), relative.to),
    };
    let slack = Period::parse(&relative.slack)
        .map_or_else(|_| String::new(), |slack| format!(", give or take {},", slack.in_words()));
    let follows = format!("{away}{slack} is `{edtf}`");
    Some(moved(follows, with_end_of(when.edtf(), edtf)))
}

fn began_too_late(when: &When, at_least: &AtLeast, anchor: &DateBounds) -> Option<Fault> {
    let span = Period::parse(&at_least.span).ok()?;
    let latest = span.reversed().after(anchor.start_latest?);
    // A month or a year is as fine as such a date is written.
    let tolerated = match when.precision() {
        Precision::Day => latest,
        Precision::Month => last_of_month(latest),
        Precision::PartOfYear | Precision::Year | Precision::Years => last_of_year(latest),
    };
    if when.bounds().start_latest.is_some_and(|day| day <= tolerated) {
        return None;
    }
    let expected = format!(
        "`{}` less `{}` is {}, and it began then or before",
        at_least.since,
        at_least.span,
        display_day(latest)
    );
    Some(moved(expected, with_end_of(when.edtf(), format!("..{latest}/.."))))
}

fn last_of_month(day: Day) -> Day {
    let Civil { year, month, .. } = day.civil();
    Day::from_civil(i64::from(year), month, days_in_month(year, month)).unwrap_or(day)
}

fn last_of_year(day: Day) -> Day {
    Day::from_civil(i64::from(day.civil().year), 12, 31).unwrap_or(day)
}
