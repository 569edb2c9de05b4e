//! The footnotes of a note as they are used: one for each source and paragraph. Where one is used a mark stands in the
//! text, which is numbered once all is written.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use crate::model::{Cite, Id};

/// A footnote quotes so many passages of its paragraph at most.
const MOST_QUOTES: usize = 8;

/// What begins and ends a mark. No text of a file holds these characters: as non-characters (Unicode 16, 23.7) they are
/// shown as visible marks.
pub(in crate::export) const MARK_BEGIN: char = '\u{fdd0}';
/// The end of a mark.
pub(in crate::export) const MARK_END: char = '\u{fdd1}';
/// Where the footnotes themselves are to stand.
pub(in crate::export) const PLACE: char = '\u{fdd2}';
/// Where it is to be told what the sources of the footnotes go back to.
pub(in crate::export) const ORIGINS: char = '\u{fdd3}';

/// The footnotes of a note, as they are used.
#[derive(Debug, Default)]
pub(in crate::export) struct Footnotes {
    places: HashMap<(Id, Option<u32>), usize>,
    pub(super) used: Vec<Footnote>,
}

/// A place in a source, and what the cites of it add.
#[derive(Debug)]
pub(super) struct Footnote {
    pub(super) source: Id,
    pub(super) para: Option<u32>,
    /// The words meant, in the order of the cites, at most [`MOST_QUOTES`].
    pub(super) exact: Vec<String>,
    pub(super) credibility: BTreeSet<u8>,
}

impl Footnotes {
    /// The marks for cites.
    pub(in crate::export) fn marks(&mut self, cites: &[Cite]) -> String {
        let mut marks = String::new();
        let mut marked = BTreeSet::new();
        for cite in cites.iter().filter(|cite| !cite.source().is_empty()) {
            let place = self.place(cite);
            if marked.insert(place) {
                let _ = write!(marks, "{MARK_BEGIN}{place}{MARK_END}");
            }
        }
        marks
    }

    /// The place of the footnote for a cite.
    fn place(&mut self, cite: &Cite) -> usize {
        let used = &mut self.used;
        let place = *self.places.entry((cite.source().clone(), cite.para())).or_insert_with(|| {
            let (source, para) = (cite.source().clone(), cite.para());
            used.push(Footnote { source, para, exact: Vec::new(), credibility: BTreeSet::new() });
            used.len() - 1
        });
        if let Some(footnote) = self.used.get_mut(place) {
            let exact = &cite.long.exact;
            if !exact.is_empty() && footnote.exact.len() < MOST_QUOTES && !footnote.exact.contains(exact) {
                footnote.exact.push(exact.clone());
            }
            footnote.credibility.extend(cite.long.credibility);
        }
        place
    }

    /// Whether any item has a grade of its own.
    pub(in crate::export) fn has_credibility(&self) -> bool {
        self.used.iter().any(|footnote| !footnote.credibility.is_empty())
    }

    /// The sources that were cited, each once.
    pub(in crate::export) fn sources(&self) -> BTreeSet<Id> {
        self.used.iter().map(|footnote| footnote.source.clone()).collect()
    }
}
