//! A cite in words: for a label, as a citation, and as a note of a document.

use std::fmt::Write as _;

use crate::index::Reader;
use crate::language::press::lead_in;
use crate::model::{AnyRecord, Cite, Source};
use crate::present::told_date;

use super::{markdown_link, markdown_text};

/// `RFE/RL ¶3`: publisher and paragraph, as short as a label has to be.
#[must_use]
pub fn cite_label(reader: &Reader, cite: &Cite) -> String {
    let name = match reader.source(cite.source()) {
        Some(source) if !source.publisher.is_empty() => source.publisher.clone(),
        _ => cite.source().to_string(),
    };
    match cite.para() {
        Some(para) => format!("{name} ¶{para}"),
        None => name,
    }
}

/// The full citation of a source: publisher, title, date, paragraph, address, day of access.
fn source_citation(source: &Source, para: Option<u32>) -> String {
    let mut parts = Vec::new();
    let mut add = |part: String| {
        if !part.trim().is_empty() {
            parts.push(part);
        }
    };
    add(source.author.clone());
    add(if source.title.is_empty() { String::new() } else { format!("“{}”", source.title) });
    add(source.publisher.clone());
    add(source.published.as_ref().map(crate::model::When::display).unwrap_or_default());
    add(para.map(|para| format!("¶{para}")).unwrap_or_default());
    add(source.url.clone());
    add(if source.accessed.is_empty() { String::new() } else { format!("accessed {}", source.accessed) });
    parts.join(", ")
}

/// What a record says and where it stands, as plain text to paste into a document.
#[must_use]
pub fn citation_text(reader: &Reader, record: &AnyRecord) -> String {
    let cites: Vec<String> = record
        .cites()
        .iter()
        .filter_map(|cite| Some(source_citation(&*reader.source(cite.source())?, cite.para())))
        .collect();
    let words = record_words(reader, record);
    if cites.is_empty() { words } else { format!("{words} ({})", cites.join("; ")) }
}

/// Words of a source, with where they stand.
#[must_use]
pub fn words_citation(source: &Source, para: Option<u32>, words: &str) -> String {
    format!("“{}” ({})", words.trim(), source_citation(source, para))
}

/// The same as a Markdown sentence with footnotes. What the file says stays text.
#[must_use]
pub fn citation_note(reader: &Reader, record: &AnyRecord) -> String {
    let mut note = markdown_text(&record_words(reader, record));
    let mut footnotes = String::new();
    for (number, cite) in (1..).zip(record.cites()) {
        let Some(source) = reader.source(cite.source()) else { continue };
        let _ = write!(note, "[^{number}]");
        let citation = source_citation(&Source { url: String::new(), ..(*source).clone() }, cite.para());
        let _ = write!(footnotes, "\n[^{number}]: {}", markdown_text(&citation));
        if !source.url.is_empty() {
            let _ = write!(footnotes, ", {}", markdown_link(&source.url));
        }
    }
    if footnotes.is_empty() { note } else { format!("{note}\n{footnotes}\n") }
}

/// The record itself in a sentence.
fn record_words(reader: &Reader, record: &AnyRecord) -> String {
    match record {
        AnyRecord::Statement(statement) => {
            let speaker = reader.actor_name(&statement.speaker);
            let date =
                statement.said_on.as_ref().map(|when| format!(", {}", told_date(reader, when))).unwrap_or_default();
            let words = match &statement.no_response {
                Some(asked) if asked.inquiry.is_empty() => "no response".to_owned(),
                Some(asked) => format!("no response to: {}", asked.inquiry),
                None => lead_in(statement) + &statement.plain_text(),
            };
            format!("{speaker}{date}: {words}")
        }
        AnyRecord::Visit(visit) => {
            let date = visit.when.as_ref().map(|when| format!(", {}", told_date(reader, when))).unwrap_or_default();
            format!("{}{date}", reader.visit_title(visit))
        }
        AnyRecord::Source(source) => source_citation(source, None),
        _ => reader.title(record),
    }
}

#[cfg(test)]
mod tests {
    use super::{citation_note, words_citation};
    use crate::index::{Index, Reader};
    use crate::model::{AnyRecord, Briefing, Source};

    #[test]
    fn words_that_are_copied_take_along_where_they_stand() {
        let source = Source { title: "A title".into(), publisher: "P".into(), ..Source::default() };
        assert_eq!(words_citation(&source, Some(0), " the “words” \n"), "“the “words”” (“A title”, P, ¶0)");
        assert_eq!(words_citation(&source, None, "it"), "“it” (“A title”, P)");
    }

    #[test]
    fn a_citation_as_a_note_holds_no_markup_of_the_file() {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let text = r#"(title: "T", sources: [(id: "n", publisher: "[x](javascript:1)", url: "https://n.example/a_b")],
            statements: [(id: "s", speaker: "x", content: [Said("*ironclad*")], cites: ["n#3"])])"#;
        let briefing: Briefing = options.from_str(text).unwrap();
        let index = Index::build(&briefing);
        let statement = briefing.statements[0].record.clone();
        assert_eq!(
            citation_note(&Reader::new(&briefing, &index), &AnyRecord::Statement(statement)),
            "x: “\\*ironclad\\*”[^1]\n\n[^1]: \\[x\\](javascript:1), ¶3, <https://n.example/a_b>\n"
        );
    }
}
