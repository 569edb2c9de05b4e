//! Carrying over what another copy changed in the text alone: comments, layout, spelling, the text of new records.
//!
//! The text of a merged briefing is first ours, patched. Then each of its cells is met with those of the base, of ours and
//! of theirs. What theirs changed and ours did not is taken to the byte; where both changed a cell, its parts are looked
//! at one by one, and the comments of both stay.

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};

use super::blanks::merged;
use super::cells::{Bracketed, Cell};
use super::line::{Line, end_of};
use super::line_ends::{changed_end, with_end};
use super::open_of_briefing;
use super::records::{Item, items};
use super::value::{Fields, name_of, open_of, patch_fields};
use crate::model::{Briefing, Key, Node, NodeFields as _, RecordKind};
use crate::ron_text::print::inline;

/// A text and the briefing that it says.
#[derive(Debug, Clone, Copy)]
pub struct Copy<'a> {
    /// The text.
    pub text: &'a str,
    /// What it says.
    pub briefing: &'a Briefing,
}

/// The keys of a merged briefing's records in the copies that it was made of. Ours has the same.
#[derive(Debug, Clone, Default)]
pub struct KeysMet {
    /// In the base.
    pub base: HashMap<Key, Key>,
    /// In theirs.
    pub theirs: HashMap<Key, Key>,
}

/// A value, or a run of them, in four texts: the one that is made, and the three that it comes from.
#[derive(Debug, Clone, Copy)]
struct Four<T> {
    now: T,
    base: Option<T>,
    ours: Option<T>,
    theirs: T,
}

impl<T: std::marker::Copy> Four<T> {
    fn map<U>(self, of: impl Fn(T) -> U) -> Four<U> {
        Four { now: of(self.now), base: self.base.map(&of), ours: self.ours.map(&of), theirs: of(self.theirs) }
    }

    /// The four of a part; `None` where it is not in what is made, or not in theirs.
    fn part<U>(self, of: impl Fn(T) -> Option<U>) -> Option<Four<U>> {
        Some(Four {
            now: of(self.now)?,
            base: self.base.and_then(&of),
            ours: self.ours.and_then(&of),
            theirs: of(self.theirs)?,
        })
    }
}

/// A value: its text, and what it says.
#[derive(Debug, Clone, Copy)]
struct Value<'a> {
    text: &'a str,
    node: Option<&'a Node>,
}

/// The text of a merged briefing with what theirs changed in the text alone; `None` where one of the texts has another
/// form than the model thinks. `now` is the text of ours, patched. What comes out is to be compared with the model.
#[must_use]
pub fn carried(now: Copy, base: Copy, ours: Copy, theirs: Copy, met: &KeysMet) -> Option<String> {
    if theirs.text == base.text {
        return Some(now.text.to_owned());
    }
    let Some(end) = changed_end(base, ours, theirs) else { return carried_over(now, base, ours, theirs, met) };
    let [a, b, c, d] = [now, base, ours, theirs].map(|copy| with_end(copy.text, end));
    let of = |text, copy| Copy { text, ..copy };
    carried_over(of(&a, now), of(&b, base), of(&c, ours), of(&d, theirs), met)
}

/// As [`carried`], where the lines of all texts end in one way.
fn carried_over(now: Copy, base: Copy, ours: Copy, theirs: Copy, met: &KeysMet) -> Option<String> {
    let four = Four { now, base: Some(base), ours: Some(ours), theirs };
    let runs = [split(base)?, split(ours)?, split(theirs)?];
    let mut run = split(now)?;
    let headers = four.map(|copy| copy.briefing.header.field_nodes());
    let [was, own, their] = [&runs[0], &runs[1], &runs[2]].map(Named::new);
    let end = end_of(now.text);
    let names = names(&run);
    for (place, name) in names.iter().enumerate() {
        let (Some(cell), Some(other)) = (run.cells.get(place), their.get(name)) else { continue };
        let cells = Four { now: cell, base: was.get(name), ours: own.get(name), theirs: other };
        let indent = cell.indent().to_owned();
        let line = Line { indent: &indent, end };
        let kind = RecordKind::from_list_name(&name.0).filter(|_| name.1 == 0);
        let cell = match kind {
            Some(kind) => carried_cell(cells, carried_list(cells, four, kind, met, line)),
            None => {
                let nodes = headers_node(&headers, name);
                carried_cell(cells, carried_field(cells, nodes, line))
            }
        };
        *run.cells.get_mut(place)? = cell.into_owned();
    }
    add_silent(&mut run, &names, &was, &own, &runs[2], &headers.now);
    carry_around(&mut run, Some(&runs[0]), &runs[2]);
    Some(run.join(Line { indent: "", end }))
}

fn split(copy: Copy<'_>) -> Option<Bracketed<'_>> {
    Bracketed::split(copy.text, open_of_briefing(copy.text)?)
}

/// A field by its name, and which it is of those that share the name.
type Name = (String, usize);

/// The cells of fields by their names.
struct Named<'a, 'text>(HashMap<Name, &'a Cell<'text>>);

impl<'a, 'text> Named<'a, 'text> {
    fn new(run: &'a Bracketed<'text>) -> Self {
        Self(names(run).into_iter().zip(&run.cells).collect())
    }

    fn get(&self, name: &Name) -> Option<&'a Cell<'text>> {
        self.0.get(name).copied()
    }
}

fn names(run: &Bracketed) -> Vec<Name> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let name = |cell: &Cell| name_of(&cell.body).map_or("", |(name, _)| name).to_owned();
    let mut numbered = |name: String| {
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        (name, *count - 1)
    };
    run.cells.iter().map(|cell| numbered(name(cell))).collect()
}

fn node_of<'a>(fields: &'a Fields, name: &Name) -> Option<&'a Node> {
    fields.iter().filter(|(other, _)| *other == name.0).nth(name.1).map(|(_, node)| node)
}

fn headers_node<'a>(fields: &'a Four<Vec<(Cow<'static, str>, Node)>>, name: &Name) -> Four<Option<&'a Node>> {
    Four {
        now: node_of(&fields.now, name),
        base: fields.base.as_deref().map(|fields| node_of(fields, name)),
        ours: fields.ours.as_deref().map(|fields| node_of(fields, name)),
        theirs: node_of(&fields.theirs, name),
    }
}

/// A cell with what theirs changed around its body, and another body.
fn carried_cell<'a>(cells: Four<&Cell<'a>>, body: Option<Cow<'a, str>>) -> Cell<'a> {
    let Four { now, base, ours, theirs } = cells;
    let body = body.unwrap_or_else(|| now.body.clone());
    if base.is_none() && ours.is_none() {
        // It came from theirs.
        return Cell { body, ..theirs.clone() };
    }
    let none = Cell::default();
    let base = base.unwrap_or(&none);
    let blank = |of: for<'c> fn(&'c Cell) -> &'c str| merged(of(base), of(now), of(theirs)).into_owned();
    let (before, behind) = (blank(|cell| around_comma(cell).0), blank(|cell| around_comma(cell).1));
    let has_comma = if now.has_comma == base.has_comma { theirs.has_comma } else { now.has_comma };
    Cell {
        stray: Cow::Owned(blank(|cell| &cell.stray)),
        own: Cow::Owned(blank(|cell| &cell.own)),
        body,
        trail: Cow::Owned(format!("{before}{}{behind}", if has_comma { "," } else { "" })),
        has_comma,
    }
}

/// What stands before the comma of a cell and what behind it.
fn around_comma<'a>(cell: &'a Cell) -> (&'a str, &'a str) {
    if !cell.has_comma {
        return ("", &cell.trail);
    }
    // Before a comma stand comments alone.
    let mut cursor = crate::ron_text::cursor::Cursor::new(&cell.trail, 0);
    if cursor.skip_blank().is_err() {
        return ("", &cell.trail);
    }
    (cell.trail.get(..cursor.at).unwrap_or(""), cell.trail.get(cursor.at + 1..).unwrap_or(""))
}

/// What theirs changed behind the opening bracket and before the closing one.
fn carry_around<'a>(run: &mut Bracketed<'a>, base: Option<&Bracketed<'a>>, theirs: &Bracketed<'a>) {
    let none = Bracketed::default();
    let base = base.unwrap_or(&none);
    run.open = Cow::Owned(merged(&base.open, &run.open, &theirs.open).into_owned());
    run.close = Cow::Owned(merged(&base.close, &run.close, &theirs.close).into_owned());
}

/// A field with its name.
fn carried_field<'a>(cells: Four<&Cell<'a>>, nodes: Four<Option<&Node>>, line: Line) -> Option<Cow<'a, str>> {
    if is_theirs_alone(cells.map(|cell| &*cell.body), nodes.now == nodes.theirs) {
        return Some(cells.theirs.body.clone());
    }
    let texts = cells.part(|cell| value_of(&cell.body))?;
    let inner = if cells.now.begins_line() { cells.now.indent().to_owned() } else { line.indent.to_owned() };
    let value = carried_value(values(texts, nodes), Line { indent: &inner, ..line })?;
    let head = cells.now.body.len() - texts.now.len();
    Some(Cow::Owned(format!("{}{value}", cells.now.body.get(..head)?)))
}

fn value_of(body: &str) -> Option<&str> {
    body.get(name_of(body)?.1..)
}

/// Whether a text is to be as theirs has it: ours left it as it was, or has it not, and it says what theirs says.
fn is_theirs_alone(texts: Four<&str>, says_the_same: bool) -> bool {
    let is_untouched = match (texts.base, texts.ours) {
        (Some(base), Some(ours)) => base == ours,
        (None, None) => true,
        _ => false,
    };
    is_untouched && says_the_same
}

/// A value with what theirs changed in its text; `None` where it stays as it is.
fn carried_value(values: Four<Value>, line: Line) -> Option<String> {
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
fn carried_fields(texts: Four<&str>, fields: Four<&Fields>, line: Line) -> Option<String> {
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
fn add_silent<'a>(
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

fn values<'a>(texts: Four<&'a str>, nodes: Four<Option<&'a Node>>) -> Four<Value<'a>> {
    Four {
        now: Value { text: texts.now, node: nodes.now },
        base: texts.base.map(|text| Value { text, node: nodes.base.flatten() }),
        ours: texts.ours.map(|text| Value { text, node: nodes.ours.flatten() }),
        theirs: Value { text: texts.theirs, node: nodes.theirs },
    }
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
fn carried_list<'a>(
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
