//! The events of a note in Markdown put together to blocks.

use std::collections::{HashMap, HashSet, VecDeque};

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{BlockKind, Mark, NoteBlock, NoteRun, RunKind};
use crate::present::link_host;

/// What is read of the open block, and of all footnotes so far.
#[derive(Default)]
pub(super) struct Reading {
    cells: Vec<Vec<NoteRun>>,
    runs: Vec<NoteRun>,
    heading: Option<u8>,
    depth: usize,
    is_first: bool,
    in_head: bool,
    footnote: Option<usize>,
    /// The number of each footnote, by the order in which it is met.
    numbers: HashMap<String, usize>,
    marked: HashSet<usize>,
    bold: usize,
    italic: usize,
    struck: usize,
    /// Where the open links lead, innermost last; `None` for what no browser is given.
    links: Vec<Option<String>>,
}

impl Reading {
    /// Takes an event in; what it ends is ready.
    pub(super) fn event(&mut self, event: Event, ready: &mut VecDeque<NoteBlock>) {
        match event {
            Event::Start(tag) => self.start(tag, ready),
            Event::End(tag) => self.end(tag, ready),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.run(&text),
            Event::Html(text) => self.run(text.trim_end()),
            Event::SoftBreak => self.run(" "),
            Event::HardBreak => self.run("\n"),
            Event::FootnoteReference(label) => self.mark(&label),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn mark(&mut self, label: &str) {
        let number = self.number(label);
        let is_first = self.marked.insert(number);
        let is_beside = self.runs.last().is_some_and(|run| matches!(run.kind, RunKind::Mark(_)));
        let text = if is_beside { format!(", {number}") } else { number.to_string() };
        let kind = RunKind::Mark(Mark { number, is_first, is_beside });
        self.runs.push(NoteRun { text, kind, ..NoteRun::default() });
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_owned()).or_insert(next)
    }

    fn run(&mut self, text: &str) {
        let address = self.links.last().cloned().flatten();
        self.runs.push(NoteRun {
            text: text.to_owned(),
            is_bold: self.bold > 0,
            is_italic: self.italic > 0,
            is_struck: self.struck > 0,
            kind: address.map_or(RunKind::Words, RunKind::Link),
        });
    }

    /// Ends the open block, if it holds anything.
    pub(super) fn close(&mut self, ready: &mut VecDeque<NoteBlock>) {
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
        ready.push_back(NoteBlock { kind, cells: vec![runs] });
    }

    fn start(&mut self, tag: Tag, ready: &mut VecDeque<NoteBlock>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.close(ready);
                self.heading = Some(match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                });
            }
            Tag::List(_) => {
                self.close(ready);
                self.depth += 1;
            }
            Tag::Item => self.is_first = true,
            Tag::FootnoteDefinition(label) => {
                self.close(ready);
                self.footnote = Some(self.number(&label));
            }
            Tag::Table(_) => self.close(ready),
            Tag::TableHead => {
                self.in_head = true;
                self.bold += 1;
            }
            Tag::Emphasis => self.italic += 1,
            Tag::Strong => self.bold += 1,
            Tag::Strikethrough => self.struck += 1,
            Tag::Link { dest_url, .. } => self.links.push(link_host(&dest_url).map(|_| dest_url.to_string())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, ready: &mut VecDeque<NoteBlock>) {
        match tag {
            TagEnd::Heading(_) => {
                self.close(ready);
                self.heading = None;
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.close(ready),
            TagEnd::List(_) => {
                self.close(ready);
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::FootnoteDefinition => {
                self.close(ready);
                self.footnote = None;
            }
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.runs)),
            TagEnd::TableHead | TagEnd::TableRow => {
                let is_head = std::mem::take(&mut self.in_head);
                if is_head {
                    self.bold = self.bold.saturating_sub(1);
                }
                let cells = std::mem::take(&mut self.cells);
                ready.push_back(NoteBlock { kind: BlockKind::Row { is_head }, cells });
            }
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Link => drop(self.links.pop()),
            _ => {}
        }
    }
}
