//! What holds between actors, and who says so.

use std::fmt::Write as _;

use crate::model::{Relation, When};

use super::caveats::{caveats, marked};
use super::note::Note;
use super::words::{listed, sentence, text};

impl Note<'_> {
    pub(super) fn relations(&mut self) {
        let relations = self.kept(&self.reader.briefing.relations);
        if relations.is_empty() {
            return;
        }
        self.heading("Relations");
        for relation in self.through(&relations) {
            let marks = self.marks(&relation.cites);
            let words = self.relation(relation);
            let caveats = caveats(&**relation, &["kind", "scope", "valid", "replaces"]);
            self.item(0, format!("{words}{marks} {caveats}").trim_end());
        }
    }

    fn relation(&self, relation: &Relation) -> String {
        let names: Vec<String> = relation.between.iter().map(|id| self.name(id)).collect();
        let between = match names.split_first() {
            Some((first, others)) if relation.directed == Some(true) && !others.is_empty() => {
                format!("{first} → {}", listed(others))
            }
            _ => listed(&names),
        };
        let kind = relation.kind.as_ref().map(|kind| text(kind.label())).filter(|kind| !kind.is_empty());
        let kind = kind.map(|kind| marked(relation, "kind", kind));
        let mut words = format!("**{}**: {between}", kind.as_deref().unwrap_or("Relation"));
        if let Some(replaced) = &relation.replaces {
            let _ = write!(words, ", {}", marked(relation, "replaces", format!("in place of {}", self.name(replaced))));
        }
        words.push('.');
        let mut add = |part: String| {
            if !part.is_empty() {
                words.push(' ');
                words.push_str(&part);
            }
        };
        add(marked(relation, "scope", sentence(&relation.scope)));
        add(relation.valid.as_ref().map(|when| self.held(relation, when)).unwrap_or_default());
        let asserted = relation.asserted_by.as_ref().and_then(|id| self.reader.statement(id));
        add(asserted.map(|statement| format!("Asserted by {}.", self.name(&statement.speaker))).unwrap_or_default());
        words
    }

    /// When it held, with the source's words for it.
    fn held(&self, relation: &Relation, when: &When) -> String {
        let said = text(when.said());
        let date = self.marked_date(relation, "valid", when);
        if said.is_empty() { format!("{date}.") } else { format!("{date} (“{said}”).") }
    }
}
