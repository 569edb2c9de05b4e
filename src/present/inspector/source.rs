//! The page of a source.

use super::block::{Block, Paragraph};
use super::build::{Build, text_row};
use super::glyph::Badge;
use super::page::{Item, Page, Section};
use super::rows::{glyph_of, grade_of, source_row};
use super::{Prose, Target, Tone};
use crate::analysis::is_held;
use crate::model::{AnyRecord, Id, Key, RecordKind, Source, When};
use crate::present::sources::{ReadParagraph, SourceReading};
use crate::present::{language_words, visible};

/// So many records that cite a paragraph are named under it.
const MOST_NAMED: usize = 4;

impl Build<'_> {
    pub(super) fn source(&self, key: Key, source: &Source) -> Page {
        let record = AnyRecord::Source(source.clone().into());
        let mut sections = Vec::new();
        let words = source.reliability.map_or("No grade", crate::model::Reliability::label);
        sections.push(Section::plain(vec![Item::of("reliability", Block::Grade(grade_of(source), words.to_owned()))]));
        self.date_section(&mut sections, key, "published", source.published.as_ref(), &source.cites);
        let facts = Self::source_facts(source);
        if !facts.is_empty() {
            sections.push(Section::plain(facts));
        }
        self.derivations(&mut sections, key, source);
        self.held_section(&mut sections, key, source);
        self.linked_from(&mut sections, key, |kind, field| {
            field == "derived_from" || (kind == RecordKind::Conflict && field == "sides")
        });
        self.common(&mut sections, &record);
        Page {
            key: Some(key),
            glyph: glyph_of(&record),
            kind: source.kind.map_or("Source", crate::model::SourceKind::label).to_owned(),
            title: self.reader.title(&record),
            subtitle: Prose::new().add(Tone::Weak, &source.title),
            badges: source_badges(source),
            sections,
            id: source.id.to_string(),
        }
    }

    fn source_facts(source: &Source) -> Vec<Item> {
        let mut items = Vec::new();
        if source.publisher.is_empty() {
            text_row(&mut items, "publisher", "Publisher", "Not named");
        }
        text_row(&mut items, "author", "Author", &source.author);
        let address =
            |address: &str| vec![Prose::new().link(Tone::Plain, address, Some(Target::Address(address.to_owned())))];
        if !source.url.is_empty() {
            items.push(Item::of("url", Block::Property("Address".to_owned(), address(&source.url))));
        }
        if !source.accessed.is_empty() {
            text_row(&mut items, "accessed", "Read on", &When::from_edtf(&source.accessed).display());
        }
        if !source.archived.is_empty() {
            let lines = match crate::present::link_host(&source.archived) {
                Some(_) => address(&source.archived),
                None => vec![Prose::plain(&source.archived)],
            };
            items.push(Item::of("archived", Block::Property("Archived".to_owned(), lines)));
        }
        items
    }

    fn derivations(&self, sections: &mut Vec<Section>, key: Key, source: &Source) {
        let row = |key: Key| match self.reader.record(key)? {
            AnyRecord::Source(source) => Some(source_row(self.reader, key, &source)),
            _ => None,
        };
        if !source.derived_from.is_empty() {
            let keys: Vec<Key> = source.derived_from.iter().filter_map(|id| self.reader.index.key_of(id)).collect();
            let mut items = vec![Item::of("derived_from", self.list("Draws on", "", &keys, row))];
            let missing: Vec<&Id> =
                source.derived_from.iter().filter(|id| self.reader.index.key_of(id).is_none()).collect();
            items.extend(missing.into_iter().map(|id| {
                let words = Prose::new().record(self.reader, Tone::Plain, id);
                Item::of("derived_from", Block::Text(words))
            }));
            sections.push(Section::headed("Draws on", Some(source.derived_from.len()), items));
        }
        let links = self.reader.index.links_to(key).iter();
        let users: Vec<Key> = links.filter(|link| link.field == "derived_from").map(|link| link.from).collect();
        if !users.is_empty() {
            let list = self.list("Reached us through", "", &users, row);
            sections.push(Section::headed("Reached us through", Some(users.len()), vec![Item::free(list)]));
        }
    }

    fn held_section(&self, sections: &mut Vec<Section>, key: Key, source: &Source) {
        let reading = SourceReading::new(self.reader, key, source);
        let held = reading.paragraphs.iter().filter(|paragraph| paragraph.is_held).count();
        let limit = self.limits.of("held");
        let mut items = Vec::new();
        for paragraph in reading.paragraphs.iter().take(limit) {
            items.push(Item::of(
                if source.text.is_empty() { "excerpts" } else { "text" },
                Block::Paragraph(Paragraph {
                    source: Some(key),
                    para: paragraph.para,
                    runs: paragraph.runs.clone(),
                    is_cited: !paragraph.citing.is_empty(),
                }),
            ));
            items.push(Item::free(Block::CitedBy(self.citing_words(paragraph))));
        }
        if reading.paragraphs.len() > limit {
            let more = reading.paragraphs.len() - limit;
            items.push(Item::free(Block::List(super::block::List {
                id: "held".to_owned(),
                more,
                ..super::block::List::default()
            })));
        }
        if !items.is_empty() {
            sections.push(Section::headed("Paragraphs held", Some(held), items));
        }
    }

    fn citing_words(&self, paragraph: &ReadParagraph) -> Prose {
        if paragraph.citing.is_empty() {
            return Prose::new().add(Tone::Detail, "Nothing cites it");
        }
        let mut words = Prose::new().add(Tone::Detail, "Cited by ");
        for (place, key) in paragraph.citing.iter().take(MOST_NAMED).enumerate() {
            let Some(row) = super::rows::record_row(self.reader, *key) else { continue };
            if place > 0 {
                words = words.add(Tone::Detail, ", ");
            }
            let name = if row.is_said { format!("{} {}", row.detail, row.words) } else { row.words };
            words = words.link(Tone::Detail, &super::prose::shortened(&name, 48), Some(row.target));
        }
        match paragraph.citing.len().saturating_sub(MOST_NAMED) {
            0 => words,
            more => words.add(Tone::Detail, &format!(" and {more} more")),
        }
    }
}

fn source_badges(source: &Source) -> Vec<Badge> {
    let held = match (is_held(source), source.has_words(), source.text.is_empty()) {
        (_, true, false) => "Text held",
        (_, true, true) => "Words held",
        (true, false, _) => "Held elsewhere",
        (false, ..) => "Not held",
    };
    let mut badges = vec![Badge::Words(held.to_owned())];
    if !source.lang.is_empty() {
        badges.push(Badge::Words(visible(&language_words(&source.lang)).into_owned()));
    }
    badges
}
