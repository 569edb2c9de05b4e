//! A text as `ron` reads it whole.

use crate::model::{Briefing, sharing_ids};
use crate::ron_text::characters_as_texts;
use ron::Options;
use ron::error::SpannedResult;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

/// Reads a text as `ron` takes it; `None` where it refuses the whole.
pub fn read_whole(text: &str) -> Option<Briefing> {
    sharing_ids(|| read_text(&options(text), without_mark(text))).ok()
}

/// Reads a value as `ron` takes it, and a text also where it is written as a character (`'x'`), as by programs whose
/// field is one.
pub(super) fn read_text<T: DeserializeOwned>(options: &Options, text: &str) -> SpannedResult<T> {
    let refused = match options.from_str(text) {
        Ok(value) => return Ok(value),
        Err(refused) => refused,
    };
    match characters_as_texts(text).filter(|_| refused.code == ron::Error::ExpectedString) {
        Some(as_texts) => options.from_str(&as_texts),
        None => Err(refused),
    }
}

/// The text as `ron` takes it, which knows no byte order mark.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// How values are read: as usual, with optional values written without `Some`, and whatever the file enables.
pub fn options(text: &str) -> Options {
    let before = text.split('(').next().filter(|_| without_mark(text).trim_start().starts_with('#'));
    let enabled =
        before.map(|_| text.split_once("#![enable").map_or("", |(_, rest)| rest.split(']').next().unwrap_or("")));
    let mut extensions = Extensions::IMPLICIT_SOME;
    for (name, extension) in [
        ("unwrap_newtypes", Extensions::UNWRAP_NEWTYPES),
        ("unwrap_variant_newtypes", Extensions::UNWRAP_VARIANT_NEWTYPES),
        ("explicit_struct_names", Extensions::EXPLICIT_STRUCT_NAMES),
    ] {
        let is_named = |list: &str| list.split(['(', ',', ')', ' ', '\n']).any(|word| word.trim() == name);
        if enabled.is_some_and(is_named) {
            extensions |= extension;
        }
    }
    Options::default().with_default_extension(extensions)
}
