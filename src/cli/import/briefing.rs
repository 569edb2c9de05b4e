//! The briefing that takes what is imported: one that is there, locked until it is written, or a new one.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::cli::input;
use crate::cli::outcome::{keep_version, tell_if_unsure};
use crate::document::Document;
use crate::store::{self, DocumentLock, SavedBase};

/// The briefing that takes what is imported.
pub(super) struct Target {
    path: PathBuf,
    /// `None` where the file is not there yet.
    lock: Option<DocumentLock>,
    base: SavedBase,
    /// The briefing as it stands.
    pub(super) document: Document,
}

impl Target {
    /// Opens the briefing; `None` after telling why it cannot be.
    pub(super) fn open(path: &Path) -> anyhow::Result<Option<Self>> {
        let (lock, document) = if store::exists(path) {
            let Some((lock, document)) = input::open_locked(path)? else { return Ok(None) };
            (Some(lock), document)
        } else {
            let title = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let title = title.split('.').next().unwrap_or_default();
            let text = format!("(\n    title: \"{}\",\n)\n", title.escape_debug());
            (None, Document::from_text(text).map_err(|failure| failure.error)?)
        };
        let base = SavedBase::new(&document.text, &document.briefing);
        Ok(Some(Self { path: path.to_owned(), lock, base, document }))
    }

    /// Writes what was changed.
    pub(super) fn save(&mut self) -> anyhow::Result<()> {
        let name = || self.path.display().to_string();
        match &self.lock {
            Some(lock) => {
                let replaced = self.base.clone();
                let durability =
                    store::save_locked(lock, &mut self.base, &self.document.briefing).with_context(name)?;
                tell_if_unsure(&self.path, &durability);
                keep_version(&self.path, &replaced);
            }
            None => {
                let copied = store::save_copy(&self.path, None, &self.base, &self.document.briefing, false);
                tell_if_unsure(&self.path, &copied.with_context(name)?.durability);
            }
        }
        Ok(())
    }
}
