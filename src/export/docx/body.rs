//! The body of the document and its footnotes, from the blocks of the note.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;

use super::house::StyleIds;
use crate::export::blocks::{BlockKind, Blocks, Mark, NoteBlock, NoteRun, RunKind};
use crate::export::data::xml_text;
use crate::export::progress::Progress;

/// What the body is written into.
#[derive(Default)]
pub(super) struct Body {
    /// Paragraphs and tables.
    pub(super) blocks: String,
    /// The runs of each footnote that has a mark, by its number.
    pub(super) footnotes: BTreeMap<usize, String>,
    /// The addresses of links, in the order of their numbers.
    pub(super) links: Vec<String>,
    /// What styles are called in the document.
    ids: StyleIds,
    /// The list of bullets.
    bullets: u32,
    /// The table that is open.
    table: Option<Table>,
    /// The footnotes that have a mark.
    marked: Vec<usize>,
}

/// A table that is being written.
struct Table {
    /// Where in the body its columns are to be told.
    columns_at: usize,
    columns: Vec<Column>,
}

/// How much room a column asks for, in letters.
#[derive(Debug, Clone, Copy)]
struct Column {
    /// Of its longest cell.
    cell: usize,
    /// Of its longest word, which is not to be broken.
    word: usize,
}

impl Column {
    const EMPTY: Self = Self { cell: *LETTERS.start(), word: 0 };

    /// The room that its longest word needs, with the margins of a cell.
    fn least(self) -> usize {
        (self.word.min(*LETTERS.end() / 3) + 2) * LETTER
    }
}

/// A table is so wide for its columns to share, in twentieths of a point; it is drawn as wide as the page's text.
const TABLE_WIDTH: usize = 9_000;
/// A letter of a table takes about so much of it.
const LETTER: usize = 110;
/// No column is taken for wider or narrower, in letters.
const LETTERS: RangeInclusive<usize> = 6..=60;

impl Body {
    /// Reads a note, for a document that calls styles so and has this list of bullets.
    pub(super) fn of(note: &str, ids: &StyleIds, bullets: u32, progress: &Progress) -> Self {
        let mut body = Self { ids: ids.clone(), bullets, ..Self::default() };
        for block in progress.through(Blocks::of(note)) {
            body.block(&block);
        }
        body.end_table();
        // A mark whose note is missing has an empty one; a note without a mark has no place on a page.
        let mut written = std::mem::take(&mut body.footnotes);
        body.footnotes =
            body.marked.iter().map(|number| (*number, written.remove(number).unwrap_or_default())).collect();
        body
    }

    fn block(&mut self, block: &NoteBlock) {
        let BlockKind::Row { is_head } = block.kind else {
            self.end_table();
            let runs = block.cells.iter().map(|cell| self.runs(cell)).collect::<String>();
            self.paragraph(&block.kind, &runs);
            return;
        };
        if is_head || self.table.is_none() {
            self.end_table();
            self.begin_table();
        }
        self.measure(&block.cells);
        let head = if is_head { "<w:tblHeader/>" } else { "" };
        let _ = write!(self.blocks, "<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>");
        for cell in &block.cells {
            let runs = self.runs(cell);
            let style = self.ids.of("TableText");
            let _ = write!(
                self.blocks,
                "<w:tc><w:tcPr/><w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p></w:tc>"
            );
        }
        self.blocks.push_str("</w:tr>");
    }

    fn begin_table(&mut self) {
        let style = self.ids.of("TableGrid");
        let _ = write!(
            self.blocks,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid></w:tblGrid>"
        );
        let columns_at = self.blocks.len() - "</w:tblGrid>".len();
        self.table = Some(Table { columns_at, columns: Vec::new() });
    }

    fn measure(&mut self, cells: &[Vec<NoteRun>]) {
        let Some(table) = &mut self.table else { return };
        table.columns.resize(table.columns.len().max(cells.len()), Column::EMPTY);
        for (column, cell) in table.columns.iter_mut().zip(cells) {
            let letters: usize = cell.iter().map(|run| run.text.chars().count()).sum();
            let words = cell.iter().flat_map(|run| run.text.split_whitespace());
            let word = words.map(|word| word.chars().count()).max().unwrap_or_default();
            column.cell = letters.clamp(column.cell, *LETTERS.end());
            column.word = column.word.max(word);
        }
    }

    /// Tells the columns: each has room for its longest word, and of the rest what its words ask for. Two tables that touch
    /// would become one.
    fn end_table(&mut self) {
        let Some(Table { columns_at, columns }) = self.table.take() else { return };
        let all: usize = columns.iter().map(|column| column.cell).sum::<usize>().max(1);
        let rest = TABLE_WIDTH.saturating_sub(columns.iter().map(|column| column.least()).sum());
        let told = columns.iter().map(|column| {
            let width = column.least() + rest * column.cell / all;
            format!("<w:gridCol w:w=\"{width}\"/>")
        });
        self.blocks.insert_str(columns_at, &told.collect::<String>());
        self.blocks.push_str("</w:tbl><w:p/>");
    }

    fn paragraph(&mut self, kind: &BlockKind, runs: &str) {
        let style = match kind {
            BlockKind::Footnote(number) => {
                self.footnotes.entry(*number).or_default().push_str(runs);
                return;
            }
            BlockKind::Heading(1) => "Title",
            BlockKind::Heading(2) => "Heading1",
            BlockKind::Heading(_) => "Heading2",
            BlockKind::Item { .. } => "ListParagraph",
            BlockKind::Paragraph | BlockKind::Row { .. } => "",
        };
        let mut properties = String::new();
        if !style.is_empty() {
            let _ = write!(properties, "<w:pStyle w:val=\"{}\"/>", self.ids.of(style));
        }
        if let BlockKind::Item { depth, is_first: true } = kind {
            let (level, list) = (depth.saturating_sub(1).min(2), self.bullets);
            let _ = write!(properties, "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        }
        let _ = write!(self.blocks, "<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>");
    }

    fn runs(&mut self, runs: &[NoteRun]) -> String {
        let mut out = String::new();
        for of_one in runs.chunk_by(|a, b| a.kind == b.kind) {
            let Some(NoteRun { kind: RunKind::Link(address), .. }) = of_one.first() else {
                of_one.iter().for_each(|run| self.run(&mut out, run));
                continue;
            };
            self.links.push(address.clone());
            let _ = write!(out, "<w:hyperlink r:id=\"link{}\">", self.links.len());
            of_one.iter().for_each(|run| self.run(&mut out, run));
            out.push_str("</w:hyperlink>");
        }
        out
    }

    fn run(&mut self, out: &mut String, run: &NoteRun) {
        if let RunKind::Mark(mark) = run.kind {
            self.mark(out, mark);
            return;
        }
        let mut properties = String::new();
        if matches!(run.kind, RunKind::Link(_)) {
            let _ = write!(properties, "<w:rStyle w:val=\"{}\"/>", self.ids.of("Hyperlink"));
        }
        for (is_so, property) in [(run.is_bold, "<w:b/>"), (run.is_italic, "<w:i/>"), (run.is_struck, "<w:strike/>")] {
            if is_so {
                properties.push_str(property);
            }
        }
        let properties = if properties.is_empty() { properties } else { format!("<w:rPr>{properties}</w:rPr>") };
        for (number, line) in run.text.split('\n').enumerate() {
            if number > 0 {
                out.push_str("<w:r><w:br/></w:r>");
            }
            if !line.is_empty() {
                let _ = write!(out, "<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", xml_text(line));
            }
        }
    }

    /// The mark of a footnote; a second one refers to the first, since in Word each note has one mark.
    fn mark(&mut self, out: &mut String, mark: Mark) {
        let style = format!("<w:rPr><w:rStyle w:val=\"{}\"/></w:rPr>", self.ids.of("FootnoteReference"));
        let number = mark.number;
        if mark.is_beside {
            let _ = write!(out, "<w:r>{style}<w:t xml:space=\"preserve\">, </w:t></w:r>");
        }
        let _ = if mark.is_first {
            self.marked.push(number);
            write!(
                out,
                "<w:bookmarkStart w:id=\"{number}\" w:name=\"_RefNote{number}\"/><w:r>{style}<w:footnoteReference w:id=\"{number}\"/></w:r><w:bookmarkEnd w:id=\"{number}\"/>"
            )
        } else {
            write!(
                out,
                "<w:fldSimple w:instr=\" NOTEREF _RefNote{number} \\h \"><w:r>{style}<w:t>{number}</w:t></w:r></w:fldSimple>"
            )
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, StyleIds};
    use crate::export::progress::Progress;

    fn body(note: &str) -> Body {
        Body::of(note, &StyleIds::default(), 1, &Progress::default())
    }

    #[test]
    fn a_footnote_has_one_mark_and_its_words_wherever_they_stand() {
        for note in [
            "One[^a] two[^a][^b].\n\n[^a]: Paper.\n[^b]: Wire.\n",
            "[^a]: Paper.\n[^b]: Wire.\n\nOne[^a] two[^a][^b].\n",
        ] {
            let body = body(note);
            assert_eq!(body.blocks.matches("<w:footnoteReference").count(), 2, "{}", body.blocks);
            assert_eq!(body.blocks.matches("NOTEREF _RefNote1 ").count(), 1, "{}", body.blocks);
            assert!(
                body.footnotes[&1].contains("Paper") && body.footnotes[&2].contains("Wire"),
                "{:?}",
                body.footnotes
            );
        }
        assert!(body("No mark.\n\n[^a]: Paper.\n").footnotes.is_empty());
        assert_eq!(body("A mark[^a].\n\n[^a]: \n").footnotes.len(), 1);
    }

    #[test]
    fn tables_stay_apart_and_end() {
        let blocks = body("| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |\n").blocks;
        assert_eq!((blocks.matches("<w:tbl>").count(), blocks.matches("</w:tbl><w:p/>").count()), (2, 2), "{blocks}");
        let blocks = body("| a | b |\n|---|---|\n| c | twelve words |\n").blocks;
        assert!(
            blocks.contains("<w:tblGrid><w:gridCol w:w=\"2926\"/><w:gridCol w:w=\"6073\"/></w:tblGrid>"),
            "{blocks}"
        );
    }
}
