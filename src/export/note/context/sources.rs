//! Where it is all known from, and how good that is.

use std::collections::HashSet;

use serde::Serialize;

use super::build::Build;
use crate::analysis::{independent_origins, is_held};
use crate::export::footnotes::ORIGINS;
use crate::export::words::{caveats, cut_text, dated, drawn_name, listed, marked, one_line};
use crate::model::{Id, Source, count_text, plural};

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
        self.through(self.kept(&self.reader.briefing.sources)).map(|source| self.source(&source)).collect()
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
            draws_on: origins.map(|origin| one_line(drawn_name(source, &origin))).collect(),
            note: caveats(source, &["title", "published", "kind", "reliability"]),
        }
    }

    /// What all that is cited so far goes back to. The sentence is written once the note is, since a template need not print
    /// all that was asked for.
    pub(super) fn origins(&self) -> Origins {
        let cited: Vec<Id> = self.footnotes.sources().into_iter().collect();
        let (sources, held) = self.how_many();
        Origins {
            sources,
            held,
            count: independent_origins(&self.reader, &cited),
            grades: self.grades(&cited),
            sentence: ORIGINS.to_string(),
        }
    }

    /// How many sources there are, and of how many we hold words.
    fn how_many(&self) -> (usize, usize) {
        let all = self.kept(&self.reader.briefing.sources);
        (all.len(), all.iter().filter(|source| is_held(source) && source.has_words()).count())
    }

    /// Sources with their grades, each publisher and grade once.
    fn grades(&self, cited: &[Id]) -> Vec<String> {
        let mut grades: Vec<String> = Vec::new();
        let mut seen = HashSet::new();
        for source in cited.iter().filter_map(|id| self.reader.source(id)) {
            let name = cut_text(&one_line(&source.publisher), MOST_WORDS_OF_NAME);
            let words = format!("{name} ({})", grade(&source));
            if seen.insert(words.clone()) {
                grades.push(words);
            }
        }
        grades
    }

    /// What the sources that a note cites go back to, those cited most first.
    pub(in crate::export) fn origins_of(&self, cited: &[Id]) -> String {
        let grades = self.grades(cited);
        if grades.is_empty() {
            return "No source is cited.".to_owned();
        }
        let mut shown: Vec<String> = grades.iter().take(MOST_GRADES).cloned().collect();
        if grades.len() > MOST_GRADES {
            shown.push(format!("{} more", count_text(grades.len() - MOST_GRADES)));
        }
        let (sources, held) = self.how_many();
        format!(
            "Cited here: {}; all of it goes back to {}. Of {} in the briefing we hold the words of {}.",
            listed(&shown),
            plural(independent_origins(&self.reader, cited), "independent origin"),
            plural(sources, "source"),
            count_text(held),
        )
    }
}

/// The name of a source has so many words in it.
const MOST_WORDS_OF_NAME: usize = 20;
/// So many sources are named with their grades in one sentence.
const MOST_GRADES: usize = 4;

fn grade(source: &Source) -> String {
    source
        .reliability
        .map_or_else(|| "not graded".to_owned(), |grade| format!("{}, {}", grade.word(), grade.label().to_lowercase()))
}
