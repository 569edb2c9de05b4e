//! One id for each record in all copies, whatever each of them calls it, before the copies are compared.
//!
//! The id is the one that the record has in the end: ours where we gave it, theirs where only they gave it another. All
//! ids of a copy are changed at once, so that records that were numbered anew, or swapped their ids, do not get into each
//! other's way. Where two records want one id, ours has it, and theirs is left open.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use super::matching::Matched;
use super::twins::are_two;
use crate::edit::difference::Name;
use crate::model::{AnyRecord, Briefing, Fate, Id, Key, RecordKind};

/// A record as the copies know it.
#[derive(Debug, Clone, Copy, Default)]
struct Kin {
    base: Option<Key>,
    ours: Option<Key>,
    theirs: Option<Key>,
}

/// The names of a copy's records: their ids, and which of those that share an id a record is, in all copies alike.
pub(super) type NameOf = BTreeMap<Key, Name>;

/// The ids that the records of the copies get.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) base: NameOf,
    pub(super) ours: NameOf,
    pub(super) theirs: NameOf,
    /// What is left open of them.
    pub(super) open: Vec<OpenId>,
    /// The ids that we gave to records.
    pub(super) renamed: BTreeSet<Id>,
    /// The ids that they gave to records which we have not any more, each with the one before.
    pub(super) renamed_gone: BTreeMap<Id, Id>,
    /// The ids of records that are not sure to be one.
    pub(super) in_doubt: BTreeSet<Id>,
}

/// An id that is left open.
#[derive(Debug)]
pub(super) struct OpenId {
    /// The id that the record has.
    pub(super) record: Id,
    /// The one before; none where the record is new.
    pub(super) base: Option<Id>,
    /// The one that they gave it.
    pub(super) theirs: Id,
}

/// The ids of a copy, and which of them one record alone has.
struct Ids {
    by_key: HashMap<Key, (Id, AnyRecord)>,
    counts: HashMap<Id, usize>,
}

impl Ids {
    fn of(briefing: &Briefing) -> Self {
        let by_key: HashMap<Key, (Id, AnyRecord)> =
            briefing.all_records().map(|(key, record)| (key, (record.id().clone(), record))).collect();
        let mut counts = HashMap::new();
        for (id, _) in by_key.values() {
            *counts.entry(id.clone()).or_default() += 1;
        }
        Self { by_key, counts }
    }

    fn id(&self, key: Option<Key>) -> Option<&Id> {
        self.by_key.get(&key?).map(|(id, _)| id)
    }

    fn is_alone(&self, id: &Id) -> bool {
        !id.is_empty() && self.counts.get(id) == Some(&1)
    }
}

/// Works out the ids; which of our records and of theirs are which of the base is known.
pub(super) fn names(copies: [&Briefing; 3], own: &Matched, their: &Matched) -> Names {
    let [base, ours, theirs] = copies.map(Ids::of);
    let kin = kin(copies, [&ours, &theirs], own, their);
    let mut naming =
        Naming { base: &base, ours: &ours, theirs: &theirs, taken: HashSet::new(), names: Names::default() };
    let finals = naming.finals(&kin);
    let Naming { mut names, .. } = naming;
    let mut sharing: HashMap<Id, usize> = HashMap::new();
    for (kin, id) in kin.iter().zip(finals) {
        let is_in_doubt = kin.base.is_some_and(|key| own.in_doubt.contains(&key) || their.in_doubt.contains(&key));
        if is_in_doubt {
            names.in_doubt.insert(id.clone());
        }
        let number = sharing.entry(id.clone()).or_default();
        let name = (id, *number);
        *number += 1;
        names.base.extend(kin.base.map(|key| (key, name.clone())));
        names.ours.extend(kin.ours.map(|key| (key, name.clone())));
        names.theirs.extend(kin.theirs.map(|key| (key, name.clone())));
    }
    names
}

/// Every record once, ours first, in the order of the files.
fn kin(copies: [&Briefing; 3], ids: [&Ids; 2], own: &Matched, their: &Matched) -> Vec<Kin> {
    let [base, ours, theirs] = copies;
    let [own_ids, their_ids] = ids;
    let mut all: Vec<Kin> = base
        .all_records()
        .map(|(key, _)| Kin {
            base: Some(key),
            ours: own.pairs.get(&key).copied(),
            theirs: their.pairs.get(&key).copied(),
        })
        .collect();
    let known: HashSet<Key> = own.pairs.values().copied().collect();
    let their_known: HashSet<Key> = their.pairs.values().copied().collect();
    let mut new: HashMap<(RecordKind, Id), usize> = HashMap::new();
    let mut sharing: HashMap<(RecordKind, Id), Vec<usize>> = HashMap::new();
    for (key, record) in ours.all_records().filter(|(key, _)| !known.contains(key)) {
        let name = (record.kind(), record.id().clone());
        if own_ids.is_alone(record.id()) {
            new.insert(name, all.len());
        } else {
            sharing.entry(name).or_default().push(all.len());
        }
        all.push(Kin { ours: Some(key), ..Kin::default() });
    }
    for (key, record) in theirs.all_records().filter(|(key, _)| !their_known.contains(key)) {
        // Both added a record of this id: one, or two that were given the same name.
        let name = (record.kind(), record.id().clone());
        let own = |twin: &Kin| twin.ours.and_then(|key| own_ids.by_key.get(&key)).map(|(_, own)| own);
        let is_twin = |twin: &Kin| own(twin).is_some_and(|own| !are_two(own, &record));
        // Where the id names several, only the same words are the same record.
        let is_free_and_same = |twin: &Kin| twin.theirs.is_none() && own(twin) == Some(&record);
        let twin = match new.get(&name) {
            Some(place) if their_ids.is_alone(record.id()) => {
                Some(*place).filter(|place| all.get(*place).is_some_and(is_twin))
            }
            Some(place) => Some(*place).filter(|place| all.get(*place).is_some_and(is_free_and_same)),
            None => {
                let mut places = sharing.get(&name).into_iter().flatten().copied();
                places.find(|place| all.get(*place).is_some_and(is_free_and_same))
            }
        };
        let twin = twin.and_then(|place| all.get_mut(place));
        match twin {
            Some(twin) => twin.theirs = Some(key),
            None => all.push(Kin { theirs: Some(key), ..Kin::default() }),
        }
    }
    all
}

struct Naming<'a> {
    base: &'a Ids,
    ours: &'a Ids,
    theirs: &'a Ids,
    taken: HashSet<Id>,
    names: Names,
}

impl Naming<'_> {
    /// The id of each record in the end.
    fn finals(&mut self, kin: &[Kin]) -> Vec<Id> {
        let mut finals: Vec<Option<Id>> = vec![None; kin.len()];
        let mut following: Vec<usize> = Vec::new();
        let mut going: Vec<usize> = Vec::new();
        for (place, one) in kin.iter().enumerate() {
            let ids = (self.base.id(one.base), self.ours.id(one.ours), self.theirs.id(one.theirs));
            let (was, Some(own), their) = ids else { continue };
            let is_ours = was.is_some_and(|was| was != own);
            if is_ours {
                self.names.renamed.insert(own.clone());
            }
            match their {
                Some(their) if was == Some(own) && their != own && self.theirs.is_alone(their) => following.push(place),
                Some(their) if is_ours && Some(their) != was && their != own => {
                    self.leave_open(own, was, their);
                    finals[place] = Some(own.clone());
                }
                None if was == Some(own) && self.is_unchanged(*one) => going.push(place),
                _ => finals[place] = Some(own.clone()),
            }
        }
        self.taken.extend(finals.iter().flatten().cloned());
        self.follow(kin, &following, &mut finals);
        // What they deleted and we left as it was goes, and stands in nobody's way.
        for place in going {
            let own = kin.get(place).and_then(|one| self.ours.id(one.ours)).cloned().unwrap_or_default();
            let is_free = own.is_empty() || !self.ours.is_alone(&own) || self.taken.insert(own.clone());
            finals[place] = Some(if is_free { own } else { self.fresh(&own) });
        }
        for (place, one) in kin.iter().enumerate() {
            if finals[place].is_none() {
                finals[place] = Some(self.of_theirs(*one));
            }
        }
        finals.into_iter().map(Option::unwrap_or_default).collect()
    }

    fn is_unchanged(&self, one: Kin) -> bool {
        let record = |ids: &Ids, key: Option<Key>| ids.by_key.get(&key?).map(|(_, record)| record.clone());
        record(self.base, one.base) == record(self.ours, one.ours)
    }

    /// Records to which only they gave another id have that, unless ours has it. One that has to stay as it was may be
    /// in the way of a further one.
    fn follow(&mut self, kin: &[Kin], following: &[usize], finals: &mut [Option<Id>]) {
        let wanted = |place: usize| kin.get(place).and_then(|one| self.theirs.id(one.theirs));
        let by_id: HashMap<&Id, usize> = following.iter().filter_map(|place| Some((wanted(*place)?, *place))).collect();
        let mut falling: VecDeque<usize> = following
            .iter()
            .copied()
            .filter(|place| wanted(*place).is_some_and(|id| self.taken.contains(id)))
            .collect();
        let mut open = Vec::new();
        while let Some(place) = falling.pop_front() {
            let Some(one) = kin.get(place).filter(|_| finals.get(place).is_some_and(Option::is_none)) else { continue };
            let (Some(own), Some(their)) = (self.ours.id(one.ours), self.theirs.id(one.theirs)) else { continue };
            if let Some(entry) = finals.get_mut(place) {
                *entry = Some(own.clone());
            }
            self.taken.insert(own.clone());
            open.push((own.clone(), self.base.id(one.base).cloned(), their.clone()));
            falling.extend(by_id.get(own).copied());
        }
        for (own, was, their) in open {
            self.leave_open(&own, was.as_ref(), &their);
        }
        for place in following {
            let their = kin.get(*place).and_then(|one| self.theirs.id(one.theirs));
            if let (Some(entry @ None), Some(their)) = (finals.get_mut(*place), their) {
                *entry = Some(their.clone());
                self.taken.insert(their.clone());
            }
        }
    }

    /// The id of a record that we have not.
    fn of_theirs(&mut self, one: Kin) -> Id {
        let was = self.base.id(one.base).cloned();
        let wanted = self.theirs.id(one.theirs).cloned().or_else(|| was.clone()).unwrap_or_default();
        let is_new = one.base.is_none();
        // Where a side has two records of the id itself, the check says so.
        let is_shared = !self.theirs.is_alone(&wanted) && one.theirs.is_some();
        let id = if wanted.is_empty() || is_shared || self.taken.insert(wanted.clone()) {
            wanted.clone()
        } else {
            self.fresh(&wanted)
        };
        if is_new && id != wanted {
            self.leave_open(&id, None, &wanted);
        }
        if let Some(was) = was.filter(|was| *was != wanted && one.theirs.is_some()) {
            self.names.renamed_gone.insert(id.clone(), was);
        }
        id
    }

    /// An id that no copy has.
    fn fresh(&mut self, id: &Id) -> Id {
        let fresh = (2_u64..).map(|number| Id::from(format!("{id}-{number}").as_str()));
        let sides = [self.base, self.ours, self.theirs];
        let is_free = |id: &Id| !self.taken.contains(id) && sides.iter().all(|side| !side.counts.contains_key(id));
        let fresh = fresh.filter(is_free).take(1).next().unwrap_or_else(|| id.clone());
        self.taken.insert(fresh.clone());
        fresh
    }

    fn leave_open(&mut self, record: &Id, base: Option<&Id>, theirs: &Id) {
        self.names.open.push(OpenId { record: record.clone(), base: base.cloned(), theirs: theirs.clone() });
    }
}

impl Names {
    /// Gives the records of the copies their ids: of the base, of ours, of theirs.
    pub(super) fn give(&self, [base, ours, theirs]: [&mut Briefing; 3]) {
        for (briefing, names) in [(base, &self.base), (ours, &self.ours), (theirs, &self.theirs)] {
            rename_all(briefing, names);
        }
    }
}

/// Gives records of a briefing other ids, all at once, and follows them wherever they are named.
fn rename_all(briefing: &mut Briefing, names: &NameOf) {
    let ids = Ids::of(briefing);
    let is_new = |(key, (id, _)): (&Key, &Name)| {
        ids.id(Some(*key)).filter(|old| *old != id).map(|old| (old.clone(), id.clone()))
    };
    let renamed: HashMap<Id, Id> = names.iter().filter_map(is_new).collect();
    if renamed.is_empty() {
        return;
    }
    // An id that several have names nobody in particular.
    let fate_of = |id: &Id| match renamed.get(id).filter(|_| ids.is_alone(id)) {
        Some(new) => Fate::Become(new.clone()),
        None => Fate::Keep,
    };
    for (key, (old, record)) in &ids.by_key {
        let followed = record.with_fates(&fate_of);
        let id = names.get(key).map(|(id, _)| id).filter(|id| *id != old);
        if followed.is_some() || id.is_some() {
            let record = followed.unwrap_or_else(|| record.clone());
            briefing.set_record(
                *key,
                match id {
                    Some(id) => record.with_id(id.clone()),
                    None => record,
                },
            );
        }
    }
    if let Some(header) = briefing.header.with_fates(&fate_of) {
        briefing.header = header;
    }
}

/// The records of a kind by the names that they have in all copies, and the names in the order of this one.
pub(super) fn by_name_of(
    briefing: &Briefing,
    names: &NameOf,
    kind: RecordKind,
) -> (BTreeMap<Name, (Key, AnyRecord)>, Vec<Name>) {
    let named = briefing.records(kind).filter_map(|(key, record)| Some((names.get(&key)?.clone(), (key, record))));
    let records: Vec<(Name, (Key, AnyRecord))> = named.collect();
    let order = records.iter().map(|(name, _)| name.clone()).collect();
    (records.into_iter().collect(), order)
}
