//! What a footnote says.

use std::fmt::Write as _;

use super::kept::Footnote;
use crate::export::withhold::NAME_LEFT_OUT;
use crate::export::words::{closed, cut_text, date_words, dated, marked, one_line, quoted};
use crate::index::Reader;
use crate::model::{Id, Source, SourceKind, When, capitalised};
use crate::present::{markdown_link, markdown_text as text};

/// What a footnote need not say, or has to, beside the others of its note.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    /// Whether its source is mentioned first.
    pub(super) is_first: bool,
    /// Whether no other source of the note has the same publisher.
    pub(super) is_alone: bool,
    /// How paragraphs are counted, where that is to be said.
    pub(super) counted: &'static str,
}

/// How paragraphs are counted (see `FORMAT.md`), to stand behind the number of the first that a note cites.
pub(super) fn how_counted(reader: &Reader, footnotes: &[&Footnote]) -> &'static str {
    // Where no text has a caption, its place is empty, and nobody is to look for one.
    let has_caption = |footnote: &&Footnote| {
        let source = reader.source(&footnote.source);
        footnote.para == Some(1)
            || source.is_some_and(|source| source.words_of(1).next().is_some_and(|words| !words.is_empty()))
    };
    if footnotes.iter().any(has_caption) {
        " (¶0 is a headline, ¶1 a caption, ¶2 the first of the text)"
    } else {
        " (¶0 is a headline, ¶2 the first of the text)"
    }
}

/// Whether a footnote has a paragraph that is counted so: the entries of a data set have numbers of their own.
pub(super) fn counts_paragraphs(reader: &Reader, footnote: &Footnote) -> bool {
    let source = reader.source(&footnote.source).filter(|source| source.publisher != NAME_LEFT_OUT);
    footnote.para.is_some() && source.is_some_and(|source| source.kind != Some(SourceKind::Dataset))
}

/// A footnote in short. Where its source is mentioned first: author, publisher, title, date, paragraph and address;
/// after that its name in short and the paragraph.
pub(super) fn in_short(reader: &Reader, footnote: &Footnote, said: Said) -> String {
    let Some(source) = reader.source(&footnote.source) else { return no_source(&footnote.source) };
    if source.publisher == NAME_LEFT_OUT {
        return LEFT_OUT.to_owned();
    }
    let para = footnote.para.map(|para| format!("¶{para}{}", said.counted));
    if said.is_first {
        let mut parts = vec![name_of(&cut(&source))];
        let date = source.published.as_ref().map(|when| text(&date_words(reader, when)));
        parts.push(date.unwrap_or_else(|| "no date".to_owned()));
        parts.extend(para);
        let address = Some(&source.url).filter(|url| !url.is_empty() && url.len() <= MOST_ADDRESS);
        parts.extend(address.map(|url| markdown_link(url)));
        return format!("{}.", parts.join(", "));
    }
    let mut words = short_name(&source, said.is_alone);
    words.extend(para.iter().map(|para| format!(" {para}")));
    format!("{words}.")
}

/// The publisher, with the begin of the title where others have the same publisher.
fn short_name(source: &Source, is_alone: bool) -> String {
    let publisher = if source.publisher.is_empty() { source.id.as_str() } else { &source.publisher };
    let mut words = text(&cut_text(publisher, MOST_NAME));
    let mut title = source.title.split_whitespace();
    let begin: Vec<&str> = title.by_ref().take(4).collect();
    if !is_alone && !begin.is_empty() {
        let more = if title.next().is_some() { " …" } else { "" };
        let _ = write!(words, ", *{}{more}*", text(&begin.join(" ")));
    }
    words
}

/// In short, a name or a title has so many words.
const MOST_NAME: usize = 20;
/// And an address so many bytes: a longer one is for the full note.
const MOST_ADDRESS: usize = 300;

/// A source with its names cut to what a short footnote has room for.
fn cut(source: &Source) -> Source {
    Source {
        author: cut_text(&source.author, MOST_NAME),
        publisher: cut_text(&source.publisher, MOST_NAME),
        title: cut_text(&source.title, MOST_NAME),
        ..source.clone()
    }
}

/// What a footnote says of a source that may not be told of.
const LEFT_OUT: &str = "A source that is left out of this note.";

fn no_source(id: &Id) -> String {
    format!("{}: no source of this name.", text(id.as_str()))
}

/// A footnote in full: source, date, paragraph, address, the words, the grades. Where its source was mentioned before, it
/// has the name in short, and what is told of this paragraph alone.
pub(super) fn in_full(reader: &Reader, footnote: &Footnote, said: Said) -> String {
    let Some(source) = reader.source(&footnote.source) else {
        return no_source(&footnote.source);
    };
    if source.publisher == NAME_LEFT_OUT {
        return LEFT_OUT.to_owned();
    }
    let para = footnote.para.map(|para| format!("¶{para}{}", said.counted));
    let mut words = if said.is_first {
        let date = source.published.as_ref().map(|when| text(&dated(reader, when)));
        let mut parts = vec![name_of(&source), date.unwrap_or_else(|| "no date".to_owned())];
        parts.extend(para);
        if !source.url.is_empty() {
            parts.push(markdown_link(&source.url));
        }
        if !source.accessed.is_empty() {
            parts.push(format!("accessed {}", text(&When::from_edtf(&source.accessed).display())));
        }
        format!("{}.", parts.join(", "))
    } else {
        let para = para.map(|para| format!(" {para}")).unwrap_or_default();
        format!("{}{para}.", short_name(&source, said.is_alone))
    };
    let quotes: Vec<String> = quotes(&source, footnote)
        .iter()
        .map(|quote| quoted(one_line(quote).trim_end_matches([',', ';', ':'])))
        .collect();
    if !quotes.is_empty() {
        let _ = write!(words, " Words: {}", text(&closed(&quotes.join("; "))));
    }
    let grades = grade(&source, footnote, said.is_first);
    if !grades.is_empty() {
        let _ = write!(words, " {grades}.");
    }
    words
}

/// Author, publisher and title, as a source is named in full.
pub(in crate::export) fn name_of(source: &Source) -> String {
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

/// The grades of the source, where that is mentioned first, and of the item, which are two things (Admiralty code).
fn grade(source: &Source, footnote: &Footnote, is_first: bool) -> String {
    let of_source = match source.reliability {
        _ if !is_first => None,
        Some(grade) => Some(format!("source {} ({})", grade.word(), grade.label().to_lowercase())),
        None => Some("source not graded".to_owned()),
    };
    let items: Vec<String> = footnote.credibility.iter().map(|&item| credibility_words(item)).collect();
    let of_item = (!items.is_empty()).then(|| format!("item {}", items.join(" or ")));
    capitalised(&of_source.into_iter().chain(of_item).collect::<Vec<_>>().join("; "))
}

/// A grade of an item in words, by the Admiralty code.
fn credibility_words(credibility: u8) -> String {
    let words = CREDIBILITY.get(usize::from(credibility).wrapping_sub(1)).copied().unwrap_or("no such grade");
    format!("{credibility} ({words})")
}

/// The grades of an item, 1 to 6.
pub(in crate::export) const CREDIBILITY: &[&str] = &[
    "confirmed by other sources",
    "probably true",
    "possibly true",
    "doubtful",
    "improbable",
    "truth cannot be judged",
];
