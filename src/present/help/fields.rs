//! What a page of fields has from their table: what each is called in the file, and the words that may stand in it.

use super::page::{Page, Section};
use crate::edit::fields::{Field, Shape};
use crate::model::RecordKind;

/// The page of what every record has.
pub(super) const OF_EVERY_RECORD: &str = "every-record";

/// The name of the page that tells of the fields of a kind of record; without a kind, of the briefing's own.
#[must_use]
pub fn page_of_kind(kind: Option<RecordKind>) -> &'static str {
    kind.map_or("briefing", RecordKind::noun)
}

/// Adds to the section of each field what its table says.
pub(super) fn complete(page: &mut Page, fields: &[Field]) {
    for field in fields {
        if let Some(section) = section_of(page, field) {
            section.text.push('\n');
            section.text.push_str(&table_words(field));
        }
    }
}

fn section_of<'a>(page: &'a mut Page, field: &Field) -> Option<&'a mut Section> {
    page.sections.iter_mut().find(|section| section.title == field.label)
}

fn table_words(field: &Field) -> String {
    let (which, choices) = match field.shape {
        Shape::Word(choices) => ("One of", choices()),
        Shape::Words(choices) => ("Any of", choices()),
        _ => ("", Vec::new()),
    };
    let labels: Vec<&str> = choices.iter().map(|(_, label)| *label).collect();
    let words = if labels.is_empty() { String::new() } else { format!("{which}: {}.\n\n", labels.join(" · ")) };
    format!("{words}In the file: `{}`\n", field.name)
}
