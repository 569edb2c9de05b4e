//! The counting rule: cases told one by one, then properties over generated briefings.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::{BinUnit, CountOptions, Counts, LaneBy, count, count_some, lane_label};
use crate::index::{Index, Reader};
use crate::model::{
    AnyRecord, Basis, Briefing, Channel, Conflict, ConflictStatus, Day, Id, Mode, Place, Side, Visit, VisitStatus,
    When, WhenLong, parse_edtf,
};

fn read(text: &str) -> Briefing {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap()
}

fn counted(briefing: &Briefing, by: BinUnit, lanes: LaneBy) -> Counts {
    let index = Index::build(briefing);
    count(&Reader::new(briefing, &index), &CountOptions { by, lanes, ..CountOptions::default() })
}

/// `bin lane certain+qualified expected possible`, a line each.
fn lines(counts: &Counts) -> Vec<String> {
    let line = |bin: &super::BinCount| {
        let lane = counts.lane(bin.lane);
        format!("{} {lane} {}+{} {:.3} {}", bin.bin, bin.certain, bin.qualified, bin.expected, bin.possible)
    };
    counts.bins.iter().map(line).collect()
}

fn of_dates(dates: &[&str]) -> Briefing {
    let mut briefing = Briefing::default();
    for (number, edtf) in dates.iter().enumerate() {
        briefing.push(visit(&format!("v-{number}"), When::from_edtf(edtf)));
    }
    briefing
}

fn visit(id: &str, when: When) -> AnyRecord {
    AnyRecord::Visit(Arc::new(Visit { id: Id::from(id), when: Some(when), to: Place::from("XB"), ..Visit::default() }))
}

#[test]
fn each_kind_of_start_lies_where_the_rule_says() {
    for (edtf, expected) in [
        ("2024-10-14", vec!["2024-10 all 1+0 1.000 1"]),
        ("2024-10-14?", vec!["2024-10 all 0+1 1.000 1"]),
        ("2024-10-14~/..", vec!["2024-10 all 0+1 1.000 1"]),
        ("2024-10-14/2026", vec!["2024-10 all 1+0 1.000 1"]),
        ("2024-02", vec!["2024-02 all 1+0 1.000 1"]),
        ("[2024-09-30,2024-10-01]", vec!["2024-09 all 0+0 0.500 1", "2024-10 all 0+0 0.500 1"]),
        ("2024-10-14/", vec!["2024-10 all 1+0 1.000 1"]),
    ] {
        let counts = counted(&of_dates(&[edtf]), BinUnit::Month, LaneBy::Nothing);
        assert_eq!(lines(&counts), expected, "{edtf}");
        assert_eq!(counts.undated[0].count(), 0, "{edtf}");
    }
    for edtf in ["..2024-10-14/..", "/2024-10-14", "[2024..]", "2024/2025~", "202X", "no date", "", "2025/2024-01"] {
        let counts = counted(&of_dates(&[edtf]), BinUnit::Year, LaneBy::Nothing);
        let is_placed = edtf == "2024/2025~";
        assert_eq!(counts.undated[0].count(), usize::from(!is_placed), "{edtf}");
        assert_eq!(counts.total, 1, "{edtf}");
    }
}

#[test]
fn twelve_months_are_spread_and_a_day_more_is_not() {
    let spread = counted(&of_dates(&["[2023-03-01..2024-02-29]"]), BinUnit::Quarter, LaneBy::Nothing);
    assert_eq!(spread.bins.len(), 5);
    let not = counted(&of_dates(&["[2023-03-01..2024-03-01]"]), BinUnit::Quarter, LaneBy::Nothing);
    assert_eq!((not.bins.len(), not.undated[0].count()), (0, 1));
}

#[test]
fn the_tray_may_lie_in_every_bin_it_touches() {
    let briefing = of_dates(&["2020-05-01", "2022-01-31", "[..2020-06-15]", "[2021-12-31..]", "2019-12/2020", "XXXX"]);
    let counts = counted(&briefing, BinUnit::Year, LaneBy::Nothing);
    assert_eq!(
        lines(&counts),
        ["2019 all 1+0 1.000 3", "2020 all 1+0 1.000 3", "2021 all 0+0 0.000 2", "2022 all 1+0 1.000 3"]
    );
    assert_eq!(counts.undated[0].ids().map(Id::as_str).collect::<Vec<_>>(), ["v-2", "v-3", "v-5"]);
}

#[test]
fn planned_cancelled_and_not_in_person_are_left_out_unless_asked_for() {
    let briefing = read(
        r#"(title: "", visits: [
            (id: "a", visitors: [], to: "XA", when: "2024-01-01", status: Planned),
            (id: "b", visitors: [], to: "XA", when: "2024-01-01", status: Cancelled),
            (id: "c", visitors: [], to: "XA", when: "2024-01-01", mode: Video),
            (id: "d", visitors: [], to: "XA", when: "2024-01-01", status: Ongoing)])"#,
    );
    let index = Index::build(&briefing);
    let total = |planned, cancelled, not_in_person| {
        let options = CountOptions { planned, cancelled, not_in_person, ..CountOptions::default() };
        let counts = count(&Reader::new(&briefing, &index), &options);
        (counts.total, counts.left_out)
    };
    assert_eq!(total(false, false, false), (1, 3));
    assert_eq!(total(true, false, false), (2, 2));
    assert_eq!(total(false, true, true), (3, 1));
    assert_eq!(total(true, true, true), (4, 0));
    let none = count_some(&Reader::new(&briefing, &index), &CountOptions::default(), |_| false);
    assert_eq!((none.total, none.undated.len()), (0, 1));
}

#[test]
fn an_open_conflict_widens_the_start_and_a_settled_one_does_not() {
    let text = |status: &str, first: &str, second: &str| {
        format!(
            r#"(title: "", visits: [(id: "v", visitors: [], to: "XA", when: "2024-10-14/..")],
            conflicts: [(id: "c", about: "v", field: "when", status: {status},
                sides: [(value: "{first}"), (value: "{second}")])])"#
        )
    };
    let of = |text: &str| lines(&counted(&read(text), BinUnit::Month, LaneBy::Nothing));
    assert_eq!(of(&text("Resolved", "2024-10-14", "2024-09-30")), ["2024-10 all 1+0 1.000 1"]);
    assert_eq!(of(&text("Open", "2024-10-14/..", "2024-10-13/..")), ["2024-10 all 0+1 1.000 1"]);
    assert_eq!(of(&text("Open", "2024-10-14", "2024-09-30")), ["2024-09 all 0+0 0.067 1", "2024-10 all 0+0 0.933 1"]);
    assert!(of(&text("Open", "..2024-10-14/..", "2024-10-13")).is_empty());
    assert_eq!(of(&text("Open", "not a date", "")), ["2024-10 all 0+1 1.000 1"]);
}

#[test]
fn doubt_passes_from_a_date_to_those_that_rest_on_it() {
    let briefing = read(
        r#"(title: "", sources: [(id: "n", publisher: "N", published: "2024-10-15?")], visits: [
            (id: "a", visitors: [], to: "XA", when: (edtf: "2024-05", basis: OnOrBefore("b"))),
            (id: "b", visitors: [], to: "XA", when: (edtf: "2024-06", basis: Relative(to: "c", offset: "P1M"))),
            (id: "c", visitors: [], to: "XA", when: (edtf: "2024-07", basis: OnOrBefore("n"))),
            (id: "d", visitors: [], to: "XA", when: (edtf: "2024-08", basis: Relative(to: "e", offset: "P1M"))),
            (id: "e", visitors: [], to: "XA", when: (edtf: "2024-09", basis: Relative(to: "d", offset: "P1M"))),
            (id: "f", visitors: [], to: "XA", when: (edtf: "2024-11", basis: OnOrBefore("nobody"))),
            (id: "g", visitors: [], to: "XA", when: (edtf: "2024-12", basis: OnOrBefore("e")))])"#,
    );
    assert_eq!(
        lines(&counted(&briefing, BinUnit::Month, LaneBy::Nothing)),
        [
            "2024-05 all 0+1 1.000 1",
            "2024-06 all 0+1 1.000 1",
            "2024-07 all 0+1 1.000 1",
            "2024-08 all 1+0 1.000 1",
            "2024-09 all 1+0 1.000 1",
            "2024-11 all 1+0 1.000 1",
            "2024-12 all 1+0 1.000 1",
        ]
    );
}

#[test]
fn a_long_chain_of_dates_ends() {
    let mut briefing = Briefing::default();
    for number in 0..50_000 {
        let basis = Some(Basis::OnOrBefore(Id::from(format!("v-{}", number + 1).as_str())));
        let long = WhenLong { edtf: "2024-05".to_owned(), basis, ..WhenLong::default() };
        briefing.push(visit(&format!("v-{number}"), When::new(long, false)));
    }
    briefing.push(visit("v-50000", When::from_edtf("2024-06?")));
    let counts = counted(&briefing, BinUnit::Year, LaneBy::Nothing);
    assert_eq!(lines(&counts), ["2024 all 0+50001 50001.000 50001"]);
}

#[test]
fn lanes_are_named_for_scripts_and_for_people() {
    let briefing = read(
        r#"(title: "", actors: [
            (id: "anna", kind: Person, name: "Anna", country: "XA"),
            (id: "land", kind: Country, name: "Land", iso: "XB"),
            (id: "east", kind: Region, name: "East", part_of: "land")],
        visits: [
            (id: "a", visitors: ["anna", "ghost"], lead: "anna", to: "east", when: "2024", hosts: ["land"],
                channels: [Business, PartyToParty, Business], level: Local),
            (id: "b", visitors: ["ghost"], to: "XA", from: "XB-09", when: "2024"),
            (id: "c", visitors: ["ghost"], to: "XA", when: "XXXX")])"#,
    );
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let of = |lanes| {
        let options = CountOptions { lanes, by: BinUnit::Year, ..CountOptions::default() };
        let counts = count(&reader, &options);
        assert_eq!(counts.total, 3);
        let named = |name: &String| format!("{name} = {}", lane_label(&reader, lanes, name));
        (counts.lanes.iter().map(named).collect::<Vec<_>>().join(", "), lines(&counts).join(", "))
    };
    let (names, bins) = of(LaneBy::Direction);
    assert_eq!(names, "XA→XB = XA → Land, XB→XA = Land → XA, ?→XA = unknown → XA");
    assert_eq!(bins, "2024 XA→XB 1+0 1.000 1, 2024 XB→XA 1+0 1.000 1, 2024 ?→XA 0+0 0.000 1");
    assert_eq!(of(LaneBy::Channel).0, "PartyToParty = Party to party, Business = Business, ? = Not said");
    assert_eq!(of(LaneBy::Level).0, "Local = Local, ? = Not said");
    assert_eq!(of(LaneBy::Host).0, "land = Land, ? = Not said");
    let (names, bins) = of(LaneBy::Visitor);
    assert_eq!(names, "anna = Anna, ghost = ghost");
    assert_eq!(bins, "2024 anna 1+0 1.000 1, 2024 ghost 2+0 2.000 3");
}

#[test]
fn dates_far_apart_cost_no_more_than_dates_close_by() {
    let briefing = of_dates(&["Y-3000000", "Y3000000", "2024", "XXXX"]);
    let counts = counted(&briefing, BinUnit::Month, LaneBy::Nothing);
    assert_eq!(counts.bins.len(), 36);
    assert_eq!(counts.undated[0].count(), 1);
}

// From here on: properties.

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
    let is_marked = parse_edtf(&seed.edtf).is_ok_and(|date| date.bounds.qualified);
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
            let place = |bin: &super::BinCount| (bin.bin, bin.certain + bin.qualified, bin.expected, bin.possible);
            counts.bins.iter().map(place).collect::<Vec<_>>()
        };
        prop_assert_eq!(places(&marked), places(&plain));
    }
}
