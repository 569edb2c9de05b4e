//! What a file is: a list of references, the text of an article, or rows. Told from its bytes; its name tells an article.

use crate::import::reference::{ReferenceFormat, References, read_references};
use crate::import::table::{Delimiter, TableError, TableFile, TableOptions, decode, read_file_bytes};

/// The endings of files that are brought in rather than opened.
pub const BROUGHT_ENDINGS: &[&str] = &["csv", "tsv", "tab", "xlsx", "ods", "bib", "ris", "json", "txt", "md"];

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Brought {
    /// A list of references.
    References(ReferenceFormat, References),
    /// The text of an article.
    Article(String),
    /// Rows.
    Rows(TableFile),
}

/// What the bytes of a file of this name hold. A text whose lines are parted like rows is no article.
///
/// # Errors
/// Where they are nothing of these, with the reason and what to do.
pub fn brought(name: &str, bytes: &[u8], options: &TableOptions) -> Result<Brought, TableError> {
    let is_text = !STRANGE.iter().any(|magic| bytes.starts_with(magic));
    if is_text && !bytes.is_empty() {
        let text = decode(bytes, options.encoding.as_deref())?.text;
        if let Some(format) = ReferenceFormat::told_from(&text) {
            return Ok(Brought::References(format, read_references(&text, format)));
        }
        if is_named_as_text(name) && !matches!(Delimiter::told_from(&text), Some(Delimiter::Tab | Delimiter::Bar)) {
            return Ok(Brought::Article(text));
        }
    }
    Ok(Brought::Rows(read_file_bytes(bytes, options)?))
}

/// How files begin that are no text: archives, compound files, PDF.
const STRANGE: &[&[u8]] = &[b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"];

fn is_named_as_text(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| matches!(extension.as_str(), "txt" | "md" | "text"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let of = |name: &str, text: &str| brought(name, text.as_bytes(), &TableOptions::default()).unwrap();
        assert!(matches!(of("a.csv", "a;b\n1;2\n"), Brought::Rows(_)));
        assert!(matches!(of("a.txt", "a\tb\n1\t2\n"), Brought::Rows(_)));
        assert!(matches!(of("a.txt", "A bridge\n\nIt was opened, she said; he did not.\n"), Brought::Article(_)));
        assert!(matches!(of("a.txt", "@misc{a, title={B}}\n"), Brought::References(ReferenceFormat::BibTex, _)));
        assert_eq!(brought("a.txt", b"", &TableOptions::default()), Err(TableError::Empty));
    }
}
