//! Footnotes, numbered by their first use: one for each source and paragraph.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use crate::index::Reader;
use crate::model::{Cite, Id, Source, When};
use crate::present::markdown_link;

use super::basis::dated;
use super::caveats::marked;
use super::words::text;
use crate::export::withhold::NAME_LEFT_OUT;

/// A footnote quotes so many passages of its paragraph at most.
const MOST_QUOTES: usize = 8;

/// The footnotes of a note, as they are used.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    numbers: HashMap<(Id, Option<u32>), usize>,
    pub(super) used: Vec<Footnote>,
}

/// A place in a source, and what the cites of it add.
#[derive(Debug)]
pub(super) struct Footnote {
    source: Id,
    para: Option<u32>,
    /// The words meant, in the order of the cites, at most [`MOST_QUOTES`].
    exact: Vec<String>,
    credibility: BTreeSet<u8>,
}

impl Footnotes {
    /// The marks for cites: `[^1][^2]`.
    pub(super) fn marks(&mut self, cites: &[Cite]) -> String {
        let mut marks = String::new();
        let mut marked = BTreeSet::new();
        for cite in cites.iter().filter(|cite| !cite.source().is_empty()) {
            let number = self.number(cite);
            if marked.insert(number) {
                let _ = write!(marks, "[^{number}]");
            }
        }
        marks
    }

    /// The number of the footnote for a cite, counted from 1.
    fn number(&mut self, cite: &Cite) -> usize {
        let used = &mut self.used;
        let number = *self.numbers.entry((cite.source().clone(), cite.para())).or_insert_with(|| {
            let (source, para) = (cite.source().clone(), cite.para());
            used.push(Footnote { source, para, exact: Vec::new(), credibility: BTreeSet::new() });
            used.len()
        });
        if let Some(footnote) = self.used.get_mut(number - 1) {
            let exact = &cite.long.exact;
            if !exact.is_empty() && footnote.exact.len() < MOST_QUOTES && !footnote.exact.contains(exact) {
                footnote.exact.push(exact.clone());
            }
            footnote.credibility.extend(cite.long.credibility);
        }
        number
    }

    /// Whether any item has a grade of its own.
    pub(super) fn has_credibility(&self) -> bool {
        self.used.iter().any(|footnote| !footnote.credibility.is_empty())
    }

    /// The sources that were cited, each once.
    pub(super) fn sources(&self) -> BTreeSet<Id> {
        self.used.iter().map(|footnote| footnote.source.clone()).collect()
    }
}

pub(super) fn words_of(reader: &Reader, footnote: &Footnote) -> String {
    let Some(source) = reader.source(&footnote.source) else {
        return format!("{}: no source of this name.", text(footnote.source.as_str()));
    };
    if source.publisher == NAME_LEFT_OUT {
        return "A source that is left out of this note.".to_owned();
    }
    let mut parts = vec![name_of(&source)];
    parts.push(source.published.as_ref().map_or_else(|| "no date".to_owned(), |when| dated(reader, when)));
    parts.extend(footnote.para.map(|para| format!("¶{para}")));
    if !source.url.is_empty() {
        parts.push(markdown_link(&source.url));
    }
    if !source.accessed.is_empty() {
        parts.push(format!("accessed {}", text(&When::from_edtf(&source.accessed).display())));
    }
    let mut words = format!("{}.", parts.join(", "));
    let quotes: Vec<String> = quotes(&source, footnote).iter().map(|quote| format!("“{}”", text(quote))).collect();
    if !quotes.is_empty() {
        let _ = write!(words, " Words: {}.", quotes.join("; "));
    }
    let _ = write!(words, " {}.", grade(&source, footnote));
    words
}

/// Author, publisher and title, as a source is named in full.
pub(super) fn name_of(source: &Source) -> String {
    let mut parts = Vec::new();
    if !source.author.is_empty() {
        parts.push(text(&source.author));
    }
    parts.push(if source.publisher.is_empty() { text(source.id.as_str()) } else { text(&source.publisher) });
    let title = text(&source.title);
    if !title.is_empty() {
        parts.push(marked(source, "title", format!("*{title}*")));
    }
    parts.join(", ")
}

/// At most so many characters of a paragraph are given where a cite names no words.
const MOST_WORDS: usize = 160;

/// The words cited, or else the begin of those held of the paragraph.
fn quotes(source: &Source, footnote: &Footnote) -> Vec<String> {
    if !footnote.exact.is_empty() {
        return footnote.exact.clone();
    }
    let Some(para) = footnote.para else { return Vec::new() };
    source.words_of(para).map(shortened).collect()
}

fn shortened(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(MOST_WORDS) else { return words.to_owned() };
    let cut = words.get(..end).unwrap_or(words);
    let cut = cut.rsplit_once(char::is_whitespace).map_or(cut, |(before, _)| before);
    format!("{cut} …")
}

/// The grades of the source and of the item, which are two things (Admiralty code).
fn grade(source: &Source, footnote: &Footnote) -> String {
    let mut words = match source.reliability {
        Some(grade) => format!("Source {} ({})", grade.word(), grade.label().to_lowercase()),
        None => "Source not graded".to_owned(),
    };
    let items: Vec<String> = footnote.credibility.iter().map(|&item| credibility_words(item)).collect();
    if !items.is_empty() {
        let _ = write!(words, "; item {}", items.join(" or "));
    }
    words
}

/// A grade of an item in words, by the Admiralty code.
fn credibility_words(credibility: u8) -> String {
    let words = CREDIBILITY.get(usize::from(credibility).wrapping_sub(1)).copied().unwrap_or("no such grade");
    format!("{credibility} ({words})")
}

/// The grades of an item, 1 to 6.
pub(super) const CREDIBILITY: &[&str] = &[
    "confirmed by other sources",
    "probably true",
    "possibly true",
    "doubtful",
    "improbable",
    "truth cannot be judged",
];
