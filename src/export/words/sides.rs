//! What the sides of a conflict say, and who says it in which words.

use super::dates::side_words;
use super::said::{ground_words, quoted};
use super::sentences::one_line;
use crate::export::withhold::NAME_LEFT_OUT;
use crate::index::Reader;
use crate::model::{Side, When};

/// So many words of a paragraph are given where a cite names none.
const MOST_WORDS: usize = 24;

/// What one side says; of a field that holds a date, as a date.
pub(in crate::export) fn side_value(reader: &Reader, side: &Side, about: Option<&When>) -> String {
    let date = side.told_date().cloned().unwrap_or_else(|| When::from_edtf(side.value.trim()));
    match about {
        Some(about) if date.parsed().is_ok() => side_words(reader, &date, Some(about)),
        _ => one_line(&side.value),
    }
}

/// Who says so.
pub(in crate::export) fn side_source(reader: &Reader, side: &Side) -> String {
    let source = side.cite.as_ref().and_then(|cite| reader.source(cite.source()));
    source.map(|source| one_line(&source.publisher)).unwrap_or_default()
}

/// The words that it goes by, in quotation marks: those cited, else those held of the paragraph, else what the record of
/// the side says; empty where none are held.
pub(in crate::export) fn side_words_of_source(reader: &Reader, side: &Side) -> String {
    if let Some(cite) = &side.cite {
        if !cite.long.exact.trim().is_empty() {
            return quoted(&one_line(&cite.long.exact));
        }
        let source = reader.source(cite.source()).filter(|source| source.publisher != NAME_LEFT_OUT);
        let held = source.as_ref().zip(cite.para()).and_then(|(source, para)| {
            source.words_of(para).next().map(|words| words.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        });
        if let Some(words) = held.filter(|words| !words.is_empty()) {
            let more = if words.len() > MOST_WORDS { " …" } else { "" };
            return quoted(&format!("{}{more}", words.iter().take(MOST_WORDS).cloned().collect::<Vec<_>>().join(" ")));
        }
    }
    let said = side.record.as_ref().and_then(|id| reader.statement(id));
    said.map(|statement| ground_words(&statement)).unwrap_or_default()
}
