//! What was said, by speaker, each labelled by how directly it reached us. Only the speaker's own words stand in
//! quotation marks.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::model::{ActorKind, Directness, Id, Statement, When};

use super::caveats::{caveats, marked};
use super::note::{Note, Yardstick};
use super::words::{listed, text};
use crate::export::withhold::NAME_LEFT_OUT;
use crate::export::words::{Dispute, changes, one_line, quoted, said_words};

/// The statements of one speaker.
struct Speaker {
    id: Id,
    statements: Vec<Arc<Statement>>,
}

impl Note<'_> {
    pub(super) fn what_they_said(&mut self) {
        let speakers = self.speakers();
        if speakers.is_empty() {
            return;
        }
        self.used.insert(Yardstick::Statements);
        self.heading("What they said");
        for speaker in self.through(&speakers) {
            let title = self.speaker_title(speaker);
            self.subheading(&title);
            for statement in self.through(&speaker.statements) {
                self.statement(statement);
            }
        }
    }

    /// Speakers in the order of the file; outlets, whose claims are the reporter's, last.
    fn speakers(&self) -> Vec<Speaker> {
        let mut places: HashMap<Id, usize> = HashMap::new();
        let mut speakers: Vec<Speaker> = Vec::new();
        for statement in self.kept(&self.reader.briefing.statements) {
            let place = *places.entry(statement.speaker.clone()).or_insert_with(|| {
                speakers.push(Speaker { id: statement.speaker.clone(), statements: Vec::new() });
                speakers.len() - 1
            });
            if let Some(speaker) = speakers.get_mut(place) {
                speaker.statements.push(statement);
            }
        }
        speakers.sort_by_key(|speaker| self.is_outlet(&speaker.id));
        speakers
    }

    fn is_outlet(&self, id: &Id) -> bool {
        self.reader.actor(id).is_some_and(|actor| actor.kind == Some(ActorKind::Media))
    }

    /// The name of a speaker with the posts held when it was said.
    fn speaker_title(&self, speaker: &Speaker) -> String {
        if self.is_outlet(&speaker.id) {
            return format!("{} (the outlet’s own claims)", self.name(&speaker.id));
        }
        let times = speaker.statements.iter().filter_map(|said| said.said_on.as_ref().map(When::bounds));
        let roles = self.people().roles_at_times(&speaker.id, times);
        let roles: Vec<String> = roles.iter().map(|role| text(role)).collect();
        let name = self.name(&speaker.id);
        if name.is_empty() {
            "Speaker not named".to_owned()
        } else if roles.is_empty() {
            name
        } else {
            format!("{name}, {}", roles.join("; "))
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let marks = self.marks(&statement.cites);
        let marks = if marks.is_empty() { " (no source)".to_owned() } else { marks };
        let label = match statement.directness() {
            Directness::Direct => "Direct",
            Directness::Mixed => "Part-quoted",
            Directness::Indirect => "Paraphrase",
            Directness::NoResponse => "No response",
        };
        let words = text(&said_words(statement));
        let words = if words.is_empty() { "no words held.".to_owned() } else { words };
        let details = self.details(statement);
        // A field that is not printed here says below that no source states it.
        let printed: Vec<&str> = details.iter().map(|(field, _)| *field).chain(["original"]).collect();
        let details = details.iter().map(|(_, words)| words.clone());
        let facts = [format!("*{label}*")].into_iter().chain(details).collect::<Vec<_>>().join(" · ");
        self.item(0, &format!("{facts}: {words}{marks}"));
        let states = self.disputes.get(&statement.id).map(|disputes| disputes.iter().map(Dispute::state).collect());
        if let Some(states) = states {
            let states: BTreeSet<&str> = states;
            self.item(1, &format!("{}; see the disputed facts.", states.into_iter().collect::<Vec<_>>().join("; ")));
        }
        let changes = changes(&self.reader, statement, |key| !self.withheld.keys.contains(&key));
        if !changes.is_empty() {
            self.item(1, &text(&changes));
        }
        if let Some(original) = &statement.original {
            let by = text(&original.translator);
            let by = if by.is_empty() { "translator not told".to_owned() } else { format!("translated by {by}") };
            let words = one_line(&original.text);
            if !words.is_empty() {
                let words = text(&quoted(&words));
                let words = format!("In the original ({}): {words} ({by})", text(&original.lang));
                self.item(1, &marked(statement, "original", words));
            }
        }
        let caveats = caveats(statement, &printed);
        if !caveats.is_empty() {
            self.item(1, &caveats);
        }
    }

    /// When, where, how, to whom, and through whom it reached us: each with its field, and marked where no source states
    /// it.
    fn details(&self, statement: &Statement) -> Vec<(&'static str, String)> {
        let mut details: Vec<(&'static str, String)> = Vec::new();
        if let Some(when) = &statement.said_on {
            details.push(("said_on", self.marked_date(statement, "said_on", when)));
        }
        let mut add = |field, words: String| details.push((field, marked(statement, field, words)));
        if let Some(visit) = statement.event.as_ref().and_then(|id| self.reader.visit(id)) {
            add("event", format!("visit of {}", self.visit_title(&visit)));
        }
        if let Some(medium) = statement.medium.filter(|medium| *medium != crate::model::Medium::Unknown) {
            add("medium", medium.label().to_lowercase());
        }
        let audience: Vec<String> = statement.audience.iter().map(|id| self.name(id)).collect();
        if !audience.is_empty() {
            add("audience", format!("to {}", listed(&audience)));
        }
        let via = statement.via.iter().filter_map(|id| self.reader.source(id));
        let via: Vec<String> =
            via.filter(|source| source.publisher != NAME_LEFT_OUT).map(|source| text(&source.publisher)).collect();
        if via.len() > 1 {
            add("via", format!("through {}", via.join(" → ")));
        }
        if let Some(asked) = &statement.no_response {
            let inquirer = self.name(&asked.inquirer);
            add("no_response", if inquirer.is_empty() { "asked".to_owned() } else { format!("asked by {inquirer}") });
        }
        details
    }
}
