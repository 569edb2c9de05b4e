//! What the sources that a record cites say beside its words: when they were published, and in which language.

use super::answer::{Reading, Setting};
use crate::index::{Reader, fold};
use crate::language::{Language, language};
use crate::model::{AnyRecord, Basis, Id, Source, When};

/// The sources of a record, as far as they tell how words of theirs are read.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// What is known beside the words.
    pub setting: Setting,
    /// The source whose publication is counted from.
    source: Option<Id>,
    /// Their held words, folded.
    held: Vec<String>,
}

impl Told {
    /// By the sources that a record cites. Sources of different days tell no day.
    #[must_use]
    pub fn by(reader: &Reader, record: &AnyRecord) -> Self {
        let cited = record.cites().iter().filter_map(|cite| reader.by_id(cite.source()));
        let sources: Vec<_> = cited
            .filter_map(|(_, record)| match record {
                AnyRecord::Source(source) => Some(source),
                _ => None,
            })
            .collect();
        let sources: Vec<&Source> = sources.iter().map(AsRef::as_ref).collect();
        Self::by_sources(&sources)
    }

    /// By one source, whose words are read.
    #[must_use]
    pub fn by_source(source: &Source) -> Self {
        Self::by_sources(&[source])
    }

    fn by_sources(sources: &[&Source]) -> Self {
        let published = |source: &Source| source.published.as_ref().map(When::bounds);
        let first = sources.iter().find_map(|source| Some((source.id.clone(), published(source)?)));
        let day = |source: &Source| published(source).and_then(|date| date.start_earliest);
        let agree = sources
            .iter()
            .filter_map(|source| day(source))
            .all(|day| first.as_ref().is_some_and(|(_, date)| date.start_earliest == Some(day)));
        let first = first.filter(|_| agree);
        let held = sources.iter().flat_map(|source| source.held_words()).map(|(_, text)| fold(text)).collect();
        Self {
            setting: Setting { published: first.as_ref().map(|(_, date)| *date), language: language_of(sources) },
            source: first.map(|(id, _)| id),
            held,
        }
    }

    /// The source whose publication is counted from.
    #[must_use]
    pub fn source(&self) -> Option<&Id> {
        self.source.as_ref()
    }

    /// Whether words stand in what is held of the sources.
    #[must_use]
    pub fn holds(&self, words: &str) -> bool {
        let words = fold(words.trim());
        !words.is_empty() && self.held.iter().any(|text| text.contains(&words))
    }

    /// What a reading rests on, as the file has it; none where the words say it whole.
    #[must_use]
    pub fn basis(&self, reading: &Reading) -> Option<Basis> {
        reading.basis(self.source.as_ref()?)
    }
}

/// The language of sources, where they have one.
#[must_use]
pub fn language_of(sources: &[&Source]) -> Option<&'static Language> {
    let first = language(&sources.first()?.lang)?;
    let is_same = |source: &&Source| language(&source.lang).is_some_and(|other| std::ptr::eq(other, first));
    sources.iter().all(is_same).then_some(first)
}
