//! A merge with the file under way.

use crate::document::Document;
use crate::edit::{Change, change, merge_texts, three_way, with_keys_of};
use crate::model::Briefing;
use crate::store::{self, Loaded, SavedBase};
use crate::ui::background::Job;
use std::sync::Arc;

/// A merge under way.
#[derive(Debug)]
pub struct Merging {
    pub job: Job<Option<MergedFile>>,
    /// What it is a merge of.
    pub document: Arc<Document>,
}

/// What a merge with the file came to.
#[derive(Debug)]
pub struct MergedFile {
    pub change: Change,
    pub briefing: Briefing,
    /// What the file holds now.
    pub base: SavedBase,
    pub open: usize,
}

impl MergedFile {
    /// `None` where the file cannot be read whole.
    pub fn new(path: &std::path::Path, base: &SavedBase, document: &Document) -> Option<Self> {
        let theirs = store::read_file(path).ok().and_then(|text| store::load(text).ok())?;
        if !theirs.briefing.unreadable.is_empty() {
            return None;
        }
        let (merged, open) = merged(base, &document.briefing, &theirs);
        let keyed = with_keys_of(&theirs.briefing, &merged);
        let base = SavedBase::of(theirs.text.as_str().to_owned(), keyed);
        let label = "Merge with the file".to_owned();
        let change = change::become_merged(&document.reader(), &merged, label);
        Some(Self { change, briefing: merged, base, open })
    }
}

/// What is open and what the file holds as one, and how many things are left to decide. A comment in the file counts as a
/// change of its record.
pub(super) fn merged(base: &SavedBase, ours: &Briefing, theirs: &Loaded) -> (Briefing, usize) {
    let file = SavedBase::new(&theirs.text, &theirs.briefing);
    let changed = base.changed(ours);
    match changed.and_then(|changed| merge_texts(base, &changed, &file)) {
        Ok(merged) => (merged.text.briefing().clone(), merged.open.len()),
        // Where the texts cannot be followed the values can.
        Err(_) => {
            let merged = three_way(base.briefing(), ours, &theirs.briefing);
            (merged.briefing, merged.open.len())
        }
    }
}
