//! The body of the document and its footnotes, from the events of the note in Markdown.

use std::collections::HashMap;
use std::fmt::Write as _;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd, TextMergeStream};

use super::house::StyleIds;
use crate::export::data::xml_text;
use crate::export::parsed::parsed;
use crate::present::link_host;

/// What the body is written into.
#[derive(Default)]
pub(super) struct Body {
    /// Paragraphs and tables.
    pub(super) blocks: String,
    /// The runs of each footnote, by its number less one.
    pub(super) footnotes: Vec<String>,
    /// The addresses of links, in the order of their numbers.
    pub(super) links: Vec<String>,
    /// Where the runs of the open paragraph are put together.
    runs: String,
    style: Option<&'static str>,
    /// What styles are called in the document.
    ids: StyleIds,
    /// The list of bullets.
    bullets: u32,
    /// How deep lists are nested.
    lists: usize,
    /// Whether the next paragraph begins an item.
    is_item: bool,
    bold: usize,
    italic: usize,
    struck: usize,
    /// The number of each footnote, by the order of its first mark.
    numbers: HashMap<String, usize>,
    /// The label of the footnote that is being written.
    label: Option<String>,
    open_links: Vec<bool>,
}

impl Body {
    /// Reads a note, for a document that calls styles so and has this list of bullets.
    pub(super) fn of(note: &str, ids: &StyleIds, bullets: u32) -> Self {
        let mut body = Self { ids: ids.clone(), bullets, ..Self::default() };
        for event in TextMergeStream::new(parsed(note)) {
            body.event(event);
        }
        body.paragraph();
        // A mark whose note is missing has an empty one.
        body.footnotes.resize(body.numbers.len(), String::new());
        body
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.run(&text),
            Event::SoftBreak => self.run(" "),
            Event::HardBreak => self.runs.push_str("<w:r><w:br/></w:r>"),
            Event::FootnoteReference(label) => self.mark(&label),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn run(&mut self, text: &str) {
        let mut properties = String::new();
        if self.open_links.last() == Some(&true) {
            let _ = write!(properties, "<w:rStyle w:val=\"{}\"/>", self.ids.of("Hyperlink"));
        }
        for (is_so, property) in
            [(self.bold > 0, "<w:b/>"), (self.italic > 0, "<w:i/>"), (self.struck > 0, "<w:strike/>")]
        {
            if is_so {
                properties.push_str(property);
            }
        }
        let properties = if properties.is_empty() { properties } else { format!("<w:rPr>{properties}</w:rPr>") };
        let _ = write!(self.runs, "<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", xml_text(text));
    }

    /// The mark of a footnote; a second one refers to the first, since in Word each note has one mark.
    fn mark(&mut self, label: &str) {
        let style = format!("<w:rPr><w:rStyle w:val=\"{}\"/></w:rPr>", self.ids.of("FootnoteReference"));
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(label.to_owned()).or_insert(next);
        let runs = &mut self.runs;
        if ends_with_mark(runs) {
            let _ = write!(runs, "<w:r>{style}<w:t xml:space=\"preserve\">, </w:t></w:r>");
        }
        let _ = if number == next {
            write!(
                runs,
                "<w:bookmarkStart w:id=\"{number}\" w:name=\"_RefNote{number}\"/><w:r>{style}<w:footnoteReference w:id=\"{number}\"/></w:r><w:bookmarkEnd w:id=\"{number}\"/>"
            )
        } else {
            write!(
                runs,
                "<w:fldSimple w:instr=\" NOTEREF _RefNote{number} \\h \"><w:r>{style}<w:t>{number}</w:t></w:r></w:fldSimple>"
            )
        };
    }

    /// Ends the open paragraph, if it holds anything.
    fn paragraph(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let style = self.style.take();
        if runs.is_empty() {
            return;
        }
        if let Some(label) = &self.label {
            if let Some(number) = self.numbers.get(label) {
                if self.footnotes.len() < *number {
                    self.footnotes.resize(*number, String::new());
                }
                if let Some(footnote) = self.footnotes.get_mut(number - 1) {
                    footnote.push_str(&runs);
                }
            }
            return;
        }
        let mut properties = String::new();
        if let Some(style) = style {
            let _ = write!(properties, "<w:pStyle w:val=\"{}\"/>", self.ids.of(style));
        } else if self.lists > 0 {
            let level = (self.lists - 1).min(2);
            let _ = write!(properties, "<w:pStyle w:val=\"{}\"/>", self.ids.of("ListParagraph"));
            if std::mem::take(&mut self.is_item) {
                let list = self.bullets;
                let _ = write!(properties, "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
            }
        }
        let _ = write!(self.blocks, "<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>");
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.paragraph();
                self.style = Some(match level {
                    HeadingLevel::H1 => "Title",
                    HeadingLevel::H2 => "Heading1",
                    _ => "Heading2",
                });
            }
            Tag::List(_) => {
                self.paragraph();
                self.lists += 1;
            }
            Tag::Item => self.is_item = true,
            Tag::FootnoteDefinition(label) => {
                self.paragraph();
                self.label = Some(label.to_string());
            }
            Tag::Table(columns) => {
                self.paragraph();
                let grid = "<w:gridCol/>".repeat(columns.len());
                let _ = write!(
                    self.blocks,
                    "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
                    self.ids.of("TableGrid")
                );
            }
            Tag::TableHead => {
                self.bold += 1;
                self.blocks.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            }
            Tag::TableRow => self.blocks.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>"),
            Tag::Emphasis => self.italic += 1,
            Tag::Strong => self.bold += 1,
            Tag::Strikethrough => self.struck += 1,
            Tag::Link { dest_url, .. } => {
                let is_link = link_host(&dest_url).is_some();
                self.open_links.push(is_link);
                if is_link {
                    self.links.push(dest_url.to_string());
                    let _ = write!(self.runs, "<w:hyperlink r:id=\"link{}\">", self.links.len());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.paragraph();
            }
            TagEnd::List(_) => {
                self.paragraph();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::FootnoteDefinition => {
                self.paragraph();
                self.label = None;
            }
            TagEnd::TableCell => {
                let runs = std::mem::take(&mut self.runs);
                let _ = write!(
                    self.blocks,
                    "<w:tc><w:tcPr/><w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{runs}</w:p></w:tc>",
                    self.ids.of("TableText")
                );
            }
            TagEnd::TableHead => {
                self.bold = self.bold.saturating_sub(1);
                self.blocks.push_str("</w:tr>");
            }
            TagEnd::TableRow => self.blocks.push_str("</w:tr>"),
            TagEnd::Table => {
                // Two tables that touch would become one.
                self.blocks.push_str("</w:tbl><w:p/>");
            }
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Link if self.open_links.pop() == Some(true) => self.runs.push_str("</w:hyperlink>"),
            _ => {}
        }
    }
}

/// Whether the last that was written is the mark of a footnote: two beside each other would read as one number.
fn ends_with_mark(runs: &str) -> bool {
    let since_bookmark = runs.rfind("<w:bookmarkEnd").and_then(|at| runs.get(at..));
    runs.ends_with("</w:fldSimple>") || since_bookmark.is_some_and(|rest| !rest.contains("<w:r>"))
}
