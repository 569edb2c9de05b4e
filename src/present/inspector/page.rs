//! The inspector's page as plain data: a head, then sections of blocks.

use super::Prose;
use super::block::Block;
use super::glyph::{Badge, Glyph};
use crate::model::Key;

/// What the inspector shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The record, none for the briefing.
    pub key: Option<Key>,
    /// The sign of its kind.
    pub glyph: Glyph,
    /// The word for its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What stands under the title.
    pub subtitle: Prose,
    /// Short facts.
    pub badges: Vec<Badge>,
    /// The rest.
    pub sections: Vec<Section>,
    /// The record's name in the file.
    pub id: String,
}

/// A part of the page, between two lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// Its head; may be empty.
    pub head: String,
    /// How many it holds.
    pub count: Option<usize>,
    /// What stands right of its head.
    pub detail: String,
    /// What it holds.
    pub items: Vec<Item>,
}

impl Page {
    /// The page of the briefing beside the overview, which shows question, answer and gaps itself.
    #[must_use]
    pub fn beside_overview(mut self) -> Self {
        for section in &mut self.sections {
            section.items.retain(|item| !matches!(item.field, "question" | "bottom_line" | "schema" | "gaps"));
        }
        self.sections.retain(|section| !section.items.is_empty());
        self
    }
}

impl Section {
    /// A section without a head.
    #[must_use]
    pub fn plain(items: Vec<Item>) -> Self {
        Self { items, ..Self::default() }
    }

    /// A section with a head.
    #[must_use]
    pub fn headed(head: &str, count: Option<usize>, items: Vec<Item>) -> Self {
        Self { head: head.to_owned(), count, items, ..Self::default() }
    }
}

/// A block, and the field of the record that it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The field; empty where it is none of the record's own.
    pub field: &'static str,
    /// What is shown.
    pub block: Block,
}

impl Item {
    /// A block that shows a field.
    #[must_use]
    pub fn of(field: &'static str, block: Block) -> Self {
        Self { field, block }
    }

    /// A block that shows no field of the record.
    #[must_use]
    pub fn free(block: Block) -> Self {
        Self { field: "", block }
    }
}
