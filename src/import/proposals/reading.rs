//! An article of a briefing, read: what is proposed, where it stands, and what is put before a person first.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::held::HeldArticle;
use super::name::{ProposalName, Stretch};
use super::with_it::with_it;
use crate::extract::{Asked, PassageRole, Proposal, Sureness, Watch, extract};
use crate::index::Reader;
use crate::model::{AnyRecord, Id, Key, RecordKind, Source};
use crate::store::content_hash;

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
    /// Reads the words that a source holds.
    #[must_use]
    pub fn of(reader: &Reader, key: Key, source: &Source, watch: Option<&Watch>) -> Self {
        let held = HeldArticle::of(source);
        let lang = Some(source.lang.as_str()).filter(|lang| !lang.is_empty());
        let asked =
            Asked { published: None, lang, into: Some(*reader), source: Some(source), paras: Some(&held.paras), watch };
        let extracted = extract(&held.text, &asked);
        let mut twins: BTreeMap<(RecordKind, Stretch), usize> = BTreeMap::new();
        let mut proposals: Vec<Proposed> = Vec::with_capacity(extracted.proposals.len());
        for proposal in extracted.proposals {
            let mut proposed = placed(reader, &held, proposal);
            let twin = twins.entry((proposed.name.kind, proposed.name.words)).or_default();
            proposed.name.twin = *twin;
            *twin += 1;
            proposals.push(proposed);
        }
        let places = (0..).zip(&proposals).map(|(place, proposed)| (proposed.record.id().clone(), place)).collect();
        let mut reading = Self {
            source: key,
            source_id: source.id.clone(),
            hash: content_hash(&held.text),
            proposals,
            leads: Vec::new(),
            remarks: extracted.remarks,
            places,
        };
        reading.leads = leads(&reading);
        reading
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

    /// The roles that are proposed of a person.
    pub fn roles_of<'a>(&'a self, person: &'a Id) -> impl Iterator<Item = usize> + 'a {
        self.proposals.iter().enumerate().filter_map(move |(place, proposed)| match &proposed.record {
            AnyRecord::Role(role) if role.person == *person => Some(place),
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

    fn kind(&self, place: usize) -> Option<RecordKind> {
        self.proposals.get(place).map(|proposed| proposed.name.kind)
    }
}

/// Statements, visits and conflicts as they stand in the text; then actors and roles that come with none of them.
fn leads(reading: &Reading) -> Vec<usize> {
    let mut covered: BTreeSet<usize> = BTreeSet::new();
    let mut leads = Vec::new();
    let all = || reading.proposals.iter().enumerate();
    for (place, proposed) in all() {
        let leads_itself =
            matches!(proposed.name.kind, RecordKind::Statement | RecordKind::Visit | RecordKind::Conflict);
        if leads_itself && !covered.contains(&place) {
            leads.push(place);
            covered.extend(reading.conflicts_with_known(place));
            covered.extend(with_it(reading, &proposed.record, &BTreeSet::new()));
            covered.insert(place);
        }
    }
    // A visit that another hangs on, or that a conflict is about, is put before a person itself.
    for (place, proposed) in all() {
        let is_about = proposed.name.kind == RecordKind::Visit && !leads.contains(&place);
        if is_about {
            leads.push(place);
        }
    }
    leads.sort_unstable();
    for (place, proposed) in all() {
        if proposed.known.is_none() && !covered.contains(&place) {
            leads.push(place);
            covered.extend(with_it(reading, &proposed.record, &BTreeSet::new()));
            covered.insert(place);
        }
    }
    leads
}

/// A proposal with its passages where they stand in the source.
fn placed(reader: &Reader, held: &HeldArticle, proposal: Proposal) -> Proposed {
    let passages: Vec<Passage> = proposal
        .passages
        .into_iter()
        .filter_map(|passage| {
            let (para, part) = (*held.paras.get(passage.para)?, *held.parts.get(passage.para)?);
            let at = Stretch { para, part, start: passage.start, end: passage.end };
            Some(Passage { at, role: passage.role, text: passage.text })
        })
        .collect();
    let of = |role: PassageRole| passages.iter().find(|passage| passage.role == role);
    let telling = match proposal.record.kind() {
        RecordKind::Statement => of(PassageRole::Words).or_else(|| of(PassageRole::Cue)),
        RecordKind::Visit => of(PassageRole::Cue),
        _ => None,
    };
    let nowhere = Stretch { para: 0, part: 0, start: 0, end: 0 };
    let words = telling.or(passages.first()).map_or(nowhere, |passage| passage.at);
    Proposed {
        name: ProposalName { kind: proposal.record.kind(), words, twin: 0 },
        known: proposal.known.as_ref().and_then(|id| reader.index.key_of(id)),
        record: proposal.record,
        sureness: proposal.sureness,
        rule: proposal.rule,
        needs: proposal.needs,
        doubts: proposal.doubts,
        passages,
    }
}
