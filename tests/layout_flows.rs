//! What stands where: dialogs within a small window, fields of one height, nothing that moves under the eyes.

mod program;

use dateline::store::SettingsFile;
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::Queryable as _;
use program::{Program, find, go_to, has, press, settle, start_in, words};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;
const SMALL: [f32; 2] = [900.0, 600.0];

fn sample_in(size: [f32; 2]) -> Program {
    start_in(size, egui::Theme::Light, Start::Sample, SettingsFile::nowhere())
}

fn command(program: &mut Program, text: &str) {
    press(program, CTRL, Key::K);
    words(program, text);
    press(program, NONE, Key::Enter);
    settle(program);
}

/// Where the dialog stands, and the lowest of its buttons.
fn dialog(program: &Program) -> Option<(Rect, Rect)> {
    let shown = program.ctx.memory(|memory| memory.area_rect(egui::Id::unique("dialog")))?;
    let named = |name: &str| program.query_all_by_label(name).map(|node| node.rect()).collect::<Vec<_>>();
    let feet = ["Cancel", "Close"].into_iter().flat_map(named).filter(|rect| shown.intersects(*rect));
    let lowest = feet.max_by(|a, b| a.bottom().total_cmp(&b.bottom()))?;
    Some((shown, lowest))
}

#[test]
fn every_dialog_stands_in_the_middle_of_a_small_window_with_its_buttons_in_sight() {
    let mut program = sample_in(SMALL);
    press(&mut program, CTRL, Key::E);
    find(&mut program, "Li Xiaoxin to Belgrade");
    press(&mut program, CTRL, Key::D);
    let window = Rect::from_min_size(egui::Pos2::ZERO, SMALL.into());
    let shift = Modifiers::SHIFT;
    let by_keys = [
        ("Find and replace", CTRL, Key::H),
        ("Settings", CTRL, Key::Comma),
        ("Keyboard shortcuts", CTRL, Key::F1),
        ("Help", NONE, Key::F1),
        ("Export", CTRL | shift, Key::E),
        ("Save the briefing", CTRL | shift, Key::S),
        ("A conflicting value", CTRL | shift, Key::D),
    ];
    let by_name = ["Delete…", "Steps", "Versions", "Merge…", "About", "Paste an article", "Import…"];
    let look = |program: &mut Program, name: &str| {
        if name == "Find and replace" {
            words(program, "e");
        }
        let (rect, lowest) = dialog(program).unwrap_or_else(|| panic!("no dialog {name}"));
        assert!(window.contains_rect(rect), "{name}: {rect:?}");
        assert!(rect.contains_rect(lowest), "{name}: its buttons are out of sight, {lowest:?} of {rect:?}");
        let off = rect.center() - window.center();
        assert!(off.abs().max_elem() <= 1.0, "{name} stands beside the middle by {off:?}");
        press(program, NONE, Key::Escape);
        settle(program);
    };
    for (name, modifiers, key) in by_keys {
        press(&mut program, modifiers, key);
        settle(&mut program);
        look(&mut program, name);
    }
    // Others name this one, so that its deletion asks.
    find(&mut program, "Lin Wu to Serbia");
    for name in by_name {
        command(&mut program, name);
        look(&mut program, name);
    }
}

#[test]
fn what_is_typed_or_chosen_moves_nothing() {
    let mut program = sample_in([1400.0, 900.0]);
    let tabs = |program: &Program| -> Vec<Rect> { program.get_all_by_role(Role::Tab).map(|tab| tab.rect()).collect() };
    let before = tabs(&program);
    for tab in ["Visits", "Checks"] {
        go_to(&mut program, tab);
        assert_eq!(tabs(&program), before, "the tabs move when {tab} is chosen");
    }
    press(&mut program, CTRL, Key::E);
    press(&mut program, CTRL, Key::H);
    let height = |program: &Program, name: &str| program.get_by_role_and_label(Role::TextInput, name).rect().height();
    let empty = height(&program, "Find");
    words(&mut program, "zzz");
    assert_eq!(height(&program, "Find"), empty, "a field changes its height when something is typed");
    assert_eq!(height(&program, "Replace with"), empty);
}

#[test]
fn after_a_duplicate_is_undone_the_original_is_selected_again() {
    let mut program = sample_in([1400.0, 900.0]);
    press(&mut program, CTRL, Key::E);
    go_to(&mut program, "Visits");
    find(&mut program, "Li Xiaoxin to Belgrade");
    let form_of_it = |program: &Program| has(program, "Editing visit") && has(program, "Li Xiaoxin to Belgrade");
    assert!(form_of_it(&program));
    press(&mut program, CTRL, Key::D);
    assert!(has(&program, "Visits 5"));
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert!(has(&program, "Visits 4") && form_of_it(&program), "the original has its form again");
}

#[test]
fn in_a_small_window_the_inspector_gives_way_to_what_the_tour_points_at() {
    let mut program = sample_in(SMALL);
    command(&mut program, "Take the tour");
    let covered = |program: &Program| has(program, "Hide the inspector");
    let mut seen = 0;
    for step in ["And leads to its words", "A count says what it rests on", "A quote is a quote"] {
        program.get_by_role_and_label(Role::Button, "Next").click();
        settle(&mut program);
        assert!(has(&program, step), "{step}");
        assert!(!covered(&program), "{step}: the inspector lies over it");
        seen += 1;
    }
    assert_eq!(seen, 3);
}
