//! The settings: each acts at once and is remembered, on the real program.

#![expect(clippy::panic, reason = "a test fails by panicking")]

mod program;

use dateline::store::SettingsFile;
use dateline::ui::{App, Start};
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, file, has, press, settle, start_with};

const CTRL: Modifiers = Modifiers::COMMAND;

fn choose(program: &mut Program, of: Role, label: &str) {
    program.get_by_role_and_label(of, label).click();
    settle(program);
}

fn animation_seconds(program: &Program) -> Vec<f32> {
    [Theme::Light, Theme::Dark].iter().map(|theme| program.ctx.style_of(*theme).animation_time).collect()
}

fn is_called(node: &egui_kittest::Node<'_>, label: &str) -> bool {
    node.accesskit_node().label().as_deref() == Some(label)
}

/// What is chosen of each row of choices, top to bottom.
fn chosen(program: &Program) -> Vec<String> {
    let choices = program.get_all_by_role(Role::RadioButton);
    let is_chosen = |node: &egui_kittest::Node<'_>| node.accesskit_node().toggled() == Some(Toggled::True);
    choices.filter(is_chosen).filter_map(|node| node.accesskit_node().label()).collect()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn motion_is_off_at_once_and_at_the_next_start() {
    let folder = folder();
    let settings = || SettingsFile::in_folder(folder.path());
    let mut program = start_with(Start::Nothing, settings());
    press(&mut program, CTRL, Key::Comma);
    assert_eq!(chosen(&program), ["As the system", "As the system"]);
    choose(&mut program, Role::RadioButton, "Off");
    assert_eq!(animation_seconds(&program), [0.0, 0.0]);
    drop(program);
    let mut program = start_with(Start::Nothing, settings());
    press(&mut program, CTRL, Key::Comma);
    assert_eq!(chosen(&program), ["As the system", "Off"]);
    let as_system = program.get_all_by_role(Role::RadioButton).rfind(|node| is_called(node, "As the system"));
    as_system.unwrap_or_else(|| panic!("no choice of motion")).click();
    settle(&mut program);
    assert!(animation_seconds(&program).iter().all(|seconds| *seconds > 0.0));
}

#[test]
fn motion_is_off_where_the_system_asks_for_none() {
    let mut program: Program = Harness::builder().with_size([1400.0, 900.0]).build_eframe(|context| {
        let app = App::new(&context.egui_ctx, &Start::Nothing, SettingsFile::nowhere());
        app.with_system_motion(&context.egui_ctx, || true)
    });
    settle(&mut program);
    assert_eq!(animation_seconds(&program), [0.0, 0.0]);
    press(&mut program, CTRL, Key::Comma);
    assert!(has(&program, "The system asks for none"));
}

#[test]
fn a_start_opens_the_last_briefing_unless_told_otherwise() {
    let folder = folder();
    let settings = || SettingsFile::in_folder(folder.path());
    let (_kept, path) = file("(title: \"Mine\", actors: [(id: \"a\", kind: Person, name: \"Ana\")])");
    drop(start_with(Start::File(path), settings()));
    let mut program = start_with(Start::Last, settings());
    assert!(has(&program, "Actors 1"));
    press(&mut program, CTRL, Key::Comma);
    let tick = program.get_by_role_and_label(Role::CheckBox, "Open the last briefing");
    assert_eq!(tick.accesskit_node().toggled(), Some(Toggled::True));
    tick.click();
    settle(&mut program);
    drop(program);
    let program = start_with(Start::Last, settings());
    assert!(!has(&program, "Actors 1"), "the start page is shown");
    assert!(has(&program, "Mine"), "and lists it");
}

#[test]
fn theme_and_size_are_set_and_remembered() {
    let folder = folder();
    let settings = || SettingsFile::in_folder(folder.path());
    let mut program = start_with(Start::Nothing, settings());
    press(&mut program, CTRL, Key::Comma);
    assert!(has(&program, "Size of everything: 100 %"));
    click(&mut program, "Larger");
    settle(&mut program);
    assert!(has(&program, "Size of everything: 110 %"));
    choose(&mut program, Role::RadioButton, "Dark");
    assert_eq!(program.ctx.theme(), Theme::Dark);
    drop(program);
    let mut program = start_with(Start::Nothing, settings());
    press(&mut program, CTRL, Key::Comma);
    assert_eq!(chosen(&program), ["Dark", "As the system"]);
    assert!((program.ctx.zoom_factor() - 1.1).abs() < 0.001);
}
