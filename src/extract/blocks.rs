//! The blocks of a text between its blank lines, the paragraphs in them, and places counted in characters.

use std::ops::Range;

/// A block with a line wider than this holds a paragraph a line; others are hard-wrapped.
const WIDEST_WRAPPED: usize = 160;

/// A block of a text: what stands between two blank lines, as it stands there.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its text, lines parted by `\n`.
    pub text: String,
    /// The byte at which each `STEP`th character begins, so that characters are counted without a walk from the start.
    steps: Vec<usize>,
    is_ascii: bool,
}

/// So many characters lie between two places that are kept.
const STEP: usize = 64;

impl Block {
    fn new(text: String) -> Self {
        let is_ascii = text.is_ascii();
        let steps = if is_ascii { Vec::new() } else { text.char_indices().step_by(STEP).map(|(at, _)| at).collect() };
        Self { text, steps, is_ascii }
    }

    /// How many Unicode scalar values stand before a byte.
    #[must_use]
    pub fn chars_before(&self, byte: usize) -> usize {
        if self.is_ascii {
            return byte.min(self.text.len());
        }
        let step = self.steps.partition_point(|at| *at <= byte).saturating_sub(1);
        let from = self.steps.get(step).copied().unwrap_or(0);
        let rest = self.text.get(from..byte).unwrap_or_default();
        step * STEP + rest.chars().count()
    }

    /// The paragraphs of the block, in bytes.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<Range<usize>> {
        let is_line_each = self.text.split('\n').any(|line| line.chars().nth(WIDEST_WRAPPED).is_some());
        if !is_line_each {
            return std::iter::once(0..self.text.len()).collect();
        }
        let mut at = 0;
        let lines = self.text.split('\n').map(|line| {
            let range = at..at + line.len();
            at = range.end + 1;
            range
        });
        lines.filter(|range| self.text.get(range.clone()).is_some_and(|line| !line.trim().is_empty())).collect()
    }
}

/// The blocks of a text. Line ends of every system are `\n`; a mark of the byte order is left out.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let mut blocks: Vec<Block> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut close = |lines: &mut Vec<&str>| {
        if !lines.is_empty() {
            blocks.push(Block::new(lines.join("\n")));
            lines.clear();
        }
    };
    for line in text.split('\n') {
        if line.trim().is_empty() {
            close(&mut lines);
        } else {
            lines.push(line);
        }
    }
    close(&mut lines);
    blocks
}

/// Words on one line: every run of white space as one space.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_stand_between_blank_lines() {
        let texts: Vec<String> =
            blocks("\u{feff}One\r\ntwo\r\n \t\r\nthree\n\n\n").into_iter().map(|block| block.text).collect();
        assert_eq!(texts, ["One\ntwo", "three"]);
        assert!(blocks(" \n\n").is_empty());
    }

    #[test]
    fn characters_are_counted_from_the_start_of_the_block() {
        let text = "Ж“é”".repeat(100);
        let block = Block::new(text.clone());
        for (chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(block.chars_before(byte), chars);
        }
        assert_eq!(block.chars_before(text.len()), 400);
    }

    #[test]
    fn long_lines_are_paragraphs_and_short_ones_are_wrapped() {
        let long = "word ".repeat(40);
        assert_eq!(Block::new(format!("{long}\nShort.")).paragraphs().len(), 2);
        assert_eq!(Block::new("One\ntwo".to_owned()).paragraphs().len(), 1);
    }
}
