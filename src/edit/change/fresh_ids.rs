//! Ids that nobody has yet, for one new record or for many at once.

use std::collections::{HashMap, HashSet};

use crate::index::{Reader, fold};
use crate::model::{AnyRecord, Id};

/// The longest id that is made from words, in bytes.
const LONGEST: usize = 40;

/// Gives out ids that no record has and that it has not given before.
#[derive(Debug)]
pub struct FreshIds<'a> {
    reader: Reader<'a>,
    given: HashSet<Id>,
    /// The number to try next behind each beginning of an id.
    next: HashMap<String, u64>,
}

impl<'a> FreshIds<'a> {
    /// Ids beside those of a briefing.
    #[must_use]
    pub fn new(reader: &Reader<'a>) -> Self {
        Self { reader: *reader, given: HashSet::new(), next: HashMap::new() }
    }

    /// An id for a record: from its name, or from its kind and those whom it names.
    pub fn for_record(&mut self, record: &AnyRecord) -> Id {
        let id = id_from(&words_of(&self.reader, record));
        self.near(if id.is_empty() { record.kind().noun() } else { &id })
    }

    /// The id asked for, with a number behind it where it is taken.
    pub fn near(&mut self, wanted: &str) -> Id {
        let plain = Id::from(wanted);
        let id = if plain.is_well_formed() && self.is_free(&plain) { plain } else { self.numbered(wanted) };
        self.given.insert(id.clone());
        id
    }

    fn numbered(&mut self, wanted: &str) -> Id {
        let base = match wanted.rsplit_once('-') {
            Some((base, number)) if !base.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => base,
            _ => wanted,
        };
        let base = if Id::from(base).is_well_formed() { base } else { "record" };
        let first = self.next.get(base).copied().unwrap_or(2);
        let numbers = (first..).map(|number| (number, Id::from(format!("{base}-{number}").as_str())));
        let (number, id) = numbers.into_iter().find(|(_, id)| self.is_free(id)).unwrap_or_default();
        self.next.insert(base.to_owned(), number + 1);
        id
    }

    fn is_free(&self, id: &Id) -> bool {
        self.reader.index.key_of(id).is_none() && !self.given.contains(id)
    }
}

/// An id for a record that nobody has: from its name, or from its kind and those whom it names.
#[must_use]
pub fn fresh_id(reader: &Reader, record: &AnyRecord) -> Id {
    FreshIds::new(reader).for_record(record)
}

fn words_of(reader: &Reader, record: &AnyRecord) -> String {
    let named = |id: &Id| reader.actor(id).map_or_else(|| id.to_string(), |actor| last_word(&actor.name));
    match record {
        AnyRecord::Source(source) => source.publisher.clone(),
        AnyRecord::Actor(actor) => actor.name.clone(),
        AnyRecord::Role(role) => format!("r {}", named(&role.person)),
        AnyRecord::Visit(visit) => format!("v {}", visit.lead_or_first().map(named).unwrap_or_default()),
        AnyRecord::Statement(statement) => format!("s {}", named(&statement.speaker)),
        AnyRecord::Relation(relation) => {
            format!("rel {}", relation.between.iter().take(2).map(named).collect::<Vec<_>>().join(" "))
        }
        AnyRecord::Judgement(_) => "j".to_owned(),
        AnyRecord::Conflict(conflict) => format!("c {} {}", conflict.about, conflict.field),
    }
}

fn last_word(name: &str) -> String {
    name.split_whitespace().next_back().unwrap_or_default().to_owned()
}

/// The words as an id: folded, small letters, hyphens between; empty where no letter is left.
#[must_use]
pub fn id_from(words: &str) -> String {
    let mut id = String::new();
    for c in fold(words).chars() {
        if id.len() >= LONGEST {
            break;
        }
        match c {
            'a'..='z' => id.push(c),
            '0'..='9' if !id.is_empty() => id.push(c),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.trim_end_matches('-').to_owned()
}
