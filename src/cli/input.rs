//! The briefing that a command is asked about: a file, or standard input as `-`.

use std::path::Path;

use crate::document::Document;
use crate::store::{self, OpenError};

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

/// Opens the briefing; `None` after telling why it cannot be.
pub(super) fn open(file: &Path) -> Option<Document> {
    let opened = read(file).and_then(|text| Document::from_text(text).map_err(|failure| failure.error));
    match opened {
        Ok(document) => Some(document),
        Err(error) => {
            tell(&failure_line(&name_of(file), &error));
            None
        }
    }
}

/// `FILE:line:column: error: message`, so that an editor can jump there; without a place, at the first line.
pub(super) fn failure_line(name: &str, error: &OpenError) -> String {
    match error.position() {
        Some(at) => format!("{name}:{}:{}: error: {error}", at.line, at.column),
        None => format!("{name}: error: {error}"),
    }
}
