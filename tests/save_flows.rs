//! Saves that something stands in the way of, in the window: it says what, everything stays open, and a copy is offered.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test makes and reads the files that the program saves")]

mod program;

use std::fs;
use std::path::Path;

use dateline::ui::Start;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use program::{Program, click, file, has, press, settle, start};

const OLD: &str = "(\n    // Kept by hand.\n    title: \"Old\",\n)\n";

/// A briefing with a new visit in it that is not saved yet.
fn changed(path: &Path) -> Program {
    let mut program = start(Start::File(path.to_owned()));
    for (modifiers, key) in
        [(Modifiers::COMMAND, Key::E), (Modifiers::COMMAND, Key::Num3), (Modifiers::COMMAND, Key::N)]
    {
        press(&mut program, modifiers, key);
        settle(&mut program);
    }
    assert!(has(&program, "Not saved"));
    program
}

fn save(program: &mut Program) {
    press(program, Modifiers::COMMAND, Key::S);
    settle(program);
}

/// The save says why not, and the copy that is offered has the change and the comments.
fn assert_told_and_copied(program: &mut Program, says: &str, copy: &Path) {
    save(program);
    assert!(has(program, says), "{says}");
    assert!(has(program, "Not saved"), "it stays open and unsaved");
    click(program, "Save");
    settle(program);
    let copied = fs::read_to_string(copy).unwrap();
    assert!(copied.contains("visits") && copied.contains("// Kept by hand."), "{copied}");
    assert!(has(program, "Saved to"), "the copy is the briefing's file from now on");
}

#[cfg(unix)]
#[test]
fn a_hard_link_made_meanwhile_is_not_parted_and_a_copy_is_offered() {
    let (folder, path) = file(OLD);
    let mut program = changed(&path);
    fs::hard_link(&path, folder.path().join("other.ron")).unwrap();
    assert_told_and_copied(&mut program, "2 names (hard links)", &folder.path().join("briefing-2.ron"));
    for name in ["briefing.ron", "other.ron"] {
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), OLD, "{name}");
    }
}

#[test]
fn a_file_made_read_only_meanwhile_stays_and_a_copy_is_offered() {
    let (folder, path) = file(OLD);
    let mut program = changed(&path);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_told_and_copied(&mut program, "the file is read-only", &folder.path().join("briefing-2.ron"));
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
}

#[test]
fn a_folder_that_went_away_leaves_the_briefing_open_and_unsaved() {
    let (folder, _) = file(OLD);
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let path = inner.join("briefing.ron");
    fs::write(&path, OLD).unwrap();
    let mut program = changed(&path);
    fs::remove_dir_all(&inner).unwrap();
    save(&mut program);
    assert!(has(&program, "is not there; save under another name"));
    assert!(has(&program, "Not saved"));
    fs::create_dir(&inner).unwrap();
    click(&mut program, "Cancel");
    save(&mut program);
    assert!(fs::read_to_string(&path).unwrap().contains("visits"), "it comes back with its folder");
}

#[cfg(unix)]
#[test]
fn a_file_with_further_names_opens_for_viewing_and_says_why() {
    let (folder, path) = file(OLD);
    fs::hard_link(&path, folder.path().join("other.ron")).unwrap();
    let mut program = start(Start::File(path));
    press(&mut program, Modifiers::COMMAND, Key::E);
    settle(&mut program);
    assert!(has(&program, "Viewing only: the file has 2 names (hard links)"));
}

#[cfg(unix)]
#[test]
fn a_name_that_is_to_be_replaced_is_parted_from_its_further_names() {
    let (folder, path) = file(OLD);
    let other = folder.path().join("other.ron");
    let mut program = changed(&path);
    fs::hard_link(&path, &other).unwrap();
    save(&mut program);
    let field = program.get_by_label("Path to save to");
    field.focus();
    press(&mut program, Modifiers::COMMAND, Key::A);
    program.get_by_label("Path to save to").type_text(path.to_str().unwrap());
    settle(&mut program);
    assert!(has(&program, "its other names (hard links) keep the old text"));
    click(&mut program, "Replace");
    settle(&mut program);
    assert!(!has(&program, "Not saved"));
    assert!(fs::read_to_string(&path).unwrap().contains("visits"));
    assert_eq!(fs::read_to_string(&other).unwrap(), OLD);
}

#[test]
fn a_file_that_was_deleted_can_be_edited_and_comes_back_with_the_save() {
    let (_folder, path) = file(OLD);
    let mut program = start(Start::File(path.clone()));
    fs::remove_file(&path).unwrap();
    settle(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::E);
    settle(&mut program);
    assert!(!has(&program, "Viewing only"));
    press(&mut program, Modifiers::COMMAND, Key::Num3);
    press(&mut program, Modifiers::COMMAND, Key::N);
    settle(&mut program);
    assert!(has(&program, "Not saved"));
    save(&mut program);
    let written = fs::read_to_string(&path).unwrap();
    assert!(written.contains("visits") && written.contains("// Kept by hand."), "{written}");
}

#[test]
fn opening_sweeps_what_a_crashed_save_left() {
    let (folder, path) = file(OLD);
    let left = folder.path().join(".dateline-Ab12Cd.tmp");
    fs::write(&left, "(title: \"half").unwrap();
    let program = start(Start::File(path));
    assert!(has(&program, "Old"));
    assert!(!left.exists());
}

/// The path to save to is typed anew.
fn type_path(program: &mut Program, path: &Path) {
    program.get_by_label("Path to save to").focus();
    press(program, Modifiers::COMMAND, Key::A);
    program.get_by_label("Path to save to").type_text(path.to_str().unwrap());
    settle(program);
}

#[test]
fn what_was_to_follow_the_save_follows_it_where_a_path_is_asked_for_and_where_one_does_not_work() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(Start::Sample);
    for (modifiers, key) in
        [(Modifiers::COMMAND, Key::E), (Modifiers::COMMAND, Key::Num3), (Modifiers::COMMAND, Key::N)]
    {
        press(&mut program, modifiers, key);
        settle(&mut program);
    }
    press(&mut program, Modifiers::COMMAND, Key::W);
    assert!(has(&program, "Save the changes?"));
    click(&mut program, "Save");
    settle(&mut program);
    assert!(has(&program, "Save the briefing"), "the sample has no file yet");
    type_path(&mut program, &folder.path().join("missing").join("mine.ron"));
    click(&mut program, "Save");
    settle(&mut program);
    assert!(has(&program, "Not saved: "), "there is no such folder, and the briefing stays open");
    let path = folder.path().join("mine.ron");
    type_path(&mut program, &path);
    click(&mut program, "Save");
    settle(&mut program);
    assert!(fs::read_to_string(&path).unwrap().contains("visits"));
    assert!(has(&program, "Every date, quote and count can be defended"), "it is closed, as was asked for");
}

#[test]
fn reload_shows_what_the_file_holds_and_asks_before_it_throws_something_away() {
    let (_folder, path) = file(OLD);
    let mut program = start(Start::File(path.clone()));
    fs::write(&path, OLD.replace("Old", "New")).unwrap();
    press(&mut program, Modifiers::COMMAND, Key::R);
    settle(&mut program);
    assert!(has(&program, "New"));

    let mut program = changed(&path);
    press(&mut program, Modifiers::COMMAND, Key::R);
    settle(&mut program);
    assert!(has(&program, "Reload without saving"));
    press(&mut program, Modifiers::NONE, Key::Enter);
    settle(&mut program);
    assert!(!has(&program, "Reload without saving") && has(&program, "Not saved"), "Enter destroys nothing");
    press(&mut program, Modifiers::COMMAND, Key::R);
    settle(&mut program);
    click(&mut program, "Reload without saving");
    settle(&mut program);
    assert!(!has(&program, "Not saved"));
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD.replace("Old", "New"));
}
