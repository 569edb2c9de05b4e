//! The visits, one by one.

use std::collections::HashSet;

use serde::Serialize;

use super::build::Build;
use crate::export::words::{
    as_ours, caveats, date_begun, dated_by, in_order_of_time, is_ours, listed, marked, marked_of_visit, one_line,
    reason, sentence,
};
use crate::model::{Basis, Id, Key, Mode, Precision, Visit, VisitKind, VisitStatus, When};

/// A visit.
#[derive(Debug, Clone, Serialize)]
pub(super) struct VisitWords {
    id: String,
    pub(super) title: String,
    date: String,
    /// The date with its doubt as words of a sentence.
    when: String,
    edtf: String,
    who: Vec<String>,
    lead: String,
    lead_roles: Vec<String>,
    way: String,
    destination: String,
    met: Vec<String>,
    channels: Vec<String>,
    level: String,
    protocol: String,
    mode: String,
    status: String,
    is_disputed: bool,
    bears_judgement: bool,
    is_sourced: bool,
    said: String,
    dated_by: String,
    why: String,
    announced: String,
    invited_by: String,
    topics: Vec<String>,
    outcomes: Vec<String>,
    note: String,
    marks: String,
}

impl Build<'_> {
    pub(super) fn visits(&mut self) -> Vec<VisitWords> {
        let visits = in_order_of_time(&self.reader, |key| self.part.shows(key));
        self.through(visits).map(|(key, visit)| self.visit(key, &visit)).collect()
    }

    pub(super) fn visit(&mut self, key: Key, visit: &Visit) -> VisitWords {
        let people = self.people();
        let at = visit.when.as_ref().map(When::bounds).unwrap_or_default();
        let lead = visit.lead_or_first();
        let others = visit.visitors.iter().filter(|id| Some(*id) != lead);
        let named = |id: &Id| {
            let name = people.name(id);
            let name = if visit.visitors.contains(id) { marked(visit, "visitors", name) } else { name };
            if visit.lead.as_ref() == Some(id) && is_ours(visit, "lead") {
                format!("{name} (lead by our reading)")
            } else {
                name
            }
        };
        let of_date = |words: String, when: &When, field: &str| match when.basis() {
            Some(Basis::Analyst(_)) => as_ours(words),
            _ => marked(visit, field, words),
        };
        let items = |field: &str, items: &[String]| -> Vec<String> {
            let items = items.iter().map(|item| one_line(item)).filter(|item| !item.is_empty());
            items.map(|item| marked(visit, field, item)).collect()
        };
        let mut seen = HashSet::new();
        let received = visit.hosts.iter().map(|id| ("hosts", id)).chain(visit.met.iter().map(|id| ("met", id)));
        let met = received.filter(|(_, id)| seen.insert(*id)).map(|(field, id)| marked(visit, field, people.name(id)));
        let channels: Vec<String> = visit.channels.iter().map(|channel| channel.label().to_lowercase()).collect();
        VisitWords {
            id: one_line(visit.id.as_str()),
            title: people.visit_title(visit),
            date: visit.when.as_ref().map_or_else(String::new, |when| of_date(self.date(Some(when)), when, "when")),
            when: self.when_words(visit),
            edtf: visit.when.as_ref().map(|when| one_line(when.edtf())).unwrap_or_default(),
            who: lead.into_iter().chain(others).map(named).collect(),
            lead: lead.map(|id| people.name(id)).unwrap_or_default(),
            lead_roles: lead.map(|id| people.roles_at(id, &at)).unwrap_or_default(),
            way: people.way(visit),
            destination: people.destination(visit),
            met: met.collect(),
            channels: if channels.is_empty() { channels } else { vec![marked(visit, "channels", listed(&channels))] },
            level: visit.level.map(|level| marked(visit, "level", level.label().to_lowercase())).unwrap_or_default(),
            protocol: visit
                .kind
                .filter(|kind| *kind != VisitKind::Unspecified)
                .map(|kind| marked(visit, "kind", kind.label().to_lowercase()))
                .unwrap_or_default(),
            mode: match visit.mode_or_default() {
                Mode::InPerson => String::new(),
                mode => marked(visit, "mode", mode.label().to_lowercase()),
            },
            status: visit.status_or_default().label().to_lowercase(),
            is_disputed: self.is_disputed(key),
            bears_judgement: self.bearing.contains(&visit.id),
            is_sourced: !visit.cites.is_empty(),
            said: visit.when.as_ref().map(|when| one_line(when.said())).unwrap_or_default(),
            dated_by: visit
                .when
                .as_ref()
                .and_then(|when| when.basis())
                .map(|basis| dated_by(&self.reader, basis))
                .unwrap_or_default(),
            why: visit.when.as_ref().and_then(|when| when.basis()).and_then(reason).map(sentence).unwrap_or_default(),
            announced: visit
                .announced
                .as_ref()
                .map(|when| of_date(self.date(Some(when)), when, "announced"))
                .unwrap_or_default(),
            invited_by: visit
                .invited_by
                .as_ref()
                .map(|id| marked(visit, "invited_by", people.name(id)))
                .unwrap_or_default(),
            topics: items("topics", &visit.topics),
            outcomes: items("outcomes", &visit.outcomes),
            note: caveats(visit, &marked_of_visit(visit)),
            marks: self.marks(&visit.cites),
        }
    }

    /// Whether an open conflict is about the date of a visit.
    pub(super) fn is_disputed(&self, key: Key) -> bool {
        self.reader.conflicts_about(key).iter().any(|(_, conflict)| conflict.is_open() && conflict.field == "when")
    }

    /// The date in the words of a sentence: `Some day in May 2024`, `Begun by 13 Oct 2024, no end told`, `Planned for …`.
    fn when_words(&self, visit: &Visit) -> String {
        let Some(when) = &visit.when else { return "No date".to_owned() };
        let display = self.date(Some(when));
        let (begin, is_open) = match display.strip_suffix(" – ongoing") {
            Some(begin) => (begin, true),
            None => (display.as_str(), false),
        };
        // Behind another word it does not begin a sentence.
        let is_ahead = matches!(visit.status_or_default(), VisitStatus::Planned | VisitStatus::Cancelled);
        let begin = match when.precision() {
            _ if begin.starts_with("by ") => format!("Begun {begin}"),
            Precision::Month if is_one_month(when) && !begin.starts_with("c. ") => format!("Some day in {begin}"),
            _ if is_ahead => begin.to_owned(),
            _ => date_begun(begin),
        };
        let begin =
            if matches!(when.basis(), Some(Basis::Analyst(_))) { as_ours(begin) } else { marked(visit, "when", begin) };
        let open = if is_open { ", no end told" } else { "" };
        let lower = |words: &str| words.replacen("Some day", "some day", 1).replacen("Begun by", "by", 1);
        match visit.status_or_default() {
            VisitStatus::Planned => format!("Planned, {}{open}", lower(&begin)),
            VisitStatus::Cancelled => format!("Cancelled, {}{open}", lower(&begin)),
            VisitStatus::Ongoing | VisitStatus::Completed => format!("{begin}{open}"),
        }
    }
}

/// Whether a date is a month and no more is known.
fn is_one_month(when: &When) -> bool {
    let bounds = when.bounds();
    !when.edtf().contains(['/', '[', '{', '.']) && bounds.start_earliest.is_some() && bounds.start_latest.is_some()
}
