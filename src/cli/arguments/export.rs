//! `dateline export`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::export::Format;

use super::filter::FilterArguments;
use super::picture::PictureArguments;
use super::readers::Readers;

#[derive(Debug, Args)]
#[command(after_help = "\
A note is two pages unless --template asks for another: full is all there is, chronology the visits in the order of time,
quotes what was said by speaker, profile one actor. A FILE is a template of your own; assets/TEMPLATES.md tells what it
can use. Where something stands against the export, it is listed on standard error and nothing is written.
Exit codes: 0 written, 1 something stands against it (--anyway writes it all the same, --marking always holds), 2
unreadable, or not to be had.")]
pub(in crate::cli) struct ExportArguments {
    /// The briefing; - reads standard input
    pub(in crate::cli) file: PathBuf,
    /// The format
    #[arg(long, value_enum)]
    pub(in crate::cli) to: Format,
    /// The file to write, replaced if it is there; without it standard output
    #[arg(short, long, value_name = "OUT")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Leave out what is marked stricter, and say how much that is
    #[arg(long, value_enum)]
    pub(in crate::cli) marking: Option<Readers>,
    /// Write it although errors are open, a judgement has no support, a statement no source, or records could not be read
    #[arg(long)]
    pub(in crate::cli) anyway: bool,
    #[command(flatten)]
    pub(in crate::cli) filter: FilterArguments,
    #[command(flatten)]
    pub(in crate::cli) picture: PictureArguments,
    /// What the note is written by: brief, full, chronology, quotes, profile (with --actor), or the file of a template
    #[arg(long, value_name = "NAME|FILE", default_value = "brief", help_heading = "Markdown, html and docx")]
    pub(in crate::cli) template: PathBuf,
    /// Tell under What is new what changed since this older version of the briefing
    #[arg(long, value_name = "OLD", help_heading = "Markdown, html and docx")]
    pub(in crate::cli) since: Option<PathBuf>,
    /// Take styles, page, header and footer of this document; the marking is added to both
    #[arg(long, value_name = "FILE.docx", help_heading = "Docx")]
    pub(in crate::cli) reference: Option<PathBuf>,
    /// What a table is of
    #[arg(long, value_enum, default_value_t = Of::Visits, help_heading = "Csv")]
    pub(in crate::cli) of: Of,
    /// Begin with a byte order mark, by which some spreadsheets know UTF-8
    #[arg(long, help_heading = "Csv")]
    pub(in crate::cli) bom: bool,
    /// In a note: refer to a picture of the chart, by its path from where the note will stand
    #[arg(long, value_name = "PATH", help_heading = "Markdown, html and docx")]
    pub(in crate::cli) chart: Option<String>,
}

/// What a table is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Of {
    /// In the order of time
    Visits,
    /// Who is who
    Actors,
    /// What was said
    Statements,
    /// Where it is known from
    Sources,
}
