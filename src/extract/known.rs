//! What a briefing knows already: its actors by every spelling, its ids, its quotes.

use std::collections::{HashMap, HashSet};

use super::cast::Cast;
use crate::index::{Reader, WordOrder, fold, name_keys};
use crate::model::{ActorKind, Content, Id, Role, Source, Statement, Visit};

/// A briefing as far as it is matched with.
#[derive(Default)]
pub struct Known {
    by_spelling: HashMap<String, Id>,
    /// By the ways in which a name is written; `None` where two have one.
    by_way: HashMap<String, Option<(Id, String)>>,
    countries: HashMap<String, Id>,
    /// The names, of one word each, of countries that no table has.
    pub countries_without_code: Vec<String>,
    ids: HashSet<String>,
    statements: Vec<(Id, Id, String)>,
    roles: Vec<Role>,
    /// Its visits.
    pub visits: Vec<Visit>,
    /// The source whose held words are those of the article.
    pub source: Option<Source>,
}

impl Known {
    /// What a briefing knows; `first_words` are some of the article, by which its source is found where it is not given.
    #[must_use]
    pub fn of(reader: &Reader, source: Option<&Source>, first_words: &[String]) -> Self {
        let briefing = reader.briefing;
        let mut known = Self::default();
        for entry in &briefing.actors {
            let actor = &entry.record;
            let order = if actor.kind == Some(ActorKind::Person) { WordOrder::Any } else { WordOrder::AsWritten };
            for spelling in actor.spellings() {
                known.by_spelling.entry(fold(spelling)).or_insert_with(|| actor.id.clone());
                for way in name_keys(spelling, order) {
                    let found = Some((actor.id.clone(), spelling.to_owned()));
                    known
                        .by_way
                        .entry(way)
                        .and_modify(|known| {
                            if known.as_ref().is_some_and(|(id, _)| *id != actor.id) {
                                *known = None;
                            }
                        })
                        .or_insert(found);
                }
            }
            if actor.kind == Some(ActorKind::Country) && !actor.iso.is_empty() {
                known.countries.insert(actor.iso.clone(), actor.id.clone());
            } else if actor.kind == Some(ActorKind::Country) {
                let names = actor.spellings().filter(|name| !name.contains(char::is_whitespace));
                known.countries_without_code.extend(names.map(str::to_owned));
            }
        }
        for &kind in crate::model::RecordKind::ALL {
            known.ids.extend(briefing.records(kind).map(|(_, record)| record.id().to_string()));
        }
        for entry in &briefing.statements {
            let text = said(&entry.record);
            if !text.is_empty() {
                known.statements.push((entry.record.id.clone(), entry.record.speaker.clone(), text));
            }
        }
        known.visits = briefing.visits.iter().map(|entry| entry.record.as_ref().clone()).collect();
        known.roles = briefing.roles.iter().map(|entry| entry.record.as_ref().clone()).collect();
        known.source = source.cloned().or_else(|| source_of(reader, first_words));
        known
    }

    /// Whether an id is taken.
    #[must_use]
    pub fn has_id(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// The actor of a spelling, and the spelling of the briefing that says so.
    #[must_use]
    pub fn actor(&self, spelling: &str, is_person: bool) -> Option<(Id, String)> {
        if let Some(id) = self.by_spelling.get(&fold(spelling)) {
            return Some((id.clone(), spelling.to_owned()));
        }
        let order = if is_person { WordOrder::Any } else { WordOrder::AsWritten };
        name_keys(spelling, order).iter().find_map(|way| self.by_way.get(way).cloned().flatten())
    }

    /// The actor of a country, by its code or its name.
    #[must_use]
    pub fn country(&self, code: &str, name: &str) -> Option<Id> {
        self.countries.get(code).cloned().or_else(|| self.by_spelling.get(&fold(name)).cloned())
    }

    /// The statement of a speaker that has the same quoted words.
    #[must_use]
    pub fn statement(&self, statement: &Statement) -> Option<Id> {
        let text = said(statement);
        let found = self.statements.iter().find(|(_, speaker, known)| {
            *speaker == statement.speaker
                && !text.is_empty()
                && (known.contains(&text) || text.contains(known.as_str()))
        });
        found.map(|(id, _, _)| id.clone())
    }

    /// The role of a person with the same title, where neither names another body.
    #[must_use]
    pub fn role(&self, role: &Role) -> Option<Id> {
        let title = fold(&role.title);
        let is_it = |known: &&Role| {
            known.person == role.person
                && fold(&known.title) == title
                && (known.org == role.org || known.org.is_empty() || role.org.is_empty())
        };
        self.roles.iter().find(is_it).map(|known| known.id.clone())
    }

    /// Gives every character of a cast the actor that it is.
    pub fn match_cast(&self, cast: &mut Cast) {
        for character in &mut cast.characters {
            let is_person = character.kind == ActorKind::Person;
            // A surname alone matches where the briefing has it as a spelling of one.
            let spellings = std::iter::once(&character.name).chain(&character.spellings);
            character.known =
                spellings.filter(|_| !character.is_anonymous).find_map(|spelling| self.actor(spelling, is_person));
        }
    }
}

fn said(statement: &Statement) -> String {
    let words = statement.content.iter().filter(|run| run.is_said()).map(Content::text);
    let text: Vec<String> = words.map(|text| fold(text).split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    text.join(" ")
}

/// The source that holds most of the words.
fn source_of(reader: &Reader, first_words: &[String]) -> Option<Source> {
    let wanted: Vec<String> = first_words.iter().map(|text| fold(text)).filter(|text| !text.is_empty()).collect();
    let mut best: Option<(usize, Source)> = None;
    for entry in &reader.briefing.sources {
        let held: Vec<String> = entry.record.held_words().iter().map(|(_, text)| fold(text)).collect();
        let hits = wanted
            .iter()
            .filter(|words| {
                held.iter()
                    .any(|text| text.contains(words.as_str()) || text.len() > 20 && words.contains(text.as_str()))
            })
            .count();
        if hits > 0 && best.as_ref().is_none_or(|(most, _)| hits > *most) {
            best = Some((hits, entry.record.as_ref().clone()));
        }
    }
    best.filter(|(hits, _)| *hits * 2 >= wanted.len().min(4)).map(|(_, source)| source)
}
