//! A record that is another than before: what of it matters, as sentences.

use super::dates::doubt_words;
use super::sentence::{Sentence, Weight};
use crate::edit::fields::field_label;
use crate::export::words::{People, closed, date_words, one_line, sentence, side_value};
use crate::index::Reader;
use crate::model::{AnyRecord, Conflict, Judgement, Node, Side, Source, Visit, VisitStatus, plural};
use crate::present::value_words;

/// A field with its value before and now.
pub(super) type Field<'a> = (&'a str, Option<&'a Node>, Option<&'a Node>);

/// Fields that tell a reader nothing new: where something stands, what a colleague remarked.
const UNTOLD: &[&str] = &["review", "cites", "our_reading", "excerpts", "text"];

/// What changed of a record, as sentences; empty where nothing of it is told one by one.
pub(super) fn changed(old: (&Reader, &AnyRecord), new: (&Reader, &AnyRecord), fields: &[Field]) -> Vec<Sentence> {
    let ((old_reader, old), (reader, record)) = (old, new);
    let mut told: Vec<&str> = UNTOLD.to_vec();
    let mut sentences = match (old, record) {
        (AnyRecord::Judgement(old), AnyRecord::Judgement(new)) => {
            told.extend(["text", "likelihood", "confidence", "reason", "supports", "contradicts"]);
            judgement(old, new)
        }
        (AnyRecord::Conflict(old), AnyRecord::Conflict(new)) => {
            told.extend(["status", "reason"]);
            conflict(reader, old, new)
        }
        (AnyRecord::Visit(old), AnyRecord::Visit(new)) => {
            told.extend(["when", "status"]);
            visit((old_reader, old), (reader, new))
        }
        (AnyRecord::Source(old), AnyRecord::Source(new)) => {
            told.push("reliability");
            source(old, new)
        }
        (AnyRecord::Statement(_), AnyRecord::Statement(_)) => Vec::new(),
        _ => return Vec::new(),
    };
    let weight = match record {
        AnyRecord::Judgement(_) => Weight::Judgement,
        AnyRecord::Conflict(_) => Weight::Conflict,
        AnyRecord::Visit(_) => Weight::Visit,
        AnyRecord::Statement(_) => Weight::Statement,
        _ => Weight::Source,
    };
    let title = title(reader, record);
    for (name, before, now) in fields.iter().filter(|(name, ..)| !told.contains(name)) {
        let words = |reader: &Reader, value: Option<&Node>| {
            value
                .map(|value| one_line(&value_words(reader, record.kind(), name, value)))
                .filter(|words| !words.is_empty())
        };
        let label = one_line(&field_label(record.kind(), name)).to_lowercase();
        let words = match (words(old_reader, *before), words(reader, *now)) {
            (None, None) => continue,
            (Some(before), None) => format!("{title}: {label} is no longer told (it was {before})"),
            (None, Some(now)) => format!("{title}: {label} is now told: {now}"),
            (Some(before), Some(now)) => format!("{title}: {label} is now {now}, before it was {before}"),
        };
        sentences.push(Sentence::new(weight, closed(&words)));
    }
    sentences
}

fn title(reader: &Reader, record: &AnyRecord) -> String {
    match record {
        AnyRecord::Statement(statement) => format!("Statement of {}", People(*reader).name(&statement.speaker)),
        AnyRecord::Judgement(judgement) => {
            format!("Judgement “{}”", one_line(judgement.text.trim().trim_end_matches('.')))
        }
        other => one_line(&reader.title(other)),
    }
}

/// Likelihood and confidence in sentences of their own (ICD 203, D.6.e).
fn judgement(old: &Judgement, new: &Judgement) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut add = |words: String| sentences.push(Sentence::new(Weight::Judgement, words));
    let text = one_line(new.text.trim().trim_end_matches('.'));
    if old.text.trim() != new.text.trim() {
        add(format!("Judgement reworded: “{text}”, before “{}”.", one_line(old.text.trim().trim_end_matches('.'))));
    }
    if old.likelihood != new.likelihood {
        let word = |likelihood: Option<crate::model::Likelihood>| {
            likelihood.map_or_else(|| "not told".to_owned(), |likelihood| likelihood.label().to_lowercase())
        };
        add(format!("“{text}” is now {}, before {}.", word(new.likelihood), word(old.likelihood)));
    }
    if old.confidence != new.confidence || old.reason.trim() != new.reason.trim() {
        let word = |confidence: Option<crate::model::Confidence>| {
            confidence.map_or_else(|| "not told".to_owned(), |confidence| confidence.label().to_lowercase())
        };
        let change = if old.confidence == new.confidence {
            format!("stays {}", word(new.confidence))
        } else {
            format!("is now {}, before {}", word(new.confidence), word(old.confidence))
        };
        let reason = sentence(&new.reason);
        add(format!("Our confidence in “{text}” {change}. {reason}").trim_end().to_owned());
    }
    if old.supports != new.supports {
        let (before, now) = (old.supports.len(), plural(new.supports.len(), "record"));
        add(format!("“{text}” rests on {now} now, before on {before}."));
    }
    if old.contradicts != new.contradicts {
        let (before, now) = (old.contradicts.len(), plural(new.contradicts.len(), "record"));
        add(format!("Against “{text}” there are {now} now, before {before}."));
    }
    sentences
}

fn conflict(reader: &Reader, old: &Conflict, new: &Conflict) -> Vec<Sentence> {
    let about = reader.by_id(&new.about).map(|(_, record)| one_line(&reader.title(&record))).unwrap_or_default();
    let what = format!("{about}, {}", if new.field == "when" { "date".to_owned() } else { one_line(&new.field) });
    let reason = sentence(&new.reason);
    match (old.is_open(), new.is_open()) {
        (true, false) => {
            let record = reader.by_id(&new.about).map(|(_, record)| record);
            let dates = record.as_ref().map(AnyRecord::dates).unwrap_or_default();
            let about = dates.iter().find(|(name, _)| *name == new.field).map(|(_, when)| (*when).clone());
            let holds = |side: &&Side| about.as_ref().is_some_and(|when| when.edtf() == side.value.trim());
            let words = |side: &Side| side_value(reader, side, about.as_ref());
            let (kept, left): (Vec<&Side>, Vec<&Side>) = new.sides.iter().partition(holds);
            let all: Vec<String> = new.sides.iter().map(words).collect();
            let left: Vec<String> = left.into_iter().map(words).collect();
            let between = match kept.first() {
                Some(kept) if !left.is_empty() => format!("{}, and not {}", words(kept), left.join(" or ")),
                _ => all.join(" or "),
            };
            vec![Sentence::new(Weight::Conflict, format!("Settled: {what}: {between}. {reason}").trim_end().to_owned())]
        }
        (false, true) => {
            vec![Sentence::new(Weight::Conflict, format!("Disputed again: {what}. {reason}").trim_end().to_owned())]
        }
        _ if old.reason.trim() != new.reason.trim() && !reason.is_empty() => {
            vec![Sentence::new(Weight::Conflict, format!("Of what is disputed about {what}: {reason}"))]
        }
        _ => Vec::new(),
    }
}

fn visit(old: (&Reader, &Visit), new: (&Reader, &Visit)) -> Vec<Sentence> {
    let ((old_reader, old), (reader, visit)) = (old, new);
    let title = People(*reader).visit_title(visit);
    let mut sentences = Vec::new();
    if old.status_or_default() != visit.status_or_default() {
        let words = match visit.status_or_default() {
            VisitStatus::Planned => "is planned",
            VisitStatus::Ongoing => "is under way",
            VisitStatus::Completed => "is over",
            VisitStatus::Cancelled => "was cancelled",
        };
        sentences.push(Sentence::new(Weight::Visit, format!("{title} {words}.")));
    }
    let date = |reader: &Reader, visit: &Visit| visit.when.as_ref().map(|when| date_words(reader, when));
    match (date(old_reader, old), date(reader, visit)) {
        (Some(before), Some(now)) if before != now => {
            let doubt = old.when.as_ref().zip(visit.when.as_ref()).map_or("", |(old, new)| doubt_words(old, new));
            sentences.push(Sentence::new(
                Weight::Date,
                format!("{title} is now dated {now}{doubt}; before it was {before}."),
            ));
        }
        (None, Some(now)) => sentences.push(Sentence::new(Weight::Date, format!("{title} has a date: {now}."))),
        (Some(before), None) => {
            sentences
                .push(Sentence::new(Weight::Date, format!("{title} has no date any more; before it was {before}.")));
        }
        _ => {}
    }
    sentences
}

fn source(old: &Source, new: &Source) -> Vec<Sentence> {
    if old.reliability == new.reliability {
        return Vec::new();
    }
    let grade = |source: &Source| {
        source.reliability.map_or_else(
            || "not graded".to_owned(),
            |grade| format!("{}, {}", grade.word(), grade.label().to_lowercase()),
        )
    };
    let change = match (old.reliability, new.reliability) {
        (Some(old), Some(new)) if new.word() > old.word() => "downgraded to",
        (Some(_), Some(_)) => "upgraded to",
        _ => "graded anew:",
    };
    vec![Sentence::new(
        Weight::Source,
        format!("{} is {change} {} (before: {}).", one_line(&new.publisher), grade(new), grade(old)),
    )]
}
