//! Records that a side gave another id: all copies call them by one before they are compared.

use crate::edit::difference::{Name, by_name, changed_fields};
use crate::edit::value::record_with;
use crate::model::{AnyRecord, Briefing, Fate, Id, Key, Node, RecordKind};

/// A record that went and one that came are one under another id where at least this share of their fields agrees.
const ALIKE: (usize, usize) = (7, 10);

/// Renames that a side made: id before, id after.
pub(super) fn renames(base: &Briefing, side: &Briefing) -> Vec<(Id, Id)> {
    let mut found = Vec::new();
    for &kind in RecordKind::ALL {
        let ((before, order), (after, new_order)) = (by_name(base, kind), by_name(side, kind));
        let mut came: Vec<&Name> = new_order.iter().filter(|name| !before.contains_key(*name)).collect();
        for gone in order.iter().filter(|name| !after.contains_key(*name)) {
            let Some((_, was)) = before.get(gone) else { continue };
            let best = came.iter().enumerate().filter_map(|(place, name)| {
                let (_, is) = after.get(*name)?;
                likeness(was, is).map(|same| (same, place))
            });
            if let Some((_, place)) = best.max_by_key(|(same, place)| (*same, usize::MAX - place)) {
                let is = came.remove(place);
                // An id that others have too names nobody in particular.
                let is_free = |names: &[Name], id: &Id| !names.iter().any(|(other, _)| other == id);
                let is_one = is_free(&new_order, &gone.0) && is_free(&order, &is.0);
                if is_one && !gone.0.is_empty() && !is.0.is_empty() {
                    found.push((gone.0.clone(), is.0.clone()));
                }
            }
        }
    }
    found
}

/// How many fields two records share, where those are enough to call them one.
fn likeness(was: &AnyRecord, is: &AnyRecord) -> Option<usize> {
    let (was, is) = (was.field_nodes(), is.field_nodes());
    let other = was.iter().chain(&is).filter(|(name, _)| name != "id").count();
    let differs = changed_fields(&was, &is).iter().filter(|(name, ..)| name != "id").count();
    let same = other.saturating_sub(2 * differs);
    (other > 0 && same * ALIKE.1 >= other * ALIKE.0).then_some(same)
}

/// Gives a record another id in a whole briefing.
pub(super) fn rename(briefing: &mut Briefing, old: &Id, new: &Id) {
    let fate_of = |id: &Id| if id == old { Fate::Become(new.clone()) } else { Fate::Keep };
    let records: Vec<(Key, AnyRecord)> = briefing.all_records().collect();
    for (key, record) in records {
        let named = if record.id() == old {
            record_with(&record, "id", Some(Node::Text(new.to_string()))).unwrap_or_else(|_| record.clone())
        } else {
            record.clone()
        };
        let followed = named.with_fates(&fate_of).unwrap_or(named);
        if followed != record {
            briefing.set_record(key, followed);
        }
    }
    if let Some(header) = briefing.header.with_fates(&fate_of) {
        briefing.header = header;
    }
}
