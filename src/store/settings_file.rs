//! The file in which the program's settings are kept, in the platform's own folder.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{DecidedFolder, JournalFolder, SaveError, VersionsFolder, read_file, replace};

/// The largest settings file that is read, in bytes; a larger one is not ours.
const MOST_BYTES: u64 = 1024 * 1024;

/// Where the settings are kept.
#[derive(Debug, Clone)]
pub struct SettingsFile {
    path: Option<PathBuf>,
    state: Option<PathBuf>,
}

impl SettingsFile {
    /// In the platform's folder for settings; nowhere where it has none.
    #[must_use]
    pub fn of_platform() -> Self {
        let folders = directories::ProjectDirs::from("", "", "dateline");
        let state = |folders: &directories::ProjectDirs| {
            folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_owned()
        };
        let state = folders.as_ref().map(state);
        Self { path: folders.map(|folders| folders.config_dir().join("settings.ron")), state }
    }

    /// In a folder.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self { path: Some(folder.join("settings.ron")), state: Some(folder.to_owned()) }
    }

    /// Nowhere: nothing is remembered.
    #[must_use]
    pub fn nowhere() -> Self {
        Self { path: None, state: None }
    }

    /// Where the journals of what is not saved are kept.
    #[must_use]
    pub fn journal_folder(&self) -> JournalFolder {
        JournalFolder::new(self.state.as_ref().map(|state| state.join("journals")))
    }

    /// Where the last versions of documents are kept.
    #[must_use]
    pub fn versions_folder(&self) -> VersionsFolder {
        VersionsFolder::new(self.state.as_ref().map(|state| state.join("versions")))
    }

    /// Where the templates of the house are looked for.
    #[must_use]
    pub fn templates_folder(&self) -> Option<PathBuf> {
        self.path.as_ref().and_then(|path| Some(path.parent()?.join("templates")))
    }

    /// Where it is kept what was exported last of each document.
    #[must_use]
    pub fn exports_folder(&self) -> VersionsFolder {
        VersionsFolder::new(self.state.as_ref().map(|state| state.join("exports")))
    }

    /// Where it is kept what a person decided of the proposals of articles.
    #[must_use]
    pub fn decided_folder(&self) -> DecidedFolder {
        DecidedFolder::new(self.state.as_ref().map(|state| state.join("proposals")))
    }

    /// The templates of the house: files `*.md` in the folder `templates` beside the settings, by name, each with its text.
    /// One that cannot be read is passed over.
    #[must_use]
    pub fn templates(&self) -> Vec<(PathBuf, String)> {
        let Some(entries) = self.templates_folder().and_then(|folder| fs::read_dir(folder).ok()) else {
            return Vec::new();
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
        paths.sort();
        paths.into_iter().filter_map(|path| Some((path.clone(), read_file(&path).ok()?))).collect()
    }

    /// What was remembered; the usual settings where there is no file, or none that can be read.
    #[must_use]
    pub fn read<T: DeserializeOwned + Default>(&self) -> T {
        let Some(path) = &self.path else { return T::default() };
        if !fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() <= MOST_BYTES) {
            return T::default();
        }
        fs::read_to_string(path).ok().and_then(|text| ron::from_str(&text).ok()).unwrap_or_default()
    }

    /// Remembers.
    ///
    /// # Errors
    /// Where the folder cannot be made or the file not written.
    pub fn write<T: Serialize>(&self, settings: &T) -> Result<(), SaveError> {
        let Some(path) = &self.path else { return Ok(()) };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let config = ron::ser::PrettyConfig::new();
        let text = ron::ser::to_string_pretty(settings, config).map_err(|_| SaveError::NotFaithful)?;
        // Settings that a power cut takes back are no loss to tell of.
        replace(path, &text).map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_a_broken_file_is_no_obstacle() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let file = SettingsFile::in_folder(folder.path());
        file.write(&vec!["dark".to_owned()])?;
        assert_eq!(file.read::<Vec<String>>(), ["dark"]);
        fs::write(folder.path().join("settings.ron"), "[\"Purple")?;
        assert_eq!(file.read::<Vec<String>>(), Vec::<String>::new());
        assert_eq!(SettingsFile::nowhere().read::<Vec<String>>(), Vec::<String>::new());
        Ok(())
    }
}
