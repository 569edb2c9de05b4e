//! What stands behind a verb of speech: to whom, when and where, then what is said, up to where it ends.

use std::ops::Range;

use super::verb::{At, Behind, SHORTEST_CLAUSE};
use super::word::Kind;
use crate::language::press::{Cue, Meaning};

/// Words of place, time and manner between a verb and what is said are passed, so many at most.
const LONGEST_ADVERBIAL: usize = 16;
/// Whom something is told has at most so many words.
const LONGEST_AUDIENCE: usize = 6;
/// A run of so many words in marks is what was said, whatever follows it.
const WHOLE_QUOTE: usize = 6;

impl At<'_> {
    /// What stands behind a verb: to whom, when and where, then where what is said begins.
    pub(super) fn behind(&self, from: usize, cue: Cue) -> Behind {
        let mut at = from;
        let mut behind = Behind { start: self.end(), has_that: false, has_colon: false, audience: None };
        if matches!(cue, Cue::Tells | Cue::Asks) {
            behind.audience = self.audience(at, cue);
            at = behind.audience.as_ref().map_or(at, |audience| audience.end);
        }
        if let Some(outlet) = self.outlet(at) {
            at = outlet.end;
            behind.audience = Some(outlet);
        }
        let limit = self.end().min(from + LONGEST_ADVERBIAL + 10);
        while at < limit {
            let Some(word) = self.paragraph().word(at) else { break };
            if self.paragraph().in_run(at) {
                behind.start = at;
                return behind;
            }
            let next = at + 1;
            if cue == Cue::Wills && matches!(word.key.as_str(), "to" | "zu" | "de") {
                behind.start = at;
                return behind;
            }
            match word.kind {
                Kind::Sign(':') => {
                    behind.has_colon = true;
                    behind.start = next;
                    return behind;
                }
                Kind::Sign(',') => {
                    // A comma before words in marks or before `that`; after a phrase of time.
                    let opens = self.paragraph().in_run(next) || self.paragraph().means(next, Meaning::That);
                    // `sagte, die Lage sei ernst`.
                    if self.paragraph().tag == "de"
                        && cue == Cue::Says
                        && !opens
                        && !self.paragraph().means(next, Meaning::Relative)
                    {
                        behind.start = next;
                        return behind;
                    }
                    let is_participle = self.paragraph().word(next).is_some_and(|word| word.cue_participle().is_some());
                    if is_participle || !opens && !self.has_quote_or_that_soon(next) {
                        return behind;
                    }
                    at = next;
                }
                Kind::Sign(_) => return behind,
                // `rejected that, saying …` points back.
                _ if word.key == "that" && self.paragraph().is_sign(next, ',') => return behind,
                _ if word.means(Meaning::That) && !(word.means(Meaning::Article) && word.key != "that") => {
                    behind.has_that = true;
                    behind.start = if matches!(word.key.as_str(), "that" | "dass" | "que" | "da") { next } else { at };
                    return behind;
                }
                _ if word.is_calendar && word.is_capital || is_time_word(&word.key) => at = next,
                _ if word.means(Meaning::Preposition) && !word.means(Meaning::That) => match self.behind_phrase(at) {
                    Some(end) => at = end,
                    None => return behind,
                },
                _ if word.means(Meaning::And)
                    && self.paragraph().word(next).is_some_and(|word| word.cue().is_some()) =>
                {
                    return behind;
                }
                _ if word.means(Meaning::Conjunction) && !word.means(Meaning::That) => {
                    return behind;
                }
                _ if (word.key.ends_with("ly") && word.key.len() > 4
                    || matches!(
                        word.key.as_str(),
                        "again" | "then" | "too" | "later" | "afterward" | "afterwards" | "instead"
                    ))
                    && !word.is_capital =>
                {
                    at = next;
                }
                _ => {
                    behind.start = at;
                    return behind;
                }
            }
        }
        behind
    }

    /// Whom something is told, or who is asked: somebody who is named, else the words up to what is said, a plural.
    fn audience(&self, from: usize, cue: Cue) -> Option<Range<usize>> {
        let is_end = |at: usize| self.paragraph().in_run(at) || self.paragraph().means(at, Meaning::That);
        if is_end(from) && !self.paragraph().means(from, Meaning::Article) {
            return None;
        }
        if let Some(named) = self.place.starting_at(&self.range(), from) {
            return (cue == Cue::Tells || is_end(named.end)).then_some(named);
        }
        let is_word = |at: &usize| {
            self.paragraph().word(*at).is_some_and(|word| !word.is_any_sign() && word.cue().is_none()) && !is_end(*at)
        };
        let end = (from..self.end().min(from + LONGEST_AUDIENCE)).take_while(is_word).last()? + 1;
        if is_end(end) {
            return Some(from..end);
        }
        let first = self.paragraph().word(from)?;
        let is_plural = first.key.ends_with('s') && !first.is_capital && first.pronoun().is_none();
        (cue == Cue::Tells && is_plural && !first.means(Meaning::Preposition)).then_some(from..from + 1)
    }

    /// Whether words in marks follow before another clause begins.
    pub(super) fn has_marks_soon(&self, from: usize) -> bool {
        (from..self.end().min(from + LONGEST_ADVERBIAL))
            .take_while(|at| {
                !self.paragraph().word(*at).is_some_and(|word| word.is_sign(',') || word.is_sign(';'))
                    || self.paragraph().in_run(*at)
            })
            .any(|at| self.paragraph().in_run(at))
    }

    fn has_quote_or_that_soon(&self, from: usize) -> bool {
        (from..self.end().min(from + LONGEST_ADVERBIAL))
            .any(|at| self.paragraph().in_run(at) || self.paragraph().key(at) == "that")
    }

    /// The end of a phrase that a preposition begins: `in a statement on Monday`; `None` where nothing is said behind it.
    fn behind_phrase(&self, at: usize) -> Option<usize> {
        let phrase = self.place.starting_at(&self.range(), at + 1);
        let mut end = phrase.map_or(at + 1, |phrase| phrase.end);
        if end == at + 1 {
            // Up to what may begin a clause.
            while end < self.end() && end < at + LONGEST_ADVERBIAL {
                let Some(word) = self.paragraph().word(end) else { break };
                let begins = self.paragraph().in_run(end)
                    || word.is_any_sign()
                    || word.means(Meaning::That) && word.key != "when"
                    || word.means(Meaning::Preposition) && end > at + 1
                    || word.pronoun().is_some() && !word.means(Meaning::Article);
                if begins {
                    break;
                }
                end += 1;
            }
        }
        (end < self.end()).then_some(end)
    }

    /// Whether a noun with an article, or with whose it is, stands at a place, or a deed: `the closure of the port`,
    /// `having closed it`.
    pub(super) fn is_thing(&self, at: usize) -> bool {
        self.paragraph().word(at).is_some_and(|word| {
            let is_deed = self.paragraph().tag == "en" && word.key.len() > 5 && word.key.ends_with("ing");
            word.means(Meaning::Article)
                || is_deed && !word.is_capital
                || word.pronoun().is_some()
                || self.place.starting_at(&self.range(), at).is_some()
        })
    }

    /// Whether a judgement follows: `him as weak`, `them of lying`.
    pub(super) fn judges(&self, at: usize) -> bool {
        let ends = |at: &usize| {
            self.paragraph().word(*at).is_none_or(|word| word.is_sign(',') || word.is_sign(';') || word.cue().is_some())
        };
        (at + 1..self.end().min(at + LONGEST_ADVERBIAL))
            .take_while(|at| !ends(at))
            .any(|at| matches!(self.paragraph().key(at), "as" | "of" | "for" | "als"))
    }

    /// What goes on behind a verb of speech that stands within it: `The harbour, she said, is full`.
    pub(super) fn resumed(&self, from: usize) -> Option<Range<usize>> {
        let comma = self.paragraph().is_sign(from, ',') && !self.paragraph().in_run(from);
        let first = self.paragraph().word(from + 1).filter(|_| comma && from + 1 < self.end())?;
        let another = first.cue_participle().is_some()
            || first.means(Meaning::Relative)
            || first.is_any_sign()
            || first.key.ends_with("ing")
            || first.length_of(|meaning| meaning == Meaning::According) > 0
            || self.takes_over(from);
        let behind = Behind { start: from + 1, has_that: false, has_colon: false, audience: None };
        let words = self.until_end(from + 1, &behind);
        (!another && words.len() >= SHORTEST_CLAUSE).then_some(words)
    }

    /// What is said from a place to the end of the sentence, or to where another verb of speech takes over.
    pub(super) fn until_end(&self, start: usize, behind: &Behind) -> Range<usize> {
        let mut at = start;
        while at < self.end() {
            if let Some(run) =
                self.paragraph().run_of.get(at).copied().flatten().and_then(|run| self.paragraph().run_words.get(run))
            {
                let is_whole = run.start == start && run.len() >= WHOLE_QUOTE && !behind.has_colon;
                let goes_on = (run.end..self.end()).any(|rest| self.paragraph().in_run(rest));
                if is_whole && !goes_on && !behind.has_that {
                    return self.trimmed(start..run.end);
                }
                at = run.end.max(at + 1);
                continue;
            }
            if at > start && self.takes_over(at) {
                break;
            }
            at += 1;
        }
        self.trimmed(start..at.min(self.end()))
    }

    /// `, adding that`; `, but Mr Voss said`; `and said`.
    fn takes_over(&self, at: usize) -> bool {
        let Some(word) = self.paragraph().word(at) else { return true };
        let is_comma = word.is_sign(',') || word.is_sign(';');
        let after = |at: usize| self.paragraph().word(at);
        if is_comma
            && after(at + 1).is_some_and(|next| {
                next.cue_participle()
                    .is_some_and(|(cue, _)| matches!(cue, Cue::Says | Cue::That | Cue::Things | Cue::Tells))
            })
        {
            return true;
        }
        if is_comma && after(at + 1).is_some_and(|next| next.length_of(|m| m == Meaning::According) > 0) {
            return true;
        }
        let joins = word.means(Meaning::And) || is_comma;
        let joined = match () {
            () if joins
                && after(at + 1).is_some_and(|next| {
                    next.means(Meaning::And) || matches!(next.key.as_str(), "but" | "while" | "although" | "though")
                }) =>
            {
                at + 2
            }
            () if joins => at + 1,
            () => return false,
        };
        // The same speaker goes on: `and said`, `and added that`.
        if word.means(Meaning::And)
            && after(at + 1).is_some_and(|next| {
                next.cue().is_some_and(|(cue, _)| matches!(cue, Cue::Says | Cue::Tells)) && !next.key.ends_with('s')
            })
        {
            return true;
        }
        let Some(subject) =
            self.place.starting_at(&self.range(), joined).filter(|_| is_comma || word.means(Meaning::And))
        else {
            return false;
        };
        let is_said = after(subject.end).is_some_and(|next| {
            next.cue().is_some_and(|(cue, _)| matches!(cue, Cue::Says | Cue::Tells)) && next.key != "say"
        });
        is_said && is_comma
    }
}

fn is_time_word(key: &str) -> bool {
    matches!(
        key,
        "today"
            | "yesterday"
            | "tonight"
            | "morning"
            | "night"
            | "evening"
            | "afternoon"
            | "earlier"
            | "last"
            | "week"
            | "month"
            | "year"
            | "this"
            | "gestern"
            | "heute"
            | "hier"
            | "aujourd'hui"
            | "juce"
            | "danas"
    )
}
