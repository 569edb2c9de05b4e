//! How many sources are independent of each other.

use std::collections::HashMap;

use crate::index::Reader;
use crate::model::{AnyRecord, Cite, Id, Key, Source, SourceKind, count_text, plural};

/// The sources of a briefing by origin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origins {
    /// How many sources there are.
    pub sources: usize,
    /// Sources that draw on each other, or are known through each other, in the order of the file.
    pub groups: Vec<Vec<Key>>,
}

impl Origins {
    /// Puts the sources together that draw on each other (`derived_from`), or that we know through each other (a
    /// source that cites another).
    #[must_use]
    pub fn new(reader: &Reader) -> Self {
        let entries: Vec<_> = reader.briefing.sources.iter().collect();
        let place: HashMap<&Id, usize> =
            entries.iter().enumerate().rev().map(|(place, entry)| (&entry.record.id, place)).collect();
        let mut groups = Groups((0..entries.len()).collect());
        for (number, entry) in entries.iter().enumerate() {
            let named = entry.record.derived_from.iter().chain(entry.record.cites.iter().map(Cite::source));
            for other in named.filter_map(|id| place.get(id)) {
                groups.join(number, *other);
            }
        }
        let mut found: Vec<(usize, Vec<Key>)> = Vec::new();
        let mut place_of_root: HashMap<usize, usize> = HashMap::new();
        for (number, entry) in entries.iter().enumerate() {
            let root = groups.root(number);
            let at = *place_of_root.entry(root).or_insert_with(|| {
                found.push((root, Vec::new()));
                found.len() - 1
            });
            if let Some((_, keys)) = found.get_mut(at) {
                keys.push(entry.key);
            }
        }
        Self { sources: entries.len(), groups: found.into_iter().map(|(_, keys)| keys).collect() }
    }

    /// `6 sources, 1 independent origin`.
    #[must_use]
    pub fn words(&self) -> String {
        format!("{}, {}", plural(self.sources, "source"), plural(self.groups.len(), "independent origin"))
    }

    /// What to beware of: several sources that reach us through one of them alone. `All 6 reach us through one article`.
    #[must_use]
    pub fn remark(&self, reader: &Reader) -> Option<String> {
        let group = self.groups.iter().max_by_key(|group| group.len()).filter(|group| group.len() > 1)?;
        let sources: Vec<_> = group
            .iter()
            .filter_map(|key| match reader.record(*key)? {
                AnyRecord::Source(source) => Some(source),
                _ => None,
            })
            .collect();
        let mut seen = sources.iter().filter(|source| is_held(source));
        let (Some(only), None) = (seen.next(), seen.next()) else { return None };
        let what = kind_noun(only.kind);
        let count = count_text(group.len());
        let count = if group.len() == self.sources { format!("All {count}") } else { count };
        Some(format!("{count} reach us through one {what}"))
    }
}

/// Whether we have seen a source ourselves, by what the file says or holds of it.
#[must_use]
pub fn is_held(source: &Source) -> bool {
    source.held.unwrap_or_else(|| source.has_words())
}

/// The noun for a source of a kind.
fn kind_noun(kind: Option<SourceKind>) -> &'static str {
    match kind {
        Some(SourceKind::NewsArticle) => "article",
        Some(SourceKind::OfficialStatement) => "statement",
        Some(SourceKind::SocialPost) => "post",
        Some(SourceKind::Broadcast) => "broadcast",
        Some(SourceKind::Interview) => "interview",
        Some(SourceKind::Transcript) => "transcript",
        Some(SourceKind::Report) => "report",
        Some(SourceKind::Dataset) => "data set",
        Some(SourceKind::Photo) => "photo",
        Some(SourceKind::Other) | None => "source",
    }
}

/// Sets of numbers that are joined; each set is known by its smallest.
struct Groups(Vec<usize>);

impl Groups {
    fn root(&mut self, mut number: usize) -> usize {
        while let Some(&parent) = self.0.get(number).filter(|parent| **parent != number) {
            let above = self.0.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.0.get_mut(number) {
                *slot = above;
            }
            number = above;
        }
        number
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(slot) = self.0.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    }
}
