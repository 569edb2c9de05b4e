//! `dateline merge`: two changed copies of a briefing as one.

use std::path::Path;
use std::process::Command;

use anyhow::Context as _;

use super::arguments::MergeArguments;
use super::input;
use super::outcome::{Ended, keep_version, tell, tell_if_unsure};
use crate::edit::{MergedText, merge_texts};
use crate::store::{self, DocumentLock, Loaded, OpenError, SaveError, SavedBase};

/// That the result cannot be written into our text.
const NOT_FAITHFUL: &str = "the merged text does not read back as what was merged, so nothing was written: ours is as \
    it was, and git leaves it as a conflict. Mend what `dateline check` finds odd in it and merge again, or look up with \
    `dateline diff` what they changed and take it over by hand";

pub(super) fn run(asked: &MergeArguments) -> anyhow::Result<Ended> {
    match &asked.path {
        Some(path) => for_git(asked, path),
        None => by_hand(asked),
    }
}

/// As git calls it: what is no briefing, or cannot be merged as one, is merged by lines.
fn for_git(asked: &MergeArguments, path: &Path) -> anyhow::Result<Ended> {
    let lock = DocumentLock::take(&asked.ours).with_context(|| path.display().to_string())?;
    let texts = [lock.read(), store::read_file(&asked.theirs)];
    let copies = texts.into_iter().map(|text| whole_briefing(text.ok()?));
    let copies: Option<Vec<SavedBase>> = std::iter::once(base_of_git(&asked.base)).chain(copies).collect();
    let merged = copies.as_deref().and_then(|copies| match copies {
        [base, ours, theirs] => merge_texts(base, ours, theirs).ok().map(|merged| (ours.clone(), merged)),
        _ => None,
    });
    match merged {
        Some((ours, merged)) => write(&lock, ours, merged, path),
        None => {
            drop(lock);
            by_lines(asked, path)
        }
    }
}

/// The base; git gives an empty file where both sides added the briefing.
fn base_of_git(path: &Path) -> Option<SavedBase> {
    match store::read_file(path) {
        Err(OpenError::Empty) => nothing(),
        text => whole_briefing(text.ok()?),
    }
}

/// A briefing that says nothing.
fn nothing() -> Option<SavedBase> {
    let read = store::load("()".to_owned()).ok()?;
    Some(SavedBase::new(&read.text, &read.briefing))
}

fn whole_briefing(text: String) -> Option<SavedBase> {
    let read: Loaded = store::load(text).ok()?;
    let is_whole = read.is_briefing() && read.briefing.unreadable.is_empty();
    is_whole.then(|| SavedBase::new(&read.text, &read.briefing))
}

/// git's own merge, with markers where both changed a line.
fn by_lines(asked: &MergeArguments, path: &Path) -> anyhow::Result<Ended> {
    let mut git = Command::new("git");
    git.arg("merge-file").arg(format!("--marker-size={}", asked.marker_size));
    let given = asked.labels.iter().flatten().map(String::as_str).chain(std::iter::repeat(""));
    for (given, usual) in given.zip(["ours", "base", "theirs"]) {
        // An older git has no names to give, and leaves the placeholder.
        let has_name = !given.is_empty() && !given.starts_with('%');
        git.arg("-L").arg(if has_name { given } else { usual });
    }
    let done = git.args([&asked.ours, &asked.base, &asked.theirs]).status().context("git cannot be started")?;
    match done.code() {
        Some(0) => Ok(Ended::Well),
        // So many conflicts.
        Some(1..=127) => {
            tell(&format!("{}: merged by lines, since it cannot be read as a briefing on every side", path.display()));
            Ok(Ended::WithErrors)
        }
        _ => Ok(Ended::Unreadable),
    }
}

fn by_hand(asked: &MergeArguments) -> anyhow::Result<Ended> {
    let lock = input::lock(&asked.ours)?;
    let base = match input::read(&asked.base) {
        Err(OpenError::Empty) => store::load("()".to_owned()).ok(),
        text => input::loaded(&asked.base, text),
    };
    let theirs = || input::loaded(&asked.theirs, input::read(&asked.theirs));
    let copies = input::loaded(&asked.ours, lock.read()).zip(base).zip(theirs());
    let Some(((ours, base), theirs)) = copies else { return Ok(Ended::Unreadable) };
    if !(base.briefing.unreadable.is_empty() && theirs.briefing.unreadable.is_empty()) {
        anyhow::bail!("a record of the base or of theirs cannot be read; mend it first, so that nothing of it is lost");
    }
    let [base, ours, theirs] = [base, ours, theirs].map(|copy| SavedBase::new(&copy.text, &copy.briefing));
    let merged = merge_texts(&base, &ours, &theirs).map_err(|error| match error {
        SaveError::NotFaithful => anyhow::anyhow!(NOT_FAITHFUL),
        error @ SaveError::NotInPlace { .. } => anyhow::Error::from(error).context(NOT_FAITHFUL),
        error => error.into(),
    });
    write(&lock, ours, merged.with_context(|| asked.ours.display().to_string())?, &asked.ours)
}

/// Writes the result and tells what is open.
fn write(lock: &DocumentLock, mut ours: SavedBase, merged: MergedText, path: &Path) -> anyhow::Result<Ended> {
    let replaced = ours.clone();
    let written = store::write_locked(lock, &mut ours, merged.text);
    tell_if_unsure(path, &written.with_context(|| path.display().to_string())?);
    keep_version(path, &replaced);
    for open in &merged.open {
        let record = if open.record.is_empty() { "the briefing" } else { open.record.as_str() };
        tell(&format!("{}: open: {record}, {}: theirs is {}", path.display(), open.field, open.theirs));
    }
    Ok(if merged.open.is_empty() { Ended::Well } else { Ended::WithErrors })
}
