//! Making one actor of two: the other's names become aliases, and whatever named the other follows.

use std::sync::Arc;

use super::field::followed;
use super::plan::Change;
use super::refusal::Refusal;
use crate::edit::step::Edit;
use crate::index::Reader;
use crate::model::{Actor, AnyRecord, Fate, Id, Key, NodeFields as _};

/// What a person chose for a merge of two actors.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActorMerge {
    /// The fields of which the value of the one that goes is taken.
    pub from_gone: Vec<&'static str>,
    /// The spellings that are not to stay as aliases.
    pub left_out: Vec<String>,
}

/// What an actor says after another has been merged into it. Of each field that is to be taken from the other its value is
/// taken; of the others the own one where there is one, else the other's. Lists are joined.
#[must_use]
pub fn merged_actor(kept: &Actor, gone: &Actor, choice: &ActorMerge) -> Actor {
    let takes = |field: &str| {
        choice.from_gone.contains(&field) || (kept.field_node(field).is_none() && gone.field_node(field).is_some())
    };
    let mut merged = kept.clone();
    if takes("kind") {
        merged.kind = gone.kind;
    }
    if takes("name") {
        merged.name.clone_from(&gone.name);
    }
    if takes("country") {
        merged.country.clone_from(&gone.country);
    }
    if takes("part_of") {
        merged.part_of.clone_from(&gone.part_of);
    }
    if takes("iso") {
        merged.iso.clone_from(&gone.iso);
    }
    if takes("qid") {
        merged.qid.clone_from(&gone.qid);
    }
    if takes("anonymous") {
        merged.anonymous = gone.anonymous;
    }
    if takes("marking") {
        merged.marking.clone_from(&gone.marking);
    }
    for (into, from) in [(&mut merged.note, &gone.note), (&mut merged.review, &gone.review)] {
        if into.is_empty() {
            into.clone_from(from);
        } else if !from.is_empty() && into != from {
            into.push('\n');
            into.push_str(from);
        }
    }
    for name in &gone.names {
        if !merged.names.iter().any(|own| own.text == name.text) {
            merged.names.push(name.clone());
        }
    }
    for cite in &gone.cites {
        if !merged.cites.contains(cite) {
            merged.cites.push(cite.clone());
        }
    }
    for spelling in [&kept.name, &gone.name].into_iter().chain(&gone.aliases) {
        let is_new = *spelling != merged.name && !merged.spellings().any(|own| own == spelling);
        if is_new && !spelling.is_empty() && !choice.left_out.contains(spelling) {
            merged.aliases.push(spelling.clone());
        }
    }
    merged
        .unknown
        .extend(gone.unknown.iter().filter(|field| !kept.unknown.iter().any(|own| own.name == field.name)).cloned());
    merged
}

/// Merges the actor `gone` into the actor `kept`, in one step.
///
/// # Errors
/// Where one of them is no actor, or both are one.
pub fn merge_actors(reader: &Reader, kept: Key, gone: Key, choice: &ActorMerge) -> Result<Change, Refusal> {
    let (Some(AnyRecord::Actor(own)), Some(AnyRecord::Actor(other))) = (reader.record(kept), reader.record(gone))
    else {
        return Err(Refusal::NotActors);
    };
    if kept == gone {
        return Err(Refusal::NotActors);
    }
    let follows = reader.index.key_of(&other.id) == Some(gone) && own.id != other.id;
    let fate_of = |id: &Id| if follows && *id == other.id { Fate::Become(own.id.clone()) } else { Fate::Keep };
    let mut merged = merged_actor(&own, &other, choice);
    if merged.part_of.as_ref().is_some_and(|id| *id == own.id || *id == other.id) {
        merged.part_of = None;
    }
    let record = AnyRecord::Actor(Arc::new(merged));
    let record = record.with_fates(&fate_of).unwrap_or(record);
    let mut edits = followed(reader, kept, &fate_of);
    edits.retain(|edit| edit.key() != Some(gone));
    edits.push(Edit::Replace { key: kept, record });
    edits.push(Edit::Remove { key: gone });
    Ok(Change { label: format!("Merge {} into {}", other.name, own.name), edits, focus: Some((kept, "name")) })
}
