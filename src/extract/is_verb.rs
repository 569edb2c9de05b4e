//! Whether a word that looks like a verb of speech is one here, and whether the noun before it is its subject.

use std::ops::Range;

use super::page::Part;
use super::verb::{At, SHORTEST_CLAUSE};
use crate::language::press::Meaning;

impl At<'_> {
    /// Whether a name or a person stands right behind the verb and ends there: `…, said Ann Berg, who …`.
    pub(super) fn is_turned(&self, verb: usize, length: usize) -> bool {
        let is_parted = verb
            .checked_sub(1)
            .is_some_and(|before| self.paragraph().is_sign(before, ',') || self.paragraph().in_run(before));
        let Some(subject) = self.place.starting_at(&self.range(), verb + length).filter(|_| is_parted) else {
            return false;
        };
        let behind = self.paragraph().word(subject.end);
        // `fügte sie hinzu`, `teilte die Behörde mit`.
        let is_particle = self.paragraph().tag == "de"
            && matches!(self.paragraph().key(subject.end), "hinzu" | "mit" | "ein" | "fest" | "an");
        let ends = subject.end >= self.end()
            || is_particle
            || self.outlet(subject.end).is_some()
            || behind.is_some_and(|word| {
                word.is_any_sign()
                    || word.means(Meaning::Preposition)
                    || word.means(Meaning::Relative)
                    || word.is_calendar
            });
        let is_person = !self.place.cast.within(self.place.number, &subject).is_empty()
            || subject.clone().any(|at| {
                self.paragraph()
                    .word(at)
                    .is_some_and(|word| word.means(Meaning::Person) || word.means(Meaning::People) || word.is_title())
            })
            || subject.len() == 1 && self.paragraph().word(subject.start).is_some_and(|word| word.pronoun().is_some());
        ends && is_person && self.free + SHORTEST_CLAUSE < verb
    }

    /// `to say`, `is said to`, `the claims`.
    pub(super) fn is_no_verb(&self, verb: usize) -> bool {
        // `the United States`: within a sentence a verb has no capital.
        let is_name = self.paragraph().word(verb).is_some_and(|word| word.is_capital)
            && !self.paragraph().begins(verb)
            && self.paragraph().part != Part::Headline;
        if is_name {
            return true;
        }
        // `…, so der Minister` tells of speech, `So sagte der Minister` not.
        if self.paragraph().key(verb) == "so" {
            let behind = verb.checked_sub(1).filter(|before| *before >= self.sentence.0);
            return !behind
                .is_some_and(|before| self.paragraph().is_sign(before, ',') || self.paragraph().in_run(before));
        }
        let Some(before) = verb.checked_sub(1).filter(|before| *before >= self.sentence.0) else { return false };
        let key = self.paragraph().key(before);
        let is_passive = matches!(key, "is" | "was" | "were" | "are" | "be" | "been" | "being")
            && !self.paragraph().key(verb).ends_with("ing");
        let is_noun = self.paragraph().means(before, Meaning::Article)
            || self.paragraph().word(before).is_some_and(|word| word.is_sign('’'))
            || self.paragraph().means(before, Meaning::Preposition)
                && !self.paragraph().means(before, Meaning::Conjunction);
        is_passive || key == "to" || is_noun && !self.paragraph().in_run(before)
    }

    /// Whether a plain form stands behind one: `his campaign promise` has no verb, `his friends promise` has one.
    pub(super) fn is_plain_form_of_one(&self, subject: &Range<usize>, verb: usize) -> bool {
        let key = self.paragraph().key(verb);
        let is_past = key.ends_with(['d', 's'])
            || matches!(key, "wrote" | "went" | "spoke" | "began" | "shot" | "hit" | "read" | "made" | "point");
        // `analysts at the institute say`: the noun is the first one.
        let noun = subject.clone().skip(1).find(|at| self.paragraph().means(*at, Meaning::Preposition));
        let noun = noun.filter(|at| !self.paragraph().word(*at).is_some_and(|word| word.is_capital));
        let end = noun.unwrap_or(subject.end);
        let Some(last) = end.checked_sub(1).and_then(|last| self.paragraph().word(last)) else { return false };
        let is_plural = last.key.ends_with('s')
            || last.means(Meaning::People)
            || last.pronoun().is_some()
            || last.means(Meaning::Relative)
            || subject.clone().any(|at| self.paragraph().means(at, Meaning::And));
        let has_auxiliary = subject.end < verb;
        self.paragraph().tag == "en" && !is_past && !is_plural && !has_auxiliary
    }

    /// Whether the words right before the verb turn it: `did not say`.
    pub(super) fn is_negated(&self, subject: &Range<usize>, verb: usize) -> bool {
        (subject.end..verb)
            .rev()
            .take_while(|at| self.paragraph().means(*at, Meaning::Between) || self.paragraph().means(*at, Meaning::Not))
            .any(|at| self.paragraph().means(at, Meaning::Not))
    }
}
