//! How many visits there were, as sentences that can be defended.

use serde::Serialize;

use super::build::Build;
use crate::analysis::count::{BinCount, BinUnit, CountOptions, Counts, LaneBy, Undated, count_some, lane_label};
use crate::export::words::{listed, one_line};
use crate::model::{count_text, plural};

/// The visits counted.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CountWords {
    total: usize,
    undated: usize,
    left_out: usize,
    pub(super) sentence: String,
    years: Vec<YearWords>,
}

/// The visits of a year.
#[derive(Debug, Clone, Serialize)]
pub(super) struct YearWords {
    year: String,
    at_least: u32,
    at_most: u32,
    in_doubt: u32,
}

/// So many directions, and so many of the last years, stand in the sentence.
const MOST_TOLD: usize = 2;

impl Build<'_> {
    pub(super) fn count(&self) -> CountWords {
        let count = |lanes| {
            let options = CountOptions { by: BinUnit::Year, lanes, ..CountOptions::default() };
            count_some(&self.reader, &options, |key| self.part.shows(key))
        };
        let counts = count(LaneBy::Nothing);
        let undated = counts.undated.first().map_or(0, Undated::count);
        let years: Vec<YearWords> = counts.bins.iter().filter(|bin| bin.expected > 0.0).map(year).collect();
        let sentence = sentence(&counts, &years, undated, &self.directions(&count(LaneBy::Direction)));
        CountWords { total: counts.total, undated, left_out: counts.left_out, sentence, years }
    }

    /// `China → Serbia 3`, the most frequent first.
    fn directions(&self, counts: &Counts) -> Vec<String> {
        let mut sums = vec![0.0; counts.lanes.len()];
        for bin in &counts.bins {
            if let Some(sum) = sums.get_mut(bin.lane) {
                *sum += bin.expected;
            }
        }
        for tray in &counts.undated {
            if let Some(sum) = sums.get_mut(tray.lane) {
                *sum += tray.count() as f64;
            }
        }
        let mut lanes: Vec<(u64, String)> = counts
            .lanes
            .iter()
            .zip(&sums)
            .map(|(lane, sum)| (sum.round() as u64, one_line(&lane_label(&self.reader, LaneBy::Direction, lane))))
            .collect();
        lanes.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        lanes.into_iter().map(|(sum, lane)| format!("{lane} {}", count_text(sum as usize))).collect()
    }
}

fn year(bin: &BinCount) -> YearWords {
    YearWords { year: bin.bin.label(), at_least: bin.least(), at_most: bin.possible, in_doubt: bin.qualified }
}

fn sentence(counts: &Counts, years: &[YearWords], undated: usize, directions: &[String]) -> String {
    if counts.total == 0 {
        return "No visit is counted.".to_owned();
    }
    let mut parts = vec![format!("{} on record", plural(counts.total, "visit"))];
    if directions.len() > 1 {
        let more = directions.len().saturating_sub(MOST_TOLD);
        let more = if more > 0 { format!(" and {} more", plural(more, "direction")) } else { String::new() };
        let told: Vec<String> = directions.iter().take(MOST_TOLD).cloned().collect();
        parts.push(format!("{}{more}", if more.is_empty() { listed(&told) } else { told.join(", ") }));
    }
    let mut words = format!("{}.", parts.join(": "));
    let last = years.len().saturating_sub(MOST_TOLD);
    let spans: Vec<String> = years.iter().skip(last).map(of_year).collect();
    if !spans.is_empty() {
        words.push_str(&format!(" Begun {}.", spans.join("; ")));
    }
    if undated > 0 {
        let verb = if undated == 1 { "start is" } else { "starts are" };
        let range = if spans.len() == 1 { "the" } else { "each" };
        let counted = if spans.is_empty() { String::new() } else { format!(", counted in {range} “at most”") };
        words.push_str(&format!(" {} {verb} open{counted}.", count_text(undated)));
    }
    match counts.without_destination.len() {
        0 => {}
        count => words.push_str(&format!(" Without a destination: {count}.")),
    }
    if counts.left_out > 0 {
        words.push_str(&format!(" Not counted: {} planned, cancelled or not in person.", counts.left_out));
    }
    words
}

fn of_year(year: &YearWords) -> String {
    let doubt = match (year.in_doubt, year.at_least) {
        (0, _) => String::new(),
        (1, 1) => " (on a date in doubt)".to_owned(),
        (doubt, least) if doubt == least => " (all on dates in doubt)".to_owned(),
        (1, _) => " (1 on a date in doubt)".to_owned(),
        (doubt, _) => format!(" ({} on dates in doubt)", count_text(doubt as usize)),
    };
    let count = |number: u32| count_text(number as usize);
    if year.at_least == year.at_most {
        format!("in {}: {}{doubt}", year.year, count(year.at_most))
    } else {
        format!("in {}: at least {}{doubt}, at most {}", year.year, count(year.at_least), count(year.at_most))
    }
}
