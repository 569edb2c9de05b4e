//! What is drawn of the counts.

use super::*;
use crate::analysis::count::LaneBy;
use crate::document::Document;
use crate::present::chart::{ChartItems, LaneSort};

#[test]
fn the_sample_counts_as_its_dates_allow() {
    let document = Document::from_text(crate::store::SAMPLE.to_owned()).unwrap();
    let reader = document.reader();
    let lanes = Lanes::new(reader, ChartItems::new(&reader, |_| true), LaneBy::Direction, LaneSort::Visits);
    let tally = Tally::new(&reader, &lanes, BinUnit::Month);
    let months: Vec<_> = tally.total.bins.iter().map(|count| (count.bin.label(), count_words(count))).collect();
    for (name, words) in [("May 2024", "1"), ("Aug 2024", "0–1"), ("Sept 2024", "0–1"), ("Oct 2024", "1")] {
        assert!(months.contains(&(name.to_owned(), words.to_owned())), "{name}: {months:?}");
    }
    assert_eq!(tally.total.undated.len(), 1);
    let october = tally.total.bins.last().unwrap().bin;
    assert_eq!(tally.members(october).len(), 1);
    // The Vojvodina visit began on or before 13 October, so it may lie in any month until then.
    assert_eq!([tally.undated_in(october), tally.undated_in(october.next())], [1, 0]);
}

#[test]
fn the_tray_says_why_its_visits_are_in_no_bin() {
    let tray = |dates: &[&str]| {
        let visits: Vec<String> = dates
            .iter()
            .enumerate()
            .map(|(n, date)| format!("(id: \"v{n}\", visitors: [], to: \"RS\", when: \"{date}\")"))
            .collect();
        let text = format!("(title: \"T\", visits: [{}])", visits.join(", "));
        let document = Document::from_text(text).unwrap();
        let reader = document.reader();
        let lanes = Lanes::new(reader, ChartItems::new(&reader, |_| true), LaneBy::Direction, LaneSort::Visits);
        Tally::new(&reader, &lanes, BinUnit::Month).tray
    };
    assert_eq!(tray(&["[..2024-10-13]", "2024-05"]), Tray { open: 1, wide: 0, nothing: 0 });
    assert_eq!(tray(&["[..2024-10-13]"]).label(), "Open start");
    let mixed = tray(&["[2024-10-13..]", "2020/..", "201X", ""]);
    assert_eq!(mixed, Tray { open: 1, wide: 1, nothing: 1 });
    assert_eq!((mixed.label(), mixed.words().lines().count()), ("Undated", 3));
}

#[test]
fn what_began_in_any_range_is_what_counting_one_by_one_finds() {
    let briefing = crate::sample::made_up(2_000, 0, 11);
    let index = crate::index::Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let lanes = Lanes::new(reader, ChartItems::new(&reader, |_| true), LaneBy::Direction, LaneSort::Visits);
    let tally = Tally::new(&reader, &lanes, BinUnit::Month);
    let middle = tally.ends.first_days[tally.ends.first_days.len() / 2];
    for before in [0, 1, 20, 400, 9_000] {
        for after in [0, 3, 31, 365, 9_000] {
            let days = (middle.plus_days(-before), middle.plus_days(after));
            let (found, wanted) = (tally.begun_in(days), BegunIn::new(&tally.starts, days));
            let whole = |begun: &BegunIn| (begun.certain, begun.in_doubt, begun.possible);
            assert_eq!(whole(&found), whole(&wanted), "{days:?}");
            assert!((found.expected - wanted.expected).abs() < 1e-6, "{days:?}");
            assert_eq!(tally.keys_in(days).len(), wanted.possible);
        }
    }
}

#[test]
fn the_mean_leaves_out_what_is_not_over() {
    let means = |header: &str| {
        let visits: Vec<String> = (2018..=2023)
            .map(|year| format!(r#"(id: "v{year}", visitors: [], to: "RS", when: "{year}-02-01")"#))
            .collect();
        let text = format!(r#"(title: "T", {header} visits: [{}])"#, visits.join(", "));
        let document = Document::from_text(text).unwrap();
        let reader = document.reader();
        let lanes = Lanes::new(reader, ChartItems::new(&reader, |_| true), LaneBy::Direction, LaneSort::Visits);
        let tally = Tally::new(&reader, &lanes, BinUnit::Year);
        let first = f64::from(Day::from_civil(2015, 1, 1).unwrap().0);
        let scale = TimeScale { left: 0.0, width: 1_000.0, first, days: 4_000.0 };
        histogram(&tally.total, &scale, 5, lanes.items.known_until).mean.len()
    };
    // Five years to 2022, and to 2023 where that is over.
    assert_eq!(means(r#"as_of: "2023-10-15","#), 1);
    assert_eq!(means(""), 1, "nobody says that 2023 is over");
    assert_eq!(means(r#"as_of: "2023-12-31","#), 2);
    assert_eq!(means(r#"coverage: [(from: "2018", to: "2023")],"#), 2);
}

#[test]
fn the_axis_has_few_round_numbers_and_room() {
    for (highest, most) in [(0.0, 2.0), (1.0, 2.0), (3.0, 4.0), (7.0, 10.0), (100.0, 125.0), (4_321.0, 6_000.0)] {
        let (top, ticks) = value_axis(highest);
        assert_eq!(top, most, "{highest}");
        assert!(ticks.len() <= 6 && f64::from(*ticks.last().unwrap()) == top);
    }
}
