//! What a person decided of the proposals of articles, kept by the hash of their words.

use std::fs;
use std::path::PathBuf;

use super::error::SaveError;
use super::{read_file, write};

/// The largest file that is read, in bytes; a larger one is not ours.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Where decisions are kept, a file an article.
#[derive(Debug, Clone, Default)]
pub struct DecidedFolder(Option<PathBuf>);

impl DecidedFolder {
    pub(super) fn new(path: Option<PathBuf>) -> Self {
        Self(path)
    }

    fn of(&self, hash: &str) -> Option<PathBuf> {
        let is_hash = !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        Some(self.0.as_ref().filter(|_| is_hash)?.join(hash))
    }

    /// What was kept of an article; nothing where there is none that can be read.
    #[must_use]
    pub fn read(&self, hash: &str) -> String {
        let Some(path) = self.of(hash) else { return String::new() };
        let is_ours = fs::metadata(&path).is_ok_and(|metadata| metadata.is_file() && metadata.len() <= MOST_BYTES);
        if is_ours { read_file(&path).unwrap_or_default() } else { String::new() }
    }

    /// Keeps what was decided of an article.
    ///
    /// # Errors
    /// Where the folder cannot be made or the file not written.
    pub fn write(&self, hash: &str, text: &str) -> Result<(), SaveError> {
        let Some(path) = self.of(hash) else { return Ok(()) };
        if text.is_empty() {
            return if path.exists() { Ok(fs::remove_file(&path)?) } else { Ok(()) };
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        write::replace_private(&path, text)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_decided_comes_back_and_nothing_lies_outside() -> Result<(), Box<dyn std::error::Error>> {
        let place = tempfile::tempdir()?;
        let folder = DecidedFolder::new(Some(place.path().join("proposals")));
        folder.write("0a1b", "refused visits 1 0 2 3 0\n")?;
        assert_eq!(folder.read("0a1b"), "refused visits 1 0 2 3 0\n");
        folder.write("0a1b", "")?;
        assert_eq!((folder.read("0a1b"), folder.read("../settings.ron")), (String::new(), String::new()));
        DecidedFolder::default().write("0a1b", "x")?;
        Ok(())
    }
}
