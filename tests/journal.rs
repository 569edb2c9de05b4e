//! The journal of what is not saved: replayed it leads to where the program was, and cut anywhere to a state before.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test damages the journals that the program keeps")]

mod edits;

use std::fs;
use std::path::{Path, PathBuf};

use dateline::edit::{History, edits_between, edits_of, line_of, replayed};
use dateline::model::Briefing;
use dateline::store::{self, Journal, JournalHead, SettingsFile, says_the_same};
use edits::change_of;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn read(text: &str) -> Briefing {
    store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing
}

/// One thing done: what, two numbers that choose, and how many steps to undo and redo before.
type Action = (u8, usize, usize, u8);

/// What is done to a briefing, as a person does it; gives back the states passed and the lines of the journal.
fn done(briefing: &mut Briefing, actions: &[Action]) -> (Vec<Briefing>, Vec<String>) {
    let mut history = History::new();
    let (mut states, mut lines) = (vec![briefing.clone()], Vec::new());
    let mut follow = |history: &mut History, briefing: &Briefing| {
        let applied = history.take_applied();
        assert!(applied.len() < 2);
        for edits in applied {
            lines.push(line_of(&edits).unwrap());
            states.push(briefing.clone());
        }
    };
    for (action, a, b, back) in actions {
        for _ in 0..back % 4 {
            history.undo(briefing);
            follow(&mut history, briefing);
        }
        for _ in 0..back / 4 % 4 {
            history.redo(briefing);
            follow(&mut history, briefing);
        }
        if let Some(change) = change_of(briefing, *action, *a, *b) {
            assert!(history.make(change, briefing, back % 2 == 0));
            follow(&mut history, briefing);
        }
    }
    (states, lines)
}

/// A base with a record that cannot be read, and a field that the model does not know.
const ODD: &str = r#"(
    title: "T", mood: "odd",
    actors: [(id: "a", kind: Person, name: "A"), (id: "b", kind: Alien), (id: "c", kind: Body, name: "C", shoe: (1, "x"))],
    visits: [(id: "v", visitors: ["a"], to: "RS", when: "2024")],
)"#;

/// The bytes of a journal, and the folder it is in.
fn journal(base: &str, briefing: &Briefing, lines: &[String]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let mut file = SettingsFile::in_folder(folder.path()).journal_folder().begin(None).unwrap();
    let head = JournalHead::new(None, "T".to_owned(), String::new(), base, briefing.key_lists());
    file.start(&head, base, &lines[..lines.len() / 2]).unwrap();
    file.append(&lines[lines.len() / 2..]).unwrap();
    let paths = fs::read_dir(folder.path().join("journals")).unwrap().map(|entry| entry.unwrap().path());
    let path = paths.into_iter().find(|path| path.extension().is_some_and(|kind| kind == "journal")).unwrap();
    (folder, path)
}

fn replay(bytes: &[u8]) -> Option<Briefing> {
    let journal = Journal::read(bytes)?;
    let base = read(&journal.base?);
    let replayed = replayed(&base, &journal.head.keys, journal.entries.iter().map(String::as_str))?;
    assert_eq!(replayed.done, journal.entries.len());
    Some(replayed.briefing)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(20_241_014), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn replayed_it_is_where_the_program_was_and_cut_it_is_where_it_was_before(
        first in prop::collection::vec(any::<Action>(), 0..6),
        then in prop::collection::vec(any::<Action>(), 1..16),
        is_odd in any::<bool>(),
        cuts in prop::collection::vec(any::<usize>(), 8),
    ) {
        // What was saved has other keys than what is read again.
        let mut briefing = read(if is_odd { ODD } else { store::SAMPLE });
        done(&mut briefing, &first);
        let base = store::faithful_text(&briefing).unwrap();
        let before = briefing.clone();
        let (states, lines) = done(&mut briefing, &then);
        let (_folder, path) = journal(&base, &before, &lines);
        let bytes = fs::read(&path).unwrap();
        let whole = replay(&bytes).unwrap();
        prop_assert!(says_the_same(&whole, &briefing));
        for cut in cuts {
            let end = cut % bytes.len();
            let Some(state) = replay(&bytes[..end]) else { continue };
            let entries = Journal::read(&bytes[..end]).unwrap().entries.len();
            prop_assert!(says_the_same(&state, &states[entries]), "cut at {end}");
        }
    }

    #[test]
    fn the_edits_between_two_states_lead_from_one_to_the_other_and_back(
        actions in prop::collection::vec(any::<Action>(), 1..12),
        is_odd in any::<bool>(),
    ) {
        let mut briefing = read(if is_odd { ODD } else { store::SAMPLE });
        let before = briefing.clone();
        done(&mut briefing, &actions);
        let line = line_of(&edits_between(&before, &briefing)).unwrap();
        let led = replayed(&before, &before.key_lists(), [line.as_str()]).unwrap();
        prop_assert_eq!(led.done, 1);
        prop_assert!(says_the_same(&led.briefing, &briefing));
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..400), place in any::<usize>(), byte in any::<u8>()) {
        drop(Journal::read(&bytes));
        drop(edits_of(&String::from_utf8_lossy(&bytes)));
        let briefing = read(ODD);
        let (_folder, path) = journal(ODD, &briefing, &["[]".to_owned(), "[{\"remove\":{\"key\":0}}]".to_owned()]);
        let mut journal = fs::read(path).unwrap();
        let place = place % journal.len();
        journal[place] = byte;
        if let Some(journal) = Journal::read(&journal) {
            let base = journal.base.and_then(|base| store::load(base).ok());
            if let Some(base) = base {
                drop(replayed(&base.briefing, &journal.head.keys, journal.entries.iter().map(String::as_str)));
            }
        }
    }
}

#[test]
fn a_step_costs_what_it_changes_whatever_the_size_of_the_briefing() {
    let cost = |visits: usize| {
        let mut briefing = dateline::sample::made_up(visits, 0, 1);
        let mut history = History::new();
        // The same record at each size.
        let key = briefing.visits[0].key;
        let index = dateline::index::Index::build(&briefing);
        let reader = dateline::index::Reader::new(&briefing, &index);
        let value = Some(dateline::model::Node::Text("remark".to_owned()));
        let change = dateline::edit::change::set_field(&reader, key, "review", value).unwrap();
        assert!(history.make(change, &mut briefing, false));
        history.take_applied().iter().map(|edits| line_of(edits).unwrap().len()).sum::<usize>()
    };
    let (small, large) = (cost(50), cost(5_000));
    assert!(large < 2 * small && large < 2_000, "{small} and {large} bytes");
}

/// A journal of what was done to a document that is a file.
fn left_behind(folder: &Path, document: &Path, base: &str, line: &str) {
    let journals = SettingsFile::in_folder(folder).journal_folder();
    let mut file = journals.begin(Some(document)).unwrap();
    let briefing = read(base);
    let head = JournalHead::new(
        Some(document.to_owned()),
        "T".to_owned(),
        "2031-05-03 10:00".to_owned(),
        base,
        briefing.key_lists(),
    );
    file.start(&head, base, &[line.to_owned()]).unwrap();
}

mod program;

use dateline::ui::Start;
use egui::{Key, Modifiers};
use program::{click, has, press, settle, start_with};

const BASE: &str =
    "(\n    title: \"T\",\n    // mine\n    visits: [(id: \"v\", to: \"RS\", place: \"Old Town\")],\n)\n";
const PLACE: &str =
    r#"[{"replace":{"key":0,"list":"visits","record":"(id: \"v\", to: \"RS\", place: \"Port Ember\")"}}]"#;

#[test]
fn what_was_not_saved_meets_a_file_that_changed_since_by_a_merge() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("briefing.ron");
    for (theirs, is_open) in [(BASE.replace("\"T\"", "\"A colleague's\""), false), (BASE.replace("Old", "New"), true)] {
        fs::write(&document, &theirs).unwrap();
        left_behind(folder.path(), &document, BASE, PLACE);
        let mut program = start_with(Start::Nothing, SettingsFile::in_folder(folder.path()));
        assert!(has(&program, "Not everything was saved"));
        assert!(has(&program, if is_open { "1 thing is left to decide" } else { "both are merged" }));
        click(&mut program, "Restore T");
        settle(&mut program);
        press(&mut program, Modifiers::COMMAND, Key::S);
        settle(&mut program);
        let saved = store::read_file(&document).unwrap();
        assert!(saved.contains("place: \"Port Ember\"") && saved.contains("// mine"), "{saved}");
        assert_eq!(saved.contains("merges"), is_open, "{saved}");
        assert_eq!(saved.contains("New Town"), is_open, "theirs is kept: {saved}");
        assert_eq!(saved.contains("A colleague's"), !is_open, "{saved}");
        drop(program);
        assert!(SettingsFile::in_folder(folder.path()).journal_folder().orphans().is_empty());
    }
}

#[test]
fn restoring_is_one_step_and_what_is_thrown_away_does_not_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("briefing.ron");
    fs::write(&document, BASE).unwrap();
    left_behind(folder.path(), &document, BASE, PLACE);
    let settings = || SettingsFile::in_folder(folder.path());
    let mut program = start_with(Start::Nothing, settings());
    click(&mut program, "Restore T");
    settle(&mut program);
    assert!(has(&program, "Not saved"));
    // A crash before it is saved: it is offered once more.
    drop(program);
    let mut program = start_with(Start::Nothing, settings());
    click(&mut program, "Restore T");
    settle(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::Z);
    settle(&mut program);
    assert!(!has(&program, "Not saved"));
    drop(program);
    assert!(settings().journal_folder().orphans().is_empty());
    left_behind(folder.path(), &document, BASE, PLACE);
    let mut program = start_with(Start::Nothing, settings());
    click(&mut program, "Throw away T");
    settle(&mut program);
    drop(program);
    assert!(settings().journal_folder().orphans().is_empty());
    assert_eq!(store::read_file(&document).unwrap(), BASE);
}

#[test]
fn a_briefing_that_was_never_saved_comes_back_too() {
    let folder = tempfile::tempdir().unwrap();
    let settings = || SettingsFile::in_folder(folder.path());
    let new = |program: &mut program::Program| {
        press(program, Modifiers::COMMAND, Key::K);
        program.event(egui::Event::Text("New briefing".to_owned()));
        program.run_ok();
        press(program, Modifiers::NONE, Key::Enter);
        settle(program);
    };
    let mut program = start_with(Start::Nothing, settings());
    new(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::Num3);
    press(&mut program, Modifiers::COMMAND, Key::N);
    settle(&mut program);
    assert!(has(&program, "Visits 1"));
    drop(program);
    let mut program = start_with(Start::Nothing, settings());
    assert!(has(&program, "never saved"));
    click(&mut program, "Restore Untitled briefing");
    settle(&mut program);
    assert!(has(&program, "Visits 1") && has(&program, "Not saved"));
    // Given up on purpose, it does not come back.
    press(&mut program, Modifiers::COMMAND, Key::W);
    click(&mut program, "Close without saving");
    settle(&mut program);
    drop(program);
    assert!(settings().journal_folder().orphans().is_empty());
}

#[test]
fn what_is_in_the_file_all_the_same_is_not_offered() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("briefing.ron");
    // The crash came between the save and the end of the journal.
    fs::write(&document, BASE.replace("Old Town", "Port Ember")).unwrap();
    left_behind(folder.path(), &document, BASE, PLACE);
    let program = start_with(Start::Nothing, SettingsFile::in_folder(folder.path()));
    assert!(!has(&program, "Not everything was saved"));
}

#[test]
fn a_damaged_step_is_told_of_and_a_damaged_base_too() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("briefing.ron");
    fs::write(&document, BASE).unwrap();
    let damage = |from: &str, to: &str| {
        left_behind(folder.path(), &document, BASE, PLACE);
        let entries = fs::read_dir(folder.path().join("journals")).unwrap().map(|entry| entry.unwrap().path());
        for path in entries.filter(|path| path.extension().is_some_and(|kind| kind == "journal")) {
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replace(from, to)).unwrap();
        }
    };
    damage("Port Ember", "Port Umber");
    let mut program = start_with(Start::Nothing, SettingsFile::in_folder(folder.path()));
    assert!(has(&program, "The last step is damaged and lost"));
    click(&mut program, "Throw away T");
    drop(program);
    // The file itself holds the base.
    damage("// mine", "// mime");
    let mut program = start_with(Start::Nothing, SettingsFile::in_folder(folder.path()));
    assert!(has(&program, "Restore T"));
    click(&mut program, "Throw away T");
    drop(program);
    fs::write(&document, "(title: \"Another\")").unwrap();
    damage("// mine", "// mime");
    let program = start_with(Start::Nothing, SettingsFile::in_folder(folder.path()));
    assert!(has(&program, "nothing can be restored"));
    assert!(!has(&program, "Restore T"));
}
