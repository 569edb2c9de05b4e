//! What the tab holds between frames, and what it lists.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::listed::Listed;
use super::listing::Listing;
use super::pages::Pages;
use crate::present::{OpenMerge, open_merges};
use crate::ui::{Memo, Scene};

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub struct State {
    pub(super) listed: Listed,
    /// The rules whose explanation is open.
    pub(super) explained: BTreeSet<&'static str>,
    /// Which page of each list is shown.
    pub(super) pages: Pages,
    /// A finding that is to be brought into sight and given the keys, by its place among all.
    pub(super) awaited: Option<usize>,
    /// The rule of the finding that the keys or the pointer were on in the last frame.
    pub(super) in_hand: Option<&'static str>,
    listing: Memo<(u64, Listed), Arc<Listing>>,
    open: Memo<u64, Arc<[OpenMerge]>>,
}

impl State {
    /// Lists records that may be one, and shows one finding of these, by its place among all.
    pub(in crate::ui::tabs) fn show_double(&mut self, place: usize) {
        self.listed = Listed::Doubles;
        self.awaited = Some(place);
    }

    /// Whether records that may be one are listed, and nothing else.
    pub(in crate::ui::tabs) fn lists_doubles(&self) -> bool {
        self.listed == Listed::Doubles
    }

    /// The rule of the finding that the keys or the pointer are on.
    pub(in crate::ui::tabs) fn rule_in_hand(&self) -> Option<&'static str> {
        self.in_hand
    }

    /// The findings by rule, of the severities that are listed.
    pub(super) fn listing(&mut self, scene: &Scene) -> Arc<Listing> {
        let make = || Arc::new(Listing::new(&scene.document.problems, self.listed));
        Arc::clone(self.listing.get((scene.revision, self.listed), make))
    }

    /// What merges left open.
    pub(super) fn open_merges(&mut self, scene: &Scene) -> Arc<[OpenMerge]> {
        Arc::clone(self.open.get(scene.revision, || open_merges(&scene.reader).into()))
    }
}
