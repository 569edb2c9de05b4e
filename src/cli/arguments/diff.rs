//! `dateline diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(after_help = "\
A line for each change: ~ for a field, + for a new record, - for one that went, > for one that moved within its list.
JSON: a list of {change, kind, record, field, old, new}; the values are RON.
--only FILE prints one briefing flat: a line for each field, one for each item of a list, and the comments at the end.
git compares briefings by these lines after `dateline git-setup`. A text that is no briefing is printed as it is, so that git can go on.
Exit codes: 0 whether or not something changed, 2 unreadable.")]
pub(in crate::cli) struct DiffArguments {
    /// The briefing before; - reads standard input
    #[arg(required_unless_present = "only")]
    pub(in crate::cli) old: Option<PathBuf>,
    /// The briefing after
    #[arg(required_unless_present = "only")]
    pub(in crate::cli) new: Option<PathBuf>,
    /// Print the fields of one briefing, one a line
    #[arg(long, value_name = "FILE", conflicts_with_all = ["old", "new", "format"])]
    pub(in crate::cli) only: Option<PathBuf>,
    /// How to print what changed
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(in crate::cli) format: DiffFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum DiffFormat {
    /// A line for each change
    Text,
    /// What is new, in sentences, the weightiest first
    Markdown,
    /// For other programs
    Json,
}
