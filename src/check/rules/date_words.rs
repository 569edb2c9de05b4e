//! A date and the source's own words for it.

use super::dates::edtf_path;
use crate::check::cited::Cited;
use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::held::{Lookup, held_text};
use crate::check::spoken;
use crate::check::wording::{Letters, find};
use crate::check::{Act, Remedy, Rule, Scope, Severity};
use crate::model::{
    AnyRecord, Basis, DateBounds, DateEnd, DatePart, DateShape, Day, Id, Key, Node, ParsedDate, Source, ToNode as _,
    When, display_day, parse_edtf,
};
use crate::phrase::{Origin, Setting, language_of, read_with};

pub(super) const SAID_NOT_HELD: Rule = Rule {
    id: "said-not-held",
    severity: Severity::Warning,
    title: "Words of a date not in the source",
    condition: "`said` of a date stands in no held words of the sources cited",
    help: "`said` keeps the source's own words for a date, so that a reader can judge the reading of them: ICD 206 \
           asks that what a claim rests on can be found again. The words are looked for in the cited paragraphs and \
           then anywhere in the held words of the sources cited, without regard to capitals and typography. Where a \
           cited paragraph is not held, nothing is said.",
    scope: Scope::PerRecord(said_not_held),
};

pub(super) const SAID_EXCLUDES_DATE: Rule = Rule {
    id: "said-excludes-date",
    severity: Severity::Warning,
    title: "Date that its own words exclude",
    condition: "`said` names a year, month, day or weekday on which the date cannot lie",
    help: "The words say October and the date lies in September, or they say Tuesday and the day is a Monday. One of \
           the two is wrong, and the count follows the date. Words that are a date by themselves are read as \
           `dateline date` reads them, with the date of the source; in others the months and weekdays are looked for, in \
           the language of the source or, where it is not told, in all that are known. Dates whose basis is Relative \
           or AtLeast are left alone.",
    scope: Scope::PerRecord(said_excludes_date),
};

fn said_not_held(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (field, when) in record.dates().into_iter().filter(|(_, when)| !when.said().is_empty()) {
        if !is_missing(context, record, when.said()) {
            continue;
        }
        let message = format!(
            "{} has “{}” as words of `{field}`, which stand in no held words that it cites",
            called(record),
            when.said()
        );
        found.add(format!("{field}.said"), message, "Keep the source's own words, or hold the passage as an excerpt");
    }
}

/// Whether words of a date stand neither in a source that is cited nor in the source itself that is dated.
fn is_missing(context: &Context, record: &AnyRecord, said: &str) -> bool {
    match Cited::new(context, record.cites()).look_up(said, Letters::InAnyCase) {
        Lookup::Cited(_) | Lookup::NotHeld => return false,
        Lookup::Elsewhere(_, place) if record.cites().iter().any(|cite| cite.source() == place.source()) => {
            return false;
        }
        Lookup::Elsewhere(..) | Lookup::Missing(_) => {}
    }
    let AnyRecord::Source(source) = record else { return true };
    let held = held_text(source);
    find(&held, said, &held.rows_of(0..held.len()), &source.lang, Letters::InAnyCase).is_none()
}

fn said_excludes_date(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (field, when) in record.dates().into_iter().filter(|(_, when)| !when.said().is_empty()) {
        if matches!(when.basis(), Some(Basis::Relative(_) | Basis::AtLeast(_))) {
            continue;
        }
        let Some((first, last)) = when.parsed().ok().and_then(written_range) else { continue };
        let sources = sources_of(context, record);
        let spoken = spoken::read_in(when.said(), language_of(&sources));
        let named = spoken.excluded_by(first, last).filter(|_| !spoken.points_away);
        let Some(excluded) = named.or_else(|| read_otherwise(when, &sources)) else { continue };
        let range =
            if first == last { display_day(first) } else { format!("{} to {}", display_day(first), display_day(last)) };
        let message = format!(
            "“{}” names {excluded}, but `{field}` of {} is `{}`: {range}",
            when.said(),
            called(record),
            when.edtf()
        );
        let remedy = as_its_words_say(context, record, field, when, &sources);
        let hint = match &remedy {
            Some((edtf, _)) => format!("Write `{edtf}`, or mend the words"),
            None => "Mend the date or the words, or say in `basis` how one follows from the other".to_owned(),
        };
        found.add(field, message, hint);
        found.mended_by(remedy.map(|(_, remedy)| remedy));
    }
}

/// The date that the words have where they have one alone, by each of the sources, and what it rests on.
fn as_its_words_say(
    context: &Context,
    record: &AnyRecord,
    field: &'static str,
    when: &When,
    sources: &[&Source],
) -> Option<(String, Remedy)> {
    // What somebody thought through, or what sources dispute, is no slip.
    let is_disputed = context.open_conflicts_about(record.id()).iter().any(|conflict| conflict.field == field);
    if is_disputed || matches!(when.basis(), Some(Basis::Analyst(_))) {
        return None;
    }
    let language = language_of(sources);
    let told = sources.iter().map(|source| (source.published.as_ref().map(When::bounds), source.id.clone()));
    let told = if sources.is_empty() { vec![(None, Id::default())] } else { told.collect() };
    let mut found: Option<(String, Option<Basis>)> = None;
    for (published, source) in told {
        let answer = read_with(when.said(), &Setting { published, language });
        let reading = answer.one()?;
        match &found {
            Some((edtf, _)) if *edtf != reading.edtf => return None,
            Some(_) => {}
            None => found = Some((reading.edtf.clone(), reading.basis(&source))),
        }
    }
    let (edtf, basis) = found?;
    let (first, last) = written_range(&parse_edtf(&edtf).ok()?)?;
    let spoken = spoken::read_in(when.said(), language);
    if !spoken.points_away && spoken.excluded_by(first, last).is_some() {
        return None;
    }
    let mut puts = vec![(edtf_path(record, field), Some(Node::Text(edtf.clone())))];
    match basis {
        Some(basis) => puts.push((format!("{field}.basis"), basis.to_node())),
        // The words say the year themselves.
        None if !matches!(when.basis(), None | Some(Basis::Stated)) => puts.push((format!("{field}.basis"), None)),
        None => {}
    }
    let remedy = Remedy::one(format!("Write {edtf}"), Act::Put(puts));
    Some((edtf, remedy))
}

/// The sources that a record cites; of a source itself.
fn sources_of<'s, 'a: 's>(context: &Context<'a>, record: &'s AnyRecord) -> Vec<&'s Source> {
    match record {
        AnyRecord::Source(source) => vec![source],
        _ => record.cites().iter().filter_map(|cite| context.source(cite.source())).collect(),
    }
}

/// What the words as a whole mean, where no reading of them, by any of the sources, can be the date.
fn read_otherwise(when: &When, sources: &[&Source]) -> Option<String> {
    let bounds = when.bounds();
    let language = language_of(sources);
    let published = sources.iter().filter_map(|source| source.published.as_ref()).map(|date| Some(date.bounds()));
    let settings = published.chain(std::iter::once(None));
    let mut meant = None;
    for published in settings {
        let answer = read_with(when.said(), &Setting { published, language });
        for reading in answer.readings() {
            // A year, a weekday that was left out is inferred, and a count of weeks or months is rough.
            let is_told = match &reading.origin {
                Origin::Stated | Origin::CountedFromPublication => true,
                Origin::Relative { slack, .. } => slack.is_empty(),
                Origin::YearFromPublication | Origin::NearestPast | Origin::NearestFuture => false,
            };
            let read = parse_edtf(&reading.edtf).ok()?.bounds;
            if !is_told || may_be_same(&read, &bounds, i32::from(reading.origin != Origin::Stated)) {
                return None;
            }
            meant.get_or_insert_with(|| reading.words.clone());
        }
    }
    meant
}

/// Whether two dates have a day in common, give or take so many days.
fn may_be_same(a: &DateBounds, b: &DateBounds, slack_days: i32) -> bool {
    let before = |last: Option<Day>, first: Option<Day>| matches!((last, first), (Some(last), Some(first)) if last.plus_days(slack_days) < first);
    !before(a.end_latest, b.start_earliest) && !before(b.end_latest, a.start_earliest)
}

/// The days that are written in a date: those of an open end are those of its other end.
fn written_range(date: &ParsedDate) -> Option<(Day, Day)> {
    let ends = |end: DateEnd| match end {
        DateEnd::At(part) | DateEnd::By(part) | DateEnd::From(part) => Some((part, part)),
        DateEnd::Within(first, last) => Some((first, last)),
        DateEnd::Open | DateEnd::Unknown => None,
    };
    let (first, last): (Option<DatePart>, Option<DatePart>) = match date.shape {
        DateShape::Single(part) => (Some(part), Some(part)),
        DateShape::Interval(from, to) => (ends(from).map(|(first, _)| first), ends(to).map(|(_, last)| last)),
        DateShape::OneOf(from, to) | DateShape::AllOf(from, to) => (from, to),
    };
    Some((first.or(last)?.earliest?, last.or(first)?.latest?))
}
