//! What the words and grades of the note stand for, as far as it uses them.

use std::fmt::Write as _;

use crate::model::{Confidence, Likelihood, Reliability, capitalised};

use super::note::{Note, Yardstick};
use crate::export::footnotes::CREDIBILITY;

impl Note<'_> {
    pub(super) fn yardsticks(&mut self) {
        if self.names_a_season() {
            self.used.insert(Yardstick::Seasons);
        }
        if self.has_open_dates() {
            self.used.insert(Yardstick::OpenDates);
        }
        if self.used.is_empty() {
            return;
        }
        self.heading("Yardsticks");
        let lines: Vec<String> = self.used.iter().map(|yardstick| self.explained(*yardstick)).collect();
        for line in lines {
            self.item(0, &line);
        }
    }

    /// Whether a date in the note has no end told.
    fn has_open_dates(&self) -> bool {
        let visits = self.kept_entries(&self.reader.briefing.visits);
        visits.filter_map(|entry| entry.record.when.as_ref()).any(|when| when.display().ends_with(" – ongoing"))
    }

    /// Whether a date in the note is a season.
    fn names_a_season(&self) -> bool {
        let mut shown = self.reader.briefing.all_records().filter(|(key, _)| self.shows(*key));
        shown.any(|(_, record)| record.dates().iter().any(|(_, when)| when.names_a_season()))
    }

    fn explained(&self, yardstick: Yardstick) -> String {
        match yardstick {
            Yardstick::Likelihood => likelihood(),
            Yardstick::Confidence => confidence(),
            Yardstick::Counts => COUNTS.to_owned(),
            Yardstick::OpenDates => OPEN_DATES.to_owned(),
            Yardstick::Seasons => SEASONS.to_owned(),
            Yardstick::Statements => STATEMENTS.to_owned(),
            Yardstick::Grades => grades(self.footnotes.has_credibility()),
        }
    }
}

const COUNTS: &str = "Counts: visits, at least and at most so many began in that period; on a date in doubt, so many of \
    the least rest on a date that is itself in doubt; expected, the least and the shares of visits that began in one of \
    several periods. One of several dates, such as those of sources that disagree, has an equal share with each other, \
    and a date of several days is shared by days: a convention to add up by, not a probability. A visit whose start is \
    open or wider than twelve months is undated, and counted among the most of every period.";

const OPEN_DATES: &str = "Dates: “by 13 Oct 2024 – ongoing” began on that day or before it, and no end is told; “c.” is \
    about that time; “year inferred” stands where the source gives no year, “date inferred” where it names the day alone, such as Monday.";

const SEASONS: &str = "Seasons: of the Northern Hemisphere unless called southern; spring is March to May, southern \
    spring September to November. Winter 2024/25 is December 2024 to February 2025.";

const STATEMENTS: &str = "Statements: direct, all words are the speaker’s; part-quoted, those in quotation marks are; \
    paraphrase, none are; no response, asked without an answer.";

fn likelihood() -> String {
    let words = Likelihood::ALL.iter().map(|likelihood| {
        let (from, to) = likelihood.percent();
        format!("{} {from}–{to} %", likelihood.label().to_lowercase())
    });
    format!("Likelihood (ICD 203): {}.", words.collect::<Vec<_>>().join(", "))
}

fn confidence() -> String {
    let words = Confidence::ALL.iter().map(|level| format!("{}: {}", level.label().to_lowercase(), ground(*level)));
    let words = capitalised(&words.collect::<Vec<_>>().join("; "));
    format!("Confidence is about the ground of a judgement, not its chance. {words}.")
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
        let _ = write!(words, " Grades of an item: {}.", items.collect::<Vec<_>>().join(", "));
    }
    words
}
