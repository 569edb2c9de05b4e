//! Why there is no export, or no file of it, in the words of the dialog.

use std::io;
use std::path::PathBuf;

use crate::export::ExportError;
use crate::model::capitalised;
use crate::store::{OpenError, SaveError};

/// Why there is nothing to write.
#[derive(Debug, thiserror::Error)]
pub(super) enum MakeFailure {
    /// The document whose styles are to be taken.
    #[error("the styles of {path} cannot be read: {error}")]
    Styles {
        /// As it was typed.
        path: String,
        /// Why it cannot be read.
        error: OpenError,
    },
    /// The export itself.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The thread came to no end.
    #[error("the export was not made: the work did not come to its end; choose the format again")]
    Unended,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub(super) enum WriteFailure {
    /// It would go over what is exported.
    #[error("this is the file of the briefing itself, which the export would replace; choose another name")]
    OwnFile,
    /// A file stands there, and nobody agreed that it goes.
    #[error("{} is there already; tick “Replace a file that is there already”, or choose another name", .0.display())]
    Exists(PathBuf),
    /// The file.
    #[error(transparent)]
    File(SaveError),
    /// The page for the browser.
    #[error("the page cannot be written: {0}; make room, or write the file and open it yourself")]
    Page(#[from] io::Error),
    /// The thread came to no end.
    #[error("nothing was written: the work did not come to its end; try again")]
    Unended,
    /// The system gave no thread.
    #[error("nothing was written: the system gives no thread for it; close other programs and try again")]
    NoThread,
}

impl From<SaveError> for WriteFailure {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Exists(path) => Self::Exists(path),
            other => Self::File(other),
        }
    }
}

/// As a sentence of the window begins.
pub(super) fn in_window(error: &impl std::error::Error) -> String {
    capitalised(&error.to_string())
}
