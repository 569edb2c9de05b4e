//! Which proposals the briefing has already: those that were accepted, and those that it says by itself.

use std::collections::{HashMap, HashSet};

use super::decisions::Decisions;
use super::reading::{Proposed, Reading};
use crate::index::{Reader, fold};
use crate::model::{Actor, ActorKind, AnyRecord, Cite, Content, Id, Key, RecordKind, Statement, When};

/// How a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has decided yet.
    Open,
    /// A person refused it.
    Refused,
    /// A record of the briefing says it: made of it, or found there.
    There(Key),
}

/// How every proposal of a reading stands in one revision of its briefing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standings {
    of: Vec<Standing>,
}

impl Standings {
    /// Looks for each proposal in the briefing.
    #[must_use]
    pub fn of(reader: &Reader, reading: &Reading, decisions: &Decisions) -> Self {
        let spelled = Spelled::of(reader, reading);
        let citing = citing(reader, reading);
        let mut standings = Self { of: vec![Standing::Open; reading.proposals.len()] };
        // Those named by others first.
        for kind in
            [RecordKind::Actor, RecordKind::Role, RecordKind::Visit, RecordKind::Statement, RecordKind::Conflict]
        {
            for (place, proposed) in reading.proposals.iter().enumerate() {
                if proposed.name.kind != kind {
                    continue;
                }
                let made = decisions.made_of(proposed.name).filter(|key| is_of(reader, reading, *key, kind));
                let there = made.or_else(|| standings.found(reader, reading, &spelled, &citing, place, proposed));
                let standing = match there {
                    Some(key) => Standing::There(key),
                    None if decisions.has_refused(proposed.name) => Standing::Refused,
                    None => Standing::Open,
                };
                if let Some(of) = standings.of.get_mut(place) {
                    *of = standing;
                }
            }
        }
        standings
    }

    /// How a proposal stands.
    #[must_use]
    pub fn get(&self, place: usize) -> Standing {
        self.of.get(place).copied().unwrap_or(Standing::Refused)
    }

    /// The record of the briefing that says what a proposal says.
    #[must_use]
    pub fn there(&self, place: usize) -> Option<Key> {
        match self.get(place) {
            Standing::There(key) => Some(key),
            Standing::Open | Standing::Refused => None,
        }
    }

    /// Whether nobody has decided of it yet.
    #[must_use]
    pub fn is_open(&self, place: usize) -> bool {
        self.get(place) == Standing::Open
    }

    /// The id that somebody named in a proposal has in the briefing.
    fn id_there(&self, reader: &Reader, reading: &Reading, id: &Id) -> Option<Id> {
        match reading.place_of(id) {
            Some(place) => reader.record(self.there(place)?).map(|record| record.id().clone()),
            None => reader.index.key_of(id).map(|_| id.clone()),
        }
    }

    fn found(
        &self,
        reader: &Reader,
        reading: &Reading,
        spelled: &Spelled,
        citing: &[(Key, AnyRecord)],
        place: usize,
        proposed: &Proposed,
    ) -> Option<Key> {
        let known = proposed.known.filter(|key| reader.index.place_of(*key).is_some());
        let of_kind = || citing.iter().filter(|(_, record)| record.kind() == proposed.name.kind);
        let id = |id: &Id| self.id_there(reader, reading, id);
        match &proposed.record {
            AnyRecord::Actor(_) => known.or_else(|| spelled.of.get(&place).copied()),
            AnyRecord::Role(role) => known.or_else(|| {
                let person = id(&role.person)?;
                let org = id(&role.org);
                let title = fold(&role.title);
                let roles = reader.roles_of(&person);
                let is_it = |org_there: &Id| org_there.is_empty() || org.is_none() || org.as_ref() == Some(org_there);
                roles
                    .into_iter()
                    .find(|(_, there)| fold(&there.title) == title && is_it(&there.org))
                    .map(|(key, _)| key)
            }),
            AnyRecord::Visit(visit) => of_kind()
                .find(|(_, there)| {
                    let AnyRecord::Visit(there) = there else { return false };
                    let shares = visit.visitors.iter().filter_map(id).any(|who| there.visitors.contains(&who));
                    let same_day = visit.when.as_ref().map(When::edtf) == there.when.as_ref().map(When::edtf);
                    let near = same_day && cites_one_paragraph(&visit.cites, &there.cites);
                    shares && (near || cites_the_same(&visit.cites, &there.cites))
                })
                .map(|(key, _)| *key),
            AnyRecord::Statement(statement) => of_kind()
                .find(|(_, there)| {
                    let AnyRecord::Statement(there) = there else { return false };
                    says_the_same(statement, there)
                })
                .map(|(key, _)| *key),
            AnyRecord::Conflict(conflict) => {
                let about = id(&conflict.about)?;
                let about = reader.index.key_of(&about)?;
                let value = |place: usize| conflict.sides.get(place).map(|side| side.value.trim());
                let conflicts = reader.conflicts_about(about);
                let holds = |there: &crate::model::Conflict, wanted: Option<&str>| {
                    there.sides.iter().any(|side| Some(side.value.trim()) == wanted)
                };
                conflicts
                    .into_iter()
                    .find(|(_, there)| {
                        there.field == conflict.field && holds(there, value(0)) && holds(there, value(1))
                    })
                    .map(|(key, _)| key)
            }
            _ => None,
        }
    }
}

/// Whether a key is still that of a record that the proposal was made into: of its kind, and known from this article,
/// since a key of one revision may be another record's in a file that was read again.
fn is_of(reader: &Reader, reading: &Reading, key: Key, kind: RecordKind) -> bool {
    reader.record(key).is_some_and(|record| {
        let cites = |cite: &Cite| *cite.source() == reading.source_id;
        let sides = match &record {
            AnyRecord::Conflict(conflict) => conflict.sides.iter().filter_map(|side| side.cite.as_ref()).any(cites),
            _ => false,
        };
        record.kind() == kind && (kind == RecordKind::Actor || sides || record.cites().iter().any(cites))
    })
}

/// The records that cite the source.
fn citing(reader: &Reader, reading: &Reading) -> Vec<(Key, AnyRecord)> {
    let mut seen = HashSet::new();
    let links = reader.index.links_to(reading.source).iter().map(|link| link.from);
    links.filter(|key| seen.insert(*key)).filter_map(|key| Some((key, reader.record(key)?))).collect()
}

/// Whether words of one place are cited by both.
fn cites_the_same(own: &[Cite], there: &[Cite]) -> bool {
    let is_same = |own: &Cite, there: &Cite| {
        let place =
            |cite: &Cite| (cite.long.source.clone(), cite.long.para, cite.long.exact.clone(), cite.long.prefix.clone());
        !own.long.exact.is_empty() && place(own) == place(there)
    };
    own.iter().any(|own| there.iter().any(|there| is_same(own, there)))
}

fn cites_one_paragraph(own: &[Cite], there: &[Cite]) -> bool {
    let is_same = |own: &Cite, there: &Cite| own.source() == there.source() && own.para() == there.para();
    own.iter().any(|own| there.iter().any(|there| is_same(own, there)))
}

/// Quotes of fewer letters are the same only where they are the same letters.
const SHORT_QUOTE: usize = 24;

/// Whether two statements rest on the same words, or have the same words of one paragraph.
fn says_the_same(own: &Statement, there: &Statement) -> bool {
    let (own_words, their_words) = (said(own), said(there));
    let is_within = own_words.contains(&their_words) || their_words.contains(&own_words);
    let is_long = own_words.len().min(their_words.len()) >= SHORT_QUOTE;
    let has_same_words = !own_words.is_empty() && (own_words == their_words || is_long && is_within);
    let has_same_content = !own.content.is_empty() && own.content == there.content;
    cites_the_same(&own.cites, &there.cites)
        || cites_one_paragraph(&own.cites, &there.cites) && (has_same_words || has_same_content)
}

fn said(statement: &Statement) -> String {
    let runs = statement.content.iter().filter(|run| run.is_said());
    runs.map(|run| fold(Content::text(run))).collect::<Vec<_>>().join(" ")
}

/// The actors of the briefing that are spelled as those of the reading.
struct Spelled {
    of: HashMap<usize, Key>,
}

impl Spelled {
    /// One pass over the actors, however many there are.
    fn of(reader: &Reader, reading: &Reading) -> Self {
        let mut wanted: HashMap<String, Vec<(usize, Option<ActorKind>)>> = HashMap::new();
        for (place, proposed) in reading.proposals.iter().enumerate() {
            if let AnyRecord::Actor(actor) = &proposed.record {
                wanted.entry(fold(&actor.name)).or_default().push((place, actor.kind));
            }
        }
        let mut of = HashMap::new();
        if wanted.is_empty() {
            return Self { of };
        }
        for entry in &reader.briefing.actors {
            let actor: &Actor = &entry.record;
            for spelling in actor.spellings() {
                for (place, kind) in wanted.get(&fold(spelling)).into_iter().flatten() {
                    let are_people = |kind: Option<ActorKind>| kind == Some(ActorKind::Person);
                    if are_people(*kind) == are_people(actor.kind) || actor.kind.is_none() {
                        of.entry(*place).or_insert(entry.key);
                    }
                }
            }
        }
        Self { of }
    }
}
