//! What a rule names as the one sane repair of a finding, carried out: one step, under a name that a person understands.

mod path;
mod signs;

use std::collections::BTreeMap;

use super::field::header_replacement;
use super::field::names_only_what_is_there;
use super::plan::{Change, replacement};
use super::refusal::Refusal;
use super::{Citing, FreshIds, delete, fresh_id, insert, set_field, set_header_field};
use crate::check::{Act, Problem};
use crate::edit::step::Edit;
use crate::edit::value::{Fields, ValueError, record_of, record_with};
use crate::index::Reader;
use crate::model::{AnyRecord, Fate, Id, Key, Node, NodeFields as _, RecordKind, capitalised};
use crate::store;
use path::Part;

/// Mends a finding by its remedy.
///
/// # Errors
/// Where it has none, or what it is about is no longer there or refuses the value.
pub fn repair(reader: &Reader, problem: &Problem) -> Result<Change, Refusal> {
    let remedy = problem.remedy.as_ref().ok_or_else(no_remedy)?;
    let change = match (problem.key, &remedy.act) {
        (_, Act::PutInBriefing(field, value)) => set_header_field(reader, field, Some(value.clone()))?,
        (_, Act::Create(kind, id)) => insert(reader, &named_by_id(*kind, id)?, None)?.0,
        (None, act) => in_header(reader, act, problem)?,
        (Some(key), Act::Rename(id)) => rename(reader, key, id.as_ref())?,
        (Some(key), Act::Delete) => delete(reader, &[key], Citing::Detach)?,
        (Some(key), act) => {
            let before = reader.record(key).ok_or(Refusal::Gone)?;
            let after = mended(reader, &before, act, problem)?;
            replaced(reader, key, &before, after, &problem.field)?
        }
    };
    let of = match problem.key.and_then(|key| reader.record(key)) {
        Some(record) => reader.title(&record),
        None => "the briefing".to_owned(),
    };
    Ok(change.called(format!("{}: {of}", remedy.label)))
}

/// Mends all findings of a rule whose remedies lose nothing, in one step.
///
/// # Errors
/// As [`repair`], for the first that refuses.
pub fn repair_all(reader: &Reader, rule: &str, problems: &[Problem]) -> Result<Change, Refusal> {
    let title = crate::check::rule(rule).map_or(rule, |rule| rule.title).to_lowercase();
    let mut puts: BTreeMap<Option<Key>, Vec<&Problem>> = BTreeMap::new();
    let safe = problems.iter().filter(|problem| problem.rule == rule);
    for problem in safe.filter(|problem| problem.remedy.as_ref().is_some_and(|remedy| remedy.is_safe)) {
        puts.entry(problem.key).or_default().push(problem);
    }
    let count: usize = puts.values().map(Vec::len).sum();
    let mut edits = Vec::new();
    for (key, mut problems) in puts {
        // What stands last goes first, so that the numbers of the others stay what they are.
        problems.sort_by_key(|problem| std::cmp::Reverse(path::parts(&problem.field)));
        let Some(key) = key else {
            let mut fields = reader.briefing.header.field_nodes();
            for problem in problems {
                put_all(&mut fields, problem)?;
            }
            edits.extend(header_of(reader, fields)?.edits);
            continue;
        };
        let before = reader.record(key).ok_or(Refusal::Gone)?;
        let mut fields = before.field_nodes();
        for problem in problems {
            put_all(&mut fields, problem)?;
        }
        let after = record_of(before.kind(), fields).map_err(Refusal::BadValue)?;
        edits.extend(replaced(reader, key, &before, after, "")?.edits);
    }
    Ok(Change { label: format!("Repair {count} findings: {title}"), edits, focus: None })
}

fn no_remedy() -> Refusal {
    Refusal::NotHere("this finding has no repair; look at the field")
}

fn put_all(fields: &mut Fields, problem: &Problem) -> Result<(), Refusal> {
    let Some(Act::Put(puts)) = problem.remedy.as_ref().map(|remedy| &remedy.act) else { return Err(no_remedy()) };
    for (path, value) in puts {
        path::put(fields, path, value.clone()).ok_or(Refusal::Gone)?;
    }
    Ok(())
}

/// The record with its finding mended.
fn mended(reader: &Reader, record: &AnyRecord, act: &Act, problem: &Problem) -> Result<AnyRecord, Refusal> {
    let mut fields = record.field_nodes();
    match act {
        Act::Put(_) => put_all(&mut fields, problem)?,
        Act::Add(field, item) => {
            let mut items = Node::items_of(record.field_node(field).as_ref());
            items.push(item.clone());
            return record_with(record, field, Node::list_of(items)).map_err(Refusal::BadValue);
        }
        Act::SourceSigns => {
            let (path, value) = signs::of_source(reader, record, &problem.field).ok_or(Refusal::Gone)?;
            path::put(&mut fields, &path, Some(value)).ok_or(Refusal::Gone)?;
        }
        Act::RenameField(to) => {
            path::rename(&mut fields, &problem.field, to).ok_or_else(|| Refusal::FieldThere(to.to_string()))?;
        }
        Act::Name(from, to) => {
            let fate_of = |id: &Id| if id == from { Fate::Become(to.clone()) } else { Fate::Keep };
            return record.with_fates(&fate_of).ok_or(Refusal::Gone);
        }
        Act::Rename(_) | Act::Delete | Act::Create(..) | Act::PutInBriefing(..) => return Err(no_remedy()),
    }
    record_of(record.kind(), fields).map_err(Refusal::BadValue)
}

fn replaced(reader: &Reader, key: Key, before: &AnyRecord, after: AnyRecord, path: &str) -> Result<Change, Refusal> {
    names_only_what_is_there(reader, before, &after)?;
    let top = match path::parts(path).into_iter().next() {
        Some(Part::Field(name)) => name,
        _ => String::new(),
    };
    let focus = before.field_names().iter().find(|name| **name == top).map(|name| (key, *name));
    let edits = replacement(key, before, after).into_iter().collect();
    Ok(Change { label: String::new(), edits, focus })
}

fn in_header(reader: &Reader, act: &Act, problem: &Problem) -> Result<Change, Refusal> {
    let header = &reader.briefing.header;
    let mut fields = header.field_nodes();
    match act {
        Act::Put(_) => put_all(&mut fields, problem)?,
        Act::RenameField(to) => path::rename(&mut fields, &problem.field, to).ok_or_else(no_remedy)?,
        Act::Name(from, to) => {
            let fate_of = |id: &Id| if id == from { Fate::Become(to.clone()) } else { Fate::Keep };
            let header = header.with_fates(&fate_of).ok_or(Refusal::Gone)?;
            return Ok(Change { label: String::new(), edits: vec![Edit::Header(Box::new(header))], focus: None });
        }
        _ => return Err(no_remedy()),
    }
    header_of(reader, fields)
}

fn header_of(reader: &Reader, fields: Fields) -> Result<Change, Refusal> {
    let after = store::read_header(&crate::ron_text::inline(&Node::Struct(fields))).map_err(ValueError::from)?;
    let edits = header_replacement(reader, after)?.into_iter().collect();
    Ok(Change { label: String::new(), edits, focus: None })
}

/// Gives a record an id like the wanted one, or one made for it.
fn rename(reader: &Reader, key: Key, wanted: Option<&Id>) -> Result<Change, Refusal> {
    let record = reader.record(key).ok_or(Refusal::Gone)?;
    let id = wanted.map_or_else(|| fresh_id(reader, &record), |id| FreshIds::new(reader).near(id.as_str()));
    set_field(reader, key, "id", Some(Node::Text(id.to_string())))
}

/// The record that an id was written for before there was one, named as the id reads.
fn named_by_id(kind: RecordKind, id: &Id) -> Result<AnyRecord, Refusal> {
    let name = words_of(id.as_str());
    let mut fields: Fields = vec![("id".into(), Node::Text(id.to_string()))];
    match kind {
        RecordKind::Actor => {
            fields.push(("name".into(), Node::Text(name)));
            fields.push(("kind".into(), Node::Word("Person".into())));
        }
        RecordKind::Source => fields.push(("publisher".into(), Node::Text(name))),
        _ => return Err(no_remedy()),
    }
    record_of(kind, fields).map_err(Refusal::BadValue)
}

/// `li-xiaoxin` as `Li Xiaoxin`.
fn words_of(id: &str) -> String {
    id.split('-').filter(|word| !word.is_empty()).map(capitalised).collect::<Vec<_>>().join(" ")
}
