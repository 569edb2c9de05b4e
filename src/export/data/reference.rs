//! A source as reference managers know it.

use std::collections::HashMap;
use std::sync::Arc;

use super::days::{common_date, common_parts, has_doubt};
use crate::export::view::View;
use crate::export::words::{date_words, one_line};
use crate::model::{Source, SourceKind, When};
use crate::present::link_host;

/// A source as reference managers know it: plain texts in one line each, empty where nothing is told.
#[derive(Debug)]
pub(super) struct Reference {
    /// Letters, digits and hyphens, no two alike.
    pub(super) key: String,
    pub(super) kind: Option<SourceKind>,
    pub(super) author: String,
    pub(super) publisher: String,
    pub(super) title: String,
    /// `2024-10-14`, `2024-10`, `2024`.
    pub(super) date: String,
    pub(super) date_parts: Vec<i32>,
    /// The date in words where that says more.
    pub(super) date_words: String,
    pub(super) url: String,
    pub(super) accessed: String,
    pub(super) archived: String,
    pub(super) lang: String,
    pub(super) note: String,
    pub(super) marking: String,
}

/// The sources that are handed out, in the order of the file.
pub(super) fn references(view: &View) -> Vec<Reference> {
    let mut known: HashMap<String, usize> = HashMap::new();
    view.kept(&view.reader.briefing.sources).map(|source| reference(view, &source, &mut known)).collect()
}

fn reference(view: &View, source: &Arc<Source>, known: &mut HashMap<String, usize>) -> Reference {
    let plain: String =
        source.id.as_str().chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(80).collect();
    let plain = if plain.is_empty() { "source".to_owned() } else { plain };
    let times = known.entry(plain.clone()).or_default();
    *times += 1;
    let key = if *times == 1 { plain } else { format!("{plain}-{times}") };
    let published = source.published.as_ref();
    let url = one_line(&source.url);
    let accessed = When::from_edtf(&source.accessed);
    Reference {
        key,
        kind: source.kind,
        author: one_line(&source.author),
        publisher: one_line(&source.publisher),
        title: one_line(&source.title),
        date: published.map(common_date).unwrap_or_default(),
        date_parts: published.map(common_parts).unwrap_or_default(),
        date_words: published
            .filter(|when| has_doubt(when))
            .map(|when| date_words(&view.reader, when))
            .unwrap_or_default(),
        // What a reference manager opens is an address of the web.
        url: if link_host(&url).is_some() { url } else { String::new() },
        accessed: common_date(&accessed),
        archived: one_line(&source.archived),
        lang: one_line(&source.lang),
        note: one_line(&source.note),
        marking: view.marking_of(&**source),
    }
}

impl Reference {
    /// The date in words, where that says more, and the note.
    pub(super) fn remarks(&self) -> String {
        let date = if self.date_words.is_empty() { String::new() } else { format!("Date: {}", self.date_words) };
        [date, self.note.clone()].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". ")
    }
}
