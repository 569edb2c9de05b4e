//! Finding words in the pages.

use super::page::Page;
use crate::index::fold;

/// A section that holds the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The place of its page.
    pub page: usize,
    /// The place of the section in the page.
    pub section: usize,
    /// The line that holds the first of the words; the first line where the title holds it.
    pub line: String,
    in_title: bool,
}

/// The sections that hold all words, those first that have them in their title.
#[must_use]
pub fn find(pages: &[Page], words: &str) -> Vec<Hit> {
    let words: Vec<String> = fold(words).split_whitespace().map(str::to_owned).collect();
    let Some(first) = words.first() else { return Vec::new() };
    let mut hits = Vec::new();
    for (page, told) in pages.iter().enumerate() {
        for (place, section) in told.sections.iter().enumerate() {
            let title = fold(if section.title.is_empty() { &told.title } else { &section.title });
            let lines = section.lines();
            let text = fold(&lines.join("\n"));
            if !words.iter().all(|word| title.contains(word) || text.contains(word)) {
                continue;
            }
            let holds = |line: &&String| !title.contains(first) && fold(line).contains(first);
            let line = lines.iter().find(holds).or(lines.first()).cloned().unwrap_or_default();
            let in_title = words.iter().all(|word| title.contains(word));
            hits.push(Hit { page, section: place, line, in_title });
        }
    }
    hits.sort_by_key(|hit| !hit.in_title);
    hits
}
