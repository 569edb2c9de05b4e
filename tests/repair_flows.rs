//! Repairs in the real program: by the keyboard after F8, by the button in the Checks tab, each undone by one step.

mod program;

use dateline::ui::Start;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use program::{Program, click, file, go_to, has, press, settle, start};

const BRIEFING: &str = r#"(
    title: "T", marking: Clear,
    actors: [(id: "ann", kind: Person, name: "Ann", country: "UK")],
    sources: [(id: "s", publisher: "P", url: "https://example.org/")],
    visits: [(id: "v", visitors: ["bo-lin"], lead: "ann", to: "RS", when: "14.10.2024", cites: ["s"])],
)"#;

fn editing() -> (tempfile::TempDir, Program) {
    let (folder, path) = file(BRIEFING);
    let mut program = start(Start::File(path));
    press(&mut program, Modifiers::COMMAND, Key::E);
    (folder, program)
}

#[test]
fn a_repair_in_the_checks_tab_mends_its_finding_and_one_undo_brings_it_back() {
    let (_folder, mut program) = editing();
    go_to(&mut program, "Checks");
    assert!(has(&program, "names “bo-lin”, which is not in this file"));
    let repair = program.query_all_by_label_contains("Create the actor bo-lin, ").next();
    repair.unwrap().click();
    program.run_ok();
    assert!(!has(&program, "names “bo-lin”, which is not in this file"));
    press(&mut program, Modifiers::COMMAND, Key::Z);
    go_to(&mut program, "Checks");
    assert!(has(&program, "names “bo-lin”, which is not in this file"));
}

#[test]
fn after_going_to_a_problem_the_keyboard_mends_it() {
    let (_folder, mut program) = editing();
    press(&mut program, Modifiers::NONE, Key::F8);
    assert!(has(&program, " is “UK”"));
    assert!(has(&program, "Write GB, country"), "the repair stands beside the field");
    press(&mut program, Modifiers::COMMAND, Key::F8);
    assert!(!has(&program, " is “UK”"));
}

#[test]
fn the_palette_says_what_the_repair_would_do() {
    let (_folder, mut program) = editing();
    press(&mut program, Modifiers::NONE, Key::F8);
    press(&mut program, Modifiers::COMMAND, Key::K);
    assert!(has(&program, "Repair: Write GB"));
}

/// An actor that is not there, and two dates that are written in other ways.
const TWO_DATES: &str = r#"(
    title: "T",
    marking: Clear,
    sources: [(id: "s", publisher: "P", url: "https://example.org/a")],
    visits: [
        (id: "v-one", visitors: ["li-xiaoxin"], to: "RS", when: "14.10.2024", cites: ["s"]),
        (id: "v-two", visitors: ["li-xiaoxin"], to: "CN", when: "2024/10/20", cites: ["s"]), // as the source has it
    ],
)
"#;

#[test]
fn the_problem_behind_a_mended_one_is_the_next() {
    let (_folder, path) = file(TWO_DATES);
    let mut program = start(Start::File(path));
    press(&mut program, Modifiers::COMMAND, Key::E);
    press(&mut program, Modifiers::NONE, Key::F8);
    press(&mut program, Modifiers::COMMAND, Key::K);
    program.event(Event::Text("repair".to_owned()));
    program.run_ok();
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert!(has(&program, "Actors 1"), "the palette mended the problem that F8 went to");
    press(&mut program, Modifiers::NONE, Key::F8);
    click(&mut program, "Write 2024-10-14, date");
    assert!(program.query_by_label("Write 2024-10-14, date").is_none());
    for _ in 0..2 {
        press(&mut program, Modifiers::COMMAND, Key::Z);
    }
    assert!(has(&program, "Actors 0"));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads what the program wrote")]
fn all_findings_of_a_rule_are_mended_by_one_button_and_one_undo_gives_the_file_back_to_the_byte() {
    let (_folder, path) = file(TWO_DATES);
    let mut program = start(Start::File(path.clone()));
    go_to(&mut program, "Checks");
    assert!(!has(&program, "Repair 2"), "nothing is offered while viewing");
    press(&mut program, Modifiers::COMMAND, Key::E);
    click(&mut program, "Repair 2: Not a date");
    assert!(!has(&program, "Not a date"));
    press(&mut program, Modifiers::COMMAND, Key::S);
    settle(&mut program);
    let saved = std::fs::read_to_string(&path).unwrap();
    assert_eq!(saved, TWO_DATES.replace("14.10.2024", "2024-10-14").replace("2024/10/20", "2024-10-20"));
    press(&mut program, Modifiers::COMMAND, Key::Z);
    press(&mut program, Modifiers::COMMAND, Key::S);
    settle(&mut program);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), TWO_DATES);
}
