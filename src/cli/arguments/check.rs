//! `dateline check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(after_help = "\
A line for each finding: FILE:line:column: severity[rule]: message. A summary goes to standard error.
JSON: a list of {rule, severity, record, field, message, line, column, hint, repair: {field, value} or null}. Names
longer than 240 letters are shortened in it, as in all messages.
Exit codes: 0 no errors (warnings there may be), 1 errors found, 2 unreadable.")]
pub(in crate::cli) struct CheckArguments {
    /// The briefing; - reads standard input
    pub(in crate::cli) file: PathBuf,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(in crate::cli) format: CheckFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CheckFormat {
    /// Lines that an editor can jump from
    Text,
    /// For other programs
    Json,
}
