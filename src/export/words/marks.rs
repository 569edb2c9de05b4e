//! What a record's author adds for its reader: which words no source states, and the note.

use super::sentences::{listed, one_line, sentence};
use crate::edit::fields::field_label;
use crate::model::Record;

/// What stands behind words that no source states.
const OURS: &str = " (our reading)";
/// The doubts that end a date.
const DOUBTS: [&str; 3] = [" (year inferred)", " (date inferred)", " (year uncertain)"];

/// Whether a field of a record is the author's reading.
pub(in crate::export) fn is_ours(record: &impl Record, field: &str) -> bool {
    record.our_reading().iter().any(|name| name == field)
}

/// Words that a field says, marked where no source does.
pub(in crate::export) fn marked(record: &impl Record, field: &str, words: String) -> String {
    if is_ours(record, field) { as_ours(words) } else { words }
}

/// Words that no source states, marked so; a doubt in brackets and this stand in one pair of them.
pub(in crate::export) fn as_ours(words: String) -> String {
    let doubted = DOUBTS.iter().find_map(|doubt| words.strip_suffix(doubt).map(|date| (date, doubt)));
    match doubted {
        _ if words.is_empty() => words,
        Some((date, doubt)) => format!("{date}{}; our reading)", doubt.trim_end_matches(')')),
        None => format!("{words}{OURS}"),
    }
}

/// The fields that are the author's reading and not marked where they are printed, then the note: as sentences, empty
/// where there is nothing to say. `printed` are the fields that are marked themselves.
pub(in crate::export) fn caveats<T: Record>(record: &T, printed: &[&str]) -> String {
    let is_told = |name: &&String| !printed.contains(&name.as_str()) && record.field_node(name).is_some();
    let label = |name: &String| match name.as_str() {
        "about" => "what it is about".to_owned(),
        "between" => "between whom it is".to_owned(),
        name => one_line(&field_label(T::KIND, name).to_lowercase()),
    };
    let ours: Vec<String> = record.our_reading().iter().filter(is_told).map(label).collect();
    let mut parts = Vec::new();
    if !ours.is_empty() {
        parts.push(format!("Our reading, which no source states: {}.", listed(&ours)));
    }
    let note = sentence(record.note());
    if !note.is_empty() {
        parts.push(format!("Note: {note}"));
    }
    parts.join(" ")
}
