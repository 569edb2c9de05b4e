//! `dateline import` on the real binary: what files bring into a briefing, and what is said of the rest.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test makes and reads the files that the program changes")]

mod command;

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.0.path().join(name), bytes).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn has(&self, name: &str) -> bool {
        Path::new(self.0.path()).join(name).exists()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        command::dateline().current_dir(self.0.path()).args(arguments).output().unwrap()
    }

    /// What an import into `b.ron` reports, and what it says beside.
    fn import(&self, arguments: &[&str]) -> (Value, String) {
        let mut all = vec!["import"];
        all.extend(arguments);
        all.extend(["--into", "b.ron", "--format", "json"]);
        let output = self.run(&all);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{said}");
        (serde_json::from_slice(&output.stdout).unwrap(), said)
    }

    /// The records of a list of `b.ron`, as JSON.
    fn list(&self, name: &str) -> Vec<Value> {
        let output = self.run(&["export", "b.ron", "--to", "json", "--anyway"]);
        let briefing: Value = serde_json::from_slice(&output.stdout).unwrap();
        briefing.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
    }

    /// A field of all records of a list, as text.
    fn field(&self, list: &str, field: &str) -> Vec<String> {
        let words = |value: Option<&Value>| match value {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => String::new(),
        };
        self.list(list).iter().map(|record| words(record.get(field))).collect()
    }
}

fn counts(report: &Value) -> (u64, u64, usize, usize) {
    let number = |name: &str| report[name].as_u64().unwrap();
    let length = |name: &str| report[name].as_array().unwrap().len();
    (number("added"), number("known"), length("aside"), length("doubles"))
}

const VISITS: &str = "id,start,end,visitor,from,description\n\
    7,2024-10-14,2024-10-16,President Berg,Norway,\"Talks, and a dinner\"\n\
    8,2024-11-02,2024-11-02,King Nil,Upper Volta,\n\
    9,2024-12,2024-12,King Nil,Jordan,\"He said \"\"yes\"\"\"\n\
    10,2024-13-01,,Nobody,Norway,\n";

const MAPS: &[&str] = &[
    "--map",
    "when=start/end",
    "--map",
    "visitors=visitor",
    "--map",
    "from=from",
    "--map",
    "note=description",
    "--set",
    "to=US",
];

fn visits(desk: &Desk) -> (Value, String) {
    desk.write("visits.csv", VISITS);
    let mut arguments = vec!["visits.csv"];
    arguments.extend(MAPS);
    desk.import(&arguments)
}

#[test]
fn rows_become_visits_that_cite_their_row_and_the_rest_is_kept_aside() {
    let desk = Desk::new();
    let (report, said) = visits(&desk);
    assert_eq!(counts(&report), (3, 0, 1, 0), "{said}");
    assert_eq!(report["aside"][0]["row"], 5);
    assert!(report["aside"][0]["reason"].as_str().unwrap().contains("2024-13-01"), "{report}");
    let when = desk.field("visits", "when");
    assert_eq!(when, ["2024-10-14/2024-10-16", "2024-11-02", "2024-12"]);
    assert_eq!(desk.field("visits", "to"), ["US", "US", "US"]);
    assert_eq!(desk.field("visits", "from"), ["NO", "upper-volta", "JO"]);
    assert_eq!(desk.field("visits", "note"), ["Talks, and a dinner", "", "He said \"yes\""]);
    assert_eq!(desk.field("visits", "cites"), ["[\"visits#2\"]", "[\"visits#3\"]", "[\"visits#4\"]"]);
    let source = &desk.list("sources")[0];
    assert_eq!(source["kind"], "Dataset");
    assert_eq!(
        source["excerpts"][0]["text"],
        "7 | 2024-10-14 | 2024-10-16 | President Berg | Norway | Talks, and a dinner"
    );
    // What a program of ours made has no errors.
    assert_eq!(desk.run(&["check", "b.ron"]).status.code(), Some(0));
}

#[test]
fn two_of_one_name_from_two_countries_stay_two() {
    let desk = Desk::new();
    visits(&desk);
    let visitors = desk.field("visits", "visitors");
    assert_ne!(visitors[1], visitors[2], "{visitors:?}");
    // A country that no row says is our reading.
    let berg = desk.list("actors").into_iter().find(|actor| actor["name"] == "President Berg").unwrap();
    assert_eq!((&berg["country"], &berg["our_reading"][0]), (&"NO".into(), &"country".into()));
}

#[test]
fn a_second_import_knows_its_rows_and_adds_what_is_new() {
    let desk = Desk::new();
    visits(&desk);
    let before = desk.read("b.ron");
    assert_eq!(counts(&visits(&desk).0), (0, 3, 1, 0));
    assert_eq!(desk.read("b.ron"), before, "nothing new, so nothing is written");
    let longer = VISITS.replace("10,2024-13-01", "11,2024-10-15,,President Berg,Norway,\n12,2024-13-01");
    desk.write("visits.csv", longer);
    let mut arguments = vec!["visits.csv"];
    arguments.extend(MAPS);
    let (report, said) = desk.import(&arguments);
    // The new row may be the visit that is there: added all the same, and told.
    assert_eq!(counts(&report), (1, 3, 1, 1), "{said}");
    assert!(
        desk.read("b.ron").starts_with(before.split("visits: [").next().unwrap().split("sources: [").next().unwrap())
    );
}

#[test]
fn a_dry_run_writes_nothing_and_says_what_it_would() {
    let desk = Desk::new();
    desk.write("visits.csv", VISITS);
    let mut arguments = vec!["visits.csv", "--dry-run"];
    arguments.extend(MAPS);
    assert_eq!(counts(&desk.import(&arguments).0), (3, 0, 1, 0));
    assert!(!desk.has("b.ron"));
}

#[test]
fn what_stands_in_the_briefing_stays_to_the_byte() {
    let desk = Desk::new();
    let text = "// mine\n(title: \"T\", actors: [\n  (id: \"ada\", kind: Person, name: \"Ada Berg\"), // she\n])\n";
    desk.write("b.ron", text);
    desk.write(
        "rows.csv",
        "\u{feff}Visitors;To;Place;When\nAda Berg;CH;Quay;2024-10-14\nBo Berg;CH;\"Old; new\";15.10.2024\n",
    );
    assert_eq!(counts(&desk.import(&["rows.csv"]).0), (2, 0, 0, 0));
    let after = desk.read("b.ron");
    for kept in ["// mine\n(title: \"T\", ", "actors: [\n  (id: \"ada\", kind: Person, name: \"Ada Berg\"), // she\n"] {
        assert!(after.contains(kept), "{after}");
    }
    assert_eq!(desk.field("visits", "visitors"), ["[\"ada\"]", "[\"bo-berg\"]"]);
    assert_eq!(desk.field("visits", "place"), ["Quay", "Old; new"]);
    assert_eq!(desk.field("visits", "when"), ["2024-10-14", "2024-10-15"]);
}

#[test]
fn heads_of_another_table_are_asked_about_and_never_guessed() {
    let desk = Desk::new();
    desk.write(
        "rows.tsv",
        "Name\tCountry\tVisited\tDate of visit\tCity\nAda Berg\tNorway\tSwitzerland\t2024-10-14\tGeneva\n",
    );
    let (report, said) = desk.import(&["rows.tsv"]);
    assert_eq!(counts(&report), (1, 0, 0, 0));
    assert!(said.contains("Column “Country” is not taken"), "{said}");
    assert_eq!((desk.field("visits", "to"), desk.field("visits", "place")), (vec!["CH".into()], vec!["Geneva".into()]));
}

#[test]
fn names_are_split_only_where_somebody_says_so() {
    let desk = Desk::new();
    desk.write("rows.csv", "Visitors,To\n\"Aquino, 3rd\",US\n\"Mesić; Račan\",US\n");
    let (_, said) = desk.import(&["rows.csv", "--dry-run"]);
    assert!(said.contains("1 cell with semicolons, such as “Mesić; Račan”, is taken for one name"), "{said}");
    desk.import(&["rows.csv", "--split", ";"]);
    assert_eq!(desk.field("visits", "visitors"), ["[\"aquino-3rd\"]", "[\"mesic\",\"racan\"]"]);
}

#[test]
fn a_column_of_doubtful_dates_waits_for_an_answer() {
    let desk = Desk::new();
    desk.write("rows.csv", "Visitors,When\nAda,03/04/2021\nBo,05/06/2021\n");
    let (report, said) = desk.import(&["rows.csv", "--dry-run"]);
    assert_eq!(counts(&report), (0, 0, 2, 0));
    assert!(said.contains("may have the day or the month first"), "{said}");
    assert_eq!(counts(&desk.import(&["rows.csv", "--dates", "day-first"]).0), (2, 0, 0, 0));
    assert_eq!(desk.field("visits", "when"), ["2021-04-03", "2021-06-05"]);
}

#[test]
fn spreadsheets_bring_what_they_show() {
    let desk = Desk::new();
    for (name, bytes) in [
        ("v.xlsx", include_bytes!("imported/visits.xlsx").as_slice()),
        ("v.ods", include_bytes!("imported/visits.ods").as_slice()),
    ] {
        desk.write(name, bytes);
        let (report, said) = desk.import(&[name, "--dry-run"]);
        assert_eq!(counts(&report), (4, 0, 1, 0), "{name}: {said}");
        assert!(said.contains("the cell shows “2 Jan”"), "{name}: {said}");
        assert!(said.contains("Not read: the sheets People, Empty"), "{name}: {said}");
        assert_eq!(report["aside"][0]["row"], 5, "{name}");
    }
}

#[test]
fn references_become_sources_once() {
    let desk = Desk::new();
    desk.write("library.bib", "@online{gaz1, title={A bridge}, journaltitle={The Gazette}, date={2024-10~}, url={https://example.org/1}}\n@misc{bad, title={x\n");
    let (report, _) = desk.import(&["library.bib"]);
    assert_eq!(counts(&report), (1, 0, 1, 0));
    assert_eq!(desk.field("sources", "id"), ["gaz1"]);
    assert_eq!(desk.field("sources", "published"), ["2024-10~"]);
    desk.write(
        "same.json",
        r#"[{"id": "other", "type": "webpage", "title": "A bridge", "URL": "http://www.example.org/1/"}]"#,
    );
    assert_eq!(counts(&desk.import(&["same.json"]).0), (0, 1, 0, 0));
}

#[test]
fn articles_are_held_whole() {
    let desk = Desk::new();
    let article =
        "A bridge is opened\n\n14 October 2024\n\nIt was opened by two ministers on Monday, said the mayor.\n";
    desk.write("one.txt", article);
    desk.write("two.txt", "Nothing tells its day\n\nThis is all that it says, and no more than that.\n");
    let (report, said) = desk.import(&["one.txt", "two.txt", "--as", "sources"]);
    assert_eq!(counts(&report), (2, 0, 0, 0));
    assert!(said.contains("one.txt: Published 2024-10-14") && said.contains("two.txt: No line tells when"), "{said}");
    assert_eq!(desk.field("sources", "title"), ["A bridge is opened", "Nothing tells its day"]);
    assert_eq!(counts(&desk.import(&["one.txt", "--as", "sources"]).0), (0, 1, 0, 0));
}

#[test]
fn a_folder_of_articles_is_held_at_once_among_other_files() {
    let desk = Desk::new();
    let article = |number: usize| format!("Article {number}\n\n{} May 2024\n\nIt says {number}.\n", number + 1);
    let names: Vec<String> = (0..5).map(|number| format!("{number}.txt")).collect();
    for (number, name) in names.iter().enumerate() {
        // The last says what the first does.
        desk.write(name, article(number % 4));
    }
    desk.write("library.bib", "@online{gaz1, title={A bridge}, journaltitle={The Gazette}}\n");
    let mut arguments: Vec<&str> = names.iter().map(String::as_str).collect();
    arguments.insert(2, "library.bib");
    arguments.extend(["--as", "sources"]);
    let (report, said) = desk.import(&arguments);
    assert_eq!(counts(&report), (5, 1, 0, 0), "{said}");
    assert!(said.contains("3.txt: Published 2024-05-04"), "{said}");
    let titles = desk.field("sources", "title");
    assert_eq!(titles, ["Article 0", "Article 1", "A bridge", "Article 2", "Article 3"], "in the order of the files");
    let ids: std::collections::BTreeSet<String> = desk.field("sources", "id").into_iter().collect();
    assert_eq!(ids.len(), 5, "each has an id of its own: {ids:?}");
}

#[test]
fn a_day_among_other_words_is_told_and_not_taken_for_that_of_an_article() {
    let desk = Desk::new();
    desk.write("one.txt", "A bridge\n\nIt was opened on 3 May 2020 by two ministers, said the mayor.\n");
    let (_, said) = desk.import(&["one.txt", "--as", "sources"]);
    assert!(said.contains("perhaps 2020-05-03, which stands in “It was opened"), "{said}");
    assert_eq!(desk.field("sources", "published"), [""]);
}

#[test]
fn what_was_exported_comes_in_again_without_its_sources() {
    let desk = Desk::new();
    visits(&desk);
    let out = desk.run(&["export", "b.ron", "--to", "csv", "--of", "visits", "--anyway"]);
    desk.write("out.csv", &out.stdout);
    fs::remove_file(desk.0.path().join("b.ron")).unwrap();
    let (report, said) = desk.import(&["out.csv"]);
    assert_eq!(counts(&report), (3, 0, 0, 0), "{said}");
    assert!(said.contains("3 cells cite sources that the briefing has not, such as “visits#2”"), "{said}");
    assert_eq!(desk.field("visits", "when"), ["2024-10-14/2024-10-16", "2024-11-02", "2024-12"]);
}

#[test]
fn rows_are_parted_as_somebody_says() {
    let desk = Desk::new();
    desk.write("rows.csv", "Visitors,To;Place\nAda,CH;Quay\n");
    let (_, said) = desk.import(&["rows.csv", "--delimiter", ",", "--dry-run"]);
    assert!(said.contains("Read as: Commas"), "{said}");
    desk.import(&["rows.csv", "--delimiter", ";", "--map", "place=2"]);
    assert_eq!(desk.field("visits", "place"), ["Quay"]);
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_written() {
    let desk = Desk::new();
    desk.write("empty.csv", "");
    desk.write("blank.csv", "\n;;\n");
    desk.write("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old");
    desk.write("torn.xlsx", &include_bytes!("imported/visits.xlsx")[..900]);
    desk.write("picture.csv", (0..=255_u8).cycle().take(4000).collect::<Vec<u8>>());
    for (file, words) in [
        ("empty.csv", "The file is empty"),
        ("blank.csv", "The file holds no rows"),
        ("old.xls", "save it as XLSX, ODS or CSV"),
        ("torn.xlsx", "The file is damaged"),
        ("none.csv", "there is no such file"),
        ("picture.csv", "The file is no text"),
    ] {
        let output = desk.run(&["import", file, "--into", "b.ron"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{file}: {said}");
        assert!(said.contains(words), "{file}: {said}");
        assert!(!desk.has("b.ron"));
    }
    desk.write("rows.csv", "Visitors,To\nAda,US\n");
    for (flags, words) in [
        (vec!["--map", "wen=When"], "has no field `wen`"),
        (vec!["--map", "when=Nowhere"], "there is no column “Nowhere”; there are “Visitors”, “To”"),
        (vec!["--split", "x"], "names are parted at one of"),
        (vec!["--delimiter", "x"], "cells are parted by one of"),
        (vec!["--encoding", "latin-77"], "There is no encoding “latin-77”"),
    ] {
        let mut arguments = vec!["import", "rows.csv", "--into", "b.ron"];
        arguments.extend(flags);
        let output = desk.run(&arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(words), "{said}");
        assert!(!desk.has("b.ron"));
    }
}

#[test]
fn rows_kept_aside_can_be_saved_to_be_mended() {
    let desk = Desk::new();
    desk.write("rows.csv", "Visitors,When\nAda,2024\n=Bo,31 Feb 2024\n");
    desk.import(&["rows.csv", "--aside", "aside.csv"]);
    // Where no row is new, those kept aside are saved all the same.
    desk.import(&["rows.csv", "--aside", "again.csv"]);
    let aside = desk.read("aside.csv");
    assert_eq!(desk.read("again.csv"), aside);
    assert!(
        aside.starts_with(
            "\"Visitors\",\"When\",\"File\",\"Row\",\"Reason\"\r\n\"'=Bo\",\"31 Feb 2024\",\"rows.csv\",\"3\","
        ),
        "{aside}"
    );
}

#[test]
fn a_title_stands_above_the_heads_and_an_error_of_a_spreadsheet_is_no_name() {
    let desk = Desk::new();
    desk.write(
        "log.csv",
        "Visits of 2024,,\n,,\nVisitors,To,Date\nAda Berg,CH,2024-10-14\n#N/A,CH,2024-10-15\nBo Nil,#REF!,2024-10-16\n",
    );
    let (report, told) = desk.import(&["log.csv"]);
    assert_eq!(counts(&report).0, 1);
    assert!(
        told.contains("Row 3 names the columns; what stands above it, such as “Visits of 2024”, is not taken"),
        "{told}"
    );
    assert!(
        told.contains("row 5 is kept aside: “Visitors”, “#N/A”: #N/A is an error that the spreadsheet shows"),
        "{told}"
    );
    assert!(told.contains("row 6 is kept aside: “To”, “#REF!”"), "{told}");
    assert_eq!(desk.field("actors", "name"), ["Ada Berg"]);
    assert_eq!(desk.field("visits", "cites").len(), 1);
}
