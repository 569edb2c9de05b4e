//! What a context is made from.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::export::footnotes::Footnotes;
use crate::export::options::NoteOptions;
use crate::export::words::{Dispute, Part, People, date_words, disputes};
use crate::index::Reader;
use crate::model::{Cite, Id, Judgement, Record, Records, When};

/// What a context is made from. Its words are plain text; the marks of footnotes in them are numbered when all is written.
pub(in crate::export) struct Build<'a> {
    pub(in crate::export) reader: Reader<'a>,
    pub(in crate::export) part: Part<'a>,
    pub(in crate::export) options: &'a NoteOptions,
    pub(in crate::export) footnotes: Footnotes,
    /// The records that a standing judgement rests on, or that speak against one.
    pub(super) bearing: HashSet<Id>,
    /// Those of them that speak against one, and for none.
    pub(super) opposing: HashSet<Id>,
    /// Of statements that are disputed, what is made of it.
    pub(super) disputes: HashMap<Id, Vec<Dispute>>,
}

impl<'a> Build<'a> {
    pub(in crate::export) fn new(reader: Reader<'a>, part: Part<'a>, options: &'a NoteOptions) -> Self {
        let mut build = Self {
            reader,
            part,
            options,
            footnotes: Footnotes::default(),
            bearing: HashSet::new(),
            opposing: HashSet::new(),
            disputes: disputes(&reader, |key| part.shows(key)),
        };
        let standing = build.standing_judgements();
        build.opposing = standing.iter().flat_map(|judgement| judgement.contradicts.iter().cloned()).collect();
        for id in standing.iter().flat_map(|judgement| &judgement.supports) {
            build.opposing.remove(id);
            build.bearing.insert(id.clone());
        }
        build.bearing.extend(build.opposing.iter().cloned());
        build
    }

    pub(super) fn people(&self) -> People<'a> {
        People(self.reader)
    }

    pub(super) fn name(&self, id: &Id) -> String {
        self.people().name(id)
    }

    pub(super) fn date(&self, when: Option<&When>) -> String {
        when.map_or_else(String::new, |when| date_words(&self.reader, when))
    }

    pub(super) fn marks(&mut self, cites: &[Cite]) -> String {
        self.footnotes.marks(cites)
    }

    /// The items one by one, until somebody asks to stop.
    pub(super) fn through<I: IntoIterator>(&self, items: I) -> impl Iterator<Item = I::Item> + use<I> {
        self.options.progress.through(items)
    }

    /// The records of a list that are shown, in the order of the file.
    pub(super) fn kept<T: Record>(&self, list: &Records<T>) -> Vec<Arc<T>> {
        list.iter().filter(|entry| self.part.shows(entry.key)).map(|entry| Arc::clone(&entry.record)).collect()
    }

    /// The judgements that no other takes the place of, the key ones first.
    pub(super) fn standing_judgements(&self) -> Vec<Arc<Judgement>> {
        let kept = self.kept(&self.reader.briefing.judgements);
        let replaced: HashSet<&Id> = kept.iter().filter_map(|judgement| judgement.supersedes.as_ref()).collect();
        let mut standing: Vec<_> =
            kept.iter().filter(|judgement| !replaced.contains(&judgement.id)).map(Arc::clone).collect();
        standing.sort_by_key(|judgement| judgement.key != Some(true));
        standing
    }
}
