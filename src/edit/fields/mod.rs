//! The fields of every kind of record as a form shows them: their labels, and what may stand in each.
//!
//! A test holds that no field of the model is missing here.

mod header;
mod parts;
mod records;

use crate::model::{ActorKind, RecordKind};

pub use header::HEADER;
pub use parts::{CITE, SIDE};

/// The words of an enumeration: as the file has them, and as the screen has them.
pub type Choices = fn() -> Vec<(&'static str, &'static str)>;

/// What may stand in a field, and so which control edits it.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// The record's name in the file.
    Id,
    /// A line of text.
    Line,
    /// A text of several lines.
    Prose,
    /// A date in EDTF, without words or basis.
    Edtf,
    /// A date with its words and its basis.
    Date,
    /// The code of a country, ISO 3166-1.
    Country,
    /// A country, a region, or a code of ISO 3166.
    Place,
    /// A whole number, not below 0.
    Number,
    /// Yes, no, or not said.
    Flag,
    /// A word of an enumeration.
    Word(Choices),
    /// Several words of an enumeration.
    Words(Choices),
    /// A record of one of these kinds; of any, where there is none.
    Reference(&'static [RecordKind]),
    /// Several such records.
    References(&'static [RecordKind]),
    /// An actor; a new one is of this kind unless told otherwise.
    Actor(ActorKind),
    /// Several actors.
    Actors(ActorKind),
    /// Several fields of the record itself, by their names.
    OwnFields,
    /// Several lines of text, each its own value.
    Lines,
    /// Paragraphs of text, counted from 0.
    Paragraphs,
    /// Values with names.
    Parts(&'static [Field]),
    /// Several of such.
    PartsList(&'static [Field]),
    /// Words said and words paraphrased.
    Content,
    /// A place in a source.
    Cite,
    /// Places in sources.
    Cites,
    /// The kind of a relation: a word, or the author's own.
    RelationKind,
    /// Who may see it.
    Marking,
}

/// A field as a form shows it.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in the file.
    pub name: &'static str,
    /// Its label on the screen, sentence case.
    pub label: &'static str,
    /// What may stand in it.
    pub shape: Shape,
}

const fn field(name: &'static str, label: &'static str, shape: Shape) -> Field {
    Field { name, label, shape }
}

/// The words of an enumeration as [`Choices`].
macro_rules! choices {
    ($words:ty) => {
        || <$words>::ALL.iter().map(|word| (word.word(), word.label())).collect()
    };
}
use choices;

/// What can speak for or against a judgement.
pub const EVIDENCE: &[RecordKind] = records::EVIDENCE;

/// The fields of a kind of record, in the order of a form.
#[must_use]
pub fn fields_of(kind: RecordKind) -> &'static [Field] {
    records::fields_of(kind)
}

/// The fields that an author may call a reading of his own: what a record says of the world, not of itself.
#[must_use]
pub fn may_be_our_reading(field: &str) -> bool {
    !matches!(field, "id" | "note" | "our_reading" | "review" | "marking" | "cites")
}

/// The label of a field of a record; its name with spaces where the model does not know it.
#[must_use]
pub fn field_label(kind: RecordKind, name: &str) -> String {
    label_among(fields_of(kind), name)
}

/// The label of a field of the header.
#[must_use]
pub fn header_label(name: &str) -> String {
    label_among(HEADER, name)
}

fn label_among(fields: &[Field], name: &str) -> String {
    let known = fields.iter().find(|field| field.name == name);
    known.map_or_else(|| name.replace('_', " "), |field| field.label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::change;
    use crate::index::{Index, Reader};
    use crate::model::{AnyRecord, Briefing, CiteLong, FieldNames, Header, Side};
    use std::collections::BTreeSet;

    fn names(fields: &[Field]) -> BTreeSet<&str> {
        fields.iter().map(|field| field.name).collect()
    }

    #[test]
    fn no_field_of_the_model_is_missing_in_a_form() {
        for kind in RecordKind::ALL {
            let record = crate::store::read_record(*kind, "()").unwrap();
            let of_model: BTreeSet<&str> = record.field_names().iter().copied().collect();
            assert_eq!(names(fields_of(*kind)), of_model, "{kind:?}");
        }
        assert_eq!(names(HEADER), Header::FIELDS.iter().copied().collect());
        assert_eq!(names(SIDE), Side::FIELDS.iter().copied().collect());
        assert_eq!(names(CITE), CiteLong::FIELDS.iter().copied().collect());
    }

    #[test]
    fn labels_of_a_form_are_told_apart() {
        for kind in RecordKind::ALL {
            let labels: BTreeSet<&str> = fields_of(*kind).iter().map(|field| field.label).collect();
            assert_eq!(labels.len(), fields_of(*kind).len(), "{kind:?}");
        }
    }

    #[test]
    fn a_new_record_of_each_kind_gets_an_id() {
        let briefing = Briefing::default();
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        for kind in RecordKind::ALL {
            let record: AnyRecord = crate::store::read_record(*kind, "()").unwrap();
            assert!(change::fresh_id(&reader, &record).is_well_formed(), "{kind:?}");
        }
    }
}
