//! Dates as EDTF (ISO 8601-2:2019, Annex A), with our extension: an end of an interval may be a range of days.

use super::body::Shape;
use super::piece::{Piece, Stretch};

/// Why dates cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unwritten {
    /// EDTF has no sign for doubt about the ends of a set of days.
    Doubt,
    /// They end before they begin, or lie beyond the years that are counted.
    Nonsense,
}

/// A text with what tells it apart from another reading of the same words.
type Texts = Vec<(String, Option<&'static str>)>;

/// The dates of a phrase in EDTF; several where they may be written in ways that mean different things.
pub(super) fn written(shape: Shape, dates: &[Stretch], marks: &[&str]) -> Result<Texts, Unwritten> {
    let (Some(first), Some(last)) = (dates.first().copied(), dates.last().copied()) else {
        return Err(Unwritten::Nonsense);
    };
    let mark = |place: usize| marks.get(place).copied().unwrap_or_default();
    let (mark_first, mark_last) = (mark(0), mark(dates.len().saturating_sub(1)));
    if shape.is_ordered() && (last.last() < first.first() || last.first() < first.first()) {
        return Err(Unwritten::Nonsense);
    }
    let end = |date: Option<Piece>| date.map(Piece::edtf).ok_or(Unwritten::Nonsense);
    let plain = |date: Stretch| date.plain().ok_or(Unwritten::Nonsense);
    let text = match shape {
        Shape::Some => some_day(first, mark_first)?,
        Shape::Span => format!("{}/{}", interval_end(first, mark_first)?, interval_end(last, mark_last)?),
        Shape::Since => format!("{}/..", interval_end(first, mark_first)?),
        Shape::FromOn => format!("{}/", interval_end(first, mark_first)?),
        Shape::Until => format!("../{}", interval_end(first, mark_first)?),
        Shape::SinceBefore => format!("..{}{mark_first}/..", end(first.beside(true))?),
        Shape::SinceAtLeast => format!("..{}{mark_first}/..", plain(first)?.1.edtf()),
        Shape::UntilAtLeast => format!("../{}{mark_first}..", plain(first)?.0.edtf()),
        Shape::Before => format!("[..{}{mark_first}]", end(first.beside(true))?),
        Shape::After => format!("[{}{mark_first}..]", end(first.beside(false))?),
        Shape::By => format!("[..{}{mark_first}]", plain(first)?.1.edtf()),
        Shape::NotBefore => format!("[{}{mark_first}..]", plain(first)?.0.edtf()),
        Shape::Between => {
            let (from, to) = (plain(first)?.0, plain(last)?.1);
            some_day(Stretch { from, to }, if mark_first.is_empty() { mark_last } else { mark_first })?
        }
        Shape::Window { without_first, without_last } => {
            let from = if without_first { first.beside(false) } else { Some(plain(first)?.0) };
            let to = if without_last { last.beside(true) } else { Some(plain(last)?.1) };
            let (Some(from), Some(to)) = (from, to) else { return Err(Unwritten::Nonsense) };
            if to.last() < from.first() {
                return Err(Unwritten::Nonsense);
            }
            some_day(Stretch { from, to }, if mark_first.is_empty() { mark_last } else { mark_first })?
        }
        Shape::Whole => {
            let (Some(from), Some(to)) = (first.first(), first.last()) else { return Err(Unwritten::Nonsense) };
            format!("{from}{mark_first}/{to}{mark_first}")
        }
        Shape::AnyOf => one_of(dates, marks)?,
        Shape::All => return all_of(dates, marks),
    };
    Ok(vec![(text, None)])
}

/// A date, or the set of days of which it is one.
fn some_day(date: Stretch, mark: &str) -> Result<String, Unwritten> {
    if let Some(piece) = date.piece() {
        return Ok(format!("{}{mark}", piece.edtf()));
    }
    let (from, to) = date.plain().ok_or(Unwritten::Nonsense)?;
    match (from == to, mark) {
        (true, _) => Ok(format!("{}{mark}", from.edtf())),
        (false, "") => Ok(format!("[{}..{}]", from.edtf(), to.edtf())),
        (false, _) => Err(Unwritten::Doubt),
    }
}

/// An end of an interval with both its corners.
fn interval_end(date: Stretch, mark: &str) -> Result<String, Unwritten> {
    match (date.piece(), mark) {
        (Some(piece), _) => Ok(format!("{}{mark}", piece.edtf())),
        (None, "") if date.first() == date.last() => Ok(date.first().ok_or(Unwritten::Nonsense)?.to_string()),
        (None, "") => date.day_range().ok_or(Unwritten::Nonsense),
        (None, _) => Err(Unwritten::Doubt),
    }
}

/// One of several; those that follow on each other without a gap are one range.
fn one_of(dates: &[Stretch], marks: &[&str]) -> Result<String, Unwritten> {
    let follow = dates.windows(2).all(|pair| match pair {
        [a, b] => a.last().map(|day| day.plus_days(1)) == b.first(),
        _ => false,
    });
    let has_range = dates.iter().any(|date| date.piece().is_none() && date.first() != date.last());
    if let (true, true, Some(first), Some(last)) = (follow, has_range, dates.first(), dates.last()) {
        let (Some((from, _)), Some((_, to))) = (first.plain(), last.plain()) else { return Err(Unwritten::Nonsense) };
        return some_day(Stretch { from, to }, marks.iter().find(|mark| !mark.is_empty()).copied().unwrap_or_default());
    }
    let mut members = Vec::with_capacity(dates.len());
    for (date, mark) in dates.iter().zip(marks) {
        let text = some_day(*date, mark)?.trim_matches(['[', ']']).to_owned();
        if !members.contains(&text) {
            members.push(text);
        }
    }
    // `yesterday or Monday`, on a Tuesday.
    if let ([only], false) = (members.as_slice(), has_range) {
        return Ok(only.clone());
    }
    Ok(format!("[{}]", members.join(",")))
}

/// All of several: what follows on each other lasted; else all of them, or from the first to the last.
fn all_of(dates: &[Stretch], marks: &[&str]) -> Result<Texts, Unwritten> {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return Err(Unwritten::Nonsense) };
    let (mark_first, mark_last) = (marks.first().copied().unwrap_or(""), marks.last().copied().unwrap_or(""));
    let span = format!("{}/{}", interval_end(*first, mark_first)?, interval_end(*last, mark_last)?);
    let follow = dates.windows(2).all(|pair| match pair {
        [a, b] => a.last().map(|day| day.plus_days(1)) == b.first(),
        _ => false,
    });
    if follow {
        return Ok(vec![(span, None)]);
    }
    let set = one_of(dates, marks)?;
    let members = set.trim_matches(['[', ']']);
    Ok(vec![(format!("{{{members}}}"), Some("each of them")), (span, Some("from the first to the last"))])
}
