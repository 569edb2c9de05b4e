//! A note as a page for the browser: one file, no script, light and dark, and as it prints.

use std::collections::HashMap;
use std::fmt::Write as _;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::data::xml_text;
use crate::present::link_host;

/// What a page is made of.
#[derive(Debug)]
pub(super) struct Page<'a> {
    /// The note in Markdown.
    pub(super) note: &'a str,
    pub(super) title: &'a str,
    /// The language, as a BCP 47 tag; may be empty.
    pub(super) lang: &'a str,
    pub(super) marking: &'a str,
    /// The chart as SVG; may be empty.
    pub(super) chart: &'a str,
}

/// The heading that the chart stands under.
const CHART_UNDER: &str = "Visits";

impl Page<'_> {
    /// The file.
    pub(super) fn to_html(&self) -> String {
        let mut writer = Writer { chart: figure(self.chart), ..Writer::default() };
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        for event in Parser::new_ext(self.note, options) {
            writer.event(event);
        }
        let body = writer.finish();
        let is_tag = !self.lang.is_empty() && self.lang.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let lang = if is_tag { self.lang } else { "en" };
        format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
             <style>\n{STYLE}{}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n",
            xml_text(self.title),
            running_head(self.marking),
        )
    }
}

const STYLE: &str = include_str!("../../assets/templates/page.css");

/// Marking above and page number below each printed page (CSS Paged Media, 5).
fn running_head(marking: &str) -> String {
    let marking = css_string(marking);
    format!(
        "@page {{ @top-center {{ content: \"{marking}\"; }} @bottom-left {{ content: \"{marking}\"; }} \
         @bottom-right {{ content: counter(page) \" / \" counter(pages); }} }}\n"
    )
}

/// Text within a string of CSS (CSS Syntax 3, 4.3.7): all but plain letters by their number.
fn css_string(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || " :.-+".contains(c) {
            out.push(c);
        } else {
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out
}

/// The chart as a figure; its own declaration goes.
fn figure(svg: &str) -> String {
    let from = svg.find("<svg").unwrap_or(svg.len());
    let svg = svg.get(from..).unwrap_or_default();
    if svg.is_empty() { String::new() } else { format!("<figure class=\"chart\">\n{svg}\n</figure>\n") }
}

/// Writes the events of a note.
#[derive(Default)]
struct Writer {
    out: String,
    /// The footnote that is being written, and what is written of it.
    footnote: Option<(String, String)>,
    footnotes: Vec<(String, String)>,
    /// How often each is referred to.
    references: HashMap<String, usize>,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// The words of the heading that is being written.
    heading: Option<String>,
    /// Whether links within are written, innermost last.
    links: Vec<bool>,
    /// What is still to be placed.
    chart: String,
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
            | Event::DisplayMath(text) => {
                if let Some(heading) = &mut self.heading {
                    heading.push_str(&text);
                }
                self.push(&xml_text(&text));
            }
            Event::Code(text) => self.push(&format!("<code>{}</code>", xml_text(&text))),
            Event::SoftBreak => self.push("\n"),
            Event::HardBreak => self.push("<br>\n"),
            Event::Rule => self.push("<hr>\n"),
            Event::FootnoteReference(label) => {
                let times = self.references.entry(label.to_string()).or_default();
                *times += 1;
                let (label, times) = (xml_text(&label), *times);
                self.push(&format!(
                    "<sup><a id=\"ref-{label}-{times}\" href=\"#note-{label}\" aria-label=\"Footnote {label}\">{label}</a></sup>"
                ));
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph => self.push("<p>"),
            Tag::Heading { level, .. } => {
                self.heading = Some(String::new());
                self.push(&format!("<{level}>"));
            }
            Tag::BlockQuote(_) => self.push("<blockquote>\n"),
            Tag::CodeBlock(_) => self.push("<pre>"),
            Tag::List(None) => self.push("<ul>\n"),
            Tag::List(Some(first)) => self.push(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.push("<li>"),
            Tag::FootnoteDefinition(label) => self.footnote = Some((label.to_string(), String::new())),
            Tag::Table(columns) => {
                self.columns = columns;
                self.push("<table>\n");
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
                let class = if is_number { " class=\"number\"" } else { "" };
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
            TagEnd::Heading(level) => {
                self.push(&format!("</{level}>\n"));
                let words = self.heading.take().unwrap_or_default();
                if level == HeadingLevel::H2 && words == CHART_UNDER {
                    let chart = std::mem::take(&mut self.chart);
                    self.push(&chart);
                }
            }
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

    /// The body: where no heading asked for the chart it stands above the footnotes, which go back to each reference.
    fn finish(mut self) -> String {
        let mut out = std::mem::take(&mut self.out);
        out.push_str(&self.chart);
        if self.footnotes.is_empty() {
            return out;
        }
        out.push_str("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        for (label, words) in &self.footnotes {
            let times = self.references.get(label).copied().unwrap_or_default();
            let label = xml_text(label);
            let words = words.trim().trim_start_matches("<p>").trim_end_matches("</p>");
            let back: String = (1..=times)
                .map(|time| format!(" <a href=\"#ref-{label}-{time}\" aria-label=\"Back to the text\">↩</a>"))
                .collect();
            let _ = writeln!(out, "<li id=\"note-{label}\">{words}{back}</li>");
        }
        out.push_str("</ol>\n</section>\n");
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    fn html(note: &str, title: &str, marking: &str) -> String {
        Page { note, title, lang: "en\"><script>", marking, chart: "<?xml version=\"1.0\"?>\n<svg>c</svg>" }.to_html()
    }

    #[test]
    fn footnotes_go_and_come_back() {
        let page =
            html("## Visits\n\n- One[^1] two[^1]\n\n[^1]: Paper, <https://paper.example/a>.\n", "T", "TLP:CLEAR");
        for part in [
            "<h2>Visits</h2>\n<figure class=\"chart\">\n<svg>c</svg>\n</figure>",
            "<a id=\"ref-1-1\" href=\"#note-1\"",
            "<a id=\"ref-1-2\" href=\"#note-1\"",
            "<li id=\"note-1\">Paper, <a href=\"https://paper.example/a\" rel=\"noreferrer\">https://paper.example/a</a>.",
            "<a href=\"#ref-1-1\" aria-label=\"Back to the text\">↩</a> <a href=\"#ref-1-2\"",
            "@top-center { content: \"TLP:CLEAR\"; }",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
    }

    #[test]
    fn nothing_on_the_page_runs_or_breaks_out() {
        let page = html(
            "<script>alert(1)</script>\n\n<b onclick=x>[x](javascript:alert(1)) ![p](http://evil.example/p.png)\n",
            "</title><script>",
            "</style><script>\"}\\",
        );
        let outside = page.replace("<meta http-equiv", "");
        assert!(!outside.contains("<script") && !outside.contains("<b ") && !outside.contains("<img"), "{page}");
        assert!(!page.contains("href=\"javascript"), "{page}");
        assert!(page.contains("<html lang=\"en\">") && page.matches("</style>").count() == 1, "{page}");
    }
}
