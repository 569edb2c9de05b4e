//! Evidence by judgement: what each record says of each judgement, the most telling first.

use std::collections::HashMap;

use super::inspector::{Row, record_row};
use super::table::TsvWriter;
use super::visible;
use crate::analysis::{Support, support_of};
use crate::index::Reader;
use crate::model::{AnyRecord, Bearing, Id, Judgement, Key};

/// A table of evidence by judgement.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EvidenceMatrix {
    /// The judgements, in the order given.
    pub judgements: Vec<JudgementColumn>,
    /// The records that are named for or against any of them, the most telling first.
    pub rows: Vec<EvidenceRow>,
}

/// A judgement as a column.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgementColumn {
    /// The judgement.
    pub key: Key,
    /// Its words.
    pub text: String,
    /// How many records speak for it.
    pub consistent: usize,
    /// How many speak against it.
    pub inconsistent: usize,
}

/// A record as a row.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceRow {
    /// The record.
    pub key: Key,
    /// What it says or is called, and who says so or when it was.
    pub shown: Row,
    /// What it says of each judgement, in their order.
    pub bearings: Vec<Bearing>,
}

impl EvidenceRow {
    /// How well it tells the judgements apart: what says the same of all of them, tells nothing. A pair of judgements
    /// of which it supports one and contradicts the other counts two, any other difference one.
    #[must_use]
    pub fn diagnosticity(&self) -> usize {
        let count = |bearing| self.bearings.iter().filter(|other| **other == bearing).count();
        let (yes, no, neutral) = (count(Bearing::Consistent), count(Bearing::Inconsistent), count(Bearing::Neutral));
        2 * yes * no + neutral * (yes + no)
    }
}

impl EvidenceMatrix {
    /// The table of these judgements; `more` are records that get a row whatever they say.
    #[must_use]
    pub fn new(reader: &Reader, judgements: &[Key], more: &[Key]) -> Self {
        let judged: Vec<(Key, Judgement)> = judgements
            .iter()
            .filter_map(|key| match reader.record(*key) {
                Some(AnyRecord::Judgement(judgement)) => Some((*key, Judgement::clone(&judgement))),
                _ => None,
            })
            .collect();
        let mut seen: HashMap<Key, usize> = HashMap::new();
        let mut rows: Vec<EvidenceRow> = Vec::new();
        let named = judged.iter().flat_map(|(_, judgement)| judgement.supports.iter().chain(&judgement.contradicts));
        let named = named.filter_map(|id| reader.index.key_of(id)).chain(more.iter().copied());
        for key in named {
            let place = rows.len();
            if *seen.entry(key).or_insert(place) == place {
                rows.extend(row(reader, key, &judged));
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.diagnosticity()));
        let judgements = judged
            .iter()
            .map(|(key, judgement)| {
                let Support { in_favour, against, .. } = support_of(reader, judgement);
                let text = visible(&judgement.text).into_owned();
                JudgementColumn { key: *key, text, consistent: in_favour, inconsistent: against }
            })
            .collect();
        Self { judgements, rows }
    }

    /// The same with the rows in an order known before, so that none moves while it is being judged; new ones last.
    #[must_use]
    pub fn in_order(mut self, known: &[Key]) -> Self {
        let places: HashMap<Key, usize> = known.iter().enumerate().map(|(place, key)| (*key, place)).collect();
        self.rows.sort_by_key(|row| places.get(&row.key).copied().unwrap_or(usize::MAX));
        self
    }

    /// The table for a spreadsheet.
    #[must_use]
    pub fn to_tsv(&self) -> String {
        let mut text = TsvWriter::default();
        let judgements = self.judgements.iter().map(|judgement| judgement.text.clone());
        text.line(["Evidence".to_owned(), String::new()].into_iter().chain(judgements));
        for row in &self.rows {
            let bearings = row.bearings.iter().map(|bearing| bearing.word().to_owned());
            text.line([row.shown.words.clone(), row.shown.detail.clone()].into_iter().chain(bearings));
        }
        text.into_text()
    }
}

fn row(reader: &Reader, key: Key, judged: &[(Key, Judgement)]) -> Option<EvidenceRow> {
    let record = reader.record(key)?;
    let shown = record_row(reader, key)?;
    let id: &Id = record.id();
    let bearings = judged.iter().map(|(_, judgement)| judgement.bearing_of(id)).collect();
    Some(EvidenceRow { key, shown, bearings })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::model::RecordKind;
    use Bearing::{Consistent, Inconsistent, Neutral};

    #[test]
    fn what_tells_the_judgements_apart_stands_first() {
        let text = r#"(title: "T",
            actors: [(id: "all", kind: Person, name: "All"), (id: "one", kind: Person, name: "One"),
                     (id: "both", kind: Person, name: "Both"), (id: "new", kind: Person, name: "New")],
            judgements: [(id: "a", text: "A", supports: ["all", "one", "both", "gone"]),
                         (id: "b", text: "B", supports: ["all"], contradicts: ["both"])])"#;
        let briefing = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let keys: Vec<Key> = briefing.records(RecordKind::Judgement).map(|(key, _)| key).collect();
        let new = index.key_of(&"new".into()).unwrap();
        let matrix = EvidenceMatrix::new(&reader, &keys, &[new]);
        let rows: Vec<_> = matrix.rows.iter().map(|row| (row.shown.words.as_str(), row.bearings.as_slice())).collect();
        assert_eq!(
            rows,
            [
                ("Both", [Consistent, Inconsistent].as_slice()),
                ("One", &[Consistent, Neutral]),
                ("All", &[Consistent, Consistent]),
                ("New", &[Neutral, Neutral]),
            ]
        );
        let counts: Vec<_> = matrix.judgements.iter().map(|column| (column.consistent, column.inconsistent)).collect();
        assert_eq!(counts, [(3, 0), (1, 1)], "a record that is not there supports nothing");
        assert!(matrix.to_tsv().contains("Both\tPerson\tconsistent\tinconsistent\n"));
    }
}
