//! The counting rule, told case by case; `properties` holds it over generated briefings.

mod properties;

use std::sync::Arc;

use super::counting::{count, count_some};
use super::counts::{CountOptions, Counts};
use super::{BinUnit, LaneBy, lane_label};
use crate::index::{Index, Reader};
use crate::model::{AnyRecord, Basis, Briefing, Id, Place, Visit, When, WhenLong};

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
    let line = |bin: &super::counts::BinCount| {
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
    // In 2021 there are but those of the tray, and the tray tells of them.
    assert_eq!(lines(&counts), ["2019 all 1+0 1.000 3", "2020 all 1+0 1.000 3", "2022 all 1+0 1.000 3"]);
    assert_eq!(counts.undated[0].ids().map(Id::as_str).collect::<Vec<_>>(), ["v-2", "v-3", "v-5"]);
}

#[test]
fn alternatives_share_equally_and_nothing_lies_between_them() {
    let months = |edtf: &str| lines(&counted(&of_dates(&[edtf]), BinUnit::Month, LaneBy::Nothing));
    assert_eq!(months("[2024-03-04,2024-04-03]"), ["2024-03 all 0+0 0.500 1", "2024-04 all 0+0 0.500 1"]);
    assert_eq!(months("[2024-01-10,2024-12-10]"), ["2024-01 all 0+0 0.500 1", "2024-12 all 0+0 0.500 1"]);
    // The range has a half, and its days share that.
    assert_eq!(
        months("[2024-01-10,2024-03-31..2024-04-03]"),
        ["2024-01 all 0+0 0.500 1", "2024-03 all 0+0 0.125 1", "2024-04 all 0+0 0.375 1"]
    );
    let fifteenth = months("2024-XX-15");
    assert_eq!(fifteenth.len(), 12);
    assert!(fifteenth.iter().all(|line| line.ends_with("0+0 0.083 1")), "{fifteenth:?}");
    // April, June, September and November have no 31st.
    assert_eq!(months("2024-0X-31").len(), 5);
    // All in one month: whichever it is, it lies there.
    assert_eq!(months("[2024-03-04,2024-03-20]"), ["2024-03 all 1+0 1.000 1"]);
    assert_eq!(months("[2024-03-04?,2024-03-20]"), ["2024-03 all 0+1 1.000 1"]);
    assert_eq!(months("2024-10-X4"), ["2024-10 all 1+0 1.000 1"]);
    // More than a year apart they are undated, and possible only where they may be.
    let counts = counted(
        &of_dates(&["[2020-03-04,2024-04-03]", "XXXX-03-08", "2020-03-01", "2022-03-01", "2023-05-01"]),
        BinUnit::Month,
        LaneBy::Nothing,
    );
    assert_eq!(lines(&counts), ["2020-03 all 1+0 1.000 3", "2022-03 all 1+0 1.000 2", "2023-05 all 1+0 1.000 1"]);
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
fn an_open_conflict_makes_its_sides_alternatives_and_a_settled_one_does_not() {
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
    assert_eq!(of(&text("Open", "2024-10-14", "2024-09-30")), ["2024-09 all 0+0 0.500 1", "2024-10 all 0+0 0.500 1"]);
    // What is written is a value beside two others, unless it only spans them.
    let third = "0.333 1";
    assert_eq!(
        of(&text("Open", "2024-09-30", "2024-08-02")),
        [format!("2024-08 all 0+0 {third}"), format!("2024-09 all 0+0 {third}"), format!("2024-10 all 0+0 {third}")]
    );
    let spanning = text("Open", "2024-02-03", "2024-05-02").replace("2024-10-14/..", "2024");
    assert_eq!(of(&spanning), ["2024-02 all 0+0 0.500 1", "2024-05 all 0+0 0.500 1"]);
    // Two sides that differ in the end alone are one start.
    assert_eq!(of(&text("Open", "2024-10-14/2024-10-16", "2024-09-30")).join(" ").matches("0.500").count(), 2);
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
            (id: "east", kind: Region, name: "East", part_of: "land"),
            (id: "isle", kind: Region, name: "The Isle")],
        visits: [
            (id: "a", visitors: ["anna", "ghost"], lead: "anna", to: "east", when: "2024", hosts: ["land"],
                channels: [Business, PartyToParty, Business], level: Local),
            (id: "b", visitors: ["ghost"], to: "XA", from: "XB-09", when: "2024"),
            (id: "d", visitors: ["ghost"], to: "isle", when: "2024"),
            (id: "c", visitors: ["ghost"], to: "XA", when: "XXXX")])"#,
    );
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let of = |lanes| {
        let options = CountOptions { lanes, by: BinUnit::Year, ..CountOptions::default() };
        let counts = count(&reader, &options);
        assert_eq!(counts.total, 4);
        let named = |name: &String| format!("{name} = {}", lane_label(&reader, lanes, name));
        (counts.lanes.iter().map(named).collect::<Vec<_>>().join(", "), lines(&counts).join(", "))
    };
    let (names, bins) = of(LaneBy::Direction);
    assert_eq!(names, "XA→XB = XA → Land, XB→XA = Land → XA, ?→XA = unknown → XA, ?→isle = unknown → The Isle");
    assert_eq!(bins, "2024 XA→XB 1+0 1.000 1, 2024 XB→XA 1+0 1.000 1, 2024 ?→isle 1+0 1.000 1");
    assert_eq!(of(LaneBy::Channel).0, "PartyToParty = Party to party, Business = Business, ? = Channel not told");
    assert_eq!(of(LaneBy::Level).0, "Local = Local, ? = Level not told");
    assert_eq!(of(LaneBy::Host).0, "land = Land, ? = Nobody named");
    let (names, bins) = of(LaneBy::Visitor);
    assert_eq!(names, "anna = Anna, ghost = ghost");
    assert_eq!(bins, "2024 anna 1+0 1.000 1, 2024 ghost 3+0 3.000 4");
}

#[test]
fn dates_far_apart_cost_no_more_than_dates_close_by() {
    let briefing = of_dates(&["Y-3000000", "Y3000000", "2024", "XXXX"]);
    let counts = counted(&briefing, BinUnit::Month, LaneBy::Nothing);
    assert_eq!(counts.bins.len(), 36);
    assert_eq!(counts.undated[0].count(), 1);
}
