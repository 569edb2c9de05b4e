//! How many visits there were, with the doubt kept.

use std::fmt::Write as _;

use crate::analysis::count::{BinCount, BinUnit, CountOptions, Counts, LaneBy, Undated, count_some, lane_label};
use crate::export::words::not_counted;
use crate::model::{AnyRecord, Key, plural};

use super::note::{Note, Yardstick};
use super::words::{listed, text};

/// A table of counts has at most so many rows; then longer bins are taken.
const MOST_ROWS: usize = 24;
/// So many undated visits are named; more are only counted.
const MOST_NAMED: usize = 12;

impl Note<'_> {
    pub(super) fn counts(&mut self) {
        let count = |by, lanes| {
            let options = CountOptions { by, lanes, ..CountOptions::default() };
            count_some(&self.reader, &options, |key| self.shows(key))
        };
        let mut counts = count(BinUnit::Month, LaneBy::Nothing);
        for by in [BinUnit::Quarter, BinUnit::Year] {
            if rows(&counts).count() > MOST_ROWS {
                counts = count(by, LaneBy::Nothing);
            }
        }
        let by_direction = count(BinUnit::Year, LaneBy::Direction);
        let words = self.count_words(&counts, &by_direction);
        self.subheading("How many");
        self.block(&words);
        if rows(&counts).next().is_some() {
            self.used.insert(Yardstick::Counts);
            self.block(&count_table(&counts));
        }
    }

    fn count_words(&self, counts: &Counts, by_direction: &Counts) -> String {
        let mut words = format!("Counted: {}, each once by its start", plural(counts.total, "visit"));
        let directions = self.direction_words(by_direction);
        if directions.is_empty() {
            words.push('.');
        } else {
            let _ = write!(words, "; {directions}.");
        }
        let tray = counts.undated.first();
        let undated = tray.map_or(0, Undated::count);
        let placed = counts.total.saturating_sub(undated);
        let _ = write!(words, " Placed in time: {placed}. Undated: {undated}");
        let keys: Vec<Key> = tray.iter().flat_map(|tray| &tray.visits).map(|(_, key)| *key).collect();
        if (1..=MOST_NAMED).contains(&keys.len()) {
            let _ = write!(words, " ({})", self.titles(&keys).join("; "));
        }
        words.push('.');
        let keys: Vec<Key> = counts.without_destination.iter().map(|(_, key)| *key).collect();
        if !keys.is_empty() {
            let _ = write!(words, " Among them {} without a destination", plural(keys.len(), "visit"));
            if keys.len() <= MOST_NAMED {
                let _ = write!(words, " ({})", self.titles(&keys).join("; "));
            }
            words.push('.');
        }
        let left_out = not_counted(&self.reader, |key| self.shows(key));
        if !left_out.is_empty() {
            let _ = write!(words, " Not counted: {}.", listed(&left_out));
        }
        words
    }

    fn titles(&self, keys: &[Key]) -> Vec<String> {
        let records = keys.iter().filter_map(|key| self.reader.record(*key));
        let title = |record: AnyRecord| match record {
            AnyRecord::Visit(visit) => {
                let date = visit.when.as_ref().map(|when| format!(", {}", self.date_words(when)));
                Some(format!("{}{}", self.visit_title(&visit), date.unwrap_or_default()))
            }
            _ => None,
        };
        records.filter_map(title).collect()
    }

    /// `China → Serbia 3, Serbia → China 1`, where there is more than one direction.
    fn direction_words(&self, counts: &Counts) -> String {
        if counts.lanes.len() < 2 || counts.lanes.len() > MOST_ROWS {
            return String::new();
        }
        let mut sums = vec![0.0; counts.lanes.len()];
        for bin in &counts.bins {
            sums[bin.lane] += bin.expected;
        }
        for tray in &counts.undated {
            sums[tray.lane] += tray.count() as f64;
        }
        let lane = |(lane, sum): (&String, &f64)| {
            format!("{} {}", text(&lane_label(&self.reader, LaneBy::Direction, lane)), sum.round())
        };
        listed(&counts.lanes.iter().zip(&sums).map(lane).collect::<Vec<_>>())
    }
}

/// The bins that a visit was placed in; others hold nothing but what the tray may put anywhere.
fn rows(counts: &Counts) -> impl Iterator<Item = &BinCount> {
    counts.bins.iter().filter(|bin| bin.expected > 0.0)
}

fn count_table(counts: &Counts) -> String {
    let name = counts.bins.first().map_or("", |bin| match bin.bin.unit {
        BinUnit::Month => "Month",
        BinUnit::Quarter => "Quarter",
        BinUnit::Year => "Year",
    });
    let mut table = format!("| {name} | Visits | On a date in doubt | Expected |\n|---|---:|---:|---:|");
    for bin in rows(counts) {
        let visits = if bin.least() == bin.possible {
            bin.possible.to_string()
        } else {
            format!("{}–{}", bin.least(), bin.possible)
        };
        let expected = format!("{:.1}", bin.expected);
        let expected = expected.trim_end_matches(".0");
        let _ = write!(table, "\n| {} | {visits} | {} | {expected} |", bin.bin.label(), bin.qualified);
    }
    let undated: usize = counts.undated.iter().map(Undated::count).sum();
    let _ = write!(table, "\n| Undated | {undated} | | |");
    table
}
