//! A field of a form: its name, its label and its shape.

use crate::model::{ActorKind, RecordKind};

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
    /// A form shows it also while it is empty.
    pub is_usual: bool,
    /// A form draws a line before it: another group of fields begins.
    pub begins_group: bool,
}

impl Field {
    /// A field by its name, its label and its shape.
    #[must_use]
    pub const fn new(name: &'static str, label: &'static str, shape: Shape) -> Self {
        Self { name, label, shape, is_usual: false, begins_group: false }
    }

    pub(super) const fn usual(self) -> Self {
        Self { is_usual: true, ..self }
    }

    pub(super) const fn begins_group(self) -> Self {
        Self { begins_group: true, ..self }
    }
}

pub(super) const fn field(name: &'static str, label: &'static str, shape: Shape) -> Field {
    Field::new(name, label, shape)
}

/// The words of an enumeration as [`Choices`].
macro_rules! choices {
    ($words:ty) => {
        || <$words>::ALL.iter().map(|word| (word.word(), word.label())).collect()
    };
}
pub(super) use choices;
