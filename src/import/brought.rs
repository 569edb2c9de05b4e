//! What a file is: a list of references, the text of an article, or rows. Told from its bytes; its name tells an article.

use crate::extract::html_text;
use crate::import::reference::{ReferenceFormat, References, read_references};
use crate::import::table::{
    Decoded, Delimiter, ReadAs, TableError, TableFile, TableOptions, decode, is_table_in_html, read_file_bytes,
};

/// The endings of files that are brought in rather than opened.
pub const BROUGHT_ENDINGS: &[&str] =
    &["csv", "tsv", "tab", "xlsx", "ods", "bib", "ris", "json", "txt", "md", "html", "htm"];

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Brought {
    /// A list of references, and the encoding that its text was read in.
    References(ReferenceFormat, References, ReadAs),
    /// The text of an article.
    Article(Decoded),
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
        let decoded = decode(bytes, options.encoding.as_deref())?;
        let text = &decoded.text;
        if let Some(format) = ReferenceFormat::told_from(text) {
            return Ok(Brought::References(format, read_references(text, format), decoded.read_as));
        }
        if is_page(name, text) && (!is_table_in_html(text) || has_tag(text, "<article")) {
            return Ok(Brought::Article(Decoded { text: html_text(text), ..decoded }));
        }
        if is_named_as_text(name) && !matches!(Delimiter::told_from(text), Some(Delimiter::Tab | Delimiter::Bar)) {
            return Ok(Brought::Article(decoded));
        }
    }
    Ok(Brought::Rows(read_file_bytes(bytes, options)?))
}

/// How files begin that are no text: archives, compound files, PDF.
const STRANGE: &[&[u8]] = &[b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"];

fn is_named_as_text(name: &str) -> bool {
    matches!(extension(name).as_str(), "txt" | "md" | "text")
}

/// Whether a file is a page of the web, by its name or by how it begins.
#[must_use]
pub fn is_page(name: &str, text: &str) -> bool {
    let begin: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(14).collect();
    let begin = begin.to_ascii_lowercase();
    matches!(extension(name).as_str(), "html" | "htm" | "xhtml")
        || begin == "<!doctype html"
        || begin.starts_with("<html")
}

fn has_tag(text: &str, tag: &str) -> bool {
    text.as_bytes().windows(tag.len()).any(|window| window.eq_ignore_ascii_case(tag.as_bytes()))
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
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
        assert!(matches!(of("a.txt", "@misc{a, title={B}}\n"), Brought::References(ReferenceFormat::BibTex, ..)));
        let page = "<!DOCTYPE html><html><body><article><h1>A bridge</h1><p>It was opened.</p></article></body></html>";
        let Brought::Article(article) = of("a.html", page) else { panic!("a page is an article") };
        assert!(article.text.starts_with("A bridge") && !article.text.contains('<'), "{}", article.text);
        assert!(matches!(of("a.html", "<table><tr><td>a<td>b</table>"), Brought::Rows(_)));
        assert_eq!(brought("a.txt", b"", &TableOptions::default()), Err(TableError::Empty));
    }
}
