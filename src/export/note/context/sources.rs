//! Where it is all known from, and how good that is.

use serde::Serialize;

use super::build::Build;
use crate::analysis::{independent_origins, is_held};
use crate::export::words::{caveats, dated, marked, one_line};
use crate::model::{Id, Source, plural};

/// A source.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SourceWords {
    id: String,
    publisher: String,
    author: String,
    title: String,
    kind: String,
    published: String,
    grade: String,
    url: String,
    is_held: bool,
    draws_on: Vec<String>,
    note: String,
}

/// How many independent origins there are.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Origins {
    sources: usize,
    held: usize,
    count: usize,
    grades: Vec<String>,
    pub(super) sentence: String,
}

impl Build<'_> {
    pub(super) fn sources(&self) -> Vec<SourceWords> {
        self.kept(&self.reader.briefing.sources).iter().map(|source| self.source(source)).collect()
    }

    fn source(&self, source: &Source) -> SourceWords {
        let origins = source.derived_from.iter().filter_map(|id| self.reader.source(id));
        SourceWords {
            id: one_line(source.id.as_str()),
            publisher: one_line(&source.publisher),
            author: one_line(&source.author),
            title: marked(source, "title", one_line(&source.title)),
            kind: marked(source, "kind", source.kind.map_or("", |kind| kind.label()).to_owned()),
            published: source
                .published
                .as_ref()
                .map(|when| marked(source, "published", dated(&self.reader, when)))
                .unwrap_or_default(),
            grade: marked(source, "reliability", grade(source)),
            url: one_line(&source.url),
            is_held: is_held(source) && source.has_words(),
            draws_on: origins
                .map(|origin| one_line(if origin.publisher.is_empty() { &origin.title } else { &origin.publisher }))
                .collect(),
            note: caveats(source, &["title", "published", "kind", "reliability"]),
        }
    }

    /// What all that is cited so far goes back to.
    pub(super) fn origins(&self) -> Origins {
        let cited: Vec<Id> =
            self.footnotes.sources().into_iter().filter(|id| self.reader.source(id).is_some()).collect();
        let count = independent_origins(&self.reader, &cited);
        let all = self.kept(&self.reader.briefing.sources);
        let held = all.iter().filter(|source| is_held(source) && source.has_words()).count();
        let graded = |id: &Id| {
            let source = self.reader.source(id)?;
            Some(format!("{} ({})", one_line(&source.publisher), grade(&source)))
        };
        let mut grades: Vec<String> = Vec::new();
        for words in cited.iter().filter_map(graded) {
            if !grades.contains(&words) {
                grades.push(words);
            }
        }
        let sentence = if cited.is_empty() {
            "No source is cited.".to_owned()
        } else {
            let shown = grades.iter().take(MOST_GRADES).cloned().collect::<Vec<_>>().join(", ");
            let more = grades.len().saturating_sub(MOST_GRADES);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!(
                "Cited here: {shown}{more}; all of it goes back to {}. Of {} in the briefing we hold the words of {held}.",
                plural(count, "independent origin"),
                plural(all.len(), "source"),
            )
        };
        Origins { sources: all.len(), held, count, grades, sentence }
    }
}

/// So many sources are named with their grades in one sentence.
const MOST_GRADES: usize = 4;

fn grade(source: &Source) -> String {
    source
        .reliability
        .map_or_else(|| "not graded".to_owned(), |grade| format!("{}, {}", grade.word(), grade.label().to_lowercase()))
}
