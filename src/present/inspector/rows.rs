//! A record as a row of a list.

use super::Target;
use super::block::Row;
use super::glyph::Glyph;
use super::prose::{quoted, shortened};
use crate::analysis::is_held;
use crate::index::Reader;
use crate::language::press::lead_in;
use crate::model::{ActorKind, AnyRecord, Content, Id, Key, Source, SourceKind, Statement, capitalised, plural};
use crate::present::conflict_question::question;
use crate::present::told_date;
use crate::present::{role_words, visible};

/// So many characters of a record's words stand in a row.
const MOST_CHARS: usize = 120;

/// A record as a row: what it is called, and at the right end what helps to tell it from its neighbours.
#[must_use]
pub(super) fn record_row(reader: &Reader, key: Key) -> Option<Row> {
    let record = reader.record(key)?;
    Some(row_of(reader, key, &record))
}

/// The same for a record at hand.
#[must_use]
pub(super) fn row_of(reader: &Reader, key: Key, record: &AnyRecord) -> Row {
    let (words, is_said) = match record {
        AnyRecord::Statement(statement) => statement_words(statement),
        AnyRecord::Conflict(conflict) => (question(reader, conflict), false),
        AnyRecord::Role(role) => (role_words(reader, role), false),
        _ => (reader.title(record), false),
    };
    // One that was only begun says nothing yet; it is still to be seen and to be clicked.
    let words = match words.trim() {
        "" => format!("{} that is not filled in yet", capitalised(record.kind().noun())),
        _ => words,
    };
    let detail = match record {
        AnyRecord::Source(source) => source.kind.map_or("", SourceKind::label).to_owned(),
        AnyRecord::Actor(actor) => actor.kind.map_or("", ActorKind::label).to_owned(),
        AnyRecord::Role(role) => short_name(reader, &role.person),
        AnyRecord::Visit(visit) => visit.when.as_ref().map(|when| told_date(reader, when)).unwrap_or_default(),
        AnyRecord::Statement(statement) => short_name(reader, &statement.speaker),
        AnyRecord::Relation(relation) => {
            relation.valid.as_ref().map(|when| told_date(reader, when)).unwrap_or_default()
        }
        AnyRecord::Judgement(_) => String::new(),
        AnyRecord::Conflict(conflict) => if conflict.is_open() { "Open" } else { "Resolved" }.to_owned(),
    };
    Row {
        glyph: glyph_of(record),
        words: shortened(&visible(&words), MOST_CHARS),
        is_said,
        detail: visible(&detail).into_owned(),
        under: String::new(),
        target: Target::Record(key),
    }
}

/// The name of an actor where there is little room: of a body its initials, where it has some.
pub(in crate::present) fn short_name(reader: &Reader, id: &Id) -> String {
    let Some(actor) = reader.actor(id) else { return id.to_string() };
    let is_initials = |alias: &&String| {
        let letters = alias.chars().filter(|c| c.is_alphabetic()).count();
        (2..=8).contains(&letters) && !alias.chars().any(char::is_lowercase)
    };
    let may_be_short = !matches!(actor.kind, Some(ActorKind::Person | ActorKind::Country | ActorKind::Region));
    let initials = actor.aliases.iter().find(is_initials).filter(|_| may_be_short);
    initials.cloned().unwrap_or_else(|| reader.actor_name(id))
}

/// The sign of a record.
#[must_use]
pub(super) fn glyph_of(record: &AnyRecord) -> Glyph {
    match record {
        AnyRecord::Actor(actor) => Glyph::Actor(actor.kind),
        AnyRecord::Statement(statement) => Glyph::Statement(statement.directness()),
        other => Glyph::Kind(other.kind()),
    }
}

/// What was said, or else the paraphrase, or the question without an answer; `true` for a source's own words.
fn statement_words(statement: &Statement) -> (String, bool) {
    let lead_in = lead_in(statement);
    if !lead_in.is_empty() {
        return (shortened(&(lead_in + &statement.plain_text()), MOST_CHARS), false);
    }
    let said = statement.content.iter().find(|run| run.is_said());
    match (said, statement.content.first(), &statement.no_response) {
        (Some(Content::Said(words)), ..) => (quoted(&shortened(words, MOST_CHARS)), true),
        (_, Some(run), _) => (run.text().trim().to_owned(), false),
        (_, None, Some(asked)) if asked.inquiry.is_empty() => ("No answer; to what is not told".to_owned(), false),
        (_, None, Some(asked)) => (format!("No answer: {}", asked.inquiry), false),
        _ => (statement.id.to_string(), false),
    }
}

/// A source as a row of two lines, with its grade.
#[must_use]
pub(super) fn source_row(reader: &Reader, key: Key, source: &Source) -> Row {
    let mut row = row_of(reader, key, &AnyRecord::Source(source.clone().into()));
    row.glyph = Glyph::Grade(grade_of(source));
    row.detail = String::new();
    row.under = visible(&held_words(reader, source)).into_owned();
    row
}

/// The letter of a source's reliability.
#[must_use]
pub fn grade_of(source: &Source) -> Option<char> {
    source.reliability.and_then(|grade| grade.word().chars().next())
}

/// `News article, words of 14 paragraphs held`; `Social post, behind RFE/RL ¶4, not held`.
#[must_use]
pub(super) fn held_words(reader: &Reader, source: &Source) -> String {
    let mut parts: Vec<String> = source.kind.iter().map(|kind| kind.label().to_owned()).collect();
    let mut numbers: Vec<Option<u32>> = source.held_words().iter().map(|(number, _)| *number).collect();
    numbers.dedup();
    let paragraphs = plural(numbers.len(), "paragraph");
    if !source.text.is_empty() {
        parts.push(format!("text held, {paragraphs}"));
    } else if !source.excerpts.is_empty() {
        parts.push(format!("words of {paragraphs} held"));
    } else {
        if let Some(cite) = source.cites.first() {
            parts.push(format!("behind {}", crate::present::cite_label(reader, cite)));
        }
        parts.push(if is_held(source) { "held elsewhere" } else { "not held" }.to_owned());
    }
    capitalised(&parts.join(", "))
}
