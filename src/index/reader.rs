//! A briefing with its index: what a name, a role or a direction is.

use std::sync::Arc;

use crate::model::{
    Actor, AnyRecord, Briefing, Conflict, Id, Key, Place, RecordKind, Role, Source, Statement, Visit, count_text,
    country_name,
};

use super::BackLink;
use super::table::Index;

/// A briefing and the index of the same revision, for asking.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// What is derived from it.
    pub index: &'a Index,
}

impl<'a> Reader<'a> {
    /// A reader of a briefing and the index built from it.
    #[must_use]
    pub fn new(briefing: &'a Briefing, index: &'a Index) -> Self {
        Self { briefing, index }
    }

    /// The record of a key.
    #[must_use]
    pub fn record(&self, key: Key) -> Option<AnyRecord> {
        self.index.record(self.briefing, key)
    }

    /// The first record with an id.
    #[must_use]
    pub fn by_id(&self, id: &Id) -> Option<(Key, AnyRecord)> {
        let key = self.index.key_of(id)?;
        Some((key, self.record(key)?))
    }

    /// The actor with an id.
    #[must_use]
    pub fn actor(&self, id: &Id) -> Option<Arc<Actor>> {
        match self.by_id(id)?.1 {
            AnyRecord::Actor(actor) => Some(actor),
            _ => None,
        }
    }

    /// The source with an id.
    #[must_use]
    pub fn source(&self, id: &Id) -> Option<Arc<Source>> {
        match self.by_id(id)?.1 {
            AnyRecord::Source(source) => Some(source),
            _ => None,
        }
    }

    /// The visit with a key.
    #[must_use]
    pub fn visit_at(&self, key: Key) -> Option<Arc<Visit>> {
        match self.record(key)? {
            AnyRecord::Visit(visit) => Some(visit),
            _ => None,
        }
    }

    /// The visit with an id.
    #[must_use]
    pub fn visit(&self, id: &Id) -> Option<Arc<Visit>> {
        match self.by_id(id)?.1 {
            AnyRecord::Visit(visit) => Some(visit),
            _ => None,
        }
    }

    /// The statement with an id.
    #[must_use]
    pub fn statement(&self, id: &Id) -> Option<Arc<Statement>> {
        match self.by_id(id)?.1 {
            AnyRecord::Statement(statement) => Some(statement),
            _ => None,
        }
    }

    /// The name of an actor, or its id where there is no such actor.
    #[must_use]
    pub fn actor_name(&self, id: &Id) -> String {
        match self.actor(id) {
            Some(actor) if !actor.name.is_empty() => actor.name.clone(),
            _ => id.to_string(),
        }
    }

    /// The name of a place: that of its actor, or of the country or region that has its code, or the code.
    #[must_use]
    pub fn place_name(&self, place: &Place) -> String {
        match place.iso_code() {
            Some(code) => self.name_of_code(code),
            None => place.actor().map(|id| self.actor_name(id)).unwrap_or_default(),
        }
    }

    /// The name of a country or region of the file that has an ISO 3166 code, else the country's English name, else
    /// the code itself.
    #[must_use]
    pub fn name_of_code(&self, code: &str) -> String {
        let named = self.index.key_of_code(code).and_then(|key| match self.record(key)? {
            AnyRecord::Actor(actor) => Some(actor.name.clone()),
            _ => None,
        });
        named.unwrap_or_else(|| country_name(code).unwrap_or(code).to_owned())
    }

    /// From which country to which a visit goes, as ISO 3166-1 codes: the country of `from`, else of the lead, else
    /// of the first visitor, to the country of `to`.
    #[must_use]
    pub fn direction(&self, visit: &Visit) -> (Option<String>, Option<String>) {
        let from = visit.from.as_ref().and_then(|place| self.country_of_place(place));
        let lead = || visit.lead.as_ref().and_then(|id| self.country_of_actor(id));
        let first = || visit.visitors.first().and_then(|id| self.country_of_actor(id));
        (from.or_else(lead).or_else(first), self.country_of_place(&visit.to))
    }

    /// The roles of a person, in the order of the file.
    #[must_use]
    pub fn roles_of(&self, person: &Id) -> Vec<(Key, Arc<Role>)> {
        let Some(key) = self.index.key_of(person) else { return Vec::new() };
        let links = self.index.links_to(key).iter().filter(|link| link.kind == RecordKind::Role);
        links
            .filter(|link| link.field == "person")
            .filter_map(|link| match self.record(link.from)? {
                AnyRecord::Role(role) => Some((link.from, role)),
                _ => None,
            })
            .collect()
    }

    /// The titles of a person, with the organisation where the title does not name it: `Director, SCPSR`.
    #[must_use]
    pub fn role_titles(&self, person: &Id) -> Vec<String> {
        self.roles_of(person).into_iter().map(|(_, role)| self.role_title(&role)).collect()
    }

    /// The title of a role with its organisation.
    #[must_use]
    pub fn role_title(&self, role: &Role) -> String {
        let org = self.actor_name(&role.org);
        if role.title.contains(&org) || org.is_empty() { role.title.clone() } else { format!("{}, {org}", role.title) }
    }

    /// The conflicts about a record, in the order of the file.
    #[must_use]
    pub fn conflicts_about(&self, key: Key) -> Vec<(Key, Arc<Conflict>)> {
        let about = |link: &&BackLink| link.kind == RecordKind::Conflict && link.field == "about";
        self.index
            .links_to(key)
            .iter()
            .filter(about)
            .filter_map(|link| match self.record(link.from)? {
                AnyRecord::Conflict(conflict) => Some((link.from, conflict)),
                _ => None,
            })
            .collect()
    }

    /// What a record is called on the screen: the name of an actor, `Li Xiaoxin to Belgrade` for a visit.
    #[must_use]
    pub fn title(&self, record: &AnyRecord) -> String {
        match record {
            AnyRecord::Source(source) => {
                first_given([&source.publisher, &source.title, id_or_new(&source.id, "source")])
            }
            AnyRecord::Actor(actor) => first_given([&actor.name, id_or_new(&actor.id, "actor")]),
            AnyRecord::Role(role) => format!("{}: {}", self.actor_name(&role.person), role.title),
            AnyRecord::Visit(visit) => self.visit_title(visit),
            AnyRecord::Statement(statement) if statement.speaker.is_empty() => "New statement".to_owned(),
            AnyRecord::Statement(statement) => self.actor_name(&statement.speaker),
            AnyRecord::Relation(relation) => {
                let names = relation.between.iter().map(|id| self.actor_name(id));
                let dash = if relation.directed == Some(true) { " → " } else { " – " };
                let kind = relation.kind.as_ref().map_or("Relation", |kind| kind.label());
                format!("{kind}: {}", joined(names, dash))
            }
            AnyRecord::Judgement(judgement) => first_given([&judgement.text, id_or_new(&judgement.id, "j")]),
            AnyRecord::Conflict(conflict) => {
                let values = conflict.sides.iter().map(|side| side.value.clone());
                // A conflict about a conflict goes by its id, or one about itself would have no end.
                let about = self.by_id(&conflict.about).filter(|(_, record)| record.kind() != RecordKind::Conflict);
                let about = about.map_or_else(|| conflict.about.to_string(), |(_, record)| self.title(&record));
                format!("{about}: {}", joined(values, " or "))
            }
        }
    }

    /// What a record is called in the name of a step that is about nothing else: a statement goes by its speaker where it
    /// stands among others, and would be taken for that person here.
    #[must_use]
    pub fn title_with_kind(&self, record: &AnyRecord) -> String {
        match record {
            AnyRecord::Statement(statement) if !statement.speaker.is_empty() => {
                format!("the statement of {}", self.title(record))
            }
            _ => self.title(record),
        }
    }

    /// `Li Xiaoxin to Belgrade`: who led or came first, and the town or else the country.
    #[must_use]
    pub fn visit_title(&self, visit: &Visit) -> String {
        let who = visit.lead_or_first().map_or_else(|| "Nobody named".to_owned(), |id| self.actor_name(id));
        let place = if visit.place.is_empty() { self.place_name(&visit.to) } else { visit.place.clone() };
        if place.is_empty() { who } else { format!("{who} to {place}") }
    }
}

/// So many names stand in a title.
const MOST_NAMES: usize = 12;

/// Names with what parts them; of very many the first, and how many more there are.
fn joined(names: impl ExactSizeIterator<Item = String>, between: &str) -> String {
    let more = names.len().saturating_sub(MOST_NAMES);
    let mut title = names.take(MOST_NAMES).collect::<Vec<_>>().join(between);
    if more > 0 {
        title.push_str(&format!(" and {} more", count_text(more)));
    }
    title
}

/// An id that a person gave; an id that was made for a record of which nothing was told yet is none to show.
fn id_or_new<'a>(id: &'a Id, made: &str) -> &'a str {
    let number = id.as_str().strip_prefix(made).map(|rest| rest.strip_prefix('-').unwrap_or(rest));
    let is_made = number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    match made {
        _ if !is_made => id.as_str(),
        "source" => "New source",
        "actor" => "New actor",
        _ => "New judgement",
    }
}

/// The first text that is not empty.
fn first_given<const N: usize>(texts: [&str; N]) -> String {
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<String> {
        let briefing = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str::<Briefing>(text)
            .unwrap();
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        briefing.conflicts.iter().map(|entry| reader.title(&AnyRecord::Conflict(Arc::clone(&entry.record)))).collect()
    }

    #[test]
    fn conflicts_about_each_other_or_themselves_have_titles() {
        let text = r#"(title: "T", conflicts: [
            (id: "own", about: "own", field: "about", sides: [(value: "1"), (value: "2")]),
            (id: "one", about: "other", field: "about"), (id: "other", about: "one", field: "about"), (),
        ])"#;
        assert_eq!(titles(text), ["own: 1 or 2", "other: ", "one: ", ": "]);
    }

    #[test]
    fn a_title_of_very_many_names_stays_short() {
        let sides: String = (0..2_000).map(|side| format!("(value: \"{side}\"), ")).collect();
        let text = format!("(title: \"T\", conflicts: [(id: \"k\", about: \"v\", sides: [{sides}])])");
        assert_eq!(titles(&text), ["v: 0 or 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or 10 or 11 and 1,988 more"]);
    }

    #[test]
    fn a_record_of_which_nothing_is_told_is_new_and_goes_by_no_id() {
        let text = r#"(title: "T", conflicts: [(id: "c", about: "j"), (id: "d", about: "source-2"), (id: "e", about: "source-list"),
            (id: "f", about: "actor"), (id: "g", about: "s")], judgements: [(id: "j")],
            sources: [(id: "source-2"), (id: "source-list")], actors: [(id: "actor")], statements: [(id: "s")])"#;
        let expected = ["New judgement: ", "New source: ", "source-list: ", "New actor: ", "New statement: "];
        assert_eq!(titles(text), expected);
    }
}
