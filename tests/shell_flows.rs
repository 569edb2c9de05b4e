//! Flows of the frame around the tabs, through the accessibility tree, on the real program.

mod program;

use dateline::store::SettingsFile;
use dateline::ui::{Command, Menu, Start};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{click, dropped, file, go_to, has, press, settle, shown_tab, start, start_with};

#[test]
fn the_sample_opens_and_each_tab_can_be_visited() {
    let mut harness = start(Start::Sample);
    for tab in ["Overview", "Actors", "Visits", "Statements", "Sources", "Judgements", "Checks"] {
        go_to(&mut harness, tab);
        assert!(shown_tab(&harness).starts_with(tab));
    }
}

#[test]
fn a_search_in_cyrillic_finds_the_latin_name() {
    let mut harness = start(Start::Sample);
    press(&mut harness, Modifiers::COMMAND, Key::F);
    harness.get_by_label("Search everything").type_text("вучић");
    harness.run_ok();
    assert!(has(&harness, "Aleksandar Vučić"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    // The record is shown: its tab is open and the inspector names it.
    assert!(shown_tab(&harness).starts_with("Actors"));
    assert!(has(&harness, "Aleksandar Vučić"));
}

/// What a screen reader says beside the name of a row.
fn told_beside(harness: &program::Program, row: &str) -> String {
    harness
        .get_by_role_and_label(egui::accesskit::Role::MenuItem, row)
        .accesskit_node()
        .description()
        .unwrap_or_default()
}

#[test]
fn results_carry_what_tells_them_apart_and_the_palette_begins_with_what_was_looked_at() {
    let mut harness = start(Start::Sample);
    press(&mut harness, Modifiers::COMMAND, Key::F);
    harness.get_by_label("Search everything").type_text("belgrade");
    harness.run_ok();
    assert_eq!(told_beside(&harness, "Li Xiaoxin to Belgrade"), "Visit, Serbia, 14 Oct 2024 (year inferred) – ongoing");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    for name in ["Lin Wu to Serbia", "Li Xiaoxin to Belgrade"] {
        press(&mut harness, Modifiers::COMMAND, Key::F);
        harness.get_by_label("Search everything").type_text(name);
        harness.run_ok();
        harness.get_by_role_and_label(egui::accesskit::Role::MenuItem, name).click();
        harness.run_ok();
    }
    press(&mut harness, Modifiers::COMMAND, Key::K);
    for words in ["Looked at last", "With Li Xiaoxin to Belgrade"] {
        assert!(has(&harness, words), "{words}");
    }
    // The first row is the visit before.
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(has(&harness, "c. Sept 2024"));
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness.get_by_label("Commands and records").type_text("li x");
    harness.run_ok();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(!has(&harness, "Looked at last"), "a record that is called so comes before commands that are not");
}

#[test]
fn editing_has_the_next_step_in_sight() {
    let mut harness = start(Start::Sample);
    go_to(&mut harness, "Visits");
    assert!(!has(&harness, "Save the briefing"));
    press(&mut harness, Modifiers::COMMAND, Key::E);
    assert!(has(&harness, "Save the briefing") && !has(&harness, "edited"));
    click(&mut harness, "Add a visit");
    settle(&mut harness);
    assert!(has(&harness, "Visits 5"));
}

#[test]
fn the_palette_finds_a_command_by_a_few_letters() {
    let mut harness = start(Start::Sample);
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness.get_by_label("Commands and records").type_text("shrtcts");
    harness.run_ok();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(has(&harness, "Take away the row in hand"), "the list of shortcuts is open");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!has(&harness, "Take away the row in hand"));
}

/// The events of a key that goes down and up, with its letter where it types one.
fn stroke(modifiers: Modifiers, key: Key) -> [egui::Event; 2] {
    [true, false].map(|pressed| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers })
}

#[test]
fn what_is_typed_and_entered_within_one_frame_is_the_command_that_is_run() {
    let mut harness = start(Start::Sample);
    press(&mut harness, Modifiers::COMMAND, Key::K);
    let typed = std::iter::once(egui::Event::Text("shrtcts".to_owned()));
    harness.input_mut().events.extend(typed.chain(stroke(Modifiers::NONE, Key::Enter)));
    harness.run_ok();
    assert!(has(&harness, "Only a range of dates"), "the list of shortcuts is open");
}

#[test]
fn all_that_is_pressed_while_the_window_stands_still_arrives_where_it_belongs() {
    let mut harness = start(Start::Sample);
    // One frame has all of it, as after a second in which none could be drawn.
    let events = &mut harness.input_mut().events;
    events.extend(stroke(Modifiers::COMMAND, Key::K));
    events.push(egui::Event::Text("vis".to_owned()));
    events.push(egui::Event::Text("its".to_owned()));
    events.extend(stroke(Modifiers::NONE, Key::Escape));
    events.extend(stroke(Modifiers::COMMAND, Key::F));
    events.push(egui::Event::Text("вучић".to_owned()));
    events.extend(stroke(Modifiers::NONE, Key::Enter));
    events.extend(stroke(Modifiers::COMMAND, Key::K));
    events.push(egui::Event::Text("shrt".to_owned()));
    events.push(egui::Event::Text("cts".to_owned()));
    harness.run_ok();
    assert!(shown_tab(&harness).starts_with("Actors"), "the search was entered after the palette was left");
    let words = harness.get_by_label("Commands and records").accesskit_node().value();
    assert_eq!(words.as_deref(), Some("shrtcts"), "no letter behind the shortcut is lost");
}

#[test]
fn the_palette_scrolls_to_the_row_that_the_arrow_keys_come_to() {
    let mut harness = start(Start::Sample);
    press(&mut harness, Modifiers::COMMAND, Key::K);
    // What cannot be done now stands last: nothing was looked at before, and no table is shown.
    let last = Command::OrderAsInFile.text();
    let is_in_sight = |harness: &program::Program| {
        let row = harness.get_by_label_contains(last).rect();
        harness.ctx.content_rect().contains_rect(row)
    };
    assert!(!is_in_sight(&harness));
    for _ in Command::ALL {
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    assert!(is_in_sight(&harness));
}

#[test]
fn a_filter_narrows_all_tabs_and_is_taken_away() {
    let mut harness = start(Start::Sample);
    assert!(has(&harness, "4 visits"));
    click(&mut harness, "Add a filter");
    harness.get_by_label("Words that a record holds").focus();
    harness.run_ok();
    harness.get_by_label("Words that a record holds").type_text("Shandong");
    harness.run_ok();
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(has(&harness, " of 4 visits"), "the count says what is shown of how many");
    assert!(has(&harness, "Text “Shandong”"), "the chip says what is asked for");
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::X);
    assert!(!has(&harness, " of 4 visits"));
}

#[test]
fn a_file_with_one_bad_record_opens_but_for_that_one() {
    let text = r#"(
    title: "One bad record",
    actors: [
        (id: "ann", kind: Person, name: "Ann Good", country: "XA"),
        (id: "bob", kind: Persn, name: "Bob Bad"),
        (id: "cal", kind: Person, name: "Cal Good", country: "XA"),
    ],
)"#;
    let (_folder, path) = file(text);
    let mut harness = start(Start::File(path));
    assert!(has(&harness, "One bad record"));
    assert!(has(&harness, "1 record of this file could not be read"));
    assert!(has(&harness, "Actors 2"));
    press(&mut harness, Modifiers::COMMAND, Key::Num7);
    assert!(has(&harness, "Did you mean “Person”?"), "the check says what to do");
}

#[test]
fn a_file_that_cannot_be_opened_says_why_beside_its_lines_and_keeps_what_was_open() {
    let (_folder, path) = file("(\n    title: \"T\",\n    gaps: [\"a\"),\n)");
    let mut harness = start(Start::File(path));
    assert!(has(&harness, "Could not open"));
    assert!(has(&harness, "Line 3, column 15"));
    assert!(has(&harness, "gaps: [\"a\"),"), "the line concerned is shown");
    click(&mut harness, "Dismiss");
    assert!(!has(&harness, "Could not open"));
    assert!(has(&harness, "Every date, quote and count can be defended"), "the start page is there");
}

#[test]
fn without_a_briefing_the_start_page_offers_the_sample() {
    let mut harness = start(Start::Nothing);
    harness.get_by_label("Open the sample").click();
    settle(&mut harness);
    assert!(has(&harness, "Serbia–China party channel"));
}

#[test]
fn a_first_start_shows_the_sample_and_a_later_one_the_last_briefing() {
    let settings = tempfile::tempdir().unwrap();
    let (_folder, path) = file("(title: \"Mine\")");
    let harness = start_with(Start::Last, SettingsFile::in_folder(settings.path()));
    assert!(has(&harness, "Serbia–China party channel"));
    let harness = start_with(Start::File(path), SettingsFile::in_folder(settings.path()));
    assert!(has(&harness, "Mine"));
    let harness = start_with(Start::Last, SettingsFile::in_folder(settings.path()));
    assert!(has(&harness, "Mine"));
}

#[test]
fn a_dropped_file_is_opened() {
    let (_folder, path) = file("(title: \"Dropped here\")");
    let mut harness = start(Start::Sample);
    harness.input_mut().dropped_files.push(dropped(&path));
    settle(&mut harness);
    assert!(has(&harness, "Dropped here"));
}

#[test]
fn a_back_link_is_followed_and_back_leads_to_where_it_was() {
    let mut harness = start(Start::Sample);
    go_to(&mut harness, "Checks");
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness.get_by_label("Commands and records").type_text("v-xi");
    harness.run_ok();
    let is_it = |label: Option<String>| label.is_some_and(|label| label.contains("Xi Jinping to Serbia"));
    harness
        .get_all_by_role(egui::accesskit::Role::MenuItem)
        .find(|row| is_it(row.accesskit_node().label()))
        .unwrap()
        .click();
    harness.run_ok();
    assert!(shown_tab(&harness).starts_with("Visits"));
    assert!(has(&harness, "Linked from"));
    harness.query_all_by_label_contains("The Serbian Progressive Party (SNS) and the").next().unwrap().click();
    harness.run_ok();
    assert!(shown_tab(&harness).starts_with("Judgements"));
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert!(shown_tab(&harness).starts_with("Visits"));
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert!(shown_tab(&harness).starts_with("Judgements"));
}

#[test]
fn the_chart_is_exported_as_a_picture_with_a_preview() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(Start::Sample);
    press(&mut program, Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    settle(&mut program);
    for format in ["Chart as SVG", "Chart as PNG"] {
        program.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Format").click();
        program.run_ok();
        click(&mut program, format);
        settle(&mut program);
        assert!(has(&program, "The chart as it will be written"));
    }
    let path = folder.path().join("chart.png");
    let field = program.get_by_role_and_label(egui::accesskit::Role::TextInput, "Write to");
    field.focus();
    program.run_ok();
    press(&mut program, Modifiers::COMMAND, Key::A);
    program.get_by_role_and_label(egui::accesskit::Role::TextInput, "Write to").type_text(path.to_str().unwrap());
    program.run_ok();
    click(&mut program, "Write file");
    settle(&mut program);
    #[expect(clippy::disallowed_methods, reason = "the test looks at what was written")]
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"\x89PNG"));
}

/// A briefing with an error: one visit on a day that there is not.
const WEAK: &str = "(title: \"T\", marking: Clear, actors: [(id: \"a\", kind: Person, name: \"Anna\")],
    visits: [(id: \"v\", visitors: [\"a\"], to: \"RS\", when: \"2024-02-31\")])";

#[test]
fn an_export_that_something_stands_against_is_listed_gone_to_and_written_all_the_same() {
    let (folder, path) = file(WEAK);
    let mut program = start(Start::File(path));
    let ask = |program: &mut program::Program| {
        press(program, Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
        settle(program);
    };
    ask(&mut program);
    assert!(has(&program, "1 thing stands against it") || has(&program, "things stand against it"));
    assert!(!has(&program, "Write file"), "there is no plain way to write it");
    // The jump closes the dialog and shows the visit.
    let jump = program.get_all_by_role(egui::accesskit::Role::Link);
    let jump: Vec<_> = jump.filter(|node| format!("{node:?}").contains("2024-02-31")).collect();
    jump.first().unwrap().click();
    drop(jump);
    settle(&mut program);
    assert!(!has(&program, "Write anyway") && shown_tab(&program).starts_with("Visits"));
    ask(&mut program);
    let out = folder.path().join("note.md");
    program.get_by_role_and_label(egui::accesskit::Role::TextInput, "Write to").focus();
    program.run_ok();
    press(&mut program, Modifiers::COMMAND, Key::A);
    program.get_by_role_and_label(egui::accesskit::Role::TextInput, "Write to").type_text(out.to_str().unwrap());
    program.run_ok();
    click(&mut program, "Write anyway");
    settle(&mut program);
    #[expect(clippy::disallowed_methods, reason = "the test looks at what was written")]
    let note = std::fs::read_to_string(&out).unwrap();
    assert!(note.contains("Written although 1 error is open."), "{note}");
    assert!(!has(&program, "Write anyway"), "the dialog is closed once the file is there");
    // A second time the file is there, and stays: the dialog says so and stays open.
    ask(&mut program);
    program.get_by_role_and_label(egui::accesskit::Role::TextInput, "Write to").focus();
    program.run_ok();
    press(&mut program, Modifiers::COMMAND, Key::A);
    program.get_by_role_and_label(egui::accesskit::Role::TextInput, "Write to").type_text(out.to_str().unwrap());
    program.run_ok();
    click(&mut program, "Write anyway");
    settle(&mut program);
    assert!(has(&program, "Write anyway") && has(&program, "already"), "the dialog tells why it was not written");
}

#[test]
fn a_table_and_a_page_are_seen_and_what_is_new_is_told_since_the_last_export() {
    let (folder, path) = file(
        &WEAK
            .replace("2024-02-31", "2024-02-11")
            .replace("when:", "cites: [\"p\"], when:")
            .replace("actors:", "sources: [(id: \"p\", publisher: \"P\", url: \"https://p.example\")], actors:"),
    );
    let mut program = start(Start::File(path.clone()));
    press(&mut program, Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    settle(&mut program);
    for (format, seen) in [
        ("Table as CSV", "id,title,date_written"),
        ("Note as a web page, to print", "The page holds these words, and the chart"),
    ] {
        program.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Format").click();
        program.run_ok();
        click(&mut program, format);
        settle(&mut program);
        assert!(has(&program, seen), "{format}");
    }
    assert!(!has(&program, "What is new"), "there is nothing to compare with yet");
    click(&mut program, "Write file");
    settle(&mut program);
    #[expect(clippy::disallowed_methods, reason = "the test looks at what was written")]
    let page = std::fs::read_to_string(
        folder.path().join("briefing.html").with_file_name(path.with_extension("html").file_name().unwrap()),
    )
    .unwrap();
    assert!(page.contains("<h1>T</h1>"), "{page}");
    press(&mut program, Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    settle(&mut program);
    program.get_by_role_and_label(egui::accesskit::Role::ComboBox, "What is new").click();
    program.run_ok();
    assert!(has(&program, "Since the last export"));
}

#[test]
fn another_template_is_chosen_and_seen_before_it_is_written() {
    let mut program = start(Start::Sample);
    press(&mut program, Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    settle(&mut program);
    click(&mut program, "Text");
    settle(&mut program);
    assert!(has(&program, "## Who they are"));
    program.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Template").click();
    program.run_ok();
    click(&mut program, "Quotes by speaker");
    settle(&mut program);
    assert!(has(&program, "what they said"));
}

#[test]
fn every_menu_fits_into_a_low_window() {
    let size = [900.0, 600.0];
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
    let mut program = program::start_in(size, egui::Theme::Light, Start::Sample, SettingsFile::nowhere());
    for menu in Menu::ALL {
        let button = program.get_all_by_label(menu.label()).next().unwrap();
        let below = button.rect().bottom();
        button.click();
        program.run_ok();
        let commands = Command::ALL.iter().filter(|command| command.menu() == *menu);
        for command in commands {
            let rows = program.get_all_by_label_contains(command.text());
            assert!(
                rows.map(|row| row.rect()).any(|rect| window.contains_rect(rect) && rect.top() >= below),
                "{menu:?}: {command:?}"
            );
        }
        press(&mut program, Modifiers::NONE, Key::Escape);
    }
}
