//! Why a change is not made.

use crate::edit::value::ValueError;

/// Why a change is not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The record is not there any more.
    #[error("this record is no longer there")]
    Gone,
    /// The record has no such field.
    #[error("a {kind} has no field `{field}`; it has {known}")]
    NoField {
        /// The word for the kind.
        kind: &'static str,
        /// The field asked for.
        field: String,
        /// The fields there are.
        known: String,
    },
    /// The value does not fit.
    #[error(transparent)]
    BadValue(#[from] ValueError),
    /// It makes no sense here.
    #[error("{0}")]
    NotHere(&'static str),
    /// A field is to be called as another of the record is.
    #[error("there is a field `{0}` already; look which of the two is meant")]
    FieldThere(String),
    /// Another record has the id.
    #[error("the id `{0}` is that of another record; choose another")]
    IdTaken(String),
    /// The id is none.
    #[error("`{0}` is no id: a small letter first, then small letters, digits and hyphens")]
    BadId(String),
    /// The value names a record that is not there.
    #[error("there is no record `{0}`; create it first")]
    NoRecord(String),
    /// They cannot become one.
    #[error("only two actors, two visits or two sources can be merged")]
    NotMergeable,
}
