//! What a person decided of the proposals of an article, kept by their names.

use std::collections::{BTreeMap, BTreeSet};

use super::name::ProposalName;
use crate::index::Reader;
use crate::model::{Id, Key};

/// The words before a name in the kept text.
const REFUSED: &str = "refused ";
const ACCEPTED: &str = "accepted ";

/// What a person decided of the proposals of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    refused: BTreeSet<ProposalName>,
    accepted: BTreeMap<ProposalName, (Key, Id)>,
}

impl Decisions {
    /// Whether a proposal is refused.
    #[must_use]
    pub fn has_refused(&self, name: ProposalName) -> bool {
        self.refused.contains(&name)
    }

    /// How many are refused.
    #[must_use]
    pub fn count_refused(&self) -> usize {
        self.refused.len()
    }

    /// The record that a proposal was made into.
    #[must_use]
    pub fn made_of(&self, name: ProposalName) -> Option<Key> {
        self.accepted.get(&name).map(|(key, _)| *key)
    }

    /// Refuses a proposal, or takes that back.
    pub fn refuse(&mut self, name: ProposalName, is_refused: bool) {
        if is_refused {
            self.refused.insert(name);
        } else {
            self.refused.remove(&name);
        }
    }

    /// Notes which record a proposal was made into.
    pub fn accept(&mut self, name: ProposalName, key: Key, id: Id) {
        self.refused.remove(&name);
        self.accepted.insert(name, (key, id));
    }

    /// All of it as a text, a line a decision. Records are named by the ids that they have now.
    #[must_use]
    pub fn to_text(&self, reader: &Reader) -> String {
        let refused = self.refused.iter().map(|name| format!("{REFUSED}{name}\n"));
        let accepted = self.accepted.iter().filter_map(|(name, (key, id))| {
            let record = reader.record(*key).filter(|record| record.kind() == name.kind);
            let id = record.map_or_else(|| id.clone(), |record| record.id().clone());
            (!id.is_empty()).then(|| format!("{ACCEPTED}{name} {id}\n"))
        });
        refused.chain(accepted).collect()
    }

    /// What [`Self::to_text`] gave, as far as it fits the briefing. A line that says nothing known is passed over.
    #[must_use]
    pub fn from_text(text: &str, reader: &Reader) -> Self {
        let mut decisions = Self::default();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix(REFUSED) {
                decisions.refused.extend(name.parse::<ProposalName>());
            } else if let Some((name, id)) = line.strip_prefix(ACCEPTED).and_then(|rest| rest.rsplit_once(' ')) {
                let id = Id::from(id);
                let key = reader.index.key_of(&id);
                if let (Ok(name), Some(key)) = (name.parse::<ProposalName>(), key) {
                    decisions.accepted.insert(name, (key, id));
                }
            }
        }
        decisions
    }
}
