//! A text as a source that holds it whole: its paragraphs, its title, and the day it was likely published.

use crate::edit::article::source_text;
use crate::edit::record_of;
use crate::import::plan::{Aside, ImportPlan};
use crate::index::{Reader, fold};
use crate::model::{Node, RecordKind, SourceKind};
use crate::phrase;

/// A line with a date alone is no longer than this, its weekday and place among it.
const LONGEST_DATELINE: usize = 60;
/// So many paragraphs at the head, and so many at the end, may be a line with the date.
const LINES_LOOKED_AT: usize = 4;

/// What a text brings into a briefing; nothing where a source holds the same paragraphs.
#[must_use]
pub fn plan_article(reader: &Reader, name: &str, text: &str, accessed: &str) -> ImportPlan {
    let mut plan = ImportPlan::default();
    let paragraphs = source_text(text);
    let is_held = |held: &[String]| held == paragraphs;
    if paragraphs.iter().all(String::is_empty) {
        plan.aside.push(Aside::entry(1, "The text holds no words".to_owned()));
        return plan;
    }
    if reader.briefing.sources.iter().any(|entry| is_held(&entry.record.text)) {
        plan.known = 1;
        return plan;
    }
    let words = |text: &str| Node::Text(text.to_owned());
    let mut fields = vec![
        ("publisher".into(), words(&publisher_of(name))),
        ("kind".into(), Node::Word(SourceKind::NewsArticle.word().into())),
    ];
    let title = paragraphs.first().filter(|title| !title.is_empty());
    fields.extend(title.map(|title| ("title".into(), words(title))));
    match likely_date(&paragraphs) {
        Some((edtf, line)) => {
            fields.push(("published".into(), words(&edtf)));
            plan.remarks
                .push(format!("{name}: published {edtf}, as the line “{line}” likely says; look whether it is so"));
        }
        None => plan.remarks.push(format!("{name}: no line tells when it was published")),
    }
    if !accessed.is_empty() {
        fields.push(("accessed".into(), words(accessed)));
    }
    fields.push(("text".into(), Node::List(paragraphs.iter().map(|paragraph| words(paragraph)).collect())));
    fields.push(("held".into(), Node::Bool(true)));
    match record_of(RecordKind::Source, fields) {
        Ok(record) => {
            plan.records.push(record);
            plan.added = 1;
        }
        Err(error) => plan.aside.push(Aside::entry(1, error.to_string())),
    }
    plan
}

/// Nobody is named by the file's name; it stands there until somebody says who published the text.
fn publisher_of(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// The day that a line of its own at the head or the end tells, and the line.
fn likely_date(paragraphs: &[String]) -> Option<(String, &str)> {
    let head = paragraphs.iter().take(LINES_LOOKED_AT);
    let end = paragraphs.iter().rev().take(LINES_LOOKED_AT);
    head.chain(end).find_map(|line| {
        let is_short = !line.is_empty() && line.chars().count() <= LONGEST_DATELINE;
        let told = without_label(line);
        let reading = is_short.then(|| phrase::read(told).one().cloned()).flatten()?;
        let date = crate::model::parse_edtf(&reading.edtf).ok()?.bounds;
        let is_day = date.start_earliest.is_some() && date.start_earliest == date.end_latest;
        is_day.then_some((reading.edtf, line.as_str()))
    })
}

/// A line without the word before the date: `Published: 14 October 2024`.
fn without_label(line: &str) -> &str {
    const LABELS: &[&str] =
        &["published", "posted", "updated", "date", "datum", "publie", "veroffentlicht", "objavljeno"];
    match line.split_once(':').or_else(|| line.split_once(' ')) {
        Some((label, rest)) if LABELS.contains(&fold(label.trim()).as_str()) => rest.trim().trim_start_matches("on "),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_a_day_alone_tells_the_date() {
        let date = |lines: &[&str]| {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            likely_date(&lines).map(|(edtf, _)| edtf)
        };
        assert_eq!(
            date(&["A bridge", "", "Published: 14 October 2024", "It was opened."]).as_deref(),
            Some("2024-10-14")
        );
        assert_eq!(date(&["A bridge", "It was opened.", "October 14, 2024"]).as_deref(), Some("2024-10-14"));
        assert_eq!(date(&["A bridge", "October 2024"]), None);
        assert_eq!(date(&["A bridge", "It was opened on 14 October 2024."]), None);
    }
}
