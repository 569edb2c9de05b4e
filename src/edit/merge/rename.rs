//! Records that a side gave another id: all copies call them by one before they are compared.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::edit::Fields;
use crate::edit::difference::{Name, by_name, changed_fields};
use crate::edit::value::record_with;
use crate::model::{AnyRecord, Briefing, Fate, Id, Key, Node, RecordKind};
use crate::ron_text::inline;

/// A record that went and one that came are one under another id where at least this share of their fields agrees.
const ALIKE: (usize, usize) = (7, 10);
/// A value that more newcomers share than these tells none of them apart.
const MOST_SHARING: usize = 64;

/// Renames that a side made: id before, id after.
pub(super) fn renames(base: &Briefing, side: &Briefing) -> Vec<(Id, Id)> {
    let mut found = Vec::new();
    for &kind in RecordKind::ALL {
        let ((before, order), (after, new_order)) = (by_name(base, kind), by_name(side, kind));
        let came = new_order.iter().filter(|name| !before.contains_key(*name));
        let mut newcomers = Newcomers::new(came.filter_map(|name| Some((name, &after.get(name)?.1))));
        let (old_ids, new_ids) = (counts(&order), counts(&new_order));
        for gone in order.iter().filter(|name| !after.contains_key(*name)) {
            let Some((_, was)) = before.get(gone) else { continue };
            let Some(id) = newcomers.take_most_alike(was) else { continue };
            // An id that others have too names nobody in particular.
            let is_one = !new_ids.contains_key(&gone.0) && !old_ids.contains_key(&id);
            if is_one && !gone.0.is_empty() && !id.is_empty() {
                found.push((gone.0.clone(), id));
            }
        }
    }
    found
}

fn counts(names: &[Name]) -> BTreeMap<&Id, usize> {
    let mut counts = BTreeMap::new();
    for (id, _) in names {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

/// Records that came, by the values in them, so that one like another is found without looking at all.
struct Newcomers {
    records: Vec<Option<(Id, Fields)>>,
    by_value: HashMap<(String, String), Vec<usize>>,
}

impl Newcomers {
    fn new<'a>(came: impl Iterator<Item = (&'a Name, &'a AnyRecord)>) -> Self {
        let mut newcomers = Self { records: Vec::new(), by_value: HashMap::new() };
        for (place, (name, record)) in came.enumerate() {
            let fields = record.field_nodes();
            for value in values(&fields) {
                newcomers.by_value.entry(value).or_default().push(place);
            }
            newcomers.records.push(Some((name.0.clone(), fields)));
        }
        newcomers
    }

    /// Takes out the one that is most like a record, where it is like it enough, and gives back its id.
    fn take_most_alike(&mut self, was: &AnyRecord) -> Option<Id> {
        if self.records.is_empty() {
            return None;
        }
        let was = was.field_nodes();
        let sharing = values(&was).filter_map(|value| self.by_value.get(&value));
        let near: BTreeSet<usize> = sharing.filter(|places| places.len() <= MOST_SHARING).flatten().copied().collect();
        let best = near.into_iter().filter_map(|place| {
            let (_, is) = self.records.get(place)?.as_ref()?;
            likeness(&was, is).map(|same| (same, place))
        });
        let (_, place) = best.max_by_key(|(same, place)| (*same, usize::MAX - place))?;
        self.records.get_mut(place)?.take().map(|(id, _)| id)
    }
}

fn values(fields: &Fields) -> impl Iterator<Item = (String, String)> + '_ {
    fields.iter().filter(|(name, _)| name != "id").map(|(name, value)| (name.to_string(), inline(value)))
}

/// How many fields two records share, where those are enough to call them one.
fn likeness(was: &Fields, is: &Fields) -> Option<usize> {
    let other = was.iter().chain(is).filter(|(name, _)| name != "id").count();
    let differs = changed_fields(was, is).iter().filter(|(name, ..)| name != "id").count();
    let same = other.saturating_sub(2 * differs);
    (other > 0 && same * ALIKE.1 >= other * ALIKE.0).then_some(same)
}

/// Which records of a briefing have an id or name it, kept while ids are changed.
#[derive(Default)]
pub(super) struct Naming(Option<BTreeMap<Id, BTreeSet<Key>>>);

impl Naming {
    /// Gives a record another id in a whole briefing.
    pub(super) fn rename(&mut self, briefing: &mut Briefing, old: &Id, new: &Id) {
        let naming = self.0.get_or_insert_with(|| naming_of(briefing));
        let fate_of = |id: &Id| if id == old { Fate::Become(new.clone()) } else { Fate::Keep };
        let keys = naming.get(old).cloned().unwrap_or_default();
        for key in &keys {
            let Some(record) = briefing.record(*key) else { continue };
            let named = if record.id() == old {
                record_with(&record, "id", Some(Node::Text(new.to_string()))).unwrap_or_else(|_| record.clone())
            } else {
                record.clone()
            };
            let followed = named.with_fates(&fate_of).unwrap_or(named);
            if followed != record {
                briefing.set_record(*key, followed);
            }
        }
        naming.entry(new.clone()).or_default().extend(keys);
        if let Some(header) = briefing.header.with_fates(&fate_of) {
            briefing.header = header;
        }
    }
}

fn naming_of(briefing: &Briefing) -> BTreeMap<Id, BTreeSet<Key>> {
    let mut naming: BTreeMap<Id, BTreeSet<Key>> = BTreeMap::new();
    for (key, record) in briefing.all_records() {
        let named = record.references().into_iter().map(|named| named.target.clone()).collect::<Vec<_>>();
        for id in named.into_iter().chain([record.id().clone()]) {
            naming.entry(id).or_default().insert(key);
        }
    }
    naming
}
