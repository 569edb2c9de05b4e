//! Signs and short facts: what stands before a name, and under a title.

use crate::model::{ActorKind, Channel, Directness, RecordKind};

/// What stands before a name as a sign of what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// The briefing itself.
    Briefing,
    /// A kind of record.
    Kind(RecordKind),
    /// A kind of actor.
    Actor(Option<ActorKind>),
    /// How directly a statement reached us.
    Statement(Directness),
    /// A channel, by shape and colour.
    Channel(Channel),
    /// A date that hangs on another.
    Hangs,
    /// The grade of a source.
    Grade(Option<char>),
}

/// A short fact under the title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Badge {
    /// The channel of a visit; a click shows visits of that channel alone.
    Channel(Channel),
    /// Plain words.
    Words(String),
    /// Words that ask for a person.
    Caution(String),
    /// Who may see it.
    Marking(String),
}
