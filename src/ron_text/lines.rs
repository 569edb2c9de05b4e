//! Lines and columns of a text.

/// Where each line of a text begins.
#[derive(Debug, Clone, Default)]
pub struct LineIndex {
    /// Offsets in bytes; the first is 0, or that after a byte order mark.
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds the lines; they end at `\n`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let after = |(offset, _): (usize, &str)| u32::try_from(offset + 1).unwrap_or(u32::MAX);
        let first = u32::try_from(mark).unwrap_or(0);
        Self { starts: std::iter::once(first).chain(text.match_indices('\n').map(after)).collect() }
    }

    /// The line and the column of a byte, both counted from 1, columns in characters. The byte order mark is none.
    #[must_use]
    pub fn line_and_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| (*start as usize) <= offset).max(1);
        let start = self.starts.get(line - 1).map_or(0, |start| *start as usize);
        let before = text.as_bytes().get(start..offset.max(start)).unwrap_or(&[]);
        // Characters begin with bytes that are no continuation of another.
        let column = before.iter().filter(|byte| (**byte & 0xc0) != 0x80).count() + 1;
        (line, column)
    }

    /// Where a line, counted from 1, begins, in bytes.
    #[must_use]
    pub fn start_of(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).map(|start| *start as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::LineIndex;

    #[test]
    fn columns_are_characters_and_the_byte_order_mark_is_none() {
        let text = "\u{feff}ab\r\nвучић x\n";
        let lines = LineIndex::new(text);
        assert_eq!(lines.line_and_column(text, text.find('a').unwrap()), (1, 1));
        assert_eq!(lines.line_and_column(text, text.find('x').unwrap()), (2, 7));
        assert_eq!(lines.line_and_column(text, text.len()), (3, 1));
        assert_eq!(lines.start_of(2), Some(7));
    }
}
