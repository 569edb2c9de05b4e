//! Flows of the inspector and of the tab of sources, through the accessibility tree, on the real program.

mod program;

use dateline::store::SettingsFile;
use dateline::ui::Start;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use program::{Program, click, go_to, has, press, shown_tab, start, start_in};

/// Finds a record by some of its words and shows the first hit.
fn show(program: &mut Program, words: &str) {
    press(program, Modifiers::COMMAND, Key::F);
    program.get_by_label("Search everything").type_text(words);
    program.run_ok();
    press(program, Modifiers::NONE, Key::Enter);
}

/// Clicks the first thing whose name holds the words, be it in sight or not, as a screen reader does.
fn click_part(program: &mut Program, part: &str) {
    assert!(has(program, part), "nothing holds {part}");
    if let Some(found) = program.query_all_by_label_contains(part).next() {
        found.click_accesskit();
    }
    program.run_ok();
}

#[test]
fn a_visit_tells_when_and_why_and_what_is_disputed() {
    let mut program = start(Start::Sample);
    show(&mut program, "v-li");
    assert!(shown_tab(&program).starts_with("Visits"));
    assert!(has(&program, "14 Oct 2024 (year inferred) – ongoing"));
    assert!(has(&program, "Year inferred from publication"));
    assert!(has(&program, "13 or 14 October?"), "the conflict is beside the date");
    assert!(has(&program, "“arrived in Belgrade on October 14”"));
}

#[test]
fn a_back_link_leads_on_and_alt_left_back() {
    let mut program = start(Start::Sample);
    show(&mut program, "v-li");
    click_part(&mut program, "Lin Wu to Serbia, c. Sept 2024");
    assert!(has(&program, "give or take 15 days"), "the date hangs on the visit it came from");
    press(&mut program, Modifiers::ALT, Key::ArrowLeft);
    assert!(has(&program, "Year inferred from publication"));
    assert!(!has(&program, "give or take 15 days"));
}

#[test]
fn a_statement_says_whether_its_quotes_were_found() {
    let mut program = start(Start::Sample);
    show(&mut program, "dynamically developing");
    if !has(&program, "Both quotes found word for word in ¶5") {
        // The source of the words may come before who said them.
        click_part(&mut program, "“dynamically developing”, Aleksandar Vučić");
    }
    assert!(has(&program, "Both quotes found word for word in ¶5"));
    assert!(has(&program, "How the words reached us"));
}

#[test]
fn a_paragraph_sign_leads_to_the_paragraph_in_its_source() {
    let mut program = start(Start::Sample);
    show(&mut program, "v-li");
    click_part(&mut program, "RFE/RL, paragraph 7");
    assert!(shown_tab(&program).starts_with("Sources"));
    assert!(has(&program, "Paragraph 7"), "the tab shows it");
    assert!(has(&program, "Usually reliable"), "the inspector shows the source");
    press(&mut program, Modifiers::ALT, Key::ArrowLeft);
    assert!(shown_tab(&program).starts_with("Visits"));
}

#[test]
fn the_tab_of_sources_counts_origins_and_shows_what_cites_each_paragraph() {
    let mut program = start(Start::Sample);
    go_to(&mut program, "Sources");
    assert!(has(&program, "6 sources, 1 independent origin"));
    assert!(has(&program, "All 6 reach us through one article"));
    assert!(has(&program, "Paragraph 0 headline"));
    click_part(&mut program, "Aleksandar Vučić, on Instagram, Post");
    assert!(has(&program, "Not held: no words of it are in this file"));
}

#[test]
fn nothing_selected_shows_the_briefing() {
    let program = start(Start::Sample);
    assert!(has(&program, "Balkans desk"));
    assert!(has(&program, "Party to party 2"));
}

#[test]
fn a_click_on_a_channel_shows_its_visits_alone() {
    let mut program = start(Start::Sample);
    click_part(&mut program, "Subnational 1");
    assert!(has(&program, " of 4 visits"));
}

#[test]
fn the_inspector_hides_and_comes_back() {
    let mut program = start(Start::Sample);
    click(&mut program, "Hide the inspector");
    assert!(!has(&program, "Balkans desk"));
    press(&mut program, Modifiers::COMMAND, Key::I);
    assert!(has(&program, "Balkans desk"));
}

#[test]
fn in_a_narrow_window_the_inspector_slides_over_the_content() {
    let mut program = start_in([900.0, 700.0], egui::Theme::Light, Start::Sample, SettingsFile::nowhere());
    assert!(!has(&program, "Hide the inspector"), "nothing is selected");
    show(&mut program, "v-li");
    assert!(has(&program, "Year inferred from publication"));
    press(&mut program, Modifiers::NONE, Key::Escape);
    assert!(!has(&program, "Year inferred from publication"));
    press(&mut program, Modifiers::COMMAND, Key::I);
    assert!(has(&program, "Year inferred from publication"));
}
