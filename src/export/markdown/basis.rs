//! Dates as text of a note.

use super::words::text;
use crate::export::words;
pub(super) use crate::export::words::reason;
use crate::index::Reader;
use crate::model::{Basis, When};
pub(super) use crate::present::inherited_doubt;

/// What a date rests on, to stand after it.
pub(super) fn dated_by(reader: &Reader, basis: &Basis) -> String {
    text(&words::dated_by(reader, basis))
}

/// A date in words, with its doubt.
pub(super) fn date_words(reader: &Reader, when: &When) -> String {
    text(&words::date_words(reader, when))
}

/// A date in words with what it rests on.
pub(super) fn dated(reader: &Reader, when: &When) -> String {
    text(&words::dated(reader, when))
}
