//! Footnotes on a page, and as Word takes them for its own when they are pasted.

use std::fmt::Write as _;

/// How footnotes and tables are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Footnotes {
    /// With links there and back.
    #[default]
    OfPage,
    /// As Word writes its own in HTML, which it reads again.
    OfWord,
}

/// A footnote.
pub(super) struct Footnote<'a> {
    /// Its number, as HTML.
    pub(super) label: String,
    /// Its words, as HTML.
    pub(super) words: &'a str,
    /// How often it is referred to.
    pub(super) times: usize,
}

impl Footnotes {
    /// The mark of a footnote in the text, for the nth time.
    pub(super) fn reference(self, label: &str, time: usize) -> String {
        match self {
            Self::OfPage => format!(
                "<sup><a id=\"ref-{label}-{time}\" href=\"#note-{label}\" aria-label=\"Footnote {label}\">{label}</a></sup>"
            ),
            Self::OfWord if time == 1 => format!(
                "<a style=\"mso-footnote-id:ftn{label}\" href=\"#_ftn{label}\" name=\"_ftnref{label}\"><sup>[{label}]</sup></a>"
            ),
            // One of Word's own is referred to once.
            Self::OfWord => format!("<sup>[{label}]</sup>"),
        }
    }

    /// The begin of a table.
    pub(super) const fn table(self) -> &'static str {
        match self {
            Self::OfPage => "<table>\n",
            Self::OfWord => "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n",
        }
    }

    /// All footnotes.
    pub(super) fn list(self, notes: &[Footnote]) -> String {
        let mut out = String::new();
        match self {
            Self::OfPage => {
                out.push_str("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n");
                for Footnote { label, words, times } in notes {
                    let back: String = (1..=*times)
                        .map(|time| format!(" <a href=\"#ref-{label}-{time}\" aria-label=\"Back to the text\">↩</a>"))
                        .collect();
                    let _ = writeln!(out, "<li id=\"note-{label}\">{words}{back}</li>");
                }
                out.push_str("</ol>\n</section>\n");
            }
            Self::OfWord => {
                out.push_str("<div style=\"mso-element:footnote-list\">\n");
                for Footnote { label, words, .. } in notes {
                    let _ = writeln!(
                        out,
                        "<div style=\"mso-element:footnote\" id=\"ftn{label}\"><p><a style=\"mso-footnote-id:ftn{label}\" \
                         href=\"#_ftnref{label}\" name=\"_ftn{label}\"><sup>[{label}]</sup></a> {words}</p></div>"
                    );
                }
                out.push_str("</div>\n");
            }
        }
        out
    }
}
