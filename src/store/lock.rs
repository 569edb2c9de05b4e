//! The lock on a document, held from the comparison with what was read to the rename, so that of two programs that
//! change it at once neither overwrites what the other wrote.
//!
//! The document itself is locked; no file stands beside it. A rename leaves the lock on the file that was replaced, so
//! the file behind the lock is compared with the one that the path leads to. A drive that knows no locks (some network
//! drives) is written to all the same: the content is compared there too.

use std::fs::{self, File, TryLockError};
use std::io::{Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::error::{OpenError, SaveError};
use super::read::{holds, is_text, of_regular_file, read_opened};
use super::waiting::SECONDS_WAITED;

/// A document that no other program writes as long as this is held.
#[derive(Debug)]
pub struct DocumentLock {
    path: PathBuf,
    /// The document, locked where the drive knows locks; `None` where there is none at the path.
    file: Option<File>,
}

impl DocumentLock {
    /// Locks the document at a path; waits a few seconds for another program that holds it. Where nothing stands there,
    /// nothing is locked.
    ///
    /// # Errors
    /// Where another program holds it for longer than that, or the system refuses to open it.
    pub fn take(path: &Path) -> Result<Self, SaveError> {
        Self::take_within(path, Duration::from_secs(SECONDS_WAITED))
    }

    fn take_within(path: &Path, wait: Duration) -> Result<Self, SaveError> {
        let begun = Instant::now();
        loop {
            let Some(file) = opened(path)? else { return Ok(Self { path: path.to_owned(), file: None }) };
            let left = wait.saturating_sub(begun.elapsed());
            let file = locked(file, left).ok_or(SaveError::InUse)?;
            // A save that was waited for put another file in its place.
            if leads_to(path, &file) {
                return Ok(Self { path: path.to_owned(), file: Some(file) });
            }
            if begun.elapsed() > wait {
                return Err(SaveError::InUse);
            }
        }
    }

    /// The path that was locked.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The text of the document.
    ///
    /// # Errors
    /// As [`super::read_file`].
    pub fn read(&self) -> Result<String, OpenError> {
        let metadata = of_regular_file(&self.path)?;
        match &self.file {
            // Where locks bind, the file is read through the handle that holds it.
            Some(file) if leads_to(&self.path, file) => read_opened(rewound(file)?, &metadata),
            _ => super::read_file(&self.path),
        }
    }

    /// Whether the path still leads to a text, byte for byte.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(super) fn holds(&self, text: &str) -> Result<bool, OpenError> {
        match &self.file {
            Some(file) if leads_to(&self.path, file) => is_text(rewound(file)?, text),
            _ => holds(&self.path, text),
        }
    }
}

/// The file from its begin.
fn rewound(mut file: &File) -> Result<&File, OpenError> {
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

/// The file to lock; `None` where there is none, or where something else stands, which is told of when it is written.
fn opened(path: &Path) -> Result<Option<File>, SaveError> {
    if !fs::metadata(path).is_ok_and(|standing| standing.is_file()) {
        return Ok(None);
    }
    // Locks of network drives are for those who may write.
    let file = File::options().read(true).write(true).open(path).or_else(|_| File::open(path));
    match file {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The file once it is locked; `None` where another program holds it for longer than is waited.
fn locked(file: File, wait: Duration) -> Option<File> {
    match file.try_lock() {
        Ok(()) | Err(TryLockError::Error(_)) => return Some(file),
        Err(TryLockError::WouldBlock) => {}
    }
    let (sender, receiver) = mpsc::channel();
    let waiting = std::thread::Builder::new().name("lock".to_owned()).spawn(move || {
        drop(file.lock());
        // Where nobody waits any longer the lock goes with the file.
        drop(sender.send(file));
    });
    waiting.ok()?;
    receiver.recv_timeout(wait).ok()
}

/// Whether a path leads to an open file.
fn leads_to(path: &Path, file: &File) -> bool {
    let there = file.try_clone().and_then(same_file::Handle::from_file);
    matches!((there, handle_at(path)), (Ok(there), Some(here)) if there == here)
}

/// The regular file at a path.
fn handle_at(path: &Path) -> Option<same_file::Handle> {
    fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    same_file::Handle::from_path(path).ok()
}

/// Whether two paths lead to one file, by whatever names, links or further names.
#[must_use]
pub fn lead_to_one_file(a: &Path, b: &Path) -> bool {
    matches!((handle_at(a), handle_at(b)), (Some(a), Some(b)) if a == b)
}

/// Whether a path leads to the file that is read as standard input.
#[must_use]
pub fn is_standard_input(path: &Path) -> bool {
    matches!((same_file::Handle::stdin().ok(), handle_at(path)), (Some(a), Some(b)) if a == b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holds_it_at_a_time_and_the_next_finds_what_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, "old").unwrap();
        let first = DocumentLock::take(&path).unwrap();
        let refused = DocumentLock::take_within(&path, Duration::from_millis(1)).unwrap_err();
        assert!(matches!(refused, SaveError::InUse), "{refused}");
        let waiting = std::thread::spawn({
            let path = path.clone();
            move || DocumentLock::take(&path).unwrap().read().unwrap()
        });
        super::super::replace(&path, "new").unwrap();
        drop(first);
        assert_eq!(waiting.join().unwrap(), "new", "the lock is on the file that stands there now");
    }

    #[test]
    fn where_nothing_stands_nothing_is_locked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let lock = DocumentLock::take(&path).unwrap();
        assert!(matches!(lock.read(), Err(OpenError::NotFound)));
        assert!(matches!(DocumentLock::take(folder.path()).unwrap().read(), Err(OpenError::Folder)));
    }

    #[cfg(unix)]
    #[test]
    fn one_file_is_known_by_any_name() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link, other, away] = ["a.ron", "b.ron", "c.ron", "d.ron"].map(|name| folder.path().join(name));
        fs::write(&file, "(title: \"T\")").unwrap();
        fs::write(&away, "(title: \"T\")").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        fs::hard_link(&file, &other).unwrap();
        assert!(lead_to_one_file(&file, &link) && lead_to_one_file(&link, &other));
        assert!(!lead_to_one_file(&file, &away) && !lead_to_one_file(&file, &folder.path().join("gone")));
    }
}
