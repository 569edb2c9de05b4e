//! `dateline count`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::analysis::count::LaneBy;

#[derive(Debug, Args)]
#[command(after_help = "\
A visit counts once, by its start. Planned, cancelled and not-in-person visits are left out.
JSON: {total, bins: [{bin, lane, certain, qualified, expected, possible}], undated: [{lane, count, ids}]}; with
--lanes also verdicts: [{lanes, period, text, holds, depends_on}], which of two lanes is ahead. Alternatives, such as the
sides of a conflict, share equally, by convention and not as a probability.")]
pub(in crate::cli) struct CountArguments {
    /// The briefing; - reads standard input
    pub(in crate::cli) file: PathBuf,
    /// The length of a bin
    #[arg(long, value_enum, default_value_t = CountBy::Month)]
    pub(in crate::cli) by: CountBy,
    /// What the visits are told apart by; without it one lane, all
    #[arg(long, value_enum)]
    pub(in crate::cli) lanes: Option<CountLanes>,
    /// How to print the counts
    #[arg(long, value_enum, default_value_t = CountFormat::Csv)]
    pub(in crate::cli) format: CountFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CountBy {
    /// 2024-10
    Month,
    /// 2024-Q4
    Quarter,
    /// 2024
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CountLanes {
    /// From which country to which
    Direction,
    /// Who received them
    Host,
    /// Between what kinds of actor
    Channel,
    /// The rank of their lead
    Level,
    /// Who came
    Visitor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CountFormat {
    /// For a spreadsheet
    Csv,
    /// For other programs
    Json,
}

impl CountLanes {
    /// As counts and chart have it.
    pub(in crate::cli) fn by(self) -> LaneBy {
        match self {
            Self::Direction => LaneBy::Direction,
            Self::Host => LaneBy::Host,
            Self::Channel => LaneBy::Channel,
            Self::Level => LaneBy::Level,
            Self::Visitor => LaneBy::Visitor,
        }
    }
}
