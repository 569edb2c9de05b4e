//! A note as its blocks, one by one or its begin.

use std::collections::VecDeque;

use pulldown_cmark::{Parser, TextMergeStream};

use super::block::NoteBlock;
use super::reading::Reading;
use crate::export::parsed::parsed;

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
pub(in crate::export) struct Blocks<'a> {
    events: TextMergeStream<'a, Parser<'a>>,
    reading: Reading,
    ready: VecDeque<NoteBlock>,
    is_at_end: bool,
}

impl<'a> Blocks<'a> {
    pub(in crate::export) fn of(note: &'a str) -> Self {
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
    use crate::export::blocks::{NoteRun, RunKind};

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
