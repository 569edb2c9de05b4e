//! Taking out of a briefing what its reader may not see, before anything is written.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::model::{
    Actor, AnyRecord, Briefing, Cite, Entry, Fate, Header, Id, Key, Marking, RecordKind, Side, Source, TlpLevel,
};

/// What was taken out.
#[derive(Debug, Default)]
pub(super) struct Withheld {
    /// The records marked too strictly. Actors and sources of them are still there, without a name.
    pub(super) keys: HashSet<Key>,
    /// How many records are not in the note for their marking or for that of a record they are about.
    pub(super) records: usize,
    /// Whether the briefing's own texts were taken out: title, bottom line, gaps and so on.
    pub(super) header: bool,
}

/// What stands for the name of an actor or a source that was taken out.
pub(super) const NAME_LEFT_OUT: &str = "(left out)";

/// Whether a record is marked stricter than its readers may see, by itself or by the briefing.
pub(super) fn is_stricter(briefing: &Briefing, record: &AnyRecord, most: TlpLevel) -> bool {
    let of_briefing = briefing.header.marking.as_ref().map_or(TlpLevel::Clear, Marking::level);
    record.marking().map_or(of_briefing, Marking::level) > most
}

/// The briefing without what is marked stricter than `most`; `None` where that is nothing.
///
/// A record without a marking of its own has that of the briefing. Actors and sources stay as blanks, for others name
/// them; a role of such an actor and a conflict about a record taken out would tell of them, and go as well.
pub(super) fn withhold(briefing: &Briefing, most: TlpLevel) -> Option<(Briefing, Withheld)> {
    let of_briefing = briefing.header.marking.as_ref().map_or(TlpLevel::Clear, Marking::level);
    let is_strict = |(_, record): &(Key, AnyRecord)| is_stricter(briefing, record, most);
    let strict: Vec<(Key, AnyRecord)> = briefing.all_records().filter(is_strict).collect();
    let header = of_briefing > most;
    if strict.is_empty() && !header {
        return None;
    }
    let ids: BTreeSet<&Id> = strict.iter().map(|(_, record)| record.id()).collect();
    let mut withheld = Withheld { keys: strict.iter().map(|(key, _)| *key).collect(), records: 0, header };
    let tells_of_them = |record: &AnyRecord| match record {
        AnyRecord::Role(role) => ids.contains(&role.person),
        AnyRecord::Conflict(conflict) => ids.contains(&conflict.about),
        _ => false,
    };
    let telling: Vec<Key> =
        briefing.all_records().filter(|(_, record)| tells_of_them(record)).map(|(key, _)| key).collect();
    withheld.keys.extend(telling);
    withheld.records = withheld.keys.len();
    Some((without(briefing, &withheld), withheld))
}

fn without(briefing: &Briefing, withheld: &Withheld) -> Briefing {
    // What could not be read is counted for every reader; none of its words is told.
    let unreadable = briefing.unreadable.clone();
    let mut rest = Briefing { keys: briefing.keys.clone(), unreadable, ..Briefing::default() };
    rest.header = if withheld.header { bare(&briefing.header) } else { briefing.header.clone() };
    for (key, record) in briefing.all_records() {
        let is_withheld = withheld.keys.contains(&key);
        match record {
            AnyRecord::Source(record) => {
                let record = if is_withheld { Arc::new(blank_source(&record)) } else { record };
                rest.sources.push_back(Entry { key, record });
            }
            AnyRecord::Actor(record) => {
                let record = if is_withheld { Arc::new(blank_actor(&record)) } else { record };
                rest.actors.push_back(Entry { key, record });
            }
            _ if is_withheld => {}
            AnyRecord::Role(record) => rest.roles.push_back(Entry { key, record }),
            AnyRecord::Visit(record) => rest.visits.push_back(Entry { key, record }),
            AnyRecord::Statement(record) => rest.statements.push_back(Entry { key, record }),
            AnyRecord::Relation(record) => rest.relations.push_back(Entry { key, record }),
            AnyRecord::Judgement(record) => rest.judgements.push_back(Entry { key, record }),
            AnyRecord::Conflict(record) => rest.conflicts.push_back(Entry { key, record }),
        }
    }
    debug_assert_eq!(rest.count(RecordKind::Actor), briefing.count(RecordKind::Actor));
    hush(briefing, &mut rest, withheld);
    rest
}

/// What is left names what was taken out by numbers alone, and quotes no words of sources that were.
fn hush(briefing: &Briefing, rest: &mut Briefing, withheld: &Withheld) {
    let is_out = |key: &Key| withheld.keys.contains(key);
    let kept: HashSet<Id> =
        briefing.all_records().filter(|(key, _)| !is_out(key)).map(|(_, record)| record.id().clone()).collect();
    let mut names: HashMap<Id, Id> = HashMap::new();
    for (_, record) in briefing.all_records().filter(|(key, _)| is_out(key)) {
        let number = names.len() + 1;
        // An id that a record has which may be seen is no secret.
        if !kept.contains(record.id()) {
            names.entry(record.id().clone()).or_insert_with(|| Id::from(format!("left-out-{number}").as_str()));
        }
    }
    let fate = |id: &Id| names.get(id).map_or(Fate::Keep, |name| Fate::Become(name.clone()));
    let dropped = |id: &Id| if names.contains_key(id) { Fate::Drop } else { Fate::Keep };
    if let Some(header) = rest.header.with_fates(&dropped) {
        rest.header = header;
    }
    let named = |id: &Id| names.values().any(|name| name == id);
    let sources: HashSet<Id> = briefing
        .sources
        .iter()
        .filter(|entry| is_out(&entry.key))
        .filter_map(|entry| names.get(&entry.record.id))
        .cloned()
        .collect();
    macro_rules! renamed {
        ($($list:ident: $kind:ident),*) => {$(
            for entry in rest.$list.iter_mut() {
                let record = AnyRecord::$kind(Arc::clone(&entry.record));
                if let Some(AnyRecord::$kind(changed)) = record.with_fates(&fate) {
                    entry.record = changed;
                }
                if let Some(name) = names.get(&entry.record.id).filter(|_| is_out(&entry.key)) {
                    Arc::make_mut(&mut entry.record).id = name.clone();
                }
                if entry.record.cites.iter().any(|cite| sources.contains(cite.source())) {
                    Arc::make_mut(&mut entry.record).cites.iter_mut().for_each(|cite| quiet(cite, &sources));
                }
            }
        )*};
    }
    renamed!(sources: Source, actors: Actor, roles: Role, visits: Visit, statements: Statement, relations: Relation,
        judgements: Judgement, conflicts: Conflict);
    for entry in &mut rest.conflicts {
        let is_loud = |side: &Side| side.cite.as_ref().is_some_and(|cite| sources.contains(cite.source()));
        if entry.record.sides.iter().any(is_loud) {
            let sides = &mut Arc::make_mut(&mut entry.record).sides;
            sides.iter_mut().filter_map(|side| side.cite.as_mut()).for_each(|cite| quiet(cite, &sources));
        }
    }
    debug_assert!(
        !rest.all_records().any(|(key, record)| is_out(&key) && !named(record.id()) && !kept.contains(record.id()))
    );
}

/// A cite of a source that was taken out, without its words.
fn quiet(cite: &mut Cite, sources: &HashSet<Id>) {
    if sources.contains(cite.source()) {
        cite.long.exact.clear();
        cite.long.prefix.clear();
        cite.long.suffix.clear();
    }
}

fn bare(header: &Header) -> Header {
    // That fields could not be read is told to every reader; of them their names.
    let unknown = header.unknown.clone();
    Header { schema: header.schema, lang: header.lang.clone(), unknown, ..Header::default() }
}

fn blank_source(source: &Source) -> Source {
    Source { id: source.id.clone(), publisher: NAME_LEFT_OUT.to_owned(), ..Source::default() }
}

fn blank_actor(actor: &Actor) -> Actor {
    Actor { id: actor.id.clone(), name: NAME_LEFT_OUT.to_owned(), ..Actor::default() }
}
