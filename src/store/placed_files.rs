//! Files that the program puts into the user's data folder, and takes away again: only what it put, and only as it left it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{SaveError, content_hash, read_bytes, replace};

/// The list of what was put, below the data folder.
const LIST: &str = "dateline/desktop-setup.txt";

/// The user's data folder, and the list of what was put there.
#[derive(Debug, Clone)]
pub struct PlacedFiles {
    folder: PathBuf,
}

/// What became of a file that was to be put or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlacedFate {
    /// It was written.
    Written,
    /// It was there already, as it should be.
    WasThere,
    /// It was taken away.
    TakenAway,
    /// Somebody else wrote or changed it, so it stays as it is.
    NotOurs,
}

impl PlacedFiles {
    /// In the platform's folder for the user's data; none where it has none.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        directories::BaseDirs::new().map(|folders| Self { folder: folders.data_dir().to_owned() })
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts files there, by their paths within the folder. What somebody else wrote stays.
    ///
    /// # Errors
    /// Where a folder cannot be made or a file not be written.
    pub fn put(&self, files: &[(&'static str, Vec<u8>)]) -> Result<Vec<(PathBuf, PlacedFate)>, SaveError> {
        let known = self.list();
        let fate_of = |(path, content): &(&str, Vec<u8>)| match self.hash_at(path) {
            Some(there) if is_listed(&known, path, &there) => {
                if there == content_hash(content) {
                    PlacedFate::WasThere
                } else {
                    PlacedFate::Written
                }
            }
            Some(_) => PlacedFate::NotOurs,
            None => PlacedFate::Written,
        };
        let fates: Vec<PlacedFate> = files.iter().map(fate_of).collect();
        let ours = files.iter().zip(&fates).filter(|(_, fate)| **fate != PlacedFate::NotOurs);
        let lines: String = ours.map(|((path, content), _)| format!("{} {path}\n", content_hash(content))).collect();
        // The list first: what it names and is not there, or is another, is never taken away.
        self.write(LIST, lines.as_bytes())?;
        for ((path, content), fate) in files.iter().zip(&fates) {
            if *fate == PlacedFate::Written {
                self.write(path, content)?;
            }
        }
        Ok(files.iter().zip(fates).map(|((path, _), fate)| (self.folder.join(path), fate)).collect())
    }

    /// Takes away what was put, as far as nobody changed it since.
    ///
    /// # Errors
    /// Where a file cannot be taken away.
    pub fn take_away(&self) -> Result<Vec<(PathBuf, PlacedFate)>, SaveError> {
        let known = self.list();
        let mut fates = Vec::new();
        for (hash, path) in &known {
            let Some(there) = self.hash_at(path) else { continue };
            let is_ours = there == *hash;
            if is_ours {
                super::remove(&self.folder.join(path))?;
            }
            let fate = if is_ours { PlacedFate::TakenAway } else { PlacedFate::NotOurs };
            fates.push((self.folder.join(path), fate));
        }
        if super::exists(&self.folder.join(LIST)) {
            super::remove(&self.folder.join(LIST))?;
        }
        Ok(fates)
    }

    /// What was put, as far as the list can be read: the hash of the content, and the path.
    fn list(&self) -> Vec<(String, String)> {
        let text = read_bytes(&self.folder.join(LIST)).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let lines = text.unwrap_or_default();
        let pair = |line: &str| line.split_once(' ').map(|(hash, path)| (hash.to_owned(), path.to_owned()));
        lines.lines().filter_map(pair).filter(|(_, path)| is_within(path)).collect()
    }

    fn hash_at(&self, path: &str) -> Option<String> {
        let path = self.folder.join(path);
        super::exists(&path).then(|| read_bytes(&path).map(content_hash).unwrap_or_default())
    }

    fn write(&self, path: &str, content: &[u8]) -> Result<(), SaveError> {
        let path = self.folder.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        // What a power cut takes back is put there again by the same command.
        replace(&path, content).map(|_| ())
    }
}

fn is_listed(known: &[(String, String)], path: &str, hash: &str) -> bool {
    known.iter().any(|(listed, at)| at == path && listed == hash)
}

/// A list that was changed by hand leads out of the folder nowhere.
fn is_within(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}
