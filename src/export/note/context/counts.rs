//! How many visits there were, as sentences that can be defended.

use serde::Serialize;

use super::build::Build;
use crate::analysis::count::{BinCount, BinUnit, CountOptions, Counts, LaneBy, Undated, count_some, lane_label};
use crate::export::words::{listed, not_counted, one_line};
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

/// So many directions stand in the sentence.
const MOST_DIRECTIONS: usize = 2;
/// And so many of the last years; those before them are summed up.
const MOST_YEARS: usize = 3;

impl Build<'_> {
    pub(super) fn count(&self) -> CountWords {
        let count = |lanes| {
            let options = CountOptions { by: BinUnit::Year, lanes, ..CountOptions::default() };
            count_some(&self.reader, &options, |key| self.part.shows(key))
        };
        let counts = count(LaneBy::Nothing);
        let undated = counts.undated.first().map_or(0, Undated::count);
        let years: Vec<YearWords> = counts.bins.iter().filter(|bin| bin.expected > 0.0).map(year).collect();
        let left_out = not_counted(&self.reader, |key| self.part.shows(key));
        let words = Told { undated, directions: self.directions(&count(LaneBy::Direction)), left_out };
        let sentence = words.sentence(&counts, &years);
        CountWords { total: counts.total, undated, left_out: counts.left_out, sentence, years }
    }

    /// `3 from China to Serbia`, the most frequent first.
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
        lanes.into_iter().map(|(sum, lane)| in_words(&lane, &count_text(sum as usize))).collect()
    }
}

fn year(bin: &BinCount) -> YearWords {
    YearWords { year: bin.bin.label(), at_least: bin.least(), at_most: bin.possible, in_doubt: bin.qualified }
}

/// `China → Serbia` as it is read aloud.
fn in_words(lane: &str, count: &str) -> String {
    match lane.split_once(" → ") {
        Some((from, to)) => format!("{count} from {from} to {to}"),
        None => format!("{count} {lane}"),
    }
}

/// What stands in the sentence beside the counts of years.
struct Told {
    undated: usize,
    directions: Vec<String>,
    left_out: Vec<String>,
}

impl Told {
    fn sentence(&self, counts: &Counts, years: &[YearWords]) -> String {
        let not_counted =
            if self.left_out.is_empty() { String::new() } else { format!(" Not counted: {}.", listed(&self.left_out)) };
        if counts.total == 0 {
            return format!("No visit is counted.{not_counted}");
        }
        let mut words = format!("{}{}.", plural(counts.total, "visit"), self.by_direction());
        let spans = spans(years);
        if !spans.is_empty() {
            words.push_str(&format!(" Begun {}.", spans.join("; ")));
        }
        if self.undated > 0 {
            let verb = if self.undated == 1 { "start is" } else { "starts are" };
            let range = if spans.len() == 1 { "the" } else { "each" };
            let counted = if spans.is_empty() { String::new() } else { format!(", counted in {range} “at most”") };
            words.push_str(&format!(" {} {verb} open{counted}.", count_text(self.undated)));
        }
        match counts.without_destination.len() {
            0 => {}
            count => words.push_str(&format!(" Without a destination: {}.", count_text(count))),
        }
        words + &not_counted
    }

    /// ` on record: 3 from China to Serbia and 1 from Serbia to China`.
    fn by_direction(&self) -> String {
        let more = self.directions.len().saturating_sub(MOST_DIRECTIONS);
        let mut told: Vec<String> = self.directions.iter().take(MOST_DIRECTIONS).cloned().collect();
        if told.len() < 2 {
            return " on record".to_owned();
        }
        if more > 0 {
            told.push(plural(more, "more direction"));
        }
        format!(" on record: {}", listed(&told))
    }
}

/// The last years, one by one; those before them in one.
fn spans(years: &[YearWords]) -> Vec<String> {
    let (before, last) = years.split_at(years.len().saturating_sub(MOST_YEARS));
    let earlier = last.first().filter(|_| !before.is_empty()).map(|first| {
        let sum: u32 = before.iter().map(|year| year.at_least).sum();
        format!("before {}: at least {}", first.year, count_text(sum as usize))
    });
    earlier.into_iter().chain(last.iter().map(of_year)).collect()
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
