//! A note in Markdown as the body of a page.

use std::collections::HashMap;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::footnotes::{Footnote, Footnotes};
use crate::export::data::xml_text;
use crate::export::parsed::parsed;
use crate::export::progress::Progress;
use crate::present::link_host;

/// The body of a page with a note, and a chart where there is one.
pub(super) fn body_of(note: &str, chart: String, style: Footnotes, progress: &Progress) -> String {
    let mut writer = Writer { chart, style, ..Writer::default() };
    for event in progress.through(parsed(note)) {
        writer.event(event);
    }
    writer.finish()
}

/// Writes the events of a note.
#[derive(Default)]
struct Writer {
    out: String,
    /// The footnote that is being written, and what is written of it.
    footnote: Option<(String, String)>,
    footnotes: Vec<(String, String)>,
    /// Where in the page they are to stand.
    footnotes_at: Option<usize>,
    /// How often each is referred to.
    references: HashMap<String, usize>,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// Whether links within are written, innermost last.
    links: Vec<bool>,
    /// What stands below the note.
    chart: String,
    style: Footnotes,
}

impl Writer {
    fn push(&mut self, text: &str) {
        match &mut self.footnote {
            Some((_, out)) => out.push_str(text),
            None => self.out.push_str(text),
        }
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // Markup in a template of a house is text on the page.
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.push(&xml_text(&text)),
            Event::Code(text) => self.push(&format!("<code>{}</code>", xml_text(&text))),
            Event::SoftBreak => self.push("\n"),
            Event::HardBreak => self.push("<br>\n"),
            Event::Rule => self.push("<hr>\n"),
            Event::FootnoteReference(label) => {
                let times = self.references.entry(label.to_string()).or_default();
                *times += 1;
                let reference = self.style.reference(&xml_text(&label), *times);
                let written = self.footnote.as_ref().map_or(&self.out, |(_, out)| out);
                // Two beside each other would read as one number.
                if self.style == Footnotes::OfPage && written.ends_with("</sup>") {
                    self.push("<sup>, </sup>");
                }
                self.push(&reference);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph => self.push("<p>"),
            Tag::Heading { level, .. } => self.push(&format!("<{level}>")),
            Tag::BlockQuote(_) => self.push("<blockquote>\n"),
            Tag::CodeBlock(_) => self.push("<pre>"),
            Tag::List(None) => self.push("<ul>\n"),
            Tag::List(Some(first)) => self.push(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.push("<li>"),
            Tag::FootnoteDefinition(label) => {
                self.footnotes_at.get_or_insert(self.out.len());
                self.footnote = Some((label.to_string(), String::new()));
            }
            Tag::Table(columns) => {
                self.columns = columns;
                self.push(self.style.table());
            }
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                self.push("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.push("<tr>");
            }
            Tag::TableCell => {
                let is_number = matches!(self.columns.get(self.column), Some(Alignment::Right));
                let class = if is_number { " class=\"amount\"" } else { "" };
                let cell = if self.in_head { "th" } else { "td" };
                self.push(&format!("<{cell}{class}>"));
            }
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<s>"),
            Tag::Link { dest_url, .. } => {
                let is_link = link_host(&dest_url).is_some();
                self.links.push(is_link);
                if is_link {
                    self.push(&format!("<a href=\"{}\" rel=\"noreferrer\">", xml_text(&dest_url)));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.push("</p>\n"),
            TagEnd::Heading(level) => self.push(&format!("</{level}>\n")),
            TagEnd::BlockQuote(_) => self.push("</blockquote>\n"),
            TagEnd::CodeBlock => self.push("</pre>\n"),
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::FootnoteDefinition => self.footnotes.extend(self.footnote.take()),
            TagEnd::Table => self.push("</tbody>\n</table>\n"),
            TagEnd::TableHead => {
                self.in_head = false;
                self.push("</tr></thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => {
                self.column += 1;
                self.push(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</s>"),
            TagEnd::Link if self.links.pop() == Some(true) => self.push("</a>"),
            _ => {}
        }
    }

    /// The body: the footnotes, which go back to each reference, then the chart. Within the text it would leave the rest of
    /// a printed page empty.
    fn finish(mut self) -> String {
        let mut out = std::mem::take(&mut self.out);
        if self.footnotes.is_empty() {
            return out + &self.chart;
        }
        let notes: Vec<Footnote> = self
            .footnotes
            .iter()
            .map(|(label, words)| Footnote {
                label: xml_text(label),
                words: words.trim().trim_start_matches("<p>").trim_end_matches("</p>"),
                times: self.references.get(label).copied().unwrap_or_default(),
            })
            .collect();
        out.insert_str(self.footnotes_at.unwrap_or(out.len()), &self.style.list(&notes));
        out + &self.chart
    }
}
