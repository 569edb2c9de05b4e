//! The sections of a note about what happened, what was said and what follows from it.

use std::fmt::Write as _;
use std::sync::Arc;

use super::Note;
use super::escape::text;
use crate::model::{Confidence, Content, Directness, Judgement, Likelihood, Statement, Visit, When};

impl Note<'_> {
    pub(super) fn bottom_line(&mut self) {
        let words = &self.reader.briefing.header.bottom_line;
        if !words.is_empty() {
            self.heading("Bottom line");
            self.line(&format!("{}\n", text(words)));
        }
    }

    /// Likelihood and confidence never share a sentence (ICD 203).
    pub(super) fn key_judgements(&mut self) {
        let judgements = self.kept(&self.reader.briefing.judgements);
        if judgements.is_empty() {
            return;
        }
        self.heading("Key judgements");
        for judgement in judgements {
            let marks = self.footnotes.marks(&judgement.cites);
            self.line(&format!("- {}{marks}", text(&judgement.text)));
            for line in judgement_lines(&judgement) {
                self.line(&format!("  {line}"));
            }
        }
        self.line("");
    }

    pub(super) fn what_is_new(&mut self) {
        let revisions = &self.reader.briefing.header.revisions;
        if revisions.is_empty() {
            return;
        }
        self.heading("What is new");
        for revision in revisions.iter().rev() {
            let on = text(&When::from_edtf(&revision.on).display());
            let by = if revision.by.is_empty() { String::new() } else { format!(", {}", text(&revision.by)) };
            self.line(&format!("- {on}{by}: {}", text(&revision.note)));
        }
        self.line("");
    }

    pub(super) fn visits(&mut self) {
        let mut visits = self.kept(&self.reader.briefing.visits);
        if visits.is_empty() {
            return;
        }
        let bounds = |visit: &Arc<Visit>| visit.when.as_ref().map(When::bounds).unwrap_or_default().sort_key();
        visits.sort_by(|a, b| (bounds(a), a.id.as_str()).cmp(&(bounds(b), b.id.as_str())));
        self.heading("Visits");
        self.line("| When | Who | From → to | Channel | Source |");
        self.line("|---|---|---|---|---|");
        for visit in visits {
            let when = visit.when.as_ref().map_or_else(|| "no date".to_owned(), When::display);
            let who = self.visitors(&visit);
            let way = self.way(&visit);
            let channels: Vec<_> = visit.channels.iter().map(|channel| channel.label()).collect();
            let marks = self.footnotes.marks(&visit.cites);
            self.line(&format!("| {} | {who} | {way} | {} | {marks} |", text(&when), channels.join(", ")));
        }
        self.line("");
    }

    fn visitors(&self, visit: &Visit) -> String {
        let lead = visit.lead_or_first();
        let others = visit.visitors.iter().filter(|id| Some(*id) != lead);
        let named = lead.into_iter().chain(others).map(|id| {
            let roles = self.reader.role_titles(id).join("; ");
            let name = text(&self.reader.actor_name(id));
            if roles.is_empty() { name } else { format!("{name} ({})", text(&roles)) }
        });
        named.collect::<Vec<_>>().join("; ")
    }

    fn way(&self, visit: &Visit) -> String {
        let (from, _) = self.reader.direction(visit);
        let from = match &visit.from {
            Some(place) => self.reader.place_name(place),
            None => from.map_or_else(|| "?".to_owned(), |code| self.reader.name_of_code(&code)),
        };
        let to = self.reader.place_name(&visit.to);
        let place = if visit.place.is_empty() { String::new() } else { format!(" ({})", text(&visit.place)) };
        format!("{} → {}{place}", text(&from), text(&to))
    }

    /// By speaker, in the order in which they first speak.
    pub(super) fn what_they_said(&mut self) {
        let statements = self.kept(&self.reader.briefing.statements);
        if statements.is_empty() {
            return;
        }
        self.heading("What they said");
        let mut speakers: Vec<_> = Vec::new();
        for statement in &statements {
            if !speakers.contains(&statement.speaker) {
                speakers.push(statement.speaker.clone());
            }
        }
        for speaker in speakers {
            let roles = self.reader.role_titles(&speaker).join("; ");
            let roles = if roles.is_empty() { String::new() } else { format!(", {}", text(&roles)) };
            let _ = writeln!(self.out, "**{}**{roles}\n", text(&self.reader.actor_name(&speaker)));
            for statement in statements.iter().filter(|statement| statement.speaker == speaker) {
                self.statement(statement);
            }
            self.line("");
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let label = match statement.directness() {
            Directness::Indirect => "paraphrase".to_owned(),
            other => other.label().to_lowercase(),
        };
        let words = match &statement.no_response {
            Some(asked) => {
                let inquirer = text(&self.reader.actor_name(&asked.inquirer));
                format!("left a question of {inquirer} unanswered: {}", text(&asked.inquiry))
            }
            None => runs(&statement.content),
        };
        let when = statement.said_on.as_ref().map(|when| format!(", {}", text(&when.display()))).unwrap_or_default();
        let marks = self.footnotes.marks(&statement.cites);
        self.line(&format!("- {words} *({label}{when})*{marks}"));
    }

    pub(super) fn relations(&mut self) {
        let relations = self.kept(&self.reader.briefing.relations);
        if relations.is_empty() {
            return;
        }
        self.heading("Relations");
        for relation in relations {
            let marks = self.footnotes.marks(&relation.cites);
            let title = self.title_of(&crate::model::AnyRecord::Relation(Arc::clone(&relation)));
            let mut words = title;
            if let Some(replaced) = &relation.replaces {
                let _ = write!(words, ", in place of {}", text(&self.reader.actor_name(replaced)));
            }
            if !relation.scope.is_empty() {
                let _ = write!(words, ", {}", text(&relation.scope));
            }
            if let Some(valid) = &relation.valid {
                let _ = write!(words, " ({})", text(&valid.display()));
            }
            let asserted = relation.asserted_by.as_ref().and_then(|id| self.reader.statement(id));
            if let Some(statement) = asserted {
                let _ = write!(words, ", says {}", text(&self.reader.actor_name(&statement.speaker)));
            }
            self.line(&format!("- {words}{marks}"));
        }
        self.line("");
    }

    pub(super) fn disputed_facts(&mut self) {
        let conflicts = self.kept(&self.reader.briefing.conflicts);
        if conflicts.is_empty() {
            return;
        }
        self.heading("Disputed facts");
        for conflict in conflicts {
            let about = self.reader.by_id(&conflict.about).map(|(_, record)| self.title_of(&record));
            let about = about.unwrap_or_else(|| text(conflict.about.as_str()));
            let state = if conflict.is_open() { "open" } else { "resolved" };
            self.line(&format!("- {about}, {} ({state}): {}", text(&conflict.field), text(&conflict.reason)));
            for side in &conflict.sides {
                let marks = side.cite.as_ref().map(|cite| self.footnotes.marks(std::slice::from_ref(cite)));
                let value = When::from_edtf(&side.value);
                let value = if value.parsed().is_ok() { value.display() } else { side.value.clone() };
                self.line(&format!("  - {}{}", text(&value), marks.unwrap_or_default()));
            }
        }
        self.line("");
    }

    pub(super) fn assumptions(&mut self) {
        let judgements = self.kept(&self.reader.briefing.judgements);
        let listed = |pick: fn(&Judgement) -> &Vec<String>| -> Vec<String> {
            judgements.iter().flat_map(|judgement| pick(judgement).iter().map(|words| text(words))).collect()
        };
        let groups = [
            ("Assumption", listed(|judgement| &judgement.assumptions)),
            ("Alternative", listed(|judgement| &judgement.alternatives)),
            ("Indicator", listed(|judgement| &judgement.indicators)),
        ];
        if groups.iter().all(|(_, words)| words.is_empty()) {
            return;
        }
        self.heading("Assumptions and alternatives");
        for (kind, words) in groups {
            for words in words {
                self.line(&format!("- {kind}: {words}"));
            }
        }
        self.line("");
    }

    pub(super) fn gaps(&mut self) {
        let gaps = &self.reader.briefing.header.gaps;
        if gaps.is_empty() {
            return;
        }
        self.heading("Gaps");
        for gap in gaps {
            self.line(&format!("- {}", text(gap)));
        }
        self.line("");
    }

    /// What the words of likelihood and confidence stand for, where any is used.
    pub(super) fn yardsticks(&mut self) {
        let judgements = &self.reader.briefing.judgements;
        if judgements.iter().all(|entry| entry.record.likelihood.is_none() && entry.record.confidence.is_none()) {
            return;
        }
        self.heading("Yardsticks");
        let words = Likelihood::ALL.iter().map(|likelihood| {
            let (from, to) = likelihood.percent();
            format!("{} {from}–{to} %", likelihood.label().to_lowercase())
        });
        self.line(&format!("Likelihood (ICD 203): {}\n", words.collect::<Vec<_>>().join(", ")));
        let levels: Vec<_> = Confidence::ALL.iter().map(|level| level.label().to_lowercase()).collect();
        self.line(&format!("Confidence in the ground of a judgement: {}\n", levels.join(", ")));
    }
}

fn judgement_lines(judgement: &Judgement) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(likelihood) = judgement.likelihood {
        let (from, to) = likelihood.percent();
        lines.push(format!("Likelihood: {} ({from}–{to} %).", likelihood.label().to_lowercase()));
    }
    if let Some(confidence) = judgement.confidence {
        let reason = text(&judgement.reason);
        let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
        lines.push(format!("Confidence: {}{reason}", confidence.label().to_lowercase()));
    }
    lines
}

/// Words said in quotation marks, paraphrase without.
fn runs(content: &[Content]) -> String {
    let mut words = String::new();
    for run in content {
        let own = text(run.text());
        if !words.is_empty() && !run.text().starts_with([',', '.', ';', ':']) {
            words.push(' ');
        }
        if run.is_said() {
            let _ = write!(words, "“{own}”");
        } else {
            words.push_str(&own);
        }
    }
    words
}
