//! A note as blocks of words, for a view that draws them itself.

use std::collections::HashMap;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd, TextMergeStream};

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
    /// The words.
    pub text: String,
    /// Strong.
    pub is_bold: bool,
    /// Emphasised.
    pub is_italic: bool,
    /// What they are.
    pub kind: RunKind,
}

/// What words of a note are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RunKind {
    /// Words.
    #[default]
    Words,
    /// Words that lead to an address.
    Link,
    /// The number of a footnote, or what parts two of them.
    Mark,
}

/// The blocks of a note in Markdown, as many as have `most` bytes of words. The whole is read, since what is a mark of a
/// footnote is told by the footnotes at its end.
#[must_use]
pub fn note_blocks(note: &str, most: usize) -> Vec<NoteBlock> {
    let mut reading = Reading::default();
    for event in TextMergeStream::new(parsed(note)) {
        reading.event(event);
        if reading.bytes > most {
            break;
        }
    }
    reading.close();
    reading.blocks
}

#[derive(Default)]
struct Reading {
    blocks: Vec<NoteBlock>,
    cells: Vec<Vec<NoteRun>>,
    runs: Vec<NoteRun>,
    heading: Option<u8>,
    depth: usize,
    is_first: bool,
    in_head: bool,
    footnote: Option<usize>,
    /// The number of each footnote, by the order of its first mark.
    numbers: HashMap<String, usize>,
    bold: usize,
    italic: usize,
    links: usize,
    /// How many bytes of words are read.
    bytes: usize,
}

impl Reading {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.run(&text),
            Event::Html(text) => self.run(text.trim_end()),
            Event::SoftBreak => self.run(" "),
            Event::HardBreak => self.run("\n"),
            Event::FootnoteReference(label) => {
                let number = self.number(&label);
                let parted = self.runs.last().is_some_and(|run| run.kind == RunKind::Mark);
                let text = if parted { format!(", {number}") } else { number.to_string() };
                self.runs.push(NoteRun { text, kind: RunKind::Mark, ..NoteRun::default() });
            }
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_owned()).or_insert(next)
    }

    fn run(&mut self, text: &str) {
        self.bytes += text.len();
        self.runs.push(NoteRun {
            text: text.to_owned(),
            is_bold: self.bold > 0,
            is_italic: self.italic > 0,
            kind: if self.links > 0 { RunKind::Link } else { RunKind::Words },
        });
    }

    /// Ends the open block, if it holds anything.
    fn close(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.is_empty() {
            return;
        }
        let kind = match (self.heading, self.footnote, self.depth) {
            (Some(level), _, _) => BlockKind::Heading(level),
            (None, Some(number), _) => BlockKind::Footnote(number),
            (None, None, 0) => BlockKind::Paragraph,
            (None, None, depth) => BlockKind::Item { depth, is_first: std::mem::take(&mut self.is_first) },
        };
        self.blocks.push(NoteBlock { kind, cells: vec![runs] });
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.close();
                self.heading = Some(match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                });
            }
            Tag::List(_) => {
                self.close();
                self.depth += 1;
            }
            Tag::Item => self.is_first = true,
            Tag::FootnoteDefinition(label) => {
                self.close();
                self.footnote = Some(self.number(&label));
            }
            Tag::Table(_) => self.close(),
            Tag::TableHead => self.in_head = true,
            Tag::Emphasis => self.italic += 1,
            Tag::Strong => self.bold += 1,
            Tag::Link { .. } => self.links += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.close();
                self.heading = None;
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.close(),
            TagEnd::List(_) => {
                self.close();
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::FootnoteDefinition => {
                self.close();
                self.footnote = None;
            }
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.runs)),
            TagEnd::TableHead | TagEnd::TableRow => {
                let is_head = std::mem::take(&mut self.in_head);
                let cells = std::mem::take(&mut self.cells);
                self.blocks.push(NoteBlock { kind: BlockKind::Row { is_head }, cells });
            }
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each block as a line: what it is, and its words; marks of footnotes in angle brackets.
    fn told(note: &str) -> Vec<String> {
        let words = |runs: &Vec<NoteRun>| {
            let word = |run: &NoteRun| match (run.kind, run.is_bold) {
                (RunKind::Mark, _) => format!("<{}>", run.text),
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
                "Row { is_head: true } a | b",
                "Row { is_head: false } c<2> | d",
                "Paragraph End of it",
                "Footnote(2) Paper, https://p.example.",
                "Footnote(1) <script>",
            ]
        );
        assert_eq!(note_blocks(note, 1).len(), 2, "as much as is wanted");
    }
}
