//! How the briefing came to be what it is, the newest first.

use super::note::Note;
use super::words::{sentence, text};
use crate::model::When;

impl Note<'_> {
    pub(super) fn what_is_new(&mut self) {
        let revisions = &self.reader.briefing.header.revisions;
        if revisions.is_empty() && self.options.news.is_empty() {
            return;
        }
        self.heading("What is new");
        for words in &self.options.news {
            self.item(0, &text(words));
        }
        for revision in revisions.iter().rev() {
            let on = text(&When::from_edtf(&revision.on).display());
            let by = text(&revision.by);
            let by = if by.is_empty() { by } else { format!(", {by}") };
            let note = sentence(&revision.note);
            let note = if note.is_empty() { "A new version.".to_owned() } else { note };
            self.item(0, &format!("{on}{by}: {note}"));
        }
    }
}
