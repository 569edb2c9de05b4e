//! `dateline sample`: a briefing to begin from, or one of any size to try things on.

use super::arguments::SampleArguments;
use super::outcome::{Ended, print};
use crate::ron_text::print_briefing;
use crate::{sample, store};

pub(super) fn run(asked: &SampleArguments) -> anyhow::Result<Ended> {
    match (asked.visits, asked.statements) {
        (None, None) if asked.held => print(store::SAMPLE_HELD)?,
        (None, None) => print(store::SAMPLE)?,
        (visits, statements) => {
            let briefing = sample::made_up(visits.unwrap_or(0), statements.unwrap_or(0), asked.seed);
            print(&print_briefing(&briefing))?;
        }
    }
    Ok(Ended::Well)
}
