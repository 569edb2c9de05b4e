//! Dates with the doubt of those that they hang on: two days after a date that is inferred is a date that is inferred.

use std::collections::HashSet;

use crate::index::Reader;
use crate::model::{Basis, Conflict, When, YEAR_INFERRED};

/// A date as displayed, with the doubt of the date that it hangs on where it has none of its own: a month after a date
/// whose year is inferred is a date whose year is inferred.
#[must_use]
pub fn told_date(reader: &Reader, when: &When) -> String {
    with_doubt(when, inherited_doubt(reader, when))
}

/// One side of a conflict about a date, with the doubt of the date that it is about: a source that leaves out the year in
/// one place leaves it out in the other.
#[must_use]
pub fn told_side_date(reader: &Reader, side: &When, about: Option<&When>) -> String {
    with_doubt(side, about.and_then(|when| own_doubt(when).or_else(|| inherited_doubt(reader, when))))
}

fn with_doubt(when: &When, doubt: Option<&str>) -> String {
    let words = when.display();
    match doubt.filter(|_| own_doubt(when).is_none() && when.parsed().is_ok()) {
        None => words,
        Some(doubt) => match words.strip_suffix(ONGOING) {
            Some(date) => format!("{date} ({doubt}){ONGOING}"),
            None => format!("{words} ({doubt})"),
        },
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
#[must_use]
pub fn inherited_doubt(reader: &Reader, when: &When) -> Option<&'static str> {
    let mut seen = HashSet::new();
    let mut disputed = None;
    let mut anchor = when.basis().and_then(Basis::anchor).cloned();
    // A circle of dates that hang on each other ends where it began; it is reported by a rule.
    while let Some(id) = anchor.filter(|id| seen.insert(id.clone())) {
        let (key, record) = reader.by_id(&id)?;
        let (field, next) = *record.dates().first()?;
        if let Some(doubt) = own_doubt(next) {
            return Some(doubt);
        }
        let is_disputed = |conflict: &Conflict| conflict.is_open() && conflict.field == field;
        if reader.conflicts_about(key).iter().any(|(_, conflict)| is_disputed(conflict)) {
            disputed = Some("from a disputed date");
        }
        anchor = next.basis().and_then(Basis::anchor).cloned();
    }
    disputed
}
