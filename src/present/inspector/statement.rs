//! The page of a statement.

use super::block::Block;
use super::build::{Build, text_row};
use super::page::{Item, Page, Section};
use super::rows::glyph_of;
use super::{Prose, Target, Tone};
use crate::model::{AnyRecord, Directness, Key, Statement};
use crate::present::told_date;
use crate::present::{SpokenWords, StatementCard, language_words};

impl Build<'_> {
    pub(super) fn statement(&self, key: Key, statement: &Statement) -> Page {
        let record = AnyRecord::Statement(statement.clone().into());
        let card = StatementCard::new(self.reader, statement);
        let mut sections = Vec::new();
        if let Some(asked) = &statement.no_response {
            let mut items = Vec::new();
            let inquiry = if asked.inquiry.is_empty() { "What was asked is not told" } else { &asked.inquiry };
            text_row(&mut items, "no_response", "Asked", inquiry);
            if asked.inquirer.is_empty() {
                text_row(&mut items, "no_response", "By", "Who asked is not told");
            } else {
                self.records(&mut items, "no_response", "By", [&asked.inquirer], statement.said_on.as_ref());
            }
            sections.push(Section::headed("No response", None, items));
        }
        if !statement.content.is_empty() {
            sections.push(Section::plain(vec![Item::of("content", Block::Statement(SpokenWords::of(statement)))]));
        }
        self.passages(&mut sections, statement);
        sections.push(self.chain_section(statement, &card));
        self.date_section(&mut sections, key, "said_on", statement.said_on.as_ref(), &statement.cites);
        sections.push(Section::plain(self.statement_facts(statement, &card)));
        original(&mut sections, statement);
        self.linked_from(&mut sections, key, |_, field| field == "sides");
        self.common(&mut sections, &record);
        let text = statement.cites.first().and_then(|cite| super::prose::cite_target(self.reader, cite));
        sections.push(Section::plain(vec![Item::free(Block::Actions(text))]));
        Page {
            key: Some(key),
            glyph: glyph_of(&record),
            kind: "Statement".to_owned(),
            title: self.reader.actor_name(&statement.speaker),
            subtitle: self.statement_subtitle(statement),
            badges: Vec::new(),
            sections,
            id: statement.id.to_string(),
        }
    }

    /// What the speaker was then, and when that was.
    fn statement_subtitle(&self, statement: &Statement) -> Prose {
        let mut parts = self.roles_at(&statement.speaker, statement.said_on.as_ref());
        parts.truncate(1);
        parts.extend(statement.said_on.as_ref().map(|when| told_date(self.reader, when)));
        Prose::new().add(Tone::Weak, &parts.join(", "))
    }

    fn statement_facts(&self, statement: &Statement, card: &StatementCard) -> Vec<Item> {
        let at = statement.said_on.as_ref();
        let mut items = Vec::new();
        let directness = statement.directness();
        let detail = format!("  {}", card.directness_detail());
        let kind = Prose::new().add(Tone::Strong, directness.label()).add(Tone::Weak, &detail);
        let kind_field = if directness == Directness::NoResponse { "no_response" } else { "content" };
        items.push(Item::of(kind_field, Block::Property("Kind".to_owned(), vec![kind])));
        self.records(&mut items, "speaker", "Speaker", [&statement.speaker], at);
        if !statement.cue.is_empty() {
            let cue = Prose::new().said(&statement.cue);
            items.push(Item::of("cue", Block::Property("Cue".to_owned(), vec![cue])));
        }
        if let Some(medium) = statement.medium {
            let words = if medium == crate::model::Medium::Unknown { "Not known" } else { medium.label() };
            items.push(Item::of("medium", Block::Property("Medium".to_owned(), vec![Prose::plain(words)])));
        }
        self.records(&mut items, "audience", "To", &statement.audience, at);
        self.links(&mut items, "event", "Event", statement.event.as_slice());
        self.links(&mut items, "about", "About", &statement.about);
        items
    }

    /// A label with records as links, without roles.
    pub(super) fn links(&self, items: &mut Vec<Item>, field: &'static str, label: &str, ids: &[crate::model::Id]) {
        let line = |id| Prose::new().record(self.reader, Tone::Plain, id);
        let lines: Vec<Prose> = ids.iter().map(line).collect();
        if !lines.is_empty() {
            items.push(Item::of(field, Block::Property(label.to_owned(), lines)));
        }
    }

    /// Where the paragraph of a cite is read, or the source as a whole.
    pub(super) fn source_target(&self, id: &crate::model::Id) -> Option<Target> {
        self.reader.index.key_of(id).map(Target::Record)
    }
}

/// The words in the language they were said in.
fn original(sections: &mut Vec<Section>, statement: &Statement) {
    let Some(original) = &statement.original else { return };
    let mut items = vec![Item::of("original", Block::Text(Prose::new().said(&original.text)))];
    let translator = match original.translator.as_str() {
        "" => "Translator not named".to_owned(),
        name => format!("Translated by {name}"),
    };
    items.push(Item::of("original", Block::Text(Prose::new().add(Tone::Detail, &translator))));
    let head = match language_words(&original.lang) {
        words if words.is_empty() => "Original".to_owned(),
        words => format!("Original in {words}"),
    };
    sections.push(Section::headed(&head, None, items));
}
