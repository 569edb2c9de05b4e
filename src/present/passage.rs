//! The held words of a paragraph with the quotes found in them.

use crate::index::Reader;
use crate::model::{Content, Key, Statement};

use super::visible;

/// A part of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassagePart {
    /// Its words.
    pub words: String,
    /// Whether the statement quotes them.
    pub is_quoted: bool,
}

/// A paragraph that a statement cites, as far as its words are held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The source.
    pub source: Key,
    /// What it is called.
    pub name: String,
    /// The paragraph.
    pub para: u32,
    /// Its held words; an excerpt a line.
    pub lines: Vec<Vec<PassagePart>>,
}

/// The passages that a statement cites, and how many of its quotes are found in them word for word.
#[must_use]
pub fn passages(reader: &Reader, statement: &Statement) -> (Vec<Passage>, usize, usize) {
    let quotes: Vec<&str> =
        statement.content.iter().filter(|run| run.is_said()).map(|run| Content::text(run).trim()).collect();
    let mut found = vec![false; quotes.len()];
    let mut passages: Vec<Passage> = Vec::new();
    for cite in &statement.cites {
        let (Some(key), Some(source), Some(para)) =
            (reader.index.key_of(cite.source()), reader.source(cite.source()), cite.para())
        else {
            continue;
        };
        if passages.iter().any(|known| known.source == key && known.para == para) {
            continue;
        }
        let lines: Vec<_> = source.words_of(para).map(|words| parts(words, &quotes, &mut found)).collect();
        let name = visible(&source.publisher).into_owned();
        passages.push(Passage { source: key, name, para, lines });
    }
    let count = found.iter().filter(|found| **found).count();
    (passages, count, quotes.len())
}

/// The words of a paragraph, parted where a quote begins and ends.
pub(super) fn parts(words: &str, quotes: &[&str], found: &mut [bool]) -> Vec<PassagePart> {
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for (quote, found) in quotes.iter().zip(found) {
        if let Some(at) = words.find(quote).filter(|_| !quote.is_empty()) {
            *found = true;
            marks.push((at, at + quote.len()));
        }
    }
    marks.sort_unstable();
    let mut parts = Vec::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, is_quoted: bool| {
        if let Some(words) = words.get(from..to).filter(|words| !words.is_empty()) {
            parts.push(PassagePart { words: visible(words).into_owned(), is_quoted });
        }
    };
    for (from, to) in marks {
        if from < done {
            continue;
        }
        push(done, from, false);
        push(from, to, true);
        done = to;
    }
    push(done, words.len(), false);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::store::SAMPLE;

    #[test]
    fn every_quote_of_the_sample_is_found_word_for_word() {
        let document = Document::from_text(SAMPLE.to_owned()).unwrap();
        let reader = document.reader();
        let mut all = 0;
        for entry in &document.briefing.statements {
            let (_, found, quotes) = passages(&reader, &entry.record);
            assert_eq!(found, quotes, "{}", entry.record.id);
            all += quotes;
        }
        assert!(all >= 5);
    }
}
