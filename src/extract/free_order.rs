//! Where a verb may stand before its subject in any sentence, as in German: subjects behind their verbs, and nouns told by
//! their capitals.

use std::ops::Range;

use super::told::{Rule, Span, Told};
use super::verb::At;
use super::word::Kind;
use crate::language::press::{Cue, Meaning};

/// Between the article and the noun stand so many words at most.
const MOST_ADJECTIVES: usize = 4;
/// Nouns hang on one another so deep: `ein Sprecher des Verbands der Reeder`.
const DEEPEST: usize = 3;
/// The name of an outlet in marks has at most so many words.
const LONGEST_TITLE: usize = 4;
/// Between `heißt es` and where it stands there are so many words at most.
const NEAR: usize = 5;

impl At<'_> {
    /// Whether a word is written with a capital, also where the nouns have lost theirs.
    fn has_capital(&self, at: usize) -> bool {
        let paragraph = self.paragraph();
        let text = paragraph.word(at).and_then(|word| paragraph.text.get(word.range.clone()));
        text.and_then(|text| text.chars().next()).is_some_and(char::is_uppercase)
    }

    /// The outlet in marks that something is told: `sagte Albers der „Rhein-Post“`.
    pub(super) fn outlet(&self, at: usize) -> Option<Range<usize>> {
        let paragraph = self.paragraph();
        let is_dative = paragraph.tag == "de" && matches!(paragraph.key(at), "der" | "dem" | "den");
        let run = paragraph.run_of.get(at + 1).copied().flatten().and_then(|run| paragraph.run_words.get(run))?;
        let is_name = run.start == at + 1
            && run.len() <= LONGEST_TITLE + 2
            && self.has_capital(at + 2)
            && !run.clone().any(|at| paragraph.is_sign(at, ',') || paragraph.is_sign(at, '!'));
        (is_dative && is_name).then_some(at..run.end)
    }

    /// The noun phrase that begins at a place, told by the capital of its noun: `die Bewohner des Dorfes`.
    fn noun_from(&self, from: usize, depth: usize) -> Option<Range<usize>> {
        let paragraph = self.paragraph();
        let is_word = |at: usize| {
            at < self.end()
                && !paragraph.in_run(at)
                && paragraph.word(at).is_some_and(|word| matches!(word.kind, Kind::Word | Kind::Number))
        };
        let is_small =
            |at: usize| paragraph.means(at, Meaning::Preposition) || paragraph.means(at, Meaning::Conjunction);
        let mut at = from + usize::from(paragraph.means(from, Meaning::Article));
        let first = at;
        while is_word(at) && !self.has_capital(at) && !is_small(at) && at - first < MOST_ADJECTIVES {
            at += 1;
        }
        if at > first && first == from || !is_word(at) || !self.has_capital(at) {
            return None;
        }
        while is_word(at) && self.has_capital(at) {
            at += 1;
        }
        let links = matches!(paragraph.key(at), "des" | "der" | "von" | "vom" | "eines" | "einer" | "beim" | "im");
        let inner = (links && depth < DEEPEST)
            .then(|| {
                let is_preposition = matches!(paragraph.key(at), "von" | "vom" | "beim" | "im");
                self.noun_from(at + usize::from(is_preposition), depth + 1)
            })
            .flatten();
        Some(from..inner.map_or(at, |inner| inner.end))
    }

    /// The noun phrase or name behind a verb; an outlet in marks too: `schrieb „Die Zeitung“`.
    pub(super) fn noun_behind(&self, at: usize) -> Option<Range<usize>> {
        let paragraph = self.paragraph();
        if let Some(subject) = self.place.starting_at(&self.range(), at) {
            return Some(subject);
        }
        let run = paragraph.run_of.get(at).copied().flatten().and_then(|run| paragraph.run_words.get(run));
        if let Some(run) = run {
            let is_title = run.start == at && run.len() <= LONGEST_TITLE + 2 && self.has_capital(at + 1);
            return is_title.then(|| run.clone());
        }
        if paragraph.tag == "de" { self.noun_from(at, 0) } else { None }
    }

    /// The pronoun right behind a verb: `würdigte er`.
    fn pronoun_behind(&self, at: usize) -> Option<Range<usize>> {
        let is_subject = matches!(self.paragraph().key(at), "er" | "sie" | "ich" | "wir" | "man");
        (is_subject && at < self.end() && !self.paragraph().in_run(at)).then_some(at..at + 1)
    }

    /// What is said around a verb whose subject is the pronoun behind it.
    pub(super) fn with_pronoun_behind(&self, verb: usize, cue: Cue, length: usize) -> Option<Told> {
        self.pronoun_behind(verb + length)?;
        self.inverted(verb, cue, length).or_else(|| self.turned(verb, cue, length))
    }

    /// `heißt es in der Mitteilung`: where it is read stands behind it or before it.
    pub(super) fn heard(&self, verb: usize) -> Option<Told> {
        let paragraph = self.paragraph();
        let is_heard =
            matches!(paragraph.key(verb), "heisst" | "heißt" | "hiess" | "hieß") && paragraph.key(verb + 1) == "es";
        if !is_heard {
            return None;
        }
        let is_in = |at: &usize| matches!(paragraph.key(*at), "in" | "im" | "bei" | "beim" | "aus" | "auf" | "seitens");
        // `hieß es, die Lage in der Region sei ernst` does not say where.
        let near = (verb + 2..self.end().min(verb + 2 + NEAR)).take_while(|at| !paragraph.is_sign(*at, ','));
        let behind = { near }.find(is_in);
        let before = || (self.sentence.0..verb).rev().find(|at| is_in(at) && !paragraph.in_run(*at));
        let source = behind.or_else(before).and_then(|at| self.noun_from(at + 1, 0));
        let source_is_behind = source.as_ref().is_some_and(|source| source.start > verb);
        let words = self.before(verb).filter(|words| self.ends_with_run(words));
        let rest =
            self.behind(source.as_ref().filter(|_| source_is_behind).map_or(verb + 2, |source| source.end), Cue::Says);
        let mut told = self.told(source, verb, 2, Rule::VerbBehind);
        match words {
            Some(words) => told.content.push(self.span(words)),
            None if rest.start < self.end() => {
                told.rule = Rule::QuoteBehind;
                told.content.push(self.span(self.until_end(rest.start, &rest)));
            }
            None => return None,
        }
        Some(told)
    }

    /// `„…“, ließ eine Sprecherin verlauten`: behind words in marks a clause begins with its verb, whichever it is.
    pub(super) fn verb_behind_quote(&self, verb: usize) -> Option<Told> {
        let paragraph = self.paragraph();
        let word = paragraph.word(verb).filter(|word| word.kind == Kind::Word && !word.is_capital)?;
        let comma = verb.checked_sub(1).filter(|before| paragraph.is_sign(*before, ','));
        let is_behind_run = comma.unwrap_or(verb).checked_sub(1).is_some_and(|before| paragraph.in_run(before));
        let is_cue = word.cue().is_some();
        let is_other = word.means(Meaning::Preposition)
            || word.means(Meaning::Conjunction)
            || word.means(Meaning::Article)
            || word.means(Meaning::Relative)
            || word.means(Meaning::That)
            || word.pronoun().is_some();
        if paragraph.tag != "de" || !is_behind_run || is_other {
            return None;
        }
        let from = verb + 1 + usize::from(matches!(paragraph.key(verb + 1), "sich" | "dazu" | "hierzu" | "dann"));
        let subject = self.pronoun_behind(from).or_else(|| self.noun_behind(from))?;
        let is_long = |words: &Range<usize>| is_cue || words.len() > LONGEST_TITLE && comma.is_some();
        let words = self.before(verb).filter(|words| self.ends_with_run(words) && is_long(words))?;
        let mut told = self.told(Some(subject), verb, 1, Rule::VerbBehind);
        told.content.push(self.span(words));
        Some(told)
    }

    /// Who is spoken of before a colon that words in marks follow: `Die Bewohner sehen es gelassen: „…“`.
    pub(super) fn subject_before_colon(&self, colon: usize) -> Option<Span> {
        let paragraph = self.paragraph();
        let pronoun =
            (self.sentence.0..colon).find(|at| matches!(paragraph.key(*at), "er" | "sie") && !paragraph.in_run(*at));
        let start = self.sentence.0;
        let is_adverb = paragraph.means(start, Meaning::Plain)
            && !paragraph.means(start, Meaning::Article)
            && !paragraph.means(start, Meaning::Preposition)
            && paragraph.word(start).is_some_and(|word| word.pronoun().is_none());
        if is_adverb && pronoun.is_none() {
            return self.noun_behind(start + 2).map(|words| self.span(words));
        }
        let first = paragraph.means(start, Meaning::Preposition);
        let lead = self.noun_behind(start + usize::from(first));
        let name = || {
            let from = lead.as_ref().filter(|_| first).map_or(start, |lead| lead.end);
            self.place.cast.within(self.place.number, &(from..colon)).first().map(|mention| mention.whole.clone())
        };
        let behind_lead = lead.as_ref().filter(|_| first).and_then(|lead| self.noun_behind(lead.end + 1));
        let words = match (lead.clone().filter(|_| !first), pronoun) {
            (_, Some(pronoun)) => pronoun..pronoun + 1,
            (Some(lead), None) => lead,
            (None, None) => behind_lead.or_else(name)?,
        };
        Some(self.span(words))
    }

    /// The subject of a verb, before it or behind it.
    pub(super) fn subject_around(&self, verb: usize, length: usize) -> Option<Range<usize>> {
        let before = self.place.subject_before(&self.range(), verb);
        if !self.paragraph().is_free_order {
            return before;
        }
        let behind = || self.noun_behind(verb + length);
        self.pronoun_behind(verb + length)
            .or_else(|| self.subject_of_auxiliary(verb, length, true))
            .or_else(|| before.clone().filter(|before| !self.is_object(before)))
            .or_else(|| self.subject_of_auxiliary(verb, length, false))
            .or_else(behind)
            .or(before)
    }

    /// `hatte Ann Berg in einer Rede verkündet`, `Ann Berg hatte in einer Rede verkündet`: who stands beside the auxiliary.
    pub(super) fn subject_of_auxiliary(&self, verb: usize, length: usize, in_clause: bool) -> Option<Range<usize>> {
        let paragraph = self.paragraph();
        let ends = paragraph.word(verb + length).is_none_or(super::word::Word::is_any_sign);
        let is_auxiliary = |at: &usize| {
            matches!(paragraph.key(*at), "hat" | "haben" | "hatte" | "hatten" | "habe") && !paragraph.in_run(*at)
        };
        let reach = (self.sentence.0..verb).rev();
        let auxiliary =
            { reach.take_while(|at| !in_clause || ends && !paragraph.is_sign(*at, ',')) }.find(is_auxiliary)?;
        self.noun_behind(auxiliary + 1).filter(|subject| subject.end <= verb).or_else(|| {
            let before = self.place.subject_before(&self.range(), auxiliary)?;
            (!self.is_object(&before)).then_some(before)
        })
    }

    /// Whether what stands before the verb is no subject of it: a preposition leads it.
    pub(super) fn is_object(&self, subject: &Range<usize>) -> bool {
        let paragraph = self.paragraph();
        let lowest = self.sentence.0.max(subject.start.saturating_sub(MOST_ADJECTIVES + 1));
        // `zu den Gefahren des Eises`: a genitive hangs on the noun before it.
        let is_genitive = matches!(paragraph.key(subject.start), "des" | "der" | "eines" | "einer");
        let before = (lowest..subject.start).rev().find(|at| {
            paragraph.means(*at, Meaning::Preposition)
                || paragraph.word(*at).is_none_or(|word| word.is_any_sign() || word.means(Meaning::And))
                || self.has_capital(*at) && *at > self.sentence.0 && !(is_genitive && *at + 1 == subject.start)
        });
        before.is_some_and(|at| paragraph.means(at, Meaning::Preposition))
    }

    /// `Am Montag sagte Ann Berg, …`: the subject behind the verb, what is said behind both.
    pub(super) fn turned(&self, verb: usize, cue: Cue, length: usize) -> Option<Told> {
        let subject = self.noun_behind(verb + length)?;
        let behind = self.behind(subject.end, cue);
        let in_marks = self.paragraph().in_run(behind.start);
        let is_clear = behind.has_that || behind.has_colon || in_marks || matches!(cue, Cue::Says);
        let is_call = cue == Cue::Calls && !in_marks;
        let names = is_call && (behind.has_colon || self.has_marks_soon(behind.start) || self.judges(behind.start));
        if behind.start >= self.end() || !(is_clear && !is_call || names) {
            return None;
        }
        let rule = match () {
            () if names => Rule::Fragment,
            () if in_marks || behind.has_colon => Rule::QuoteBehind,
            () if behind.has_that => Rule::ThatClause,
            () => Rule::Clause,
        };
        let words = self.until_end(behind.start, &behind);
        let mut told = self.told(Some(subject), verb, length, rule);
        told.content.push(self.span(words));
        Some(told)
    }
}
