//! A note as blocks of words, for whoever draws or writes them in a way of its own. Footnotes are numbered here, in the
//! order of their first marks, and nowhere else.

mod reading;

use reading::Reading;

use pulldown_cmark::{Parser, TextMergeStream};
use std::collections::VecDeque;

use super::parsed::parsed;

/// A block of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its words: of a row of a table those of each cell, else those of one.
    pub cells: Vec<Vec<NoteRun>>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, from 1 on.
    Heading(u8),
    /// Words of their own.
    Paragraph,
    /// An item of a list that lies so deep, from 1 on; or a further paragraph of it.
    Item {
        /// How deep.
        depth: usize,
        /// Whether it begins the item.
        is_first: bool,
    },
    /// A row of a table.
    Row {
        /// Whether it is the head.
        is_head: bool,
    },
    /// A footnote, with its number.
    Footnote(usize),
}

/// Words that look alike.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoteRun {
    /// The words; a line break within them is one of the note.
    pub text: String,
    /// Strong.
    pub is_bold: bool,
    /// Emphasised.
    pub is_italic: bool,
    /// Struck through.
    pub is_struck: bool,
    /// What they are.
    pub kind: RunKind,
}

/// What words of a note are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum RunKind {
    /// Words.
    #[default]
    Words,
    /// Words that lead to this address, which a browser may be given.
    Link(String),
    /// The mark of a footnote: its number, and a comma before it where it stands beside another mark.
    Mark(Mark),
}

/// The mark of a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The number of the footnote, from 1 on.
    pub number: usize,
    /// Whether it is the first mark of this footnote.
    pub is_first: bool,
    /// Whether another mark stands right before it.
    pub is_beside: bool,
}

/// The blocks of a note in Markdown, as many as have `most` bytes of words.
#[must_use]
pub fn note_blocks(note: &str, most: usize) -> Vec<NoteBlock> {
    let mut left = most;
    let mut blocks = Vec::new();
    for mut block in Blocks::of(note) {
        for run in block.cells.iter_mut().flatten() {
            run.text.truncate(run.text.floor_char_boundary(most));
            left = left.saturating_sub(run.text.len());
        }
        blocks.push(block);
        if left == 0 {
            break;
        }
    }
    blocks
}

/// The blocks of a note in Markdown, one by one.
pub(super) struct Blocks<'a> {
    events: TextMergeStream<'a, Parser<'a>>,
    reading: Reading,
    ready: VecDeque<NoteBlock>,
    is_at_end: bool,
}

impl<'a> Blocks<'a> {
    pub(super) fn of(note: &'a str) -> Self {
        let events = TextMergeStream::new(parsed(note));
        Self { events, reading: Reading::default(), ready: VecDeque::new(), is_at_end: false }
    }
}

impl Iterator for Blocks<'_> {
    type Item = NoteBlock;

    fn next(&mut self) -> Option<NoteBlock> {
        while self.ready.is_empty() && !self.is_at_end {
            match self.events.next() {
                Some(event) => self.reading.event(event, &mut self.ready),
                None => {
                    self.reading.close(&mut self.ready);
                    self.is_at_end = true;
                }
            }
        }
        self.ready.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each block as a line: what it is, and its words; marks of footnotes in angle brackets.
    fn told(note: &str) -> Vec<String> {
        let words = |runs: &Vec<NoteRun>| {
            let word = |run: &NoteRun| match (&run.kind, run.is_bold) {
                (RunKind::Mark(_), _) => format!("<{}>", run.text),
                (_, true) => run.text.to_uppercase(),
                _ => run.text.clone(),
            };
            runs.iter().map(word).collect::<String>()
        };
        let block = |block: &NoteBlock| {
            let words: Vec<String> = block.cells.iter().map(words).collect();
            format!("{:?} {}", block.kind, words.join(" | "))
        };
        note_blocks(note, 60).iter().map(block).collect()
    }

    #[test]
    fn a_note_is_told_in_its_order_with_its_marks_apart() {
        let note = "# T\n\n- **One**[^b][^a]\n  - two\n\n| a | b |\n|---|---|\n| c[^a] | d |\n\nEnd\nof it\n\n[^a]: Paper, <https://p.example>.\n[^b]: <script>\n";
        assert_eq!(
            told(note),
            [
                "Heading(1) T",
                "Item { depth: 1, is_first: true } ONE<1><, 2>",
                "Item { depth: 2, is_first: true } two",
                "Row { is_head: true } A | B",
                "Row { is_head: false } c<2> | d",
                "Paragraph End of it",
                "Footnote(2) Paper, https://p.example.",
                "Footnote(1) <script>",
            ]
        );
        assert_eq!(note_blocks(note, 2).len(), 2, "as much as is wanted");
    }
}
