//! `dateline merge`: two changed copies of a briefing as one.

use anyhow::Context as _;

use super::arguments::MergeArguments;
use super::input;
use super::outcome::{Ended, tell, tell_if_unsure};
use crate::edit::merge_texts;
use crate::store::{self, SaveError};

/// That the result cannot be written into our text.
const NOT_FAITHFUL: &str = "the merged text does not read back as what was merged, so nothing was written: ours is as \
    it was, and git leaves it as a conflict. Mend what `dateline check` finds odd in it and merge again, or look up with \
    `dateline diff` what they changed and take it over by hand";

pub(super) fn run(asked: &MergeArguments) -> anyhow::Result<Ended> {
    let Some((lock, ours)) = input::open_locked(&asked.ours)? else { return Ok(Ended::Unreadable) };
    let [base, theirs] = [&asked.base, &asked.theirs].map(|path| input::open(path));
    let (Some(base), Some(theirs)) = (base, theirs) else { return Ok(Ended::Unreadable) };
    if !(base.briefing.unreadable.is_empty() && theirs.briefing.unreadable.is_empty()) {
        anyhow::bail!("a record of the base or of theirs cannot be read; mend it first, so that nothing of it is lost");
    }
    let [base, mut ours, theirs] = [base, ours, theirs].map(|copy| store::SavedBase::new(&copy.text, &copy.briefing));
    let named = || asked.ours.display().to_string();
    let merged = merge_texts(&base, &ours, &theirs).map_err(|error| match error {
        SaveError::NotFaithful => anyhow::anyhow!(NOT_FAITHFUL),
        error => error.into(),
    });
    let merged = merged.with_context(named)?;
    let written = store::write_locked(&lock, &mut ours, merged.text);
    tell_if_unsure(&asked.ours, &written.with_context(named)?);
    for open in &merged.open {
        let record = if open.record.is_empty() { "the briefing" } else { open.record.as_str() };
        tell(&format!("{}: open: {record}, {}: theirs is {}", asked.ours.display(), open.field, open.theirs));
    }
    Ok(if merged.open.is_empty() { Ended::Well } else { Ended::WithErrors })
}
