//! A list of records after a change: records are known by their keys, whatever happened to their ids.

use std::borrow::Cow;
use std::collections::HashMap;

use super::cells::{Bracketed, Cell};
use super::line::Line;
use super::value::{patch_fields, printed};
use crate::model::{AnyRecord, Briefing, Key, Node, RecordKind};

/// What stands at a place of a list: a record, or the text of one that could not be read.
#[derive(Debug, Clone)]
pub(super) enum Item {
    Record(AnyRecord),
    Raw(String),
}

impl PartialEq for Item {
    /// Records that share their content are not looked into.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Record(a), Self::Record(b)) => a.is_same_as(b) || a == b,
            (Self::Raw(a), Self::Raw(b)) => a == b,
            _ => false,
        }
    }
}

/// How the file once was, so that what is undone after a save comes back as it was.
#[derive(Debug, Clone, Default)]
pub(super) struct Remembered {
    /// The texts of records as they once stood.
    records: HashMap<Key, Vec<(Item, Cell<'static>)>>,
    /// The lists that were not there: what was put into them brought them.
    pub(super) brought: Vec<RecordKind>,
}

impl Remembered {
    fn keep(&mut self, key: Key, item: Item, cell: Cell<'static>) {
        self.records.entry(key).or_default().push((item, cell));
    }

    fn recalled(&self, key: Key, item: &Item) -> Option<Cell<'static>> {
        let versions = self.records.get(&key)?;
        versions.iter().rev().find(|(once, _)| once == item).map(|(_, cell)| cell.clone())
    }
}

/// The items of a list in the order of the file.
pub(super) fn items(briefing: &Briefing, kind: RecordKind) -> Vec<(Key, Item)> {
    let mut unreadable = briefing.unreadable.iter().filter(|bad| bad.kind == kind).peekable();
    let mut items = Vec::with_capacity(briefing.count(kind));
    for (position, (key, record)) in briefing.records(kind).enumerate() {
        while let Some(bad) = unreadable.next_if(|bad| bad.position <= position) {
            items.push((bad.key, Item::Raw(bad.raw.clone())));
        }
        items.push((key, Item::Record(record)));
    }
    items.extend(unreadable.map(|bad| (bad.key, Item::Raw(bad.raw.clone()))));
    items
}

/// The text of a list after a change; `None` where the list has another form than the model thinks.
pub(super) fn patch_list(
    mut run: Bracketed,
    before: Vec<(Key, Item)>,
    after: Vec<(Key, Item)>,
    line: Line,
    remembered: &mut Remembered,
) -> Option<String> {
    if run.cells.len() != before.len() {
        return None;
    }
    let place_after: HashMap<Key, usize> = after.iter().enumerate().map(|(place, (key, _))| (*key, place)).collect();
    // What goes, goes first, so that what belongs to nobody moves on.
    let mut staying: Vec<(Key, Item)> = Vec::with_capacity(before.len());
    let mut place = 0;
    for (key, item) in before {
        if place_after.contains_key(&key) {
            staying.push((key, item));
            place += 1;
        } else if let Some(cell) = run.remove(place) {
            remembered.keep(key, item, cell.into_owned());
        }
    }
    let in_order = staying.iter().map(|(key, _)| place_after.get(key)).is_sorted();
    let open = Bracketed { cells: Vec::new(), ..run.clone() };
    let mut strays = Vec::new();
    if !in_order {
        strays = run.cells.iter_mut().map(|cell| std::mem::take(&mut cell.stray)).collect();
        strays.reverse();
    }
    let mut cells: HashMap<Key, (Item, Cell)> = HashMap::with_capacity(staying.len());
    let model = run.cells.first().cloned();
    for ((key, item), cell) in staying.into_iter().zip(run.cells) {
        cells.insert(key, (item, cell));
    }
    let mut run = Bracketed { cells: Vec::with_capacity(after.len()), ..open };
    let mut new = Vec::new();
    // What once stood first on the line is there again; what follows it stands off from it again.
    let mut begins_anew = false;
    for (key, item) in after {
        let Some((was, mut cell)) = cells.remove(&key) else {
            match remembered.recalled(key, &item) {
                Some(cell) => {
                    begins_anew = run.cells.is_empty() && cell.own.is_empty();
                    run.cells.push(cell);
                }
                None => new.push((run.cells.len() + new.len(), item)),
            }
            continue;
        };
        if std::mem::take(&mut begins_anew) && cell.own.is_empty() && cell.stray.is_empty() {
            cell.own = Cow::Borrowed(" ");
        }
        if let Some(stray) = strays.pop() {
            cell.set_stray(stray);
        }
        if was != item {
            let changed = match remembered.recalled(key, &item) {
                Some(once) => once.body,
                None => changed_body(&cell, &was, &item, line)?,
            };
            remembered.keep(key, was, cell.clone().into_owned());
            cell.body = changed;
        }
        run.cells.push(cell);
    }
    insert_new(&mut run, new, model.as_ref(), line);
    Some(run.join(line))
}

/// `None` where it is written in a form that cannot be changed in place: it is never printed anew without a word.
fn changed_body<'a>(cell: &Cell, was: &Item, is: &Item, line: Line) -> Option<Cow<'a, str>> {
    let line = if cell.begins_line() { Line { indent: cell.indent(), ..line } } else { line };
    let text = match (was, is) {
        (Item::Record(was), Item::Record(is)) => patch_fields(&cell.body, &was.field_nodes(), &is.field_nodes(), line)?,
        _ => body_of(is, line),
    };
    Some(Cow::Owned(text))
}

fn body_of(item: &Item, line: Line) -> String {
    match item {
        Item::Record(record) => printed(&Node::Struct(record.field_nodes()), line),
        Item::Raw(raw) => raw.clone(),
    }
}

/// New records take the shape of a neighbour: each field on its own line where the neighbour has it so.
fn insert_new(run: &mut Bracketed, new: Vec<(usize, Item)>, model: Option<&Cell>, line: Line) {
    let is_broken = model.is_some_and(|cell| cell.body.contains('\n'));
    for (place, item) in new {
        if run.cells.is_empty() && !run.close.contains('\n') {
            run.close = Cow::Owned(format!("{}{}{}", line.end, line.indent, run.close.trim_start()));
        }
        run.insert(place, line, |line| match &item {
            Item::Record(record) if is_broken => broken(record, line),
            _ => body_of(&item, line),
        });
    }
}

fn broken(record: &AnyRecord, line: Line) -> String {
    let Line { indent, end } = line;
    let step = if indent.contains('\t') { "\t" } else { "    " };
    let inner = format!("{indent}{step}");
    let mut text = String::from("(");
    for (name, node) in record.field_nodes() {
        text.push_str(&format!("{end}{inner}{name}: {},", printed(&node, Line { indent: &inner, end })));
    }
    text.push_str(&format!("{end}{indent})"));
    text
}
