//! Files that are brought in through the window, on the real program: shown first, mended in place, one step.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test writes the files that the program brings in")]

mod program;

use std::path::{Path, PathBuf};

use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use program::{Program, click, dropped, file, go_to, has, press, settle, start};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

struct Desk {
    program: Program,
    path: PathBuf,
    folder: tempfile::TempDir,
}

const BRIEFING: &str = "// mine\n(title: \"T\", actors: [(id: \"ada\", kind: Person, name: \"Ada Berg\")])";

fn desk() -> Desk {
    let (folder, path) = file(BRIEFING);
    let mut desk = Desk { program: start(Start::File(path.clone())), path, folder };
    desk.press(CTRL, Key::E);
    desk
}

impl Desk {
    fn press(&mut self, modifiers: Modifiers, key: Key) {
        press(&mut self.program, modifiers, key);
        settle(&mut self.program);
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn drop_file(&mut self, path: &Path) {
        self.program.input_mut().dropped_files.push(dropped(path));
        self.program.run_ok();
        settle(&mut self.program);
    }

    fn click_last(&mut self, role: Role, label: &str) {
        let all: Vec<_> = self.program.query_all_by_role_and_label(role, label).collect();
        all.last().unwrap_or_else(|| panic!("no {label}")).click_accesskit();
        drop(all);
        self.program.run_ok();
        settle(&mut self.program);
    }

    fn saved(&mut self) -> String {
        self.press(CTRL, Key::S);
        dateline::store::read_file(&self.path).unwrap()
    }
}

#[test]
fn a_dropped_file_of_rows_is_shown_first_mended_in_place_and_added_in_one_step() {
    let mut desk = desk();
    let path = desk.write("rows.csv", "Besucher;Ziel;Land;Datum\nAda Berg;CH;x;14.10.2024\nBo Nil;CH;y;31.2.2024\n");
    desk.drop_file(&path);
    assert!(has(&desk.program, "Import rows.csv"));
    assert!(has(&desk.program, "Read as: Semicolons, UTF-8"));
    assert!(has(&desk.program, "1 cell does not fit"));
    assert!(has(&desk.program, "Not added: 1 row kept aside"));
    // The cell is mended where it stands.
    desk.program.get_by_role_and_label(Role::TextInput, "Row 3, Date").focus();
    settle(&mut desk.program);
    desk.press(CTRL, Key::A);
    desk.program.event(Event::Text("28.2.2024".to_owned()));
    desk.program.run_ok();
    desk.press(NONE, Key::Enter);
    assert!(!has(&desk.program, "does not fit"));
    click(&mut desk.program, "Add 2 visits");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Visits 2"));
    let saved = desk.saved();
    assert!(saved.starts_with("// mine\n(title: \"T\", "), "{saved}");
    for part in
        ["cites: [\"rows#2\"]", "visitors: [\"ada\"]", "\"2024-02-28\"", "Bo Nil | CH | y | 31.2.2024", "kind: Dataset"]
    {
        assert!(saved.contains(part), "{part}: {saved}");
    }
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.saved(), BRIEFING, "one step");
}

#[test]
fn rows_that_are_there_already_are_not_added_again() {
    let mut desk = desk();
    let path = desk.write("rows.csv", "Visitors,To,Date\nAda Berg,CH,2024-10-14\n");
    desk.drop_file(&path);
    click(&mut desk.program, "Add 1 visit");
    settle(&mut desk.program);
    desk.drop_file(&path);
    assert!(has(&desk.program, "Not added: 1 row the briefing already has"));
    assert!(has(&desk.program, "Add 0 visits"));
}

#[test]
fn a_sheet_is_picked_and_its_rows_become_another_kind() {
    let mut desk = desk();
    let path = desk.write("book.ods", include_bytes!("imported/visits.ods"));
    desk.drop_file(&path);
    assert!(has(&desk.program, "Read as: OpenDocument, sheet “Visits”"));
    assert!(has(&desk.program, "the cell shows “2 Jan”"));
    desk.click_last(Role::ComboBox, "Sheet Visits");
    desk.click_last(Role::MenuItemRadio, "People");
    assert!(has(&desk.program, "sheet “People”"));
    desk.click_last(Role::ComboBox, "Each row becomes one of the visits");
    desk.click_last(Role::MenuItemRadio, "actors");
    click(&mut desk.program, "Add 1 actor");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Actors 2"));
}

#[test]
fn references_and_articles_become_sources() {
    let mut desk = desk();
    let bib = desk.write(
        "library.bib",
        "@online{gaz1, title={A bridge}, journaltitle={The Gazette}, date={2024-10~}}\n@misc{bad, title={x\n",
    );
    desk.drop_file(&bib);
    assert!(has(&desk.program, "1 source to add; 1 that cannot be taken"));
    assert!(has(&desk.program, "A bridge · The Gazette"));
    click(&mut desk.program, "Add 1 source");
    settle(&mut desk.program);
    let text =
        desk.write("one.txt", "A tunnel is closed\n\n14 October 2024\n\nIt was closed by nobody, said the mayor.\n");
    desk.drop_file(&text);
    assert!(has(&desk.program, "Published 2024-10-14"));
    click(&mut desk.program, "Add 1 source");
    settle(&mut desk.program);
    // Too few letters tell the encoding of an article: it is said, for one file or for all that do not tell theirs.
    let bytes = b"Mostovi\n\n14 October 2024\n\nGospo\xf0a je do\x9ala.\n";
    let paths = [desk.write("two.txt", bytes), desk.write("three.txt", [bytes.as_slice(), b"Kraj.\n"].concat())];
    desk.drop_file(&paths[0]);
    assert!(has(&desk.program, "a guess from its letters"));
    desk.click_last(Role::ComboBox, "Encoding as told from the file");
    desk.click_last(Role::MenuItemRadio, "windows-1250");
    assert!(!has(&desk.program, "a guess from its letters"));
    click(&mut desk.program, "Add 1 source");
    settle(&mut desk.program);
    desk.program.input_mut().dropped_files.extend(paths.iter().map(|path| dropped(path)));
    desk.program.run_ok();
    settle(&mut desk.program);
    desk.click_last(Role::ComboBox, "Encoding of the 2 files that do not tell theirs as told from the file");
    desk.click_last(Role::MenuItemRadio, "windows-1250");
    assert!(has(&desk.program, "1 source to add; 1 already in the briefing"), "read as the first was");
    desk.click_last(Role::ComboBox, "Encoding of three.txt windows-1250");
    desk.click_last(Role::MenuItemRadio, "windows-1251");
    assert!(has(&desk.program, "1 source to add; 1 already in the briefing"));
    click(&mut desk.program, "Add 1 source");
    settle(&mut desk.program);
    go_to(&mut desk.program, "Sources");
    assert!(has(&desk.program, "Sources 4"));
    let saved = desk.saved();
    for part in ["published: \"2024-10~\"", "Gospođa je došla.", "Gospo\u{440}a"] {
        assert!(saved.contains(part), "{part}: {saved}");
    }
}

#[test]
fn what_was_said_of_columns_is_taken_again_for_a_file_with_the_same_heads() {
    let mut desk = desk();
    let path = desk.write("may.csv", "P1;Ziel;P2\nAda Berg;CH;14.5.2024\n");
    desk.drop_file(&path);
    desk.click_last(Role::ComboBox, "“P1” is Not taken");
    desk.click_last(Role::MenuItemRadio, "Visitors");
    assert!(has(&desk.program, "“P2” is Date"), "it holds nothing but dates");
    click(&mut desk.program, "Add 1 visit");
    settle(&mut desk.program);
    let path = desk.write("june.csv", "P2;Ziel;P1\n14.6.2024;CH;Ada Berg\n");
    desk.drop_file(&path);
    assert!(has(&desk.program, "The columns are taken as in the last file with these heads"));
    assert!(has(&desk.program, "“P1” is Visitors"));
    click(&mut desk.program, "Look at them anew");
    settle(&mut desk.program);
    assert!(has(&desk.program, "“P1” is Not taken"));
    assert!(!has(&desk.program, "The columns are taken as"));
}

#[test]
fn a_name_that_several_have_is_decided_once_for_all_rows_by_keyboard() {
    let mut desk = desk();
    let path = desk.write("people.csv", "Kind,Name,Country\nPerson,Ada Berg,CH\n");
    desk.drop_file(&path);
    desk.click_last(Role::ComboBox, "Each row becomes one of the visits");
    desk.click_last(Role::MenuItemRadio, "actors");
    click(&mut desk.program, "Add 1 actor");
    settle(&mut desk.program);
    let path = desk
        .write("rows.csv", "Visitors,To,Date\nAda Berg,CH,2024-10-14\nAda Berg,RS,2024-11-14\nBo Nil,RS,2024-12-14\n");
    desk.drop_file(&path);
    assert!(has(&desk.program, "1 name may be one of several: say who is meant, once for all rows"));
    assert!(has(&desk.program, "rows 2, 3; several are called so"));
    assert!(has(&desk.program, "Add 1 visit"));
    desk.program.get_by_role_and_label(Role::ComboBox, "“Ada Berg” is Not decided").focus();
    settle(&mut desk.program);
    desk.press(NONE, Key::Enter);
    desk.program.query_all_by_role(Role::MenuItemRadio).nth(1).unwrap().focus();
    settle(&mut desk.program);
    desk.press(NONE, Key::Enter);
    assert!(has(&desk.program, "1 name in doubt: each is taken for the one named here, in all rows"));
    click(&mut desk.program, "Add 3 visits");
    settle(&mut desk.program);
    let saved = desk.saved();
    assert_eq!(saved.matches("visitors: [\"ada\"]").count(), 2, "{saved}");
}

#[test]
fn what_every_row_has_is_said_once() {
    let mut desk = desk();
    let path = desk.write("rows.csv", "Visitors,Date\nAda Berg,2024-10-14\nBo Nil,2024-10-15\n");
    desk.drop_file(&path);
    desk.click_last(Role::ComboBox, "Set in every row a field…");
    desk.click_last(Role::MenuItem, "To");
    desk.program.get_by_role_and_label(Role::TextInput, "To in every row").focus();
    settle(&mut desk.program);
    desk.program.event(Event::Text("Serbja".to_owned()));
    desk.program.run_ok();
    desk.press(NONE, Key::Enter);
    assert!(has(&desk.program, "To: “Serbja” is no country; Serbia?"), "a slip is told");
    desk.program.get_by_role_and_label(Role::TextInput, "To in every row").focus();
    settle(&mut desk.program);
    desk.press(CTRL, Key::A);
    desk.program.event(Event::Text("Serbia".to_owned()));
    desk.program.run_ok();
    desk.press(NONE, Key::Enter);
    click(&mut desk.program, "Add 2 visits");
    settle(&mut desk.program);
    assert_eq!(desk.saved().matches("to: \"RS\"").count(), 2);
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_changes() {
    let mut desk = desk();
    let path = desk.write("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old");
    desk.drop_file(&path);
    assert!(has(&desk.program, "save it as XLSX, ODS or CSV"));
    click(&mut desk.program, "Close");
    settle(&mut desk.program);
    assert_eq!(desk.saved(), BRIEFING);
}

#[test]
fn while_viewing_a_file_is_not_brought_in_and_the_reason_is_told() {
    let mut desk = desk();
    desk.press(CTRL, Key::E);
    let path = desk.write("rows.csv", "Visitors,To\nAda Berg,CH\n");
    desk.drop_file(&path);
    assert!(has(&desk.program, "Switch to editing first"));
    assert!(!has(&desk.program, "Import rows.csv"));
}

const VISITED: &str = "(title: \"T\", actors: [(id: \"ada\", kind: Person, name: \"Ada Berg\")], visits: [\n    \
    (id: \"v1\", visitors: [\"ada\"], to: \"CH\", when: \"2024-10-14\"),\n    \
    (id: \"v2\", visitors: [\"ada\"], to: \"RS\", when: \"2024-11\"),\n])";

#[test]
fn rows_that_may_be_visits_which_are_there_are_said_to_be_so_by_keyboard() {
    let (folder, path) = file(VISITED);
    let mut desk = Desk { program: start(Start::File(path.clone())), path, folder };
    desk.press(CTRL, Key::E);
    let rows = desk.write(
        "rows.csv",
        "Visitors,To,Date,Place,Note\nAda Berg,CH,2024-10-14,Geneva,Talks\nAda Berg,RS,2024-11-05,Niš,\n\
         Ada Berg,CH,2024-10,Bern,Said\nBo Nil,CH,2024-10-14,Basel,\n",
    );
    desk.drop_file(&rows);
    assert!(has(&desk.program, "3 rows may be visits that the briefing has"));
    assert!(has(&desk.program, "Ada Berg to Geneva, 14 Oct 2024; there is Ada Berg to Switzerland, 14 Oct 2024"));
    assert!(has(&desk.program, "Add 4 visits"), "until somebody says otherwise each is new");
    // The first says more, the third says the same.
    for (row, item) in [(2, 2), (4, 1)] {
        let label = format!("Row {row} is a new visit");
        desk.program.get_by_role_and_label(Role::ComboBox, &label).focus();
        settle(&mut desk.program);
        desk.press(NONE, Key::Enter);
        desk.program.query_all_by_role(Role::MenuItemRadio).nth(item).unwrap().focus();
        settle(&mut desk.program);
        desk.press(NONE, Key::Enter);
    }
    assert!(has(&desk.program, "1 row may be a visit that the briefing has"));
    click(&mut desk.program, "Add 2 visits, and to 2");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Visits 4"));
    let saved = desk.saved();
    let first = saved.lines().find(|line| line.contains("id: \"v1\"")).unwrap();
    for part in ["when: \"2024-10-14\"", "place: \"Geneva\"", "note: \"Talks\"", "cites: [\"rows#2\", \"rows#4\"]"] {
        assert!(first.contains(part), "{part}: {saved}");
    }
    assert!(!first.contains("Said"), "a row that is the same changes nothing");
    assert!(!saved.contains("kind: Open") && !saved.contains("conflicts"), "{saved}");
    // What was said is known the next time.
    desk.drop_file(&rows);
    assert!(has(&desk.program, "Not added: 4 rows the briefing already has"));
    desk.press(NONE, Key::Escape);
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.saved(), VISITED, "one step");
}

#[test]
fn a_row_that_dates_a_visit_otherwise_leaves_a_conflict_and_all_are_said_at_once() {
    let (folder, path) = file(VISITED);
    let mut desk = Desk { program: start(Start::File(path.clone())), path, folder };
    desk.press(CTRL, Key::E);
    let rows = desk.write("rows.csv", "Visitors,To,Date\nAda Berg,CH,2024-10\nAda Berg,RS,2024-11-05\n");
    desk.drop_file(&rows);
    desk.click_last(Role::ComboBox, "All of them are a new visit");
    desk.click_last(Role::MenuItemRadio, "the one that is there: add what the row says");
    click(&mut desk.program, "Add to 2 visits");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Visits 2"));
    let saved = desk.saved();
    assert!(saved.contains("when: \"2024-10-14\"") && saved.contains("when: \"2024-11\""), "{saved}");
    let conflicts = saved.split("conflicts: [").nth(1).unwrap_or_default();
    assert!(conflicts.contains("2024-11-05") && conflicts.contains("rows#3"), "{saved}");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.saved(), VISITED, "one step");
}

#[test]
fn several_files_are_brought_in_together_and_an_article_is_offered_to_be_read() {
    let mut desk = desk();
    let paths = [
        desk.write("one.txt", "A tunnel is closed\n\n14 October 2024\n\nIt was closed by nobody, said the mayor.\n"),
        desk.write("rows.csv", "Visitors,To,Date\nAda Berg,CH,2024-10-14\n"),
        desk.write("two.txt", "A bridge is open\n\n15 October 2024\n\nIt was opened by two, said the mayor.\n"),
        desk.write("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"),
        desk.write("more.csv", "Visitors,To,Date\nBo Nil,RS,2024-10-15\n"),
    ];
    desk.program.input_mut().dropped_files.extend(paths.iter().map(|path| dropped(path)));
    desk.program.run_ok();
    settle(&mut desk.program);
    assert!(has(&desk.program, "Import 5 files"));
    assert!(has(&desk.program, "old.xlsx is not read: An Excel file of before 2007"));
    assert!(has(&desk.program, "one.txt: Published 2024-10-14"));
    assert!(has(&desk.program, "2 files of rows follow"));
    click(&mut desk.program, "Add 2 sources");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Import rows.csv") && has(&desk.program, "1 file of rows after this one"));
    click(&mut desk.program, "Skip this file");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Import more.csv"));
    click(&mut desk.program, "Add 1 visit");
    settle(&mut desk.program);
    assert!(has(&desk.program, "Visits 1") && has(&desk.program, "Sources 3"));
    // One article by itself is shown, and offered to be read into records.
    assert!(has(&desk.program, "2 articles are held"));
    let third = desk.write("three.txt", "A dam holds\n\n16 October 2024\n\nIt holds, said the mayor.\n");
    desk.drop_file(&third);
    click(&mut desk.program, "Add 1 source");
    settle(&mut desk.program);
    assert!(has(&desk.program, "The article is held. Select words in it"));
    click(&mut desk.program, "Read it into records");
    settle(&mut desk.program);
    settle(&mut desk.program);
    assert!(has(&desk.program, "Proposals, "), "they are shown");
}

#[test]
fn a_file_is_read_otherwise_and_its_rows_kept_aside_are_saved() {
    let mut desk = desk();
    // Half of the rows say nothing of where the others are parted, and the letters are guessed.
    let path = desk.write("rows.csv", b"Visitors,To;Place;Date\nAda,CH;Z\xfcrich;2024-10-14\nBo,RS;Ni\x9a;31.2.2024\n");
    desk.drop_file(&path);
    desk.click_last(Role::ComboBox, "Cells are parted by as told from the file");
    desk.click_last(Role::MenuItemRadio, "commas");
    assert!(has(&desk.program, "Read as: Commas"));
    desk.click_last(Role::ComboBox, "Cells are parted by commas");
    desk.click_last(Role::MenuItemRadio, "semicolons");
    desk.click_last(Role::ComboBox, "Encoding as told from the file");
    desk.click_last(Role::MenuItemRadio, "windows-1250");
    assert!(has(&desk.program, "Read as: Semicolons, windows-1250"));
    assert!(!has(&desk.program, "a guess"));
    desk.click_last(Role::ComboBox, "“Visitors,To” is Not taken");
    desk.click_last(Role::MenuItemRadio, "Visitors");
    assert!(has(&desk.program, "Niš"));
    click(&mut desk.program, "Save the rows kept aside");
    settle(&mut desk.program);
    click(&mut desk.program, "Save them");
    settle(&mut desk.program);
    assert!(has(&desk.program, "1 row saved in"));
    let beside = dateline::store::read_file(&path.with_file_name("rows-kept-aside.csv")).unwrap();
    assert!(beside.contains("\"Bo,RS\",\"Niš\",\"31.2.2024\",\"3\",\""), "{beside}");
    // A second one does not go over it.
    click(&mut desk.program, "Save the rows kept aside");
    settle(&mut desk.program);
    click(&mut desk.program, "Save them");
    settle(&mut desk.program);
    assert!(!has(&desk.program, "1 row saved in"));
}

#[test]
fn a_spreadsheet_begins_a_briefing_where_none_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.csv");
    std::fs::write(&path, "Visitors,To,Date\nAda Berg,CH,2024-10-14\n").unwrap();
    // Dropped on the window, or named when the program starts.
    let mut dropped_on = start(Start::Nothing);
    dropped_on.input_mut().dropped_files.push(dropped(&path));
    dropped_on.run_ok();
    for program in [&mut dropped_on, &mut start(Start::File(path))] {
        settle(program);
        settle(program);
        click(program, "Add 1 visit");
        settle(program);
        assert!(has(program, "Visits 1") && has(program, "Sources 1"));
    }
}
