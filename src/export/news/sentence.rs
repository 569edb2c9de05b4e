//! A sentence of what is new, and how weighty it is.

/// How weighty a change is for whoever reads on, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Judgement,
    Conflict,
    Visit,
    Date,
    Statement,
    Source,
    Briefing,
}

impl Weight {
    /// What more of it is called, where there are too many to tell one by one.
    pub(super) fn more(self) -> &'static str {
        match self {
            Self::Judgement => "change of a judgement",
            Self::Conflict => "change of a conflict",
            Self::Visit => "change of a visit",
            Self::Date => "date that moved",
            Self::Statement => "change of a statement",
            Self::Source => "change of a source",
            Self::Briefing => "change of the briefing",
        }
    }
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) weight: Weight,
    pub(super) words: String,
}

impl Sentence {
    pub(super) fn new(weight: Weight, words: impl Into<String>) -> Self {
        Self { weight, words: words.into() }
    }
}
