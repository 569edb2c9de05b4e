//! What is left out, or stands on nobody's words but ours, is said: in the note, in counts, on standard error.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use dateline::export::{self, NoteOptions, Template};
use dateline::index::{Index, Reader};
use dateline::model::{Briefing, Marking, TlpLevel};
use dateline::store;
use serde_json::Value;

/// A briefing with a record of each kind, all of them linked; `extra` is added to every record.
fn briefing(extra: impl Fn(&str) -> String) -> String {
    let record = |id: &str, fields: &str| format!("(id: \"{id}\", {fields}, {}),", extra(id));
    format!(
        "(title: \"Talks\",
  sources: [{}],
  actors: [{}{}],
  roles: [{}],
  visits: [{}],
  statements: [{}],
  relations: [{}],
  judgements: [{}],
  conflicts: [{}],
)",
        record("paper", "publisher: \"The Paper\", held: true"),
        record("ann", "kind: Person, name: \"Ann Berg\", country: \"NO\""),
        record("ministry", "kind: PublicBody, name: \"The Ministry\""),
        record("r-ann", "person: \"ann\", org: \"ministry\", title: \"Envoy\""),
        record(
            "v-bern",
            "visitors: [\"ann\"], to: \"CH\", when: \"2024-05-02\", level: Minister, mode: InPerson, cites: [\"paper\"]"
        ),
        record("s-ann", "speaker: \"ann\", content: [Para(\"It went well\")], event: \"v-bern\", cites: [\"paper\"]"),
        record(
            "rel-works",
            "kind: Membership, between: [\"ann\", \"ministry\"], scope: \"Abroad\", cites: [\"paper\"]"
        ),
        record("j-more", "text: \"More will follow.\", supports: [\"v-bern\"]"),
        record(
            "c-day",
            "about: \"v-bern\", field: \"when\", sides: [(value: \"2024-05-02\"), (value: \"2024-05-03\")]"
        ),
    )
}

fn read(text: &str) -> Briefing {
    let loaded = store::load(text.to_owned()).map_err(|(error, _)| error).unwrap();
    assert_eq!(loaded.problems, [], "{text}");
    loaded.briefing
}

fn note(briefing: &Briefing, options: &NoteOptions) -> String {
    let index = Index::build(briefing);
    let options = NoteOptions { template: Template::Full, ..options.clone() };
    export::note(&Reader::new(briefing, &index), &options).unwrap()
}

fn section<'a>(note: &'a str, head: &str) -> &'a str {
    let after = note.split_once(&format!("\n## {head}\n")).unwrap().1;
    after.split("\n## ").next().unwrap()
}

#[test]
fn the_note_of_every_kind_of_record_reaches_its_place_once() {
    let written = note(&read(&briefing(|id| format!("note: \"Caveat of {id}\""))), &NoteOptions::default());
    for (id, head) in [
        ("paper", "Sources"),
        ("ann", "Actors"),
        ("ministry", "Actors"),
        ("r-ann", "Actors"),
        ("v-bern", "Visits"),
        ("s-ann", "What they said"),
        ("rel-works", "Relations"),
        ("j-more", "Key judgements"),
        ("c-day", "Disputed facts"),
    ] {
        let caveat = format!("Caveat of {id}.");
        assert!(section(&written, head).contains(&caveat), "{id} in {head}: {written}");
        assert_eq!(written.matches(&caveat).count(), 1, "{id}: {written}");
    }
}

#[test]
fn a_field_that_no_source_states_is_never_printed_as_a_plain_fact() {
    let ours = |id: &str| match id {
        "ann" => "our_reading: [\"country\"], part_of: \"ministry\"",
        "r-ann" => "our_reading: [\"title\"]",
        "v-bern" => "our_reading: [\"level\", \"when\", \"to\", \"mode\"]",
        "s-ann" => {
            "cue: \"in spring\", about: [\"ann\"], via: [\"paper\"], our_reading: [\"event\", \"content\", \"cue\", \"about\", \"via\"]"
        }
        "rel-works" => "our_reading: [\"scope\"]",
        "paper" => "our_reading: [\"publisher\"]",
        "j-more" => "our_reading: [\"supports\"]",
        "c-day" => "our_reading: [\"sides\"]",
        _ => "note: \"\"",
    };
    let written = note(&read(&briefing(|id| ours(id).to_owned())), &NoteOptions::default());
    for (head, words) in [
        ("Actors", "Our reading, which no source states: country."),
        ("Visits", "Our reading, which no source states: mode."),
        ("Actors", "Envoy, The Ministry (our reading)"),
        ("Visits", "| 2 May 2024 (our reading); disputed |"),
        ("Visits", "Norway (our reading) → Switzerland (our reading)"),
        ("Visits", "Minister (our reading)"),
        ("What they said", "visit of Ann Berg to Switzerland (our reading)"),
        ("What they said", "Our reading, which no source states: content, cue, what it is about and via."),
        ("Relations", "Abroad. (our reading)"),
        ("Sources", "Our reading, which no source states: publisher."),
        ("Key judgements", "Our reading, which no source states: evidence for."),
        ("Disputed facts", "Our reading, which no source states: sides."),
    ] {
        assert!(section(&written, head).contains(words), "{words}: {written}");
    }
}

#[test]
fn what_a_judgement_rests_on_without_a_source_is_said() {
    let text =
        "(title: \"T\", sources: [(id: \"p\", publisher: \"P\")], actors: [(id: \"a\", kind: Person, name: \"Ann\")],
        visits: [(id: \"v\", visitors: [\"a\"], to: \"NO\", when: \"2024\", cites: [\"p\"]),
                 (id: \"w\", visitors: [\"a\"], to: \"CH\", when: \"2024\")],
        judgements: [(id: \"j\", text: \"J\", supports: [\"v\", \"w\"])])";
    let written = note(&read(text), &NoteOptions::default());
    assert!(
        written.contains(
            "Rests on 2 records, of 1 independent origin: Ann to Norway[^1]; Ann to Switzerland (not sourced)."
        ),
        "{written}"
    );
}

#[test]
fn an_inferred_year_is_inferred_also_through_other_dates() {
    let text = "(title: \"T\", actors: [(id: \"a\", kind: Person, name: \"Ann\")], visits: [
        (id: \"v1\", visitors: [\"a\"], to: \"NO\", when: (edtf: \"2024-10-14\", basis: YearFromPublication)),
        (id: \"v2\", visitors: [\"a\"], to: \"CH\", when: (edtf: \"2024-09-14\", basis: Relative(to: \"v1\", offset: \"-P1M\"))),
        (id: \"v3\", visitors: [\"a\"], to: \"SE\", when: (edtf: \"2024-08-14/..\", basis: Relative(to: \"v2\", offset: \"-P1M\"))),
        (id: \"v4\", visitors: [\"a\"], to: \"DK\", when: (edtf: \"2024-08-15\", basis: Stated)),
        (id: \"v5\", visitors: [\"a\"], to: \"FI\", when: (edtf: \"2024-08-16\", basis: NearestPast(\"v5\"))),
    ], conflicts: [(id: \"c\", about: \"v2\", field: \"when\", sides: [(value: \"2024-09-14\"), (value: \"2024-09-13\")])])";
    let written = note(&read(text), &NoteOptions::default());
    for date in [
        "| 14 Oct 2024 (year inferred) |",
        "| 14 Sept 2024 (year inferred); disputed |",
        "| 14 Aug 2024 (year inferred) – ongoing |",
        "| 15 Aug 2024 |",
        "| 16 Aug 2024 (year inferred) |",
        "  - 13 Sept 2024 (year inferred)",
    ] {
        assert!(written.contains(date), "{date}: {written}");
    }
}

#[test]
fn other_spellings_are_credited_to_a_source_only_where_it_has_them() {
    let text = "(title: \"T\", sources: [(id: \"p\", publisher: \"P\", excerpts: [(para: 2, text: \"the ABCD and Anja Berg\")])],
        actors: [(id: \"a\", kind: Person, name: \"Ánja Berg\", names: [(text: \"Анја Берг\")], aliases: [\"Anja Berg\", \"ABC\"],
                  cites: [\"p#2\"])])";
    let written = note(&read(text), &NoteOptions::default());
    let line = "**Ánja Berg**, person.[^1] In the source: “Anja Berg”. Other names, not from the words we hold: Анја Берг, ABC.\n";
    assert!(written.contains(line), "{written}");
}

const LOST: &str = "(title: \"T\",
  sources: [(id: \"p\", publisher: \"P\")],
  visits: [
    (id: \"v\", visitors: [\"a\"], to: \"NO\", when: \"2024\"),
    (id: \"secret\", visitors: 7),
  ],
)";

fn run(arguments: &[&str]) -> Output {
    run_on(LOST, arguments)
}

fn run_on(text: &str, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_record_that_could_not_be_read_is_told_by_every_command() {
    let told = "<stdin>: 1 record of this file could not be read and is left out: a visit (line 5)\n";
    for arguments in [
        &["check", "-"][..],
        &["check", "-", "--format", "json"],
        &["count", "-"],
        &["count", "-", "--format", "json"],
        &["export", "-", "--to", "markdown"],
        &["export", "-", "--to", "json"],
        &["export", "-", "--to", "svg"],
    ] {
        let output = run(arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
    let counts: Value = serde_json::from_slice(&run(&["count", "-", "--format", "json"]).stdout).unwrap();
    assert_eq!(counts["unreadable"].as_array().unwrap().len(), 1);
    assert_eq!((&counts["unreadable"][0]["kind"], &counts["unreadable"][0]["line"]), (&"visit".into(), &5.into()));
}

#[test]
fn the_note_says_first_what_it_had_to_leave_out_and_tells_nobody_its_words() {
    let loaded = store::load(LOST.to_owned()).map_err(|(error, _)| error).unwrap();
    let line = "# T\n\n**1 record of this file could not be read and is left out**: a visit (line 5).\n";
    for marking in [None, Some(TlpLevel::Clear)] {
        let mut briefing = loaded.briefing.clone();
        // Something is withheld for its marking, so that the note is written from a part of the briefing.
        let mut strict = (*briefing.sources[0].record).clone();
        strict.marking = Some(Marking::Tlp(TlpLevel::Red));
        briefing.sources[0].record = Arc::new(strict);
        let written = note(&briefing, &NoteOptions { marking, ..NoteOptions::default() });
        assert!(written.contains(line), "{written}");
        assert!(!written.contains("secret"), "{written}");
    }
}

/// Lists that are none, lists of unknown names, and fields that do not read, each with what is said of them.
const LOST_FIELDS: [(&str, &str); 5] = [
    ("visits: 7", "1 list of this file could not be read and is left out: `visits`"),
    ("visits: (id: \"v\")", "1 list of this file could not be read and is left out: `visits`"),
    (
        "vists: [(id: \"v\", to: \"NO\"), (id: \"w\")]",
        "1 list of this file has a name that Dateline does not know and is left out: `vists` (2 records; did you mean `visits`?)",
    ),
    (
        "journeys: [(id: \"v\", to: \"NO\")]",
        "1 list of this file has a name that Dateline does not know and is left out: `journeys` (1 record)",
    ),
    ("as_of: 7, gaps: \"none\"", "2 fields of this file could not be read and are left out: `as_of`, `gaps`"),
];

#[test]
fn a_list_or_a_field_that_could_not_be_read_is_told_like_a_record() {
    for (field, told) in LOST_FIELDS {
        let text = format!("(title: \"T\", marking: Clear, {field})");
        for arguments in [&["check", "-"][..], &["count", "-"], &["export", "-", "--to", "markdown"]] {
            let error = String::from_utf8(run_on(&text, arguments).stderr).unwrap();
            assert!(error.contains(&format!("<stdin>: {told}\n")), "{arguments:?}: {error}");
        }
        let counts: Value = serde_json::from_slice(&run_on(&text, &["count", "-", "--format", "json"]).stdout).unwrap();
        let names: Vec<&str> =
            counts["left_out"].as_array().unwrap().iter().map(|lost| lost["field"].as_str().unwrap()).collect();
        let are_told = names.iter().all(|name| told.contains(&format!("`{name}`")));
        assert!(are_told && names.len() == told[..1].parse::<usize>().unwrap(), "{names:?}");
        let json = String::from_utf8(run_on(&text, &["export", "-", "--to", "json", "--anyway"]).stdout).unwrap();
        assert_eq!(json.matches("\n  \"visits\":").count(), 1, "{json}");
        let briefing = store::load(text).map_err(|(error, _)| error).unwrap().briefing;
        let (words, names) = told.split_once(": ").unwrap();
        for marking in [None, Some(TlpLevel::Clear)] {
            let mut briefing = briefing.clone();
            briefing.header.marking = marking.map(|_| Marking::Tlp(TlpLevel::Red));
            let written = note(&briefing, &NoteOptions { marking, ..NoteOptions::default() });
            assert!(written.contains(&format!("**{words}**: {names}")), "{written}");
        }
    }
    let whole = "(title: \"T\", colour: \"red\", tags: [\"a\"], visits: None)";
    assert!(run_on(whole, &["count", "-"]).stderr.is_empty(), "one unknown field is the matter of a rule");
}

#[test]
fn a_visit_without_a_destination_is_named_where_it_is_counted() {
    let text = "(title: \"T\", actors: [(id: \"a\", kind: Person, name: \"Ann\")],
        visits: [(id: \"v\", visitors: [\"a\"], when: \"2024\"), (id: \"w\", visitors: [\"a\"], to: \"NO\", when: \"2024\"),
                 (id: \"p\", visitors: [\"a\"], when: \"2024\", status: Planned)])";
    let output = run_on(text, &["count", "-", "--format", "json"]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("<stdin>: 1 visit without a destination is counted: `v`\n"), "{error}");
    let counts: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(counts["without_destination"], serde_json::json!(["v"]));
    let briefing = store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
    let written = note(&briefing, &NoteOptions::default());
    assert!(written.contains("Among them 1 visit without a destination (Ann, 2024)."), "{written}");
    let found = String::from_utf8(run_on(text, &["check", "-"]).stdout).unwrap();
    assert!(found.contains("until then it is counted as a visit without a destination"), "{found}");
    let whole = text.replace("(id: \"v\", visitors: [\"a\"],", "(id: \"v\", visitors: [\"a\"], to: \"SE\",");
    assert!(run_on(&whole, &["count", "-"]).stderr.is_empty());
}
