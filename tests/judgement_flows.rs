//! Evidence and judgements on the real program: counted by key from any tab, and in a table of one by the other.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, file, go_to, has, press, settle, start, words};

const CTRL: Modifiers = Modifiers::COMMAND;

const TEXT: &str = r#"(
    title: "T",
    actors: [(id: "a", kind: Person, name: "Ana")],
    visits: [
        (id: "v", visitors: ["a"], to: "RS", place: "Belgrade", when: "2024-10-14"),
        (id: "w", visitors: ["a"], to: "HU", place: "Budapest", when: "2024-10-15"),
        (id: "x", visitors: ["a"], to: "SK", place: "Bratislava", when: "2024-10-16"),
    ],
    judgements: [
        (id: "closer", text: "They draw closer", likelihood: Likely, supports: ["v", "w"]),
        (id: "routine", text: "All of it is routine", likelihood: Unlikely, supports: ["w"]), // the rival
    ],
)
"#;

fn saved(program: &mut Program, path: &std::path::Path) -> String {
    press(program, CTRL, Key::S);
    settle(program);
    dateline::store::read_file(path).unwrap()
}

fn cell(evidence: &str, judgement: &str, says: &str) -> String {
    format!("{evidence} · {judgement}: {says}")
}

#[test]
fn a_cell_goes_round_by_click_and_by_key_and_the_rows_stay_where_they_are() {
    let (_folder, path) = file(TEXT);
    let mut program = start(Start::File(path.clone()));
    go_to(&mut program, "Judgements");
    click(&mut program, "Evidence");
    let (belgrade, budapest) = ("Ana to Belgrade", "Ana to Budapest");
    let (closer, routine) = ("They draw closer", "All of it is routine");
    assert!(has(&program, &cell(budapest, routine, "consistent")));
    click(&mut program, &cell(belgrade, routine, "neutral"));
    assert!(has(&program, &cell(belgrade, routine, "neutral")), "viewing changes nothing");

    press(&mut program, CTRL, Key::E);
    let top = |program: &Program, label: String| program.get_by_label(&label).rect().top();
    assert!(
        top(&program, cell(belgrade, closer, "consistent")) < top(&program, cell(budapest, closer, "consistent")),
        "what tells the judgements apart stands first"
    );
    program.get_by_label(&cell(budapest, routine, "consistent")).focus();
    program.run_ok();
    words(&mut program, "-");
    settle(&mut program);
    assert!(has(&program, &format!("{routine}: 0 for · 1 against")));
    assert!(
        top(&program, cell(belgrade, closer, "consistent")) < top(&program, cell(budapest, closer, "consistent")),
        "no row moves while it is being judged"
    );
    click(&mut program, "Most telling first");
    assert!(top(&program, cell(belgrade, closer, "consistent")) > top(&program, cell(budapest, closer, "consistent")));
    click(&mut program, &cell(belgrade, routine, "neutral"));
    settle(&mut program);
    click(&mut program, &cell(belgrade, routine, "consistent"));
    settle(&mut program);
    let text = saved(&mut program, &path);
    let line = r#"text: "All of it is routine", likelihood: Unlikely, contradicts: ["w", "v"]), // the rival"#;
    assert!(text.contains(line), "{text}");
    for _ in 0..3 {
        press(&mut program, CTRL, Key::Z);
        settle(&mut program);
    }
    assert_eq!(saved(&mut program, &path), TEXT);
}

#[test]
fn selected_rows_speak_for_the_judgement_looked_at_last() {
    let (_folder, path) = file(TEXT);
    let mut program = start(Start::File(path.clone()));
    press(&mut program, CTRL, Key::E);
    go_to(&mut program, "Judgements");
    click(&mut program, "Evidence");
    click(&mut program, "All of it is routine: 1 for · 0 against");
    press(&mut program, CTRL, Key::Num3);
    settle(&mut program);
    click(&mut program, "Table");
    settle(&mut program);
    press(&mut program, CTRL, Key::A);
    press(&mut program, CTRL | Modifiers::SHIFT, Key::J);
    settle(&mut program);
    let text = saved(&mut program, &path);
    assert!(text.contains(r#"likelihood: Unlikely, contradicts: ["v", "w", "x"]"#), "{text}");
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert_eq!(saved(&mut program, &path), TEXT, "one step");
}

#[test]
fn a_record_that_says_nothing_yet_is_brought_into_the_table() {
    let (_folder, path) = file(TEXT);
    let mut program = start(Start::File(path));
    press(&mut program, CTRL, Key::E);
    go_to(&mut program, "Judgements");
    click(&mut program, "Evidence");
    assert!(!has(&program, "Ana to Bratislava · "));
    program.get_by_role_and_label(Role::TextInput, "Add evidence").focus();
    program.run_ok();
    words(&mut program, "Bratislava");
    press(&mut program, Modifiers::NONE, Key::Enter);
    settle(&mut program);
    assert!(has(&program, &cell("Ana to Bratislava", "They draw closer", "neutral")));
}

#[test]
fn the_scale_of_likelihood_stands_under_its_field_and_is_clicked() {
    let (_folder, path) = file(TEXT);
    let mut program = start(Start::File(path.clone()));
    press(&mut program, CTRL, Key::E);
    press(&mut program, CTRL, Key::F);
    words(&mut program, "routine");
    press(&mut program, Modifiers::NONE, Key::Enter);
    settle(&mut program);
    let scales: Vec<_> = program.get_all_by_label("Unlikely, 20–45 %").map(|scale| scale.rect()).collect();
    let scale = scales.iter().find(|rect| rect.left() > 900.0).unwrap();
    let at = egui::pos2(scale.left() + scale.width() * 0.9, scale.center().y);
    program.hover_at(at);
    program.run_ok();
    for pressed in [true, false] {
        program.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        program.run_ok();
    }
    settle(&mut program);
    let text = saved(&mut program, &path);
    assert!(text.contains(r#"text: "All of it is routine", likelihood: VeryLikely"#), "{text}");
}

fn row_at(program: &Program, words: &str) -> egui::Pos2 {
    let is_it = |row: &egui_kittest::Node<'_>| row.accesskit_node().label().is_some_and(|label| label.contains(words));
    program.get_all_by_role(Role::Row).find(is_it).unwrap().rect().center()
}

/// Takes the row with these words up, and lets it go over what has the other name.
fn drag(program: &mut Program, row: &str, to: &str) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let from = row_at(program, row);
    program.event(Event::PointerMoved(from));
    program.run_ok();
    program.event(button(from, true));
    program.run_ok();
    for step in 1..=3 {
        program.event(Event::PointerMoved(from + egui::vec2(20.0 * step as f32, 6.0)));
        program.step();
    }
    program.run_ok();
    let place = program.get_by_label(to).rect().center();
    program.event(Event::PointerMoved(place));
    program.run_ok();
    program.event(button(place, false));
    program.run_ok();
    settle(program);
}

#[test]
fn rows_are_dragged_to_the_judgement_they_speak_against() {
    let (_folder, path) = file(TEXT);
    let mut program = start(Start::File(path.clone()));
    go_to(&mut program, "Visits");
    click(&mut program, "Table");
    settle(&mut program);
    press(&mut program, CTRL, Key::E);
    drag(&mut program, "Bratislava", "Speaks against: All of it is routine");
    assert!(has(&program, "against: All of it is routine"), "it is told");
    let text = saved(&mut program, &path);
    assert!(text.contains(r#"supports: ["w"], contradicts: ["x"]), // the rival"#), "{text}");

    press(&mut program, CTRL, Key::A);
    settle(&mut program);
    drag(&mut program, "Bratislava", "Speaks for: They draw closer");
    let text = saved(&mut program, &path);
    assert!(text.contains(r#"likelihood: Likely, supports: ["v", "w", "x"]"#), "all selected rows go along: {text}");
    for _ in 0..2 {
        press(&mut program, CTRL, Key::Z);
        settle(&mut program);
    }
    assert_eq!(saved(&mut program, &path), TEXT, "a step each");
}

#[test]
fn nothing_is_dragged_while_viewing() {
    let (_folder, path) = file(TEXT);
    let mut program = start(Start::File(path));
    go_to(&mut program, "Visits");
    click(&mut program, "Table");
    settle(&mut program);
    let carried = |program: &mut Program| {
        let from = row_at(program, "Bratislava");
        program.drag_at(from);
        program.hover_at(from + egui::vec2(60.0, 4.0));
        program.run_ok();
        let shows = has(program, "Speaks for: They draw closer");
        program.drop_at(from + egui::vec2(60.0, 4.0));
        program.run_ok();
        shows
    };
    assert!(!carried(&mut program));
    press(&mut program, CTRL, Key::E);
    assert!(carried(&mut program));
    assert!(!has(&program, "Speaks for: They draw closer"), "let go elsewhere, it is put down");
}
