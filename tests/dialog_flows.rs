//! Dialogs by keyboard: what Enter does, what Esc does, and what a stray press cannot do.

mod program;

use dateline::store::SettingsFile;
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, editing, file, find, go_to, has, press, saved, settle, start, start_with, words};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

const CITED: &str = r#"(
    title: "T",
    actors: [(id: "berg", kind: Person, name: "Mara Berg"), (id: "b-2", kind: Person, name: "M. Berg", aliases: ["Maria"])],
    visits: [
        (id: "v-1", visitors: ["berg"], to: "NO", when: "2031-04-01"),
        (id: "v-2", visitors: ["berg"], to: "NO", when: "2031-05-02"),
    ],
)
"#;

fn command(program: &mut Program, text: &str) {
    press(program, CTRL, Key::K);
    words(program, text);
    press(program, NONE, Key::Enter);
    settle(program);
}

#[test]
fn enter_deletes_nothing_and_what_goes_is_chosen_before() {
    let (_folder, path) = file(CITED);
    let mut program = editing(&path);
    find(&mut program, "Mara Berg");
    command(&mut program, "Delete");
    assert!(has(&program, "Delete Mara Berg?"));
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(has(&program, "Actors 2"), "Enter pressed what changes nothing");
    command(&mut program, "Delete");
    click(&mut program, "Delete them too");
    click(&mut program, "Delete 3 records");
    settle(&mut program);
    assert!(has(&program, "Actors 1") && has(&program, "Visits 0"));
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert_eq!(saved(&mut program, &path), CITED, "one step");
}

#[test]
fn the_spellings_that_stay_after_a_merge_are_ticked() {
    let (_folder, path) = file(CITED);
    let mut program = editing(&path);
    find(&mut program, "Mara Berg");
    command(&mut program, "Merge…");
    words(&mut program, "M. Berg");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(has(&program, "Mara Berg is also found by the spellings that are ticked"));
    click(&mut program, "Maria");
    click(&mut program, "Merge");
    settle(&mut program);
    assert!(saved(&mut program, &path).contains(r#"aliases: ["M. Berg"]"#));
}

#[test]
fn a_click_beside_a_dialog_loses_nothing_that_was_typed() {
    let (_folder, path) = file(CITED);
    let mut program = editing(&path);
    press(&mut program, CTRL, Key::H);
    words(&mut program, "Berg");
    program.event(Event::PointerMoved(egui::pos2(20.0, 700.0)));
    program.event(Event::PointerButton {
        pos: egui::pos2(20.0, 700.0),
        button: egui::PointerButton::Primary,
        pressed: true,
        modifiers: NONE,
    });
    program.event(Event::PointerButton {
        pos: egui::pos2(20.0, 700.0),
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: NONE,
    });
    program.run_ok();
    settle(&mut program);
    let typed = program.get_by_role_and_label(Role::TextInput, "Find").accesskit_node().value();
    assert_eq!(typed.as_deref(), Some("Berg"));
    // Enter in its field looks on; only Ctrl+Enter replaces.
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(has(&program, "Find and replace"));
    press(&mut program, NONE, Key::Escape);
    assert!(!has(&program, "Find and replace"));
}

#[test]
fn what_a_dialog_tells_of_changes_has_names_and_no_ids() {
    let (folder, path) = file(CITED);
    let mut program = start_with(Start::File(path.clone()), SettingsFile::in_folder(folder.path()));
    press(&mut program, CTRL, Key::E);
    find(&mut program, "Mara Berg to Norway");
    program.get_by_role_and_label(Role::TextInput, "Place").focus();
    program.run_ok();
    words(&mut program, "Oslo");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    saved(&mut program, &path);
    command(&mut program, "Versions");
    assert!(has(&program, "place from “Oslo” to nothing"));
    assert!(!has(&program, "visit v-1"));
}

#[test]
fn a_tip_that_was_open_does_not_stay_over_a_dialog() {
    let mut program = start(Start::Sample);
    let tip = "What an article says, as records to accept or refuse one by one";
    go_to(&mut program, "Sources");
    settle(&mut program);
    assert!(!has(&program, tip));
    program.get_all_by_role_and_label(Role::Button, "Read into records…").last().unwrap().hover();
    for _ in 0..120 {
        program.step();
        if has(&program, tip) {
            break;
        }
    }
    assert!(has(&program, tip));
    for keys in [Key::F1, Key::Comma] {
        let modifiers = if keys == Key::F1 { NONE } else { CTRL };
        press(&mut program, modifiers, keys);
        settle(&mut program);
        assert!(!has(&program, tip), "it lies over the dialog");
        press(&mut program, NONE, Key::Escape);
    }
}
