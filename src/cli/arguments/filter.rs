//! Which records a note or a chart shows.

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::model::{Channel, Level};

/// Which records a note or a chart shows; all of it has to fit, any value of one option does.
#[derive(Debug, Args)]
#[command(next_help_heading = "Only what fits")]
pub(in crate::cli) struct FilterArguments {
    /// The id of an actor that takes part
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) actor: Vec<String>,
    /// The ISO 3166-1 code of a country that is left, visited, or an actor's
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) country: Vec<String>,
    /// A channel, by its word in the file
    #[arg(long, value_name = "WORD", value_parser = words_of(Channel::ALL, Channel::word))]
    pub(in crate::cli) channel: Vec<String>,
    /// A level, by its word in the file
    #[arg(long, value_name = "WORD", value_parser = words_of(Level::ALL, Level::word))]
    pub(in crate::cli) level: Vec<String>,
    /// The first day, as EDTF: 2024, 2024-05, 2024-05-01
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) from: Option<String>,
    /// The last day
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) until: Option<String>,
    /// Words that a record holds
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    pub(in crate::cli) text: String,
}

fn words_of<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> PossibleValuesParser {
    PossibleValuesParser::new(all.iter().map(|value| word(*value)))
}
