//! Records that came, and records that went.

use super::sentence::{Sentence, Weight};
use crate::export::words::{People, closed, date_words, ground_words, one_line, sentence};
use crate::index::Reader;
use crate::model::{AnyRecord, Visit, capitalised};

/// What is told of a record that came; `None` for kinds that are counted.
pub(super) fn came(reader: &Reader, record: &AnyRecord) -> Option<Sentence> {
    let people = People(*reader);
    Some(match record {
        AnyRecord::Judgement(judgement) => {
            let kind = if judgement.key == Some(true) { "key judgement" } else { "judgement" };
            let mut words = format!("New {kind}: {}", sentence(&judgement.text));
            if let Some(likelihood) = judgement.likelihood {
                words.push_str(&format!(" Likelihood: {}.", likelihood.label().to_lowercase()));
            }
            if let Some(confidence) = judgement.confidence {
                words.push_str(&format!(" Confidence: {}.", confidence.label().to_lowercase()));
            }
            Sentence::new(Weight::Judgement, words)
        }
        AnyRecord::Conflict(conflict) => {
            let about = reader.by_id(&conflict.about).map(|(_, record)| reader.title(&record)).unwrap_or_default();
            Sentence::new(
                Weight::Conflict,
                closed(&format!("Now disputed: {}, {}", one_line(&about), one_line(&conflict.field))),
            )
        }
        AnyRecord::Visit(visit) => Sentence::new(Weight::Visit, format!("New visit: {}.", visit_words(reader, visit))),
        AnyRecord::Statement(statement) => Sentence::new(
            Weight::Statement,
            closed(&format!("New statement of {}: {}", people.name(&statement.speaker), ground_words(statement))),
        ),
        AnyRecord::Source(_) => Sentence::new(Weight::Source, closed(&format!("New source: {}", source_words(record)))),
        AnyRecord::Actor(_) | AnyRecord::Role(_) | AnyRecord::Relation(_) => return None,
    })
}

/// What is told of a record that went; `None` for kinds that are counted.
pub(super) fn went(reader: &Reader, record: &AnyRecord) -> Option<Sentence> {
    let people = People(*reader);
    Some(match record {
        AnyRecord::Judgement(judgement) => {
            Sentence::new(Weight::Judgement, format!("Judgement withdrawn: {}", sentence(&judgement.text)))
        }
        AnyRecord::Conflict(conflict) => {
            let about = reader.by_id(&conflict.about).map(|(_, record)| reader.title(&record)).unwrap_or_default();
            Sentence::new(
                Weight::Conflict,
                closed(&format!("No longer listed as disputed: {}, {}", one_line(&about), one_line(&conflict.field))),
            )
        }
        AnyRecord::Visit(visit) => {
            Sentence::new(Weight::Visit, format!("Visit no longer listed: {}.", visit_words(reader, visit)))
        }
        AnyRecord::Statement(statement) => Sentence::new(
            Weight::Statement,
            closed(&format!("Statement of {} withdrawn: {}", people.name(&statement.speaker), ground_words(statement))),
        ),
        AnyRecord::Source(_) => {
            Sentence::new(Weight::Source, closed(&format!("Source no longer used: {}", source_words(record))))
        }
        AnyRecord::Actor(_) | AnyRecord::Role(_) | AnyRecord::Relation(_) => return None,
    })
}

/// `Lin Wu to Serbia, c. Sept 2024`.
fn visit_words(reader: &Reader, visit: &Visit) -> String {
    let title = People(*reader).visit_title(visit);
    let date = visit.when.as_ref().map(|when| date_words(reader, when)).unwrap_or_default();
    capitalised(&if date.is_empty() { format!("{title}, without a date") } else { format!("{title}, {date}") })
}

fn source_words(record: &AnyRecord) -> String {
    let AnyRecord::Source(source) = record else { return String::new() };
    let parts = [&source.publisher, &source.title].map(|part| one_line(part));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
