//! What is held of a source, by paragraph, with what cites each.

use std::collections::BTreeMap;

use crate::index::Reader;
use crate::model::{AnyRecord, Content, Key, RecordKind, Source};

use super::passage::{PassagePart, parts};
use super::visible;

/// What is held of a source, and where it is from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceWords {
    /// The paragraphs that are held or cited, in their order; cites of the whole source last.
    pub paragraphs: Vec<SourceParagraph>,
    /// The sources that it draws on.
    pub draws_on: Vec<(Key, String)>,
    /// The sources that draw on it.
    pub drawn_on_by: Vec<(Key, String)>,
}

/// A paragraph of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceParagraph {
    /// `¶3`, or `whole`.
    pub label: String,
    /// Its held words, an excerpt a line, with the quotes in them.
    pub lines: Vec<Vec<PassagePart>>,
    /// The records that cite it.
    pub cited_by: Vec<(Key, String)>,
}

/// The longest title of a citing record, in characters.
const MOST_CHARS: usize = 48;

/// What is held of a source, by paragraph.
#[must_use]
pub fn source_words(reader: &Reader, key: Key, source: &Source) -> SourceWords {
    let mut paragraphs: BTreeMap<u64, SourceParagraph> = BTreeMap::new();
    let mut quotes: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    for link in reader.index.links_to(key).iter().filter(|link| link.field == "cites") {
        let Some(record) = reader.record(link.from) else { continue };
        for cite in record.cites().iter().filter(|cite| *cite.source() == source.id) {
            let paragraph = paragraphs.entry(place(cite.para())).or_default();
            let entry = (link.from, title(reader, &record));
            if !paragraph.cited_by.contains(&entry) {
                paragraph.cited_by.push(entry);
            }
            if let AnyRecord::Statement(statement) = &record {
                let said = statement.content.iter().filter(|run| run.is_said()).map(|run| Content::text(run).trim());
                quotes.entry(place(cite.para())).or_default().extend(said.map(str::to_owned));
            }
        }
    }
    for (para, words) in source.held_words() {
        let own = quotes.get(&place(para)).map(Vec::as_slice).unwrap_or_default();
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let line = parts(words, &own, &mut vec![false; own.len()]);
        paragraphs.entry(place(para)).or_default().lines.push(line);
    }
    for (place, paragraph) in &mut paragraphs {
        paragraph.label = if *place == WHOLE { "whole".to_owned() } else { format!("¶{place}") };
    }
    let named = |id: &crate::model::Id| Some((reader.index.key_of(id)?, publisher(reader, id)));
    let drawn = reader.index.links_to(key).iter().filter(|link| link.field == "derived_from");
    SourceWords {
        paragraphs: paragraphs.into_values().collect(),
        draws_on: source.derived_from.iter().filter_map(named).collect(),
        drawn_on_by: drawn
            .filter(|link| link.kind == RecordKind::Source)
            .filter_map(|link| Some((link.from, visible(&reader.title(&reader.record(link.from)?)).into_owned())))
            .collect(),
    }
}

/// Cites of the whole source come after those of its paragraphs.
const WHOLE: u64 = u64::MAX;

fn place(para: Option<u32>) -> u64 {
    para.map_or(WHOLE, u64::from)
}

fn publisher(reader: &Reader, id: &crate::model::Id) -> String {
    reader.source(id).map_or_else(|| id.to_string(), |source| visible(&source.publisher).into_owned())
}

fn title(reader: &Reader, record: &AnyRecord) -> String {
    let whole = match record {
        AnyRecord::Statement(statement) => format!("{}: {}", reader.title(record), statement.plain_text()),
        _ => reader.title(record),
    };
    let whole = visible(&whole).replace('\n', " ");
    if whole.chars().count() <= MOST_CHARS {
        return whole;
    }
    let cut: String = whole.chars().take(MOST_CHARS - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::model::Id;
    use crate::store::SAMPLE;

    #[test]
    fn each_paragraph_of_the_article_has_its_words_and_what_cites_it() {
        let document = Document::from_text(SAMPLE.to_owned()).unwrap();
        let reader = document.reader();
        let id = Id::from("rferl");
        let (key, source) = (reader.index.key_of(&id).unwrap(), reader.source(&id).unwrap());
        let words = source_words(&reader, key, &source);
        let labels: Vec<&str> = words.paragraphs.iter().map(|paragraph| paragraph.label.as_str()).collect();
        assert_eq!(labels[..3], ["¶0", "¶1", "¶2"]);
        assert!(words.paragraphs.iter().all(|paragraph| !paragraph.cited_by.is_empty()));
        let fifth = words.paragraphs.iter().find(|paragraph| paragraph.label == "¶5").unwrap();
        assert!(fifth.lines.iter().flatten().any(|part| part.is_quoted && part.words == "dynamically developing"));
        assert!(!words.draws_on.is_empty());
    }
}
