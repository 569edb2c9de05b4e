//! What is derived from one revision of a briefing.

use super::by_id::ById;
use super::links;
use super::search::SearchText;
use crate::model::{Briefing, Key, RecordKind};
use std::collections::HashMap;
use std::sync::OnceLock;

/// What is derived from one revision of a briefing.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) places: HashMap<Key, (RecordKind, usize)>,
    pub(super) by_id: ById,
    /// The first country or region of each ISO 3166 code.
    pub(super) of_code: HashMap<String, Key>,
    pub(super) links: links::Links,
    pub(super) visits_by_date: Vec<Key>,
    /// Made when it is first asked for: most commands never search.
    pub(super) search: OnceLock<SearchText>,
    /// What it is made of.
    pub(super) snapshot: Briefing,
}
