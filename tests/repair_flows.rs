//! Repairs in the real program: by the keyboard after F8, by the button in the Checks tab, each undone by one step.

mod program;

use dateline::ui::Start;
use egui::{Key, Modifiers};
use program::{Program, click, file, go_to, has, press, start};

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
    assert!(has(&program, "names `bo-lin`, which is not in this file"));
    click(&mut program, "Create the actor bo-lin, v visitors[0], line 5");
    assert!(!has(&program, "names `bo-lin`, which is not in this file"));
    press(&mut program, Modifiers::COMMAND, Key::Z);
    go_to(&mut program, "Checks");
    assert!(has(&program, "names `bo-lin`, which is not in this file"));
}

#[test]
fn after_going_to_a_problem_the_keyboard_mends_it() {
    let (_folder, mut program) = editing();
    press(&mut program, Modifiers::NONE, Key::F8);
    assert!(has(&program, "`country` of `ann` is `UK`"));
    assert!(has(&program, "Write GB, country"), "the repair stands beside the field");
    press(&mut program, Modifiers::COMMAND, Key::F8);
    assert!(!has(&program, "`country` of `ann` is `UK`"));
}

#[test]
fn the_palette_says_what_the_repair_would_do() {
    let (_folder, mut program) = editing();
    press(&mut program, Modifiers::NONE, Key::F8);
    press(&mut program, Modifiers::COMMAND, Key::K);
    assert!(has(&program, "Repair: Write GB"));
}
