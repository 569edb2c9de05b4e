//! The page of a visit.

use super::block::Block;
use super::build::{Build, text_rows};
use super::glyph::Badge;
use super::page::{Item, Page, Section};
use super::rows::glyph_of;
use super::{Prose, Tone};
use crate::model::{AnyRecord, Id, Key, Mode, Place, Visit, VisitKind, VisitStatus};

impl Build<'_> {
    pub(super) fn visit(&self, key: Key, visit: &Visit) -> Page {
        let record = AnyRecord::Visit(visit.clone().into());
        let mut sections = Vec::new();
        self.date_section(&mut sections, key, "when", visit.when.as_ref(), &visit.cites);
        sections.push(Section::plain(self.visit_facts(visit)));
        self.linked_from(&mut sections, key, |_, field| field == "sides");
        self.common(&mut sections, &record);
        Page {
            key: Some(key),
            glyph: glyph_of(&record),
            kind: "Visit".to_owned(),
            title: self.reader.visit_title(visit),
            subtitle: Prose::new().add(Tone::Weak, &self.direction_words(visit)),
            badges: badges(visit),
            sections,
            id: visit.id.to_string(),
        }
    }

    fn visit_facts(&self, visit: &Visit) -> Vec<Item> {
        let mut items = Vec::new();
        let at = visit.when.as_ref();
        let lead_is_visitor = visit.lead.as_ref().is_some_and(|lead| visit.visitors.contains(lead));
        if !lead_is_visitor {
            self.records(&mut items, "lead", "Led by", &visit.lead, at);
        }
        let mut lines: Vec<Prose> = Vec::new();
        for id in &visit.visitors {
            let leads = visit.visitors.len() > 1 && visit.lead.as_ref() == Some(id);
            lines.extend(self.record_lines(id, at, if leads { "led" } else { "" }));
        }
        if !lines.is_empty() {
            let label = if visit.visitors.len() == 1 { "Visitor" } else { "Visitors" };
            items.push(Item::of("visitors", Block::Property(label.to_owned(), lines)));
        }
        if let Some(from) = &visit.from {
            self.place(&mut items, "from", "From", from, "");
        }
        self.place(&mut items, "to", "To", &visit.to, &visit.place);
        let people: [(&'static str, &str, &[Id]); 3] = [
            ("hosts", if visit.hosts.len() == 1 { "Host" } else { "Hosts" }, &visit.hosts),
            ("met", "Met", &visit.met),
            ("invited_by", "Invited by", visit.invited_by.as_slice()),
        ];
        for (field, label, ids) in people {
            self.records(&mut items, field, label, ids, at);
        }
        self.date(&mut items, "announced", "Announced", visit.announced.as_ref());
        text_rows(&mut items, "topics", "Topics", &visit.topics);
        text_rows(&mut items, "outcomes", "Outcomes", &visit.outcomes);
        if visit.kind == Some(VisitKind::Unspecified) {
            let words = Prose::new().add(Tone::Weak, "Not said");
            items.push(Item::of("kind", Block::Property("Protocol".to_owned(), vec![words])));
        }
        items
    }

    /// `China → Serbia`.
    fn direction_words(&self, visit: &Visit) -> String {
        let named = |code: Option<String>, place: Option<Place>| match code {
            Some(code) => self.reader.name_of_code(&code),
            None => place.map(|place| self.reader.place_name(&place)).unwrap_or_default(),
        };
        let (from, to) = self.reader.direction(visit);
        let (from, to) = (named(from, self.reader.start_place(visit)), named(to, Some(visit.to.clone())));
        if from.is_empty() || to.is_empty() { String::new() } else { format!("{from} → {to}") }
    }
}

fn badges(visit: &Visit) -> Vec<Badge> {
    let mut badges: Vec<Badge> = visit.channels.iter().map(|channel| Badge::Channel(*channel)).collect();
    let mut words = |text: &str| badges.push(Badge::Words(text.to_owned()));
    if let Some(status) = visit.status {
        words(VisitStatus::label(status));
    }
    if let Some(level) = visit.level {
        words(level.label());
    }
    if let Some(kind) = visit.kind.filter(|kind| *kind != VisitKind::Unspecified) {
        words(kind.label());
    }
    if let Some(mode) = visit.mode {
        words(Mode::label(mode));
    }
    badges
}
