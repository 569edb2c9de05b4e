//! What holds for any dates, and the same counts by brute force, day by day.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::super::{BinUnit, LaneBy, StartRange, Starts, is_start_in_doubt};
use super::counted;
use crate::analysis::count::counts::{BinCount, Counts};
use crate::index::{Index, Reader};
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
        3 => two().prop_map(|(a, b)| format!("[{a},{b}]")),
        1 => (two(), mark(), two()).prop_map(|((a, b), mark, (c, d))| {
            format!("[{a}{mark},{},{}..{}]", b, c.clone().min(d.clone()), c.max(d))
        }),
        1 => (two(), plain()).prop_map(|((a, b), end)| format!("{}..{}/{end}", a.clone().min(b.clone()), a.max(b))),
        2 => prop_oneof![Just("2000-XX-15"), Just("1999-1X"), Just("2001-0X-31"), Just("2003-02-X8"), Just("XXXX-03-08"),
            Just("200X-02-29"), Just("20X1-12"), Just("2002-XX-0X/.."), Just("[2000-XX-15,2001-03]"), Just("2000-1X-15?"),
            Just("[1999-12-XX,2000-12]")].prop_map(str::to_owned),
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
    /// What each visit counted may have begun on.
    starts: Vec<Vec<Alternative>>,
    tray: Vec<String>,
    total: usize,
}

/// Days from one to another whose text fits a pattern: in `2000-XX-15`, `X` is any digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Alternative {
    first: Option<Day>,
    last: Option<Day>,
    pattern: String,
}

impl Alternative {
    fn has(&self, day: Day) -> bool {
        let text = day.to_string();
        let fits = text.chars().zip(self.pattern.chars()).all(|(digit, pattern)| pattern == 'X' || pattern == digit);
        fits && self.first.is_none_or(|first| day >= first) && self.last.is_none_or(|last| day <= last)
    }

    /// Its days; none of one that is open or long.
    fn days(&self) -> Vec<Day> {
        match (self.first, self.last) {
            (Some(first), Some(last)) if last.0 - first.0 < 5_000 => {
                (first.0..=last.0).map(Day).filter(|day| self.has(*day)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Two with the same name are the same.
    fn name(&self) -> String {
        match self.days().as_slice() {
            [] => format!("{self:?}"),
            days => format!("{days:?}"),
        }
    }
}

/// The alternatives that a text gives, each once; `None` where it is no date.
fn naive_alternatives(edtf: &str) -> Option<Vec<Alternative>> {
    let bounds = parse_edtf(edtf).ok()?.bounds;
    if bounds.start_earliest.zip(bounds.start_latest).is_some_and(|(first, last)| last < first) {
        return Some(vec![Alternative { first: None, last: None, pattern: String::new() }]);
    }
    let mut all: Vec<Alternative> = if edtf.starts_with('[') {
        let member = |text: &str| {
            let bounds = parse_edtf(&format!("[{text}]")).unwrap().bounds;
            Alternative { first: bounds.start_earliest, last: bounds.start_latest, pattern: pattern_of(text) }
        };
        edtf.trim_matches(['[', ']']).split(',').map(member).collect()
    } else {
        let start = edtf.split('/').next().unwrap();
        vec![Alternative { first: bounds.start_earliest, last: bounds.start_latest, pattern: pattern_of(start) }]
    };
    all.sort_by_key(Alternative::name);
    all.dedup_by_key(|alternative| alternative.name());
    Some(all)
}

fn pattern_of(date: &str) -> String {
    if date.contains('X') { date.replace(['?', '~', '%'], "") } else { String::new() }
}

/// What a visit may have begun on: values, each of one or more alternatives.
fn naive_values(seed: &Seed) -> Vec<Vec<Alternative>> {
    let nothing = vec![Alternative { first: None, last: None, pattern: String::new() }];
    let own = naive_alternatives(&seed.edtf).unwrap_or(nothing);
    let mut sides: Vec<Vec<Alternative>> = seed.sides.iter().filter_map(|side| naive_alternatives(side)).collect();
    if seed.settled || sides.is_empty() {
        return vec![own];
    }
    let name = |value: &Vec<Alternative>| value.iter().map(Alternative::name).collect::<Vec<_>>();
    sides.sort_by_key(name);
    sides.dedup_by_key(|value| name(value));
    let is_among_them = sides.iter().any(|side| name(side) == name(&own));
    // Nothing that is known stands behind an open digit, so that all days from the first to the last are meant.
    let is_run = |one: &Alternative| one.pattern.trim_end_matches(['X', '-']).find('X').is_none();
    let spans = match own.as_slice() {
        [one @ Alternative { first: Some(from), last: Some(to), .. }] if is_run(one) => {
            let is_within = |side: &Alternative| {
                side.first.is_some_and(|day| day >= *from) && side.last.is_some_and(|day| day <= *to)
            };
            sides.len() > 1 && sides.iter().flatten().all(is_within)
        }
        _ => false,
    };
    if !is_among_them && !spans {
        sides.push(own);
    }
    sides
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
        let values = naive_values(seed);
        let all = || values.iter().flatten();
        let first = all().map(|days| days.first).reduce(|a, b| Some(a?.min(b?))).flatten();
        let last = all().map(|days| days.last).reduce(|a, b| Some(a?.max(b?))).flatten();
        let is_dated = matches!((first, last), (Some(first), Some(last)) if last.0 - first.0 < 366);
        naive.starts.push(all().cloned().collect());
        let mut shares: BTreeMap<String, f64> = BTreeMap::new();
        for value in values.iter().filter(|_| is_dated) {
            for alternative in value {
                let days = alternative.days();
                for day in &days {
                    *shares.entry(bin_name(*day, by)).or_default() +=
                        1.0 / (values.len() * value.len() * days.len()) as f64;
                }
            }
        }
        if !is_dated {
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
        let (first, last) = (bin.bin.first_day().unwrap(), bin.bin.last_day().unwrap());
        let touches = |start: &&Vec<Alternative>| {
            (first.0..=last.0).any(|day| start.iter().any(|alternative| alternative.has(Day(day))))
        };
        let possible = naive.starts.iter().filter(touches).count();
        prop_assert_eq!(bin.possible as usize, possible, "{}", bin.bin);
    }
    let listed = |name: &String| counts.bins.iter().any(|bin| bin.bin.to_string() == *name);
    prop_assert!(naive.bins.keys().all(listed));
    prop_assert_eq!(counts.bins.len(), naive.bins.len());
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
    fn the_doubt_of_one_visit_is_that_among_all(seeds in prop::collection::vec(any_seed(), 0..30)) {
        let briefing = briefing_of(&seeds);
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let mut starts = Starts::new(&reader);
        for entry in &briefing.visits {
            let is_in_doubt = starts.of(entry.key, &entry.record).qualified;
            let is_backwards = entry.record.when.as_ref().is_some_and(|when| StartRange::of_date(when).earliest.is_none());
            let alone = is_start_in_doubt(&reader, entry.key, &entry.record);
            prop_assert!(alone == is_in_doubt || is_backwards, "{:?}", entry.record.when);
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
                    prop_assert!(year.0 >= part.0 && year.1 >= part.1);
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
