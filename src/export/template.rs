//! The notes that there are: templates of the program, and those of a house.

use crate::model::Id;

/// What a note is written by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Template {
    /// Two pages: what a minister reads.
    #[default]
    Brief,
    /// All there is.
    Full,
    /// The visits in the order of time.
    Chronology,
    /// What was said, by speaker.
    Quotes,
    /// One actor.
    Profile(Id),
    /// A template of a house.
    House {
        /// What it is called in messages: its path.
        name: String,
        /// Its text.
        text: String,
    },
}

impl Template {
    /// The templates of the program by the words that name them on the command line.
    pub const WORDS: [&str; 5] = ["brief", "full", "chronology", "quotes", "profile"];

    /// Its text.
    pub(in crate::export) fn source(&self) -> &str {
        match self {
            Self::Brief => include_str!("../../assets/templates/brief.md"),
            Self::Full => include_str!("../../assets/templates/full.md"),
            Self::Chronology => include_str!("../../assets/templates/chronology.md"),
            Self::Quotes => include_str!("../../assets/templates/quotes.md"),
            Self::Profile(_) => include_str!("../../assets/templates/profile.md"),
            Self::House { text, .. } => text,
        }
    }

    /// What it is called in messages.
    pub(in crate::export) fn name(&self) -> &str {
        match self {
            Self::Brief => "brief.md",
            Self::Full => "full.md",
            Self::Chronology => "chronology.md",
            Self::Quotes => "quotes.md",
            Self::Profile(_) => "profile.md",
            Self::House { name, .. } => name,
        }
    }
}
