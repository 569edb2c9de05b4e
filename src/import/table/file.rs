//! A file of rows: what it is, told from its bytes and not from its name.

use super::decode::{ReadAs, decode};
use super::delimited::{Delimiter, read_delimited};
use super::error::TableError;
use super::rows::Table;
use super::workbook::Workbook;
use super::{html, markdown, ods, xlsx};

/// How a file is to be read, where it is not left to its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableOptions {
    /// The encoding of a text, by its name on the web.
    pub encoding: Option<String>,
    /// The sign between the cells of a text.
    pub delimiter: Option<Delimiter>,
    /// The sheet of a spreadsheet, by its name.
    pub sheet: Option<String>,
}

/// A file of rows as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFile {
    /// The table: the sheet asked for, else the first that says anything.
    pub table: Table,
    /// The names of all sheets; none where the file has no sheets.
    pub sheets: Vec<String>,
    /// Whether it is a text, so that it may be read in another encoding or parted at another sign.
    pub is_text: bool,
    /// How it was read, in words: `Semicolons, windows-1250`.
    pub manner: String,
}

/// The rows in the bytes of a file.
///
/// # Errors
/// Where there are none, with the reason and what to do.
pub fn read_file_bytes(bytes: &[u8], options: &TableOptions) -> Result<TableFile, TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    if xlsx::is_compound(bytes) {
        return Err(xlsx::why_not_compound(bytes));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return archived(bytes, options);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(TableError::OtherFormat("A PDF"));
    }
    let decoded = decode(bytes, options.encoding.as_deref())?;
    let mut file = read_text(&decoded.text, options)?;
    let ReadAs { encoding, is_guess, .. } = decoded.read_as;
    let guess = if is_guess { " (a guess)" } else { "" };
    file.manner = format!("{}, {encoding}{guess}", file.manner);
    file.table.remarks.extend(decoded.read_as.loss());
    Ok(file)
}

/// The rows in a text: of a table in HTML or Markdown, else parted by the sign that gives the most even columns.
///
/// # Errors
/// Where there are none.
pub fn read_text(text: &str, options: &TableOptions) -> Result<TableFile, TableError> {
    let (table, manner) = match options.delimiter {
        None if html::is_table(text) => (html::read(text)?, "A table in HTML"),
        None if markdown::is_table(text) => (markdown::read(text)?, "A table in Markdown"),
        asked => match asked.or_else(|| Delimiter::told_from(text)) {
            Some(delimiter) => (read_delimited(text, delimiter)?, delimiter.manner()),
            None => (read_delimited(text, Delimiter::Tab)?, "One column"),
        },
    };
    if table.rows.is_empty() {
        return Err(TableError::NoRows);
    }
    Ok(TableFile { table, sheets: Vec::new(), is_text: true, manner: manner.to_owned() })
}

fn archived(bytes: &[u8], options: &TableOptions) -> Result<TableFile, TableError> {
    let is_opendocument = bytes.windows(OPENDOCUMENT.len()).take(256).any(|window| window == OPENDOCUMENT);
    let asked = options.sheet.as_deref();
    let (workbook, manner) =
        if is_opendocument { (ods::read(bytes, asked)?, "OpenDocument") } else { (xlsx::read(bytes, asked)?, "Excel") };
    let Workbook { table, names } = workbook;
    let table = table.ok_or_else(|| match asked {
        Some(asked) => TableError::NoSheet { asked: asked.to_owned(), there: names.join(", ") },
        None => TableError::NoRows,
    })?;
    if table.rows.is_empty() {
        return Err(TableError::NoRows);
    }
    let manner = format!("{manner}, sheet “{}”", table.name);
    Ok(TableFile { table, sheets: names, is_text: false, manner })
}

/// Stands uncompressed at the beginning of every file of ODF (version 1.2, part 3, section 3.3).
const OPENDOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

impl Delimiter {
    /// In words, at the beginning of a sentence.
    const fn manner(self) -> &'static str {
        match self {
            Self::Comma => "Commas",
            Self::Semicolon => "Semicolons",
            Self::Tab => "Tabs",
            Self::Bar => "Bars",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_told_in_plain_words() {
        let options = TableOptions::default();
        assert_eq!(read_file_bytes(b"", &options), Err(TableError::Empty));
        assert_eq!(read_file_bytes(b"\n\n;;\n", &options), Err(TableError::NoRows));
        assert_eq!(read_file_bytes(b"%PDF-1.7", &options), Err(TableError::OtherFormat("A PDF")));
        assert!(matches!(read_file_bytes(b"PK\x03\x04 nothing", &options), Err(TableError::Damaged(_))));
    }

    #[test]
    fn a_text_says_how_it_was_read() {
        let options = TableOptions::default();
        let file = read_file_bytes("\u{feff}Visitors;To\nAda;CH\n".as_bytes(), &options).unwrap();
        assert_eq!(file.manner, "Semicolons, UTF-8");
        assert_eq!(file.table.width(), 2);
        let forced = TableOptions { delimiter: Some(Delimiter::Comma), ..options };
        assert_eq!(read_file_bytes(b"a;b\n", &forced).unwrap().table.width(), 1);
    }
}
