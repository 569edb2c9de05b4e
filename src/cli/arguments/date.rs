//! `dateline date`.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline date 'late October 2024'
  dateline date 'on Monday' --published 2024-10-15
  dateline date 'listopada 2024' --lang hr
A reading is told as EDTF, in words, and by its four corners. Without --published, what is counted from the publication
is not read; `published` in a basis stands for the record that the words are in.
JSON: {phrase, answer, readings: [{edtf, display, basis, start: {earliest, latest, qualified}, end: {earliest, latest,
qualified}, why}], message}; answer is one, ask (several readings), clash (the words contradict each other) or none.
Exit codes: 0 one reading, 1 otherwise, 2 what was asked for cannot be read.")]
pub(in crate::cli) struct DateArguments {
    /// The words of the date
    #[arg(allow_hyphen_values = true)]
    pub(in crate::cli) phrase: String,
    /// When the text that has the words was published, as EDTF: 2024-10-15
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) published: Option<String>,
    /// The language of the words, as a BCP 47 tag: en, de, sr-Latn
    #[arg(long, value_name = "TAG")]
    pub(in crate::cli) lang: Option<String>,
    /// How to print the readings
    #[arg(long, value_enum, default_value_t = DateFormat::Text)]
    pub(in crate::cli) format: DateFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum DateFormat {
    /// A line for each reading
    Text,
    /// For other programs
    Json,
}
