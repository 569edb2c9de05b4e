//! What a date rests on, in a few words.

use crate::index::Reader;
use crate::model::{AnyRecord, Basis, Id, When};
use crate::present::{BasisPlace, BasisWords, told_date, told_side_date};

use super::sentences::one_line;

/// What a date rests on, to stand after it: `by the year of publication`, `as 1 month before another visit (…)`.
pub(in crate::export) fn dated_by(reader: &Reader, basis: &Basis) -> String {
    let words = BasisWords::of(basis, BasisPlace::BehindDate);
    let name = words.anchor.map(|id| anchor(reader, id)).unwrap_or_default();
    one_line(&format!("{}{name}{}", words.before, words.after))
}

/// A date as displayed, with the doubt of the date that it hangs on, in one line.
pub(in crate::export) fn date_words(reader: &Reader, when: &When) -> String {
    one_line(&told_date(reader, when))
}

/// One side of a conflict about a date, in one line.
pub(super) fn side_words(reader: &Reader, side: &When, about: Option<&When>) -> String {
    one_line(&told_side_date(reader, side, about))
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
