//! The commands of the shell.

use std::process::ExitCode;

use crate::ui::{Start, launch};

/// Runs what the command line asks for.
#[must_use]
pub fn run() -> ExitCode {
    let start = match std::env::args().nth(1).as_deref() {
        Some("--sample") => Start::Sample,
        Some(path) => Start::File(path.into()),
        None => Start::Last,
    };
    match launch(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dateline: {error}");
            ExitCode::FAILURE
        }
    }
}
