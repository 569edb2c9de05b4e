//! Where it is all known from: grades, weaknesses, and how many independent origins there are.

use std::fmt::Write as _;

use crate::analysis::{independent_origins, is_held};
use crate::model::{Reliability, Source, When, capitalised, plural};
use crate::present::markdown_link;

use super::basis::reason;
use super::caveats::{caveats, marked};

use super::note::{Note, Yardstick};
use super::words::{sentence, text};
use crate::export::footnotes::name_of;
use crate::export::words::drawn_name;

impl Note<'_> {
    pub(super) fn sources(&mut self) {
        let sources = self.kept(&self.reader.briefing.sources);
        if sources.is_empty() {
            return;
        }
        self.heading("Sources");
        let held = sources.iter().filter(|source| is_held(source) && source.has_words()).count();
        let origins = independent_origins(&self.reader, &self.footnotes.sources());
        self.block(&format!(
            "{}, of which we hold the words of {held}. What this note cites goes back to {}; sources that draw on one \
             another count as one.",
            plural(sources.len(), "source"),
            plural(origins, "independent origin"),
        ));
        let mut table = String::from("| Source | Kind | Published | Grade | Weak points |\n|---|---|---|---|---|");
        for source in self.through(&sources) {
            self.used.insert(Yardstick::Grades);
            let row = [
                name_and_place(source),
                marked(&**source, "kind", kind(source)),
                marked(&**source, "published", self.published(source)),
                marked(&**source, "reliability", grade(source)),
                self.weak(source),
            ];
            let _ = write!(table, "\n| {} |", row.join(" | "));
        }
        self.block(&table);
        for source in self.through(&sources) {
            let caveats = caveats(&**source, &["title", "published", "kind", "reliability"]);
            if !caveats.is_empty() {
                self.item(0, &format!("{}. {caveats}", name_of(source)));
            }
        }
    }

    fn published(&self, source: &Source) -> String {
        let Some(when) = &source.published else { return "not known".to_owned() };
        let why = when.basis().and_then(reason).map(sentence).unwrap_or_default();
        let date = self.dated(when);
        if why.is_empty() { date } else { format!("{date}: {why}") }
    }

    /// What a reader should know before leaning on a source.
    fn weak(&self, source: &Source) -> String {
        let mut weak = Vec::new();
        let is_seen = source.held != Some(false);
        if !is_seen {
            weak.push("not seen by us".to_owned());
        } else if !source.has_words() {
            weak.push("its words are not held".to_owned());
        }
        if is_seen && source.url.is_empty() && source.archived.is_empty() {
            weak.push("no address".to_owned());
        }
        match &source.published {
            Some(when) if When::parsed(when).is_err() => weak.push("no readable date".to_owned()),
            Some(when) if when.bounds().is_qualified() || self.hangs_on_doubt(when) => {
                weak.push("date in doubt".to_owned());
            }
            Some(_) | None => {}
        }
        if matches!(source.reliability, Some(Reliability::D | Reliability::E)) {
            weak.push("weak grade".to_owned());
        }
        let drawn: Vec<String> = source
            .derived_from
            .iter()
            .filter_map(|id| self.reader.source(id))
            .map(|origin| text(drawn_name(source, &origin)))
            .collect();
        if !drawn.is_empty() {
            weak.push(format!("draws on: {}", drawn.join("; ")));
        }
        capitalised(&weak.join("; "))
    }
}

fn name_and_place(source: &Source) -> String {
    let name = name_of(source);
    if source.url.is_empty() { name } else { format!("{name}, {}", markdown_link(&source.url)) }
}

fn kind(source: &Source) -> String {
    source.kind.map_or("", |kind| kind.label()).to_owned()
}

fn grade(source: &Source) -> String {
    source
        .reliability
        .map_or_else(|| "none".to_owned(), |grade| format!("{}, {}", grade.word(), grade.label().to_lowercase()))
}
