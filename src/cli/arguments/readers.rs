//! For whom an export is made.

use clap::ValueEnum;

use crate::model::TlpLevel;

/// For whom an export is made: the levels of the Traffic Light Protocol 2.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Readers {
    /// For everybody
    Clear,
    /// Within the community
    Green,
    /// Within the organisation and its clients
    Amber,
    /// Within the organisation
    AmberStrict,
    /// For named readers only
    Red,
}

impl Readers {
    pub(in crate::cli) fn level(self) -> TlpLevel {
        match self {
            Self::Clear => TlpLevel::Clear,
            Self::Green => TlpLevel::Green,
            Self::Amber => TlpLevel::Amber,
            Self::AmberStrict => TlpLevel::AmberStrict,
            Self::Red => TlpLevel::Red,
        }
    }
}
