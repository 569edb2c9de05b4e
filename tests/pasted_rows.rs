//! Rows from a spreadsheet: what they are understood as, and that copied rows come back the same.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dateline::document::Document;
use dateline::edit::{History, change};
use dateline::import::{CellState, DateAnswers, DateOrder, DateSpan, Mark, Pasted, RowsReading, Target};
use dateline::model::{AnyRecord, RecordKind, Visit};
use dateline::present::{RowColumn, RowWords, Shown, rows_tsv};
use proptest::prelude::{ProptestConfig, proptest};
use std::sync::Arc;

const KINDS: [RecordKind; 4] = [RecordKind::Visit, RecordKind::Actor, RecordKind::Statement, RecordKind::Source];

const BRIEFING: &str = r#"(title: "T",
  sources: [(id: "rferl", publisher: "RFE/RL"), (id: "one", publisher: "Daily"), (id: "two", publisher: "Daily")],
  actors: [
    (id: "li", kind: Person, name: "Li Xiaoxin", names: [(text: "李晓新", lang: "zh")], aliases: ["Xiaoxin Li"]),
    (id: "foo", kind: Organisation, name: "Foo, Inc."),
    (id: "vojvodina", kind: Region, name: "Vojvodina", iso: "RS-VO"),
  ],
  visits: [(id: "v", visitors: ["li"], to: "RS", when: "2024")])"#;

fn document() -> Document {
    Document::from_text(BRIEFING.to_owned()).unwrap()
}

fn read(kind: RecordKind, text: &str) -> (Pasted, RowsReading) {
    let document = document();
    let pasted = Pasted::new(kind, text, &RowColumn::of(kind)).unwrap();
    let reading = pasted.read(&document.reader(), &Shown::everything(&document.briefing));
    (pasted, reading)
}

fn visits(text: &str) -> Vec<Arc<Visit>> {
    let (records, count) = read(RecordKind::Visit, text).1.records(true);
    let visit = |record: &AnyRecord| match record {
        AnyRecord::Visit(visit) => Some(Arc::clone(visit)),
        _ => None,
    };
    let visits: Vec<_> = records.iter().filter_map(visit).collect();
    assert_eq!(visits.len(), count);
    visits
}

/// What does not fit, as `row:column why`.
fn misfits(kind: RecordKind, text: &str) -> Vec<String> {
    read(kind, text).1.misfits().map(|(row, column, _, why)| format!("{row}:{column} {why}")).collect()
}

#[test]
fn a_visit_is_read_as_it_is_typed_in_a_form() {
    let visits = visits(
        "date\tvisitors\tto\tchannels\tstatus\tlevel\ttopics\tfrom → to\n\
         c. Sept 2024\t李晓新; Foo, Inc.\t\tmilitary, Party to party\tCancelled, video\tMinister\ttrade; rail\tCN → Vojvodina\n",
    );
    let visit = &visits[0];
    assert_eq!(visit.when.as_ref().unwrap().edtf(), "2024-09~");
    assert_eq!(visit.visitors.iter().map(ToString::to_string).collect::<Vec<_>>(), ["li", "foo"]);
    assert_eq!(visit.channels.iter().map(|channel| channel.word()).collect::<Vec<_>>(), ["Military", "PartyToParty"]);
    assert_eq!(visit.status.unwrap().word(), "Cancelled");
    assert_eq!(visit.mode.unwrap().word(), "Video");
    assert_eq!(visit.topics, ["trade", "rail"]);
    let from = visit.from.as_ref().and_then(|from| from.iso_code());
    assert_eq!((from, visit.to.actor().map(ToString::to_string)), (Some("CN"), Some("vojvodina".to_owned())));
}

#[test]
fn who_is_not_there_is_made_once_for_all_rows() {
    let text = "Visitors\tPlace\nNova Osoba\tA\nNOVA OSOBA, Xiaoxin Li (Director, Office)\tB\n\tC\n";
    let (mut pasted, reading) = read(RecordKind::Visit, text);
    // Nobody is called so: whether it is one name is asked, once for the column.
    assert_eq!(reading.open_marks[0].len(), 1);
    assert_eq!((reading.open_marks[0][0].mark, reading.open_marks[0][0].count), (Mark::Comma, 1));
    pasted.splits[0] = vec![Mark::Comma];
    let document = document();
    let reading = pasted.read(&document.reader(), &Shown::everything(&document.briefing));
    assert_eq!(reading.open_marks[0], []);
    assert_eq!(reading.created(RecordKind::Actor), 1);
    let (records, count) = reading.records(true);
    assert_eq!((records.len(), count), (4, 3));
    let visitors = |record: &AnyRecord| match record {
        AnyRecord::Visit(visit) => Some(visit.visitors.iter().map(ToString::to_string).collect::<Vec<_>>()),
        _ => None,
    };
    let named: Vec<Vec<String>> = records.iter().filter_map(visitors).collect();
    assert_eq!(named, [vec!["nova-osoba"], vec!["nova-osoba", "li"], vec![]]);
}

#[test]
fn names_that_are_all_known_part_a_cell_and_others_stay_whole() {
    let text = "Visitors\n李晓新; Foo, Inc.\nAquino, 3rd\nTrinidad and Tobago\n";
    let (_, reading) = read(RecordKind::Visit, text);
    let marks: Vec<Mark> = reading.open_marks[0].iter().map(|open| open.mark).collect();
    assert_eq!(marks, [Mark::Comma, Mark::And]);
    let named: Vec<usize> = visits(text).iter().map(|visit| visit.visitors.len()).collect();
    assert_eq!(named, [2, 1, 1]);
    assert_eq!(reading.created(RecordKind::Actor), 2);
}

#[test]
fn a_cell_that_does_not_fit_is_mended_in_place() {
    let (mut pasted, reading) = read(RecordKind::Visit, "Visitors\tDate\nAnn\t31 Feb 2024\n");
    assert_eq!((reading.misfit_count(), reading.count(false)), (1, 0));
    pasted.mend(0, 1, "29 Feb 2024".to_owned());
    let document = document();
    let reading = pasted.read(&document.reader(), &Shown::everything(&document.briefing));
    assert_eq!((reading.misfit_count(), reading.count(false)), (0, 1));
    assert_eq!(pasted.rows()[0].cell(1), "31 Feb 2024", "the words of the file stay");
}

#[test]
fn a_place_that_no_code_names_becomes_a_country_and_a_slip_is_asked_about() {
    let text = "From\tTo\nUpper Volta\tUS\nGermny\tUS\n";
    let (_, reading) = read(RecordKind::Visit, text);
    assert_eq!(reading.created(RecordKind::Actor), 1);
    assert_eq!(misfits(RecordKind::Visit, text), ["1:0 “Germny” is no country; Germany?"]);
}

#[test]
fn first_and_last_day_stand_in_columns_of_their_own() {
    let text = "Visitors\tStart\tEnd\nAnn\t2024-10-14\t2024-10-16\nBo\t2024-10-14\t2024-10-14\nCy\t2024-10-14\t\n\
        Dee\t2024-10-14\t2024-10-12\nEd\t\t2024-10-12\n";
    let when: Vec<Option<String>> =
        visits(text).iter().map(|visit| visit.when.as_ref().map(|when| when.edtf().to_owned())).collect();
    let edtf = |text: &str| Some(text.to_owned());
    assert_eq!(when[..3], [edtf("2024-10-14/2024-10-16"), edtf("2024-10-14"), edtf("2024-10-14")]);
    assert_eq!(
        misfits(RecordKind::Visit, text),
        [
            "3:2 The last day, 2024-10-12, lies before the first, 2024-10-14",
            "4:2 There is no first day to this last one"
        ]
    );
}

#[test]
fn columns_are_told_apart_whatever_parts_them_and_named_in_other_languages() {
    for (text, labels) in [
        ("\u{feff}Visitors;To;Place;When\nAda;CH;\"Old; new\";2024\n", ["Visitors", "To", "Place", "Date"]),
        ("Besucher,Ziel,Ort,Datum\nAda,CH,Quai,2024\n", ["Visitors", "To", "Place", "Date"]),
        (
            "| Гости | Куда | Город | Дата |\n|--|--|--|--|\n| Ада | CH | Ниш | 2024 |\n",
            ["Visitors", "To", "Place", "Date"],
        ),
        ("来访者\t目的地\t城市\t日期\n阿达\tCH\t日内瓦\t2024\n", ["Visitors", "To", "Place", "Date"]),
    ] {
        let (pasted, reading) = read(RecordKind::Visit, text);
        assert_eq!(pasted.targets.iter().map(|target| target.label()).collect::<Vec<_>>(), labels, "{text}");
        assert_eq!(reading.misfits().collect::<Vec<_>>(), []);
        assert_eq!(reading.count(false), 1);
    }
}

#[test]
fn columns_whose_heads_tell_nothing_are_told_by_what_they_hold_where_one_answer_is_left() {
    let labels = |kind: RecordKind, text: &str| {
        let pasted = Pasted::new(kind, text, &RowColumn::of(kind)).unwrap();
        pasted.targets.iter().map(|target| target.label()).collect::<Vec<_>>()
    };
    let visit = RecordKind::Visit;
    assert_eq!(labels(visit, "Visitors\tX\nAda\t3/4/2021\nBo\tMay 2021\nCe\t\n"), ["Visitors", "Date"]);
    // Of two either may be meant; a year alone may count anything; a head that tells of something else is believed.
    for text in [
        "Visitors\tTo\tX\tY\nAda\tCH\t3 May 2021\t4 May 2021\n",
        "Visitors\tX\nAda\t2021\n",
        "Visitors\tId\tDuration\nAda\t1\t2 May 2021, I think\n",
    ] {
        assert!(!labels(visit, text).contains(&"Date"), "{text}");
    }
    assert_eq!(
        labels(RecordKind::Source, "Publisher\tTitle\tP\tQ\nDaily\tA\thttps://example.org/1\t3 May 2021\n"),
        ["Publisher", "Title", "Address", "Published"]
    );
}

#[test]
fn what_does_not_fit_is_told_by_row_and_column_and_the_rest_is_taken() {
    let text =
        "Date\tChannels\tPlace\tSources\n31 Feb 2024\tMilitary\tA\t\n2024\tshop\tB\tDaily\n2024\t\tC\tRFE/RL ¶3\n";
    let misfits = misfits(RecordKind::Visit, text);
    assert_eq!(misfits.len(), 3);
    assert!(misfits[0].starts_with("0:0 “31 Feb 2024” is no day of the calendar"), "{misfits:?}");
    assert!(misfits[1].starts_with("1:1 “shop” is none of: Party to party"), "{misfits:?}");
    assert!(misfits[2].starts_with("1:3 2 sources are called “Daily”"), "{misfits:?}");
    let (_, reading) = read(RecordKind::Visit, text);
    assert_eq!((reading.count(true), reading.count(false)), (3, 1));
    let all = visits(text);
    assert!(all[0].when.is_none() && all[0].channels.len() == 1);
    assert_eq!(all[2].cites[0].to_short(), "rferl#3");
}

#[test]
fn a_date_of_two_meanings_does_not_fit_until_its_order_is_told() {
    let (mut pasted, reading) = read(RecordKind::Visit, "Date\n03/04/2024\n");
    assert!(reading.misfits().next().unwrap().3.contains("3 April 2024 (day first) or 4 March 2024 (month first)"));
    let document = document();
    let mut edtf = |dates: DateOrder| {
        pasted.dates = vec![DateAnswers { order: Some(dates), ..DateAnswers::default() }];
        let reading = pasted.read(&document.reader(), &Shown::everything(&document.briefing));
        match &reading.records(false).0[0] {
            AnyRecord::Visit(visit) => visit.when.as_ref().unwrap().edtf().to_owned(),
            _ => String::new(),
        }
    };
    assert_eq!(edtf(DateOrder::DayFirst), "2024-04-03");
    assert_eq!(edtf(DateOrder::MonthFirst), "2024-03-04");
}

#[test]
fn a_column_of_doubtful_dates_is_read_as_its_other_cells_prove_and_what_contradicts_is_marked() {
    let text = "Place\tDate\nA\t11/12/2031\nB\t13/12/2031\nC\t03/04/2031\nD\t12/13/2031\n";
    let dates = |reading: &RowsReading| -> Vec<Option<String>> {
        let edtf = |record: &AnyRecord| match record {
            AnyRecord::Visit(visit) => visit.when.as_ref().map(|when| when.edtf().to_owned()),
            _ => None,
        };
        reading.records(true).0.iter().map(edtf).collect()
    };
    let day = |text: &str| Some(text.to_owned());
    let document = document();
    let shown = Shown::everything(&document.briefing);
    // Without the last row all cells that leave no choice have the day first.
    let (_, reading) = read(RecordKind::Visit, text.trim_end().rsplit_once('\n').unwrap().0);
    assert_eq!(reading.dates[1].as_ref().unwrap().order, DateOrder::DayFirst);
    assert_eq!(reading.dates[0], None);
    assert_eq!(dates(&reading), [day("2031-12-11"), day("2031-12-13"), day("2031-04-03")]);
    // With it the column proves nothing, and is asked about.
    let (mut pasted, reading) = read(RecordKind::Visit, text);
    assert_eq!(reading.dates[1].as_ref().unwrap().order, DateOrder::Ask);
    assert_eq!(reading.dates[1].as_ref().unwrap().doubtful_order.as_deref(), Some("11/12/2031"));
    assert_eq!(dates(&reading), [None, day("2031-12-13"), None, day("2031-12-13")]);
    pasted.dates[1].order = Some(DateOrder::MonthFirst);
    let reading = pasted.read(&document.reader(), &shown);
    assert_eq!(dates(&reading), [day("2031-11-12"), None, day("2031-03-04"), day("2031-12-13")]);
    let misfits: Vec<_> = reading.misfits().map(|(row, column, _, why)| (row, column, why.to_owned())).collect();
    let why = "The day stands first in it (13 December 2031), but the month in its column".to_owned();
    assert_eq!(misfits, [(1, 1, why)]);
}

#[test]
fn whether_dates_with_a_dash_lasted_is_answered_once_for_a_column() {
    let (mut pasted, reading) = read(RecordKind::Visit, "Date\n3-5 May 2031\n2029–31\n3/4 May 2031\n6 May 2031\n");
    assert_eq!(reading.dates[0].as_ref().unwrap().doubtful_span.as_deref(), Some("3-5 May 2031"));
    assert_eq!(reading.misfit_count(), 3);
    let document = document();
    let mut edtf = |span: DateSpan| {
        pasted.dates[0].span = span;
        let reading = pasted.read(&document.reader(), &Shown::everything(&document.briefing));
        let when = |record: &AnyRecord| match record {
            AnyRecord::Visit(visit) => visit.when.as_ref().unwrap().edtf().to_owned(),
            _ => String::new(),
        };
        reading.records(true).0.iter().map(when).collect::<Vec<_>>()
    };
    assert_eq!(edtf(DateSpan::Lasted), ["2031-05-03/2031-05-05", "2029/2031", "2031-05-03/2031-05-04", "2031-05-06"]);
    let some_day = ["[2031-05-03..2031-05-05]", "[2029..2031]", "[2031-05-03,2031-05-04]", "2031-05-06"];
    assert_eq!(edtf(DateSpan::SomeDay), some_day);
}

#[test]
fn a_column_may_become_something_else() {
    let (mut pasted, _) = read(RecordKind::Actor, "Name\tQuirks\nMei\tPerson of note\n");
    assert_eq!(pasted.targets[1], Target::Nothing);
    pasted.targets[1] = Target::all(RecordKind::Actor).into_iter().find(|target| target.label() == "Note").unwrap();
    let document = document();
    let reading = pasted.read(&document.reader(), &Shown::everything(&document.briefing));
    assert_eq!(reading.rows[0].cells[1].state, CellState::Fits);
    assert_eq!(reading.records(true).0[0].note(), "Person of note");
}

/// The words of all cells of records, row by row.
fn words(document: &Document, kind: RecordKind, skip: usize) -> Vec<Vec<String>> {
    let shown = Shown::everything(&document.briefing);
    let mut words = RowWords::new(document.reader(), &shown, kind);
    let columns: Vec<RowColumn> = RowColumn::of(kind).into_iter().filter(|column| is_own(*column)).collect();
    let keys = shown.of(kind).iter().skip(skip);
    keys.map(|key| columns.iter().map(|column| words.cell(*key, *column)).collect()).collect()
}

/// Whether a column shows what the record itself says, not what others say of it.
fn is_own(column: RowColumn) -> bool {
    let others = ["Disputed", "Cited by", "Visits", "Statements", "Activity", "Roles, or part of", "In its own script"];
    !others.contains(&column.label())
}

fn assert_comes_back(document: &Document) {
    for kind in KINDS {
        let shown = Shown::everything(&document.briefing);
        let keys = shown.of(kind).to_vec();
        let text = rows_tsv(document.reader(), &shown, kind, &keys, &RowColumn::of(kind));
        let pasted = Pasted::new(kind, &text, &[]).unwrap();
        let reading = pasted.read(&document.reader(), &shown);
        assert_eq!(reading.misfits().collect::<Vec<_>>(), [], "{kind:?}");
        let (records, count) = reading.records(false);
        assert_eq!((records.len(), count), (keys.len(), keys.len()), "{kind:?}");
        let (made, new) = change::insert_all(&document.reader(), "Paste".to_owned(), &records).unwrap();
        let mut briefing = document.briefing.clone();
        let mut history = History::new();
        assert!(history.make(made, &mut briefing, false));
        let after = document.changed(briefing.clone());
        assert_eq!(new.len(), keys.len());
        assert_eq!(words(&after, kind, keys.len()), words(document, kind, 0), "{kind:?}");
        history.undo(&mut briefing);
        // The keys that were given out are not given out again.
        briefing.keys = document.briefing.keys.clone();
        assert_eq!(briefing, document.briefing, "{kind:?}: one step, undone whole");
    }
}

#[test]
fn copied_rows_come_back_with_the_same_words() {
    for text in [dateline::store::SAMPLE, dateline::store::SAMPLE_HELD] {
        assert_comes_back(&Document::from_text(text.to_owned()).unwrap());
    }
    assert_comes_back(&document());
}

#[test]
fn copied_visits_are_read_anew_where_their_ids_are_not_there() {
    // Without the ids each cell is read as words; what the file's own words cannot tell is told as not fitting.
    let document = Document::from_text(dateline::store::SAMPLE.to_owned()).unwrap();
    let shown = Shown::everything(&document.briefing);
    let keys = shown.of(RecordKind::Visit).to_vec();
    let text = rows_tsv(document.reader(), &shown, RecordKind::Visit, &keys, &RowColumn::of(RecordKind::Visit));
    let without: String =
        text.lines().filter_map(|line| line.split_once('\t')).map(|(_, rest)| format!("{rest}\n")).collect();
    let pasted = Pasted::new(RecordKind::Visit, &without, &[]).unwrap();
    let reading = pasted.read(&document.reader(), &shown);
    assert_eq!(reading.created(RecordKind::Actor), 0, "all names are known");
    for (_, column, words, why) in reading.misfits() {
        assert!(["Date", "Sources"].contains(&pasted.targets[column].label()), "{words}: {why}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_text_is_too_strange(text in "[\\PC\\t\\n\"',;()→¶#]{0,200}") {
        let document = document();
        let shown = Shown::everything(&document.briefing);
        for kind in KINDS {
            if let Some(pasted) = Pasted::new(kind, &text, &RowColumn::of(kind)) {
                let (records, _) = pasted.read(&document.reader(), &shown).records(true);
                change::insert_all(&document.reader(), String::new(), &records).unwrap();
            }
        }
    }
}
