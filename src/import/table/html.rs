//! A table in HTML, as browsers and spreadsheets put it on the clipboard. Merged cells take the room that they cover.

use html5gum::{StartTag, Token, Tokenizer};

use super::error::TableError;
use super::rows::{MAX_COLUMNS, Table, TableBuilder};

/// The most rows that one cell covers (HTML Living Standard, attribute `rowspan`).
const MOST_ROWS_COVERED: usize = 65_534;

/// Whether a text is a page, or a piece of one, with a table.
#[must_use]
pub fn is_table(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let has_table = || text.as_bytes().windows(6).any(|window| window.eq_ignore_ascii_case(b"<table"));
    text.starts_with('<') && has_table()
}

/// The first table of a page.
///
/// # Errors
/// Where it has more rows, columns or words than are read.
pub(super) fn read(text: &str) -> Result<Table, TableError> {
    let mut reading = Reading::default();
    for token in Tokenizer::new(text) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reading.open(&tag)?,
            Token::EndTag(tag) if reading.close(&tag.name)? => break,
            Token::String(words) if reading.in_cell && reading.silent == 0 => {
                reading.words.push_str(&String::from_utf8_lossy(&words));
            }
            _ => {}
        }
    }
    reading.end_cell()?;
    reading.builder.finish()
}

struct Reading {
    builder: TableBuilder,
    /// How many tables are open; what stands in one within a cell is words of that cell.
    depth: usize,
    /// How many elements are open whose words nobody sees.
    silent: usize,
    row: Option<usize>,
    in_cell: bool,
    words: String,
    /// The column of the next cell.
    column: usize,
    /// How many columns and rows the cell covers that is open.
    covers: (usize, usize),
    /// Before which row each column is covered from above.
    covered: Vec<usize>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            builder: TableBuilder::new(""),
            depth: 0,
            silent: 0,
            row: None,
            in_cell: false,
            words: String::new(),
            column: 0,
            covers: (1, 1),
            covered: Vec::new(),
        }
    }
}

impl Reading {
    fn open(&mut self, tag: &StartTag<()>) -> Result<(), TableError> {
        match tag.name.to_ascii_lowercase().as_slice() {
            b"table" => self.depth += 1,
            b"script" | b"style" if !tag.self_closing => self.silent += 1,
            b"br" | b"p" | b"div" | b"li" if self.in_cell && !self.words.trim().is_empty() => self.words.push('\n'),
            b"tr" if self.depth == 1 => {
                self.end_cell()?;
                self.begin_row();
            }
            b"td" | b"th" if self.depth == 1 => {
                self.end_cell()?;
                if self.row.is_none() {
                    self.begin_row();
                }
                self.begin_cell(tag);
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether the table has ended.
    fn close(&mut self, name: &[u8]) -> Result<bool, TableError> {
        match name.to_ascii_lowercase().as_slice() {
            b"table" => {
                self.depth = self.depth.saturating_sub(1);
                return Ok(self.depth == 0 && self.row.is_some());
            }
            b"script" | b"style" => self.silent = self.silent.saturating_sub(1),
            b"td" | b"th" | b"tr" if self.depth == 1 => self.end_cell()?,
            _ => {}
        }
        Ok(false)
    }

    fn begin_row(&mut self) {
        self.row = Some(self.row.map_or(0, |row| row + 1));
        self.column = 0;
    }

    fn begin_cell(&mut self, tag: &StartTag<()>) {
        while self.covered.get(self.column).is_some_and(|end| *end > self.row.unwrap_or(0)) {
            self.column += 1;
        }
        let number = |name: &[u8]| {
            let value = tag.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?.1;
            String::from_utf8_lossy(value).trim().parse::<usize>().ok().filter(|number| *number > 0)
        };
        self.covers =
            (number(b"colspan").unwrap_or(1).min(MAX_COLUMNS), number(b"rowspan").unwrap_or(1).min(MOST_ROWS_COVERED));
        self.in_cell = true;
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        if !std::mem::take(&mut self.in_cell) {
            return Ok(());
        }
        let words = std::mem::take(&mut self.words);
        let lines = words.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        self.builder.put(self.row.unwrap_or(0), self.column, lines.join("\n"))?;
        let (columns, rows) = self.covers;
        let end = (self.column + columns).min(MAX_COLUMNS);
        if rows > 1 {
            if self.covered.len() < end {
                self.covered.resize(end, 0);
            }
            let below = self.row.unwrap_or(0) + rows;
            self.covered.iter_mut().take(end).skip(self.column).for_each(|covered| *covered = below);
        }
        self.column = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        read(text).unwrap().rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn a_table_of_the_clipboard_is_read_with_its_merged_cells() {
        let text = "<html><body><!--StartFragment--><table><thead><tr><th>Who</th><th colspan=2>When</th><th>To</th></tr>\
            <tbody><tr><td rowspan=\"2\">Ada <b>Berg</b></td><td>1 May</td><td>3 May</td><td>CH</td></tr>\
            <tr><td>5&nbsp;May<td>6 May<td>A&amp;B<br>C<style>x</style></tr></table><table><tr><td>no</table>";
        assert!(is_table(text));
        let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            rows(text),
            [
                cells(&["Who", "When", "", "To"]),
                cells(&["Ada Berg", "1 May", "3 May", "CH"]),
                cells(&["", "5 May", "6 May", "A&B\nC"]),
            ]
        );
    }

    #[test]
    fn a_table_within_a_cell_is_words_of_that_cell() {
        let text = "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>";
        assert_eq!(rows(text), [["ab".to_owned(), "c".to_owned()]]);
        assert!(!is_table("a < b <table"));
    }

    #[test]
    fn spans_that_never_end_cost_nothing() {
        let text = "<table><tr><td colspan=999999999999 rowspan=999999999>a</td></tr><tr><td>b</td></tr></table>";
        assert!(matches!(read(text), Err(TableError::TooManyColumns { row: 2 })));
    }
}
