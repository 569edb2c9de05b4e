//! Lines and columns of a text.

/// So many bytes of a text have one count of characters kept, so that a column in a very long line is found soon.
const BLOCK: usize = 1 << 10;

/// Where each line of a text begins.
#[derive(Debug, Clone, Default)]
pub struct LineIndex {
    /// Offsets in bytes; the first is 0, or that after a byte order mark.
    starts: Vec<u32>,
    /// How many characters begin before each block of bytes.
    chars_before: Vec<u32>,
}

impl LineIndex {
    /// Finds the lines; they end at `\n`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let after = |offset: usize| u32::try_from(offset + 1).unwrap_or(u32::MAX);
        let first = u32::try_from(mark).unwrap_or(0);
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        let mut chars = 0;
        let chars_before = text.as_bytes().chunks(BLOCK).map(|block| {
            let before = chars;
            chars += characters(block);
            u32::try_from(before).unwrap_or(u32::MAX)
        });
        Self { chars_before: chars_before.collect(), starts: std::iter::once(first).chain(ends.map(after)).collect() }
    }

    /// The line and the column of a byte, both counted from 1, columns in characters. The byte order mark is none.
    #[must_use]
    pub fn line_and_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| (*start as usize) <= offset).max(1);
        let start = self.starts.get(line - 1).map_or(0, |start| *start as usize);
        let before = |end: usize| self.characters_before(text, end);
        (line, before(offset.max(start)).saturating_sub(before(start)) + 1)
    }

    /// How many characters of a text begin before a byte.
    fn characters_before(&self, text: &str, end: usize) -> usize {
        let end = end.min(text.len());
        // Where the text ends with a block, its end is that of the last.
        let block = (end / BLOCK).min(self.chars_before.len().saturating_sub(1));
        let before = self.chars_before.get(block).map_or(0, |chars| *chars as usize);
        before + characters(text.as_bytes().get(block * BLOCK..end).unwrap_or(&[]))
    }

    /// Where a line, counted from 1, begins, in bytes.
    #[must_use]
    pub fn start_of(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).map(|start| *start as usize)
    }
}

/// How many characters begin in these bytes: those that are no continuation of another.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::LineIndex;

    #[test]
    fn columns_in_a_long_line_are_those_counted_from_its_begin() {
        for length in [0, 1, 1023, 1024, 1025, 2047, 2048, 5000] {
            let text = format!("({})\n{}", "š".repeat(300), "aß字".chars().cycle().take(length).collect::<String>());
            let lines = LineIndex::new(&text);
            let line = text.find('\n').unwrap() + 1;
            for (at, _) in text.char_indices().filter(|(at, _)| *at >= line).step_by(7).chain([(text.len(), ' ')]) {
                let column = text[line..at].chars().count() + 1;
                assert_eq!(lines.line_and_column(&text, at), (2, column), "byte {at} of {}", text.len());
            }
        }
    }

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
