//! What is not saved yet, kept aside so that a crash loses little: beside no document, in the platform's own folder.
//!
//! A copy is one file: a line of JSON that says whose it is, then the whole text as a save would write it, replaced
//! at one instant. A lock beside it is held as long as the program lives, so that a copy whose lock is free was left
//! behind by a crash, and two windows or two machines on one document never write the same copy.

use std::fs::{self, File};
use std::hash::Hasher as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128 as _, SipHasher13};

use super::error::{MAX_FILE_BYTES, SaveError};
use super::write;

const COPY: &str = "unsaved";
const LOCK: &str = "lock";

/// The hash of a content (SipHash-1-3, 128 bits), in hexadecimal.
#[must_use]
pub fn content_hash(text: &str) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(text.as_bytes());
    format!("{:032x}", hasher.finish128().as_u128())
}

/// Whose copy it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UnsavedHead {
    /// The document; none where it was never saved.
    pub document: Option<PathBuf>,
    /// The hash of what the document held when it was last read or written.
    pub base: String,
    /// The briefing's title.
    pub title: String,
    /// The day and the time it was kept.
    pub kept: String,
}

/// Where copies are kept.
#[derive(Debug, Clone, Default)]
pub struct RecoveryFolder(Option<PathBuf>);

/// The copy of one document, its lock held.
#[derive(Debug)]
pub struct RecoveryFile {
    path: PathBuf,
    lock_path: PathBuf,
    /// Held, never read.
    _lock: File,
}

/// A copy that a crash left behind.
#[derive(Debug)]
pub struct Orphan {
    /// Whose it is.
    pub head: UnsavedHead,
    /// The text that would have been saved.
    pub text: String,
    /// The copy itself, now held by this program.
    pub file: RecoveryFile,
}

impl RecoveryFolder {
    pub(super) fn new(path: Option<PathBuf>) -> Self {
        Self(path)
    }

    /// Begins a copy for a document; `None` where there is no place for it.
    #[must_use]
    pub fn begin(&self, document: Option<&Path>) -> Option<RecoveryFile> {
        let folder = self.0.as_ref()?;
        fs::create_dir_all(folder).ok()?;
        let named = document.map_or_else(String::new, |path| path.display().to_string());
        let stem = content_hash(&named);
        let stem = stem.get(..16).unwrap_or("unsaved");
        // Of two windows on one document each has its own.
        (0..1_000).find_map(|number| {
            let path = folder.join(format!("{stem}-{number}.{COPY}"));
            if path.exists() { None } else { RecoveryFile::lock(path) }
        })
    }

    /// The copies that crashes left behind, the last kept first.
    #[must_use]
    pub fn orphans(&self) -> Vec<Orphan> {
        let Some(entries) = self.0.as_ref().and_then(|folder| fs::read_dir(folder).ok()) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let copies = paths.filter(|path| path.extension().is_some_and(|kind| kind == COPY));
        let mut orphans: Vec<Orphan> = copies.filter_map(read_orphan).collect();
        orphans.sort_by(|a, b| (&b.head.kept, &b.head.title).cmp(&(&a.head.kept, &a.head.title)));
        orphans
    }
}

fn read_orphan(path: PathBuf) -> Option<Orphan> {
    if !fs::symlink_metadata(&path).is_ok_and(|data| data.is_file() && data.len() <= 2 * MAX_FILE_BYTES) {
        return None;
    }
    let file = RecoveryFile::lock(path)?;
    let whole = fs::read_to_string(&file.path).ok()?;
    let (head, text) = whole.split_once('\n')?;
    Some(Orphan { head: serde_json::from_str(head).ok()?, text: text.to_owned(), file })
}

impl RecoveryFile {
    /// Takes the lock of a copy; `None` where another program holds it.
    fn lock(path: PathBuf) -> Option<Self> {
        let lock_path = path.with_extension(LOCK);
        let lock = File::create(&lock_path).ok()?;
        lock.try_lock().ok()?;
        Some(Self { path, lock_path, _lock: lock })
    }

    /// Keeps a text.
    ///
    /// # Errors
    /// Where the disk refuses; what was kept before is as it was.
    pub fn keep(&self, head: &UnsavedHead, text: &str) -> Result<(), SaveError> {
        let head = serde_json::to_string(head).map_err(|error| SaveError::Io(error.into()))?;
        write::replace(&self.path, format!("{head}\n{text}"))
    }

    /// Takes the copy away: everything is saved, or was given up.
    pub fn remove(&self) {
        // Where it cannot be removed it is offered once more, which loses nothing.
        drop(fs::remove_file(&self.path));
        drop(fs::remove_file(&self.lock_path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(title: &str) -> UnsavedHead {
        UnsavedHead { title: title.to_owned(), ..UnsavedHead::default() }
    }

    #[test]
    fn a_copy_is_an_orphan_once_its_program_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let recovery = RecoveryFolder::new(Some(folder.path().to_owned()));
        let document = Path::new("/tmp/a.ron");
        let file = recovery.begin(Some(document)).unwrap();
        file.keep(&head("first"), "(title: \"first\")\n").unwrap();
        assert!(recovery.orphans().is_empty(), "its program is alive");
        let other = recovery.begin(Some(document)).unwrap();
        assert_ne!(other.path, file.path, "two windows on one document");
        drop(file);
        let orphans = recovery.orphans();
        assert_eq!(orphans.iter().map(|orphan| orphan.text.as_str()).collect::<Vec<_>>(), ["(title: \"first\")\n"]);
        orphans[0].file.remove();
        drop(orphans);
        assert!(recovery.orphans().is_empty());
    }

    #[test]
    fn what_is_no_copy_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x.unsaved"), "no head").unwrap();
        fs::write(folder.path().join("y.unsaved"), [0xff, 0xfe]).unwrap();
        fs::create_dir(folder.path().join("z.unsaved")).unwrap();
        assert!(RecoveryFolder::new(Some(folder.path().to_owned())).orphans().is_empty());
        assert!(RecoveryFolder::new(None).orphans().is_empty());
    }
}
