//! Delimited text as spreadsheets write it: a cell with a delimiter, a line break or a quotation mark stands between
//! quotation marks, and one within it is doubled (RFC 4180, section 2, with further delimiters).

use super::error::TableError;
use super::rows::{Table, TableBuilder};

/// The sign between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Bar,
}

/// So many rows at most tell which sign parts the cells.
const ROWS_ASKED: usize = 200;

/// A sign that parts fewer rows than these is a letter of the cells.
const PARTED_PERCENT: usize = 80;
/// So many are enough where it parts the first row as no sentence would, with no space behind it.
const PARTED_BELOW_HEADS_PERCENT: usize = 51;

impl Delimiter {
    /// In the order in which they are taken where a text speaks for several alike.
    const ALL: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Comma, Self::Bar];

    /// The sign.
    #[must_use]
    pub const fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Bar => '|',
        }
    }

    /// The sign that a person writes for it in the shell: the sign itself, or `tab`.
    #[must_use]
    pub fn from_written(written: &str) -> Option<Self> {
        let is_it = |delimiter: &Self| written.chars().eq([delimiter.sign()]);
        if written == "tab" || written == "\\t" { Some(Self::Tab) } else { Self::ALL.into_iter().find(is_it) }
    }

    /// The sign that a first line such as `sep=;` says, as spreadsheets write it, and what follows that line.
    fn said_first(text: &str) -> Option<(Self, &str)> {
        let (first, rest) = text.split_once('\n')?;
        let said = first.trim_end_matches('\r').trim_start_matches('\u{feff}').strip_prefix("sep=")?;
        Some((Self::from_written(said)?, rest))
    }

    /// The sign that parts the rows of a text into the most even columns, unless its first line says one; `None` where none
    /// stands in it.
    #[must_use]
    pub fn told_from(text: &str) -> Option<Self> {
        if let Some((said, _)) = Self::said_first(text) {
            return Some(said);
        }
        let scored = Self::ALL.into_iter().filter_map(|delimiter| Some((evenness(text, delimiter)?, delimiter)));
        // The first of equals is kept.
        scored.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, delimiter)| delimiter)
    }
}

/// How even the columns are: the share of rows that have the commonest width, in hundredths, then that width.
fn evenness(text: &str, delimiter: Delimiter) -> Option<(usize, usize)> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let parts_heads = first.contains(delimiter.sign()) && !first.contains(&format!("{} ", delimiter.sign()));
    let mut widths: Vec<usize> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() && widths.len() < ROWS_ASKED {
        let mut width = 0;
        let mut is_blank = true;
        loop {
            let taken = cell(rest, delimiter.sign());
            is_blank &= taken.text.trim().is_empty();
            width += 1;
            rest = taken.rest;
            if !taken.is_followed {
                break;
            }
        }
        // A row of delimiters alone says what they are, an empty line says nothing.
        if !is_blank || width > 1 {
            widths.push(width);
        }
    }
    widths.sort_unstable();
    let mut commonest = (0, 0);
    for run in widths.chunk_by(|a, b| a == b) {
        let width = run.first().copied().unwrap_or(0);
        if width > 1 && run.len() >= commonest.0 {
            commonest = (run.len(), width);
        }
    }
    let parted = widths.iter().filter(|width| **width > 1).count();
    let percent = if parts_heads { PARTED_BELOW_HEADS_PERCENT } else { PARTED_PERCENT };
    let parts_most = parted * 100 >= widths.len() * percent;
    (parts_most && commonest.0 > 0).then(|| (commonest.0 * 100 / widths.len(), commonest.1))
}

/// The rows of a text.
///
/// # Errors
/// Where a row has more columns than a spreadsheet, or the text is larger than what is read at once.
pub fn read_delimited(text: &str, delimiter: Delimiter) -> Result<Table, TableError> {
    let mut builder = TableBuilder::new("");
    let (mut row, mut rest) = match Delimiter::said_first(text) {
        Some((_, rest)) => (1, rest),
        None => (0, text.strip_prefix('\u{feff}').unwrap_or(text)),
    };
    let mut column = 0;
    let mut has_open_mark = false;
    while !rest.is_empty() {
        let taken = cell(rest, delimiter.sign());
        let is_open = taken.is_open;
        builder.put(row, column, taken.text)?;
        if is_open && !has_open_mark {
            has_open_mark = true;
            builder.remark(format!(
                "Row {}, column {}: a quotation mark is never closed, so it is read as a letter",
                row + 1,
                column + 1
            ));
        }
        rest = taken.rest;
        (row, column) = if taken.is_followed { (row, column + 1) } else { (row + 1, 0) };
    }
    builder.finish()
}

/// The first cell of a text.
struct Taken<'a> {
    text: std::borrow::Cow<'a, str>,
    rest: &'a str,
    /// Whether a delimiter, rather than the end of the row, stands behind it.
    is_followed: bool,
    /// Whether it begins with a quotation mark that nothing closes.
    is_open: bool,
}

fn cell(text: &str, delimiter: char) -> Taken<'_> {
    let mut is_open = false;
    let (cell, after) = match text.strip_prefix('"').map(|quoted| quoted_cell(quoted, delimiter)) {
        Some(Ok((cell, after))) => (std::borrow::Cow::Owned(cell), after),
        plain => {
            is_open = matches!(plain, Some(Err(NotQuoted::NeverClosed)));
            // The sign is a letter of ASCII, so that no byte within another letter is it.
            let end = memchr::memchr3(delimiter as u8, b'\n', b'\r', text.as_bytes()).unwrap_or(text.len());
            let (cell, after) = text.split_at(end);
            (std::borrow::Cow::Borrowed(cell), after)
        }
    };
    match after.strip_prefix(delimiter) {
        Some(rest) => Taken { text: cell, rest, is_followed: true, is_open },
        None => {
            let rest = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])).unwrap_or_default();
            Taken { text: cell, rest, is_followed: false, is_open }
        }
    }
}

/// Why a cell that begins with a quotation mark does not stand between two.
enum NotQuoted {
    NeverClosed,
    /// Something stands behind the closing one.
    GoesOn,
}

/// The rest of a cell between quotation marks.
fn quoted_cell(text: &str, delimiter: char) -> Result<(String, &str), NotQuoted> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"').ok_or(NotQuoted::NeverClosed)?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if after.is_empty() || after.starts_with([delimiter, '\n', '\r']) => return Ok((cell, after)),
            None => return Err(NotQuoted::GoesOn),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, delimiter: Delimiter) -> Vec<Vec<String>> {
        read_delimited(text, delimiter).unwrap().rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn the_sign_is_told_by_even_columns() {
        for (text, delimiter) in [
            ("a;b;c\n1, 2;x;y\n3;x, y;z\n", Some(Delimiter::Semicolon)),
            ("a,b\n\"x; y\",1\n", Some(Delimiter::Comma)),
            ("when\twho\n1 May, 2024\tBerg, Anna\n", Some(Delimiter::Tab)),
            ("a|b\n1|2\n", Some(Delimiter::Bar)),
            ("one word\nanother\n", None),
            ("Aquino, 3rd\nTrinidad and Tobago\n", None),
            ("Aquino, 3rd\nBerg, Anna\nTrinidad and Tobago\n", None),
            ("Visitors,To\nAda,US,further,cells\nBo\n\nCe,CH\n", Some(Delimiter::Comma)),
            ("", None),
        ] {
            assert_eq!(Delimiter::told_from(text), delimiter, "{text:?}");
        }
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        let semicolons = Delimiter::Semicolon;
        assert_eq!(cells("a;b\r\nc;\n\n", semicolons), [vec!["a", "b"], vec!["c"]]);
        assert_eq!(cells("\"two\nlines; one cell\";b", semicolons), [vec!["two\nlines; one cell", "b"]]);
        assert_eq!(cells("\"he said \"\"yes\"\"\",b\n", Delimiter::Comma), [vec!["he said \"yes\"", "b"]]);
        assert_eq!(cells("'=1\t'ok", Delimiter::Tab), [vec!["=1", "'ok"]]);
        assert_eq!(cells("\u{feff}a;", semicolons), [vec!["a"]]);
    }

    #[test]
    fn rows_keep_their_numbers_past_empty_ones() {
        let table = read_delimited("a\n\n;;\nb\n", Delimiter::Semicolon).unwrap();
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 4]);
    }

    #[test]
    fn a_first_line_may_say_the_sign_and_is_no_row() {
        let text = "\u{feff}sep=;\r\na, b;c\r\n1, 2;3\r\n";
        assert_eq!(Delimiter::told_from(text), Some(Delimiter::Semicolon));
        let table = read_delimited(text, Delimiter::Semicolon).unwrap();
        assert_eq!(
            table.rows.iter().map(|row| (row.number, row.cell(0))).collect::<Vec<_>>(),
            [(2, "a, b"), (3, "1, 2")]
        );
        assert_eq!(Delimiter::told_from("sep=x\na;b\n"), None);
    }

    #[test]
    fn a_lone_quotation_mark_is_a_letter_and_told_of() {
        let table = read_delimited("\"open;b\nc;d", Delimiter::Semicolon).unwrap();
        assert_eq!(table.rows[0].cells, ["\"open", "b"]);
        assert_eq!(table.rows.len(), 2);
        assert!(table.remarks[0].starts_with("Row 1, column 1"), "{:?}", table.remarks);
        assert_eq!(cells("\"a\" b;c", Delimiter::Semicolon), [vec!["\"a\" b", "c"]]);
    }

    #[test]
    fn more_columns_than_a_sheet_has_are_refused_with_their_row() {
        let wide = format!("a\n{}x", ";".repeat(16_384));
        assert_eq!(read_delimited(&wide, Delimiter::Semicolon), Err(TableError::TooManyColumns { row: 2 }));
    }
}
