//! Temporary files beside the file that they are to replace, and taking away those that crashes left.
//!
//! The writer holds a lock on its file, which ends with the process: what nobody has locked is nobody's any more.

use std::fs::{self, File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

/// How temporary files begin and end.
const PREFIX: &str = ".dateline-";
const SUFFIX: &str = ".tmp";

/// Where the drive knows no locks, so old a temporary file is nobody's any more: no save takes so long.
const LEFT_BEHIND: Duration = Duration::from_hours(1);

/// So often a file is made anew that another's sweep took away before it was locked.
const ATTEMPTS: usize = 20;

/// Writes a page for the browser into the system's folder for what is temporary, for its owner alone.
///
/// # Errors
/// Where the disk refuses.
pub fn write_page(content: &[u8]) -> std::io::Result<PathBuf> {
    let mut file = tempfile::Builder::new().prefix("dateline-").suffix(".html").tempfile()?;
    file.write_all(content)?;
    let (_, path) = file.keep().map_err(|error| error.error)?;
    Ok(path)
}

/// A file without its name yet; it goes away unless it is persisted.
#[derive(Debug)]
pub(super) struct Temporary(NamedTempFile);

impl Temporary {
    /// Makes one, for its owner alone, or for whom the system's mask allows.
    pub(super) fn in_folder(folder: &Path, for_all: bool) -> std::io::Result<Self> {
        let mut last = made(folder, for_all)?;
        for _ in 0..ATTEMPTS {
            // A sweep holds the lock only to take the file away, which may happen just before ours is taken.
            let is_ours = !matches!(last.as_file().try_lock(), Err(TryLockError::WouldBlock));
            if is_ours && last.path().exists() {
                break;
            }
            last = made(folder, for_all)?;
        }
        Ok(Self(last))
    }

    pub(super) fn file(&self) -> &File {
        self.0.as_file()
    }

    /// Gives it its name, in the place of what stands there.
    pub(super) fn persist(self, target: &Path) -> std::io::Result<File> {
        self.0.persist(target).map_err(|error| error.error)
    }

    /// Gives it its name where nothing stands there.
    pub(super) fn persist_new(self, target: &Path) -> std::io::Result<File> {
        self.0.persist_noclobber(target).map_err(|error| error.error)
    }
}

fn made(folder: &Path, for_all: bool) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    if for_all {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = for_all;
    builder.tempfile_in(folder)
}

/// Takes away the temporary files that crashes left in a folder.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_ours && is_file() {
            remove_if_left(&entry.path());
        }
    }
}

fn remove_if_left(path: &Path) {
    // What may not be opened is another person's.
    let Ok(file) = File::options().read(true).write(true).open(path) else { return };
    let age = || file.metadata().ok()?.modified().ok()?.elapsed().ok();
    let is_left = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => age().is_some_and(|age| age > LEFT_BEHIND),
    };
    if is_left {
        // Another save may have taken it away just now.
        drop(fs::remove_file(path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_crash_left_is_swept_at_once_and_what_is_being_written_is_not() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let left = folder.path().join(".dateline-left.tmp");
        fs::write(&left, "half a bri")?;
        fs::write(folder.path().join("other.tmp"), "not ours")?;
        let writing = Temporary::in_folder(folder.path(), false)?;
        sweep(folder.path());
        assert!(!left.exists());
        assert!(writing.0.path().exists());
        writing.persist(&folder.path().join("a.ron"))?;
        let mut names: Vec<_> = fs::read_dir(folder.path())?.flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        assert_eq!(names, ["a.ron", "other.tmp"]);
        Ok(())
    }
}
