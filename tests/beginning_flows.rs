//! What a new record begins with, what is left alone when words are replaced, and what is said of what is missing: by
//! keyboard, on the real program.

#![expect(clippy::panic, reason = "a test fails by panicking")]

mod program;

use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use program::{Program, click, editing, file, find, go_to, has, press, saved, settle, start, words};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

const TEXT: &str = r#"(
    title: "The old bridge", // mine
    bottom_line: "The old bridge carries the old road.",
    sources: [
        (id: "paper", publisher: "The Paper", lang: "en", published: "2031-05-20", held: true,
            text: ["Old friends", "", "Ana Orlen arrived in Port Ember, Dovria, on 3 May and met Ben Tarr."]),
    ],
    actors: [
        (id: "ana", kind: Person, name: "Ana Orlen"),
        (id: "ben", kind: Person, name: "Ben Tarr", note: "An old hand"),
        (id: "dovria", kind: Country, name: "Dovria", iso: "RS"),
    ],
    visits: [
        (id: "v", visitors: ["ana"], to: "dovria", when: "2031-05-03", channels: [Business], level: Minister, cites: ["paper#2"]),
        (id: "w", visitors: ["ben"], to: "dovria", when: "2031"),
    ],
    statements: [
        (id: "s", speaker: "ana", medium: Speech, content: [Para("on the old days,"), Said("old friends stay")], cites: ["paper#0"]),
    ],
    judgements: [
        (id: "j", key: true, text: "They will meet again.", supports: ["v", "w", "w"], contradicts: ["s"], alternatives: ["Chance."]),
    ],
)
"#;

fn command(program: &mut Program, what: &str) {
    press(program, CTRL, Key::K);
    words(program, what);
    press(program, NONE, Key::Enter);
    settle(program);
}

/// The line of a file that a record stands on.
fn line_of<'a>(text: &'a str, id: &str) -> &'a str {
    text.lines().find(|line| line.contains(&format!("id: \"{id}\""))).unwrap_or_else(|| panic!("no {id} in {text}"))
}

#[test]
fn a_new_record_takes_nothing_of_the_one_that_is_selected_and_the_filter_as_chips() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    find(&mut program, "Ana Orlen to Dovria");
    command(&mut program, "New visit");
    assert!(!has(&program, "From the filter and the selection"), "a visit says nothing of another");
    let text = saved(&mut program, &path);
    let new = text.split("when: \"2031\"),").nth(1).unwrap().split("statements:").next().unwrap();
    assert!(new.contains("(id: "), "{text}");
    assert!(!new.contains("Business") && !new.contains("cites") && !new.contains("dovria"), "{new}");

    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    find(&mut program, "Ana Orlen");
    command(&mut program, "New statement");
    assert!(has(&program, "From the filter and the selection"), "she is its speaker");
    let text = saved(&mut program, &path);
    assert!(text.contains("speaker: \"ana\"),") || text.contains("speaker: \"ana\")"), "{text}");
    click(&mut program, "Take off Speaker Ana Orlen");
    settle(&mut program);
    assert!(!has(&program, "From the filter and the selection"));
    let text = saved(&mut program, &path);
    assert_eq!(text.matches("speaker: \"ana\"").count(), 1, "{text}");
}

#[test]
fn v_makes_a_visit_with_the_names_and_the_date_of_the_selected_words() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    go_to(&mut program, "Sources");
    click(&mut program, "Read");
    settle(&mut program);
    program.get_by_label("Words of paragraph 2").focus();
    program.run_ok();
    press(&mut program, CTRL, Key::A);
    words(&mut program, "v");
    settle(&mut program);
    let text = saved(&mut program, &path);
    let new = text.split("visits: [").nth(1).unwrap().split("statements:").next().unwrap();
    let new = new.split("when: \"2031\"),").nth(1).unwrap();
    for part in [
        "visitors: [\"ana\"]",
        "met: [\"ben\"]",
        "to: \"dovria\"",
        "place: \"Port Ember\"",
        "edtf: \"2031-05-03\"",
        "basis: YearFromPublication",
    ] {
        assert!(new.contains(part), "{part} is not in {new}");
    }
}

#[test]
fn replacing_words_leaves_those_of_a_source_alone_until_each_is_ticked() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    press(&mut program, CTRL, Key::H);
    words(&mut program, "old");
    settle(&mut program);
    assert!(has(&program, "Briefing: title") && has(&program, "Briefing: bottom line, 2 hits"));
    assert!(has(&program, "2 places of a source’s own words: tick each that is to change"));
    click(&mut program, "Tick all");
    program.get_by_role_and_label(Role::TextInput, "Replace with").focus();
    program.run_ok();
    words(&mut program, "stone");
    press(&mut program, CTRL, Key::Enter);
    let text = saved(&mut program, &path);
    for part in [
        "title: \"The stone bridge\", // mine",
        "bottom_line: \"The stone bridge carries the stone road.\"",
        "text: [\"Old friends\"",
        "Para(\"on the stone days,\"), Said(\"old friends stay\")",
        "note: \"An stone hand\"",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    press(&mut program, CTRL, Key::Z);
    assert_eq!(saved(&mut program, &path), TEXT, "one step");

    press(&mut program, CTRL, Key::H);
    words(&mut program, "old");
    settle(&mut program);
    click(&mut program, "Tick none");
    let said = program.get_by_label_contains("words said (a source’s own words)");
    said.click();
    program.run_ok();
    assert!(has(&program, "Replace in 1 place"));
    program.get_by_role_and_label(Role::TextInput, "Replace with").focus();
    program.run_ok();
    words(&mut program, "good");
    press(&mut program, CTRL, Key::Enter);
    let text = saved(&mut program, &path);
    assert!(text.contains("Para(\"on the old days,\"), Said(\"good friends stay\")"), "{text}");
    assert!(text.contains("text: [\"Old friends\"") && text.contains("title: \"The old bridge\""), "{text}");
}

#[test]
fn the_overview_counts_what_is_cited_for_and_against_and_what_is_not_sourced() {
    let (_folder, path) = file(TEXT);
    let mut program = start(Start::File(path));
    go_to(&mut program, "Overview");
    settle(&mut program);
    let links = |program: &Program, words: &str| program.query_by_role_and_label(Role::Link, words).is_some();
    assert!(links(&program, "1 visit") && links(&program, "1 statement") && links(&program, "1 source"));
    assert!(has(&program, "Not sourced: 1 visit"));
    assert!(links(&program, "2 records for it, of 1 independent origin; 1 against, of 1 origin; 1 not sourced"));
}

#[test]
fn records_that_could_not_be_read_stand_before_all_else_until_they_are_mended() {
    let (_folder, path) = file(&TEXT.replace("visitors: [\"ben\"]", "visitors: 7"));
    let mut program = start(Start::File(path.clone()));
    go_to(&mut program, "Overview");
    settle(&mut program);
    let lost = "1 record of this file could not be read and is left out";
    assert!(has(&program, lost) && has(&program, "a visit (line 15)"));
    click(&mut program, "Show what is wrong");
    settle(&mut program);
    assert!(has(&program, "This visit could not be read, line 15"));
    let (_folder, whole) = file(TEXT);
    let mut program = start(Start::File(whole));
    go_to(&mut program, "Overview");
    assert!(!has(&program, lost));
}

#[test]
fn what_is_our_reading_is_chosen_in_the_form_and_shown_on_the_page() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    find(&mut program, "Ana Orlen to Dovria");
    program.get_by_role_and_label(Role::ComboBox, "Add field…").focus();
    program.run_ok();
    press(&mut program, Modifiers::NONE, Key::Enter);
    program.get_by_role_and_label(Role::MenuItem, "Our reading").click();
    settle(&mut program);
    program.get_all_by_label_contains("Our reading").last().unwrap().focus();
    program.run_ok();
    // The first letter of a field's label is enough.
    words(&mut program, "c");
    settle(&mut program);
    let text = saved(&mut program, &path);
    assert!(line_of(&text, "v").contains("our_reading: [\"channels\"]"), "{text}");
    press(&mut program, CTRL, Key::E);
    settle(&mut program);
    assert!(has(&program, "no source states it"));
}
