//! What stands above and below the records: notices, what is new, what is not known.

use super::build::Build;
use crate::export::words::{listed, one_line, sentence};
use crate::model::{Coverage, When, plural};

impl Build<'_> {
    /// What a reader has to know before all else.
    pub(super) fn notices(&self) -> Vec<String> {
        let mut notices = self.part.unreadable_notices();
        notices.extend([self.part.filter_notice(), self.part.left_out_notice()]);
        if self.options.findings.errors > 0 {
            notices.push(format!("Written although {} open.", are(self.options.findings.errors, "error")));
        }
        notices.retain(|notice| !notice.is_empty());
        notices
    }

    /// What the checks still say of the briefing; empty where that is nothing.
    pub(super) fn findings(&self) -> String {
        match self.options.findings.warnings {
            0 => String::new(),
            warnings => format!("In the checks {} open.", are(warnings, "warning")),
        }
    }

    /// The revisions, the newest first.
    pub(super) fn revisions(&self) -> Vec<String> {
        let revisions = self.reader.briefing.header.revisions.iter().rev();
        let words = revisions.map(|revision| {
            let on = one_line(&When::from_edtf(&revision.on).display());
            let by = one_line(&revision.by);
            let by = if by.is_empty() { by } else { format!(", {by}") };
            let note = sentence(&revision.note);
            format!("{on}{by}: {}", if note.is_empty() { "A new version." } else { &note })
        });
        words.collect()
    }

    /// Which time was searched, in what.
    pub(super) fn searched(&self) -> Vec<String> {
        self.reader.briefing.header.coverage.iter().map(|coverage| self.one_search(coverage)).collect()
    }

    fn one_search(&self, coverage: &Coverage) -> String {
        let day = |edtf: &str| one_line(&When::from_edtf(edtf).display());
        let sources = coverage.sources.iter().filter_map(|id| self.reader.source(id));
        let names: Vec<String> = sources.map(|source| one_line(&source.publisher)).collect();
        let names = if names.is_empty() { String::new() } else { format!(", in {}", listed(&names)) };
        let note = sentence(&coverage.note);
        format!("Searched: {} to {}{names}. {note}", day(&coverage.from), day(&coverage.to)).trim_end().to_owned()
    }
}

/// `1 error is`, `2 errors are`.
fn are(count: usize, noun: &str) -> String {
    format!("{} {}", plural(count, noun), if count == 1 { "is" } else { "are" })
}
