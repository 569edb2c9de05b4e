//! From the command line to a command, or to the window.

use super::arguments::{Arguments, Command};
use super::outcome::{Ended, is_broken_pipe, tell};
use super::{
    check, count, date, desktop_motion, desktop_setup, diff, export, extract, git_setup, import, merge, sample, set,
    threads,
};
use crate::ui::{Start, launch};
use clap::Parser;
use std::process::ExitCode;

/// The window draws on one thread, and reads, checks and saves on others.
const NO_THREADS: &str = "dateline: the system gives this program no further threads, and the window needs some. Close \
                          other programs, or raise the limit of processes (ulimit -u)";

/// Runs what the command line asks for.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let has_threads = threads::prepare();
    let ended = match arguments.command {
        Some(command) => run_command(command),
        None if has_threads => run_window(&arguments),
        None => {
            tell(NO_THREADS);
            Ok(Ended::WithErrors)
        }
    };
    match ended {
        Ok(ended) => ended.into(),
        // A reader that has seen enough, such as `head`, is no error.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("dateline: {error:#}"));
            Ended::Unreadable.into()
        }
    }
}

pub(super) fn run_command(command: Command) -> anyhow::Result<Ended> {
    match command {
        Command::Check(asked) => check::run(&asked),
        Command::Date(asked) => date::run(&asked),
        Command::Count(asked) => count::run(&asked),
        Command::Extract(asked) => extract::run(&asked),
        Command::Export(asked) => export::run(&asked),
        Command::Import(asked) => import::run(&asked),
        Command::Merge(asked) => merge::run(&asked),
        Command::Diff(asked) => diff::run(&asked),
        Command::GitSetup(asked) => git_setup::run(&asked),
        Command::DesktopSetup(asked) => desktop_setup::run(&asked),
        Command::Set(asked) => set::run(&asked),
        Command::Sample(asked) => sample::run(&asked),
    }
}

pub(super) fn run_window(arguments: &Arguments) -> anyhow::Result<Ended> {
    let start = match &arguments.file {
        _ if arguments.sample => Start::Sample,
        Some(path) => Start::File(std::path::absolute(path)?),
        None => Start::Last,
    };
    match launch(start, desktop_motion::asks_for_no_motion) {
        Ok(()) => Ok(Ended::Well),
        Err(error) => {
            tell(&format!("dateline: {error}"));
            Ok(Ended::WithErrors)
        }
    }
}
