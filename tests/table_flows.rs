//! Tables that are edited in place, through the accessibility tree, on the real program.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod program;

use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, file, go_to, has, press, settle, start};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

/// A briefing of so many visits, its file, and the folder that holds it.
struct Desk {
    program: Program,
    path: std::path::PathBuf,
    _folder: tempfile::TempDir,
}

const ACTORS: &str = r#"actors: [
    (id: "ana", kind: Person, name: "Ana Primer", country: "RS"),
    (id: "li", kind: Person, name: "Li Xiaoxin", aliases: ["Li Sjaosin"], country: "CN"),
    (id: "wang", kind: Person, name: "Wang Yi", country: "CN"),
  ]"#;

fn visits(count: usize) -> String {
    (0..count)
        .map(|n| {
            let month = 1 + n % 12;
            format!(
                "(id: \"v{n}\", visitors: [\"li\"], to: \"RS\", place: \"Town {n}\", when: \"{}-{month:02}\"),\n",
                2000 + n / 12
            )
        })
        .collect()
}

/// The table of the visits of a briefing, in editing mode.
fn desk(visits: &str) -> Desk {
    let (folder, path) = file(&format!("(title: \"T\", {ACTORS}, visits: [\n{visits}])"));
    let mut desk = Desk { program: start(Start::File(path.clone())), path, _folder: folder };
    desk.press(CTRL, Key::E);
    go_to(&mut desk.program, "Visits");
    settle(&mut desk.program);
    click(&mut desk.program, "Table");
    settle(&mut desk.program);
    desk
}

impl Desk {
    fn press(&mut self, modifiers: Modifiers, key: Key) {
        press(&mut self.program, modifiers, key);
        settle(&mut self.program);
    }

    fn words(&mut self, text: &str) {
        for letter in text.chars() {
            self.program.event(Event::Text(letter.to_string()));
            self.program.run_ok();
        }
        settle(&mut self.program);
    }

    /// Clicks the last thing of this role and name: what lies over the rest comes last.
    fn click_last(&mut self, role: Role, label: &str) {
        let all: Vec<_> = self.program.query_all_by_role_and_label(role, label).collect();
        // As a screen reader clicks, also what is scrolled out of sight.
        all.last().unwrap_or_else(|| panic!("no {label}")).click_accesskit();
        drop(all);
        self.program.run_ok();
        settle(&mut self.program);
    }

    fn do_by_name(&mut self, command: &str) {
        self.press(CTRL, Key::K);
        self.words(command);
        self.press(NONE, Key::Enter);
    }

    /// Clicks a row, whose name begins so.
    fn click_row(&mut self, begin: &str, modifiers: Modifiers) {
        let is_it = |label: Option<String>| label.is_some_and(|label| label.starts_with(begin));
        let rows = self.program.get_all_by_role(Role::Row);
        let row = rows.into_iter().find(|row| is_it(row.accesskit_node().label()));
        row.unwrap_or_else(|| panic!("no row {begin}")).click_modifiers(modifiers);
        self.program.run_ok();
        settle(&mut self.program);
    }

    /// The rows that a screen reader says are selected, by the beginnings of their names.
    fn selected(&self) -> Vec<String> {
        let rows = self.program.get_all_by_role(Role::Row);
        let selected = rows.into_iter().filter(|row| row.accesskit_node().is_selected() == Some(true));
        let begin = |label: String| label.split(',').next().unwrap_or_default().to_owned();
        selected.filter_map(|row| row.accesskit_node().label()).map(begin).collect()
    }

    /// The names of the rows in sight, top to bottom.
    fn rows(&self) -> Vec<String> {
        let rows = self.program.get_all_by_role(Role::Row);
        rows.into_iter().filter_map(|row| row.accesskit_node().label()).collect()
    }

    fn saved(&mut self) -> String {
        self.press(CTRL, Key::S);
        dateline::store::read_file(&self.path).unwrap()
    }

    fn paste(&mut self, text: &str) {
        self.program.event(Event::Paste(text.to_owned()));
        self.program.run_ok();
        settle(&mut self.program);
    }

    /// What is put on the clipboard by a key.
    fn copied(&mut self) -> String {
        self.program.event(Event::Copy);
        let mut copied = String::new();
        for _ in 0..6 {
            self.program.step();
            for command in &self.program.output().platform_output.commands {
                if let OutputCommand::CopyText(text) = command {
                    copied.clone_from(text);
                }
            }
        }
        settle(&mut self.program);
        copied
    }
}

#[test]
fn the_channel_of_fifty_selected_rows_is_changed_in_one_step() {
    let mut desk = desk(&visits(60));
    let before = desk.saved();
    desk.click_row("Li Xiaoxin to Town 0", NONE);
    for _ in 0..49 {
        desk.press(Modifiers::SHIFT, Key::ArrowDown);
    }
    assert!(has(&desk.program, "50 of 60 visits selected"));
    click(&mut desk.program, "Change a field…");
    assert!(has(&desk.program, "Change a field of 50 visits"));
    desk.click_last(Role::ComboBox, "Channels");
    click(&mut desk.program, "Military");
    click(&mut desk.program, "Set in 50 visits");
    settle(&mut desk.program);
    assert_eq!(desk.saved().matches("channels: [Military]").count(), 50);
    assert!(has(&desk.program, "50 of 60 visits selected"), "they stay selected");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.saved(), before, "one undo, and the file is as it was");
}

/// Above two thousand edits a step is undone and done again on a thread.
#[test]
fn a_step_over_thousands_of_rows_is_undone_and_done_again_while_the_window_goes_on() {
    let mut desk = desk(&visits(2_100));
    desk.click_row("Li Xiaoxin to Town 0", NONE);
    desk.press(CTRL, Key::A);
    assert!(has(&desk.program, "2,100 of 2,100 visits selected"));
    press(&mut desk.program, CTRL, Key::D);
    settle(&mut desk.program);
    assert!(has(&desk.program, "Visits 4,200"));
    desk.program.key_press_modifiers(CTRL, Key::Z);
    desk.program.step();
    desk.program.step();
    assert!(desk.program.state().is_busy() && has(&desk.program, "Visits 4,200"), "it is worked out meanwhile");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Visits 2,100"));
    press(&mut desk.program, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    settle(&mut desk.program);
    assert!(has(&desk.program, "Visits 4,200"));
}

#[test]
fn rows_are_selected_by_clicks_and_keys_and_each_says_so() {
    let mut desk = desk(&visits(12));
    desk.click_row("Li Xiaoxin to Town 2", NONE);
    assert_eq!(desk.selected(), ["Li Xiaoxin to Town 2"]);
    desk.click_row("Li Xiaoxin to Town 5", CTRL);
    assert_eq!(desk.selected(), ["Li Xiaoxin to Town 2", "Li Xiaoxin to Town 5"]);
    assert!(has(&desk.program, "2 of 12 visits selected"));
    // Two that are selected are the two to be merged.
    desk.do_by_name("Merge…");
    assert!(has(&desk.program, "Merge another visit into") && !has(&desk.program, "Visit to merge"));
    desk.press(NONE, Key::Escape);
    assert!(has(&desk.program, "2 of 12 visits selected"));
    desk.click_row("Li Xiaoxin to Town 2", CTRL);
    assert_eq!(desk.selected(), ["Li Xiaoxin to Town 5"], "Ctrl takes one out again");
    desk.click_row("Li Xiaoxin to Town 3", NONE);
    desk.click_row("Li Xiaoxin to Town 6", Modifiers::SHIFT);
    let towns = |range: std::ops::RangeInclusive<usize>| range.map(|n| format!("Li Xiaoxin to Town {n}"));
    assert_eq!(desk.selected(), towns(3..=6).collect::<Vec<_>>());
    desk.press(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(desk.selected(), towns(3..=5).collect::<Vec<_>>());
    desk.press(CTRL, Key::A);
    assert!(has(&desk.program, "12 of 12 visits selected"));
    desk.press(NONE, Key::ArrowDown);
    assert_eq!(desk.selected(), ["Li Xiaoxin to Town 6"], "an arrow alone selects one row");
}

#[test]
fn sorting_and_searching_leave_the_selection_as_it_is() {
    let mut desk = desk(&visits(12));
    desk.press(CTRL, Key::A);
    desk.click_last(Role::ColumnHeader, "Place");
    assert!(has(&desk.program, "12 of 12 visits selected"), "the selection goes by record, not by place");
    desk.press(CTRL, Key::F);
    desk.words("Town 1");
    // Search leaves rows alone; the filter's text does not.
    desk.press(NONE, Key::Escape);
    assert!(has(&desk.program, "12 of 12 visits selected"));
}

#[test]
fn a_cell_is_edited_in_place_and_the_keys_go_on() {
    let mut desk = desk(&visits(4));
    desk.click_row("Li Xiaoxin to Town 1", NONE);
    for _ in 0..6 {
        desk.press(NONE, Key::ArrowLeft);
    }
    for _ in 0..3 {
        desk.press(NONE, Key::ArrowRight);
    }
    desk.press(NONE, Key::F2);
    assert!(has(&desk.program, "Enter keeps it"));
    desk.words(" Sad");
    desk.press(NONE, Key::Enter);
    assert!(has(&desk.program, "Li Xiaoxin to Town 1 Sad"));
    assert_eq!(desk.selected(), ["Li Xiaoxin to Town 2"], "Enter goes down");
    // Typing takes the place of what stands there.
    desk.words("Novi Sad");
    desk.press(NONE, Key::Tab);
    assert!(has(&desk.program, "Li Xiaoxin to Novi Sad"));
    // Tab went right: to the channels, where a letter goes to a word.
    desk.words("m");
    desk.press(NONE, Key::Enter);
    let saved = desk.saved();
    assert!(saved.contains("place: \"Novi Sad\", channels: [Military], when: \"2000-03\""), "{saved}");
    desk.press(NONE, Key::F2);
    desk.press(NONE, Key::Escape);
    assert!(!has(&desk.program, "Enter keeps it"));
    desk.press(CTRL, Key::Z);
    desk.press(CTRL, Key::Z);
    desk.press(CTRL, Key::Z);
    assert!(!desk.saved().contains("Sad"));
}

#[test]
fn a_name_is_completed_in_a_cell_over_all_its_spellings() {
    let mut desk = desk(&visits(3));
    desk.click_row("Li Xiaoxin to Town 1", NONE);
    for _ in 0..9 {
        desk.press(NONE, Key::ArrowLeft);
    }
    desk.press(NONE, Key::ArrowRight);
    // Visitors: what is typed is looked for, and added.
    desk.words("Wang");
    desk.press(NONE, Key::Enter);
    assert!(has(&desk.program, "Remove Wang Yi"), "more may follow");
    desk.press(NONE, Key::Enter);
    assert!(desk.saved().contains("id: \"v1\", visitors: [\"li\", \"wang\"]"));
    desk.press(NONE, Key::ArrowUp);
    desk.words("Jelena Nova");
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::Tab);
    assert!(desk.saved().contains("visitors: [\"li\", \"wang\", \"jelena-nova\"]"));
    assert!(has(&desk.program, "Actors 4"));
    desk.press(CTRL, Key::Z);
    assert!(has(&desk.program, "Actors 3"), "the person and the mention are one step");
}

#[test]
fn a_value_goes_into_all_selected_rows() {
    let mut desk = desk(&visits(5));
    desk.click_row("Li Xiaoxin to Town 1", NONE);
    desk.click_row("Li Xiaoxin to Town 3", Modifiers::SHIFT);
    for _ in 0..9 {
        desk.press(NONE, Key::ArrowLeft);
    }
    for _ in 0..3 {
        desk.press(NONE, Key::ArrowRight);
    }
    desk.words("Belgrade");
    assert!(has(&desk.program, "Ctrl+Enter sets 3 rows"));
    desk.press(CTRL, Key::Enter);
    assert_eq!(desk.saved().matches("place: \"Belgrade\"").count(), 3);
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.saved().matches("Belgrade").count(), 0);
}

#[test]
fn what_follows_from_something_else_says_where_to_change_it() {
    let mut desk = desk(&visits(2));
    desk.click_row("Li Xiaoxin to Town 1", NONE);
    for _ in 0..9 {
        desk.press(NONE, Key::ArrowLeft);
    }
    desk.press(NONE, Key::ArrowRight);
    desk.press(NONE, Key::ArrowRight);
    desk.press(NONE, Key::F2);
    assert!(has(&desk.program, "The direction follows from who travels"));
    assert!(!has(&desk.program, "Enter keeps it"));
}

#[test]
fn viewing_selects_and_copies_and_changes_nothing() {
    let mut desk = desk(&visits(3));
    desk.press(CTRL, Key::E);
    desk.click_row("Li Xiaoxin to Town 0", NONE);
    desk.press(CTRL, Key::A);
    assert!(has(&desk.program, "3 of 3 visits selected"));
    let before = desk.rows();
    for (modifiers, key) in [(NONE, Key::F2), (NONE, Key::Delete), (CTRL, Key::D), (Modifiers::ALT, Key::ArrowUp)] {
        desk.press(modifiers, key);
    }
    desk.words("x");
    desk.paste("Place\nNovi Sad");
    assert_eq!(desk.rows(), before);
    assert!(has(&desk.program, "Switch to editing first"));
    assert!(!has(&desk.program, "Paste rows as visits"));
    let copied = desk.copied();
    assert_eq!(copied.lines().count(), 4, "{copied}");
    assert!(copied.starts_with("Id\tDate\tVisitors\t"));
}

#[test]
fn rows_are_duplicated_and_deleted_together() {
    let mut desk = desk(&visits(6));
    let before = desk.saved();
    desk.click_row("Li Xiaoxin to Town 1", NONE);
    desk.click_row("Li Xiaoxin to Town 3", CTRL);
    desk.press(CTRL, Key::D);
    assert!(has(&desk.program, "Visits 8"));
    assert!(has(&desk.program, "2 of 8 visits selected"), "the copies are selected");
    let saved = desk.saved();
    let ids: Vec<&str> = saved.split("(id: \"").skip(4).filter_map(|part| part.split('"').next()).collect();
    assert_eq!(ids, ["v0", "v1", "v1-2", "v2", "v3", "v3-2", "v4", "v5"], "each behind its own");
    desk.press(NONE, Key::Delete);
    assert!(has(&desk.program, "Visits 6"));
    desk.press(CTRL, Key::Z);
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.saved(), before);
}

#[test]
fn rows_move_where_they_stand_as_in_the_file() {
    let mut desk = desk(&visits(5));
    let order = |desk: &mut Desk| -> Vec<String> {
        let saved = desk.saved();
        saved.split("(id: \"v").skip(1).filter_map(|part| part.split('"').next()).map(str::to_owned).collect()
    };
    desk.click_row("Li Xiaoxin to Town 2", NONE);
    desk.press(Modifiers::ALT, Key::ArrowUp);
    assert!(has(&desk.program, "Rows move where they stand as in the file"), "why not is said");
    desk.do_by_name("Order as in the file");
    desk.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(order(&mut desk), ["0", "2", "1", "3", "4"]);
    desk.click_row("Li Xiaoxin to Town 1", Modifiers::SHIFT);
    desk.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(order(&mut desk), ["0", "3", "2", "1", "4"], "two together");
    desk.press(CTRL, Key::Z);
    desk.press(CTRL, Key::Z);
    assert_eq!(order(&mut desk), ["0", "1", "2", "3", "4"]);
    // Dragged by its grip below the last row; it would take the others along if it were one of several selected.
    desk.click_row("Li Xiaoxin to Town 4", NONE);
    let at = |desk: &Desk, label: &str| desk.program.get_by_label(label).rect().center();
    let (from, last) = (at(&desk, "Move row 2"), at(&desk, "Move row 5"));
    desk.program.drag_at(from);
    desk.program.step();
    desk.program.hover_at(last + egui::vec2(0.0, 14.0));
    desk.program.step();
    desk.program.drop_at(last + egui::vec2(0.0, 14.0));
    desk.program.run_ok();
    settle(&mut desk.program);
    assert_eq!(order(&mut desk), ["0", "2", "3", "4", "1"]);
}

#[test]
fn pasted_rows_are_shown_first_and_become_records_in_one_step() {
    let mut desk = desk(&visits(2));
    let before = desk.saved();
    desk.paste(
        "when\tVisitors\tplace\tChannels\tNonsense\n\
        14 Oct 2024\tLi Sjaosin, Nova Osoba\tNovi Sad\tMilitary\tx\n\
        31 Feb 2024\tWang Yi\tNiš\tparty to party\ty\n",
    );
    assert!(has(&desk.program, "Paste rows as visits"));
    assert!(has(&desk.program, "2 rows; say what each column is"));
    // Whether the first line is a row like the others is told from its words, and a person may say otherwise.
    click(&mut desk.program, "The first row names the columns");
    settle(&mut desk.program);
    assert!(has(&desk.program, "3 rows; the columns are taken to stand as in the table"));
    click(&mut desk.program, "The first row names the columns");
    settle(&mut desk.program);
    assert!(has(&desk.program, "2 rows; say what each column is"));
    assert!(has(&desk.program, "1 cell does not fit"));
    assert!(has(&desk.program, "Row 3, Date"));
    // Whether a comma parts two names is asked, once for the column.
    desk.click_last(Role::ComboBox, "Visitors: cells with commas, such as “Li Sjaosin, Nova Osoba”, are one name");
    desk.click_last(Role::MenuItemRadio, "several names");
    assert!(has(&desk.program, "1 actor will be created too"));
    assert!(has(&desk.program, "Visits 2"), "nothing is added yet");
    click(&mut desk.program, "Add all 2, without what does not fit");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Visits 4"));
    assert!(has(&desk.program, "2 of 4 visits selected"));
    let saved = desk.saved();
    assert!(saved.contains("visitors: [\"li\", \"nova-osoba\"]"), "{saved}");
    assert!(saved.contains("channels: [PartyToParty]"), "{saved}");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.saved(), before, "rows and the new actor are one step");
    desk.paste("2024-05\tWang Yi\n");
    assert!(has(&desk.program, "1 row; the columns are taken to stand as in the table"));
    click(&mut desk.program, "The first row names the columns");
    settle(&mut desk.program);
    assert!(has(&desk.program, "“Wang Yi” is Not taken"), "its words are heads if somebody says so");
    click(&mut desk.program, "The first row names the columns");
    settle(&mut desk.program);
    click(&mut desk.program, "Add 1 visit");
    settle(&mut desk.program);
    assert!(desk.saved().contains("visitors: [\"wang\"], when: \"2024-05\""));
}

#[test]
fn copied_rows_pasted_back_show_the_same() {
    let mut desk = desk(&visits(3));
    desk.press(CTRL, Key::A);
    let copied = desk.copied();
    desk.paste(&copied);
    assert!(!has(&desk.program, "1 cell does not fit") && !has(&desk.program, "cells do not fit"));
    click(&mut desk.program, "Add 3 visits");
    settle(&mut desk.program);
    desk.press(CTRL, Key::A);
    let again = desk.copied();
    let cells = |line: &str| line.split_once('\t').map(|(_, rest)| rest.to_owned()).unwrap_or_default();
    let mut rows: Vec<String> = again.lines().skip(1).map(cells).collect();
    rows.sort();
    let twice: Vec<String> = rows.iter().step_by(2).cloned().collect();
    let mut first: Vec<String> = copied.lines().skip(1).map(cells).collect();
    first.sort();
    assert_eq!(twice, first);
    assert_eq!(rows.len(), 6);
}

#[test]
fn statements_actors_and_sources_are_edited_in_their_tables_too() {
    let (folder, path) = file(
        r#"(title: "T", sources: [(id: "s", publisher: "Daily"), (id: "t", publisher: "Weekly")],
        actors: [(id: "a", kind: Person, name: "Ana"), (id: "b", kind: Person, name: "Bo")],
        statements: [(id: "x", speaker: "a", content: [Said("yes")]), (id: "y", speaker: "b", content: [Para("no")])])"#,
    );
    let mut desk = Desk { program: start(Start::File(path.clone())), path, _folder: folder };
    desk.press(CTRL, Key::E);
    go_to(&mut desk.program, "Actors");
    settle(&mut desk.program);
    desk.click_row("Ana", NONE);
    desk.press(NONE, Key::Home);
    for _ in 0..9 {
        desk.press(NONE, Key::ArrowLeft);
    }
    desk.words("Ana Nova");
    desk.press(NONE, Key::Enter);
    go_to(&mut desk.program, "Statements");
    click(&mut desk.program, "Table");
    settle(&mut desk.program);
    desk.click_row("date not stated, Ana Nova", NONE);
    desk.click_row("date not stated, Bo", CTRL);
    assert!(has(&desk.program, "2 of 2 statements selected"));
    for _ in 0..9 {
        desk.press(NONE, Key::ArrowLeft);
    }
    for _ in 0..6 {
        desk.press(NONE, Key::ArrowRight);
    }
    desk.words("sp");
    desk.press(CTRL, Key::Enter);
    go_to(&mut desk.program, "Sources");
    click(&mut desk.program, "Table");
    settle(&mut desk.program);
    desk.click_row("Daily", NONE);
    desk.paste("Publisher\tReliability\nMonthly\tB\n");
    click(&mut desk.program, "Add 1 source");
    settle(&mut desk.program);
    desk.do_by_name("Move up");
    let saved = desk.saved();
    assert!(saved.contains("name: \"Ana Nova\""), "{saved}");
    assert_eq!(saved.matches("medium: Speech").count() + saved.matches("medium: PressRelease").count(), 2, "{saved}");
    let place = |publisher: &str| saved.find(publisher).unwrap();
    assert!(place("Monthly") < place("Weekly"), "{saved}");
}

#[test]
fn words_are_replaced_in_chosen_fields_in_one_step() {
    let (folder, path) = file(
        r#"(title: "T", actors: [(id: "a", kind: Person, name: "Old", note: "the old one, golden")],
        visits: [(id: "v", visitors: ["a"], to: "RS", place: "Old Town", when: "2024")])"#,
    );
    let mut desk = Desk { program: start(Start::File(path.clone())), path, _folder: folder };
    desk.press(CTRL, Key::E);
    desk.press(CTRL, Key::H);
    desk.words("old");
    assert!(has(&desk.program, "4 hits in 3 places"));
    click(&mut desk.program, "Whole words");
    settle(&mut desk.program);
    assert!(has(&desk.program, "3 hits in 3 places"));
    click(&mut desk.program, "Match case");
    settle(&mut desk.program);
    assert!(has(&desk.program, "1 hit in 1 place"));
    click(&mut desk.program, "Match case");
    settle(&mut desk.program);
    click(&mut desk.program, "Old to Old Town: place");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Replace in 2 places"));
    desk.program.get_by_role_and_label(Role::TextInput, "Replace with").focus();
    desk.program.run_ok();
    desk.words("new");
    desk.press(CTRL, Key::Enter);
    let saved = desk.saved();
    assert!(saved.contains("name: \"new\", note: \"the new one, golden\""), "{saved}");
    assert!(saved.contains("place: \"Old Town\""));
    desk.press(CTRL, Key::Z);
    assert!(desk.saved().contains("name: \"Old\", note: \"the old one, golden\""), "one step");
}

#[test]
fn a_new_record_passes_the_filter_that_is_set() {
    let mut desk = desk(&visits(3));
    click(&mut desk.program, "Add a filter");
    desk.click_last(Role::MenuItemRadio, "Military");
    desk.press(NONE, Key::Escape);
    desk.press(CTRL, Key::N);
    assert!(desk.saved().contains("channels: [Military]"));
}

#[test]
fn letting_a_filter_hide_rows_lets_go_of_them() {
    let mut desk = desk(&format!(
        "{}(id: \"m\", visitors: [\"wang\"], to: \"RS\", when: \"2024\", channels: [Military]),\n\
         (id: \"n\", visitors: [\"wang\"], to: \"RS\", when: \"2023\", channels: [Military]),\n",
        visits(3)
    ));
    desk.press(CTRL, Key::A);
    assert!(has(&desk.program, "5 of 5 visits selected"));
    click(&mut desk.program, "Add a filter");
    desk.click_last(Role::MenuItemRadio, "Military");
    desk.press(NONE, Key::Escape);
    assert!(has(&desk.program, "2 of 2 visits selected"));
    desk.do_by_name("Clear filter");
    assert!(has(&desk.program, "2 of 5 visits selected"), "what was hidden is not selected again");
}
