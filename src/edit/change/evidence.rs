//! What records say of a judgement: for it, against it, neither.

use super::plan::Change;
use super::refusal::Refusal;
use super::several::set_fields;
use crate::index::Reader;
use crate::model::{AnyRecord, Bearing, Id, Judgement, Key, Node};

/// Says what records mean for a judgement: each is named on that side of it and on no other, in one step. A change of
/// nothing where all are already.
///
/// # Errors
/// Where one is gone, has no id to be named by, is the judgement itself, or the key is that of no judgement.
pub fn set_bearing(reader: &Reader, judgement: Key, evidence: &[Key], bearing: Bearing) -> Result<Change, Refusal> {
    let Some(AnyRecord::Judgement(judged)) = reader.record(judgement) else { return Err(Refusal::Gone) };
    let mut changed = Judgement::clone(&judged);
    let mut title = String::new();
    for key in evidence {
        let record = reader.record(*key).ok_or(Refusal::Gone)?;
        if record.id().is_empty() || *key == judgement {
            return Err(Refusal::NotHere("give the record an id, so that the judgement can name it"));
        }
        put(&mut changed, record.id(), bearing);
        title = reader.title(&record);
    }
    if evidence.len() != 1 {
        title = format!("{} records", evidence.len());
    }
    let side = match bearing {
        Bearing::Consistent => "for",
        Bearing::Inconsistent => "against",
        Bearing::Neutral => "neither for nor against",
    };
    let label = format!("Count {title} {side}: {}", judged.text);
    if changed == *judged {
        return Ok(Change { label, edits: Vec::new(), focus: None });
    }
    let list = |ids: &[Id]| Node::list_of(ids.iter().map(|id| Node::Text(id.to_string())).collect());
    let sides = [("supports", list(&changed.supports)), ("contradicts", list(&changed.contradicts))];
    let sides = sides.into_iter().map(|(field, ids)| (judgement, field, ids)).collect();
    Ok(Change { focus: Some((judgement, "supports")), ..set_fields(reader, label, sides)? })
}

/// Names a record on one side of a judgement, and takes it from the other.
fn put(judgement: &mut Judgement, id: &Id, bearing: Bearing) {
    let sides = [(Bearing::Consistent, &mut judgement.supports), (Bearing::Inconsistent, &mut judgement.contradicts)];
    for (side, ids) in sides {
        if side != bearing {
            ids.retain(|other| other != id);
        } else if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
}
