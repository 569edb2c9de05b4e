//! The commands of the shell. A contract: scripts rely on their names, their output and their exit codes.

mod arguments;
mod check;
mod count;
mod date;
mod desktop_motion;
mod desktop_setup;
mod diff;
mod export;
mod extract;
mod filter;
mod git_attributes;
mod git_setup;
mod gone;
mod import;
mod input;
mod merge;
mod outcome;
mod program;
mod sample;
mod set;
mod threads;

pub use outcome::Ended;
pub use program::run;
