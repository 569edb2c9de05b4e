//! The rules that find what is weak in a briefing before a reader does.

mod problem;

pub use problem::{Position, Problem, Severity};
