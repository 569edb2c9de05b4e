//! Taking out of a briefing what its reader may not see, before anything is written.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use crate::model::{Actor, AnyRecord, Briefing, Entry, Header, Id, Key, Marking, RecordKind, Source, TlpLevel};

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
    rest
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
