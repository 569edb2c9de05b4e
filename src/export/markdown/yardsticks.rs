//! What the words and grades of the note stand for, as far as it uses them.

use crate::model::{Confidence, Likelihood, Reliability};

use super::footnotes::CREDIBILITY;
use super::note::Note;

impl Note<'_> {
    pub(super) fn yardsticks(&mut self) {
        let mut lines = Vec::new();
        if self.used.likelihood {
            let words = Likelihood::ALL.iter().map(|likelihood| {
                let (from, to) = likelihood.percent();
                format!("{} {from}–{to} %", likelihood.label().to_lowercase())
            });
            lines.push(format!("Likelihood (ICD 203): {}.", words.collect::<Vec<_>>().join(", ")));
        }
        if self.used.confidence {
            let words =
                Confidence::ALL.iter().map(|level| format!("{}: {}", level.label().to_lowercase(), ground(*level)));
            lines.push(format!(
                "Confidence is about the ground of a judgement, not its chance. {}.",
                super::note::capitalised(&words.collect::<Vec<_>>().join("; "))
            ));
        }
        if self.used.counts {
            lines.push(
                "Counts: certain, the visit began in that period; qualified, it did if its date is right, which is in \
                 doubt; expected, both and the shares of visits that began in one of several periods; possible, every \
                 visit that may have begun in it. A visit whose start is open or wider than twelve months is undated."
                    .to_owned(),
            );
        }
        if self.used.statements {
            lines.push(
                "Statements: direct, all words are the speaker’s; mixed, those in quotation marks are; paraphrase, none \
                 are; no response, asked without an answer."
                    .to_owned(),
            );
        }
        if self.used.grades {
            lines.push(grades(self.footnotes.has_credibility()));
        }
        if lines.is_empty() {
            return;
        }
        self.heading("Yardsticks");
        for line in lines {
            self.item(0, &line);
        }
    }
}

fn ground(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "scanty or questionable",
        Confidence::Moderate => "plausible, but not enough for more",
        Confidence::High => "good, from several sources",
    }
}

/// Grades of the source and of the item are two things (Admiralty code, NATO AJP-2.1).
fn grades(with_items: bool) -> String {
    let letters = Reliability::ALL.iter().map(|grade| format!("{} {}", grade.word(), grade.label().to_lowercase()));
    let mut words = format!("Grades of a source (Admiralty code): {}.", letters.collect::<Vec<_>>().join(", "));
    if with_items {
        let items = (1..).zip(CREDIBILITY).map(|(number, words): (u8, _)| format!("{number} {words}"));
        words.push_str(&format!(" Grades of an item: {}.", items.collect::<Vec<_>>().join(", ")));
    }
    words
}
