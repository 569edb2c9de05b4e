//! How many sources are independent of each other.

use std::collections::BTreeMap;

use crate::analysis::{is_held, origin_numbers};
use crate::index::Reader;
use crate::model::{AnyRecord, Id, Key, SourceKind, count_text, plural};

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
        let sources = &reader.briefing.sources;
        let ids: Vec<Id> = sources.iter().map(|entry| entry.record.id.clone()).collect();
        let mut groups: BTreeMap<usize, Vec<Key>> = BTreeMap::new();
        for (entry, number) in sources.iter().zip(origin_numbers(reader, &ids)) {
            groups.entry(number).or_default().push(entry.key);
        }
        Self { sources: sources.len(), groups: groups.into_values().collect() }
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
