//! The columns of the table of visits.

/// A column of the table of visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VisitColumn {
    /// When, as displayed.
    Date,
    /// Who came, the lead first and with a role.
    Visitors,
    /// From which country to which.
    Direction,
    /// The town or the building.
    Place,
    /// Between what kinds of actor.
    Channels,
    /// The rank of the lead.
    Level,
    /// How far it has come.
    Status,
    /// Who received them, and whom they met.
    Met,
    /// Where it is known from.
    Sources,
    /// The fields that sources disagree about.
    Disputed,
}

impl VisitColumn {
    /// All columns, from left to right.
    pub const ALL: &'static [Self] = &[
        Self::Date,
        Self::Visitors,
        Self::Direction,
        Self::Place,
        Self::Channels,
        Self::Status,
        Self::Disputed,
        Self::Level,
        Self::Met,
        Self::Sources,
    ];

    /// Its name on the screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::Visitors => "Visitors",
            Self::Direction => "From → to",
            Self::Place => "Place",
            Self::Channels => "Channels",
            Self::Level => "Level",
            Self::Status => "Status",
            Self::Met => "Met",
            Self::Sources => "Sources",
            Self::Disputed => "Disputed",
        }
    }
}
