//! The program, its commands and the file that it opens.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::check::CheckArguments;
use super::count::CountArguments;
use super::date::DateArguments;
use super::diff::DiffArguments;
use super::export::ExportArguments;
use super::extract::ExtractArguments;
use super::git_setup::GitSetupArguments;
use super::merge::MergeArguments;
use super::sample::SampleArguments;
use super::set::SetArguments;
use crate::cli::desktop_setup::DesktopSetupArguments;
use crate::cli::import::ImportArguments;

/// A desktop workbench for geopolitics briefings in which every date, quote and count leads to its source.
#[derive(Debug, Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  dateline --sample                          look around in the built-in sample
  dateline sample > mine.ron                 begin a file of your own from it
  dateline mine.ron                          open it in the window
  dateline check mine.ron                    what is weak in it, as FILE:line:column: message
  dateline export mine.ron --to markdown     the note to hand in
  dateline export mine.ron --to png -o c.png the chart of its visits

Exit codes: 0 no errors, 1 errors found, 2 what was asked for cannot be read."
)]
pub(in crate::cli) struct Arguments {
    /// The briefing to open in the window; without it the last one, and the sample on a first start
    pub(in crate::cli) file: Option<PathBuf>,
    /// Open the built-in sample in the window
    #[arg(long, conflicts_with = "file")]
    pub(in crate::cli) sample: bool,
    #[command(subcommand)]
    pub(in crate::cli) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Find what is weak in a briefing
    Check(CheckArguments),
    /// Tell how the words of a date are read
    Date(DateArguments),
    /// Count the visits, with their doubt
    Count(CountArguments),
    /// Read an article and print the records that it gives, each with the words that it rests on
    Extract(ExtractArguments),
    /// Write a briefing in another format
    Export(Box<ExportArguments>),
    /// Bring rows of a spreadsheet, references or articles into a briefing
    Import(Box<ImportArguments>),
    /// Change one field of one record, and nothing else in the file
    Set(SetArguments),
    /// Bring two changed copies of a briefing together; git's merge driver
    Merge(MergeArguments),
    /// Tell what changed between two briefings, by record and field
    Diff(DiffArguments),
    /// Let git merge and compare the briefings of a repository with Dateline
    GitSetup(GitSetupArguments),
    /// Put icon, menu entry and file type in place for this user
    DesktopSetup(DesktopSetupArguments),
    /// Print the sample briefing, or a made-up one of any size, as RON
    Sample(SampleArguments),
}
