//! What the tab holds between frames, and what it lists.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::listing::Listing;
use super::pages::Pages;
use crate::check::Severity;
use crate::present::{OpenMerge, open_merges};
use crate::ui::{Memo, Scene};

/// Which severities are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Listed {
    #[default]
    All,
    Errors,
    Warnings,
    Notes,
}

impl Listed {
    pub(super) const ALL: [Self; 4] = [Self::All, Self::Errors, Self::Warnings, Self::Notes];

    pub(super) fn has(self, severity: Severity) -> bool {
        match self {
            Self::All => true,
            Self::Errors => severity == Severity::Error,
            Self::Warnings => severity == Severity::Warning,
            Self::Notes => severity == Severity::Info,
        }
    }
}

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub struct State {
    pub(super) listed: Listed,
    /// The rules whose explanation is open.
    pub(super) explained: BTreeSet<&'static str>,
    /// Which page of each list is shown.
    pub(super) pages: Pages,
    listing: Memo<(u64, Listed), Arc<Listing>>,
    open: Memo<u64, Arc<[OpenMerge]>>,
}

impl State {
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
