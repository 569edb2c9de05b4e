//! Hands over to the command line; no logic here.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::cli::run()
}
