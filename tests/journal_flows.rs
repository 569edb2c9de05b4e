//! The journal in the window: how soon it has what is typed, what becomes of one that is damaged, and what was remarked
//! meanwhile about a record that it deletes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test reads and damages the journals that the program keeps")]

mod program;

use std::fs;
use std::path::Path;
use std::time::Duration;

use dateline::store::{self, Journal, JournalHead, SettingsFile};
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, file, has, press, settle, start_with};

const BASE: &str = "(
    title: \"T\",
    visits: [
        (id: \"v\", to: \"RS\", place: \"Harbour\"),
        (id: \"w\", to: \"CN\", place: \"Mill\"),
    ],
)
";

/// The journals in a folder.
fn journals(folder: &Path) -> Vec<Journal> {
    let entries = fs::read_dir(folder.join("journals")).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|kind| kind == "journal"));
    paths.filter_map(|path| Journal::read(&fs::read(path).ok()?)).collect()
}

/// Waits for the thread that writes the journals until they are so; the window's time stands still meanwhile.
fn come_to(folder: &Path, are_so: impl Fn(&[Journal]) -> bool) -> bool {
    (0..5_000).any(|_| {
        let is_so = are_so(&journals(folder));
        if !is_so {
            std::thread::sleep(Duration::from_millis(2));
        }
        is_so
    })
}

fn is_in_a_journal(folder: &Path, words: &str) -> bool {
    come_to(folder, |journals| journals.iter().any(|journal| journal.entries.iter().any(|entry| entry.contains(words))))
}

#[test]
fn what_is_typed_without_a_pause_is_in_the_journal_within_two_seconds() {
    const STEP_SECONDS: f32 = 0.2;
    let (folder, path) = file(BASE);
    let mut program = egui_kittest::Harness::builder()
        .with_step_dt(STEP_SECONDS)
        .with_size([1400.0, 900.0])
        .with_max_steps(20)
        .build_eframe(move |context| {
            let settings = SettingsFile::in_folder(path.parent().unwrap());
            dateline::ui::App::new(&context.egui_ctx, &Start::File(path), settings)
        });
    settle(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::E);
    press(&mut program, Modifiers::COMMAND, Key::F);
    program.event(Event::Text("Harbour".to_owned()));
    program.run_ok();
    press(&mut program, Modifiers::NONE, Key::Enter);
    settle(&mut program);
    program.get_by_role_and_label(Role::TextInput, "Place").focus();
    program.run_ok();
    press(&mut program, Modifiers::NONE, Key::End);
    // A letter each fifth of a second: no pause is long enough for a step.
    let words = " of the old town, behind the mill where the river bends and the road ends";
    let behind = (2.0 / STEP_SECONDS) as usize;
    for (number, letter) in words.chars().enumerate() {
        program.event(Event::Text(letter.to_string()));
        program.step();
        if let Some(kept) = number.checked_sub(behind).and_then(|end| words.get(..=end)).filter(|_| number % 5 == 0) {
            assert!(is_in_a_journal(folder.path(), &format!("Harbour{kept}")), "{kept}");
        }
    }
}

#[test]
fn what_is_typed_in_a_cell_of_a_table_is_in_the_journal_before_enter_and_out_of_it_after_escape() {
    let (folder, path) = file(BASE);
    let mut program = start_with(Start::File(path), SettingsFile::in_folder(folder.path()));
    press(&mut program, Modifiers::COMMAND, Key::E);
    press(&mut program, Modifiers::COMMAND, Key::Num3);
    click(&mut program, "Table");
    settle(&mut program);
    let is_of_harbour = |label: Option<String>| label.is_some_and(|label| label.contains("Harbour"));
    let row = program.get_all_by_role(Role::Row).find(|row| is_of_harbour(row.accesskit_node().label()));
    row.unwrap().click();
    settle(&mut program);
    for key in [[Key::ArrowLeft; 6].as_slice(), &[Key::ArrowRight; 3]].concat() {
        press(&mut program, Modifiers::NONE, key);
    }
    let type_on = |program: &mut Program, words: &str| {
        press(program, Modifiers::NONE, Key::F2);
        program.event(Event::Text(words.to_owned()));
        settle(program);
        assert!(has(program, "Enter keeps it"));
    };
    type_on(&mut program, " East");
    press(&mut program, Modifiers::NONE, Key::Enter);
    press(&mut program, Modifiers::NONE, Key::ArrowUp);
    type_on(&mut program, ", behind the mill");
    assert!(is_in_a_journal(folder.path(), "Harbour East, behind the mill"));
    press(&mut program, Modifiers::NONE, Key::Escape);
    settle(&mut program);
    let is_taken_back = come_to(folder.path(), |journals| {
        let last = journals.iter().find_map(|journal| journal.entries.last());
        last.is_some_and(|last| last.contains("Harbour East") && !last.contains("behind"))
    });
    assert!(is_taken_back, "the journal says last what the briefing does");
}

#[test]
fn a_journal_that_cannot_be_read_is_told_of_once_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let journals = folder.path().join("journals");
    fs::create_dir(&journals).unwrap();
    fs::write(journals.join("x-0.journal"), "\u{0}\u{0}damaged").unwrap();
    let settings = || SettingsFile::in_folder(folder.path());
    let program = start_with(Start::Sample, settings());
    assert!(has(&program, "cannot be read") && has(&program, "x-0.0.damaged"));
    drop(program);
    let program = start_with(Start::Sample, settings());
    assert!(!has(&program, "damaged"));
    assert_eq!(fs::read_to_string(journals.join("x-0.0.damaged")).unwrap(), "\u{0}\u{0}damaged");
}

/// A journal of one line that a crash left.
fn left_behind(folder: &Path, document: &Path, line: &str) {
    let briefing = store::load(BASE.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
    let mut file = SettingsFile::in_folder(folder).journal_folder().begin(Some(document)).unwrap();
    let head = JournalHead::new(Some(document.to_owned()), "T".to_owned(), String::new(), BASE, briefing.key_lists());
    file.start(&head, BASE, &[line.to_owned()]).unwrap();
}

#[test]
fn what_was_remarked_about_a_record_that_was_deleted_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("briefing.ron");
    // A colleague says something of the record in a comment alone.
    fs::write(&document, BASE.replace("place: \"Mill\"", "place: \"Mill\" /* called off, says the port */")).unwrap();
    left_behind(folder.path(), &document, "[{\"remove\":{\"key\":1}}]");
    let mut program = start_with(Start::Nothing, SettingsFile::in_folder(folder.path()));
    assert!(has(&program, "1 thing is left to decide"));
    click(&mut program, "Restore T");
    settle(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::S);
    settle(&mut program);
    let saved = store::read_file(&document).unwrap();
    assert!(saved.contains("called off, says the port"), "{saved}");
}
