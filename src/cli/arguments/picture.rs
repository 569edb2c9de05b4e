//! How the chart is drawn as a picture.

use clap::{Args, ValueEnum};

use super::count::CountLanes;
use crate::present::chart;

/// How the chart is drawn as svg and png.
#[derive(Debug, Args)]
#[command(next_help_heading = "Chart as svg or png")]
pub(in crate::cli) struct PictureArguments {
    /// The width of the chart, in points; the height follows from its lanes
    #[arg(long, default_value_t = 1200, value_parser = clap::value_parser!(u16).range(640..=16_000))]
    pub(in crate::cli) width: u16,
    /// Pixels of a png to each point
    #[arg(long, default_value_t = 2.0, value_parser = scale)]
    pub(in crate::cli) scale: f32,
    /// What the visits are told apart by
    #[arg(long, value_enum, default_value_t = CountLanes::Direction)]
    pub(in crate::cli) lanes: CountLanes,
    /// What colours and shapes tell apart
    #[arg(long, value_enum, default_value_t = Colours::Channel)]
    pub(in crate::cli) colour: Colours,
}

/// A number of pixels to a point.
fn scale(text: &str) -> Result<f32, String> {
    let number = text.trim().parse::<f32>().ok().filter(|number| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| "write a number above 0, such as 1 or 2.5".to_owned())
}

/// What colours and shapes of the chart tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Colours {
    /// The channels
    Channel,
    /// The rank of the lead
    Level,
    /// State visit, working visit, …
    Protocol,
    /// Planned, going on, over, called off
    Status,
    /// The countries with the most visits
    VisitorCountry,
}

impl Colours {
    /// As the chart has it.
    pub(in crate::cli) fn drawn(self) -> chart::ColourBy {
        match self {
            Self::Channel => chart::ColourBy::Channel,
            Self::Level => chart::ColourBy::Level,
            Self::Protocol => chart::ColourBy::Kind,
            Self::Status => chart::ColourBy::Status,
            Self::VisitorCountry => chart::ColourBy::VisitorCountry,
        }
    }
}
