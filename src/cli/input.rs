//! The briefing that a command is asked about: a file, or standard input as `-`.

use std::path::Path;

use crate::document::Document;
use crate::store::{self, DocumentLock, Loaded, OpenError};

use anyhow::Context as _;

use super::outcome::tell;

/// The name of a file in messages.
pub(super) fn name_of(file: &Path) -> String {
    if is_standard_input(file) { "<stdin>".to_owned() } else { file.display().to_string() }
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// The text of a file, or of standard input.
pub(super) fn read(file: &Path) -> Result<String, OpenError> {
    if is_standard_input(file) { store::read_all(std::io::stdin().lock()) } else { store::read_file(file) }
}

/// The bytes of a file, or of standard input.
pub(super) fn read_bytes(file: &Path) -> Result<Vec<u8>, OpenError> {
    if is_standard_input(file) { store::read_stream(std::io::stdin().lock()) } else { store::read_bytes(file) }
}

/// Opens the briefing; `None` after telling why it cannot be.
pub(super) fn open(file: &Path) -> Option<Document> {
    opened(file, read(file))
}

/// Opens a briefing that is to be changed in place, its file locked from now on; `None` after telling why it cannot be.
pub(super) fn open_locked(file: &Path) -> anyhow::Result<Option<(DocumentLock, Document)>> {
    let lock = lock(file)?;
    let document = opened(file, lock.read());
    Ok(document.map(|document| (lock, document)))
}

/// Locks a briefing that is to be changed in place.
pub(super) fn lock(file: &Path) -> anyhow::Result<DocumentLock> {
    if is_standard_input(file) {
        anyhow::bail!("the briefing is changed in place, so it has to be a file, not standard input");
    }
    DocumentLock::take(file).with_context(|| name_of(file))
}

/// What a text says that was read from a file; `None` after telling why it says nothing.
pub(super) fn opened(file: &Path, text: Result<String, OpenError>) -> Option<Document> {
    match text.and_then(|text| Document::from_text(text).map_err(|failure| failure.error)) {
        Ok(document) => Some(document),
        Err(error) => {
            tell(&failure_line(&name_of(file), &error));
            None
        }
    }
}

/// A copy to be merged, as far as it can be read, and without checking it; `None` after telling why nothing of it can.
pub(super) fn loaded(file: &Path, text: Result<String, OpenError>) -> Option<Loaded> {
    match text.and_then(|text| store::load(text).map_err(|(error, _)| error)) {
        Ok(loaded) => Some(loaded),
        Err(error) => {
            tell(&failure_line(&name_of(file), &error));
            None
        }
    }
}

/// Whether a path leads to what was read, by whatever name or link.
pub(super) fn is_read_from(file: &Path, path: &Path) -> bool {
    if is_standard_input(file) { store::is_standard_input(path) } else { store::lead_to_one_file(file, path) }
}

/// `FILE:line:column: error: message`, so that an editor can jump there; without a place, at the first line.
pub(super) fn failure_line(name: &str, error: &OpenError) -> String {
    match error.position() {
        Some(at) => format!("{name}:{}:{}: error: {error}", at.line, at.column),
        None => format!("{name}: error: {error}"),
    }
}

/// Says that parts of a file could not be read, and so are in nothing that is told of it.
pub(super) fn tell_unreadable(file: &Path, document: &Document) {
    if let Some(words) = crate::present::left_out_line(&document.briefing) {
        tell(&format!("{}: {words}", name_of(file)));
    }
}
