//! That records of the file could not be read: said wherever its content is told, so that nobody takes a part for all.

use crate::model::{Briefing, Unreadable, plural};

/// So many are named; the rest are counted.
const MOST_NAMED: usize = 5;

/// `1 record of this file could not be read and is left out`; `None` where all could.
#[must_use]
pub fn unreadable_words(briefing: &Briefing) -> Option<String> {
    let count = briefing.unreadable.len();
    let (could, are) = ("could not be read", if count == 1 { "is" } else { "are" });
    (count > 0).then(|| format!("{} of this file {could} and {are} left out", plural(count, "record")))
}

/// Which they are, by kind and line: `a visit (line 12), a source (line 30)`; a record's own words are not told, since it
/// may be marked for few.
#[must_use]
pub fn unreadable_names(briefing: &Briefing) -> String {
    let name = |bad: &Unreadable| {
        let noun = bad.kind.noun();
        let article = if noun.starts_with('a') { "an" } else { "a" };
        format!("{article} {noun} (line {})", bad.line)
    };
    let mut names: Vec<String> = briefing.unreadable.iter().take(MOST_NAMED).map(name).collect();
    let rest = briefing.unreadable.len().saturating_sub(MOST_NAMED);
    if rest > 0 {
        names.push(format!("and {rest} more"));
    }
    names.join(", ")
}

/// Both in one line: what a command says on standard error.
#[must_use]
pub fn unreadable_line(briefing: &Briefing) -> Option<String> {
    unreadable_words(briefing).map(|words| format!("{words}: {}", unreadable_names(briefing)))
}
