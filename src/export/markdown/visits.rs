//! The visits as a table, in the order of their dates, and what each date rests on.

use std::fmt::Write as _;

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{Key, Mode, Visit, VisitKind, VisitStatus, When, capitalised, plural};

use super::basis::{dated_by, reason};
use super::caveats::{caveats, is_ours, marked};
use super::note::Note;
use super::words::{listed, sentence, text};
use crate::export::words::{closed, in_order_of_time, marked_of_visit, one_line, quoted};

impl Note<'_> {
    pub(super) fn visits(&mut self) {
        let visits = self.visits_by_date();
        if visits.is_empty() {
            return;
        }
        self.heading("Visits");
        let mut table =
            String::from("| Date | Who | From → to | Met | Channel and level | Source |\n|---|---|---|---|---|---|");
        for (key, visit) in self.through(&visits) {
            let row = [self.date(*key, visit), self.who(visit), self.way(visit), self.met(visit), channels(visit)];
            let marks = self.marks(&visit.cites);
            let _ = write!(table, "\n| {} | {marks} |", row.join(" | "));
        }
        self.block(&table);
        if let Some(path) = &self.options.chart {
            let alt = text(&format!("Chart of {} in time", plural(visits.len(), "visit")));
            self.block(&format!("![{alt}]({})", address_of(path)));
        }
        for (key, visit) in self.through(&visits) {
            self.about_visit(*key, visit);
        }
        self.counts();
    }

    fn visits_by_date(&self) -> Vec<(Key, Arc<Visit>)> {
        in_order_of_time(&self.reader, |key| self.shows(key))
    }

    /// The date as displayed, with what is special about the visit.
    fn date(&self, key: Key, visit: &Visit) -> String {
        let mut words = vec![
            visit.when.as_ref().map_or_else(|| "no date".to_owned(), |when| self.marked_date(visit, "when", when)),
        ];
        match visit.status_or_default() {
            VisitStatus::Planned => words.push("planned".to_owned()),
            VisitStatus::Cancelled => words.push("cancelled".to_owned()),
            VisitStatus::Ongoing if !words.concat().contains("ongoing") => words.push("ongoing".to_owned()),
            VisitStatus::Ongoing | VisitStatus::Completed => {}
        }
        if self.is_disputed(key) {
            words.push("disputed".to_owned());
        }
        words.join("; ")
    }

    /// Whether an open conflict is about the date of a visit.
    fn is_disputed(&self, key: Key) -> bool {
        self.reader.conflicts_about(key).iter().any(|(_, conflict)| conflict.is_open() && conflict.field == "when")
    }

    /// Who came, with the posts held then; the lead first.
    fn who(&self, visit: &Visit) -> String {
        let at = visit.when.as_ref().map(When::bounds).unwrap_or_default();
        let lead = visit.lead_or_first();
        let others = visit.visitors.iter().filter(|id| Some(*id) != lead);
        let named = |id| {
            let words = self.with_roles(id, &at);
            let words = if visit.visitors.contains(id) { marked(visit, "visitors", words) } else { words };
            if visit.lead.as_ref() == Some(id) && is_ours(visit, "lead") {
                format!("{words} (lead by our reading)")
            } else {
                words
            }
        };
        let names: Vec<String> = lead.into_iter().chain(others).map(named).collect();
        if names.is_empty() { "nobody named".to_owned() } else { names.join("; ") }
    }

    /// Who received them and whom they met.
    fn met(&self, visit: &Visit) -> String {
        let mut seen = HashSet::new();
        let ids = visit.hosts.iter().map(|id| ("hosts", id)).chain(visit.met.iter().map(|id| ("met", id)));
        let names = ids.filter(|(_, id)| seen.insert(*id)).map(|(field, id)| marked(visit, field, self.name(id)));
        let names: Vec<String> = names.collect();
        if names.is_empty() { "–".to_owned() } else { names.join(", ") }
    }

    /// What the table has no room for: the words and the ground of the date, invitation, topics, outcomes.
    fn about_visit(&mut self, key: Key, visit: &Visit) {
        let mut parts = Vec::new();
        parts.extend(visit.when.as_ref().and_then(|when| self.why_this_date(when)));
        if self.is_disputed(key) {
            parts.push("The date is disputed, see below.".to_owned());
        }
        if let Some(announced) = &visit.announced {
            parts.push(format!("Announced {}.", self.marked_date(visit, "announced", announced)));
        }
        if let Some(by) = &visit.invited_by {
            parts.push(marked(visit, "invited_by", format!("Invited by {}.", self.name(by))));
        }
        let talks = |field: &str, label: &str, items: &[String]| {
            let items: Vec<String> = items.iter().map(|item| one_line(item)).filter(|item| !item.is_empty()).collect();
            let joined = marked(visit, field, items.join("; "));
            (!items.is_empty()).then(|| format!("{label}: {}", text(&closed(&joined))))
        };
        parts.extend(talks("topics", "Topics", &visit.topics));
        parts.extend(talks("outcomes", "Outcomes", &visit.outcomes));
        let caveats = caveats(visit, &marked_of_visit(visit));
        if !caveats.is_empty() {
            parts.push(caveats);
        }
        if !parts.is_empty() {
            let title = self.visit_title(visit);
            self.item(0, &format!("**{title}**: {}", parts.join(" ")));
        }
    }

    /// `Dated “on October 14”, by the year of publication.`
    pub(super) fn why_this_date(&self, when: &When) -> Option<String> {
        let said = one_line(when.said());
        let said = if said.is_empty() { said } else { text(&quoted(&said)) };
        let basis = when.basis().map(|basis| dated_by(&self.reader, basis));
        let words = match (said.is_empty(), basis) {
            (true, None) => return None,
            (false, None) => format!("Dated {said}."),
            (false, Some(basis)) => format!("Dated {said}, {basis}."),
            (true, Some(basis)) => format!("{}.", capitalised(&format!("dated {basis}"))),
        };
        let why = when.basis().and_then(reason).map(sentence).unwrap_or_default();
        Some(format!("{words} {why}").trim_end().to_owned())
    }
}

/// Channels, level, protocol and mode, each where it is told.
fn channels(visit: &Visit) -> String {
    let mut words: Vec<String> = Vec::new();
    let channels: Vec<String> = visit.channels.iter().map(|channel| channel.label().to_lowercase()).collect();
    if !channels.is_empty() {
        words.push(marked(visit, "channels", listed(&channels)));
    }
    words.extend(visit.level.map(|level| marked(visit, "level", level.label().to_lowercase())));
    let kind = visit.kind.filter(|kind| *kind != VisitKind::Unspecified);
    words.extend(kind.map(|kind| marked(visit, "kind", kind.label().to_lowercase())));
    match visit.mode_or_default() {
        Mode::InPerson => {}
        mode => words.push(marked(visit, "mode", mode.label().to_lowercase())),
    }
    capitalised(&words.join("; "))
}

/// A path as the address of a picture: what could end it or mean something else is percent-encoded (RFC 3986, 2.1).
fn address_of(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let mut address = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if is_plain(byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}
