//! What was said, by whom, and how directly it reached us.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use super::build::Build;
use crate::export::withhold::NAME_LEFT_OUT;
use crate::export::words::{as_ours, caveats, changes, dispute_words, listed, marked, one_line, quoted, said_words};
use crate::model::{ActorKind, Basis, Directness, Id, Medium, NAME_WITHHELD, Statement, When};

/// A statement.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StatementWords {
    id: String,
    pub(super) speaker: String,
    speaker_roles: Vec<String>,
    date: String,
    directness: &'static str,
    pub(super) text: String,
    occasion: String,
    medium: String,
    audience: String,
    via: String,
    asked_by: String,
    original: String,
    original_lang: String,
    translator: String,
    bears_judgement: bool,
    speaks_against: bool,
    is_sourced: bool,
    dispute: String,
    changes: String,
    note: String,
    marks: String,
}

/// The statements of one speaker.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SpeakerWords {
    name: String,
    roles: Vec<String>,
    is_outlet: bool,
    statements: Vec<StatementWords>,
}

/// What is printed of a statement with its own mark, or not at all.
const MARKED: &[&str] = &["said_on", "event", "medium", "audience", "via", "no_response", "original", "about", "cue"];

impl Build<'_> {
    pub(super) fn statements(&mut self) -> Vec<StatementWords> {
        let statements = self.kept(&self.reader.briefing.statements);
        self.through(statements).map(|statement| self.statement(&statement)).collect()
    }

    /// Speakers in the order of the file; outlets, whose claims are the reporter's, last.
    pub(super) fn speakers(&mut self) -> Vec<SpeakerWords> {
        let mut places: HashMap<Id, usize> = HashMap::new();
        let mut speakers: Vec<(Id, Vec<Arc<Statement>>)> = Vec::new();
        for statement in self.kept(&self.reader.briefing.statements) {
            let place = *places.entry(statement.speaker.clone()).or_insert_with(|| {
                speakers.push((statement.speaker.clone(), Vec::new()));
                speakers.len() - 1
            });
            if let Some((_, statements)) = speakers.get_mut(place) {
                statements.push(statement);
            }
        }
        speakers.sort_by_key(|(id, _)| self.is_outlet(id));
        let speakers = self.through(speakers);
        let of_speaker = |(id, statements): (Id, Vec<Arc<Statement>>)| {
            let times = statements.iter().filter_map(|said| said.said_on.as_ref().map(When::bounds));
            let roles = self.people().roles_at_times(&id, times);
            SpeakerWords {
                name: self.speaker_name(&id),
                roles,
                is_outlet: self.is_outlet(&id),
                statements: self.through(statements).map(|statement| self.statement(&statement)).collect(),
            }
        };
        speakers.map(of_speaker).collect()
    }

    fn speaker_name(&self, id: &Id) -> String {
        let name = self.name(id);
        let is_withheld = self.reader.actor(id).is_some_and(|actor| actor.anonymous == Some(true));
        match name {
            name if name.is_empty() => "Speaker not named".to_owned(),
            name if is_withheld => format!("{name} ({})", NAME_WITHHELD.to_lowercase()),
            name => name,
        }
    }

    fn is_outlet(&self, id: &Id) -> bool {
        self.reader.actor(id).is_some_and(|actor| actor.kind == Some(ActorKind::Media))
    }

    pub(super) fn statement(&mut self, statement: &Statement) -> StatementWords {
        let people = self.people();
        let at = statement.said_on.as_ref().map(When::bounds).unwrap_or_default();
        let date = self.date(statement.said_on.as_ref());
        let is_by_analyst =
            statement.said_on.as_ref().is_some_and(|when| matches!(when.basis(), Some(Basis::Analyst(_))));
        let event = statement.event.as_ref().and_then(|id| self.reader.visit(id));
        let medium = statement.medium.filter(|medium| *medium != Medium::Unknown);
        let audience: Vec<String> = statement.audience.iter().map(|id| people.name(id)).collect();
        let via = statement.via.iter().filter_map(|id| self.reader.source(id));
        let via: Vec<String> =
            via.filter(|source| source.publisher != NAME_LEFT_OUT).map(|source| one_line(&source.publisher)).collect();
        let original = statement.original.as_ref();
        let text = said_words(statement);
        StatementWords {
            id: one_line(statement.id.as_str()),
            speaker: self.speaker_name(&statement.speaker),
            speaker_roles: people.roles_at(&statement.speaker, &at),
            date: if is_by_analyst { as_ours(date) } else { marked(statement, "said_on", date) },
            directness: match statement.directness() {
                Directness::Direct => "direct",
                Directness::Mixed => "part-quoted",
                Directness::Indirect => "paraphrase",
                Directness::NoResponse => "no response",
            },
            text: if text.is_empty() { "No words held.".to_owned() } else { text },
            occasion: event
                .map(|visit| marked(statement, "event", format!("visit of {}", people.visit_title(&visit))))
                .unwrap_or_default(),
            medium: medium.map(|medium| marked(statement, "medium", medium.label().to_lowercase())).unwrap_or_default(),
            audience: marked(statement, "audience", listed(&audience)),
            via: if via.len() > 1 { marked(statement, "via", via.join(" → ")) } else { String::new() },
            asked_by: statement
                .no_response
                .as_ref()
                .map(|asked| marked(statement, "no_response", people.name(&asked.inquirer)))
                .unwrap_or_default(),
            original: original
                .map(|original| marked(statement, "original", quoted(&one_line(&original.text))))
                .unwrap_or_default(),
            original_lang: original.map(|original| one_line(&original.lang)).unwrap_or_default(),
            translator: original.map(|original| one_line(&original.translator)).unwrap_or_default(),
            bears_judgement: self.bearing.contains(&statement.id),
            speaks_against: self.opposing.contains(&statement.id),
            is_sourced: !statement.cites.is_empty(),
            dispute: self.disputes.get(&statement.id).map(|disputes| dispute_words(disputes)).unwrap_or_default(),
            changes: changes(&self.reader, statement, |key| self.part.shows(key)),
            note: caveats(statement, MARKED),
            marks: self.marks(&statement.cites),
        }
    }
}
