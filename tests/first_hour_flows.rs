//! The first hour: what a stranger meets who has read nothing, on the real program.

#![expect(clippy::panic, reason = "a test fails by panicking")]

mod program;

use dateline::store::SettingsFile;
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, file, go_to, has, press, settle, start, start_with, words};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

const ARTICLE: &str = "Old friends meet again\n\n20 May 2031\n\nAna Orlen arrived in Dovria on 3 May. \
                       “We are old friends,” she said.\n";

/// What is in the field of this name.
fn value(program: &Program, label: &str) -> String {
    program.get_by_label(label).accesskit_node().value().unwrap_or_default()
}

fn is_enabled(program: &Program, role: Role, label: &str) -> bool {
    let node = program.get_all_by_role(role).find(|node| node.accesskit_node().label().as_deref() == Some(label));
    !node.unwrap_or_else(|| panic!("no {label}")).accesskit_node().is_disabled()
}

#[test]
fn an_article_becomes_a_briefing_that_holds_it_with_its_title_and_its_day() {
    let mut program = start(Start::Nothing);
    click(&mut program, "Paste an article…");
    assert!(!is_enabled(&program, Role::Button, "Begin the briefing"));
    program.event(Event::Paste(ARTICLE.to_owned()));
    program.run_ok();
    program.run_ok();
    assert_eq!(value(&program, "Title of the article"), "Old friends meet again");
    assert_eq!(value(&program, "Day of publication"), "20 May 2031");
    program.get_by_label("Publisher of the article").focus();
    program.run_ok();
    words(&mut program, "The Paper");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    // It is open to be read and edited, and called as the article is.
    assert!(has(&program, "Sources 1"));
    assert!(has(&program, "Words of paragraph 2"), "its words can be selected");
    let title = program.get_all_by_role(Role::Heading).find_map(|node| node.accesskit_node().label());
    assert_eq!(title.as_deref(), Some("Old friends meet again"));
    assert!(has(&program, "Not saved"));
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert!(!has(&program, "Sources 1"), "one undo takes it back");
}

#[test]
fn a_day_that_is_none_is_told_beside_its_field() {
    let mut program = start(Start::Nothing);
    click(&mut program, "Paste an article…");
    program.event(Event::Paste("Words without a day".to_owned()));
    program.run_ok();
    program.get_by_label("Day of publication").focus();
    program.run_ok();
    words(&mut program, "31 April 2031");
    assert!(!is_enabled(&program, Role::Button, "Begin the briefing"));
    press(&mut program, NONE, Key::Escape);
    assert!(program.query_by_label("Begin the briefing").is_none());
}

#[test]
fn ctrl_n_with_nothing_open_begins_a_briefing() {
    let mut program = start(Start::Nothing);
    press(&mut program, CTRL, Key::N);
    settle(&mut program);
    assert!(has(&program, "Untitled briefing"));
}

#[test]
fn the_first_start_says_that_the_sample_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let settings = || SettingsFile::in_folder(folder.path());
    let mut program = start_with(Start::Last, settings());
    assert!(has(&program, "This is a sample"));
    click(&mut program, "Close the note on the sample");
    assert!(!has(&program, "This is a sample"));
    drop(program);
    let program = start_with(Start::Sample, settings());
    assert!(!has(&program, "This is a sample"), "who asks for it knows it");
}

#[test]
fn a_recent_file_is_opened_by_its_row_and_forgotten_by_delete() {
    let folder = tempfile::tempdir().unwrap();
    let settings = || SettingsFile::in_folder(folder.path());
    let (_kept, path) = file("(title: \"Mine\")");
    drop(start_with(Start::File(path), settings()));
    let mut program = start_with(Start::Nothing, settings());
    assert!(has(&program, "Mine"));
    program.get_by_role_and_label(Role::Button, "Mine").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Delete);
    assert!(!has(&program, "Mine"));
}

#[test]
fn a_menu_without_a_briefing_offers_to_begin_one() {
    let mut program = start(Start::Nothing);
    click(&mut program, "Insert");
    assert!(has(&program, "Begin a briefing, or open one, first"));
    program.get_by_role_and_label(Role::MenuItem, "New briefing").click();
    settle(&mut program);
    assert!(has(&program, "Untitled briefing"));
}

#[test]
fn inserting_while_viewing_starts_editing() {
    let mut program = start(Start::Sample);
    click(&mut program, "Insert");
    program.get_by_role_and_label(Role::MenuItem, "New visit").click();
    settle(&mut program);
    assert!(has(&program, "Visits 5"));
    assert!(has(&program, "Editing visit"));
}

#[test]
fn a_key_that_needs_editing_offers_it() {
    let mut program = start(Start::Sample);
    press(&mut program, CTRL, Key::H);
    assert!(has(&program, "Switch to editing first"));
    click(&mut program, "Start editing");
    settle(&mut program);
    assert!(!has(&program, "Switch to editing first"));
    press(&mut program, CTRL, Key::H);
    settle(&mut program);
    assert!(has(&program, "Find and replace"));
}

#[test]
fn a_new_record_starts_editing_by_its_key_and_the_menu_offers_to() {
    let mut program = start(Start::Sample);
    go_to(&mut program, "Visits");
    press(&mut program, CTRL, Key::N);
    settle(&mut program);
    assert!(has(&program, "Visits 5"));
    assert!(has(&program, "Editing visit"));
    let mut program = start(Start::Sample);
    click(&mut program, "Insert");
    program.get_by_role_and_label(Role::MenuItem, "Start editing").click();
    settle(&mut program);
    assert!(has(&program, "Editing the briefing itself"));
    click(&mut program, "Insert");
    assert!(program.query_by_role_and_label(Role::MenuItem, "Start editing").is_none());
}

#[test]
fn keys_do_not_reach_what_lies_under_a_dialog() {
    let mut program = start(Start::Sample);
    press(&mut program, CTRL, Key::E);
    go_to(&mut program, "Visits");
    press(&mut program, CTRL, Key::F1);
    assert!(has(&program, "Keyboard shortcuts"));
    for (modifiers, key) in [(CTRL, Key::N), (CTRL, Key::D), (NONE, Key::Delete), (CTRL, Key::Num2)] {
        press(&mut program, modifiers, key);
    }
    settle(&mut program);
    assert!(has(&program, "Keyboard shortcuts"));
    // Enter does the blue button.
    press(&mut program, NONE, Key::Enter);
    assert!(program.query_by_label("Close").is_none());
    assert!(has(&program, "Visits 4"));
    let visits = program
        .get_all_by_role(Role::Tab)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Visits")));
    assert_eq!(visits.and_then(|tab| tab.accesskit_node().is_selected()), Some(true));
}

#[test]
fn clearing_a_field_of_all_records_is_never_what_enter_does() {
    let mut program = start(Start::Sample);
    press(&mut program, CTRL, Key::E);
    go_to(&mut program, "Visits");
    press(&mut program, CTRL, Key::K);
    words(&mut program, "Change all shown");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(has(&program, "Clear “Channels” in 4 visits"));
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(!has(&program, "Clear “Channels” in 4 visits"), "Enter presses what changes nothing");
    assert!(!has(&program, "Not saved"), "nothing was changed");
}

/// The form of a new visit, its first field under the keys.
fn new_visit() -> Program {
    let mut program = start(Start::Sample);
    press(&mut program, CTRL, Key::E);
    go_to(&mut program, "Visits");
    press(&mut program, CTRL, Key::N);
    settle(&mut program);
    program
}

fn choice(program: &Program, label: &str) -> String {
    let boxes = program.get_all_by_role(Role::ComboBox);
    let mut of_name = boxes.filter(|node| node.accesskit_node().label().as_deref() == Some(label));
    of_name.find_map(|node| node.accesskit_node().value()).unwrap_or_default()
}

fn is_focused(program: &Program, label: &str) -> bool {
    program.query_all_by_label(label).any(|node| node.accesskit_node().is_focused())
}

#[test]
fn a_new_record_that_nobody_typed_into_is_gone_with_one_undo_or_esc() {
    for (modifiers, key) in [(CTRL, Key::Z), (NONE, Key::Escape)] {
        let mut program = new_visit();
        assert!(has(&program, "Visits 5"));
        press(&mut program, modifiers, key);
        settle(&mut program);
        assert!(has(&program, "Visits 4"), "{key:?}");
        assert!(!has(&program, "Editing visit"), "{key:?}");
    }
}

#[test]
fn esc_leaves_a_new_record_that_somebody_typed_into() {
    let mut program = new_visit();
    words(&mut program, "Li");
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    assert!(has(&program, "Visits 5"));
}

#[test]
fn a_choice_is_opened_by_an_arrow_and_taken_by_enter_or_tab() {
    for key in [Key::Enter, Key::Tab] {
        let mut program = new_visit();
        program.get_by_role_and_label(Role::ComboBox, "Status").focus();
        program.run_ok();
        press(&mut program, NONE, Key::ArrowDown);
        assert!(has(&program, "Ongoing"), "the list is open");
        press(&mut program, NONE, Key::ArrowDown);
        press(&mut program, NONE, Key::ArrowDown);
        press(&mut program, NONE, key);
        settle(&mut program);
        assert_eq!(choice(&program, "Status"), "Ongoing", "{key:?}");
        assert!(program.query_by_role_and_label(Role::MenuItemRadio, "Cancelled").is_none(), "it is closed");
    }
}

#[test]
fn esc_closes_a_choice_and_keeps_the_keys_and_the_value() {
    let mut program = new_visit();
    program.get_by_role_and_label(Role::ComboBox, "Status").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Enter);
    assert!(program.query_by_role_and_label(Role::MenuItemRadio, "Cancelled").is_some());
    press(&mut program, NONE, Key::ArrowDown);
    press(&mut program, NONE, Key::Escape);
    assert!(program.query_by_role_and_label(Role::MenuItemRadio, "Cancelled").is_none());
    assert!(is_focused(&program, "Status"));
    assert_eq!(choice(&program, "Status"), "Not said");
}

#[test]
fn several_letters_find_the_entry_that_they_begin() {
    let mut program = start(Start::Sample);
    press(&mut program, CTRL, Key::E);
    go_to(&mut program, "Sources");
    press(&mut program, CTRL, Key::N);
    settle(&mut program);
    program.get_by_role_and_label(Role::ComboBox, "Kind").focus();
    program.run_ok();
    words(&mut program, "soc");
    settle(&mut program);
    assert_eq!(choice(&program, "Kind"), "Social post");
}

#[test]
fn tab_in_a_list_of_names_takes_the_name_and_goes_on() {
    let mut program = new_visit();
    words(&mut program, "Xi Jin");
    press(&mut program, NONE, Key::Tab);
    settle(&mut program);
    assert!(has(&program, "Remove Xi Jinping"));
    assert!(!is_focused(&program, "Remove Xi Jinping"), "the cross takes no keys");
}

#[test]
fn space_after_tab_deletes_no_author() {
    let (_folder, path) = file("(title: \"Mine\", authors: [\"Ana\", \"Ben\"])");
    let mut program = start(Start::File(path));
    press(&mut program, CTRL, Key::E);
    program.get_by_label("Authors 1").focus();
    program.run_ok();
    for _ in 0..4 {
        press(&mut program, NONE, Key::Tab);
        press(&mut program, NONE, Key::Space);
    }
    settle(&mut program);
    assert_eq!(value(&program, "Authors 1"), "Ana");
    program.get_by_label("Authors 1").focus();
    program.run_ok();
    press(&mut program, Modifiers::ALT, Key::Delete);
    settle(&mut program);
    assert!(value(&program, "Authors 1").starts_with("Ben"));
}

#[test]
fn the_checks_speak_of_records_by_their_names() {
    let mut program = start(Start::Sample);
    go_to(&mut program, "Checks");
    assert!(!has(&program, "`"), "no signs of the file's format");
    assert!(!has(&program, "v-li"), "no ids");
    assert!(!has(&program, ", line "), "the sample has no file to look into");
}

#[test]
fn a_briefing_without_a_file_is_offered_a_name_of_its_title() {
    let mut program = start(Start::Sample);
    press(&mut program, CTRL | Modifiers::SHIFT, Key::S);
    settle(&mut program);
    let path = value(&program, "Path to save to");
    assert!(path.ends_with("Serbia–China party channel.briefing.ron"), "{path}");
}
