//! What a visit says in each column, in words.

use std::collections::HashMap;
use std::sync::Arc;

use crate::index::Reader;
use crate::model::{Conflict, Id, Key, Place, RecordKind, Visit};
use crate::present::citation::cite_label;
use crate::present::told_date;
use crate::present::visible::visible;

use super::VisitColumn;

/// Words for the cells of visits. Names of countries are looked up once.
pub struct VisitWords<'a> {
    reader: Reader<'a>,
    country_names: HashMap<String, String>,
}

impl<'a> VisitWords<'a> {
    /// Words from a briefing.
    #[must_use]
    pub fn new(reader: Reader<'a>) -> Self {
        Self { reader, country_names: HashMap::new() }
    }

    /// The words of a visit in a column, all on one line; empty where nothing is told.
    #[must_use]
    pub fn cell(&mut self, key: Key, visit: &Visit, column: VisitColumn) -> String {
        let words = match column {
            VisitColumn::Date => {
                visit.when.as_ref().map_or_else(|| "no date".to_owned(), |when| told_date(&self.reader, when))
            }
            VisitColumn::Visitors => self.visitors(visit),
            VisitColumn::Direction => self.direction(visit),
            VisitColumn::Place => visit.place.clone(),
            VisitColumn::Channels => joined(visit.channels.iter().map(|channel| channel.label().to_owned())),
            VisitColumn::Level => visit.level.map(|level| level.label().to_owned()).unwrap_or_default(),
            VisitColumn::Status => Self::status(visit),
            VisitColumn::Met => self.met(visit),
            VisitColumn::Sources => joined(visit.cites.iter().map(|cite| cite_label(&self.reader, cite))),
            VisitColumn::Disputed => joined(disputed_fields(&self.reader, key).into_iter()),
        };
        visible(&words).replace('\n', " ")
    }

    /// `China → Serbia`; the place itself where its country is not known.
    #[must_use]
    pub fn direction(&mut self, visit: &Visit) -> String {
        let (from, to) = self.reader.direction(visit);
        let start = if from.is_none() { self.reader.start_place(visit) } else { None };
        let from = self.country_or(from, start.as_ref());
        let to = self.country_or(to, Some(&visit.to));
        format!("{from} → {to}")
    }

    fn country_or(&mut self, code: Option<String>, place: Option<&Place>) -> String {
        match code {
            Some(code) => self.country(&code),
            None => {
                let name = place.map(|place| self.reader.place_name(place)).unwrap_or_default();
                if name.is_empty() { "unknown".to_owned() } else { name }
            }
        }
    }

    /// The name of a country by its ISO 3166-1 code.
    #[must_use]
    pub fn country(&mut self, code: &str) -> String {
        if let Some(name) = self.country_names.get(code) {
            return name.clone();
        }
        let name = self.reader.name_of_code(code);
        self.country_names.insert(code.to_owned(), name.clone());
        name
    }

    /// The lead with the first role, then the others: `Li Xiaoxin (Director, SCPSR), Chinese delegation`.
    fn visitors(&self, visit: &Visit) -> String {
        let (lead, rest) = self.lead_and_rest(visit);
        format!("{lead}{rest}")
    }

    /// The name of the lead, and what follows it: the first role in brackets and the other visitors.
    #[must_use]
    pub fn lead_and_rest(&self, visit: &Visit) -> (String, String) {
        let Some(lead) = visit.lead_or_first() else { return ("nobody named".to_owned(), String::new()) };
        let role = self.reader.role_titles(lead).into_iter().next().filter(|role| !role.is_empty());
        let mut rest = role.map(|role| format!(" ({role})")).unwrap_or_default();
        for other in visit.visitors.iter().filter(|id| *id != lead) {
            rest.push_str(", ");
            rest.push_str(&self.reader.actor_name(other));
        }
        (self.reader.actor_name(lead), rest)
    }

    /// The status, and the mode where they did not meet in person.
    fn status(visit: &Visit) -> String {
        let mode = visit.mode_or_default();
        let status = visit.status_or_default().label();
        if mode == crate::model::Mode::InPerson {
            status.to_owned()
        } else {
            format!("{status}, {}", mode.label().to_lowercase())
        }
    }

    fn met(&self, visit: &Visit) -> String {
        let mut seen: Vec<&Id> = Vec::new();
        for id in visit.met.iter().chain(&visit.hosts) {
            if !seen.contains(&id) {
                seen.push(id);
            }
        }
        joined(seen.into_iter().map(|id| self.reader.actor_name(id)))
    }
}

/// Whether an open conflict is about the date of a visit.
#[must_use]
pub fn is_date_disputed(reader: &Reader, key: Key) -> bool {
    open_conflicts(reader, key).iter().any(|conflict| conflict.field == WHEN)
}

/// The fields of a visit that an open conflict is about, as words: `date`.
#[must_use]
pub fn disputed_fields(reader: &Reader, key: Key) -> Vec<String> {
    let word = |conflict: &Arc<Conflict>| if conflict.field == WHEN { "date" } else { &conflict.field }.to_owned();
    open_conflicts(reader, key).iter().map(word).collect()
}

/// The field with the date of a visit.
const WHEN: &str = "when";

/// The open conflicts about a record.
fn open_conflicts(reader: &Reader, key: Key) -> Vec<Arc<Conflict>> {
    // Most visits have no conflict, so the links are looked at before any record is.
    if !reader.index.links_to(key).iter().any(|link| link.kind == RecordKind::Conflict) {
        return Vec::new();
    }
    let all = reader.conflicts_about(key).into_iter().map(|(_, conflict)| conflict);
    all.filter(|conflict| conflict.is_open()).collect()
}

/// What a screen reader says of a visit, in the table and on the chart: title, date, what is special.
#[must_use]
pub fn mark_name(reader: &Reader, key: Key, visit: &Visit) -> String {
    let mut parts = vec![reader.visit_title(visit)];
    parts.push(visit.when.as_ref().map_or_else(|| "no date".to_owned(), |when| told_date(reader, when)));
    parts.extend(visit.channels.iter().map(|channel| channel.label().to_lowercase()));
    if let status @ (crate::model::VisitStatus::Planned | crate::model::VisitStatus::Cancelled) =
        visit.status_or_default()
    {
        parts.push(status.label().to_lowercase());
    }
    if visit.mode_or_default() != crate::model::Mode::InPerson {
        parts.push(visit.mode_or_default().label().to_lowercase());
    }
    let disputed = disputed_fields(reader, key);
    if !disputed.is_empty() {
        parts.push(format!("{} disputed", joined(disputed.into_iter())));
    }
    visible(&parts.join(", ")).into_owned()
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(&part);
    }
    text
}
