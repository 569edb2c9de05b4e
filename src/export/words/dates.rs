//! What a date rests on, in a few words.

use std::collections::HashSet;

use crate::index::Reader;
use crate::model::{AnyRecord, Basis, Id, When, YEAR_INFERRED};
use crate::present::{BasisPlace, BasisWords};

use super::sentences::one_line;

/// What a date rests on, to stand after it: `by the year of publication`, `as 1 month before another visit (…)`.
pub(in crate::export) fn dated_by(reader: &Reader, basis: &Basis) -> String {
    let words = BasisWords::of(basis, BasisPlace::BehindDate);
    let name = words.anchor.map(|id| anchor(reader, id)).unwrap_or_default();
    one_line(&format!("{}{name}{}", words.before, words.after))
}

/// A date as displayed, with the doubt of the date that it hangs on where it has none of its own: a month after a date
/// whose year is inferred is a date whose year is inferred.
pub(in crate::export) fn date_words(reader: &Reader, when: &When) -> String {
    with_doubt(when, inherited_doubt(reader, when))
}

/// One side of a conflict about a date, with the doubt of the date that it is about: a source that leaves out the year in
/// one place leaves it out in the other.
pub(super) fn side_words(reader: &Reader, side: &When, about: Option<&When>) -> String {
    with_doubt(side, about.and_then(|when| own_doubt(when).or_else(|| inherited_doubt(reader, when))))
}

fn with_doubt(when: &When, doubt: Option<&str>) -> String {
    let words = when.display();
    match doubt.filter(|_| own_doubt(when).is_none() && when.parsed().is_ok()) {
        None => one_line(&words),
        Some(doubt) => one_line(&match words.strip_suffix(ONGOING) {
            Some(date) => format!("{date} ({doubt}){ONGOING}"),
            None => format!("{words} ({doubt})"),
        }),
    }
}

const ONGOING: &str = " – ongoing";

/// What a date says of its own doubt.
fn own_doubt(when: &When) -> Option<&'static str> {
    if let Some(inferred) = when.inferred() {
        return Some(inferred);
    }
    let is_uncertain = when.parsed().is_ok_and(|parsed| parsed.uncertain);
    // A sign behind the year, before the month, is about the year (ISO 8601-2, 8.4.2).
    let is_of_year = ["?-", "%-"].iter().any(|sign| when.edtf().contains(sign));
    is_uncertain.then_some(if is_of_year { YEAR_INFERRED } else { "uncertain" })
}

/// The doubt of the first date in doubt on the way from one date to those that it hangs on.
pub(in crate::export) fn inherited_doubt(reader: &Reader, when: &When) -> Option<&'static str> {
    let mut seen = HashSet::new();
    let mut anchor = when.basis().and_then(Basis::anchor).cloned();
    // A circle of dates that hang on each other ends where it began; it is reported by a rule.
    while let Some(id) = anchor.filter(|id| seen.insert(id.clone())) {
        let (_, record) = reader.by_id(&id)?;
        let next = record.main_date()?;
        if let Some(doubt) = own_doubt(next) {
            return Some(doubt);
        }
        anchor = next.basis().and_then(Basis::anchor).cloned();
    }
    None
}

/// A date in words with what it rests on.
pub(in crate::export) fn dated(reader: &Reader, when: &When) -> String {
    let date = date_words(reader, when);
    match when.basis().map(|basis| dated_by(reader, basis)) {
        Some(basis) => format!("{date}, {basis}"),
        None => date,
    }
}

/// The analyst's own reason for a date.
pub(in crate::export) fn reason(basis: &Basis) -> Option<&str> {
    match basis {
        Basis::Analyst(why) => Some(why.as_str()).filter(|why| !why.trim().is_empty()),
        _ => None,
    }
}

/// What the record is called that a date hangs on. One that is not there, or not to be seen, has no name here.
fn anchor(reader: &Reader, id: &Id) -> String {
    let name = match reader.by_id(id) {
        Some((_, AnyRecord::Visit(visit))) => format!("another visit ({})", reader.visit_title(&visit)),
        Some((_, AnyRecord::Source(source))) => format!("the publication ({})", source.publisher),
        Some((_, AnyRecord::Statement(statement))) => {
            format!("the statement ({})", reader.actor_name(&statement.speaker))
        }
        Some(_) | None => "another date".to_owned(),
    };
    one_line(&name)
}
