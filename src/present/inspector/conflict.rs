//! The page of a conflict.

use super::block::Block;
use super::build::{Build, text_row};
use super::glyph::Badge;
use super::page::{Item, Page, Section};
use super::rows::glyph_of;
use super::{Prose, Tone};
use crate::model::{AnyRecord, Conflict, Key, When, parse_edtf};
use crate::present::conflict_question::question;

impl Build<'_> {
    pub(super) fn conflict(&self, key: Key, conflict: &Conflict) -> Page {
        let record = AnyRecord::Conflict(conflict.clone().into());
        let mut sections = Vec::new();
        let mut items = Vec::new();
        self.records(&mut items, "about", "About", [&conflict.about], None);
        text_row(&mut items, "field", "Field", &conflict.field);
        sections.push(Section::plain(items));
        for (number, side) in (1..).zip(&conflict.sides) {
            let mut items = Vec::new();
            let value = match parse_edtf(&side.value) {
                Ok(_) => Prose::new()
                    .add(
                        Tone::Strong,
                        &side.told_date().map_or_else(|| When::from_edtf(&side.value).display(), When::display),
                    )
                    .add(Tone::Detail, &format!("  {}", side.value)),
                Err(_) => Prose::new().add(Tone::Strong, &side.value),
            };
            items.push(Item::of("sides", Block::Text(value)));
            if let Some(cite) = &side.cite {
                let mut words = Prose::new();
                if !cite.long.exact.is_empty() {
                    words = words.said(&cite.long.exact).add(Tone::Plain, "  ");
                }
                words = words.cite(self.reader, cite, false);
                if let Some(grade) = cite.long.credibility {
                    words = words.add(Tone::Detail, &format!(" credibility {grade}"));
                }
                items.push(Item::of("sides", Block::Text(words)));
            }
            if let Some(id) = &side.record {
                items.push(Item::of("sides", self.id_list(&format!("side {number}"), "", std::slice::from_ref(id))));
            }
            sections.push(Section::headed(&format!("Side {number}"), None, items));
        }
        let mut items = Vec::new();
        text_row(&mut items, "reason", "Reason", &conflict.reason);
        if !items.is_empty() {
            sections.push(Section::plain(items));
        }
        self.linked_from(&mut sections, key, |_, _| false);
        self.common(&mut sections, &record);
        let badge =
            if conflict.is_open() { Badge::Caution("Open".to_owned()) } else { Badge::Words("Resolved".to_owned()) };
        Page {
            key: Some(key),
            glyph: glyph_of(&record),
            kind: "Conflict".to_owned(),
            title: question(self.reader, conflict),
            subtitle: Prose::new().record(self.reader, Tone::Plain, &conflict.about),
            badges: vec![badge],
            sections,
            id: conflict.id.to_string(),
        }
    }
}
