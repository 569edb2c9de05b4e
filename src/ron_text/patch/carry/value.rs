//! Values, fields and lists of values with what theirs changed in their text.

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};

use super::super::cells::{Bracketed, Cell};
use super::super::line::Line;
use super::super::value::{Fields, open_of};
use super::cell::{carried_cell, carry_around};
use super::four::{Four, Value, is_theirs_alone, values};
use super::names::{Name, Named, names, node_of, value_of};
use crate::model::{Node, RecordKind};
use crate::ron_text::print::inline;

/// A field with its name.
pub(super) fn carried_field<'a>(
    cells: Four<&Cell<'a>>,
    nodes: Four<Option<&Node>>,
    line: Line,
) -> Option<Cow<'a, str>> {
    if is_theirs_alone(cells.map(|cell| &*cell.body), nodes.now == nodes.theirs) {
        return Some(cells.theirs.body.clone());
    }
    let texts = cells.part(|cell| value_of(&cell.body))?;
    let inner = if cells.now.begins_line() { cells.now.indent().to_owned() } else { line.indent.to_owned() };
    let value = carried_value(values(texts, nodes), Line { indent: &inner, ..line })?;
    let head = cells.now.body.len() - texts.now.len();
    Some(Cow::Owned(format!("{}{value}", cells.now.body.get(..head)?)))
}

/// A value with what theirs changed in its text; `None` where it stays as it is.
pub(super) fn carried_value(values: Four<Value>, line: Line) -> Option<String> {
    let texts = values.map(|value| value.text);
    if texts.base == Some(texts.theirs) {
        return None;
    }
    if is_theirs_alone(texts, values.now.node == values.theirs.node) {
        return Some(texts.theirs.to_owned());
    }
    match values.now.node? {
        Node::Struct(_) | Node::Variant(..) => {
            let fields = values.part(|value| value.node.and_then(fields_of))?;
            carried_fields(texts, fields, line)
        }
        Node::List(_) => {
            let lists = values.part(|value| match value.node {
                Some(Node::List(items)) => Some(items.as_slice()),
                _ => None,
            })?;
            carried_items(texts, lists, line)
        }
        _ => None,
    }
}

fn fields_of(node: &Node) -> Option<&Fields> {
    match node {
        Node::Struct(fields) | Node::Variant(_, fields) => Some(fields),
        _ => None,
    }
}

/// The fields of a struct with what theirs changed in its text.
pub(super) fn carried_fields(texts: Four<&str>, fields: Four<&Fields>, line: Line) -> Option<String> {
    let runs = texts.part(|text| Bracketed::split(text, open_of(text)?))?;
    let mut run = runs.now.clone();
    let none = Bracketed::default();
    let base = Named::new(runs.base.as_ref().unwrap_or(&none));
    let ours = Named::new(runs.ours.as_ref().unwrap_or(&none));
    let theirs = Named::new(&runs.theirs);
    let names = names(&run);
    for (place, name) in names.iter().enumerate() {
        let (Some(now), Some(other)) = (runs.now.cells.get(place), theirs.get(name)) else { continue };
        let cells = Four { now, base: base.get(name), ours: ours.get(name), theirs: other };
        let nodes = fields.map(|fields| node_of(fields, name));
        *run.cells.get_mut(place)? = carried_cell(cells, carried_field(cells, nodes, line));
    }
    add_silent(&mut run, &names, &base, &ours, &runs.theirs, fields.now);
    carry_around(&mut run, runs.base.as_ref(), &runs.theirs);
    Some(run.join(line))
}

/// Fields that say nothing (`note: ""`) are in no model; those that only theirs wrote come behind their neighbours.
pub(super) fn add_silent<'a>(
    run: &mut Bracketed<'a>,
    names: &[Name],
    base: &Named,
    ours: &Named,
    theirs: &Bracketed<'a>,
    fields: &Fields,
) {
    let mut names = names.to_vec();
    let mut before: Option<Name> = None;
    for (name, cell) in self::names(theirs).into_iter().zip(&theirs.cells) {
        let is_silent = node_of(fields, &name).is_none() && RecordKind::from_list_name(&name.0).is_none();
        if is_silent && !names.contains(&name) && base.get(&name).is_none() && ours.get(&name).is_none() {
            let place = before.as_ref().and_then(|before| names.iter().position(|name| name == before));
            let place = place.map_or(0, |place| place + 1);
            names.insert(place, name.clone());
            run.cells.insert(place, cell.clone());
        }
        before = Some(name);
    }
}

/// The items of a list with what theirs changed in its text.
fn carried_items(texts: Four<&str>, lists: Four<&[Node]>, line: Line) -> Option<String> {
    let runs = texts.part(|text| Bracketed::split(text, open_of(text)?))?;
    if runs.now.cells.len() != lists.now.len() || runs.theirs.cells.len() != lists.theirs.len() {
        return None;
    }
    let met = |list: &[Node]| met_items(lists.now, list);
    let (base, ours, theirs) = (lists.base.map(met), lists.ours.map(met), met(lists.theirs));
    let mut run = runs.now.clone();
    for (place, now) in runs.now.cells.iter().enumerate() {
        let of = |met: Option<&Vec<Option<usize>>>| met?.get(place).copied().flatten();
        let Some(at) = of(Some(&theirs)) else { continue };
        let (was, own) = (of(base.as_ref()), of(ours.as_ref()));
        let cells = Four {
            now,
            base: was.zip(runs.base.as_ref()).and_then(|(at, run)| run.cells.get(at)),
            ours: own.zip(runs.ours.as_ref()).and_then(|(at, run)| run.cells.get(at)),
            theirs: runs.theirs.cells.get(at)?,
        };
        let nodes = Four {
            now: lists.now.get(place),
            base: Some(was.zip(lists.base).and_then(|(at, list)| list.get(at))),
            ours: Some(own.zip(lists.ours).and_then(|(at, list)| list.get(at))),
            theirs: lists.theirs.get(at),
        };
        let inner = if now.begins_line() { now.indent().to_owned() } else { line.indent.to_owned() };
        let body = carried_value(values(cells.map(|cell| &*cell.body), nodes), Line { indent: &inner, ..line });
        *run.cells.get_mut(place)? = carried_cell(cells, body.map(Cow::Owned));
    }
    carry_around(&mut run, runs.base.as_ref(), &runs.theirs);
    Some(run.join(line))
}

/// Where each item of a list stands in another: equal ones in their order, then those that are left in both where they
/// are as many.
fn met_items(list: &[Node], other: &[Node]) -> Vec<Option<usize>> {
    let mut places: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (place, item) in other.iter().enumerate() {
        places.entry(inline(item)).or_default().push_back(place);
    }
    let mut met: Vec<Option<usize>> =
        list.iter().map(|item| places.get_mut(&inline(item)).and_then(VecDeque::pop_front)).collect();
    let mut left: Vec<usize> = places.into_values().flatten().collect();
    left.sort_unstable();
    let open: Vec<usize> = met.iter().enumerate().filter(|(_, met)| met.is_none()).map(|(place, _)| place).collect();
    if open.len() == left.len() {
        for (place, other) in open.into_iter().zip(left) {
            if let Some(entry) = met.get_mut(place) {
                *entry = Some(other);
            }
        }
    }
    met
}
