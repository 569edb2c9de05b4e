//! Rows that may be visits which the briefing has: each is added as a new visit until a person says otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::doubles::double_visits_among;
use crate::edit::record_of;
use crate::import::doubles::days_of;
use crate::import::plan::ImportPlan;
use crate::index::Reader;
use crate::model::{AnyRecord, Id, Key, RecordKind, Visit};

/// So many visits at most are offered for each row.
const MOST_OFFERED: usize = 4;

/// What a row is that may be a visit which the briefing has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DoubleMeant {
    /// A visit of its own.
    #[default]
    New,
    /// This visit, to which it adds nothing but its cite.
    Same(Key),
    /// This visit, which takes over what it does not say yet; where they differ a conflict stays open.
    AddTo(Key),
}

/// A row that may be a visit which the briefing has.
#[derive(Debug, Clone, PartialEq)]
pub struct RowDouble {
    /// Its number in the file.
    pub row: u32,
    /// The visit that it would be.
    pub visit: Arc<Visit>,
    /// The visits that it may be, the earliest first.
    pub candidates: Vec<Key>,
    /// What it is.
    pub meant: DoubleMeant,
}

/// What a person said of rows that may be visits which the briefing has, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowDoubles {
    answers: BTreeMap<u32, DoubleMeant>,
}

/// A visit that is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Compared {
    /// It is in the briefing.
    There(Key),
    /// A row would become it: its place among the rows that are taken.
    Row(usize),
}

impl RowDoubles {
    /// Says what a row is.
    pub fn decide(&mut self, row: u32, meant: DoubleMeant) {
        self.answers.insert(row, meant);
    }

    /// Finds the rows of a plan that may be visits which the briefing has, and does with them what was said: a row that is
    /// one of those is no new record, but adds to it.
    #[must_use]
    pub fn settle(&self, reader: &Reader, plan: &mut ImportPlan) -> Vec<RowDouble> {
        let doubles = self.found(reader, plan);
        let meant: BTreeMap<u32, DoubleMeant> =
            doubles.iter().filter(|of| of.meant != DoubleMeant::New).map(|of| (of.row, of.meant)).collect();
        if !meant.is_empty() {
            take_out(plan, &meant);
        }
        doubles
    }

    fn found(&self, reader: &Reader, plan: &ImportPlan) -> Vec<RowDouble> {
        let rows = plan.records.get(plan.records.len().saturating_sub(plan.added)..).unwrap_or_default();
        let visits: Vec<&Arc<Visit>> = rows
            .iter()
            .filter_map(|record| if let AnyRecord::Visit(visit) = record { Some(visit) } else { None })
            .collect();
        if visits.is_empty() || visits.len() != plan.rows.len() {
            return Vec::new();
        }
        let there = reader.briefing.visits.iter().map(|entry| (Compared::There(entry.key), &*entry.record));
        let new = visits.iter().enumerate().map(|(place, visit)| (Compared::Row(place), &***visit));
        let is_row = |compared: Compared| matches!(compared, Compared::Row(_));
        let pairs =
            double_visits_among(reader, there.chain(new), days_of, |(one, _), (other, _)| is_row(one) != is_row(other));
        let mut of_rows: BTreeMap<usize, Vec<Key>> = BTreeMap::new();
        for pair in pairs {
            if let (Compared::Row(place), Compared::There(key)) | (Compared::There(key), Compared::Row(place)) = pair {
                let keys = of_rows.entry(place).or_default();
                if keys.len() < MOST_OFFERED {
                    keys.push(key);
                }
            }
        }
        let double = |(place, candidates): (usize, Vec<Key>)| {
            let row = *plan.rows.get(place)?;
            let said = self.answers.get(&row).copied().unwrap_or_default();
            // What was said of a visit that it can no longer be is not followed.
            let meant = match said {
                DoubleMeant::Same(key) | DoubleMeant::AddTo(key) if !candidates.contains(&key) => DoubleMeant::New,
                said => said,
            };
            Some(RowDouble { row, visit: Arc::clone(visits.get(place)?), candidates, meant })
        };
        of_rows.into_iter().filter_map(double).collect()
    }
}

/// Takes the rows that are visits which are there out of the new records, with those that no row names any more.
fn take_out(plan: &mut ImportPlan, meant: &BTreeMap<u32, DoubleMeant>) {
    let of_rows = plan.records.split_off(plan.records.len().saturating_sub(plan.added));
    let mut left = Vec::with_capacity(of_rows.len());
    let mut rows = Vec::with_capacity(plan.rows.len());
    for (row, record) in std::mem::take(&mut plan.rows).into_iter().zip(of_rows) {
        match meant.get(&row).copied().unwrap_or_default() {
            DoubleMeant::New => {
                rows.push(row);
                left.push(record);
            }
            DoubleMeant::AddTo(key) => plan.additions.push((key, record)),
            DoubleMeant::Same(key) => plan.additions.push((key, cites_alone(&record))),
        }
    }
    let additions = plan.additions.iter().map(|(_, record)| record);
    let named: BTreeSet<&Id> =
        left.iter().chain(additions).flat_map(AnyRecord::references).map(|reference| reference.target).collect();
    plan.records.retain(|record| named.contains(record.id()));
    plan.added = left.len();
    plan.rows = rows;
    plan.records.append(&mut left);
}

/// A visit that says nothing but where it is told.
fn cites_alone(record: &AnyRecord) -> AnyRecord {
    let fields = record.field_nodes().into_iter().filter(|(name, _)| name == "id" || name == "cites").collect();
    record_of(RecordKind::Visit, fields).unwrap_or_else(|_| record.clone())
}
