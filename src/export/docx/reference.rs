//! The styles of a house, taken from a document of its own.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// So many bytes of styles are taken at most.
const MOST_BYTES: u64 = 8 * 1024 * 1024;
/// Where styles stand in a document.
const STYLES: &str = "word/styles.xml";

/// Why the styles could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum StyleError {
    /// It is no document.
    #[error("this is no .docx document ({0}); save one from Word or LibreOffice and give that")]
    NoDocument(String),
    /// Its styles are no text, or too much of it.
    #[error("its styles cannot be used: they are no text, or more than 8 MiB")]
    Unusable,
}

/// The styles of a document.
///
/// # Errors
/// Where it is none, or its styles are no text.
pub(in crate::export) fn styles_of(document: &[u8]) -> Result<String, StyleError> {
    let no_document = |error: zip::result::ZipError| StyleError::NoDocument(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(document)).map_err(no_document)?;
    let file = archive.by_name(STYLES).map_err(no_document)?;
    let mut text = String::new();
    let read = file.take(MOST_BYTES + 1).read_to_string(&mut text).map_err(|_| StyleError::Unusable)?;
    if read as u64 > MOST_BYTES || !text.contains("<w:styles") {
        return Err(StyleError::Unusable);
    }
    Ok(text)
}
