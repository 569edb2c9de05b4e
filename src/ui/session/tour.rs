//! How far the tour of the sample has come.

/// A stage of the tour. A step has one or two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A date keeps its doubt.
    Date,
    /// And leads to its words.
    Words,
    /// A count,
    Count,
    /// and the visits that it counts: shown where somebody looks at them.
    Counted,
    /// A quote.
    Quote,
    /// Editing.
    Edit,
    /// Export.
    Export,
}

/// How many steps it has.
pub const STEPS: usize = 5;

impl Stage {
    /// Which step it belongs to, from 1.
    #[must_use]
    pub fn step(self) -> usize {
        match self {
            Self::Date | Self::Words => 1,
            Self::Count | Self::Counted => 2,
            Self::Quote => 3,
            Self::Edit => 4,
            Self::Export => 5,
        }
    }

    /// What comes next for who goes on by the button.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Date => Some(Self::Words),
            Self::Words => Some(Self::Count),
            Self::Count | Self::Counted => Some(Self::Quote),
            Self::Quote => Some(Self::Edit),
            Self::Edit => Some(Self::Export),
            Self::Export => None,
        }
    }

    /// What came before.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        match self {
            Self::Date => None,
            Self::Words => Some(Self::Date),
            Self::Count => Some(Self::Words),
            Self::Counted | Self::Quote => Some(Self::Count),
            Self::Edit => Some(Self::Quote),
            Self::Export => Some(Self::Edit),
        }
    }
}
