//! The page of a relation.

use super::block::Block;
use super::build::{Build, text_row};
use super::glyph::Badge;
use super::page::{Item, Page, Section};
use super::rows::glyph_of;
use super::{Prose, Tone};
use crate::model::{AnyRecord, Key, Relation};
use crate::present::SpokenWords;
use crate::present::told_date;

impl Build<'_> {
    pub(super) fn relation(&self, key: Key, relation: &Relation) -> Page {
        let record = AnyRecord::Relation(relation.clone().into());
        let mut sections = Vec::new();
        let mut items = Vec::new();
        let is_directed = relation.directed == Some(true);
        match (is_directed, relation.between.split_first()) {
            (true, Some((first, others))) => {
                self.records(&mut items, "between", "From", [first], relation.valid.as_ref());
                self.records(&mut items, "between", "To", others, relation.valid.as_ref());
            }
            _ => self.records(&mut items, "between", "Between", &relation.between, relation.valid.as_ref()),
        }
        text_row(&mut items, "scope", "Scope", &relation.scope);
        self.records(&mut items, "replaces", "Replaces", &relation.replaces, None);
        sections.push(Section::plain(items));
        self.date_section(&mut sections, key, "valid", relation.valid.as_ref(), &relation.cites);
        if let Some(id) = &relation.asserted_by {
            let mut items = Vec::new();
            match self.reader.statement(id) {
                Some(statement) => {
                    items.push(Item::of("asserted_by", Block::Statement(SpokenWords::of(&statement))));
                    let who = Prose::new().record(self.reader, Tone::Plain, id);
                    let date = statement.said_on.as_ref().map(|when| told_date(self.reader, when)).unwrap_or_default();
                    let who = if date.is_empty() { who } else { who.add(Tone::Detail, &format!("  {date}")) };
                    items.push(Item::free(Block::Text(who)));
                }
                None => self.records(&mut items, "asserted_by", "Says", [id], None),
            }
            sections.push(Section::headed("Asserted by", None, items));
        }
        self.linked_from(&mut sections, key, |_, _| false);
        self.common(&mut sections, &record);
        let names: Vec<String> = relation.between.iter().map(|id| self.reader.actor_name(id)).collect();
        let mut badges: Vec<Badge> = Vec::new();
        if let Some(directed) = relation.directed {
            badges.push(Badge::Words(if directed { "One way" } else { "Both ways" }.to_owned()));
        }
        Page {
            key: Some(key),
            glyph: glyph_of(&record),
            kind: "Relation".to_owned(),
            title: relation.kind.as_ref().map_or("Relation", |kind| kind.label()).to_owned(),
            subtitle: Prose::new().add(Tone::Weak, &names.join(if is_directed { " → " } else { " – " })),
            badges,
            sections,
            id: relation.id.to_string(),
        }
    }
}
