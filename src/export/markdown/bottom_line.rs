//! The answer in a sentence or two.

use super::note::Note;
use super::words::sentence;

impl Note<'_> {
    pub(super) fn bottom_line(&mut self) {
        let words = &self.reader.briefing.header.bottom_line;
        if words.trim().is_empty() {
            return;
        }
        self.heading("Bottom line");
        // An empty line in the file begins a new paragraph here too.
        for paragraph in words.replace('\r', "").split("\n\n").filter(|part| !part.trim().is_empty()) {
            self.block(&sentence(paragraph));
        }
    }
}
