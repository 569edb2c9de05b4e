//! Saves that cannot be: each says why and what to do, and the old file is as it was.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test makes and reads the files that the program changes")]

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dateline::store::{self, Durability, SaveError};

fn set(path: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.arg("set").arg(path).args(["v-li.place", "\"Novi Sad\""]).args(more).output().unwrap()
}

fn sample() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, store::SAMPLE).unwrap();
    (folder, path)
}

/// Saving is refused with these words, and nothing has changed.
fn assert_refused(path: &Path, says: &str) {
    let output = set(path, &[]);
    assert!(!output.status.success());
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains(says), "{message}");
    assert_eq!(fs::read_to_string(path).unwrap(), store::SAMPLE);
    let names = fs::read_dir(path.parent().unwrap()).unwrap().flatten().map(|entry| entry.file_name());
    assert_eq!(names.filter(|name| name.to_string_lossy().ends_with(".tmp")).count(), 0, "a temporary file is left");
}

#[test]
fn each_message_says_why_and_what_to_do() {
    let folder = || PathBuf::from("/briefings");
    let of = |kind: ErrorKind| SaveError::from(Error::from(kind));
    let messages = [
        SaveError::NotFaithful,
        SaveError::NoFolder(folder()),
        SaveError::Denied,
        SaveError::ReadOnlyFile,
        SaveError::ClosedFolder(folder()),
        of(ErrorKind::ReadOnlyFilesystem),
        of(ErrorKind::StorageFull),
        of(ErrorKind::QuotaExceeded),
        of(ErrorKind::StaleNetworkFileHandle),
        of(ErrorKind::PermissionDenied),
        SaveError::HardLinked(2),
        SaveError::OtherOwner,
        SaveError::NotFlushed(Error::other("input/output error")),
        SaveError::Io(Error::other("input/output error")),
        SaveError::ChangedOnDisk,
        SaveError::Exists(folder()),
    ];
    let errors: String = messages.iter().map(|error| format!("{error}\n")).collect();
    insta::assert_snapshot!(format!("{errors}{}", Durability::Unsure.warning().unwrap()));
    assert_eq!(Durability::Sure.warning(), None);
}

#[cfg(unix)]
#[test]
fn a_file_with_further_names_keeps_them() {
    let (folder, path) = sample();
    fs::hard_link(&path, folder.path().join("b.ron")).unwrap();
    assert_refused(&path, "2 names (hard links)");
    assert!(store::why_not_writable(&path).unwrap().contains("2 names"), "said before anything is edited");
    assert_eq!(fs::read_to_string(folder.path().join("b.ron")).unwrap(), store::SAMPLE);
}

#[test]
fn a_read_only_file_stays() {
    let (_folder, path) = sample();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_refused(&path, "the file is read-only");
}

#[test]
fn a_folder_that_went_away_is_named() {
    let (folder, path) = sample();
    let gone = folder.path().join("gone");
    let error = store::create(&gone.join("a.ron"), "(title: \"T\")").unwrap_err();
    assert!(matches!(&error, SaveError::NoFolder(named) if *named == gone), "{error}");
    let error = store::replace(&path.join("a.ron"), "(title: \"T\")").unwrap_err();
    assert!(matches!(&error, SaveError::NoFolder(_) | SaveError::Io(_)), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), store::SAMPLE);
}

#[test]
fn a_copy_leaves_the_file_and_replaces_nothing() {
    let (folder, path) = sample();
    let copy = folder.path().join("copy.ron");
    let to = copy.display().to_string();
    assert!(set(&path, &["-o", &to]).status.success());
    assert_eq!(fs::read_to_string(&path).unwrap(), store::SAMPLE);
    let written = fs::read_to_string(&copy).unwrap();
    assert!(written.contains("Novi Sad") && written.contains("//"), "the comments are in the copy");
    let again = set(&path, &["-o", &to]);
    assert!(String::from_utf8_lossy(&again.stderr).contains("is there already"));
    assert_eq!(fs::read_to_string(&copy).unwrap(), written);
}

#[test]
fn what_cannot_be_patched_is_written_anew_under_another_name_only() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
    let read = |text: &str| store::load(text.to_owned()).map_err(|(error, _)| error).unwrap();
    // The base says another text than the briefing was read from, so that a patch cannot be faithful.
    let briefing = read(store::SAMPLE).briefing;
    let base = store::SavedBase::of("(title: \"T\", actors: [])".to_owned(), briefing.clone());
    fs::write(&path, store::SAMPLE).unwrap();
    let over = store::save_copy(&path, Some(&path), &base, &briefing, true).unwrap_err();
    assert!(matches!(over, SaveError::NotFaithful), "{over}");
    assert_eq!(fs::read_to_string(&path).unwrap(), store::SAMPLE);
    let copied = store::save_copy(&copy, Some(&path), &base, &briefing, false).unwrap();
    assert!(copied.is_anew);
    assert!(store::says_the_same(&read(&fs::read_to_string(&copy).unwrap()).briefing, &briefing));
}

#[test]
fn a_save_sweeps_what_a_crash_left() {
    let (folder, path) = sample();
    let left = folder.path().join(".dateline-Ab12Cd.tmp");
    fs::write(&left, "(title: \"half").unwrap();
    assert!(set(&path, &[]).status.success());
    assert!(!left.exists());
}
