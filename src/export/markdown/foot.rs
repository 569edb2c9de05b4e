//! The footnotes at the end of a note.

use super::footnotes::{Footnote, words_of};
use super::note::Note;

impl Note<'_> {
    /// The footnotes themselves.
    pub fn print_footnotes(&mut self) {
        let footnotes = std::mem::take(&mut self.footnotes);
        let reader = self.reader;
        let line = |(number, footnote): (usize, &Footnote)| format!("[^{number}]: {}", words_of(&reader, footnote));
        let lines: Vec<String> = (1..).zip(&footnotes.used).map(line).collect();
        if !lines.is_empty() {
            self.block(&lines.join("\n"));
        }
        self.footnotes = footnotes;
    }
}
