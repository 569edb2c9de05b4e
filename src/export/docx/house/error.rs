//! Why the look of a house could not be taken.

/// Why the look of a house could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum StyleError {
    /// It is no document.
    #[error("this is no .docx document ({0}); save one from Word or LibreOffice and give that")]
    NoDocument(String),
    /// A part of it cannot be read.
    #[error(
        "its part {part} cannot be read: {why}. Open it in Word or LibreOffice, save it again as .docx and give that"
    )]
    Damaged {
        /// Its path.
        part: String,
        /// What is wrong.
        why: String,
    },
    /// It uses the names of ISO/IEC 29500 Strict.
    #[error(
        "it is saved as Strict Open XML, which cannot be mixed with other documents; save it as Word Document (.docx)"
    )]
    Strict,
    /// It is too large.
    #[error("styles, header and footer with their pictures are larger than 32 MiB; give a document with smaller ones")]
    TooLarge,
}

impl StyleError {
    pub(super) fn damaged(part: &str, why: impl std::fmt::Display) -> Self {
        Self::Damaged { part: part.to_owned(), why: why.to_string() }
    }
}
