//! What a crash left behind, and what restoring it would do.

use super::merging::merged;
use super::opening::Opened;
use crate::document::{Document, OpenFailure, Origin};
use crate::edit::{change, replayed, with_keys_of};
use crate::model::Briefing;
use crate::present::changes_in_words;
use crate::store::{self, Journal, JournalFolder, OpenError, Orphan, SavedBase};
use std::path::PathBuf;

/// What a crash left behind, and what restoring it would do.
#[derive(Debug)]
pub struct LeftBehind {
    pub orphan: Orphan,
    /// What it would do; or why nothing of it can be restored.
    pub told: Result<Told, &'static str>,
}

/// What restoring would do, for a person.
#[derive(Debug)]
pub struct Told {
    /// What would come back, a line each.
    pub changes: String,
    /// What else there is to know.
    pub notes: Vec<String>,
}

/// How many changes are told.
pub const MOST_LINES: usize = 8;

/// How much of each, in characters.
pub const MOST_CHARS: usize = 160;

/// What a journal comes to.
pub struct Restored {
    pub origin: Origin,
    /// What the file holds, or would.
    pub text: String,
    pub before: Briefing,
    /// What is not saved, with the keys of the records of `before`.
    pub briefing: Briefing,
    /// How many steps are damaged, and lost.
    pub lost: usize,
    pub how: How,
}

/// How what was not saved meets the file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// As it was when it was read.
    Same,
    /// It changed since, and so many things are open.
    Merged(usize),
    /// It cannot be read whole any more.
    Apart,
}

pub fn restored(journal: &Journal) -> Result<Restored, &'static str> {
    let head = &journal.head;
    let on_disk = head.document.as_ref().map(|path| store::read_file(path));
    let is_gone = matches!(on_disk, None | Some(Err(OpenError::NotFound)));
    let on_disk = on_disk.and_then(Result::ok);
    let is_same = on_disk.as_ref().is_some_and(|text| store::content_hash(text) == head.base);
    let damaged = "What was changed is kept, but not from what; nothing can be restored";
    let text = journal.base.clone().or_else(|| on_disk.clone().filter(|_| is_same)).ok_or(damaged)?;
    let loaded = store::load(text.clone()).map_err(|_| damaged)?;
    let saved = SavedBase::new(&loaded.text, &loaded.briefing);
    let base = loaded.briefing;
    let replayed = replayed(&base, &head.keys, journal.entries.iter().map(String::as_str)).ok_or(damaged)?;
    let lost = journal.lost + journal.entries.len() - replayed.done;
    let origin = head.document.clone().map_or(Origin::New, Origin::File);
    if is_same || is_gone {
        return Ok(Restored { origin, text, before: base, briefing: replayed.briefing, lost, how: How::Same });
    }
    let theirs = on_disk.and_then(|text| store::load(text).ok()).filter(|file| file.briefing.unreadable.is_empty());
    let Some(theirs) = theirs else {
        let briefing = replayed.briefing;
        return Ok(Restored { origin: Origin::New, text, before: base, briefing, lost, how: How::Apart });
    };
    let (merged, open) = merged(&saved, &replayed.briefing, &theirs);
    let briefing = with_keys_of(&merged, &theirs.briefing);
    let text = theirs.text.as_str().to_owned();
    Ok(Restored { origin, text, before: theirs.briefing, briefing, lost, how: How::Merged(open) })
}

impl Restored {
    pub fn is_nothing(&self) -> bool {
        self.lost == 0 && store::says_the_same(&self.before, &self.briefing)
    }

    pub fn told(&self) -> Told {
        let changes = shortened(&changes_in_words(&self.before, &self.briefing));
        let how = match self.how {
            How::Same => None,
            How::Merged(0) => Some("The file changed since; both are merged".to_owned()),
            How::Merged(1) => Some("The file changed since; both are merged, and 1 thing is left to decide".to_owned()),
            How::Merged(open) => {
                Some(format!("The file changed since; both are merged, and {open} things are left to decide"))
            }
            How::Apart => Some("The file cannot be read whole now; this opens apart from it".to_owned()),
        };
        let lost = match self.lost {
            0 => None,
            1 => Some("The last step is damaged and lost".to_owned()),
            lost => Some(format!("The last {lost} steps are damaged and lost")),
        };
        Told { changes, notes: how.into_iter().chain(lost).collect() }
    }

    /// The document, and the step that brings back what was not saved.
    pub fn opened(self) -> Result<Opened, OpenFailure> {
        let document = Document::from_text(self.text)?;
        document.index.search();
        let label = "Restore what was not saved".to_owned();
        let change = change::become_merged(&document.reader(), &self.briefing, label);
        Ok(Opened::new(self.origin, document).with(change))
    }
}

fn shortened(lines: &[String]) -> String {
    let count = lines.len();
    let mut lines: Vec<String> =
        lines.iter().take(MOST_LINES).map(|line| line.chars().take(MOST_CHARS).collect()).collect();
    if count > MOST_LINES {
        lines.push(format!("and {} more", count - MOST_LINES));
    }
    if count == 0 {
        lines.push("The same as in the file".to_owned());
    }
    lines.join("\n")
}

/// What crashes left behind.
#[derive(Debug, Default)]
pub struct Found {
    pub left: Vec<LeftBehind>,
    /// Where journals were put that cannot be read at all.
    pub set_aside: Vec<PathBuf>,
}

/// What crashes left behind; what came into the file all the same is taken away.
pub fn left_behind(folder: &JournalFolder) -> Found {
    let mut left = Vec::new();
    for orphan in folder.orphans() {
        match restored(&orphan.journal) {
            Ok(restored) if restored.is_nothing() => orphan.file.remove(),
            told => left.push(LeftBehind { orphan, told: told.map(|restored| restored.told()) }),
        }
    }
    Found { left, set_aside: folder.set_aside() }
}
