//! A date with its reasons: what is displayed, where its corners lie, what the source says, why it is read so.

use super::block::{Block, DateBlock, Strip};
use super::{Prose, Tone};
use crate::index::{Reader, fold};
use crate::model::{Basis, Cite, Civil, DateBounds, Day, Id, When, days_in_month, month_name};
use crate::present::told_date;
use crate::present::{BasisPlace, BasisWords, visible};

/// A date of a record, with all that it rests on.
#[must_use]
pub(super) fn date_block(reader: &Reader, when: &When, cites: &[Cite]) -> Block {
    let mut rows = Vec::new();
    if !when.said().is_empty() {
        let said = Prose::new().said(when.said());
        let source = match cite_of(reader, when.said(), cites) {
            Some(cite) => said.add(Tone::Plain, "  ").cite(reader, cite, false),
            None => said,
        };
        rows.push(("Source", source));
    }
    if let Some(basis) = when.basis() {
        rows.push(("Why", why(reader, basis)));
    }
    match when.parsed() {
        Err(error) if !when.edtf().is_empty() => {
            rows.push(("Not a date", Prose::plain(&error.to_string())));
        }
        _ => {}
    }
    rows.push(("In the file", Prose::new().add(Tone::Weak, when.edtf())));
    Block::Date(DateBlock { heading: visible(&told_date(reader, when)).into_owned(), strip: strip(when), rows })
}

/// A date in a line, with its words and reasons after it.
#[must_use]
pub(super) fn date_line(reader: &Reader, when: &When) -> Vec<Prose> {
    let mut lines = vec![Prose::plain(&told_date(reader, when))];
    if !when.said().is_empty() {
        lines.push(Prose::new().said(when.said()));
    }
    lines.extend(when.basis().map(|basis| why(reader, basis)));
    lines
}

/// The cite whose words hold what the source says of the date; else the first.
fn cite_of<'a>(reader: &Reader, said: &str, cites: &'a [Cite]) -> Option<&'a Cite> {
    let said = fold(said);
    let exact = |cite: &&Cite| fold(&cite.long.exact).contains(&said);
    let held = |cite: &&Cite| {
        let (Some(source), Some(para)) = (reader.source(cite.source()), cite.para()) else { return false };
        source.words_of(para).any(|words| fold(words).contains(&said))
    };
    cites.iter().find(exact).or_else(|| cites.iter().find(held)).or_else(|| cites.first())
}

/// What a date rests on, in plain words.
fn why(reader: &Reader, basis: &Basis) -> Prose {
    if let Basis::Analyst(reason) = basis {
        return Prose::new().add(Tone::Weak, "The analyst: ").add(Tone::Plain, reason);
    }
    let words = BasisWords::of(basis, BasisPlace::Alone);
    let prose = Prose::plain(&words.before);
    let prose = match (words.anchor, basis) {
        (Some(id), Basis::Relative(_)) => anchored(reader, prose, id),
        (Some(id), _) => dated(reader, prose, id),
        (None, _) => prose,
    };
    if words.after.is_empty() { prose } else { prose.add(Tone::Plain, &words.after) }
}

/// The record that a date hangs on; of a source it is the publication.
fn anchored(reader: &Reader, prose: Prose, id: &Id) -> Prose {
    let prose = if reader.source(id).is_some() { prose.add(Tone::Plain, "the publication by ") } else { prose };
    prose.record(reader, Tone::Plain, id)
}

/// The anchor with its date.
fn dated(reader: &Reader, prose: Prose, id: &Id) -> Prose {
    let prose = anchored(reader, prose, id);
    let date = reader.by_id(id).and_then(|(_, record)| record.main_date().map(|when| told_date(reader, when)));
    match date {
        Some(date) => prose.add(Tone::Plain, &format!(", {date}")),
        None => prose,
    }
}

/// Up to so many days are shown day by day.
const MOST_DAY_TICKS: i64 = 70;
/// Up to so many days are shown month by month.
const MOST_MONTH_TICKS: i64 = 5 * 366;

/// The corners of a date on a range of days that gives each of them room.
#[must_use]
pub fn strip(when: &When) -> Option<Strip> {
    let bounds = when.bounds();
    let corners = [bounds.start_earliest, bounds.start_latest, bounds.end_earliest, bounds.end_latest];
    let low = corners.into_iter().flatten().min()?;
    let high = corners.into_iter().flatten().max()?;
    let (first, last) = range(&bounds, low, high);
    let days = first.days_until(last);
    let strip = Strip {
        first,
        last,
        bounds,
        ticks: ticks(first, last, days),
        labels: labels(&bounds, first, last, days),
        name: visible(&spoken(&bounds, when)).into_owned(),
    };
    Some(strip)
}

fn spoken(bounds: &DateBounds, when: &When) -> String {
    let words = [Some(start_words(bounds, false).0), end_words(bounds, false).map(|(words, _)| words)];
    let words: Vec<String> = words.into_iter().flatten().collect();
    format!("{}: {}", when.display(), words.join(", "))
}

/// Whole months or years around the corners, with room for an end that is open.
fn range(bounds: &DateBounds, low: Day, high: Day) -> (Day, Day) {
    let span = low.days_until(high);
    let (mut first, mut last) = (first_of_month(low), last_of_month(high));
    if span <= 45 {
        if bounds.start_earliest.is_none() && first.days_until(low) < 8 {
            first = first.plus_months(-1);
        }
        if bounds.end_latest.is_none() && high.days_until(last) < 8 {
            last = last_of_month(last.plus_days(1));
        }
        return (first, last);
    }
    let pad = i32::try_from(span / 30 / 6).unwrap_or(i32::MAX / 2).clamp(1, 1200);
    first = first.plus_months(if bounds.start_earliest.is_none() { -2 * pad } else { -pad });
    last = last_of_month(first_of_month(last).plus_months(if bounds.end_latest.is_none() { 2 * pad } else { pad }));
    (first, last)
}

fn first_of_month(day: Day) -> Day {
    day.plus_days(1 - i32::from(day.civil().day))
}

fn last_of_month(day: Day) -> Day {
    let civil = day.civil();
    first_of_month(day).plus_days(i32::from(days_in_month(civil.year, civil.month)) - 1)
}

fn ticks(first: Day, last: Day, days: i64) -> Vec<(Day, bool)> {
    let mut ticks = Vec::new();
    let mut day = first;
    let (months, is_long): (i32, fn(Civil) -> bool) = if days <= MOST_DAY_TICKS {
        (0, |civil| civil.day == 1 || (civil.day % 10 == 0 && civil.day < 30))
    } else if days <= MOST_MONTH_TICKS {
        (1, |civil| civil.month == 1)
    } else {
        day = day.plus_months(1 - i32::from(day.civil().month));
        (if days > 80 * 366 { 120 } else { 12 }, |civil| civil.year % 10 == 0)
    };
    while day <= last && ticks.len() < 400 {
        if day >= first {
            ticks.push((day, is_long(day.civil())));
        }
        let next = if months == 0 { day.plus_days(1) } else { day.plus_months(months) };
        if next <= day {
            break;
        }
        day = next;
    }
    ticks
}

/// The corners under the strip, and its own ends where there is room.
fn labels(bounds: &DateBounds, first: Day, last: Day, days: i64) -> Vec<(Day, String, bool)> {
    let with_year = days > MOST_DAY_TICKS;
    let mut labels = Vec::new();
    let (words, day) = start_words(bounds, with_year);
    labels.push((day.unwrap_or(first), words, true));
    if let Some((words, day)) = end_words(bounds, with_year) {
        labels.push((day.unwrap_or(last), words, day.is_some()));
    }
    labels.push((first, short_day(first, with_year), false));
    labels.push((last, short_day(last, with_year), false));
    labels
}

/// `start 14 Oct`, and where it goes.
fn start_words(bounds: &DateBounds, with_year: bool) -> (String, Option<Day>) {
    let day = |day| short_day(day, with_year);
    let is_moment = bounds.start_earliest == bounds.end_earliest && bounds.start_latest == bounds.end_latest;
    match (bounds.start_earliest, bounds.start_latest) {
        (Some(first), Some(last)) if first == last && is_moment => (day(first), Some(first)),
        (Some(first), Some(last)) if first == last => (format!("start {}", day(first)), Some(first)),
        (Some(first), Some(last)) => {
            let what = if is_moment { "some day" } else { "start" };
            let middle = first.plus_days(i32::try_from(first.days_until(last) / 2).unwrap_or(0));
            (format!("{what} {}", day_range(first, last, with_year)), Some(middle))
        }
        (None, Some(last)) if is_moment => (format!("by {}", day(last)), Some(last)),
        (Some(first), None) if is_moment => (format!("from {}", day(first)), Some(first)),
        (None, Some(last)) => (format!("start by {}", day(last)), Some(last)),
        (Some(first), None) => (format!("start from {}", day(first)), Some(first)),
        (None, None) => ("start not known".to_owned(), None),
    }
}

/// `end open`, and where it goes; nothing for what is over within its day.
fn end_words(bounds: &DateBounds, with_year: bool) -> Option<(String, Option<Day>)> {
    let day = |day| short_day(day, with_year);
    if bounds.start_earliest == bounds.end_earliest && bounds.start_latest == bounds.end_latest {
        return None;
    }
    match (bounds.end_earliest, bounds.end_latest) {
        (Some(first), Some(last)) if first == last => Some((format!("end {}", day(first)), Some(first))),
        (Some(first), Some(last)) => {
            let middle = first.plus_days(i32::try_from(first.days_until(last) / 2).unwrap_or(0));
            Some((format!("end {}", day_range(first, last, with_year)), Some(middle)))
        }
        (None, Some(last)) => Some((format!("end by {}", day(last)), Some(last))),
        (_, None) => Some(("end open".to_owned(), None)),
    }
}

fn short_day(day: Day, with_year: bool) -> String {
    let Civil { year, month, day } = day.civil();
    if with_year { format!("{day} {} {year}", month_name(month)) } else { format!("{day} {}", month_name(month)) }
}

fn day_range(first: Day, last: Day, with_year: bool) -> String {
    let (from, to) = (first.civil(), last.civil());
    match (from.year == to.year, from.month == to.month) {
        (true, true) => format!("{} – {}", from.day, short_day(last, with_year)),
        (true, false) => format!("{} – {}", short_day(first, false), short_day(last, with_year)),
        _ => format!("{} – {}", short_day(first, true), short_day(last, true)),
    }
}
