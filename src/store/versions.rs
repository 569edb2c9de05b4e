//! The last versions of each document, kept outside its folder: what a save replaced can be looked at and restored.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::error::{MAX_FILE_BYTES, SaveError};
use super::{content_hash, time_of_day, today, write};

/// So many of the last versions are kept all; of older ones the last of each day.
const KEPT_ALL: usize = 20;
/// So many versions are kept at most, and so many bytes of them.
const MOST_VERSIONS: usize = 100;
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Where versions are kept.
#[derive(Debug, Clone, Default)]
pub struct VersionsFolder(Option<PathBuf>);

/// A version of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// When it was replaced: day and time.
    pub kept: String,
    /// The title it had.
    pub title: String,
    /// Its whole text.
    pub text: String,
}

/// The first line of a kept version.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    /// The document.
    document: Option<PathBuf>,
    /// The hash of its text.
    base: String,
    title: String,
    kept: String,
}

impl VersionsFolder {
    pub(super) fn new(path: Option<PathBuf>) -> Self {
        Self(path)
    }

    fn of(&self, document: &Path) -> Option<PathBuf> {
        let named = fs::canonicalize(document).unwrap_or_else(|_| document.to_owned());
        let hash = content_hash(named.display().to_string());
        Some(self.0.as_ref()?.join(hash.get(..16)?))
    }

    /// Keeps what a save replaced. A text that is kept already is not kept twice.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn keep(&self, document: &Path, title: &str, text: &str) -> Result<(), SaveError> {
        let Some(folder) = self.of(document) else { return Ok(()) };
        fs::create_dir_all(&folder)?;
        let hash = content_hash(text);
        let kept = paths(&folder);
        if kept.last().is_some_and(|path| path.to_string_lossy().contains(&hash)) {
            return Ok(());
        }
        // What is kept later comes later, whatever the clock says: one that was set back would make the newest the oldest.
        let clock = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        let last = kept.last().and_then(|path| stamp(path));
        let now = last.map_or(clock, |last| clock.max(last.saturating_add(1)));
        let head = Head {
            document: Some(document.to_owned()),
            title: title.to_owned(),
            kept: format!("{} {}", today(), time_of_day()),
            base: hash.clone(),
        };
        let head = serde_json::to_string(&head).map_err(|error| SaveError::Io(error.into()))?;
        write::replace_private(&folder.join(format!("{now:015}-{hash}.version")), format!("{head}\n{text}"))?;
        thin(&folder);
        Ok(())
    }

    /// The versions of a document, the last first.
    #[must_use]
    pub fn list(&self, document: &Path) -> Vec<Version> {
        let Some(folder) = self.of(document) else { return Vec::new() };
        paths(&folder).iter().rev().filter_map(|path| read(path)).collect()
    }
}

/// The milliseconds with which a version's name begins.
fn stamp(path: &Path) -> Option<u128> {
    path.file_name()?.to_str()?.split('-').next()?.parse().ok()
}

/// The versions in a folder, the oldest first: their names begin with the time.
fn paths(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|kind| kind == "version")).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> Option<Version> {
    if !fs::symlink_metadata(path).is_ok_and(|data| data.is_file() && data.len() <= 2 * MAX_FILE_BYTES) {
        return None;
    }
    let whole = fs::read_to_string(path).ok()?;
    let (head, text) = whole.split_once('\n')?;
    let head: Head = serde_json::from_str(head).ok()?;
    Some(Version { kept: head.kept, title: head.title, text: text.to_owned() })
}

/// Takes old versions away.
fn thin(folder: &Path) {
    const DAY_MILLIS: u128 = 24 * 60 * 60 * 1000;
    let day = |path: &Path| stamp(path).map(|stamp| stamp / DAY_MILLIS);
    let (mut bytes, mut kept, mut last_day) = (0, 0, None);
    for (place, path) in paths(folder).iter().rev().enumerate() {
        let size = fs::metadata(path).map_or(0, |data| data.len());
        let is_same_day = place >= KEPT_ALL && last_day == day(path);
        last_day = day(path);
        if place > 0 && (is_same_day || kept >= MOST_VERSIONS || bytes + size > MOST_BYTES) {
            // One that cannot be removed is tried again with the next save.
            drop(fs::remove_file(path));
        } else {
            kept += 1;
            bytes += size;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_replaced_is_kept_once_and_listed_the_last_first() {
        let folder = tempfile::tempdir().unwrap();
        let versions = VersionsFolder::new(Some(folder.path().to_owned()));
        let document = Path::new("/tmp/of-nobody.ron");
        for text in ["(title: \"1\")", "(title: \"1\")", "(title: \"2\")"] {
            versions.keep(document, "T", text).unwrap();
        }
        let texts: Vec<String> = versions.list(document).into_iter().map(|version| version.text).collect();
        assert_eq!(texts, ["(title: \"2\")", "(title: \"1\")"]);
        assert!(versions.list(Path::new("/tmp/another.ron")).is_empty());
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_make_the_newest_the_oldest() {
        let folder = tempfile::tempdir().unwrap();
        let versions = VersionsFolder::new(Some(folder.path().to_owned()));
        let document = Path::new("/tmp/of-nobody.ron");
        versions.keep(document, "T", "(title: \"0\")").unwrap();
        let of = versions.of(document).unwrap();
        let old = paths(&of).remove(0);
        fs::rename(&old, of.join("004102444800000-of-2100.version")).unwrap();
        for number in 1..=KEPT_ALL + 5 {
            let text = format!("(title: \"{number}\")");
            versions.keep(document, "T", &text).unwrap();
            assert_eq!(versions.list(document).first().unwrap().text, text);
        }
    }

    #[test]
    fn of_many_versions_of_one_day_the_last_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..60_u128 {
            let text = format!("{{\"document\":null,\"base\":\"\",\"title\":\"\",\"kept\":\"\"}}\n{number}");
            fs::write(folder.path().join(format!("{:015}-x.version", 1_000 + number)), text).unwrap();
        }
        thin(folder.path());
        let left = paths(folder.path());
        assert_eq!(left.len(), KEPT_ALL);
        assert_eq!(read(left.last().unwrap()).unwrap().text, "59");
    }
}
