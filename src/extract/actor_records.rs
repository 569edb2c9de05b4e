//! Actors as records, and the offices of the people among them.

use std::sync::Arc;

use super::date_phrase::DatePhrase;
use super::dates::{Dated, Lies, dated};
use super::land::Land;
use super::proposal::{Passage, Proposal, Role as PassageRole, Sureness};
use super::records::{Maker, last_word};
use super::role::{FoundRole, RoleRule};
use super::told::Span;
use super::who::Who;
use crate::model::{Actor, ActorKind, AnyRecord, Basis, Id, Place, Relative, Role, When, WhenLong};

impl Maker<'_> {
    pub(super) fn country(&mut self, land: Land) -> Id {
        if let Some(id) = self.made.get(&Who::Land(land)) {
            return id.clone();
        }
        let name = self.cast.lands.name(land);
        let iso = if let Land::Code(code) = land { code } else { "" };
        if let Some(id) = self.known.country(iso, &name) {
            self.made.insert(Who::Land(land), id.clone());
            return id;
        }
        let id = self.free_id(&name);
        let first = self.cast.lands_at.iter().find(|mention| mention.land == land).cloned();
        let span = first.map(|mention| Span { paragraph: mention.paragraph, words: mention.words });
        let kind = if matches!(iso, "EU" | "UN") { ActorKind::Organisation } else { ActorKind::Country };
        let cites = span.iter().map(|span| self.cite_paragraph(span.paragraph)).collect();
        let actor = Actor { id: id.clone(), kind: Some(kind), name, iso: iso.to_owned(), cites, ..Actor::default() };
        let passages = span.iter().filter_map(|span| self.passage(PassageRole::Name, span)).collect();
        self.made.insert(Who::Land(land), id.clone());
        self.proposals.push(Proposal {
            record: AnyRecord::Actor(Arc::new(actor)),
            known: None,
            sureness: Sureness::Sure,
            rule: if iso.is_empty() {
                "a country, by the offices that the text names with it"
            } else {
                "a country of ISO 3166"
            }
            .to_owned(),
            needs: Vec::new(),
            passages,
            doubts: Vec::new(),
        });
        id
    }

    pub(super) fn character(&mut self, place: usize) -> Option<Id> {
        let character = self.cast.characters.get(place)?.clone();
        let who = Who::Character(place);
        let span = Span { paragraph: character.first.0, words: character.first.1.clone() };
        let passages: Vec<Passage> = self.passage(PassageRole::Name, &span).into_iter().collect();
        let short: Vec<String> =
            character.spellings.iter().filter(|spelling| **spelling != character.name).cloned().collect();
        if let Some((id, spelling)) = character.known.clone() {
            self.made.insert(who, id.clone());
            self.proposals.push(Proposal {
                record: AnyRecord::Actor(Arc::new(Actor {
                    id: id.clone(),
                    kind: Some(character.kind),
                    name: character.name.clone(),
                    ..Actor::default()
                })),
                known: Some(id.clone()),
                sureness: Sureness::Sure,
                rule: format!("the actor of the briefing that is spelled “{spelling}”"),
                needs: Vec::new(),
                passages,
                doubts: Vec::new(),
            });
            self.offices(place, &id);
            return Some(id);
        }
        let id_words = character
            .acronym
            .clone()
            .filter(|acronym| acronym.chars().count() > 1)
            .unwrap_or_else(|| character.name.clone());
        let id = self.free_id(&id_words);
        self.made.insert(who, id.clone());
        let (country, part_of) = match character.land {
            Some(Land::Code(code)) => (code.to_owned(), None),
            Some(land @ Land::Told(_)) => (String::new(), Some(self.country(land))),
            None => (String::new(), None),
        };
        let outer = character.part_of.and_then(|outer| self.actor(Who::Character(outer)));
        let country = if outer.is_some() { String::new() } else { country };
        let in_words = self.text(&span);
        let has_surname_only =
            character.kind == ActorKind::Person && !character.name.contains(' ') && !character.is_anonymous;
        let aliases: Vec<String> = short.into_iter().filter(|alias| !alias.is_empty()).collect();
        let actor = Actor {
            id: id.clone(),
            kind: Some(character.kind),
            name: character.name.clone(),
            aliases,
            country,
            part_of: outer.or(part_of),
            anonymous: character.is_anonymous.then_some(true),
            cites: vec![self.cite_paragraph(span.paragraph)],
            ..Actor::default()
        };
        let mut doubts = Vec::new();
        if has_surname_only {
            doubts.push(format!("Only “{in_words}” is told of the name"));
        }
        let sureness = match (character.is_anonymous, has_surname_only, character.kind) {
            (true, _, _) | (_, true, _) => Sureness::Likely,
            _ => Sureness::Sure,
        };
        let rule = match character.kind {
            _ if character.is_anonymous => "people without a name of their own",
            ActorKind::Person => "a name of a person",
            _ => "a body, by the noun in its name",
        };
        self.proposals.push(Proposal {
            record: AnyRecord::Actor(Arc::new(actor)),
            known: None,
            sureness,
            rule: rule.to_owned(),
            needs: Vec::new(),
            passages,
            doubts,
        });
        self.offices(place, &id);
        Some(id)
    }

    /// The offices of a person.
    fn offices(&mut self, place: usize, person: &Id) {
        let places = self.offices_of.get(&place).cloned().unwrap_or_default();
        let roles: Vec<FoundRole> = places.iter().filter_map(|place| self.roles.get(*place)).cloned().collect();
        for role in roles {
            self.office(&role, person);
        }
    }

    fn office(&mut self, role: &FoundRole, person: &Id) {
        let org = role.org.and_then(|org| self.actor(org));
        let area = role.area.and_then(|area| self.actor(Who::Character(area))).map(|id| Place::from(id.as_str()));
        let published = self
            .setting
            .published
            .and_then(|published| published.start_earliest.filter(|day| published.start_latest == Some(*day)));
        let valid = published.filter(|_| !role.is_former).map(|day| {
            let relative = Relative { to: self.source.clone(), offset: "P0D".to_owned(), ..Relative::default() };
            let long = WhenLong {
                edtf: format!("..{day}/{day}.."),
                basis: Some(Basis::Relative(Box::new(relative))),
                ..WhenLong::default()
            };
            When::new(long, false)
        });
        let mut doubts: Vec<String> = role.doubt.iter().cloned().collect();
        let held = role.held.as_ref().and_then(|held| self.tenure(held, role.is_former, &mut doubts));
        let valid = held.clone().or(valid);
        let id = self.free_id(&format!("role {}", last_word(person.as_str())));
        // `a former judge`: when it ended is not told, and that it did must not be lost.
        let is_over = role.is_former && valid.is_none();
        let mut our_reading = Vec::new();
        if valid.is_some() && held.is_none() {
            our_reading.push("valid".to_owned());
        }
        if role.doubt.is_some() {
            our_reading.push("org".to_owned());
        }
        let needs: Vec<String> = if org.is_none() { vec!["org".to_owned()] } else { Vec::new() };
        let record = Role {
            id,
            person: person.clone(),
            org: org.unwrap_or_default(),
            title: if is_over { format!("Former {}", in_sentence(&role.title)) } else { role.title.clone() },
            area,
            valid,
            our_reading,
            cites: vec![self.cite_words(&role.span)],
            ..Role::default()
        };
        let mut sureness = match role.rule {
            RoleRule::Before | RoleRule::Behind | RoleRule::Told => Sureness::Sure,
            RoleRule::Set => Sureness::Likely,
        };
        if !doubts.is_empty() || !needs.is_empty() {
            sureness = sureness.less();
        }
        let rule = match role.rule {
            RoleRule::Before => "a title before the name",
            RoleRule::Behind => "an apposition behind the name",
            RoleRule::Set => "the name set behind the office",
            RoleRule::Told => "a verb that tells the office",
        };
        let known = self.known.role(&record);
        self.proposals.push(Proposal {
            record: AnyRecord::Role(Arc::new(record)),
            known,
            sureness,
            rule: rule.to_owned(),
            needs,
            passages: self.passage(PassageRole::Title, &role.span).into_iter().collect(),
            doubts,
        });
    }

    /// Since when, until when; `became … in 2021` begins then, and no end is told.
    fn tenure(&self, held: &DatePhrase, is_over: bool, doubts: &mut Vec<String>) -> Option<When> {
        let Dated::When(when, doubt) = dated(&held.said, Lies::Behind, &self.setting, &self.source) else {
            return None;
        };
        // What is over did not last until a day to come.
        doubts.extend(doubt.filter(|_| !is_over));
        let long = when.long();
        let is_begun = !long.edtf.contains(['/', '[', '{']);
        let edtf = if is_begun { format!("{}/", long.edtf) } else { long.edtf.clone() };
        Some(When::new(WhenLong { edtf, ..long.clone() }, false))
    }
}

/// A title within a sentence: `Judge` is `judge`, `EU commissioner` stays.
fn in_sentence(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => title.to_owned(),
    }
}
