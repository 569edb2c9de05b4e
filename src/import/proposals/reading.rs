//! What was read from an article: what is proposed, where it stands, and what is put before a person.

use std::collections::HashMap;

use super::name::{ProposalName, Stretch};
use crate::extract::{PassageRole, Sureness};
use crate::model::{AnyRecord, Id, Key, RecordKind};

/// Words of the article, and the part that they play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where they stand.
    pub at: Stretch,
    /// The part.
    pub role: PassageRole,
    /// The words.
    pub text: String,
}

/// A proposal of a reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposed {
    /// What it is known by.
    pub name: ProposalName,
    /// The record; it names others of the reading by the ids that they have there.
    pub record: AnyRecord,
    /// The record of the briefing that it is, or may be.
    pub known: Option<Key>,
    /// How sure it is.
    pub sureness: Sureness,
    /// Its rule in words.
    pub rule: String,
    /// The fields that a person has to give.
    pub needs: Vec<String>,
    /// What speaks against it, in words.
    pub doubts: Vec<String>,
    /// What it rests on.
    pub passages: Vec<Passage>,
}

/// What was read from the held words of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The source.
    pub source: Key,
    /// Its id.
    pub source_id: Id,
    /// What tells its words from others.
    pub hash: String,
    /// All proposals, in the order of the text.
    pub proposals: Vec<Proposed>,
    /// Those that are put before a person; the others come with them.
    pub leads: Vec<usize>,
    /// What a person should know: why there is nothing, or not all.
    pub remarks: Vec<String>,
    places: HashMap<Id, usize>,
}

impl Reading {
    /// A reading that puts nothing before a person yet.
    #[must_use]
    pub(super) fn new(source: (Key, Id), hash: String, proposals: Vec<Proposed>, remarks: Vec<String>) -> Self {
        let places = (0..).zip(&proposals).map(|(place, proposed)| (proposed.record.id().clone(), place)).collect();
        Self { source: source.0, source_id: source.1, hash, proposals, leads: Vec::new(), remarks, places }
    }

    /// The proposal that has an id in this reading.
    #[must_use]
    pub fn place_of(&self, id: &Id) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The proposal of a name.
    #[must_use]
    pub fn place_of_name(&self, name: ProposalName) -> Option<usize> {
        self.proposals.iter().position(|proposed| proposed.name == name)
    }

    /// The roles that are proposed of a person and that come with it; one of which the words do not tell where it is held
    /// is asked about by itself.
    pub fn roles_of<'a>(&'a self, person: &'a Id) -> impl Iterator<Item = usize> + 'a {
        self.proposals.iter().enumerate().filter_map(move |(place, proposed)| match &proposed.record {
            AnyRecord::Role(role) if role.person == *person && !role.org.is_empty() => Some(place),
            _ => None,
        })
    }

    /// The conflicts that a visit brings with it: with what the briefing has of the visit that it may be.
    #[must_use]
    pub fn conflicts_with_known(&self, place: usize) -> Vec<usize> {
        let is_visit = |place: usize| self.kind(place) == Some(RecordKind::Visit);
        let Some(proposed) = self.proposals.get(place).filter(|proposed| proposed.known.is_some() && is_visit(place))
        else {
            return Vec::new();
        };
        let own = proposed.record.id();
        let following =
            (place + 1..self.proposals.len()).take_while(|next| self.kind(*next) == Some(RecordKind::Conflict));
        following
            .filter(|next| match self.proposals.get(*next).map(|proposed| &proposed.record) {
                Some(AnyRecord::Conflict(conflict)) => conflict.about != *own,
                _ => false,
            })
            .collect()
    }

    /// The kind of a proposal.
    #[must_use]
    pub(super) fn kind(&self, place: usize) -> Option<RecordKind> {
        self.proposals.get(place).map(|proposed| proposed.name.kind)
    }
}
