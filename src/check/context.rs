//! What rules may ask of the briefing around a record.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use crate::index::Reader;
use crate::model::{
    Actor, AnyRecord, Conflict, DateBounds, Id, Key, Node, Place, RecordKind, Role, Source, Status, parse_edtf,
    shortened,
};

use super::held::{HeldWords, LastLookedUp, Library, LookedUp, held_text};
use super::suggest;
use super::wording::HeldText;

/// How many names that lead nowhere get a suggestion; looking for one takes time for each record.
const SUGGESTIONS_AT_MOST: usize = 32;

/// The held words of sources are kept taken apart up to so many words; records next to each other mostly cite the same.
const MOST_KEPT_WORDS: usize = 1_000_000;

/// The fields of a record that are present, with their names.
type Fields = Rc<[(Cow<'static, str>, Node)]>;

/// What rules may ask of the briefing around a record.
#[derive(Debug)]
pub struct Context<'a> {
    /// The briefing and its index.
    pub(super) reader: Reader<'a>,
    /// The days that the cut-off names, where it names any.
    pub(super) as_of: Option<DateBounds>,
    /// The ids of records that could not be read: naming one is no second mistake.
    unreadable: HashSet<String>,
    suggestions: RefCell<HashMap<Id, Option<String>>>,
    /// The fields of the record asked for last, since several rules walk them one after the other.
    fields: RefCell<Option<(Key, Fields)>>,
    /// The held words of sources that were asked for as a whole.
    held: RefCell<HashMap<Id, Rc<HeldText<'a>>>>,
    /// How many words they are.
    held_words: Cell<usize>,
    /// The held words of sources by paragraph, and how many of these are kept.
    words: RefCell<HashMap<Id, HeldWords<'a>>>,
    kept_paragraphs: Cell<usize>,
    /// The held words of all sources.
    library: OnceCell<Library<'a>>,
    /// What was looked up of the record asked for last, since several rules ask for the same.
    looked_up: LastLookedUp,
    /// The roles of each person, in the order of the file; gathered when first asked for.
    roles: OnceCell<HashMap<Id, Vec<Arc<Role>>>>,
    /// The open conflicts about each record, likewise.
    conflicts: OnceCell<HashMap<Id, Vec<Arc<Conflict>>>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(reader: Reader<'a>) -> Self {
        let unreadable = reader.briefing.unreadable.iter().filter_map(|record| id_in(&record.raw)).collect();
        let as_of = parse_edtf(&reader.briefing.header.as_of).ok().map(|date| date.bounds);
        Self {
            reader,
            as_of,
            unreadable,
            suggestions: RefCell::default(),
            fields: RefCell::default(),
            held: RefCell::default(),
            held_words: Cell::new(0),
            words: RefCell::default(),
            kept_paragraphs: Cell::new(0),
            library: OnceCell::new(),
            looked_up: RefCell::default(),
            roles: OnceCell::new(),
            conflicts: OnceCell::new(),
        }
    }

    /// Whether the briefing is past its draft, so that a reader may lean on it.
    pub(super) fn is_past_draft(&self) -> bool {
        matches!(self.reader.briefing.header.status, Some(Status::Review | Status::Final))
    }

    /// Whether some record has the id, be it one that could not be read.
    pub(super) fn is_known(&self, id: &Id) -> bool {
        self.reader.index.key_of(id).is_some() || self.unreadable.contains(id.as_str())
    }

    /// The kinds of the records that have an id; more than one where the id is repeated.
    pub(super) fn kinds_of(&self, id: &Id) -> impl Iterator<Item = RecordKind> {
        let keys = self.reader.index.keys_of(id).iter();
        keys.filter_map(|key| Some(self.reader.index.place_of(*key)?.0))
    }

    /// The first record with an id.
    pub(super) fn record(&self, id: &Id) -> Option<AnyRecord> {
        self.reader.by_id(id).map(|(_, record)| record)
    }

    /// Whether the record is the one that its id leads to, not a later one with the same id.
    pub(super) fn is_first_of_its_id(&self, key: Key, record: &AnyRecord) -> bool {
        self.reader.index.key_of(record.id()) == Some(key)
    }

    /// All fields of a record that are present, unknown ones last.
    pub(super) fn fields_of(&self, key: Key, record: &AnyRecord) -> Fields {
        if let Some((of, fields)) = &*self.fields.borrow()
            && *of == key
        {
            return Rc::clone(fields);
        }
        let fields: Fields = record.field_nodes().into();
        *self.fields.borrow_mut() = Some((key, Rc::clone(&fields)));
        fields
    }

    /// The actor with an id.
    pub(super) fn actor(&self, id: &Id) -> Option<Arc<Actor>> {
        self.reader.actor(id)
    }

    /// The first source with an id.
    pub(super) fn source(&self, id: &Id) -> Option<&'a Source> {
        let (kind, place) = self.reader.index.place_of(self.reader.index.key_of(id)?)?;
        let entry = (kind == RecordKind::Source).then(|| self.reader.briefing.sources.get(place)).flatten()?;
        Some(&entry.record)
    }

    /// The held words of a source, taken apart once.
    pub(super) fn held_of(&self, id: &Id) -> Option<Rc<HeldText<'a>>> {
        if let Some(known) = self.held.borrow().get(id) {
            return Some(Rc::clone(known));
        }
        let held = Rc::new(held_text(self.source(id)?));
        let mut known = self.held.borrow_mut();
        if self.held_words.replace(self.held_words.get() + held.size()) > MOST_KEPT_WORDS {
            known.clear();
            self.held_words.set(held.size());
        }
        known.insert(id.clone(), Rc::clone(&held));
        Some(held)
    }

    /// The held words of all sources, taken apart once.
    pub(super) fn library(&self) -> &Library<'a> {
        self.library.get_or_init(|| Library::new(self.reader.briefing.sources.iter().map(|entry| &*entry.record)))
    }

    /// What was looked up of a record's quotes, which is looked up where it was not the last one asked for.
    pub(super) fn looked_up(&self, key: Key, look_up: impl FnOnce() -> LookedUp) -> LookedUp {
        if let Some((of, known)) = &*self.looked_up.borrow()
            && *of == key
        {
            return Rc::clone(known);
        }
        let found = look_up();
        *self.looked_up.borrow_mut() = Some((key, Rc::clone(&found)));
        found
    }

    /// The held words of a source by paragraph, sorted once.
    pub(super) fn words_of(&self, source: &'a Source) -> HeldWords<'a> {
        let mut known = self.words.borrow_mut();
        if let Some(words) = known.get(&source.id) {
            return Rc::clone(words);
        }
        let words: HeldWords = source.held_words().into();
        if self.kept_paragraphs.replace(self.kept_paragraphs.get() + words.len()) > MOST_KEPT_WORDS {
            known.clear();
            self.kept_paragraphs.set(words.len());
        }
        known.insert(source.id.clone(), Rc::clone(&words));
        words
    }

    /// The roles of a person, in the order of the file.
    pub(super) fn roles_of(&self, person: &Id) -> &[Arc<Role>] {
        let roles = self.roles.get_or_init(|| {
            let mut roles: HashMap<Id, Vec<Arc<Role>>> = HashMap::new();
            for entry in &self.reader.briefing.roles {
                roles.entry(entry.record.person.clone()).or_default().push(Arc::clone(&entry.record));
            }
            roles
        });
        roles.get(person).map_or(&[], Vec::as_slice)
    }

    /// The open conflicts about a record, in the order of the file.
    pub(super) fn open_conflicts_about(&self, id: &Id) -> &[Arc<Conflict>] {
        let conflicts = self.conflicts.get_or_init(|| {
            let mut conflicts: HashMap<Id, Vec<Arc<Conflict>>> = HashMap::new();
            for entry in self.reader.briefing.conflicts.iter().filter(|entry| entry.record.is_open()) {
                conflicts.entry(entry.record.about.clone()).or_default().push(Arc::clone(&entry.record));
            }
            conflicts
        });
        conflicts.get(id).map_or(&[], Vec::as_slice)
    }

    /// What two names of one place have in common: the ISO code where there is one, else the id.
    pub(super) fn place_identity(&self, place: &Place) -> String {
        let actor = place.actor().and_then(|id| self.actor(id));
        let code = actor.map(|actor| actor.iso.clone()).filter(|code| !code.is_empty());
        code.unwrap_or_else(|| place.as_str().to_owned())
    }

    /// The id nearest in spelling to one that leads nowhere, of a kind that may stand there.
    pub(super) fn nearest_id(&self, id: &Id, allowed: &[RecordKind]) -> Option<String> {
        let mut known = self.suggestions.borrow_mut();
        if let Some(suggestion) = known.get(id) {
            return suggestion.clone();
        }
        if known.len() >= SUGGESTIONS_AT_MOST {
            return None;
        }
        let kinds = if allowed.is_empty() { RecordKind::ALL } else { allowed };
        let records = kinds.iter().flat_map(|kind| self.reader.briefing.records(*kind));
        let ids: Vec<Id> = records.map(|(_, record)| record.id().clone()).collect();
        let suggestion = suggest::nearest(id.as_str(), ids.iter().map(Id::as_str)).map(str::to_owned);
        known.insert(id.clone(), suggestion.clone());
        suggestion
    }
}

/// The id that the text of an unreadable record gives it.
fn id_in(raw: &str) -> Option<String> {
    raw.match_indices("id").find_map(|(at, word)| {
        let is_name =
            raw.get(..at)?.chars().next_back().is_none_or(|before| !before.is_alphanumeric() && before != '_');
        let value = raw.get(at + word.len()..)?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        is_name.then(|| value.split('"').next().unwrap_or_default().to_owned())
    })
}

/// A record as a message calls it: by its id, or else by its kind. Put into words only where there is a message.
pub(super) fn called(record: &AnyRecord) -> impl fmt::Display {
    fmt::from_fn(|f| {
        if record.id().is_empty() {
            write!(f, "this {}", record.kind().noun())
        } else {
            write!(f, "`{}`", shortened(record.id().as_str()))
        }
    })
}

/// A record as a message calls it, with its kind: ``the visit `v-li` ``.
pub(super) fn called_with_kind(record: &AnyRecord) -> String {
    let noun = record.kind().noun();
    if record.id().is_empty() {
        format!("this {noun}")
    } else {
        format!("the {noun} `{}`", shortened(record.id().as_str()))
    }
}

/// The noun of a kind with its article.
pub(super) fn a_noun(kind: RecordKind) -> String {
    let noun = kind.noun();
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {noun}")
}
