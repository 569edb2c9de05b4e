//! Why a change is not made.

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
    #[error("{0}")]
    BadValue(String),
    /// Another record has the id.
    #[error("the id `{0}` is that of another record; choose another")]
    IdTaken(String),
    /// The id is none.
    #[error("`{0}` is no id: a small letter first, then small letters, digits and hyphens")]
    BadId(String),
    /// The value names a record that is not there.
    #[error("there is no record `{0}`; create it first")]
    NoRecord(String),
    /// Only actors can become one.
    #[error("only two actors can be merged")]
    NotActors,
}
