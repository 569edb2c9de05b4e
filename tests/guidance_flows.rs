//! What guides a stranger: the help, what is told of each field, and the tour of the sample, on the real program.

mod program;

use dateline::store::SettingsFile;
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, go_to, has, press, settle, start, start_with};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

fn words(program: &mut Program, words: &str) {
    program.event(Event::Text(words.to_owned()));
    settle(program);
}

fn selected_tab(program: &Program) -> String {
    let tab = program.get_all_by_role(Role::Tab).find(|node| node.accesskit_node().is_selected() == Some(true));
    tab.and_then(|tab| tab.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn f1_opens_the_help_and_words_find_their_line() {
    let mut program = start(Start::Sample);
    press(&mut program, NONE, Key::F1);
    settle(&mut program);
    assert!(has(&program, "You need about ten minutes"));
    words(&mut program, "coverage");
    assert!(has(&program, "Coverage, What was searched"), "the hit stands with its line");
    assert!(has(&program, "an empty month means something"), "the page of the first hit is shown");
    words(&mut program, " xylophone");
    assert!(has(&program, "No page holds “coverage xylophone”"));
    press(&mut program, NONE, Key::Escape);
    assert!(!has(&program, "No page holds"));
}

#[test]
fn arrows_go_through_the_pages_and_enter_closes_nothing_while_searching() {
    let mut program = start(Start::Nothing);
    press(&mut program, NONE, Key::F1);
    press(&mut program, NONE, Key::ArrowDown);
    settle(&mut program);
    assert!(has(&program, "A visit"), "the second page tells of dates");
    assert!(!has(&program, "You need about ten minutes"));
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(has(&program, "Search the help"));
    press(&mut program, NONE, Key::ArrowUp);
    settle(&mut program);
    assert!(has(&program, "You need about ten minutes"));
}

#[test]
fn a_link_leads_to_its_page_and_alt_left_back() {
    let mut program = start(Start::Nothing);
    press(&mut program, NONE, Key::F1);
    settle(&mut program);
    program.get_by_role_and_label(Role::Link, "Quotes").click();
    settle(&mut program);
    assert!(has(&program, "Words that were said and words that report them are kept apart"));
    press(&mut program, Modifiers::ALT, Key::ArrowLeft);
    settle(&mut program);
    assert!(has(&program, "You need about ten minutes"));
}

/// The form of the visit of Li.
fn form() -> Program {
    let mut program = start(Start::Sample);
    go_to(&mut program, "Visits");
    press(&mut program, CTRL, Key::E);
    press(&mut program, CTRL, Key::N);
    settle(&mut program);
    program
}

#[test]
fn f1_on_a_field_tells_what_it_means() {
    let mut program = form();
    program.get_by_role_and_label(Role::TextInput, "Place").focus();
    program.run_ok();
    press(&mut program, NONE, Key::F1);
    settle(&mut program);
    assert!(has(&program, "The town or the building, in plain words."));
    assert!(has(&program, "Example: “Belgrade”."));
}

#[test]
fn f1_on_a_field_of_the_briefing_tells_what_it_means() {
    let mut program = start(Start::Sample);
    press(&mut program, CTRL, Key::E);
    settle(&mut program);
    program.get_by_role_and_label(Role::MultilineTextInput, "Question").focus();
    program.run_ok();
    press(&mut program, NONE, Key::F1);
    settle(&mut program);
    assert!(has(&program, "A reader should be able to say whether it was"));
}

#[test]
fn a_label_tells_what_its_field_means_and_leads_to_the_help() {
    let mut program = form();
    assert!(!has(&program, "The town or the building"));
    click(&mut program, "More for Place");
    assert!(has(&program, "The town or the building, in plain words."));
    assert!(has(&program, "In the file: place"));
    program.get_by_role_and_label(Role::MenuItem, "More in the help").click();
    settle(&mut program);
    assert!(has(&program, "Search the help"));
    assert!(has(&program, "The town or the building, in plain words."));
}

fn take_tour(program: &mut Program) {
    press(program, CTRL, Key::K);
    words(program, "Take the tour");
    press(program, NONE, Key::Enter);
    settle(program);
}

#[test]
fn the_tour_is_taken_by_enter_alone_and_shows_each_place() {
    let mut program = start(Start::Sample);
    take_tour(&mut program);
    let stages = [
        ("Tour, step 1 of 5", "A date keeps its doubt", "Visits"),
        ("Tour, step 1 of 5", "And leads to its words", "Sources"),
        ("Tour, step 2 of 5", "A count says what it rests on", "Visits"),
        ("Tour, step 3 of 5", "A quote is a quote", "Statements"),
        ("Tour, step 4 of 5", "Change something", "Statements"),
        ("Tour, step 5 of 5", "Hand it on", "Statements"),
    ];
    for (step, title, tab) in stages {
        assert!(has(&program, step), "{step}");
        assert!(has(&program, title), "{title}");
        assert!(selected_tab(&program).starts_with(tab), "{title} is shown in {}", selected_tab(&program));
        press(&mut program, NONE, Key::Enter);
        settle(&mut program);
    }
    assert!(!has(&program, "Tour, step"));
}

#[test]
fn the_tour_goes_on_by_what_is_done() {
    let mut program = start(Start::Sample);
    take_tour(&mut program);
    let paragraph = program
        .query_all_by_role(Role::Link)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains("paragraph 3")));
    paragraph.unwrap_or_else(|| panic!("no paragraph to go to")).click();
    settle(&mut program);
    assert!(has(&program, "And leads to its words"));
    for title in ["A count says what it rests on", "A quote is a quote"] {
        click(&mut program, "Next");
        settle(&mut program);
        assert!(has(&program, title));
    }
    press(&mut program, NONE, Key::Tab);
    click(&mut program, "Next");
    settle(&mut program);
    assert!(has(&program, "Change something"));
    press(&mut program, CTRL, Key::E);
    settle(&mut program);
    assert!(has(&program, "Hand it on"));
    press(&mut program, CTRL | Modifiers::SHIFT, Key::E);
    settle(&mut program);
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    assert!(!has(&program, "Tour, step"));
}

#[test]
fn the_tour_is_gone_back_in_and_skipped_by_esc() {
    let mut program = start(Start::Sample);
    take_tour(&mut program);
    click(&mut program, "Next");
    settle(&mut program);
    click(&mut program, "Back");
    settle(&mut program);
    assert!(has(&program, "A date keeps its doubt"));
    assert!(selected_tab(&program).starts_with("Visits"));
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    assert!(!has(&program, "Tour, step"));
}

#[test]
fn the_card_of_the_tour_lies_beside_what_it_points_at() {
    let mut program = start(Start::Sample);
    take_tour(&mut program);
    for _ in 0..4 {
        click(&mut program, "Next");
        settle(&mut program);
    }
    let mode = program.get_by_role_and_label(Role::RadioButton, "Edit").rect();
    let title = program.get_by_label("Change something").rect();
    let button = program.get_by_label("Next").rect();
    let card = title.union(button).expand(16.0);
    assert!(!card.intersects(mode), "{card:?} lies over {mode:?}");
}

#[test]
fn the_tour_brings_the_sample_up_and_the_first_start_offers_it() {
    let mut program = start(Start::Nothing);
    take_tour(&mut program);
    settle(&mut program);
    assert!(has(&program, "A date keeps its doubt"));

    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let mut first = start_with(Start::Last, SettingsFile::in_folder(folder.path()));
    click(&mut first, "Take the tour");
    settle(&mut first);
    assert!(has(&first, "A date keeps its doubt"));
}
