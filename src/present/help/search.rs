//! Finding words in the pages: what is called so comes before what only tells of it.

use super::page::{Page, Section};
use crate::index::fold;

/// A section that holds the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The place of its page.
    pub page: usize,
    /// The place of the section in the page.
    pub section: usize,
    /// The line that answers best; the first line where the title does.
    pub line: String,
    fit: Fit,
}

/// How well a section answers, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its title is what was asked.
    IsTitle,
    /// A line begins with it: the name of a command, of a key, of a list's item.
    IsLabel,
    /// Its title begins with it.
    BeginsTitle,
    /// Its title has all words, each from its beginning.
    TitleWords,
    /// Its title has them somewhere within.
    InTitle,
    /// The title of its page has them.
    InPageTitle,
    /// A line has them one behind the other.
    Phrase,
    /// A line has all of them.
    OneLine,
    /// They stand here and there.
    Text,
}

/// The sections that hold all words, the best answer first; of equal ones, those of the guides.
#[must_use]
pub fn find(pages: &[Page], words: &str) -> Vec<Hit> {
    let asked = fold(words).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    if asked.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (page, told) in pages.iter().enumerate() {
        for (place, section) in told.sections.iter().enumerate() {
            if let Some((fit, line)) = fit_of(told, section, &asked) {
                hits.push(Hit { page, section: place, line, fit });
            }
        }
    }
    hits.sort_by_key(|hit| hit.fit);
    hits
}

/// How well a section answers, and the line that does.
fn fit_of(page: &Page, section: &Section, asked: &[String]) -> Option<(Fit, String)> {
    let phrase = asked.join(" ");
    let page_title = fold(&page.title);
    let title = if section.title.is_empty() { page_title.clone() } else { fold(&section.title) };
    let lines = section.lines();
    let folded: Vec<String> = lines.iter().map(|line| fold(line)).collect();
    let holds = |text: &str| asked.iter().all(|word| text.contains(word.as_str()));
    let line_where = |is_it: &dyn Fn(&str) -> bool| {
        let place = folded.iter().position(|line| is_it(line))?;
        lines.get(place).cloned()
    };
    let first = || lines.first().cloned().unwrap_or_default();
    if title == phrase {
        return Some((Fit::IsTitle, first()));
    }
    if let Some(line) = line_where(&|line| is_label(line, &phrase)) {
        return Some((Fit::IsLabel, line));
    }
    if title.starts_with(&phrase) {
        return Some((Fit::BeginsTitle, first()));
    }
    if asked.iter().all(|word| begins_a_word(&title, word)) {
        return Some((Fit::TitleWords, first()));
    }
    if holds(&title) {
        return Some((Fit::InTitle, first()));
    }
    if section.title.is_empty() && holds(&page_title) {
        return Some((Fit::InPageTitle, first()));
    }
    if let Some(line) = line_where(&|line| begins_a_word(line, &phrase)) {
        return Some((Fit::Phrase, line));
    }
    if let Some(line) = line_where(&|line| holds(line)) {
        return Some((Fit::OneLine, line));
    }
    if !holds(&format!("{title}\n{}", folded.join("\n"))) {
        return None;
    }
    let with_first = line_where(&|line| asked.first().is_some_and(|word| line.contains(word.as_str())));
    Some((Fit::Text, with_first.unwrap_or_else(first)))
}

/// Whether a line is about what is asked: it begins with it, and only its cell, its dots or its stop follow.
fn is_label(line: &str, phrase: &str) -> bool {
    let Some(rest) = line.strip_prefix(phrase) else { return false };
    rest.is_empty() || rest.starts_with("  ") || rest.starts_with('…') || rest.starts_with(':')
}

/// Whether words stand in a text from the beginning of a word.
fn begins_a_word(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|letter| !letter.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::help::{Group, Page};

    fn found(words: &str) -> Vec<String> {
        let page = |name, text: &str| Page::new(name, Group::Guides, text);
        let pages = [
            page(
                "a",
                "# Guide\n\nRead the date and the place before the undo.\n\n## On updates\n\nA date, and no more.\n",
            ),
            page("b", "# Fields\n\n## Date\n\nWhen it was.\n\n## Said on\n\nThe date of a statement.\n"),
            page("c", "# Commands\n\n## Edit\n\n| Command | Keys |\n| --- | --- |\n| Undo | Ctrl+Z |\n"),
        ];
        let title = |hit: &Hit| {
            let page = &pages[hit.page];
            let title = &page.sections[hit.section].title;
            if title.is_empty() { page.title.clone() } else { title.clone() }
        };
        find(&pages, words).iter().map(title).collect()
    }

    #[test]
    fn what_is_called_so_comes_before_what_tells_of_it() {
        assert_eq!(found("date"), ["Date", "On updates", "Guide", "Said on"]);
        assert_eq!(found("UNDO"), ["Edit", "Guide"]);
        assert_eq!(found("said"), ["Said on"]);
        assert!(found("nothing of the kind").is_empty());
    }
}
