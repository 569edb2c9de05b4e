//! Tables in Markdown (GitHub Flavored Markdown, section 4.10): a row of heads, a row of dashes, rows.

use super::error::TableError;
use super::rows::{Table, TableBuilder};

/// Whether a text holds such a table: a line with bars, and under it one of dashes and bars alone.
pub(super) fn is_table(text: &str) -> bool {
    first_table(text).is_some()
}

/// The first table of a text; its rows have the numbers of their lines.
///
/// # Errors
/// Where it has more columns than a spreadsheet.
pub(super) fn read(text: &str) -> Result<Table, TableError> {
    let mut builder = TableBuilder::new("");
    let first = first_table(text).unwrap_or(0);
    for (number, line) in text.lines().enumerate().skip(first) {
        if number == first + 1 {
            continue;
        }
        if !line.contains('|') {
            break;
        }
        for (column, cell) in cells(line).into_iter().enumerate() {
            builder.put(number, column, cell)?;
        }
    }
    builder.finish()
}

fn first_table(text: &str) -> Option<usize> {
    // Most texts hold no bar, and need not be looked through line by line.
    text.find('|')?;
    let mut before: Option<&str> = None;
    for (number, line) in text.lines().enumerate() {
        if let Some(heads) = before.filter(|heads| heads.contains('|') && is_ruler(line))
            && cells(heads).len() == cells(line).len()
        {
            return Some(number - 1);
        }
        before = Some(line);
    }
    None
}

fn is_ruler(line: &str) -> bool {
    line.contains('-') && line.trim().chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// The cells of a line; a bar behind a backslash is a letter.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek() == Some(&'|') => {
                letters.next();
                cells.last_mut().into_iter().for_each(|cell| cell.push('|'));
            }
            '|' if letters.peek().is_none() => break,
            '|' => cells.push(String::new()),
            other => cells.last_mut().into_iter().for_each(|cell| cell.push(other)),
        }
    }
    cells.iter().map(|cell| cell.trim().replace("<br>", "\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_stands_within_a_text() {
        let text = "Visits\n\n| Who | To |\n|:---|---:|\n| Berg \\| Co | CH |\n| Nil | |\n\nAnd so on | not\n";
        assert!(is_table(text));
        let table = read(text).unwrap();
        let rows: Vec<(u32, Vec<String>)> = table.rows.into_iter().map(|row| (row.number, row.cells)).collect();
        let words = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        assert_eq!(rows, [(3, words(&["Who", "To"])), (5, words(&["Berg | Co", "CH"])), (6, words(&["Nil"]))]);
        assert!(!is_table("a|b\n1|2\n"));
    }
}
