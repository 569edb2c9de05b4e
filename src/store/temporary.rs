//! Temporary files beside a document, and sweeping up those that a crash left.
//!
//! Who writes one holds a lock on it, which the system lets go when the program ends, however it ends: a file whose
//! lock is free is nobody's any more.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

use tempfile::NamedTempFile;

/// How temporary files begin and end.
const PREFIX: &str = ".dateline-";
const SUFFIX: &str = ".tmp";
/// Where a drive knows no locks, so old a temporary file is nobody's any more: no save takes so long.
const LEFT_BEHIND: Duration = Duration::from_hours(1);
/// How often a temporary file is made again that a sweep took between its making and its locking.
const MOST_TRIES: usize = 8;

/// Makes a temporary file in a folder, its own alone, and locks it. One that is to be a new document gets the mode that
/// the system's mask allows, any other is for its owner alone.
///
/// # Errors
/// Where the folder is gone or closed, or the disk is full.
pub(super) fn make(folder: &Path, is_new_document: bool) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What is asked for here is cut down by the system's mask.
        let mode = if is_new_document { 0o666 } else { 0o600 };
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = is_new_document;
    for _ in 1..MOST_TRIES {
        let made = builder.tempfile_in(folder)?;
        let is_ours = match made.as_file().try_lock() {
            Ok(()) => made.path().symlink_metadata().is_ok(),
            Err(TryLockError::WouldBlock) => false,
            // A drive without locks.
            Err(TryLockError::Error(_)) => true,
        };
        if is_ours {
            return Ok(made);
        }
    }
    builder.tempfile_in(folder)
}

/// Takes away the temporary files that crashes left beside a document.
pub fn sweep_beside(document: &Path) {
    if let Some(folder) = document.parent() {
        let is_here = folder.as_os_str().is_empty();
        sweep(if is_here { Path::new(".") } else { folder });
    }
}

/// Takes away the temporary files that crashes left in a folder.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            remove_where_left(&entry.path());
        }
    }
}

fn remove_where_left(path: &Path) {
    let Ok(file) = OpenOptions::new().write(true).open(path) else { return };
    let is_left = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => is_old(&file),
    };
    if is_left {
        // Another sweep may have taken it away just now.
        drop(fs::remove_file(path));
    }
}

fn is_old(file: &File) -> bool {
    let age = || file.metadata().ok()?.modified().ok()?.elapsed().ok();
    age().is_some_and(|age| age > LEFT_BEHIND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_crash_left_is_swept_up_at_once_and_what_is_being_written_is_not() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let left = folder.path().join(".dateline-abc.tmp");
        fs::write(&left, "half")?;
        let others = folder.path().join("notes.tmp");
        fs::write(&others, "a person's own")?;
        let written = make(folder.path(), false)?;
        sweep_beside(&folder.path().join("briefing.ron"));
        assert!(!left.exists(), "the program that wrote it is gone");
        assert!(written.path().exists(), "its lock is held");
        assert!(others.exists());
        Ok(())
    }
}
