//! What stands above and below the sections: marking, title, how current the note is, what is not in it.

use super::note::Note;
use super::words::{listed, text};
use crate::model::{RecordKind, When, plural};
use crate::present::{LeftOut, left_out};

impl Note<'_> {
    pub(super) fn head(&mut self) {
        self.marking_line();
        let header = &self.reader.briefing.header;
        let title = text(&header.title);
        self.block(&format!("# {}", if title.is_empty() { "Briefing" } else { &title }));
        self.unreadable_line();
        self.standing();
        let question = text(&header.question);
        if !question.is_empty() {
            self.block(&format!("Question: {question}"));
        }
        self.filter_line();
        self.left_out_line();
    }

    pub(super) fn foot(&mut self) {
        self.print_footnotes();
        self.marking_line();
    }

    fn marking_line(&mut self) {
        if let Some(words) = self.marking_words() {
            self.block(&format!("**{words}**"));
        }
    }

    /// That parts of the file are missing here, before all that is told without them.
    fn unreadable_line(&mut self) {
        // Names of fields hold no mark of the note: they are words of RON.
        for LeftOut { words, names } in left_out(self.reader.briefing) {
            let stop = if names.ends_with('?') { "" } else { "." };
            self.block(&format!("**{words}**: {names}{stop}"));
        }
    }

    /// Cut-off, status and authors in one line.
    fn standing(&mut self) {
        let header = &self.reader.briefing.header;
        let mut facts = Vec::new();
        if !header.as_of.is_empty() {
            facts.push(format!("Information up to {}", text(&When::from_edtf(&header.as_of).display())));
        }
        facts.extend(header.status.map(|status| status.label().to_owned()));
        let authors: Vec<String> = header.authors.iter().map(|author| text(author)).collect();
        if !authors.is_empty() {
            facts.push(listed(&authors));
        }
        if !facts.is_empty() {
            self.block(&facts.join(" · "));
        }
    }

    /// That only a part is shown, and which.
    fn filter_line(&mut self) {
        let Some((_, words)) = &self.options.shown else { return };
        let words = text(words);
        let words = if words.is_empty() { String::new() } else { format!(" ({words})") };
        let part = |kind: RecordKind| {
            let all = self.reader.briefing.records(kind).filter(|(key, _)| !self.withheld.keys.contains(key));
            let shown = self.reader.briefing.records(kind).filter(|(key, _)| self.shows(*key)).count();
            format!("{shown} of {}", plural(all.count(), kind.noun()))
        };
        let (visits, statements) = (part(RecordKind::Visit), part(RecordKind::Statement));
        self.block(&format!(
            "**This note shows a filtered view**{words}: {visits} and {statements}. Its texts and judgements are those of \
             the whole briefing."
        ));
    }

    /// That something is marked too strictly for this note, and how much.
    fn left_out_line(&mut self) {
        let level = self.options.marking.map_or("", |level| level.label());
        let mut parts = Vec::new();
        if self.withheld.header {
            parts.push("the briefing’s own texts".to_owned());
        }
        if self.withheld.records > 0 {
            parts.push(plural(self.withheld.records, "record"));
        }
        if !parts.is_empty() {
            self.block(&format!("Left out, since marked stricter than {level}: {}.", listed(&parts)));
        }
    }
}
