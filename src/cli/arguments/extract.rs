//! `dateline extract`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(in crate::cli) struct ExtractArguments {
    /// The article: text, Markdown or HTML, paragraphs parted by blank lines; '-' reads standard input
    pub(in crate::cli) article: PathBuf,
    /// When the article was published, as an EDTF date; dates without a year are counted from it
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) published: Option<String>,
    /// The language of the article, as a BCP 47 tag such as de; told from its words where not given
    #[arg(long, value_name = "TAG")]
    pub(in crate::cli) lang: Option<String>,
    /// The briefing that the records are for: what it knows is matched, and nothing is written
    #[arg(long, value_name = "BRIEFING")]
    pub(in crate::cli) into: Option<PathBuf>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = ExtractFormat::Json)]
    pub(in crate::cli) format: ExtractFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ExtractFormat {
    /// For programs: a list of proposals
    Json,
    /// The same as RON, its records as a briefing has them
    Ron,
}
