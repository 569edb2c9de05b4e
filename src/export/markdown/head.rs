//! What stands above the sections: title, how current the note is, what is not in it.

use super::note::Note;
use super::words::text;
use crate::export::words::{closed, standing};
use crate::present::{LeftOut, left_out};

impl Note<'_> {
    pub(super) fn head(&mut self) {
        let header = &self.reader.briefing.header;
        let title = text(&header.title);
        self.block(&format!("# {}", if title.is_empty() { "Briefing" } else { &title }));
        self.unreadable_line();
        let standing = text(&standing(header));
        if !standing.is_empty() {
            self.block(&standing);
        }
        let question = text(&header.question);
        if !question.is_empty() {
            self.block(&format!("Question: {question}"));
        }
        for notice in [self.part().filter_notice(), self.part().left_out_notice()] {
            if !notice.is_empty() {
                self.block(&format!("**{}**", text(&notice)));
            }
        }
    }

    /// That parts of the file are missing here, before all that is told without them.
    fn unreadable_line(&mut self) {
        for LeftOut { words, names } in left_out(self.reader.briefing) {
            // Names of fields hold no mark of the note: they are words of RON.
            self.block(&format!("**{words}**: {}", closed(&names)));
        }
    }
}
