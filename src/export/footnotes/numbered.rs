//! The marks of a written note as numbers, in the order of their first use, and the footnotes where they are to stand.

use std::collections::{HashMap, HashSet};

use super::kept::{Footnote, Footnotes, MARK_BEGIN, MARK_END, ORIGINS, PLACE};
use super::words::{Said, counts_paragraphs, how_counted, in_full, in_short};
use crate::index::Reader;
use crate::model::Id;

/// How much a footnote says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Length {
    /// All that is known of its source, each time.
    Full,
    /// That once, then its name.
    Short,
}

impl Footnotes {
    /// The note with its footnotes: where it asks for them, else at its end. `origins` tells in Markdown what the sources of
    /// the footnotes, those cited most first, go back to.
    pub(in crate::export) fn numbered(
        &self,
        written: &str,
        reader: &Reader,
        length: Length,
        origins: impl Fn(&[Id]) -> String,
    ) -> String {
        let mut numbers: HashMap<usize, usize> = HashMap::new();
        let mut order: Vec<&Footnote> = Vec::new();
        let mut note = String::with_capacity(written.len());
        let mut rest = written;
        while let Some((before, behind)) = rest.split_once(MARK_BEGIN) {
            note.push_str(before);
            let (place, after) = behind.split_once(MARK_END).unwrap_or((behind, ""));
            let footnote = place.parse::<usize>().ok().and_then(|place| Some((place, self.used.get(place)?)));
            if let Some((place, footnote)) = footnote {
                let number = *numbers.entry(place).or_insert_with(|| {
                    order.push(footnote);
                    order.len()
                });
                note.push_str(&format!("[^{number}]"));
            }
            rest = after;
        }
        note.push_str(rest);
        if note.contains(ORIGINS) {
            note = note.replace(ORIGINS, &origins(&most_cited(&order)));
        }
        let footnotes = lines(&order, reader, length);
        if note.contains(PLACE) {
            // Further places would define the same notes again.
            note = note.replacen(PLACE, &format!("\n\n{footnotes}\n\n"), 1).replace(PLACE, "");
        } else if !footnotes.is_empty() {
            note = format!("{}\n\n{footnotes}\n", note.trim_end());
        }
        tidy(&note)
    }
}

/// The sources of footnotes, those of the most paragraphs first.
fn most_cited(order: &[&Footnote]) -> Vec<Id> {
    let mut sources: Vec<(Id, usize)> = Vec::new();
    let mut places: HashMap<&Id, usize> = HashMap::new();
    for footnote in order {
        let place = *places.entry(&footnote.source).or_insert(sources.len());
        match sources.get_mut(place) {
            Some((_, times)) => *times += 1,
            None => sources.push((footnote.source.clone(), 1)),
        }
    }
    sources.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    sources.into_iter().map(|(id, _)| id).collect()
}

fn lines(order: &[&Footnote], reader: &Reader, length: Length) -> String {
    let publisher = |id: &Id| reader.source(id).map(|source| source.publisher.clone()).unwrap_or_default();
    let sources: HashSet<&Id> = order.iter().map(|footnote| &footnote.source).collect();
    let mut publishers: HashMap<String, usize> = HashMap::new();
    for id in sources {
        *publishers.entry(publisher(id)).or_default() += 1;
    }
    let mut seen: HashSet<&Id> = HashSet::new();
    let mut is_counting_told = false;
    let mut lines = Vec::new();
    for (number, footnote) in (1..).zip(order) {
        let is_first = seen.insert(&footnote.source);
        let is_alone = publishers.get(&publisher(&footnote.source)) == Some(&1);
        let counted = !is_counting_told && counts_paragraphs(reader, footnote);
        is_counting_told |= counted;
        let said = Said { is_first, is_alone, counted: if counted { how_counted(reader, order) } else { "" } };
        let words = match length {
            Length::Full => in_full(reader, footnote, said),
            Length::Short => in_short(reader, footnote, said),
        };
        lines.push(format!("[^{number}]: {}", no_address(&words)));
    }
    lines.join("\n")
}

/// A footnote that a reader without footnotes cannot take for the address of a link (`[^1]: javascript:…`): a first word
/// that could be one stands behind another.
fn no_address(words: &str) -> String {
    let first = words.split_whitespace().next().unwrap_or_default();
    if first.contains(':') { format!("Source {words}") } else { words.to_owned() }
}

/// At most one empty line between two, none at the begin, one line break at the end.
fn tidy(note: &str) -> String {
    let mut tidied = String::with_capacity(note.len());
    let mut empty = 0;
    for line in note.trim().lines().map(str::trim_end) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            tidied.push_str(line);
            tidied.push('\n');
        }
    }
    tidied
}
