//! A stretch of the calendar that was selected on the chart, with the visits that may have begun in it.

use std::collections::BTreeSet;

use super::{Lanes, Tally, count_words, parts_words};
use crate::analysis::count::{Bin, BinCount, BinUnit, StartRange, Starts, count_in_lanes};
use crate::index::Reader;
use crate::model::{Id, Key, plural};

/// A month, a quarter or a year of all lanes, or of one.
#[derive(Debug, Clone)]
pub struct Period {
    /// The state of the briefing and the filter that it was counted in.
    pub revision: u64,
    /// The bin.
    pub bin: Bin,
    /// The lane, by its name for the program and by the one on the screen; none for all together.
    pub lane: Option<(String, String)>,
    /// How many began in it.
    pub count: BinCount,
    /// Its months, those without a visit too; none for a month.
    pub months: Vec<BinCount>,
    /// The dated visits that may have begun in it, in the order of their dates.
    pub visits: Vec<Key>,
    /// How many of the undated may lie in it too; told for all lanes together alone.
    pub undated: usize,
}

impl PartialEq for Period {
    /// What was counted follows from these.
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision && self.is_same_stretch(other)
    }
}

impl Period {
    /// Counts a bin, of the lane at a place or of all.
    #[must_use]
    pub fn new(reader: &Reader, lanes: &Lanes, tally: &Tally, bin: Bin, lane: Option<usize>, revision: u64) -> Self {
        let lane = lane.and_then(|place| lanes.lanes.get(place));
        let mut visits = tally.members(bin);
        if let Some(lane) = lane {
            let item = |place: &u32| lanes.items.items.get(*place as usize).map(|item| item.key);
            let own: BTreeSet<Key> = lane.items.iter().filter_map(item).collect();
            visits.retain(|key| own.contains(key));
        }
        let mut starts = Starts::new(reader);
        let begun = visits.iter().filter_map(|key| Some((*key, starts.of(*key, &*reader.visit_at(*key)?))));
        let begun: Vec<(Key, StartRange)> = begun.collect();
        let count = counted(&begun, bin.unit).into_iter().find(|count| count.bin == bin);
        let by_month = if bin.unit == BinUnit::Month { Vec::new() } else { counted(&begun, BinUnit::Month) };
        let months = months_of(bin).map(|month| {
            by_month.iter().find(|count| count.bin == month).cloned().unwrap_or_else(|| nothing_in(month))
        });
        Self {
            revision,
            bin,
            lane: lane.map(|lane| (lane.id.clone(), lane.label.clone())),
            count: count.unwrap_or_else(|| nothing_in(bin)),
            months: months.collect(),
            undated: if lane.is_none() { tally.undated_in(bin) } else { 0 },
            visits,
        }
    }

    /// Whether it is the same bin of the same lane, whenever it was counted.
    #[must_use]
    pub fn is_same_stretch(&self, other: &Self) -> bool {
        let lane = |period: &Self| period.lane.as_ref().map(|(id, _)| id.clone());
        self.bin == other.bin && lane(self) == lane(other)
    }

    /// Whether it is of the lane with this name for the program; of all lanes where there is none.
    #[must_use]
    pub fn is_of_lane(&self, id: Option<&str>) -> bool {
        self.lane.as_ref().map(|(id, _)| id.as_str()) == id
    }

    /// `1977: 26–28 visits`, after the name of its lane.
    #[must_use]
    pub fn title(&self) -> String {
        let lane = self.lane.as_ref().map(|(_, label)| format!("{label}, ")).unwrap_or_default();
        let words = count_words(&self.count);
        let visits = plural(self.count.possible as usize, "visit");
        let noun = visits.split(' ').next_back().unwrap_or_default();
        format!("{lane}{}: {words} {noun}", self.bin.label())
    }

    /// How many began in it, with the doubt.
    #[must_use]
    pub fn parts(&self) -> String {
        parts_words(&self.count)
    }
}

fn counted(begun: &[(Key, StartRange)], unit: BinUnit) -> Vec<BinCount> {
    let visits = begun.iter().map(|(key, start)| (start.clone(), (Id::default(), *key), &[0][..]));
    count_in_lanes(unit, 1, visits).0
}

/// The months of a longer bin, in time.
fn months_of(bin: Bin) -> impl Iterator<Item = Bin> {
    let months = i32::from(bin.unit.months());
    let first = bin.number() * months;
    let count = if bin.unit == BinUnit::Month { 0 } else { months };
    (first..first + count).map(|number| Bin::from_number(number, BinUnit::Month))
}

fn nothing_in(bin: Bin) -> BinCount {
    BinCount { bin, lane: 0, certain: 0, qualified: 0, expected: 0.0, possible: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::count::LaneBy;
    use crate::document::Document;
    use crate::present::chart::{ChartItems, LaneSort};

    #[test]
    fn a_year_is_told_with_its_doubt_month_by_month() {
        let text = r#"(title: "T", actors: [(id: "a", kind: Person, name: "A")], visits: [
            (id: "v1", visitors: ["a"], to: "RS", when: "2024-02-03"),
            (id: "v2", visitors: ["a"], to: "HU", when: "2024-05?"),
            (id: "v3", visitors: ["a"], to: "RS", when: "[2024-12-31..2025-01-09]"),
            (id: "v4", visitors: ["a"], to: "RS", when: "[..2024-06]"),
            (id: "v5", visitors: ["a"], to: "RS", when: "2023-02-03")])"#;
        let document = Document::from_text(text.to_owned()).unwrap();
        let reader = document.reader();
        let items = ChartItems::new(&reader, |_| true);
        let lanes = Lanes::new(reader, items, LaneBy::HostCountry, LaneSort::default());
        let tally = Tally::new(&reader, &lanes, BinUnit::Year);
        let day = crate::model::Day::from_civil(2024, 1, 1).unwrap();
        let year = Period::new(&reader, &lanes, &tally, Bin::of(day, BinUnit::Year), None, 1);
        assert_eq!(year.title(), "2024: 2–3 visits");
        assert_eq!(year.parts(), "1 certain, 1 by a date in doubt, 2.1 expected, at most 3");
        assert_eq!((year.visits.len(), year.undated), (3, 1));
        let months: Vec<(u32, u32)> = year.months.iter().map(|month| (month.least(), month.possible)).collect();
        assert_eq!(months.len(), 12);
        assert_eq!((months[1], months[4], months[11], months[6]), ((1, 1), (1, 1), (0, 1), (0, 0)));
        // Of one lane, and of a month in it.
        let serbia = lanes.lanes.iter().position(|lane| lane.label == "Serbia");
        let of_lane = Period::new(&reader, &lanes, &tally, Bin::of(day, BinUnit::Year), serbia, 1);
        assert_eq!((of_lane.title().as_str(), of_lane.undated), ("Serbia, 2024: 1–2 visits", 0));
        assert!(!of_lane.is_same_stretch(&year) && of_lane != year);
        let month = Period::new(&reader, &lanes, &tally, Bin::of(day.plus_days(31), BinUnit::Month), None, 1);
        assert_eq!((month.title().as_str(), month.months.len()), ("Feb 2024: 1 visit", 0));
    }
}
