//! What holds for any dates, and the same counts by brute force, day by day.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::super::{BinUnit, LaneBy};
use super::counted;
use crate::analysis::count::counts::{BinCount, Counts};
use crate::model::{
    AnyRecord, Basis, Briefing, Channel, Conflict, ConflictStatus, Day, Id, Mode, Side, Visit, VisitStatus, When,
    WhenLong, parse_edtf,
};

/// A date of any kind, its years close together so that bins are shared.
fn any_edtf() -> impl Strategy<Value = String> {
    let day = || (1998..2004, 1..=12u8, 1..=28u8).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
    let month = || (1998..2004, 1..=12u8).prop_map(|(year, month)| format!("{year}-{month:02}"));
    let year = || (1998..2004i32).prop_map(|year| year.to_string());
    let part = || (1998..2004, 21..=41u8).prop_map(|(year, code)| format!("{year}-{code}"));
    let one = move || prop_oneof![4 => day(), 3 => month(), 1 => year(), 2 => part()];
    let mark = || prop_oneof![3 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")];
    let plain = move || prop_oneof![day(), month(), year()];
    let two = move || (plain(), plain());
    prop_oneof![
        6 => (one(), mark()).prop_map(|(date, mark)| format!("{date}{mark}")),
        2 => (two(), mark()).prop_map(|((a, b), mark)| format!("{}{mark}/{}", a.clone().min(b.clone()), a.max(b))),
        1 => two().prop_map(|(a, b)| format!("{a}/{b}")),
        1 => (plain(), prop_oneof![Just("/.."), Just("/")]).prop_map(|(date, end)| format!("{date}{end}")),
        1 => (prop_oneof![Just("../"), Just("/")], plain()).prop_map(|(start, date)| format!("{start}{date}")),
        1 => plain().prop_map(|date| format!("..{date}/..")),
        3 => two().prop_map(|(a, b)| format!("[{}..{}]", a.clone().min(b.clone()), a.max(b))),
        1 => two().prop_map(|(a, b)| format!("[{a},{b}]")),
        1 => two().prop_map(|(a, b)| format!("{{{a},{b}}}")),
        1 => plain().prop_map(|date| format!("[..{date}]")),
        1 => plain().prop_map(|date| format!("[{date}..]")),
        1 => prop_oneof![Just("199X"), Just("20XX"), Just("XXXX"), Just("1999-XX"), Just("2000-05-XX"), Just("2001S2"),
            Just("2003-06-15T12:00:00Z"), Just("?"), Just("")].prop_map(str::to_owned),
    ]
}

#[derive(Debug, Clone)]
struct Seed {
    edtf: String,
    channels: Vec<Channel>,
    status: Option<VisitStatus>,
    mode: Option<Mode>,
    basis: u8,
    sides: Vec<String>,
    settled: bool,
}

fn any_seed() -> impl Strategy<Value = Seed> {
    let channels = prop::collection::vec(prop::sample::select(Channel::ALL), 0..3);
    let status = prop::option::weighted(0.3, prop::sample::select(VisitStatus::ALL));
    let mode = prop::option::weighted(0.2, prop::sample::select(Mode::ALL));
    let sides = prop_oneof![4 => Just(Vec::new()), 1 => prop::collection::vec(any_edtf(), 1..3)];
    (any_edtf(), channels, status, mode, 0..8u8, sides, prop::bool::weighted(0.2)).prop_map(
        |(edtf, channels, status, mode, basis, sides, settled)| Seed {
            edtf,
            channels,
            status,
            mode,
            basis,
            sides,
            settled,
        },
    )
}

fn briefing_of(seeds: &[Seed]) -> Briefing {
    let mut briefing = Briefing::default();
    for (number, seed) in seeds.iter().enumerate() {
        let basis = match seed.basis {
            0 => Some(Basis::YearFromPublication),
            1 => Some(Basis::OnOrBefore(Id::from("v-0"))),
            2 => Some(Basis::NearestPast(Id::from(format!("v-{}", number + 1).as_str()))),
            3 => Some(Basis::Stated),
            _ => None,
        };
        let when = When::new(WhenLong { edtf: seed.edtf.clone(), basis, ..WhenLong::default() }, true);
        let id = Id::from(format!("v-{number}").as_str());
        briefing.push(AnyRecord::Visit(Arc::new(Visit {
            id: id.clone(),
            when: Some(when),
            channels: seed.channels.clone(),
            status: seed.status,
            mode: seed.mode,
            ..Visit::default()
        })));
        if !seed.sides.is_empty() {
            let side = |value: &String| Side { value: value.clone(), ..Side::default() };
            briefing.push(AnyRecord::Conflict(Arc::new(Conflict {
                id: Id::from(format!("c-{number}").as_str()),
                about: id,
                field: "when".to_owned(),
                sides: seed.sides.iter().map(side).collect(),
                status: seed.settled.then_some(ConflictStatus::Resolved),
                ..Conflict::default()
            })));
        }
    }
    briefing
}

/// The same by brute force: bins by name, each with certain, qualified, expected.
#[derive(Debug, Default, PartialEq)]
struct Naive {
    bins: BTreeMap<String, (u32, u32, f64)>,
    ranges: Vec<(Option<Day>, Option<Day>)>,
    tray: Vec<String>,
    total: usize,
}

fn bin_name(day: Day, by: BinUnit) -> String {
    let text = day.to_string();
    let month: u32 = text[5..7].parse().unwrap();
    match by {
        BinUnit::Month => text[..7].to_owned(),
        BinUnit::Quarter => format!("{}-Q{}", &text[..4], month.div_ceil(3)),
        BinUnit::Year => text[..4].to_owned(),
    }
}

/// Whether the date of a seed is in doubt, following what it rests on.
fn naive_doubt(seeds: &[Seed], number: usize, steps: usize) -> bool {
    let Some(seed) = seeds.get(number) else { return false };
    let is_marked = parse_edtf(&seed.edtf).is_ok_and(|date| date.bounds.start_qualified);
    let is_open = !seed.sides.is_empty() && !seed.settled;
    match seed.basis {
        _ if is_marked || is_open => true,
        0 | 2 => true,
        1 if steps < seeds.len() => naive_doubt(seeds, 0, steps + 1),
        _ => false,
    }
}

fn naive(seeds: &[Seed], by: BinUnit) -> Naive {
    let mut naive = Naive::default();
    for (number, seed) in seeds.iter().enumerate() {
        let is_out = matches!(seed.status, Some(VisitStatus::Planned | VisitStatus::Cancelled));
        if is_out || !matches!(seed.mode, None | Some(Mode::InPerson)) {
            continue;
        }
        naive.total += 1;
        let mut dates = vec![seed.edtf.as_str()];
        if !seed.settled {
            dates.extend(seed.sides.iter().map(String::as_str).filter(|side| parse_edtf(side).is_ok()));
        }
        let range =
            |edtf: &&str| match parse_edtf(edtf).map(|date| (date.bounds.start_earliest, date.bounds.start_latest)) {
                Ok((Some(first), Some(last))) if last < first => (None, None),
                Ok(range) => range,
                Err(_) => (None, None),
            };
        let ranges: Vec<_> = dates.iter().map(range).collect();
        let first = ranges.iter().map(|range| range.0).reduce(|a, b| Some(a?.min(b?))).flatten();
        let last = ranges.iter().map(|range| range.1).reduce(|a, b| Some(a?.max(b?))).flatten();
        naive.ranges.push((first, last));
        let days: Vec<Day> = match (first, last) {
            (Some(first), Some(last)) if last.0 - first.0 < 366 => (first.0..=last.0).map(Day).collect(),
            _ => Vec::new(),
        };
        let mut shares: BTreeMap<String, f64> = BTreeMap::new();
        for day in &days {
            *shares.entry(bin_name(*day, by)).or_default() += 1.0 / days.len() as f64;
        }
        if days.is_empty() {
            naive.tray.push(format!("v-{number}"));
        }
        let is_inside = shares.len() == 1;
        for (bin, share) in shares {
            let cell = naive.bins.entry(bin).or_default();
            cell.2 += share;
            if is_inside && naive_doubt(seeds, number, 0) {
                cell.1 += 1;
            } else if is_inside {
                cell.0 += 1;
            }
        }
    }
    naive.tray.sort();
    naive
}

fn same_as_naive(counts: &Counts, naive: &Naive) -> Result<(), TestCaseError> {
    prop_assert_eq!(counts.total, naive.total);
    let tray: Vec<String> = counts.undated[0].ids().map(Id::to_string).collect();
    prop_assert_eq!(&tray, &naive.tray);
    for bin in &counts.bins {
        let (certain, qualified, expected) = naive.bins.get(&bin.bin.to_string()).copied().unwrap_or_default();
        prop_assert_eq!((bin.certain, bin.qualified), (certain, qualified), "{}", bin.bin);
        prop_assert!((bin.expected - expected).abs() < 1e-9, "{} {} {}", bin.bin, bin.expected, expected);
        let (first, last) = (bin.bin.first_day(), bin.bin.last_day());
        let touches = |(from, to): &&(Option<Day>, Option<Day>)| {
            from.is_none_or(|from| Some(from) <= last) && to.is_none_or(|to| Some(to) >= first)
        };
        let possible = naive.ranges.iter().filter(touches).count();
        prop_assert_eq!(bin.possible as usize, possible, "{}", bin.bin);
    }
    let listed = |name: &String| counts.bins.iter().any(|bin| bin.bin.to_string() == *name);
    prop_assert!(naive.bins.keys().all(listed));
    Ok(())
}

/// The sums of a count that a coarser or finer one must tell alike.
fn by_year(counts: &Counts) -> BTreeMap<(String, i32), (u32, u32, f64, u32)> {
    let mut years: BTreeMap<_, (u32, u32, f64, u32)> = BTreeMap::new();
    for bin in &counts.bins {
        let year = years.entry((counts.lane(bin.lane).to_owned(), bin.bin.year)).or_default();
        year.0 += bin.certain;
        year.1 += bin.qualified;
        year.2 += bin.expected;
        year.3 += bin.possible;
    }
    years
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn it_is_what_counting_day_by_day_gives(seeds in prop::collection::vec(any_seed(), 0..30)) {
        let briefing = briefing_of(&seeds);
        for by in BinUnit::ALL {
            same_as_naive(&counted(&briefing, *by, LaneBy::Nothing), &naive(&seeds, *by))?;
        }
    }

    #[test]
    fn nothing_is_lost_and_nothing_is_double(seeds in prop::collection::vec(any_seed(), 0..60)) {
        let briefing = briefing_of(&seeds);
        for by in BinUnit::ALL {
            let counts = counted(&briefing, *by, LaneBy::Nothing);
            let expected: f64 = counts.bins.iter().map(|bin| bin.expected).sum();
            let sum = expected + counts.undated[0].count() as f64;
            prop_assert!((sum - counts.total as f64).abs() < 1e-9, "{} against {}", sum, counts.total);
            let lanes = counted(&briefing, *by, LaneBy::Channel);
            for bin in counts.bins.iter().chain(&lanes.bins) {
                prop_assert!(f64::from(bin.certain + bin.qualified) <= bin.expected);
                prop_assert!(bin.expected <= f64::from(bin.possible));
            }
            prop_assert_eq!(counts.total, lanes.total);
        }
    }

    #[test]
    fn a_year_and_its_months_tell_the_same(seeds in prop::collection::vec(any_seed(), 0..60)) {
        let briefing = briefing_of(&seeds);
        for lanes in [LaneBy::Nothing, LaneBy::Channel] {
            let years = by_year(&counted(&briefing, BinUnit::Year, lanes));
            for finer in [BinUnit::Month, BinUnit::Quarter] {
                let parts = by_year(&counted(&briefing, finer, lanes));
                prop_assert_eq!(years.keys().collect::<Vec<_>>(), parts.keys().collect::<Vec<_>>());
                for (key, year) in &years {
                    let part = parts[key];
                    prop_assert!((year.2 - part.2).abs() < 1e-9, "{:?}: {:?} {:?}", key, year, part);
                    prop_assert!(year.0 >= part.0 && year.1 >= part.1 && year.3 <= part.3);
                }
            }
        }
    }

    #[test]
    fn the_order_of_records_changes_nothing(
        (seeds, order) in prop::collection::vec(any_seed(), 1..40)
            .prop_flat_map(|seeds| { let all: Vec<usize> = (0..seeds.len()).collect(); (Just(seeds), Just(all).prop_shuffle()) })
    ) {
        let briefing = briefing_of(&seeds);
        let mut shuffled = Briefing::default();
        for place in order {
            shuffled.push(AnyRecord::Visit(Arc::clone(&briefing.visits[place].record)));
        }
        for entry in briefing.conflicts.iter().rev() {
            shuffled.push(AnyRecord::Conflict(Arc::clone(&entry.record)));
        }
        for lanes in [LaneBy::Nothing, LaneBy::Channel] {
            let (a, b) = (counted(&briefing, BinUnit::Month, lanes), counted(&shuffled, BinUnit::Month, lanes));
            prop_assert_eq!((a.total, &a.lanes, &a.bins), (b.total, &b.lanes, &b.bins));
            let ids = |counts: &Counts| counts.undated.iter().flat_map(|tray| tray.ids().cloned()).collect::<Vec<_>>();
            prop_assert_eq!(ids(&a), ids(&b));
        }
    }

    #[test]
    fn question_marks_and_tildes_move_nothing(mut seeds in prop::collection::vec(any_seed(), 0..40)) {
        let marked = counted(&briefing_of(&seeds), BinUnit::Month, LaneBy::Nothing);
        for seed in &mut seeds {
            seed.edtf = seed.edtf.replace(['?', '~', '%'], "");
            seed.sides = seed.sides.iter().map(|side| side.replace(['?', '~', '%'], "")).collect();
        }
        let plain = counted(&briefing_of(&seeds), BinUnit::Month, LaneBy::Nothing);
        let places = |counts: &Counts| {
            let place = |bin: &BinCount| (bin.bin, bin.certain + bin.qualified, bin.expected, bin.possible);
            counts.bins.iter().map(place).collect::<Vec<_>>()
        };
        prop_assert_eq!(places(&marked), places(&plain));
    }
}
