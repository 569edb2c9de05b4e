//! What a reader is told before all else: how current it is, and what is not in it.

use std::collections::HashSet;

use super::sentences::{closed, listed, one_line};
use crate::export::withhold::Withheld;
use crate::model::{Briefing, Header, Key, Marking, RecordKind, TlpLevel, When, plural};
use crate::present::{LeftOut, left_out};

/// What of a briefing is shown, and of what it is a part.
#[derive(Clone, Copy)]
pub(in crate::export) struct Part<'a> {
    pub(in crate::export) briefing: &'a Briefing,
    pub(in crate::export) withheld: &'a Withheld,
    /// The strictest marking that its readers may see.
    pub(in crate::export) most: Option<TlpLevel>,
    /// The records that pass the filter, and the words of it.
    pub(in crate::export) shown: Option<&'a (HashSet<Key>, String)>,
}

impl Part<'_> {
    /// Whether a record passes the filter and may be seen.
    pub(in crate::export) fn shows(&self, key: Key) -> bool {
        !self.withheld.keys.contains(&key) && self.shown.is_none_or(|(keys, _)| keys.contains(&key))
    }

    /// The marking of the strictest thing in it, in the words of the house where it has some; empty where there is none.
    pub(in crate::export) fn marking(&self) -> String {
        let mut strictest: Option<Marking> = self.briefing.header.marking.clone().filter(|_| !self.withheld.header);
        for (_, record) in self.briefing.all_records().filter(|(key, _)| self.shows(*key)) {
            let Some(own) = record.marking() else { continue };
            if strictest.as_ref().is_none_or(|known| own.level() > known.level()) {
                strictest = Some(own.clone());
            }
        }
        let words = strictest.map(|marking| {
            let label = one_line(marking.label());
            if label.is_empty() { marking.level().label().to_owned() } else { label }
        });
        words.or_else(|| self.most.map(TlpLevel::label).map(str::to_owned)).unwrap_or_default()
    }

    /// That only a part is shown, and which; empty where all is.
    pub(in crate::export) fn filter_notice(&self) -> String {
        let Some((_, words)) = self.shown else { return String::new() };
        let words = one_line(words);
        let words = if words.is_empty() { words } else { format!(" ({words})") };
        let part = |kind: RecordKind| {
            let all = self.briefing.records(kind).filter(|(key, _)| !self.withheld.keys.contains(key));
            let shown = self.briefing.records(kind).filter(|(key, _)| self.shows(*key)).count();
            format!("{shown} of {}", plural(all.count(), kind.noun()))
        };
        let (visits, statements) = (part(RecordKind::Visit), part(RecordKind::Statement));
        format!(
            "This is a filtered view{words}: {visits} and {statements}. Its texts and judgements are those of the whole briefing."
        )
    }

    /// How much is marked too strictly for its readers; empty where nothing is.
    pub(in crate::export) fn left_out_notice(&self) -> String {
        let level = self.most.map_or("", |level| level.label());
        let mut parts = Vec::new();
        if self.withheld.header {
            parts.push("the briefing’s own texts".to_owned());
        }
        if self.withheld.records > 0 {
            parts.push(plural(self.withheld.records, "record"));
        }
        if parts.is_empty() {
            return String::new();
        }
        format!("Left out, since marked stricter than {level}: {}.", listed(&parts))
    }

    /// That parts of the file could not be read; empty where all could.
    pub(in crate::export) fn unreadable_notices(&self) -> Vec<String> {
        let told = left_out(self.briefing).into_iter();
        told.map(|LeftOut { words, names }| closed(&one_line(&format!("{words}: {names}")))).collect()
    }
}

/// Cut-off, status and authors in one line.
pub(in crate::export) fn standing(header: &Header) -> String {
    let mut facts = Vec::new();
    if !header.as_of.is_empty() {
        facts.push(format!("Information up to {}", one_line(&When::from_edtf(&header.as_of).display())));
    }
    facts.extend(header.status.map(|status| status.label().to_owned()));
    let authors: Vec<String> = header.authors.iter().map(|author| one_line(author)).collect();
    if !authors.is_empty() {
        facts.push(listed(&authors));
    }
    facts.join(" · ")
}
