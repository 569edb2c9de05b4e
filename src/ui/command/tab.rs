//! The tabs.

use crate::model::RecordKind;

/// A tab of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Tab {
    /// The bottom line and what is weak about it.
    #[default]
    Overview,
    /// Who acts.
    Actors,
    /// Journeys in time.
    Visits,
    /// Who said what.
    Statements,
    /// Where it is known from.
    Sources,
    /// What the analyst concludes.
    Judgements,
    /// What is weak.
    Checks,
}

impl Tab {
    /// All tabs, in their order.
    pub const ALL: &'static [Self] =
        &[Self::Overview, Self::Actors, Self::Visits, Self::Statements, Self::Sources, Self::Judgements, Self::Checks];

    /// Its name.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Actors => "Actors",
            Self::Visits => "Visits",
            Self::Statements => "Statements",
            Self::Sources => "Sources",
            Self::Judgements => "Judgements",
            Self::Checks => "Checks",
        }
    }

    /// The kind of record it lists.
    #[must_use]
    pub fn kind(self) -> Option<RecordKind> {
        match self {
            Self::Actors => Some(RecordKind::Actor),
            Self::Visits => Some(RecordKind::Visit),
            Self::Statements => Some(RecordKind::Statement),
            Self::Sources => Some(RecordKind::Source),
            Self::Judgements => Some(RecordKind::Judgement),
            Self::Overview | Self::Checks => None,
        }
    }

    /// The tab in which a record of a kind is looked at.
    #[must_use]
    pub fn of(kind: RecordKind) -> Self {
        match kind {
            RecordKind::Source => Self::Sources,
            RecordKind::Actor | RecordKind::Role | RecordKind::Relation => Self::Actors,
            RecordKind::Visit => Self::Visits,
            RecordKind::Statement => Self::Statements,
            RecordKind::Judgement => Self::Judgements,
            RecordKind::Conflict => Self::Overview,
        }
    }
}
