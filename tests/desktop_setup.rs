//! `dateline desktop-setup` in a data folder of its own: what it puts, what it leaves alone, and that it goes without a trace.

#![cfg(all(unix, not(target_os = "macos")))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test makes and reads the files that the program changes")]

mod command;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ENTRY: &str = "applications/dateline.desktop";

fn setup(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command::keeps_aside(&mut command);
    command.arg("desktop-setup").args(arguments).env("XDG_DATA_HOME", data);
    // No caches: what they hold is of other programs.
    command.env("PATH", "").output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

#[test]
fn it_puts_icon_entry_and_file_type_and_says_so() {
    let data = tempfile::tempdir().unwrap();
    let done = setup(data.path(), &[]);
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    for path in [
        ENTRY,
        "mime/packages/dateline.xml",
        "metainfo/internal.dateline.dateline.metainfo.xml",
        "icons/hicolor/scalable/apps/dateline.svg",
        "icons/hicolor/256x256/apps/dateline.png",
    ] {
        let path = data.path().join(path);
        assert!(path.is_file(), "{}", path.display());
        assert!(said(&done).contains(&format!("Written: {}", path.display())), "{}", said(&done));
    }
    let entry = fs::read_to_string(data.path().join(ENTRY)).unwrap();
    assert!(entry.contains(&format!("\nExec=\"{}\" %f\n", env!("CARGO_BIN_EXE_dateline"))), "{entry}");
    assert!(entry.contains("\nMimeType=application/x-dateline-briefing;\n"), "{entry}");
    // Its id is one that nobody else can come to own, and the file is called by it.
    let metainfo = fs::read_to_string(data.path().join("metainfo/internal.dateline.dateline.metainfo.xml")).unwrap();
    assert!(metainfo.contains("<id>internal.dateline.dateline</id>"), "{metainfo}");
    assert!(said(&done).contains("update-mime-database is not there"), "{}", said(&done));

    let again = setup(data.path(), &[]);
    assert_eq!(again.status.code(), Some(0));
    assert!(!said(&again).contains("Written:"), "{}", said(&again));
}

#[test]
fn it_goes_without_a_trace_and_takes_nothing_along() {
    let data = tempfile::tempdir().unwrap();
    fs::create_dir_all(data.path().join("applications")).unwrap();
    fs::write(data.path().join("applications/other.desktop"), "[Desktop Entry]\n").unwrap();
    let before = files_below(data.path());
    setup(data.path(), &[]);
    assert!(files_below(data.path()).len() > before.len());
    let undone = setup(data.path(), &["--undo"]);
    assert_eq!(undone.status.code(), Some(0), "{undone:?}");
    assert_eq!(files_below(data.path()), before);
    let again = setup(data.path(), &["--undo"]);
    assert!(said(&again).contains("Nothing to take away"), "{}", said(&again));
}

#[test]
fn what_somebody_else_wrote_or_changed_stays() {
    let data = tempfile::tempdir().unwrap();
    let entry = data.path().join(ENTRY);
    fs::create_dir_all(entry.parent().unwrap()).unwrap();
    fs::write(&entry, "mine").unwrap();
    let done = setup(data.path(), &[]);
    assert_eq!(done.status.code(), Some(1));
    assert!(said(&done).contains("Left as it is"), "{}", said(&done));
    assert_eq!(fs::read_to_string(&entry).unwrap(), "mine");

    let file_type = data.path().join("mime/packages/dateline.xml");
    fs::write(&file_type, "changed").unwrap();
    let undone = setup(data.path(), &["--undo"]);
    assert_eq!(undone.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&entry).unwrap(), "mine");
    assert_eq!(fs::read_to_string(&file_type).unwrap(), "changed");
    assert!(!data.path().join("metainfo/internal.dateline.dateline.metainfo.xml").exists());
}

#[test]
fn a_list_that_was_changed_leads_out_of_the_folder_nowhere() {
    let outside = tempfile::tempdir().unwrap();
    let data = outside.path().join("data");
    let victim = outside.path().join("victim");
    fs::write(&victim, "kept").unwrap();
    fs::create_dir_all(data.join("dateline")).unwrap();
    let hash = dateline::store::content_hash("kept");
    fs::write(data.join("dateline/desktop-setup.txt"), format!("{hash} ../victim\n")).unwrap();
    setup(&data, &["--undo"]);
    assert_eq!(fs::read_to_string(&victim).unwrap(), "kept");
}
