//! What all records have in common, and lists of records that share structure between snapshots.

use std::borrow::Cow;
use std::sync::Arc;

use super::fields::NodeFields;
use super::{
    Actor, Cite, Conflict, Id, Judgement, Key, Marking, Node, Relation, Role, Source, Statement, UnknownField, Visit,
};

/// The kinds of record, in the order of their lists in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// Where something is known from.
    Source,
    /// A person, a body, a country.
    Actor,
    /// What a person is in an organisation.
    Role,
    /// A journey.
    Visit,
    /// What somebody said, or did not say.
    Statement,
    /// What holds between actors.
    Relation,
    /// What the analyst concludes.
    Judgement,
    /// Sources that disagree.
    Conflict,
}

impl RecordKind {
    /// All kinds, in the order of their lists in a file.
    pub const ALL: &'static [Self] = &[
        Self::Source,
        Self::Actor,
        Self::Role,
        Self::Visit,
        Self::Statement,
        Self::Relation,
        Self::Judgement,
        Self::Conflict,
    ];

    /// The list's name in the file.
    #[must_use]
    pub fn list_name(self) -> &'static str {
        match self {
            Self::Source => "sources",
            Self::Actor => "actors",
            Self::Role => "roles",
            Self::Visit => "visits",
            Self::Statement => "statements",
            Self::Relation => "relations",
            Self::Judgement => "judgements",
            Self::Conflict => "conflicts",
        }
    }

    /// The kind whose list has this name.
    #[must_use]
    pub fn from_list_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.list_name() == name)
    }

    /// The word for one of them (lower case).
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Actor => "actor",
            Self::Role => "role",
            Self::Visit => "visit",
            Self::Statement => "statement",
            Self::Relation => "relation",
            Self::Judgement => "judgement",
            Self::Conflict => "conflict",
        }
    }
}

/// What every record has.
pub trait Record: NodeFields + Default + Clone + PartialEq {
    /// Which list it belongs to.
    const KIND: RecordKind;
    /// Its name in the file.
    fn id(&self) -> &Id;
    /// A remark of the author.
    fn note(&self) -> &str;
    /// The fields that no source states: the author reads them into it.
    fn our_reading(&self) -> &[String];
    /// A colleague's remark, until it is settled.
    fn review(&self) -> &str;
    /// Its own marking, if it has one.
    fn marking(&self) -> Option<&Marking>;
    /// Where it is known from.
    fn cites(&self) -> &[Cite];
    /// Adds a place where it is known from, behind the others.
    fn add_cite(&mut self, cite: Cite);
}

/// Declares a record: its own fields, to which those that every record has are added.
macro_rules! record {
    (
        $(#[$struct_meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* $need:ident $field:ident: $ty:ty, )*
        }
    ) => {
        $crate::model::fields::format_struct! {
            $(#[$struct_meta])*
            pub struct $name {
                /// The record's name, unique in the file.
                required id: $crate::model::Id,
                $( $(#[$field_meta])* $need $field: $ty, )*
                /// A remark of the author.
                optional note: String,
                /// The fields that no source states: the author reads them into it.
                optional our_reading: Vec<String>,
                /// A colleague's remark, until it is settled.
                optional review: String,
                /// The record's own marking.
                optional marking: Option<$crate::model::Marking>,
                /// Where it is known from.
                optional cites: Vec<$crate::model::Cite>,
            }
        }

        impl $crate::model::Record for $name {
            const KIND: $crate::model::RecordKind = $crate::model::RecordKind::$name;
            fn id(&self) -> &$crate::model::Id {
                &self.id
            }
            fn note(&self) -> &str {
                &self.note
            }
            fn our_reading(&self) -> &[String] {
                &self.our_reading
            }
            fn review(&self) -> &str {
                &self.review
            }
            fn marking(&self) -> Option<&$crate::model::Marking> {
                self.marking.as_ref()
            }
            fn cites(&self) -> &[$crate::model::Cite] {
                &self.cites
            }
            fn add_cite(&mut self, cite: $crate::model::Cite) {
                self.cites.reserve_exact(1);
                self.cites.push(cite);
            }
        }
    };
}

pub(crate) use record;

/// A record and its identity in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<T> {
    /// Who it is while the briefing is open.
    pub key: Key,
    /// What it says.
    pub record: Arc<T>,
}

/// The records of one kind, in the file's order. A clone shares structure, so that a snapshot is cheap at any size.
pub type Records<T> = imbl::Vector<Entry<T>>;

/// A record of any kind.
#[derive(Debug, Clone, PartialEq)]
pub enum AnyRecord {
    /// A source.
    Source(Arc<Source>),
    /// An actor.
    Actor(Arc<Actor>),
    /// A role.
    Role(Arc<Role>),
    /// A visit.
    Visit(Arc<Visit>),
    /// A statement.
    Statement(Arc<Statement>),
    /// A relation.
    Relation(Arc<Relation>),
    /// A judgement.
    Judgement(Arc<Judgement>),
    /// A conflict.
    Conflict(Arc<Conflict>),
}

/// Does the same with a record of whatever kind.
macro_rules! with_record {
    ($any:expr, $record:ident => $body:expr) => {
        match $any {
            AnyRecord::Source($record) => $body,
            AnyRecord::Actor($record) => $body,
            AnyRecord::Role($record) => $body,
            AnyRecord::Visit($record) => $body,
            AnyRecord::Statement($record) => $body,
            AnyRecord::Relation($record) => $body,
            AnyRecord::Judgement($record) => $body,
            AnyRecord::Conflict($record) => $body,
        }
    };
}

/// The kind of a record, through the type.
fn kind_of<T: Record>(_: &T) -> RecordKind {
    T::KIND
}

/// The names of a record's fields, through the type.
fn fields_of<T: Record>(_: &T) -> &'static [&'static str] {
    T::FIELDS
}

/// The names of a record's required fields, through the type.
fn required_of<T: Record>(_: &T) -> &'static [&'static str] {
    T::REQUIRED
}

impl AnyRecord {
    /// Which list it belongs to.
    #[must_use]
    pub fn kind(&self) -> RecordKind {
        with_record!(self, record => kind_of(&**record))
    }

    /// Its name in the file.
    #[must_use]
    pub fn id(&self) -> &Id {
        with_record!(self, record => record.id())
    }

    /// A remark of the author.
    #[must_use]
    pub fn note(&self) -> &str {
        with_record!(self, record => record.note())
    }

    /// The fields that no source states: the author reads them into it.
    #[must_use]
    pub fn our_reading(&self) -> &[String] {
        with_record!(self, record => record.our_reading())
    }

    /// A colleague's remark.
    #[must_use]
    pub fn review(&self) -> &str {
        with_record!(self, record => record.review())
    }

    /// Its own marking.
    #[must_use]
    pub fn marking(&self) -> Option<&Marking> {
        with_record!(self, record => record.marking())
    }

    /// Where it is known from.
    #[must_use]
    pub fn cites(&self) -> &[Cite] {
        with_record!(self, record => record.cites())
    }

    /// The names of all fields that its kind has.
    #[must_use]
    pub fn field_names(&self) -> &'static [&'static str] {
        with_record!(self, record => fields_of(&**record))
    }

    /// The names of the fields that its kind must have.
    #[must_use]
    pub fn required_names(&self) -> &'static [&'static str] {
        with_record!(self, record => required_of(&**record))
    }

    /// The value of a field, `None` where it is absent.
    #[must_use]
    pub fn field_node(&self, name: &str) -> Option<Node> {
        with_record!(self, record => record.field_node(name))
    }

    /// The value of a field, one that the model does not know too; `None` where it is absent.
    #[must_use]
    pub fn any_field_node(&self, name: &str) -> Option<Node> {
        with_record!(self, record => record.any_field_node(name))
    }

    /// All fields that are present, unknown ones last.
    #[must_use]
    pub fn field_nodes(&self) -> Vec<(Cow<'static, str>, Node)> {
        with_record!(self, record => record.field_nodes())
    }

    /// Whether two records are one in memory, and so the same without a look.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        let address = |record: &Self| with_record!(record, record => Arc::as_ptr(record).cast::<u8>());
        std::ptr::eq(address(self), address(other))
    }

    /// The record under another id.
    #[must_use]
    pub fn with_id(mut self, id: Id) -> Self {
        with_record!(&mut self, record => Arc::make_mut(record).id = id);
        self
    }

    /// The record with one more place where it is known from.
    #[must_use]
    pub fn with_cite(mut self, cite: Cite) -> Self {
        with_record!(&mut self, record => Arc::make_mut(record).add_cite(cite));
        self
    }

    /// Takes over the value that another record of the kind has in a field.
    pub fn take_field_of(&mut self, other: &Self, name: &str) {
        match (self, other) {
            (Self::Source(own), Self::Source(other)) => Arc::make_mut(own).take_field_of(other, name),
            (Self::Actor(own), Self::Actor(other)) => Arc::make_mut(own).take_field_of(other, name),
            (Self::Role(own), Self::Role(other)) => Arc::make_mut(own).take_field_of(other, name),
            (Self::Visit(own), Self::Visit(other)) => Arc::make_mut(own).take_field_of(other, name),
            (Self::Statement(own), Self::Statement(other)) => Arc::make_mut(own).take_field_of(other, name),
            (Self::Relation(own), Self::Relation(other)) => Arc::make_mut(own).take_field_of(other, name),
            (Self::Judgement(own), Self::Judgement(other)) => Arc::make_mut(own).take_field_of(other, name),
            (Self::Conflict(own), Self::Conflict(other)) => Arc::make_mut(own).take_field_of(other, name),
            _ => {}
        }
    }

    /// The fields that the model does not know.
    #[must_use]
    pub fn unknown_fields(&self) -> &[UnknownField] {
        with_record!(self, record => record.unknown_fields())
    }
}
