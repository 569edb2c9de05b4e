//! What can be written on the command line: a file for each command, and for what several of them share.

mod check;
mod count;
mod date;
mod diff;
mod export;
mod extract;
mod filter;
mod format;
mod git_setup;
mod merge;
mod picture;
mod program;
mod readers;
mod sample;
mod set;

pub(super) use check::{CheckArguments, CheckFormat};
pub(super) use count::{CountArguments, CountBy, CountFormat, CountLanes};
pub(super) use date::{DateArguments, DateFormat};
pub(super) use diff::{DiffArguments, DiffFormat};
pub(super) use export::{ExportArguments, Of};
pub(super) use extract::{ExtractArguments, ExtractFormat};
pub(super) use filter::FilterArguments;
pub(super) use git_setup::GitSetupArguments;
pub(super) use merge::MergeArguments;
pub(super) use program::{Arguments, Command};
pub(super) use readers::Readers;
pub(super) use sample::SampleArguments;
pub(super) use set::SetArguments;
