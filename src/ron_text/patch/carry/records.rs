//! Lists of records, met by their keys.

use std::borrow::Cow;
use std::collections::HashMap;

use super::super::cells::{Bracketed, Cell};
use super::super::copy::Copy;
use super::super::line::Line;
use super::super::records::{Item, items};
use super::super::value::{open_of, patch_fields};
use super::cell::{carried_cell, carry_around};
use super::four::{Four, is_theirs_alone};
use super::keys_met::KeysMet;
use super::names::value_of;
use super::value::carried_fields;
use crate::model::{Briefing, Key, RecordKind};

/// The items of a list of records by their keys, each with its cell.
struct Keyed<'a> {
    run: Bracketed<'a>,
    items: Vec<(Key, Item)>,
    places: HashMap<Key, usize>,
}

impl<'a> Keyed<'a> {
    /// `None` where the list has another form than the model thinks.
    fn new(body: &'a str, briefing: &Briefing, kind: RecordKind) -> Option<Self> {
        let value = value_of(body)?;
        let run = Bracketed::split(value, open_of(value)?)?;
        let items = items(briefing, kind);
        if run.cells.len() != items.len() {
            return None;
        }
        let places = items.iter().enumerate().map(|(place, (key, _))| (*key, place)).collect();
        Some(Self { run, items, places })
    }

    fn get(&self, key: Key) -> Option<(&Cell<'a>, &Item)> {
        let place = *self.places.get(&key)?;
        Some((self.run.cells.get(place)?, &self.items.get(place)?.1))
    }
}

/// A list of records with its name; `None` where it stays as it is.
pub(super) fn carried_list<'a>(
    cells: Four<&Cell<'a>>,
    copies: Four<Copy>,
    kind: RecordKind,
    met: &KeysMet,
    line: Line,
) -> Option<Cow<'a, str>> {
    let bodies = cells.map(|cell| &*cell.body);
    if bodies.base == Some(bodies.theirs) {
        return None;
    }
    let now = Keyed::new(bodies.now, copies.now.briefing, kind)?;
    let theirs = Keyed::new(bodies.theirs, copies.theirs.briefing, kind)?;
    let base = bodies.base.zip(copies.base).and_then(|(body, copy)| Keyed::new(body, copy.briefing, kind));
    let ours = bodies.ours.zip(copies.ours).and_then(|(body, copy)| Keyed::new(body, copy.briefing, kind));
    let says_the_same = now.items.len() == theirs.items.len()
        && now.items.iter().zip(&theirs.items).all(|((_, now), (_, theirs))| now == theirs);
    if is_theirs_alone(bodies, says_the_same) {
        return Some(cells.theirs.body.clone());
    }
    let mut run = now.run.clone();
    for (place, (key, _)) in now.items.iter().enumerate() {
        let four = Four {
            now: now.get(*key)?,
            base: met.base.get(key).zip(base.as_ref()).and_then(|(key, base)| base.get(*key)),
            ours: ours.as_ref().and_then(|ours| ours.get(*key)),
            theirs: match met.theirs.get(key).and_then(|key| theirs.get(*key)) {
                Some(theirs) => theirs,
                None => continue,
            },
        };
        let cells = four.map(|(cell, _)| cell);
        // Most records are as they were.
        if cells.base == Some(cells.theirs) {
            continue;
        }
        let inner = if cells.now.begins_line() { cells.now.indent().to_owned() } else { line.indent.to_owned() };
        let body = carried_record(cells, four.map(|(_, item)| item), Line { indent: &inner, ..line });
        *run.cells.get_mut(place)? = carried_cell(cells, body);
    }
    carry_around(&mut run, base.as_ref().map(|base| &base.run), &theirs.run);
    let head = bodies.now.len() - value_of(bodies.now)?.len();
    Some(Cow::Owned(format!("{}{}", bodies.now.get(..head)?, run.join(line))))
}

/// A record with what theirs changed in its text; `None` where it stays as it is.
fn carried_record<'a>(cells: Four<&Cell<'a>>, items: Four<&Item>, line: Line) -> Option<Cow<'a, str>> {
    let bodies = cells.map(|cell| &*cell.body);
    if bodies.base == Some(bodies.theirs) {
        return None;
    }
    if is_theirs_alone(bodies, items.now == items.theirs) {
        return Some(cells.theirs.body.clone());
    }
    let fields = |item: &Item| match item {
        Item::Record(record) => record.field_nodes(),
        Item::Raw(_) => Vec::new(),
    };
    let (now, theirs) = (fields(items.now), fields(items.theirs));
    if bodies.base.is_none() && bodies.ours.is_none() {
        return patch_fields(bodies.theirs, &theirs, &now, line).map(Cow::Owned);
    }
    let (base, ours) = (items.base.map(fields), items.ours.map(fields));
    let four = Four { now: &*now, base: base.as_deref(), ours: ours.as_deref(), theirs: &*theirs };
    carried_fields(bodies, four, line).map(Cow::Owned)
}
