//! A note as a page for the browser: one file, no script, light and dark, and as it prints.

mod footnotes;
mod writer;

use std::fmt::Write as _;

use self::footnotes::Footnotes;
use self::writer::body_of;
use super::chart_in_note::HEADING;
use super::data::xml_text;
use super::progress::Progress;

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
    pub(super) progress: &'a Progress,
}

impl Page<'_> {
    /// The file.
    pub(super) fn to_html(&self) -> String {
        let body = body_of(self.note, figure(self.chart), Footnotes::OfPage, self.progress);
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

const STYLE: &str = include_str!("../../../assets/templates/page.css");

/// A note as HTML to be pasted into Word: with headings, tables that have lines, and footnotes that become its own.
pub(super) fn pasted(note: &str, progress: &Progress) -> String {
    let body = body_of(note, String::new(), Footnotes::OfWord, progress);
    format!("<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n{body}</body>\n</html>\n")
}

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
    if svg.is_empty() {
        return String::new();
    }
    format!("<section class=\"chart\">\n<h2>{HEADING}</h2>\n<figure>\n{svg}\n</figure>\n</section>\n")
}

#[cfg(test)]
mod tests {
    use super::{Page, Progress, pasted};

    fn html(note: &str, title: &str, marking: &str) -> String {
        let (lang, chart) = ("en\"><script>", "<?xml version=\"1.0\"?>\n<svg>c</svg>");
        Page { note, title, lang, marking, chart, progress: &Progress::default() }.to_html()
    }

    #[test]
    fn footnotes_go_and_come_back() {
        let page =
            html("## Visits\n\n- One[^1] two[^1][^1]\n\n[^1]: Paper, <https://paper.example/a>.\n", "T", "TLP:CLEAR");
        for part in [
            "</section>\n<section class=\"chart\">\n<h2>The visits in time</h2>\n<figure>\n<svg>c</svg>\n</figure>\n</section>\n</main>",
            "<a id=\"ref-1-1\" href=\"#note-1\"",
            "<a id=\"ref-1-2\" href=\"#note-1\"",
            "</sup><sup>, </sup><sup><a id=\"ref-1-3\"",
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

    #[test]
    fn a_pasted_note_has_footnotes_that_word_takes_for_its_own() {
        let html = pasted(
            "## Visits\n\n| a | b |\n|---|--:|\n| One[^1] | two[^1] |\n\n[^1]: Paper <b>.\n",
            &Progress::default(),
        );
        for part in [
            "<h2>Visits</h2>",
            "<table border=\"1\"",
            "<a style=\"mso-footnote-id:ftn1\" href=\"#_ftn1\" name=\"_ftnref1\"><sup>[1]</sup></a>",
            "two<sup>[1]</sup>",
            "<div style=\"mso-element:footnote\" id=\"ftn1\">",
            "Paper &lt;b&gt;.",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
    }
}
