//! What is told as past before it happened.

use super::anchors::follows_from_basis;
use super::dates::edtf_path;
use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::spoken;
use crate::check::{Act, Remedy, Rule, Scope, Severity};
use crate::language::press::tells_of_intent;
use crate::model::{AnyRecord, Basis, Day, Id, Key, Node, VisitStatus, When, WhenLong, display_day, parse_edtf};

pub(super) const AFTER_SOURCE: Rule = Rule {
    id: "after-source",
    severity: Severity::Warning,
    title: "Past only after its source was published",
    condition: "A completed visit begins, or a statement was made, after every source that it cites was published",
    help: "A source can tell only what has been. Where it leaves out the year, the nearest date before it was published \
           is meant: an article of February that speaks of \"3 December\" means the December before. One day is let \
           pass, since it may be tomorrow elsewhere. An open conflict about the date is taken into account. Mend the \
           year, cite what came later, or say that the visit is only planned.",
    scope: Scope::PerRecord(after_source),
};

/// So many days later than its source a date may be by the time zones of the two.
const SLACK_DAYS: i32 = 1;
/// So many years back a date is looked for that its source can tell of.
const YEARS_BACK: i32 = 2;

fn after_source(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let (field, when) = match record {
        AnyRecord::Visit(visit) if visit.status_or_default() == VisitStatus::Completed => ("when", &visit.when),
        AnyRecord::Statement(statement) => ("said_on", &statement.said_on),
        _ => return,
    };
    let (Some(when), Some((published, source))) = (when, last_published(context, record)) else { return };
    let Some(earliest) = earliest_start(context, record, field, when) else { return };
    let latest = published.plus_days(SLACK_DAYS);
    if earliest <= latest {
        return;
    }
    let what = if field == "when" { "counts as completed and begins" } else { "was said" };
    let message = format!(
        "{} {what} on {} or later, but all that it cites was published by {}",
        called(record),
        display_day(earliest),
        display_day(published)
    );
    if field == "when" && is_meant_to_be(context, record) {
        found.add(field, message, "Set `status: Planned`: the words that it cites tell of what lies ahead");
        found.mended_by(Remedy::put("Mark as planned", "status", Node::Word("Planned".into())));
        return;
    }
    let remedy = earlier(context, record, field, when, (latest, &source));
    let or_planned = if field == "when" { "set `status: Planned`, " } else { "" };
    let hint = match &remedy {
        Some((edtf, _)) => format!("Write `{edtf}`, {or_planned}or cite what was published later"),
        None => format!("Mend the date, {or_planned}or cite what was published later"),
    };
    found.add(field, message, hint);
    found.mended_by(remedy.map(|(_, remedy)| remedy));
}

/// Whether the words that a record cites tell of what was still to come.
fn is_meant_to_be(context: &Context, record: &AnyRecord) -> bool {
    record.cites().iter().any(|cite| {
        let Some(source) = context.source(cite.source()) else { return false };
        let mut held = cite.para().into_iter().flat_map(|para| source.words_of(para));
        tells_of_intent(&cite.long.exact, &source.lang) || held.any(|words| tells_of_intent(words, &source.lang))
    })
}

/// The last day on which a source that is cited may have been published, and which; `None` where one has no such day.
fn last_published(context: &Context, record: &AnyRecord) -> Option<(Day, Id)> {
    let mut last: Option<(Day, Id)> = None;
    for cite in record.cites() {
        let source = context.source(cite.source())?;
        let day = source.published.as_ref()?.bounds().start_latest?;
        if last.as_ref().is_none_or(|(known, _)| day > *known) {
            last = Some((day, source.id.clone()));
        }
    }
    last
}

/// The first day on which it may have begun, by any side of an open conflict.
fn earliest_start(context: &Context, record: &AnyRecord, field: &str, when: &When) -> Option<Day> {
    let mut earliest = when.bounds().start_earliest?;
    for conflict in context.open_conflicts_about(record.id()).iter().filter(|conflict| conflict.field == field) {
        for side in &conflict.sides {
            if let Ok(date) = parse_edtf(&side.value) {
                earliest = earliest.min(date.bounds.start_earliest?);
            }
        }
    }
    Some(earliest)
}

/// The same date in the last year in which its source can tell of it, where its words and its basis allow that.
fn earlier(
    context: &Context,
    record: &AnyRecord,
    field: &'static str,
    when: &When,
    (latest, source): (Day, &Id),
) -> Option<(String, Remedy)> {
    let mut long = when.long().clone();
    // The year is no longer that of publication, but the nearest one before it.
    let takes_year = matches!(when.basis(), Some(Basis::YearFromPublication));
    if takes_year {
        long.basis = Some(Basis::NearestPast(source.clone()));
    }
    let fits = |edtf: &String| {
        let moved = When::new(WhenLong { edtf: edtf.clone(), ..long.clone() }, false);
        moved.parsed().is_ok()
            && moved.bounds().start_earliest.is_some_and(|day| day <= latest)
            && follows_from_basis(context, record, &moved)
    };
    let edtf = (1..=YEARS_BACK).filter_map(|years| years_earlier(when.edtf(), years)).find(fits)?;
    let bounds = parse_edtf(&edtf).ok()?.bounds;
    let spoken = spoken::read(when.said());
    let (first, last) = (bounds.start_earliest?, bounds.end_latest.or(bounds.start_latest)?);
    if !spoken.points_away && spoken.excluded_by(first, last).is_some() {
        return None;
    }
    let mut puts = vec![(edtf_path(record, field), Some(Node::Text(edtf.clone())))];
    if takes_year {
        let nearest = Node::Wrapped("NearestPast".into(), Box::new(Node::Text(source.to_string())));
        puts.push((format!("{field}.basis"), Some(nearest)));
    }
    let remedy = Remedy::one(format!("Write {edtf}"), Act::Put(puts));
    Some((edtf, remedy))
}

/// A date with each of its years so many earlier; `None` where a year is not written out.
fn years_earlier(edtf: &str, years: i32) -> Option<String> {
    let mut moved = String::with_capacity(edtf.len());
    let mut rest = edtf;
    let mut may_begin = true;
    while let Some(c) = rest.chars().next() {
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        if may_begin && digits > 0 {
            let year: i32 = rest.get(..digits).filter(|year| year.len() == 4)?.parse().ok()?;
            if rest.get(digits..).is_some_and(|after| after.starts_with(['X', 'x', 'S', 'E'])) {
                return None;
            }
            moved.push_str(&format!("{:04}", year - years));
            rest = rest.get(digits..)?;
            may_begin = false;
        } else if may_begin && matches!(c, 'Y' | 'X' | '-') {
            return None;
        } else {
            may_begin = matches!(c, '/' | '[' | '{' | ',' | '.') || (may_begin && matches!(c, ' ' | '?' | '~' | '%'));
            moved.push(c);
            rest = rest.get(c.len_utf8()..)?;
        }
    }
    (moved != edtf).then_some(moved)
}

#[cfg(test)]
mod tests {
    use super::years_earlier;

    #[test]
    fn each_year_of_a_date_goes_back() {
        for (edtf, expected) in [
            ("2024-12-03", Some("2023-12-03")),
            ("2024-24", Some("2023-24")),
            ("?2024-11-02/2024-11~", Some("?2023-11-02/2023-11~")),
            ("[2024-12-30..2025-01-02]", Some("[2023-12-30..2024-01-02]")),
            ("..2024-10-13/..", Some("..2023-10-13/..")),
            ("202X", None),
            ("Y20240", None),
            ("-0044-03", None),
            ("", None),
        ] {
            assert_eq!(years_earlier(edtf, 1).as_deref(), expected, "{edtf}");
        }
    }
}
