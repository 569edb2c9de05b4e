//! What the pages of all kinds of record are put together from.

use super::block::{Block, List, Row};
use super::conflict_box::conflict_box;
use super::dates::{date_block, date_line};
use super::limits::Limits;
use super::page::{Item, Section};
use super::rows::record_row;
use super::{Prose, Tone};
use crate::edit::fields::field_label;
use crate::index::Reader;
use crate::model::{AnyRecord, Cite, Id, Key, Node, Place, When};
use crate::present::{Filter, Shown, own_name, role_words, visible};

/// What a page is made from.
pub(super) struct Build<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) shown: &'a Shown,
    pub(super) filter: &'a Filter,
    pub(super) limits: &'a Limits,
}

/// So many paragraphs of a long text are shown as paragraphs of their own.
const MOST_PARAGRAPHS: usize = 200;

/// A label with a text, unless it is empty.
pub(super) fn text_row(items: &mut Vec<Item>, field: &'static str, label: &str, text: &str) {
    if !text.is_empty() {
        let lines = text.lines().take(MOST_PARAGRAPHS).map(Prose::plain).collect();
        items.push(Item::of(field, Block::Property(label.to_owned(), lines)));
    }
}

/// A label with a text for each item of a list.
pub(super) fn text_rows(items: &mut Vec<Item>, field: &'static str, label: &str, texts: &[String]) {
    if !texts.is_empty() {
        let lines = texts.iter().map(|text| Prose::plain(text)).collect();
        items.push(Item::of(field, Block::Property(label.to_owned(), lines)));
    }
}

impl Build<'_> {
    /// A label with the records of some ids, roles beside the names of actors.
    pub(super) fn records<'b>(
        &self,
        items: &mut Vec<Item>,
        field: &'static str,
        label: &str,
        ids: impl IntoIterator<Item = &'b Id>,
        at: Option<&When>,
    ) {
        let lines: Vec<Prose> =
            ids.into_iter().filter(|id| !id.is_empty()).flat_map(|id| self.record_lines(id, at, "")).collect();
        if !lines.is_empty() {
            items.push(Item::of(field, Block::Property(label.to_owned(), lines)));
        }
    }

    /// The name of a record as a link, and below it what an actor was at a date.
    pub(super) fn record_lines(&self, id: &Id, at: Option<&When>, remark: &str) -> Vec<Prose> {
        let Some((_, record)) = self.reader.by_id(id) else {
            return vec![Prose::new().record(self.reader, Tone::Strong, id)];
        };
        let mut name = Prose::new().record(self.reader, Tone::Strong, id);
        let mut lines = Vec::new();
        if let AnyRecord::Actor(actor) = &record {
            if let Some(own) = own_name(self.reader, actor) {
                name = name.add(Tone::Weak, " ").add(Tone::Weak, own);
            }
            let roles = self.roles_at(id, at);
            if !roles.is_empty() {
                lines.push(Prose::new().add(Tone::Detail, &roles.join("; ")));
            }
        }
        if !remark.is_empty() {
            name = name.add(Tone::Detail, "  ").add(Tone::Detail, remark);
        }
        lines.insert(0, name);
        lines
    }

    /// What a person was at a date: roles that may have held then, all where no date is given.
    pub(super) fn roles_at(&self, person: &Id, at: Option<&When>) -> Vec<String> {
        let bounds = at.map(When::bounds);
        let roles = self.reader.roles_of(person);
        let held = roles.iter().filter(|(_, role)| {
            let (Some(at), Some(valid)) = (bounds, role.valid.as_ref().map(When::bounds)) else { return true };
            let starts_before_end = valid.start_earliest.zip(at.end_latest).is_none_or(|(start, end)| start <= end);
            let ends_after_start = valid.end_latest.zip(at.start_earliest).is_none_or(|(end, start)| end >= start);
            starts_before_end && ends_after_start
        });
        held.map(|(_, role)| visible(&role_words(self.reader, role)).into_owned()).collect()
    }

    /// A label with a place: the name of its actor as a link, or of its code.
    pub(super) fn place(&self, items: &mut Vec<Item>, field: &'static str, label: &str, place: &Place, town: &str) {
        if place.is_empty() && town.is_empty() {
            return;
        }
        let mut prose = Prose::new();
        if !town.is_empty() {
            prose = prose.add(Tone::Strong, town);
            if !place.is_empty() {
                prose = prose.add(Tone::Plain, ", ");
            }
        }
        match (place.actor(), place.iso_code()) {
            (Some(id), _) => prose = prose.record(self.reader, Tone::Strong, id),
            (None, Some(code)) => {
                let name = self.reader.name_of_code(code);
                prose = prose.add(Tone::Strong, &name);
                if name != code {
                    prose = prose.add(Tone::Detail, &format!(" {code}"));
                }
            }
            (None, None) => {}
        }
        items.push(Item::of(field, Block::Property(label.to_owned(), vec![prose])));
    }

    /// The main date of a record as a section of its own, with the conflicts about the record.
    pub(super) fn date_section(
        &self,
        sections: &mut Vec<Section>,
        key: Key,
        field: &'static str,
        when: Option<&When>,
        cites: &[Cite],
    ) {
        if let Some(when) = when {
            sections.push(Section::plain(vec![Item::of(field, date_block(self.reader, when, cites))]));
        }
        self.conflicts(sections, key);
    }

    /// The conflicts about a record, open ones first.
    pub(super) fn conflicts(&self, sections: &mut Vec<Section>, key: Key) {
        let mut conflicts = self.reader.conflicts_about(key);
        conflicts.sort_by_key(|(_, conflict)| !conflict.is_open());
        let boxes = conflicts.iter().map(|(key, conflict)| {
            // The field in dispute is the one that a problem may point at.
            Item::free(Block::Conflict(conflict_box(self.reader, *key, conflict)))
        });
        let items: Vec<Item> = boxes.collect();
        if !items.is_empty() {
            sections.push(Section::plain(items));
        }
    }

    /// A date that is not the main one, as a row.
    pub(super) fn date(&self, items: &mut Vec<Item>, field: &'static str, label: &str, when: Option<&When>) {
        if let Some(when) = when {
            items.push(Item::of(field, Block::Property(label.to_owned(), date_line(self.reader, when))));
        }
    }

    /// Rows of records, as many as were asked for.
    pub(super) fn list(&self, id: &str, label: &str, keys: &[Key], row: impl Fn(Key) -> Option<Row>) -> Block {
        let limit = self.limits.of(id);
        // A single row is not hidden behind a line of its own.
        let limit = if keys.len() == limit + 1 { limit + 1 } else { limit };
        let rows: Vec<Row> = keys.iter().take(limit).filter_map(|key| row(*key)).collect();
        Block::List(List {
            id: id.to_owned(),
            label: label.to_owned(),
            total: keys.len(),
            rows,
            more: keys.len().saturating_sub(limit),
        })
    }

    /// Rows of the records of some ids.
    pub(super) fn id_list(&self, id: &str, label: &str, ids: &[Id]) -> Block {
        let keys: Vec<Key> = ids.iter().filter_map(|id| self.reader.index.key_of(id)).collect();
        self.list(id, label, &keys, |key| record_row(self.reader, key))
    }

    /// What every record ends with: note, marking, cites, unknown fields; a remark that asks for an answer comes first.
    pub(super) fn common(&self, sections: &mut Vec<Section>, record: &AnyRecord) {
        let mut items = Vec::new();
        text_row(&mut items, "note", "Note", record.note());
        if !record.our_reading().is_empty() {
            mark_our_reading(sections, record.our_reading());
            let labels: Vec<String> =
                record.our_reading().iter().map(|name| field_label(record.kind(), name).to_lowercase()).collect();
            let words = Prose::new().add(Tone::Plain, &labels.join(", ")).add(Tone::Detail, " – no source states it");
            items.push(Item::of("our_reading", Block::Property("Our reading".to_owned(), vec![words])));
        }
        if let Some(marking) = record.marking() {
            items.push(Item::of("marking", Block::Property("Marking".to_owned(), vec![Prose::plain(marking.label())])));
        }
        let cites = record.cites();
        if !cites.is_empty() {
            items.push(Item::of("cites", Block::Property("Cites".to_owned(), self.cite_lines(cites))));
        }
        let unknown = unknown_fields(record.field_nodes());
        if !unknown.is_empty() {
            items.push(Item::free(Block::Unknown(unknown)));
        }
        if !items.is_empty() {
            sections.push(Section::plain(items));
        }
        if !record.review().is_empty() {
            let remark = Item::of("review", Block::Remark(visible(record.review()).into_owned()));
            sections.insert(0, Section::plain(vec![remark]));
        }
    }

    /// Cites as links, those of one source in a line; grades of items and words around after each.
    fn cite_lines(&self, cites: &[Cite]) -> Vec<Prose> {
        let mut lines: Vec<(&Id, Prose)> = Vec::new();
        for cite in cites {
            let is_next = lines.last().is_some_and(|(source, _)| *source == cite.source());
            let (mut prose, short) = match lines.pop() {
                Some((_, line)) if is_next => (line.add(Tone::Plain, "  "), true),
                other => {
                    lines.extend(other);
                    (Prose::new(), false)
                }
            };
            prose = prose.cite(self.reader, cite, short);
            if let Some(grade) = cite.long.credibility {
                prose = prose.add(Tone::Detail, &format!(" ({grade})"));
            }
            lines.push((cite.source(), prose));
        }
        lines.into_iter().map(|(_, line)| line).collect()
    }
}

/// Says of each field shown that is the author's reading that it is.
fn mark_our_reading(sections: &mut [Section], fields: &[String]) {
    for item in sections.iter_mut().flat_map(|section| &mut section.items) {
        if let Block::Property(_, lines) = &mut item.block
            && fields.iter().any(|field| field == item.field)
        {
            lines.push(Prose::new().add(Tone::Detail, "our reading"));
        }
    }
}

/// Fields that the model does not know, wherever in a record they stand: path and text.
pub(super) fn unknown_fields(fields: Vec<(std::borrow::Cow<'static, str>, Node)>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (name, node) in fields {
        collect_unknown(&name, &node, &mut found);
    }
    found
}

fn collect_unknown(path: &str, node: &Node, found: &mut Vec<(String, String)>) {
    match node {
        Node::Raw(text) => found.push((visible(path).into_owned(), visible(text).into_owned())),
        Node::List(items) => {
            for (place, item) in items.iter().enumerate() {
                collect_unknown(&format!("{path}[{place}]"), item, found);
            }
        }
        Node::Struct(fields) | Node::Variant(_, fields) => {
            for (name, value) in fields {
                collect_unknown(&format!("{path}.{name}"), value, found);
            }
        }
        Node::Wrapped(_, inner) => collect_unknown(path, inner, found),
        Node::Bool(_) | Node::Integer(_) | Node::Text(_) | Node::Word(_) => {}
    }
}
