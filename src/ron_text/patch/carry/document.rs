//! The text of a merged briefing, with what theirs changed in the text alone.

use std::borrow::Cow;

use super::super::cells::Bracketed;
use super::super::copy::Copy;
use super::super::line::{Line, end_of};
use super::super::line_ends::{changed_end, with_end};
use super::super::opening::open_of_briefing;
use super::cell::{carried_cell, carry_around};
use super::four::Four;
use super::keys_met::KeysMet;
use super::names::{Name, Named, names, node_of};
use super::records::carried_list;
use super::value::{add_silent, carried_field};
use crate::model::{Node, NodeFields as _, RecordKind};

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

fn headers_node<'a>(fields: &'a Four<Vec<(Cow<'static, str>, Node)>>, name: &Name) -> Four<Option<&'a Node>> {
    Four {
        now: node_of(&fields.now, name),
        base: fields.base.as_deref().map(|fields| node_of(fields, name)),
        ours: fields.ours.as_deref().map(|fields| node_of(fields, name)),
        theirs: node_of(&fields.theirs, name),
    }
}
