//! What records and sources go back to, in words.

use crate::model::{Source, plural};

/// `, all of 1 origin`, `, of 2 independent origins`, to stand behind records; empty where none is known. `are_all`: whether
/// they are several, and each has a source.
pub(in crate::export) fn of_origins(are_all: bool, origins: usize, noun: &str) -> String {
    match origins {
        0 => String::new(),
        1 if are_all => format!(", all of 1 {noun}"),
        _ => format!(", of {}", plural(origins, noun)),
    }
}

/// What an origin of a source is called beside it: by its title where both have one publisher.
pub(in crate::export) fn drawn_name<'a>(source: &Source, origin: &'a Source) -> &'a str {
    let is_told_apart = !origin.publisher.is_empty() && origin.publisher != source.publisher;
    if is_told_apart || origin.title.is_empty() { &origin.publisher } else { &origin.title }
}
