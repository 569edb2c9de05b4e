//! Records that name a record, put together by what they are to it.

use super::build::Build;
use super::glyph::Glyph;
use super::page::{Item, Section};
use super::rows::record_row;
use crate::index::BackLink;
use crate::model::{Key, RecordKind};

/// The place of the group of records whose dates hang on this one.
const DATE_HANGS: u8 = 5;

/// What a record that names another in a field is to it, and where its group stands among the others.
#[must_use]
fn group(link: &BackLink) -> (u8, &'static str) {
    use RecordKind::{Actor, Conflict, Judgement, Relation, Role, Source, Statement, Visit};
    match (link.kind, link.field) {
        (Conflict, "about") => (0, "Disputed in"),
        (Conflict, "sides") => (1, "A side of a conflict"),
        (Judgement, "supports") => (2, "Supports"),
        (Judgement, "contradicts") => (3, "Speaks against"),
        (Judgement, "supersedes") => (4, "Superseded by"),
        (_, "when" | "announced" | "published" | "said_on" | "valid") => (DATE_HANGS, "Date hangs on it"),
        (Statement, "speaker") => (10, "Said by it"),
        (Statement, "event") => (11, "Said at it"),
        (Statement, "about") => (12, "About it"),
        (Statement, "audience") => (13, "Said to it"),
        (Statement, "no_response") => (14, "Asked by it"),
        (Statement, "via") => (15, "Reached us through it"),
        (Visit, "lead") => (20, "Led by it"),
        (Visit, "visitors") => (21, "Visitor"),
        (Visit, "hosts") => (22, "Hosted"),
        (Visit, "met") => (23, "Met"),
        (Visit, "invited_by") => (24, "Invited by it"),
        (Visit, "to") => (25, "Visits to it"),
        (Visit, "from") => (26, "Visits from it"),
        (Relation, "between") => (30, "Relations"),
        (Relation, "replaces") => (31, "Replaced in"),
        (Relation, "asserted_by") => (32, "Asserts"),
        (Role, "person") => (40, "Roles"),
        (Role, "org") => (41, "Roles in it"),
        (Role, "area") => (42, "Roles for it"),
        (Actor, "part_of") => (43, "Parts of it"),
        (Source, "derived_from") => (44, "Sources that draw on it"),
        (_, "cites") => (50, "Cited by"),
        _ => (60, "Named by"),
    }
}

impl Build<'_> {
    /// The records that name this one but for those that `is_told` says are shown elsewhere; each stands once, in the
    /// group that says most.
    pub(super) fn linked_from(
        &self,
        sections: &mut Vec<Section>,
        key: Key,
        is_told: impl Fn(RecordKind, &'static str) -> bool,
    ) {
        let mut groups: Vec<(u8, &'static str, Vec<Key>)> = Vec::new();
        let links = self.reader.index.links_to(key);
        let mut total = 0;
        // The links of one record stand together.
        for of_record in links.chunk_by(|a, b| a.from == b.from) {
            let told = of_record.iter().any(|link| is_told(link.kind, link.field));
            let Some((order, label)) = of_record.iter().map(group).min().filter(|_| !told) else { continue };
            let Some(first) = of_record.first() else { continue };
            total += 1;
            match groups.iter_mut().find(|(known, ..)| *known == order) {
                Some((.., keys)) => keys.push(first.from),
                None => groups.push((order, label, vec![first.from])),
            }
        }
        groups.sort_by_key(|(order, ..)| *order);
        let lists = groups.into_iter().map(|(order, label, keys)| {
            let hangs = order == DATE_HANGS;
            let row = |key| {
                record_row(self.reader, key).map(|mut row| {
                    if hangs {
                        row.glyph = Glyph::Hangs;
                    }
                    row
                })
            };
            Item::free(self.list(label, label, &keys, row))
        });
        let items: Vec<Item> = lists.collect();
        if !items.is_empty() {
            sections.push(Section::headed("Linked from", Some(total), items));
        }
    }
}
