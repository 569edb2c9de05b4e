//! What is not known, and what was searched.

use super::note::Note;
use super::words::{listed, sentence, text};
use crate::model::{Coverage, When};

impl Note<'_> {
    pub(super) fn gaps(&mut self) {
        let header = &self.reader.briefing.header;
        let gaps: Vec<String> = header.gaps.iter().map(|gap| sentence(gap)).filter(|gap| !gap.is_empty()).collect();
        if gaps.is_empty() && header.coverage.is_empty() {
            return;
        }
        self.heading("Gaps");
        for gap in &gaps {
            self.item(0, gap);
        }
        for coverage in &header.coverage {
            let words = self.searched(coverage);
            self.block(&words);
        }
    }

    fn searched(&self, coverage: &Coverage) -> String {
        let day = |edtf: &str| text(&When::from_edtf(edtf).display());
        let sources = coverage.sources.iter().filter_map(|id| self.reader.source(id));
        let names: Vec<String> = sources.map(|source| text(&source.publisher)).collect();
        let names = if names.is_empty() { String::new() } else { format!(", in {}", listed(&names)) };
        let note = sentence(&coverage.note);
        format!("Searched: {} to {}{names}. {note}", day(&coverage.from), day(&coverage.to)).trim_end().to_owned()
    }
}
