//! The words that tell when something was said.

use super::date_phrase::DatePhrase;
use super::told::{Span, Told};

/// The date beside the verb of a statement, outside of what is said.
#[must_use]
pub fn said_date(dates: &[Vec<DatePhrase>], told: &Told) -> Option<Span> {
    let cue = told.cue.as_ref()?;
    let all = dates.get(cue.paragraph)?;
    let first = all.partition_point(|date| date.words.start < told.sentence.words.start);
    let near = all.iter().skip(first).take_while(|date| date.words.start < told.sentence.words.end);
    let found = near.into_iter().find(|date| {
        // `in office since 2021` tells nothing of when its holder spoke.
        let is_tenure = date
            .said
            .split(' ')
            .next()
            .is_some_and(|first| matches!(first, "since" | "until" | "till" | "seit" | "bis"));
        let is_outside = !told.covers(cue.paragraph, date.words.start) && !is_tenure;
        let behind = date.words.start >= cue.words.end && date.words.start - cue.words.end <= 8;
        let before = date.words.end <= cue.words.start && cue.words.start - date.words.end <= 1;
        let leads = date.words.start == told.sentence.words.start
            && told.speaker.as_ref().is_some_and(|speaker| {
                speaker.words.start >= date.words.end && speaker.words.start - date.words.end <= 3
            });
        is_outside && (behind || before || leads)
    })?;
    Some(Span { paragraph: cue.paragraph, words: found.words.clone() })
}
