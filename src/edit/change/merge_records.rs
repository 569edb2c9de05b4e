//! Making one record of two of a kind, which were one entered twice: whatever named the other follows.

use std::sync::Arc;

use super::conflict::{cite_of_field, is_disputable, record_conflict};
use super::field::followed;
use super::plan::Change;
use super::refusal::Refusal;
use crate::edit::step::{Edit, apply_all};
use crate::edit::value::{Fields, record_of};
use crate::index::{Index, Reader};
use crate::model::{Actor, AnyRecord, Fate, Id, Key, Node, RecordKind, Source};

/// The kinds of which two records can be made one.
pub const MERGEABLE: [RecordKind; 3] = [RecordKind::Actor, RecordKind::Visit, RecordKind::Source];

/// Texts that are joined where both say something.
const JOINED: [&str; 2] = ["note", "review"];
/// A list that is one thing: the paragraphs of a source's whole text.
const WHOLE: [&str; 1] = ["text"];

/// How two records become one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MergeChoice {
    /// The fields of which the value of the record that goes is taken.
    pub from_gone: Vec<String>,
    /// Whether values that are not taken become open conflicts, where sources can disagree about them.
    pub keeps_others: bool,
    /// The spellings of an actor that are not to stay as aliases.
    pub left_out: Vec<String>,
}

/// A field of which two records say different things, and only one can be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The field.
    pub field: String,
    /// What the record says that is kept.
    pub kept: Node,
    /// What the other says.
    pub gone: Node,
}

/// The fields of which one of two values is to be chosen, in the order of the file. Lists are joined, and so are notes.
#[must_use]
pub fn merge_differences(kept: &AnyRecord, gone: &AnyRecord) -> Vec<Difference> {
    let differ = |(field, own): (std::borrow::Cow<'static, str>, Node)| {
        let other = gone.field_node(&field)?;
        let is_asked = field != "id" && own != other && !is_joined(&field, &own, &other);
        is_asked.then(|| Difference { field: field.into_owned(), kept: own, gone: other })
    };
    kept.field_nodes().into_iter().filter_map(differ).collect()
}

fn is_joined(field: &str, own: &Node, other: &Node) -> bool {
    let are_lists = matches!((own, other), (Node::List(_), Node::List(_)));
    JOINED.contains(&field) || are_lists && !WHOLE.contains(&field)
}

/// What a record says after another has been merged into it. Of each field that is to be taken from the other its value
/// is taken; of the others the own one where there is one, else the other's. Lists and notes are joined; the names of an
/// actor that goes become aliases.
///
/// # Errors
/// Where the two are of different kinds, of a kind that is not merged, or sources whose held words do not fit together.
pub fn merged_record(kept: &AnyRecord, gone: &AnyRecord, choice: &MergeChoice) -> Result<AnyRecord, Refusal> {
    if kept.kind() != gone.kind() || !MERGEABLE.contains(&kept.kind()) {
        return Err(Refusal::NotMergeable);
    }
    let mut fields: Fields = kept.field_nodes();
    for (field, other) in gone.field_nodes() {
        match fields.iter_mut().find(|(name, _)| *name == field) {
            None => fields.push((field, other)),
            Some((_, own)) if is_joined(&field, own, &other) => join(own, other),
            Some((_, own)) if field != "id" && choice.from_gone.iter().any(|taken| *taken == field) => *own = other,
            Some(_) => {}
        }
    }
    let merged = record_of(kept.kind(), fields).map_err(Refusal::BadValue)?;
    match (kept, gone, merged) {
        (AnyRecord::Actor(kept), AnyRecord::Actor(gone), AnyRecord::Actor(merged)) => {
            Ok(AnyRecord::Actor(Arc::new(with_names(&merged, kept, gone, &choice.left_out))))
        }
        (AnyRecord::Source(kept), AnyRecord::Source(gone), AnyRecord::Source(merged)) => {
            Ok(AnyRecord::Source(Arc::new(with_held_words(merged, kept, gone)?)))
        }
        (_, _, merged) => Ok(merged),
    }
}

fn join(own: &mut Node, other: Node) {
    match (own, other) {
        (Node::List(own), Node::List(other)) => {
            for item in other {
                if !own.contains(&item) {
                    own.push(item);
                }
            }
        }
        (Node::Text(own), Node::Text(other)) if *own != other => {
            own.push('\n');
            own.push_str(&other);
        }
        _ => {}
    }
}

/// The actor with the names of both among its spellings, those of the other behind its own.
fn with_names(merged: &Actor, kept: &Actor, gone: &Actor, left_out: &[String]) -> Actor {
    let mut actor = merged.clone();
    actor.aliases.clone_from(&kept.aliases);
    for spelling in [&kept.name, &gone.name].into_iter().chain(&gone.aliases) {
        let is_wanted = !spelling.is_empty() && !left_out.contains(spelling);
        if is_wanted && !actor.spellings().any(|own| own == spelling) {
            actor.aliases.push(spelling.clone());
        }
    }
    actor
}

/// The source with the words that both held. Cites name paragraphs by number, so where one text is held whole, the words
/// of the other have to stand in it at the same number.
fn with_held_words(mut merged: Arc<Source>, kept: &Source, gone: &Source) -> Result<Source, Refusal> {
    let source = Arc::make_mut(&mut merged);
    let whole = if gone.text.len() > kept.text.len() { &gone.text } else { &kept.text };
    source.text.clone_from(whole);
    let stands = |para: Option<u32>, words: &str| {
        let place = para.and_then(|para| usize::try_from(para).ok());
        place.and_then(|place| whole.get(place)).is_some_and(|text| text.contains(words.trim()))
    };
    if !whole.is_empty() {
        let held = kept.held_words().into_iter().chain(gone.held_words());
        if held.into_iter().any(|(para, words)| !stands(para, words)) {
            return Err(Refusal::NotHere(
                "the two hold different words under one number of a paragraph; bring their texts into line first",
            ));
        }
        source.excerpts.clear();
    }
    Ok(source.clone())
}

/// Merges the record `gone` into the record `kept` of its kind, in one step.
///
/// # Errors
/// As [`merged_record`], and where both are one.
pub fn merge_records(reader: &Reader, kept: Key, gone: Key, choice: &MergeChoice) -> Result<Change, Refusal> {
    let (Some(own), Some(other)) = (reader.record(kept), reader.record(gone)) else { return Err(Refusal::Gone) };
    if kept == gone {
        return Err(Refusal::NotMergeable);
    }
    let merged = merged_record(&own, &other, choice)?;
    let follows = reader.index.key_of(other.id()) == Some(gone) && own.id() != other.id();
    let fate_of = |id: &Id| if follows && id == other.id() { Fate::Become(own.id().clone()) } else { Fate::Keep };
    let merged = without_itself(merged, [own.id(), other.id()]);
    let record = merged.with_fates(&fate_of).unwrap_or(merged);
    let mut edits = followed(reader, kept, &fate_of);
    edits.retain(|edit| edit.key() != Some(gone));
    edits.push(Edit::Replace { key: kept, record });
    edits.push(Edit::Remove { key: gone });
    let label = format!("Merge {} into {}", reader.title_with_kind(&other), reader.title_with_kind(&own));
    let change = Change { label, edits, focus: None };
    let change =
        if choice.keeps_others { with_conflicts(reader, kept, (&own, &other), choice, change)? } else { change };
    Ok(Change { focus: Some((kept, first_field(own.kind()))), ..change })
}

/// The field that is looked at after a merge.
const fn first_field(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Actor => "name",
        RecordKind::Visit => "when",
        _ => "title",
    }
}

/// A record is no part of itself, and draws on nothing but others.
fn without_itself(record: AnyRecord, ids: [&Id; 2]) -> AnyRecord {
    match record {
        AnyRecord::Actor(mut actor) => {
            if actor.part_of.as_ref().is_some_and(|id| ids.contains(&id)) {
                Arc::make_mut(&mut actor).part_of = None;
            }
            AnyRecord::Actor(actor)
        }
        AnyRecord::Source(mut source) => {
            if source.derived_from.iter().any(|id| ids.contains(&id)) {
                Arc::make_mut(&mut source).derived_from.retain(|id| !ids.contains(&id));
            }
            AnyRecord::Source(source)
        }
        other => other,
    }
}

/// The merge, and an open conflict for each value that it does not take.
pub(super) fn with_conflicts(
    reader: &Reader,
    kept: Key,
    (own, other): (&AnyRecord, &AnyRecord),
    choice: &MergeChoice,
    mut change: Change,
) -> Result<Change, Refusal> {
    let mut briefing = reader.briefing.clone();
    apply_all(&change.edits, &mut briefing).ok_or(Refusal::Gone)?;
    for difference in merge_differences(own, other) {
        let field = difference.field.as_str();
        if !is_disputable(own.kind(), field) {
            continue;
        }
        let is_from_gone = choice.from_gone.iter().any(|taken| taken == field);
        let (taken, left, value) =
            if is_from_gone { (other, own, &difference.kept) } else { (own, other, &difference.gone) };
        let cites = (cite_of_field(reader, taken, field), cite_of_field(reader, left, field));
        let index = Index::build(&briefing);
        // What an open conflict says already, or what no other record may name, adds none.
        let further = record_conflict(&Reader::new(&briefing, &index), kept, field, cites.0, value, cites.1);
        if let Ok(further) = further {
            apply_all(&further.edits, &mut briefing).ok_or(Refusal::Gone)?;
            change = change.and(further);
        }
    }
    Ok(change)
}
