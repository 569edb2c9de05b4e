//! A save under way.

use crate::store::{Copied, SaveError};
use crate::ui::background::Job;
use crate::ui::command::Leaving;
use std::path::PathBuf;

/// A save under way.
#[derive(Debug)]
pub struct Saving {
    pub job: Job<Result<Copied, SaveError>>,
    /// How many steps were done in what is being saved.
    pub done: usize,
    /// How much of what was done is in it, for the journal.
    pub mark: usize,
    pub path: PathBuf,
    /// What to do once it is saved.
    pub then: Option<Leaving>,
}
