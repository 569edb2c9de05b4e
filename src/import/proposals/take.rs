//! A proposal that a person accepts, as one change: the record, what comes with it, and what is added to records that are
//! there.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::addition::{added_to, joined};
use super::choice::Choice;
use super::name::ProposalName;
use super::reading::{Proposed, Reading};
use super::standing::Standings;
use super::with_it::with_it;
use crate::edit::change::{FreshIds, take_in};
use crate::edit::{Change, Refusal};
use crate::index::Reader;
use crate::model::{AnyRecord, Fate, Id, Key, RecordKind};

/// A proposal as a change that may be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The change.
    pub change: Change,
    /// The record that the proposal becomes.
    pub key: Key,
    /// What each proposal that is part of it becomes, with the id that the record has.
    pub made: Vec<(ProposalName, Key, Id)>,
}

/// What accepting a proposal would do, before it is worked out.
struct Plan {
    /// New records in the order in which they are made, with the ids that they have in the reading.
    new: Vec<(usize, AnyRecord)>,
    /// A record that is there, and what is added to it.
    added: Option<(usize, Key, AnyRecord)>,
}

/// The change that accepts a proposal, with what comes with it and is not there yet.
///
/// # Errors
/// Where the briefing refuses it; see [`take_in`].
pub fn take(
    reader: &Reader,
    reading: &Reading,
    standings: &Standings,
    place: usize,
    choice: &Choice,
) -> Result<Taken, Refusal> {
    let proposed = reading.proposals.get(place).ok_or(Refusal::Gone)?;
    let plan = plan(reader, reading, standings, (place, proposed), choice);
    carried_out(reader, reading, standings, proposed, choice, &plan, added_to)
}

/// Makes the change of a plan; `grown` adds to what is there.
fn carried_out(
    reader: &Reader,
    reading: &Reading,
    standings: &Standings,
    proposed: &Proposed,
    choice: &Choice,
    plan: &Plan,
    grown: fn(&AnyRecord, &AnyRecord) -> AnyRecord,
) -> Result<Taken, Refusal> {
    let ids = ids_of(reader, reading, standings, plan);
    let fate_of = |id: &Id| match reading.place_of(id) {
        Some(_) => ids.get(id).map_or(Fate::Drop, |id| Fate::Become(id.clone())),
        None => Fate::Keep,
    };
    let named = |record: &AnyRecord| record.with_fates(&fate_of).unwrap_or_else(|| record.clone());
    let new: Vec<AnyRecord> = plan
        .new
        .iter()
        .map(|(_, record)| {
            let id = ids.get(record.id()).cloned().unwrap_or_else(|| record.id().clone());
            named(record).with_id(id)
        })
        .collect();
    let changed: Vec<(Key, AnyRecord)> = plan
        .added
        .iter()
        .filter_map(|(_, key, record)| Some((*key, grown(&reader.record(*key)?, &named(record)))))
        .collect();
    let label = format!("Accept {}", words_of(reader, reading, proposed, choice));
    let (mut change, keys) = take_in(reader, label, &new, &changed)?;
    let name = |place: usize| reading.proposals.get(place).map(|proposed| proposed.name);
    let mut made: Vec<(ProposalName, Key, Id)> = Vec::new();
    for (((place, _), record), key) in plan.new.iter().zip(&new).zip(&keys) {
        made.extend(name(*place).map(|name| (name, *key, record.id().clone())));
    }
    for (added, (key, record)) in plan.added.iter().zip(&changed) {
        made.extend(name(added.0).map(|name| (name, *key, record.id().clone())));
    }
    let own = made.iter().find(|(name, ..)| *name == proposed.name);
    let (key, id) = own.map(|(_, key, id)| (*key, id.clone())).ok_or(Refusal::Gone)?;
    for part in &choice.joined {
        made.extend(name(*part).map(|name| (name, key, id.clone())));
    }
    change.focus = Some((key, "id"));
    Ok(Taken { change, key, made })
}

/// The change that puts a proposal, its words among them, to a record of its kind that is there.
///
/// # Errors
/// As [`take`], and where the record is of another kind.
pub fn take_to(
    reader: &Reader,
    reading: &Reading,
    standings: &Standings,
    place: usize,
    choice: &Choice,
    key: Key,
) -> Result<Taken, Refusal> {
    let proposed = reading.proposals.get(place).ok_or(Refusal::Gone)?;
    let there = reader.record(key).ok_or(Refusal::Gone)?;
    if there.kind() != proposed.name.kind {
        return Err(Refusal::NotHere("only records of one kind can be put together"));
    }
    let mut plan = plan(reader, reading, standings, (place, proposed), choice);
    plan.new.retain(|(other, _)| *other != place);
    plan.added = Some((place, key, choice.drafted(reading, proposed)));
    carried_out(reader, reading, standings, proposed, choice, &plan, joined)
}

/// Several proposals as one change, each worked out on what those before it leave.
///
/// # Errors
/// As [`take`], for the first that is refused.
pub fn take_all(
    reader: &Reader,
    reading: &Reading,
    decisions: &super::Decisions,
    places: &[usize],
    choices: &BTreeMap<ProposalName, Choice>,
) -> Result<Vec<Taken>, Refusal> {
    let mut briefing = reader.briefing.clone();
    let mut decisions = decisions.clone();
    let mut all = Vec::with_capacity(places.len());
    for place in places {
        let index = crate::index::Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let standings = Standings::of(&reader, reading, &decisions);
        if !standings.is_open(*place) {
            continue;
        }
        let choice = reading.proposals.get(*place).and_then(|proposed| choices.get(&proposed.name));
        let taken = take(&reader, reading, &standings, *place, choice.unwrap_or(&Choice::default()))?;
        for (name, key, id) in &taken.made {
            decisions.accept(*name, *key, id.clone());
        }
        let after = taken.change.applied_to(&briefing).ok_or(Refusal::Gone)?;
        briefing = after;
        all.push(taken);
    }
    Ok(all)
}

/// The proposals that come with one and are not decided yet, in the order in which they are made.
#[must_use]
pub fn companions(reading: &Reading, standings: &Standings, place: usize, choice: &Choice) -> Vec<usize> {
    let Some(proposed) = reading.proposals.get(place) else { return Vec::new() };
    let record = choice.drafted(reading, proposed);
    let mut with = with_it(reading, &record, &choice.off);
    if !choice.is_another {
        with.extend(reading.conflicts_with_known(place).into_iter().filter(|place| !choice.off.contains(place)));
    }
    with.retain(|other| *other != place && standings.is_open(*other));
    with
}

fn plan(
    reader: &Reader,
    reading: &Reading,
    standings: &Standings,
    (place, proposed): (usize, &Proposed),
    choice: &Choice,
) -> Plan {
    let mut new = Vec::new();
    let mut conflicts = Vec::new();
    for other in companions(reading, standings, place, choice) {
        let Some(with) = reading.proposals.get(other) else { continue };
        // A conflict names the visit that it comes with.
        let list = if with.name.kind == RecordKind::Conflict { &mut conflicts } else { &mut new };
        list.push((other, with.record.clone()));
    }
    let record = choice.drafted(reading, proposed);
    let known = proposed.known.filter(|_| !choice.is_another);
    let there = standings.there(place).or(known).filter(|key| reader.record(*key).is_some());
    let added = match there {
        Some(key) => Some((place, key, record)),
        None => {
            new.push((place, record));
            None
        }
    };
    new.extend(conflicts);
    Plan { new, added }
}

/// The ids in the briefing of those that the reading calls otherwise: of the new ones free ones.
fn ids_of(reader: &Reader, reading: &Reading, standings: &Standings, plan: &Plan) -> HashMap<Id, Id> {
    let mut ids: HashMap<Id, Id> = HashMap::new();
    let there = |key: Key| reader.record(key).map(|record| record.id().clone());
    for (place, proposed) in reading.proposals.iter().enumerate() {
        if let Some(id) = standings.there(place).and_then(there) {
            ids.insert(proposed.record.id().clone(), id);
        }
    }
    if let Some((_, key, record)) = &plan.added
        && let Some(id) = there(*key)
    {
        ids.insert(record.id().clone(), id);
    }
    let mut fresh = FreshIds::new(reader);
    let mut given: BTreeSet<Id> = BTreeSet::new();
    for (_, record) in &plan.new {
        let id = fresh.near(record.id().as_str());
        if given.insert(id.clone()) {
            ids.insert(record.id().clone(), id);
        }
    }
    ids
}

/// What is accepted, for the list of steps: `what Ruben Maal said`.
fn words_of(reader: &Reader, reading: &Reading, proposed: &Proposed, choice: &Choice) -> String {
    let name = |id: &Id| name_of(reader, reading, id);
    match choice.drafted(reading, proposed) {
        AnyRecord::Actor(actor) => actor.name.clone(),
        AnyRecord::Role(role) => format!("{} of {}", role.title, name(&role.person)),
        AnyRecord::Visit(visit) => match visit.lead_or_first() {
            Some(who) => format!("the visit of {}", name(who)),
            None => "a visit".to_owned(),
        },
        AnyRecord::Statement(statement) if statement.speaker.is_empty() => "a statement".to_owned(),
        AnyRecord::Statement(statement) => format!("what {} said", name(&statement.speaker)),
        other => format!("a {}", other.kind().noun()),
    }
}

/// What somebody named in a proposal is called.
#[must_use]
pub fn name_of(reader: &Reader, reading: &Reading, id: &Id) -> String {
    match reading.place_of(id).and_then(|place| reading.proposals.get(place)).map(|proposed| &proposed.record) {
        Some(AnyRecord::Actor(actor)) => actor.name.clone(),
        Some(record) => reader.title(record),
        None => reader.actor_name(id),
    }
}
