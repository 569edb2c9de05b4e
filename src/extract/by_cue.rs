//! What is said around one verb of speech: before it, behind it, on both sides.

use std::ops::Range;

use super::told::{Rule, Span, Told};
use super::verb::{At, SHORTEST_CLAUSE};
use super::word::Kind;
use crate::language::press::{Cue, Meaning};

/// Words that name nobody are so many at most.
const LONGEST_UNNAMED: usize = 12;

impl At<'_> {
    /// What is said around a verb that has a subject.
    #[must_use]
    pub fn finite(&self, verb: usize, cue: Cue, length: usize) -> Option<Told> {
        if self.is_no_verb(verb) || self.is_parted_from(verb) {
            return None;
        }
        let free = self.free..self.end();
        if cue != Cue::Tells
            && self.is_turned(verb, length)
            && let Some(told) = self.inverted(verb, cue, length)
        {
            return Some(told);
        }
        // `a-t-il dit`: the subject stands within.
        let within =
            (verb..verb + length).find(|at| matches!(self.paragraph().key(*at), "il" | "elle" | "ils" | "elles"));
        if let Some(pronoun) = within {
            return self.with_subject(pronoun..pronoun + 1, verb, cue, length);
        }
        if self.paragraph().is_free_order
            && let Some(told) = self.heard(verb).or_else(|| self.with_pronoun_behind(verb, cue, length))
        {
            return Some(told);
        }
        let beside = self.paragraph().is_free_order.then(|| self.subject_of_auxiliary(verb, length, true)).flatten();
        let subject = beside.or_else(|| self.place.subject_before(&free, verb));
        if self.paragraph().is_free_order
            && subject.as_ref().is_none_or(|subject| self.is_object(subject))
            && let Some(told) = self.turned(verb, cue, length)
        {
            return Some(told);
        }
        match subject {
            Some(subject) if self.is_plain_form_of_one(&subject, verb) => None,
            Some(subject) if !self.is_negated(&subject, verb) => self.with_subject(subject, verb, cue, length),
            Some(_) => None,
            None => self.inverted(verb, cue, length),
        }
    }

    pub(super) fn with_subject(&self, subject: Range<usize>, verb: usize, cue: Cue, length: usize) -> Option<Told> {
        let behind = self.behind(verb + length, cue);
        let before = self.before(subject.start);
        let ends_with_run = before.as_ref().is_some_and(|words| self.ends_with_run(words));
        let says_behind = behind.start < self.end();
        let takes_before = !matches!(cue, Cue::Calls | Cue::Wills);
        if let Some(words) = before.filter(|_| takes_before && (ends_with_run || !says_behind)) {
            let mut told = self.told(Some(subject), verb, length, Rule::SubjectBehind);
            told.audience = behind.audience.clone().map(|words| self.span(words));
            told.content.push(self.span(words));
            if says_behind && (self.paragraph().in_run(behind.start) || behind.has_that) {
                told.content.push(self.span(self.until_end(behind.start, &behind)));
            } else if let Some(rest) = self.resumed(verb + length).filter(|_| !ends_with_run) {
                told.content.push(self.span(rest));
            }
            return Some(told);
        }
        if !says_behind {
            return None;
        }
        let in_marks = self.paragraph().in_run(behind.start);
        let rule = match cue {
            Cue::Calls if in_marks => Rule::Fragment,
            _ if behind.has_colon || in_marks => Rule::QuoteBehind,
            Cue::Wills => Rule::Will,
            _ if behind.has_that => Rule::ThatClause,
            Cue::Says | Cue::Tells => Rule::Clause,
            Cue::Calls if self.has_marks_soon(behind.start) => Rule::Fragment,
            Cue::Things if self.is_thing(behind.start) => Rule::Clause,
            Cue::Calls if self.judges(behind.start) => Rule::Clause,
            Cue::That | Cue::Things | Cue::Utters | Cue::Asks | Cue::Calls => return None,
        };
        if rule == Rule::Clause && cue == Cue::Tells && behind.audience.is_none() {
            return None;
        }
        let words = self.until_end(behind.start, &behind);
        let is_short = words.len() < SHORTEST_CLAUSE && !in_marks;
        if is_short || rule == Rule::Clause && self.is_pointed_at(behind.start) {
            return None;
        }
        let mut told = self.told(Some(subject), verb, length, rule);
        told.audience = behind.audience.clone().map(|words| self.span(words));
        told.content.push(self.span(words));
        Some(told)
    }

    /// `“…,” said Mr Voss`.
    pub(super) fn inverted(&self, verb: usize, cue: Cue, length: usize) -> Option<Told> {
        if matches!(cue, Cue::Calls | Cue::Wills) {
            return None;
        }
        let subject = self.place.starting_at(&self.range(), verb + length)?;
        let words = self.before(verb)?;
        let ends_with_run = self.ends_with_run(&words);
        let has_comma = verb.checked_sub(1).is_some_and(|before| self.paragraph().is_sign(before, ','));
        if !ends_with_run && !has_comma {
            return None;
        }
        let behind = self.behind(subject.end, Cue::That);
        let mut told = self.told(Some(subject), verb, length, Rule::VerbBehind);
        told.audience = behind.audience.clone().map(|words| self.span(words));
        told.content.push(self.span(words));
        if behind.start < self.end() && self.paragraph().in_run(behind.start) {
            told.content.push(self.span(self.until_end(behind.start, &behind)));
        }
        Some(told)
    }

    /// `Medienberichten zufolge …`: whose words they are stands before it.
    #[must_use]
    pub fn according_after(&self, at: usize) -> Option<Told> {
        let speaker = self.place.subject_before(&self.range(), at)?;
        let words = self.trimmed(at + 1..self.end());
        let mut told = self.told(Some(speaker), at, 1, Rule::According);
        told.content.push(self.span(words));
        told.content.retain(|span| span.words.len() >= SHORTEST_CLAUSE);
        (!told.content.is_empty()).then_some(told)
    }

    /// `…, adding that …`.
    #[must_use]
    pub fn participle(&self, verb: usize, cue: Cue, length: usize, speaker: Option<Span>) -> Option<Told> {
        if cue == Cue::Wills || self.paragraph().means(verb.checked_sub(1)?, Meaning::Article) {
            return None;
        }
        let behind = self.behind(verb + length, cue);
        if behind.start >= self.end() {
            return None;
        }
        let in_marks = self.paragraph().in_run(behind.start);
        let after_comma = self.paragraph().is_sign(verb - 1, ',') || self.paragraph().in_run(verb - 1);
        let after_as = matches!(self.paragraph().key(verb - 1), "as" | "by" | "and");
        let after_and = matches!(self.paragraph().key(verb - 1), "and" | "but")
            && self.paragraph().word(verb).is_some_and(|word| word.cue().is_some());
        let is_clear = behind.has_that
            || in_marks
            || behind.has_colon
            || cue == Cue::Says && (after_comma || after_and)
            || cue == Cue::Calls && self.has_marks_soon(behind.start)
            || cue == Cue::Tells && behind.audience.is_some();
        let is_call = cue == Cue::Calls && is_clear;
        if !is_clear || !(is_call || after_comma || after_as || behind.has_that || in_marks) {
            return None;
        }
        let speaker = speaker.or_else(|| self.main_subject(verb))?;
        let words = self.until_end(behind.start, &behind);
        if words.len() < SHORTEST_CLAUSE && !in_marks {
            return None;
        }
        let rule = if cue == Cue::Calls { Rule::Fragment } else { Rule::Participle };
        let mut told = self.told(None, verb, length, rule);
        told.speaker = Some(speaker);
        told.audience = behind.audience.map(|words| self.span(words));
        told.content.push(self.span(words));
        Some(told)
    }

    /// `sagt die Reise ab`, `sagte seine Hilfe zu`: another verb, whose first part stands last.
    fn is_parted_from(&self, verb: usize) -> bool {
        let paragraph = self.paragraph();
        let is_says = paragraph.tag == "de" && matches!(paragraph.key(verb), "sagt" | "sagte" | "sagten" | "sagen");
        let last = (verb + 1..self.end()).rev().find(|at| paragraph.word(*at).is_some_and(|word| !word.is_any_sign()));
        is_says && last.is_some_and(|last| !paragraph.in_run(last) && matches!(paragraph.key(last), "ab" | "zu"))
    }

    /// Whether a verb only points at what was said: `whether he said it, nobody knows`, `repeated it two days later`.
    fn is_pointed_at(&self, from: usize) -> bool {
        let next = self.paragraph().word(from + 1).filter(|_| self.paragraph().key(from) == "it");
        next.is_some_and(|next| {
            next.is_any_sign() && !next.is_sign('’') || next.kind == Kind::Number || is_count(&next.key)
        })
    }

    /// The words behind `according to` that name nobody: `exit polls`.
    fn unnamed(&self, from: usize) -> Option<Range<usize>> {
        let is_word = |at: &usize| {
            !self.paragraph().in_run(*at) && self.paragraph().word(*at).is_some_and(|word| !word.is_any_sign())
        };
        let end = (from..self.end().min(from + LONGEST_UNNAMED)).take_while(is_word).last()? + 1;
        Some(from..end)
    }

    /// `according to X`.
    #[must_use]
    pub fn according(&self, at: usize, length: usize) -> Option<Told> {
        let speaker = self.place.starting_at(&self.range(), at + length).or_else(|| self.unnamed(at + length))?;
        let is_first = (self.free..at)
            .all(|before| self.paragraph().word(before).is_some_and(|word| word.means(Meaning::Conjunction)));
        let after = speaker.end;
        let mut told = self.told(Some(speaker), at, length, Rule::According);
        if is_first {
            let comma =
                (after..self.end()).find(|at| self.paragraph().is_sign(*at, ',') && !self.paragraph().in_run(*at));
            // German puts no comma: `Nach Angaben der Behörde nutzten …`.
            let comma = comma
                .filter(|_| self.paragraph().tag != "de")
                .or_else(|| (self.paragraph().tag == "de").then(|| after - 1))?;
            // `According to the memo, seen by the Post, the minister …`.
            let is_aside = self.paragraph().word(comma + 1).is_some_and(|word| {
                word.key.ends_with("ed") || matches!(word.key.as_str(), "seen" | "read" | "shown" | "made" | "written")
            });
            let second = (comma + 2..self.end().min(comma + LONGEST_UNNAMED))
                .find(|at| self.paragraph().is_sign(*at, ',') && !self.paragraph().in_run(*at));
            let comma = second.filter(|_| is_aside).unwrap_or(comma);
            told.content.push(self.span(self.trimmed(comma + 1..self.end())));
        } else {
            let before = self.trimmed(self.free..at);
            told.content.push(self.span(before));
            let goes_on = self.paragraph().is_sign(after, ',') && after + 2 < self.end();
            if goes_on && self.paragraph().in_run(after + 1) || self.paragraph().tag == "de" {
                told.content.push(self.span(self.trimmed(after..self.end())));
            }
        }
        told.content.retain(|span| span.words.len() >= SHORTEST_CLAUSE);
        (!told.content.is_empty()).then_some(told)
    }
}

fn is_count(key: &str) -> bool {
    matches!(key, "a" | "two" | "three" | "several" | "some" | "again" | "twice" | "in" | "on" | "to" | "at" | "last")
}
