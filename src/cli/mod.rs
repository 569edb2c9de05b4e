//! The commands of the shell. A contract: scripts rely on their names, their output and their exit codes.

mod arguments;
mod check;
mod count;
mod diff;
mod export;
mod filter;
mod git_attributes;
mod git_setup;
mod input;
mod merge;
mod sample;
mod set;

use std::process::ExitCode;

use clap::Parser;

use crate::ui::{Start, launch};
use arguments::{Arguments, Command};

/// How a command ended: its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// 0: done, no errors found.
    Well,
    /// 1: errors found, or no window.
    WithErrors,
    /// 2: what was asked for cannot be read, or not be asked for.
    Unreadable,
}

impl From<Ended> for ExitCode {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Well => Self::SUCCESS,
            Ended::WithErrors => Self::from(1),
            Ended::Unreadable => Self::from(2),
        }
    }
}

/// Runs what the command line asks for.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let ended = match arguments.command {
        Some(command) => run_command(command),
        None => run_window(&arguments),
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

fn run_command(command: Command) -> anyhow::Result<Ended> {
    match command {
        Command::Check(asked) => check::run(&asked),
        Command::Count(asked) => count::run(&asked),
        Command::Export(asked) => export::run(&asked),
        Command::Merge(asked) => merge::run(&asked),
        Command::Diff(asked) => diff::run(&asked),
        Command::GitSetup(asked) => git_setup::run(&asked),
        Command::Set(asked) => set::run(&asked),
        Command::Sample(asked) => sample::run(&asked),
    }
}

fn run_window(arguments: &Arguments) -> anyhow::Result<Ended> {
    let start = match &arguments.file {
        _ if arguments.sample => Start::Sample,
        Some(path) => Start::File(std::path::absolute(path)?),
        None => Start::Last,
    };
    match launch(start) {
        Ok(()) => Ok(Ended::Well),
        Err(error) => {
            tell(&format!("dateline: {error}"));
            Ok(Ended::WithErrors)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Writes a message to standard error; what a file brought along cannot steer the terminal.
fn tell(message: &str) {
    use std::io::Write as _;
    // Nobody is left to be told where standard error is closed.
    drop(writeln!(std::io::stderr(), "{}", crate::present::visible(message)));
}

/// Says that records of a file could not be read, and so are in nothing that is told of it.
fn tell_unreadable(file: &std::path::Path, document: &crate::document::Document) {
    if let Some(words) = crate::present::unreadable_line(&document.briefing) {
        tell(&format!("{}: {words}", input::name_of(file)));
    }
}

/// Says where a file was written and may not survive a power cut.
fn tell_if_unsure(path: &std::path::Path, durability: &crate::store::Durability) {
    if let Some(warning) = durability.warning() {
        tell(&format!("{}: {warning}", path.display()));
    }
}

/// Writes a result to standard output.
fn print(text: &(impl AsRef<[u8]> + ?Sized)) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_ref())?;
    out.flush()
}
