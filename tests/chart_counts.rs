//! The picture and the numbers agree: what the marks of the chart show, read off in points, gives the counts of
//! `dateline count`, lane by lane.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use dateline::analysis::count::{self, Bin, BinCount, BinUnit, CountOptions, LaneBy, MOST_SPREAD_DAYS};
use dateline::document::Document;
use dateline::index::{Index, Reader};
use dateline::model::{Briefing, Day, Key, start_days};
use dateline::present::chart::{
    ChartItems, ChartLayout, FadeTo, Fill, LaneSort, Lanes, Mark, Space, Tally, TimeScale, lay_out,
};
use proptest::prelude::*;

/// The ways in which both the chart and the command tell visits apart.
const WAYS: [LaneBy; 5] = [LaneBy::Direction, LaneBy::Host, LaneBy::Channel, LaneBy::Level, LaneBy::Visitor];
/// Wide enough that a day is told from the next, and a mark of one day is not widened.
const POINTS_PER_DAY: f64 = 8.0;
const YEARS: (i64, i64) = (1940, 2040);

fn scale() -> TimeScale {
    let [first, last] = [YEARS.0, YEARS.1].map(|year| f64::from(Day::from_civil(year, 1, 1).unwrap().0));
    TimeScale { left: 0.0, width: ((last - first) * POINTS_PER_DAY) as f32, first, days: last - first }
}

/// The chart of all visits, so high that each is a mark.
fn laid_out(reader: &Reader, lanes: &Lanes) -> ChartLayout {
    let shown: Vec<(usize, bool)> = (0..lanes.lanes.len()).map(|lane| (lane, false)).collect();
    lay_out(reader, lanes, &shown, &scale(), Space { height: 1e6 }, &|_, text| text.len() as f32 * 7.0)
}

/// The first and the last day on which a visit may have begun, as the drawing shows them; `None` is open.
///
/// Where nothing of a visit is certain, its hatched bar ends with the visit, and says no more than that the start lies
/// in it; then the model is asked, and has to agree so far.
fn own_start_on_paper(mark: &Mark, lanes: &Lanes) -> (Option<Day>, Option<Day>) {
    let scale = scale();
    let day = |x: f32| Day(scale.day_at(x).round() as i32);
    let before = |x: f32| day(x).plus_days(-1);
    let first = mark.bar.parts.first().unwrap();
    let is_open = first.fade == Some(FadeTo::Left);
    let earliest = (!is_open).then(|| day(first.left));
    let solid = mark.bar.parts.iter().find(|part| part.fill == Fill::Certain);
    let latest = match solid {
        Some(part) => Some(day(part.left)),
        None => {
            let bounds = lanes.items.items.iter().find(|item| item.key == mark.key).unwrap().bounds;
            let end = mark.bar.parts.iter().rfind(|part| part.fade.is_none()).unwrap();
            // Beyond the edge of the chart a bar is cut.
            let is_cut = end.right > scale.right();
            assert!(is_cut || bounds.start_latest.is_none_or(|day| day <= before(end.right)), "{}", mark.name);
            bounds.start_latest
        }
    };
    (earliest, latest)
}

/// The same with what rivals say.
fn start_on_paper(mark: &Mark, lanes: &Lanes) -> (Option<Day>, Option<Day>) {
    let scale = scale();
    let day = |x: f32| Day(scale.day_at(x).round() as i32);
    let rivals = mark.ghosts.iter().map(|ghost| (day(ghost.0), day(ghost.1).plus_days(-1)));
    rivals.fold(own_start_on_paper(mark, lanes), |(earliest, latest), rival| {
        (earliest.map(|day| day.min(rival.0)), latest.map(|day| day.max(rival.1)))
    })
}

/// The runs of days of each start that the drawing shows as possible: the own one, and that of each rival. A set of
/// days is drawn as all from its first to its last; which of them are meant is asked of the date.
fn starts_on_paper(mark: &Mark, own: (Day, Day), reader: &Reader) -> Vec<Vec<Vec<(Day, Day)>>> {
    let visit = reader.visit_at(mark.key).unwrap();
    let when = visit.when.as_ref().unwrap();
    let is_set = when.parsed().is_ok_and(|parsed| parsed.has_alternatives);
    let members: Vec<Vec<(Day, Day)>> = if is_set {
        start_days(when.edtf()).unwrap().iter().map(|days| days.runs_between(own.0, own.1)).collect()
    } else {
        vec![vec![own]]
    };
    let scale = scale();
    let day = |x: f32| Day(scale.day_at(x).round() as i32);
    let rivals = mark.ghosts.iter().map(|ghost| vec![vec![(day(ghost.0), day(ghost.1).plus_days(-1))]]);
    std::iter::once(members).chain(rivals).collect()
}

/// What is counted of a bin: certain, qualified, expected, possible but for the undated.
type Told = (u32, u32, f64, u32);

/// The counts of each lane and bin, and the undated of each lane, as the drawing shows them.
fn counts_on_paper(
    layout: &ChartLayout,
    lanes: &Lanes,
    reader: &Reader,
    unit: BinUnit,
) -> (BTreeMap<(String, Bin), Told>, BTreeMap<String, usize>) {
    let mut bins: BTreeMap<(String, Bin), Told> = BTreeMap::new();
    let mut undated: BTreeMap<String, usize> = BTreeMap::new();
    for mark in layout.marks.iter().filter(|mark| mark.is_counted) {
        let lane = &lanes.lanes[layout.lanes[mark.lane].lane].id;
        let (Some(first), Some(last)) = start_on_paper(mark, lanes) else {
            *undated.entry(lane.clone()).or_default() += 1;
            continue;
        };
        let days = first.days_until(last) + 1;
        if days > MOST_SPREAD_DAYS {
            *undated.entry(lane.clone()).or_default() += 1;
            continue;
        }
        let own = own_start_on_paper(mark, lanes);
        let (Some(own_first), Some(own_last)) = own else { panic!("{} is bounded", mark.name) };
        let values = starts_on_paper(mark, (own_first, own_last), reader);
        let mut shares: BTreeMap<Bin, f64> = BTreeMap::new();
        for value in &values {
            for runs in value {
                let days: Vec<i32> = runs.iter().flat_map(|(from, to)| from.0..=to.0).collect();
                for day in &days {
                    *shares.entry(Bin::of(Day(*day), unit)).or_default() +=
                        1.0 / (values.len() * value.len() * days.len()) as f64;
                }
            }
        }
        let is_alone = shares.len() == 1;
        let is_in_doubt = mark.qualified || !mark.ghosts.is_empty();
        for (bin, share) in shares {
            let entry = bins.entry((lane.clone(), bin)).or_default();
            entry.0 += u32::from(is_alone && !is_in_doubt);
            entry.1 += u32::from(is_alone && is_in_doubt);
            entry.2 += share;
            entry.3 += 1;
        }
    }
    (bins, undated)
}

fn assert_agrees(briefing: &Briefing, unit: BinUnit) {
    let index = Index::build(briefing);
    let reader = Reader::new(briefing, &index);
    for by in WAYS {
        let lanes = Lanes::new(reader, ChartItems::new(&reader, |_| true), by, LaneSort::Visits);
        let layout = laid_out(&reader, &lanes);
        let counts = count::count(&reader, &CountOptions { by: unit, lanes: by, ..CountOptions::default() });
        assert!(!layout.is_dense, "the chart is high enough for every mark");
        let (bins, undated) = counts_on_paper(&layout, &lanes, &reader, unit);
        // A visit without any day is in the tray and has no mark.
        let dayless: BTreeSet<Key> =
            lanes.items.items.iter().filter(|item| item.span().is_none()).map(|item| item.key).collect();
        for tray in &counts.undated {
            let drawn = tray.visits.iter().filter(|(_, key)| !dayless.contains(key)).count();
            let lane = counts.lane(tray.lane);
            assert_eq!(undated.get(lane).copied().unwrap_or(0), drawn, "undated of {lane} by {by:?}");
        }
        let mut told: BTreeMap<(String, Bin), &BinCount> = BTreeMap::new();
        for count in &counts.bins {
            told.insert((counts.lane(count.lane).to_owned(), count.bin), count);
        }
        for (place, (certain, qualified, expected, possible)) in &bins {
            let count = told.remove(place).unwrap_or_else(|| panic!("{place:?} by {by:?} is drawn and not counted"));
            let tray = counts.undated.iter().find(|tray| tray.lane == count.lane).unwrap();
            assert_eq!((count.certain, count.qualified), (*certain, *qualified), "{place:?} by {by:?}");
            assert!((count.expected - expected).abs() < 1e-6, "{place:?} by {by:?}: {count:?}, drawn {expected}");
            let most = *possible + tray.count() as u32;
            assert!((*possible..=most).contains(&count.possible), "{place:?} by {by:?}: {count:?}, drawn {possible}");
        }
        for (place, count) in told {
            assert_eq!((count.least(), count.expected), (0, 0.0), "{place:?} by {by:?} is counted and not drawn");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_marks_of_a_random_briefing_give_its_counts(seed: u64, visits in 1usize..50, unit in 0usize..3) {
        let briefing = dateline::sample::made_up(visits, 0, seed);
        assert_agrees(&briefing, BinUnit::ALL[unit]);
    }

    /// Where marks merge, the cells show counts: they are those of the command.
    #[test]
    fn the_cells_of_dense_lanes_give_the_counts(seed: u64, unit in 0usize..3) {
        let briefing = dateline::sample::made_up(400, 0, seed);
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let by = BinUnit::ALL[unit];
        for lanes_by in WAYS {
            let lanes = Lanes::new(reader, ChartItems::new(&reader, |_| true), lanes_by, LaneSort::Visits);
            let tally = Tally::new(&reader, &lanes, by);
            let counts = count::count(&reader, &CountOptions { by, lanes: lanes_by, ..CountOptions::default() });
            let sum = |bins: &mut dyn Iterator<Item = &BinCount>| {
                bins.fold((0, 0, 0.0), |sum: (u32, u32, f64), bin| {
                    (sum.0 + bin.certain, sum.1 + bin.qualified, sum.2 + bin.expected)
                })
            };
            let mut drawn: Vec<(usize, u32, u32, i64)> = tally.lanes.iter().map(|lane| {
                let (certain, qualified, expected) = sum(&mut lane.bins.iter());
                (lane.undated.len(), certain, qualified, (expected * 1e6).round() as i64)
            }).collect();
            let mut told: Vec<(usize, u32, u32, i64)> = counts.undated.iter().map(|tray| {
                let mut bins = counts.bins.iter().filter(|bin| bin.lane == tray.lane);
                let (certain, qualified, expected) = sum(&mut bins);
                (tray.count(), certain, qualified, (expected * 1e6).round() as i64)
            }).collect();
            // A lane of visits that are all left out is drawn, and not counted.
            drawn.retain(|lane| *lane != (0, 0, 0, 0));
            drawn.sort_unstable();
            told.sort_unstable();
            prop_assert_eq!(&drawn, &told, "{:?}", lanes_by);
        }
    }
}

#[test]
fn the_marks_of_the_sample_give_its_counts() {
    let document = Document::from_text(dateline::store::SAMPLE.to_owned()).unwrap();
    for unit in BinUnit::ALL {
        assert_agrees(&document.briefing, *unit);
    }
}

/// Dashes are made one by one: a line of a hundred years, seen from close by, would be made of a million.
#[test]
fn nothing_is_drawn_far_beyond_the_chart() {
    let briefing = dateline::sample::made_up(1_000, 0, 1);
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let lanes = Lanes::new(reader, ChartItems::new(&reader, |_| true), LaneBy::Direction, LaneSort::Visits);
    let shown: Vec<(usize, bool)> = (0..lanes.lanes.len()).map(|lane| (lane, false)).collect();
    let first = f64::from(Day::from_civil(1990, 5, 1).unwrap().0);
    let close = TimeScale { left: 0.0, width: 1_000.0, first, days: 30.0 };
    let layout = lay_out(&reader, &lanes, &shown, &close, Space { height: 1e6 }, &|_, text| text.len() as f32 * 7.0);
    assert!(!layout.marks.is_empty());
    for mark in &layout.marks {
        let ghosts = mark.ghosts.iter().flat_map(|ghost| [ghost.0, ghost.1]);
        let drawn = ghosts.chain(mark.announced).chain([mark.bar.left, mark.bar.right]);
        for x in drawn {
            assert!((-200.0..=1_200.0).contains(&x), "{}: {x}", mark.name);
        }
    }
}
