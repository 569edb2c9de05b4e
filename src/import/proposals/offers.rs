//! The fields of a proposal that are in doubt, and what a person can choose there.

use std::borrow::Cow;
use std::sync::Arc;

use super::choice::Choice;
use super::reading::{Proposed, Reading};
use super::take::name_of;
use crate::edit::fields::field_label;
use crate::extract::PassageRole;
use crate::index::{Reader, fold};
use crate::model::{
    Actor, ActorKind, AnyRecord, Basis, Id, Key, Node, RecordKind, Source, ToNode as _, VisitStatus, When, WhenLong,
};
use crate::phrase::{Told, anchors, read_counted, read_with};

/// So many can be chosen by a digit.
const MOST: usize = 9;
/// The last of what is offered for a field that the record lacks.
const LEAVE_OPEN: &str = "Leave it open";
/// The same of one without which the record says little.
const LEAVE_OPEN_FOR_NOW: &str = "Leave it open; the checks ask for it";

/// What can be chosen for a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// It in words.
    pub words: String,
    /// What it does to the proposal.
    pub meaning: Meaning,
}

/// What choosing something does to a proposal.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// The field has this value; it names others by their ids in the reading.
    Value(Node),
    /// It is the record of the briefing that it may be, or it is another.
    IsAnother(bool),
    /// The field stays empty: a person looked, and the article does not say.
    LeftOpen,
}

/// A field of a proposal that is in doubt.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenField {
    /// Its name in the file; empty where the doubt is about the record as a whole.
    pub field: &'static str,
    /// What it is called.
    pub label: String,
    /// What can be chosen.
    pub offers: Vec<Offer>,
    /// What is chosen now.
    pub chosen: Option<usize>,
    /// Whether the record lacks it, so that somebody has to say what it is, or that it is left open.
    pub is_needed: bool,
}

/// The first field that has to be decided of before a proposal is accepted.
#[must_use]
pub fn first_undecided(fields: &[OpenField]) -> Option<usize> {
    fields.iter().position(|field| field.is_needed && field.chosen.is_none())
}

/// The fields of a proposal that are in doubt, those that have to be given first.
#[must_use]
pub fn open_fields(reader: &Reader, reading: &Reading, proposed: &Proposed, choice: &Choice) -> Vec<OpenField> {
    let desk = Desk { reader, reading, proposed, choice };
    let mut fields: Vec<OpenField> = desk.same_or_another().into_iter().collect();
    let has_pronoun = proposed.doubts.iter().any(|doubt| doubt.starts_with('“'));
    let is_statement = proposed.name.kind == RecordKind::Statement;
    for need in &proposed.needs {
        // An article that tells of no answer seldom says who asked, and the record is whole without it.
        let may_stay_empty = need.starts_with("no_response.");
        let field = desk.needed(need).map(|field| if may_stay_empty { field } else { desk.or_left_open(field) });
        fields.extend(field.filter(|field| !field.offers.is_empty()));
    }
    fields.sort_by_key(|field| !field.field.is_empty() && !field.is_needed);
    if is_statement && has_pronoun && !fields.iter().any(|field| field.field == "speaker") {
        fields.push(desk.of_actors("speaker", desk.speakers()));
    }
    fields
}

struct Desk<'a> {
    reader: &'a Reader<'a>,
    reading: &'a Reading,
    proposed: &'a Proposed,
    choice: &'a Choice,
}

impl Desk<'_> {
    fn same_or_another(&self) -> Option<OpenField> {
        let kinds = [RecordKind::Visit, RecordKind::Statement];
        let known = self.proposed.known.filter(|_| kinds.contains(&self.proposed.name.kind))?;
        let title = self.reader.title(&self.reader.record(known)?);
        let noun = self.proposed.name.kind.noun();
        let offer = |words: String, is_another| Offer { words, meaning: Meaning::IsAnother(is_another) };
        Some(OpenField {
            field: "",
            label: format!("Which {noun}"),
            offers: vec![
                offer(format!("The one that is there: {title}"), false),
                offer(format!("Another {noun}"), true),
            ],
            chosen: Some(usize::from(self.choice.is_another)),
            is_needed: false,
        })
    }

    /// What the article may not say can be left open, so that nobody has to guess.
    fn or_left_open(&self, mut field: OpenField) -> OpenField {
        field.offers.truncate(MOST - 1);
        let is_asked_for = field.field != "org" && self.proposed.record.required_names().contains(&field.field);
        let words = if is_asked_for { LEAVE_OPEN_FOR_NOW } else { LEAVE_OPEN };
        field.offers.push(Offer { words: words.to_owned(), meaning: Meaning::LeftOpen });
        if self.choice.left_open.contains(field.field) {
            field.chosen = Some(field.offers.len() - 1);
        }
        field.is_needed = true;
        field
    }

    fn needed(&self, need: &str) -> Option<OpenField> {
        Some(match need {
            "speaker" => self.of_actors("speaker", self.speakers()),
            "org" => self.of_actors("org", self.bodies()),
            "no_response.inquirer" => self.inquirers(),
            "said_on" => self.of_values("said_on", self.days()),
            "when" => self.of_values("when", self.days()),
            "to" => self.of_values("to", self.places()),
            _ => return None,
        })
    }

    fn of_values(&self, field: &'static str, offers: Vec<(String, Node)>) -> OpenField {
        let value = self.choice.values.get(field).cloned().or_else(|| self.proposed.record.field_node(field));
        let chosen = offers.iter().position(|(_, node)| Some(node) == value.as_ref());
        let offers = offers.into_iter().take(MOST);
        OpenField {
            field,
            label: field_label(self.proposed.name.kind, field),
            offers: offers.map(|(words, node)| Offer { words, meaning: Meaning::Value(node) }).collect(),
            chosen,
            is_needed: false,
        }
    }

    fn of_actors(&self, field: &'static str, ids: Vec<Id>) -> OpenField {
        let named = |id: Id| (name_of(self.reader, self.reading, &id), Node::Text(id.to_string()));
        self.of_values(field, ids.into_iter().map(named).collect())
    }

    /// The actors of the article, those named nearest before the proposal first.
    fn actors(&self, is_meant: impl Fn(Option<ActorKind>) -> bool) -> Vec<Id> {
        let own = (self.proposed.name.words.para, self.proposed.name.words.start);
        let mut found: Vec<((bool, u32, usize), Id)> = Vec::new();
        for proposed in &self.reading.proposals {
            let AnyRecord::Actor(actor) = &proposed.record else { continue };
            let at = (proposed.name.words.para, proposed.name.words.start);
            if is_meant(actor.kind) {
                let rank = (at > own, own.0.abs_diff(at.0), own.1.abs_diff(at.1));
                found.push((rank, actor.id.clone()));
            }
        }
        // Those that the briefing has already are no proposals of the article any more.
        for (actor, para) in self.known_actors() {
            if is_meant(actor.kind) && !found.iter().any(|(_, id)| *id == actor.id) {
                found.push(((para > own.0, own.0.abs_diff(para), 0), actor.id.clone()));
            }
        }
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// The actors of the briefing that cite the article, with the paragraph.
    fn known_actors(&self) -> Vec<(Arc<Actor>, u32)> {
        let links = self.reader.index.links_to(self.reading.source).iter();
        let mut keys: Vec<Key> = links
            .filter(|link| link.kind == RecordKind::Actor && link.field == "cites")
            .map(|link| link.from)
            .collect();
        keys.dedup();
        let source = self.source();
        let of = |key: Key| match self.reader.record(key)? {
            AnyRecord::Actor(actor) => {
                let cite =
                    actor.cites.iter().find(|cite| Some(cite.source()) == source.as_ref().map(|source| &source.id))?;
                let para = cite.para().unwrap_or_default();
                Some((actor, para))
            }
            _ => None,
        };
        keys.into_iter().filter_map(of).collect()
    }

    /// Who may have said it: whoever is named in the article, the one it is taken to be first.
    fn speakers(&self) -> Vec<Id> {
        let taken = match &self.proposed.record {
            AnyRecord::Statement(statement) => Some(statement.speaker.clone()).filter(|id| !id.is_empty()),
            _ => None,
        };
        let is_speaker = |kind: Option<ActorKind>| kind != Some(ActorKind::Region);
        let mut ids = self.actors(is_speaker);
        ids.retain(|id| Some(id) != taken.as_ref());
        taken.into_iter().chain(ids).collect()
    }

    fn bodies(&self) -> Vec<Id> {
        self.actors(|kind| !matches!(kind, Some(ActorKind::Person | ActorKind::Group | ActorKind::Region)))
    }

    /// Who may have asked: the outlets and bodies of the article, and the actor that the publisher is.
    fn inquirers(&self) -> OpenField {
        let mut ids = self.actors(|kind| kind == Some(ActorKind::Media));
        let publisher = self.source().map(|source| fold(&source.publisher)).filter(|name| !name.is_empty());
        if let Some(publisher) = publisher {
            let mut actors = self.reader.briefing.actors.iter().map(|entry| &entry.record);
            ids.extend(
                actors
                    .find(|actor| actor.spellings().any(|spelling| fold(spelling) == publisher))
                    .map(|actor| actor.id.clone()),
            );
        }
        let asked = match &self.proposed.record {
            AnyRecord::Statement(statement) => statement.no_response.clone(),
            _ => None,
        };
        let inquiry = asked.map(|asked| asked.inquiry).unwrap_or_default();
        let offers = ids.into_iter().map(|id| {
            let text = |name: &'static str, value: String| (Cow::Borrowed(name), Node::Text(value));
            let node = Node::Struct(vec![text("inquirer", id.to_string()), text("inquiry", inquiry.clone())]);
            (name_of(self.reader, self.reading, &id), node)
        });
        OpenField { label: "Who asked".to_owned(), ..self.of_values("no_response", offers.collect()) }
    }

    /// Where the journeys of the article lead, and the countries that it names.
    fn places(&self) -> Vec<(String, Node)> {
        let mut places: Vec<(String, Node)> = Vec::new();
        let mut offer = |words: String, value: &str| {
            let node = Node::Text(value.to_owned());
            if !value.is_empty() && !places.iter().any(|(_, other)| *other == node) {
                places.push((words, node));
            }
        };
        for id in self.actors(|kind| matches!(kind, Some(ActorKind::Country | ActorKind::Region))) {
            offer(name_of(self.reader, self.reading, &id), id.as_str());
        }
        for proposed in &self.reading.proposals {
            if let AnyRecord::Visit(visit) = &proposed.record {
                let name = match visit.to.actor() {
                    Some(id) => name_of(self.reader, self.reading, id),
                    None => self.reader.place_name(&visit.to),
                };
                offer(name, visit.to.as_str());
            }
        }
        for proposed in &self.reading.proposals {
            if let AnyRecord::Actor(actor) = &proposed.record
                && !actor.country.is_empty()
            {
                offer(self.reader.name_of_code(&actor.country), &actor.country);
            }
        }
        places
    }

    /// What the words of the date may mean, and that it was on or before the day of publication.
    fn days(&self) -> Vec<(String, Node)> {
        let Some(source) = self.source() else { return Vec::new() };
        let mut days: Vec<(String, Node)> = Vec::new();
        let said = self.proposed.passages.iter().find(|passage| passage.role == PassageRole::Date);
        let of = |edtf: &str, said: &str, basis: Option<Node>| {
            let text = |name: &'static str, value: &str| (Cow::Borrowed(name), Node::Text(value.to_owned()));
            let mut parts = vec![text("edtf", edtf)];
            if !said.is_empty() {
                parts.push(text("said", said));
            }
            parts.extend(basis.map(|basis| (Cow::Borrowed("basis"), basis)));
            Node::Struct(parts)
        };
        let said =
            said.map(|passage| passage.text.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
        if !said.is_empty() {
            let told = Told::by_source(&source);
            for reading in read_with(&said, &told.setting).readings() {
                let basis = told.basis(reading).and_then(|basis| basis.to_node());
                days.push((reading.label(), of(&reading.edtf, &said, basis)));
            }
            for anchored in read_counted(&said).iter().flat_map(|counted| anchors(self.reader, counted, None)) {
                days.push((anchored.label, of(&anchored.edtf, &said, Some(anchored.basis))));
            }
        }
        days.extend(self.by_publication(&source, &said));
        days
    }

    /// What the day of publication tells of a date that the words do not: what has been lies on or before it, what is planned
    /// on or after it; what was called off may lie on either side.
    fn by_publication(&self, source: &Source, said: &str) -> Option<(String, Node)> {
        let published = source.published.as_ref()?.bounds();
        let status = match &self.proposed.record {
            AnyRecord::Visit(visit) => visit.status,
            _ => None,
        };
        let (edtf, basis, why) = match status {
            Some(VisitStatus::Cancelled) => return None,
            Some(VisitStatus::Planned) => {
                let why = "Planned when the article was published";
                (format!("[{}..]", published.start_earliest?), Basis::Analyst(why.to_owned()), "still planned then")
            }
            _ => {
                let basis = Basis::OnOrBefore(source.id.clone());
                (format!("[..{}]", published.start_latest?), basis, "when the article was published")
            }
        };
        let long = WhenLong { edtf, said: said.to_owned(), basis: Some(basis), ..WhenLong::default() };
        let when = When::new(long, false);
        Some((format!("{}, {why}", when.display()), when.to_node()?))
    }

    fn source(&self) -> Option<Arc<Source>> {
        match self.reader.record(self.reading.source)? {
            AnyRecord::Source(source) => Some(source),
            _ => None,
        }
    }
}
