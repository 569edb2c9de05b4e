//! Lines and cells of tab-separated text as spreadsheets write it: a cell with a tab, a line break or a quotation mark
//! stands between quotation marks, and one within it is doubled (RFC 4180, section 2, with tabs for commas).

/// The cells, line by line, without blank lines and without the spaces around each cell.
pub(super) fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = Vec::new();
    let mut line = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = cell(rest);
        line.push(cell);
        rest = match after.strip_prefix('\t') {
            // A tab at the very end is followed by an empty cell.
            Some("") => {
                line.push(String::new());
                ""
            }
            Some(more) => more,
            None => {
                lines.push(std::mem::take(&mut line));
                after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])).unwrap_or_default()
            }
        };
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.retain(|line| line.iter().any(|cell| !cell.is_empty()));
    lines
}

/// The first cell, and what follows it.
fn cell(text: &str) -> (String, &str) {
    if let Some(quoted) = text.strip_prefix('"')
        && let Some((cell, after)) = quoted_cell(quoted)
    {
        return (clean(&cell), after);
    }
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    (clean(cell), after)
}

/// The rest of a cell between quotation marks; `None` where the closing one is missing or something follows it.
fn quoted_cell(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if after.is_empty() || after.starts_with(['\t', '\n', '\r']) => return Some((cell, after)),
            None => return None,
        }
    }
}

/// A cell without spaces around it, and without the mark that keeps a spreadsheet from reading a formula.
fn clean(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        assert_eq!(read("a\tb\r\nc\t\n\n"), [vec!["a", "b"], vec!["c", ""]]);
        assert_eq!(read("\"two\nlines\tand a tab\"\tb"), [vec!["two\nlines\tand a tab", "b"]]);
        assert_eq!(read("\"he said \"\"yes\"\"\"\tb\n"), [vec!["he said \"yes\"", "b"]]);
        assert_eq!(read("'=1\t'ok"), [vec!["=1", "'ok"]]);
        assert_eq!(read("\u{feff}a\t"), [vec!["a", ""]]);
    }

    #[test]
    fn a_stray_quotation_mark_is_a_letter() {
        assert_eq!(read("\"open\tb\nc\td"), [vec!["\"open", "b"], vec!["c", "d"]]);
        assert_eq!(read("\"a\" b\tc"), [vec!["\"a\" b", "c"]]);
        assert_eq!(read("\t \n\t\t"), Vec::<Vec<String>>::new());
    }
}
