//! Saves that cannot be: each says why and what to do, and the old file is as it was.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test makes and reads the files that the program changes")]

mod command;

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dateline::store::{self, Durability, SaveError};

fn set(path: &Path, more: &[&str]) -> Output {
    let mut command = command::dateline();
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
        SaveError::NotInPlace { what: "the record `a`".to_owned(), line: 7 },
        SaveError::TooLarge,
        SaveError::NotRegular("a pipe"),
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
        SaveError::InUse,
        SaveError::Exists(folder()),
    ];
    let errors: String = messages.iter().map(|error| format!("{error}\n")).collect();
    let unsure = Durability::Unsure("input/output error".to_owned());
    insta::assert_snapshot!(format!("{errors}{}", unsure.warning().unwrap()));
    assert_eq!(Durability::Sure.warning(), None);
}

fn dateline(arguments: &[&str]) -> String {
    let output = command::dateline().args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_replaced() {
    use std::os::unix::fs::FileTypeExt as _;
    let (folder, file) = sample();
    let [pipe, socket, inner] = ["pipe", "socket", "inner"].map(|name| folder.path().join(name));
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    fs::create_dir(&inner).unwrap();
    for (path, what) in [(&pipe, "a pipe"), (&socket, "a socket"), (&inner, "a folder")] {
        let says = format!("{}: {what} stands there, not a file; nothing was written", path.display());
        for kind in ["markdown", "json"] {
            let told = dateline(&["export", file.to_str().unwrap(), "--to", kind, "-o", path.to_str().unwrap()]);
            assert!(told.contains(&says), "{told}");
        }
        let told = store::replace_one_name(path, "(title: \"T\")").unwrap_err();
        assert!(matches!(told, SaveError::NotRegular(named) if named == what), "{told}");
        assert!(store::why_not_writable(path).unwrap().contains(what));
    }
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
    assert!(fs::metadata(&socket).unwrap().file_type().is_socket());
    assert!(fs::metadata(&inner).unwrap().is_dir());
    let told = store::replace(Path::new("/dev/null"), "").unwrap_err();
    assert!(matches!(told, SaveError::NotRegular("a device")), "{told}");
}

#[cfg(unix)]
#[test]
fn a_pipe_that_took_the_place_of_the_file_is_named() {
    let (folder, path) = sample();
    let loaded = store::load(store::SAMPLE.to_owned()).unwrap();
    let mut base = store::SavedBase::new(&loaded.text, &loaded.briefing);
    fs::rename(&path, folder.path().join("away.ron")).unwrap();
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    let told = store::save_over(&path, &mut base, &loaded.briefing).unwrap_err();
    assert!(matches!(told, SaveError::NotRegular("a pipe")), "{told}");
}

#[cfg(unix)]
#[test]
fn a_cause_is_told_once() {
    use std::os::unix::fs::symlink;
    let (folder, file) = sample();
    let [round, gone] = ["round.md", "gone.md"].map(|name| folder.path().join(name));
    symlink(&round, &round).unwrap();
    symlink(folder.path().join("gone/a.md"), &gone).unwrap();
    for (path, cause) in [(&round, "symbolic links"), (&gone, "gone is not there")] {
        let told = dateline(&["export", file.to_str().unwrap(), "--to", "json", "-o", path.to_str().unwrap()]);
        assert_eq!(told.matches(cause).count(), 1, "{told}");
    }
    for error in [SaveError::Io, SaveError::NotFlushed, SaveError::DriveAway] {
        let told = format!("{:#}", anyhow::Error::from(error(Error::other("input/output error"))));
        assert_eq!(told.matches("input/output error").count(), 1, "{told}");
    }
}

#[test]
fn what_was_wrong_with_the_disk_is_in_the_warning() {
    let unsure = Durability::Unsure("No space left on device".to_owned());
    assert!(unsure.warning().unwrap().contains("(No space left on device)"));
}

#[cfg(unix)]
#[test]
fn a_name_that_is_to_be_replaced_is_parted_from_its_further_names() {
    let (folder, path) = sample();
    let other = folder.path().join("b.ron");
    fs::hard_link(&path, &other).unwrap();
    assert!(store::has_further_names(&path));
    let loaded = store::load(store::SAMPLE.to_owned()).unwrap();
    let mut base = store::SavedBase::new(&loaded.text, &loaded.briefing);
    let mut briefing = loaded.briefing;
    briefing.header.title = "Parted".to_owned();
    let refused = store::save_over(&path, &mut base, &briefing).unwrap_err();
    assert!(matches!(refused, SaveError::HardLinked(2)), "a plain save parts nothing");
    store::save_copy(&path, Some(&path), &base, &briefing, true).unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("Parted"));
    assert_eq!(fs::read_to_string(&other).unwrap(), store::SAMPLE);
    assert!(!store::has_further_names(&path) && store::why_not_writable(&path).is_none());
}

#[test]
fn a_file_that_is_gone_can_be_written_where_its_folder_can() {
    let (folder, path) = sample();
    fs::remove_file(&path).unwrap();
    assert_eq!(store::why_not_writable(&path), None);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "trying leaves nothing");
    let gone = folder.path().join("gone");
    assert!(store::why_not_writable(&gone.join("a.ron")).unwrap().contains("gone is not there"));
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
    assert!(matches!(over, SaveError::NotFaithful | SaveError::NotInPlace { .. }), "{over}");
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
