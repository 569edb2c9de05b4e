//! The sources as BibTeX, with the fields of BibLaTeX for what BibTeX has none.

use std::fmt::Write as _;

use super::reference::{Reference, references};
use crate::export::view::View;
use crate::model::SourceKind;

/// The sources as BibTeX; what is told of the whole stands above as a comment.
pub(in crate::export) fn to_bibtex(view: &View) -> String {
    let mut text = String::new();
    for notice in view.notices() {
        // Outside entries everything is a comment but what begins with this sign.
        let _ = writeln!(text, "% {}", notice.replace('@', "(at)"));
    }
    for reference in view.progress.through(references(view)) {
        entry(&mut text, &reference);
    }
    text
}

fn entry(text: &mut String, reference: &Reference) {
    let (kind, outlet) = match reference.kind {
        Some(SourceKind::NewsArticle) => ("article", "journaltitle"),
        Some(SourceKind::Report) => ("report", "institution"),
        Some(SourceKind::Dataset) => ("dataset", "publisher"),
        _ => ("misc", "publisher"),
    };
    let _ = write!(text, "\n@{kind}{{{}", reference.key);
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(text, ",\n  {name} = {{{value}}}");
        }
    };
    // Second braces keep a name and a title as they stand.
    let whole = |value: &str| if value.is_empty() { String::new() } else { format!("{{{}}}", escaped(value)) };
    field("author", &whole(&reference.author));
    field("title", &whole(&reference.title));
    field(outlet, &whole(&reference.publisher));
    field("date", &reference.date);
    field("year", reference.date.get(..4).unwrap_or_default());
    field("url", &address(&reference.url));
    field("urldate", &reference.accessed);
    field("langid", &escaped(&reference.lang));
    field("note", &escaped(&reference.remarks()));
    field("keywords", &escaped(&reference.marking));
    text.push_str("\n}\n");
}

/// Text for TeX: what would be a command stands for itself.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("{\\textbackslash}"),
            '{' => out.push_str("{\\textbraceleft}"),
            '}' => out.push_str("{\\textbraceright}"),
            '~' => out.push_str("{\\textasciitilde}"),
            '^' => out.push_str("{\\textasciicircum}"),
            '$' | '&' | '#' | '_' | '%' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// An address within braces: braces and backslashes percent-encoded (RFC 3986, 2.1).
fn address(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}
