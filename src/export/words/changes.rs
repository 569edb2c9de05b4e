//! What the quotes of a statement leave out or replace of the words held.

use crate::check::alterations_of;
use crate::index::Reader;
use crate::model::{Cite, Key, Statement};

/// `Quoted with changes: “not” is left out.`; empty where nothing is marked as changed. A source that may not be seen
/// shows none of its words.
pub(in crate::export) fn changes(reader: &Reader, statement: &Statement, is_seen: impl Fn(Key) -> bool) -> String {
    let may_show = |cite: &&Cite| reader.index.key_of(cite.source()).is_some_and(&is_seen);
    let cites: Vec<Cite> = statement.cites.iter().filter(may_show).cloned().collect();
    let mut changes = Vec::new();
    let mut is_unknown = false;
    for run in statement.content.iter().filter(|run| run.is_said() && has_marks_of_change(run.text())) {
        match alterations_of(reader, &cites, run.text()) {
            Some(found) => {
                changes.extend(found.iter().filter(|change| !change.is_of_case()).map(ToString::to_string));
            }
            None => is_unknown = true,
        }
    }
    match (changes.is_empty(), is_unknown) {
        (true, false) => String::new(),
        (true, true) => "Quoted with changes; the words of the source are not held.".to_owned(),
        (false, _) => format!("Quoted with changes: {}.", changes.join("; ")),
    }
}

/// Whether a quote has dots or brackets that say that it is changed.
fn has_marks_of_change(words: &str) -> bool {
    words.contains(['[', '…']) || words.contains("...") || words.contains(". . .")
}
