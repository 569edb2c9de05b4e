//! The journal of what is not saved yet: beside no document, in the platform's own folder, so that a crash loses little.
//!
//! One file a document and program. A lock beside it is held as long as the program lives, so that a journal whose
//! lock is free was left behind by a crash, and two windows or two machines on one document never write the same.

mod text;

use std::cmp::Reverse;
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::content_hash;
use super::error::{MAX_FILE_BYTES, SaveError};
use super::write;

pub use text::{Journal, JournalHead};

const JOURNAL: &str = "journal";
const LOCK: &str = "lock";
/// What was set aside, and is never looked at again.
const DAMAGED: &str = "damaged";
/// A larger file is no journal of ours.
const MOST_BYTES: u64 = 4 * MAX_FILE_BYTES;

/// Where journals are kept.
#[derive(Debug, Clone, Default)]
pub struct JournalFolder(Option<PathBuf>);

/// The journal of one document, its lock held.
#[derive(Debug)]
pub struct JournalFile {
    path: PathBuf,
    lock_path: PathBuf,
    /// Held, never read.
    _lock: File,
    /// Where entries go to, once the journal has a head.
    end: Option<End>,
}

#[derive(Debug)]
struct End {
    file: File,
    sum: String,
}

/// A journal that a crash left behind.
#[derive(Debug)]
pub struct Orphan {
    /// What it holds.
    pub journal: Journal,
    /// The journal itself, now held by this program.
    pub file: JournalFile,
}

impl JournalFolder {
    pub(super) fn new(path: Option<PathBuf>) -> Self {
        Self(path)
    }

    /// Whether journals are kept at all.
    #[must_use]
    pub fn is_somewhere(&self) -> bool {
        self.0.is_some()
    }

    /// Takes a place for the journal of a document; `None` where there is none.
    #[must_use]
    pub fn begin(&self, document: Option<&Path>) -> Option<JournalFile> {
        let folder = self.0.as_ref()?;
        fs::create_dir_all(folder).ok()?;
        let stem = stem_of(document);
        // Of two windows on one document each has its own.
        (0..1_000).find_map(|number| {
            let path = folder.join(format!("{stem}-{number}.{JOURNAL}"));
            if path.exists() { None } else { JournalFile::lock(path) }
        })
    }

    /// The journals that crashes left behind, the last begun first.
    #[must_use]
    pub fn orphans(&self) -> Vec<Orphan> {
        let Some(entries) = self.0.as_ref().and_then(|folder| fs::read_dir(folder).ok()) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let journals = paths.filter(|path| path.extension().is_some_and(|kind| kind == JOURNAL));
        let mut orphans: Vec<Orphan> = journals.filter_map(read_orphan).collect();
        orphans.sort_by_key(|orphan| Reverse((orphan.journal.head.begun.clone(), orphan.file.path.clone())));
        orphans
    }
}

impl JournalFolder {
    /// Puts journals aside that cannot be read at all, so that they are told of once; gives back where they are now.
    #[must_use]
    pub fn set_aside(&self) -> Vec<PathBuf> {
        let Some(entries) = self.0.as_ref().and_then(|folder| fs::read_dir(folder).ok()) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut paths: Vec<PathBuf> =
            paths.filter(|path| path.extension().is_some_and(|kind| kind == JOURNAL)).collect();
        paths.sort();
        paths.into_iter().filter_map(|path| set_aside(&path)).collect()
    }
}

/// Puts a journal aside that nobody writes and that has no head; `None` where it has one, or cannot be moved.
fn set_aside(path: &Path) -> Option<PathBuf> {
    if !fs::symlink_metadata(path).is_ok_and(|data| data.is_file()) {
        return None;
    }
    let file = JournalFile::lock(path.to_owned())?;
    let is_small = fs::metadata(path).is_ok_and(|data| data.len() <= MOST_BYTES);
    if is_small && Journal::read(&fs::read(path).ok()?).is_some() {
        return None;
    }
    let to = (0..1_000).map(|number| path.with_extension(format!("{number}.{DAMAGED}"))).find(|to| !to.exists())?;
    fs::rename(path, &to).ok()?;
    drop(fs::remove_file(&file.lock_path));
    Some(to)
}

/// How the names of a document's journals begin, whichever way led to it.
fn stem_of(document: Option<&Path>) -> String {
    let canonical = document.map(|path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()));
    let named = canonical.map_or_else(String::new, |path| path.display().to_string());
    content_hash(named).chars().take(16).collect()
}

fn read_orphan(path: PathBuf) -> Option<Orphan> {
    if !fs::symlink_metadata(&path).is_ok_and(|data| data.is_file() && data.len() <= MOST_BYTES) {
        return None;
    }
    let file = JournalFile::lock(path)?;
    let journal = Journal::read(&fs::read(&file.path).ok()?)?;
    Some(Orphan { journal, file })
}

impl JournalFile {
    /// Takes the lock of a journal; `None` where another program holds it.
    fn lock(path: PathBuf) -> Option<Self> {
        let lock_path = path.with_extension(LOCK);
        let lock = File::create(&lock_path).ok()?;
        lock.try_lock().ok()?;
        Some(Self { path, lock_path, _lock: lock, end: None })
    }

    /// Whether it is one of a document's.
    #[must_use]
    pub fn is_of(&self, document: Option<&Path>) -> bool {
        self.path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&stem_of(document)))
    }

    /// Begins it, or begins it anew on another base: at one instant it holds that base and these entries.
    ///
    /// # Errors
    /// Where the disk refuses; what was kept before is as it was.
    pub fn start(&mut self, head: &JournalHead, base: &str, entries: &[String]) -> Result<u64, SaveError> {
        self.end = None;
        let (mut bytes, mut sum) = text::begin(head, base).map_err(|error| SaveError::Io(error.into()))?;
        for entry in entries {
            let (line, next) = text::line_of(&sum, entry);
            bytes.extend_from_slice(line.as_bytes());
            sum = next;
        }
        write::replace_private(&self.path, &bytes)?;
        self.end = Some(End { file: OpenOptions::new().append(true).open(&self.path)?, sum });
        Ok(bytes.len() as u64)
    }

    /// Adds entries at its end, each of one line, and flushes them to the disk. Gives back how many bytes they took.
    ///
    /// # Errors
    /// Where the disk refuses. The journal has to be started anew then: what was to be added may be there in part.
    pub fn append(&mut self, entries: &[String]) -> Result<u64, SaveError> {
        let gone = || SaveError::Io(std::io::ErrorKind::NotFound.into());
        // Put back only once everything is on the disk.
        let mut end = self.end.take().ok_or_else(gone)?;
        let mut lines = String::new();
        for entry in entries {
            let (line, next) = text::line_of(&end.sum, entry);
            lines.push_str(&line);
            end.sum = next;
        }
        end.file.write_all(lines.as_bytes())?;
        end.file.sync_data()?;
        self.end = Some(end);
        Ok(lines.len() as u64)
    }

    /// Takes the journal away: everything is saved, or was given up.
    pub fn remove(self) {
        // Where it cannot be removed it is offered once more, which loses nothing.
        drop(fs::remove_file(&self.path));
        drop(fs::remove_file(&self.lock_path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KeyLists;

    const BASE: &str = "(title: \"T\")\n";

    fn head(title: &str) -> JournalHead {
        JournalHead::new(None, title.to_owned(), String::new(), BASE, KeyLists::default())
    }

    #[test]
    fn a_journal_is_an_orphan_once_its_program_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let journals = JournalFolder::new(Some(folder.path().to_owned()));
        let document = Path::new("/tmp/a.ron");
        let mut file = journals.begin(Some(document)).unwrap();
        file.start(&head("first"), BASE, &["one".to_owned()]).unwrap();
        file.append(&["two".to_owned(), "three".to_owned()]).unwrap();
        assert!(journals.orphans().is_empty(), "its program is alive");
        let other = journals.begin(Some(document)).unwrap();
        assert_ne!(other.path, file.path, "two windows on one document");
        drop(file);
        let mut orphans = journals.orphans();
        let orphan = orphans.pop().unwrap();
        assert_eq!(orphan.journal.entries, ["one", "two", "three"]);
        assert_eq!((orphan.journal.base.as_deref(), orphan.journal.lost), (Some(BASE), 0));
        orphan.file.remove();
        assert!(orphans.is_empty() && journals.orphans().is_empty());
    }

    #[test]
    fn begun_anew_it_holds_what_was_added_since_alone() {
        let folder = tempfile::tempdir().unwrap();
        let journals = JournalFolder::new(Some(folder.path().to_owned()));
        let mut file = journals.begin(None).unwrap();
        assert!(file.append(&["too early".to_owned()]).is_err());
        file.start(&head("first"), BASE, &["one".to_owned()]).unwrap();
        file.start(&head("second"), BASE, &[]).unwrap();
        file.append(&["two".to_owned()]).unwrap();
        drop(file);
        let orphans = journals.orphans();
        assert_eq!(orphans.len(), 1);
        assert_eq!(
            (orphans[0].journal.head.title.as_str(), &orphans[0].journal.entries[..]),
            ("second", &["two".to_owned()][..])
        );
    }

    #[test]
    fn what_cannot_be_read_is_set_aside_once_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let journals = JournalFolder::new(Some(folder.path().to_owned()));
        let mut live = journals.begin(None).unwrap();
        live.start(&head("live"), BASE, &[]).unwrap();
        let mut left = journals.begin(None).unwrap();
        left.start(&head("left"), BASE, &["one".to_owned()]).unwrap();
        drop(left);
        for (name, text) in [("x", "no head"), ("y", ""), ("z", "{\"journal\":99}\n")] {
            fs::write(folder.path().join(format!("{name}.journal")), text).unwrap();
        }
        let aside = journals.set_aside();
        let names: Vec<_> = aside.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(names, ["x.0.damaged", "y.0.damaged", "z.0.damaged"]);
        assert_eq!(fs::read_to_string(&aside[0]).unwrap(), "no head");
        assert!(journals.set_aside().is_empty(), "told once");
        assert_eq!(journals.orphans().len(), 1, "what can be read is offered");
        fs::write(folder.path().join("x.journal"), "no head again").unwrap();
        assert!(journals.set_aside()[0].ends_with("x.1.damaged"), "the first is not written over");
    }

    #[test]
    fn what_is_no_journal_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x.journal"), "no head").unwrap();
        fs::write(folder.path().join("y.journal"), [0xff, 0xfe]).unwrap();
        fs::create_dir(folder.path().join("z.journal")).unwrap();
        assert!(JournalFolder::new(Some(folder.path().to_owned())).orphans().is_empty());
        assert!(JournalFolder::new(None).orphans().is_empty());
    }
}
