//! Records from what was found: ids, actors that they need, cites, passages.

use std::collections::{HashMap, HashSet};

use super::blocks::{Block, on_one_line};
use super::cast::Cast;
use super::date_phrase::DatePhrase;
use super::known::Known;
use super::land::Land;
use super::page::Paragraph;
use super::proposal::{Passage, Proposal, Role as PassageRole};
use super::role::FoundRole;
use super::told::Span;
use super::who::Who;
use crate::index::{fold, latin_ways};
use crate::model::{Id, Place};
use crate::phrase::Setting;

/// The text of an article, taken apart.
pub struct Parsed<'a> {
    /// The blocks.
    pub blocks: &'a [Block],
    /// The paragraphs.
    pub paragraphs: &'a [Paragraph<'a>],
    /// The dates of each paragraph.
    pub dates: &'a [Vec<DatePhrase>],
    /// What is known beside the text.
    pub setting: Setting,
    /// The paragraph of its source that each paragraph is; none where blocks are counted.
    pub paras: Option<Vec<Option<u32>>>,
}

/// What records are made from.
pub struct Maker<'a> {
    /// The blocks.
    pub blocks: &'a [Block],
    /// The paragraphs.
    pub paragraphs: &'a [Paragraph<'a>],
    /// Who is named.
    pub cast: Cast,
    /// The offices.
    pub roles: Vec<FoundRole>,
    /// The dates of each paragraph.
    pub dates: &'a [Vec<DatePhrase>],
    /// What is known beside the text.
    pub setting: Setting,
    /// The paragraph of its source that each paragraph is; none where blocks are counted.
    pub paras: Option<Vec<Option<u32>>>,
    /// What the briefing knows.
    pub known: Known,
    /// The source.
    pub source: Id,
    /// What was proposed so far.
    pub proposals: Vec<Proposal>,
    ids: HashSet<String>,
    /// Those whose records are proposed, or known, with their ids.
    pub(super) made: HashMap<Who, Id>,
    /// The offices of each person, by their places in `roles`.
    pub(super) offices_of: HashMap<usize, Vec<usize>>,
    /// The number to try next for words that ids are made of.
    next_number: HashMap<String, usize>,
}

impl<'a> Maker<'a> {
    /// A maker that has made nothing yet.
    #[must_use]
    pub fn new(text: Parsed<'a>, cast: Cast, roles: Vec<FoundRole>, known: Known, source: Id) -> Self {
        let Parsed { blocks, paragraphs, dates, setting, paras } = text;
        let ids = HashSet::from([source.to_string()]);
        let mut offices_of: HashMap<usize, Vec<usize>> = HashMap::new();
        for (place, role) in roles.iter().enumerate() {
            offices_of.entry(role.who).or_default().push(place);
        }
        Self {
            blocks,
            paragraphs,
            cast,
            roles,
            dates,
            setting,
            paras,
            known,
            source,
            proposals: Vec::new(),
            ids,
            made: HashMap::new(),
            offices_of,
            next_number: HashMap::new(),
        }
    }

    /// The text of a span on one line.
    #[must_use]
    pub fn text(&self, span: &Span) -> String {
        self.paragraphs
            .get(span.paragraph)
            .map(|paragraph| on_one_line(paragraph.slice(&span.words)))
            .unwrap_or_default()
    }

    /// The passage of a span.
    #[must_use]
    pub fn passage(&self, role: PassageRole, span: &Span) -> Option<Passage> {
        let paragraph = self.paragraphs.get(span.paragraph)?;
        let bytes = paragraph.bytes(&span.words);
        let block = self.blocks.get(paragraph.block)?;
        let text = paragraph.text.get(bytes.clone())?.to_owned();
        let (start, end) = (block.chars_before(bytes.start), block.chars_before(bytes.end));
        (!text.is_empty()).then_some(Passage { para: paragraph.block, start, end, role, text })
    }

    /// An id that is free, from words.
    pub fn free_id(&mut self, words: &str) -> Id {
        let slug = slug(words);
        let mut id = slug.clone();
        let mut number = self.next_number.get(&slug).copied().unwrap_or(2);
        while self.known.has_id(&id) || self.ids.contains(&id) {
            id = format!("{slug}-{number}");
            number += 1;
        }
        self.next_number.insert(slug, number);
        self.ids.insert(id.clone());
        Id::from(id.as_str())
    }

    /// The id of somebody; their record is proposed where the briefing has none.
    pub fn actor(&mut self, who: Who) -> Option<Id> {
        if let Some(id) = self.made.get(&who) {
            return Some(id.clone());
        }
        match who {
            Who::Land(land) => Some(self.country(land)),
            Who::Character(place) => self.character(place),
        }
    }

    /// A country as a place: its code, or its actor where it has none.
    pub fn land_place(&mut self, land: Land) -> Place {
        match land {
            Land::Code(code) => {
                let known = self.known.country(code, &self.cast.lands.name(land));
                known.map_or_else(|| Place::from(code), |id| Place::from(id.as_str()))
            }
            Land::Told(_) => Place::from(self.country(land).as_str()),
        }
    }
}

/// The last word of an id: the surname of a person.
#[must_use]
pub fn last_word(id: &str) -> &str {
    let parts: Vec<&str> = id.split('-').collect();
    parts.iter().rev().find(|part| part.chars().any(char::is_alphabetic)).copied().unwrap_or(id)
}

/// Words as an id: `[a-z][a-z0-9-]*`.
fn slug(words: &str) -> String {
    let folded = fold(words);
    let is_latin = folded.chars().any(|c| c.is_ascii_alphanumeric());
    // Only letters that no folding makes plain are put in Latin ones.
    let latin =
        if is_latin { folded } else { latin_ways(words).into_iter().next().map(|way| fold(&way)).unwrap_or_default() };
    let mut slug = String::new();
    for c in latin.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if c != '\'' && !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug: String = slug.chars().take(60).collect();
    let slug = slug.trim_matches('-').to_owned();
    match slug.chars().next() {
        Some(c) if c.is_ascii_lowercase() => slug,
        Some(_) => format!("a-{slug}"),
        None => "actor".to_owned(),
    }
}
