//! What maps to FollowTheMoney entities, one in JSON a line: people, bodies, posts, visits as events, sources as
//! documents, relations as links.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::days::common_date;
use crate::export::json::one_line_json;
use crate::export::view::View;
use crate::export::words::{People, caveats, date_words, one_line, said_words};
use crate::model::{ActorKind, Id, Mode, Visit, VisitStatus, When, country_name};
use crate::present::{disputed_fields, link_host};

/// The entities, one a line.
pub(in crate::export) fn to_ftm(view: &View) -> String {
    let mut entities = Entities { view, part: view.part_words(), mapped: HashSet::new(), lines: String::new() };
    entities.actors();
    entities.roles();
    entities.visits();
    entities.relations();
    entities.sources();
    entities.lines
}

struct Entities<'a, 'b> {
    view: &'a View<'b>,
    /// Of what it is a part.
    part: String,
    /// The actors that have an entity.
    mapped: HashSet<Id>,
    lines: String,
}

/// The properties of an entity, each a list of texts.
#[derive(Default)]
struct Properties(Map<String, Value>);

impl Properties {
    fn add(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if value.is_empty() {
            return;
        }
        if let Value::Array(values) = self.0.entry(name).or_insert_with(|| json!([])) {
            values.push(Value::String(value));
        }
    }
}

impl Entities<'_, '_> {
    fn push(&mut self, id: &str, schema: &str, mut properties: Properties, marking: String) {
        // The marking goes with each entity; how much is handed out, too. A link between entities has no notes.
        let remarks = remarks_of(schema);
        properties.add(remarks, marking);
        properties.add(remarks, self.part.as_str());
        let entity = json!({ "id": one_line(id), "schema": schema, "properties": properties.0 });
        self.lines.push_str(&one_line_json(&entity));
        self.lines.push('\n');
    }

    fn actors(&mut self) {
        let people = People(self.view.reader);
        for actor in self.view.kept(&self.view.reader.briefing.actors) {
            let schema = match actor.kind {
                Some(ActorKind::Person) => "Person",
                Some(ActorKind::PublicBody | ActorKind::Government | ActorKind::Body) => "PublicBody",
                Some(ActorKind::Party | ActorKind::Organisation | ActorKind::Media | ActorKind::Group) => {
                    "Organization"
                }
                Some(ActorKind::Country | ActorKind::Region | ActorKind::Initiative) | None => continue,
            };
            let mut properties = Properties::default();
            properties.add("name", people.name(&actor.id));
            for name in actor.spellings().skip(1) {
                properties.add("alias", one_line(name));
            }
            let country = self.view.reader.country_of_actor(&actor.id).unwrap_or_default();
            self.add_country(&mut properties, &country);
            properties.add("wikidataId", one_line(&actor.qid));
            if schema == "Person" {
                for (_, role) in self.view.reader.roles_of(&actor.id) {
                    properties.add("position", people.role(&role));
                }
            }
            properties.add("notes", caveats(&*actor, &[]));
            if self.mapped.insert(actor.id.clone()) {
                let marking = self.view.marking_of(&*actor);
                self.push(actor.id.as_str(), schema, properties, marking);
            }
        }
    }

    fn roles(&mut self) {
        for role in self.view.kept(&self.view.reader.briefing.roles) {
            if !self.mapped.contains(&role.person) || !self.mapped.contains(&role.org) {
                continue;
            }
            let mut properties = Properties::default();
            properties.add("member", one_line(role.person.as_str()));
            properties.add("organization", one_line(role.org.as_str()));
            properties.add("role", one_line(&role.title));
            if let Some(when) = &role.valid {
                properties.add("summary", date_words(&self.view.reader, when));
            }
            properties.add(remarks_of("Membership"), caveats(&*role, &[]));
            let marking = self.view.marking_of(&*role);
            self.push(role.id.as_str(), "Membership", properties, marking);
        }
    }

    fn visits(&mut self) {
        for (key, visit) in self.view.visits() {
            let mut properties = self.event(&visit);
            if disputed_fields(&self.view.reader, key).iter().any(|field| field == "date") {
                properties.add("notes", "The date is disputed.");
            }
            let marking = self.view.marking_of(&*visit);
            self.push(visit.id.as_str(), "Event", properties, marking);
        }
    }

    fn event(&self, visit: &Visit) -> Properties {
        let people = People(self.view.reader);
        let mut properties = Properties::default();
        properties.add("name", people.visit_title(visit));
        match visit.status_or_default() {
            status @ (VisitStatus::Planned | VisitStatus::Cancelled) => {
                properties.add("notes", format!("{}.", status.label()));
            }
            VisitStatus::Ongoing | VisitStatus::Completed => {}
        }
        match visit.mode_or_default() {
            Mode::InPerson => {}
            mode => properties.add("notes", format!("{}, not in person.", mode.label())),
        }
        if let Some(when) = &visit.when {
            properties.add("startDate", common_date(when));
            properties.add("endDate", end_of(when));
            properties.add("summary", format!("Date: {}", date_words(&self.view.reader, when)));
        }
        properties.add("location", people.destination(visit));
        let (_, to) = self.view.reader.direction(visit);
        self.add_country(&mut properties, &to.unwrap_or_default());
        let involved = visit.visitors.iter().chain(&visit.hosts).chain(&visit.met);
        let mut seen = HashSet::new();
        for id in involved.filter(|id| self.mapped.contains(id) && seen.insert(*id)) {
            properties.add("involved", one_line(id.as_str()));
        }
        properties.add("notes", caveats(visit, &[]));
        properties
    }

    /// The code of a country; one that a user gave its meaning is told by its name, for others do not know it.
    fn add_country(&self, properties: &mut Properties, code: &str) {
        if country_name(code).is_some() {
            properties.add("country", code.to_lowercase());
        } else if !code.is_empty() {
            properties.add("notes", format!("Country: {}", People(self.view.reader).country(code)));
        }
    }

    fn relations(&mut self) {
        for relation in self.view.kept(&self.view.reader.briefing.relations) {
            let [subject, object, ..] = relation.between.as_slice() else { continue };
            if !self.mapped.contains(subject) || !self.mapped.contains(object) {
                continue;
            }
            let mut properties = Properties::default();
            properties.add("subject", one_line(subject.as_str()));
            properties.add("object", one_line(object.as_str()));
            properties.add("role", relation.kind.as_ref().map(|kind| one_line(kind.label())).unwrap_or_default());
            properties.add("summary", one_line(&relation.scope));
            let said = relation.asserted_by.as_ref().and_then(|id| self.view.reader.statement(id));
            properties.add(remarks_of("UnknownLink"), said.map(|said| said_words(&said)).unwrap_or_default());
            properties.add(remarks_of("UnknownLink"), caveats(&*relation, &[]));
            let marking = self.view.marking_of(&*relation);
            self.push(relation.id.as_str(), "UnknownLink", properties, marking);
        }
    }

    fn sources(&mut self) {
        for source in self.view.kept(&self.view.reader.briefing.sources) {
            let mut properties = Properties::default();
            properties.add("title", one_line(&source.title));
            properties.add("publisher", one_line(&source.publisher));
            properties.add("author", one_line(&source.author));
            properties.add("publishedAt", source.published.as_ref().map(common_date).unwrap_or_default());
            let url = one_line(&source.url);
            if link_host(&url).is_some_and(|_| url.starts_with("http")) {
                properties.add("sourceUrl", url);
            }
            properties.add("notes", caveats(&*source, &[]));
            let marking = self.view.marking_of(&*source);
            self.push(source.id.as_str(), "Article", properties, marking);
        }
    }
}

/// The property of a schema that takes any words.
fn remarks_of(schema: &str) -> &'static str {
    if matches!(schema, "Membership" | "UnknownLink") { "description" } else { "notes" }
}

/// The last day, where one is told.
fn end_of(when: &When) -> String {
    let bounds = when.bounds();
    let ends = bounds.end_earliest == bounds.end_latest;
    bounds.end_latest.filter(|_| ends).and_then(super::days::iso_day).unwrap_or_default()
}
