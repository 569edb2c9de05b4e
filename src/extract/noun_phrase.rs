//! Noun phrases: where one that ends at a word begins, where one that begins at a word ends.

use std::ops::Range;

use super::page::Paragraph;
use super::place::Place;
use super::word::{Kind, Word};
use crate::language::press::{Meaning, VisitWord};
use crate::model::ActorKind;

/// A noun phrase has at most so many words.
const LONGEST: usize = 14;

impl Place<'_> {
    /// The name or noun that ends at a word, with its titles and article.
    pub(super) fn head_ending_at(&self, clause: &Range<usize>, end: usize) -> Option<Range<usize>> {
        if let Some(mention) =
            self.cast.ending_at(self.number, end).filter(|mention| mention.words.start >= clause.start)
        {
            let start = mention.whole.start.max(clause.start);
            return Some(self.with_titles(clause, start)..end);
        }
        if let Some(land) =
            self.cast.lands_within(self.number, &(clause.start..end)).last().filter(|land| land.words.end == end)
        {
            return Some(self.with_titles(clause, land.words.start)..end);
        }
        let last = self.paragraph.word(end - 1)?;
        if last.kind != Kind::Word || is_time_noun(&last.key) || last.is_calendar || is_small(last) {
            return None;
        }
        let is_noun = |at: usize| {
            self.paragraph.word(at).is_some_and(|word| {
                word.means(Meaning::Person) || word.means(Meaning::People) || word.head().is_some() || word.is_title()
            })
        };
        let mut has_noun = false;
        let mut start = end - 1;
        let limit = clause.start.max(end.saturating_sub(LONGEST));
        while start > limit {
            let Some(word) = self.paragraph.word(start - 1) else { break };
            if self.paragraph.in_run(start - 1) || word.is_any_sign() && !word.is_sign('’') {
                break;
            }
            if word.means(Meaning::Article) || word.kind == Kind::Number || is_numeral(&word.key) {
                let article =
                    start - 1 > limit && self.paragraph.means(start - 2, Meaning::Article) && is_numeral(&word.key);
                return Some(start - 1 - usize::from(article)..end);
            }
            // `the ministry of transport`.
            if word.key == "of" && start - 1 > limit && is_noun(start - 2) {
                start -= 2;
                has_noun = true;
                continue;
            }
            let is_other = word.means(Meaning::Preposition)
                || word.means(Meaning::Between) && !word.is_capital
                || word.means(Meaning::Conjunction)
                || word.pronoun().is_some()
                || word.cue().is_some();
            if is_other {
                break;
            }
            start -= 1;
        }
        if has_noun || is_noun(end - 1) || start == clause.start && last.key.ends_with('s') {
            return Some(start..end);
        }
        None
    }

    /// Words of rank and adjectives in front of a name: `campaign spokesman Hogan Berg`, `the northern province`.
    pub(super) fn with_titles(&self, clause: &Range<usize>, start: usize) -> usize {
        let mut from = start;
        while from > clause.start && start - from < LONGEST {
            let Some(word) = self.paragraph.word(from - 1) else { break };
            let is_title = word.is_title()
                || word.means(Meaning::Rank)
                || word.means(Meaning::Person)
                || word.means(Meaning::Former)
                || word.head().is_some() && from < start;
            let is_name = from < start && (word.is_capital || word.is_sign('’'));
            let is_apart = if is_title { word.means(Meaning::Preposition) } else { word.means(Meaning::Plain) };
            let belongs = (is_title || is_name) && !is_apart || is_title && is_name && !word.means(Meaning::Plain);
            if self.paragraph.in_run(from - 1) || !belongs {
                break;
            }
            from -= 1;
        }
        if from > clause.start && from < start && self.paragraph.means(from - 1, Meaning::Article) {
            from -= 1;
        }
        if from == start
            && from > clause.start
            && self.paragraph.means(from - 1, Meaning::Article)
            && self.paragraph.word(from - 1).is_some_and(|word| word.pronoun().is_none())
        {
            from -= 1;
        }
        from
    }

    /// A noun before it that it belongs to: `a spokesman for …`, `the head of …`, `X and Y`.
    pub(super) fn with_what_it_is_of(&self, clause: &Range<usize>, head: Range<usize>) -> Range<usize> {
        let mut whole = head;
        for _ in 0..3 {
            let Some(link) = whole.start.checked_sub(1).filter(|link| *link > clause.start) else { break };
            let Some(word) = self.paragraph.word(link) else { break };
            let is_of = word.means(Meaning::Preposition) && !word.is_capital;
            let is_and = word.means(Meaning::And);
            if self.paragraph.in_run(link) || !(is_of || is_and) {
                break;
            }
            let before = self.paragraph.word(link - 1);
            let is_noun = before.is_some_and(|word| {
                word.means(Meaning::Person)
                    || word.means(Meaning::People)
                    || word.is_title()
                    || word.head().is_some() && is_of
                    || word.visit(VisitWord::Delegation)
            });
            let is_name = is_and && self.cast.ending_at(self.number, link).is_some();
            // `Ann Voss of the Fishing League`.
            let is_somebody = matches!(word.key.as_str(), "of" | "from") && self.is_person_ending_at(link);
            if !(is_noun && is_of || is_name || is_somebody) {
                break;
            }
            let Some(outer) = self.head_ending_at(clause, link) else { break };
            whole = outer.start..whole.end;
        }
        whole
    }

    /// Whether a full name of a person ends at a word.
    fn is_person_ending_at(&self, end: usize) -> bool {
        self.cast.ending_at(self.number, end).is_some_and(|mention| {
            let is_person = self.cast.characters.get(mention.who).is_some_and(|who| who.kind == ActorKind::Person);
            is_person && mention.words.len() > 1
        })
    }

    /// The noun phrase that begins at a word: the subject behind its verb, or whom something is told.
    #[must_use]
    pub fn starting_at(&self, sentence: &Range<usize>, from: usize) -> Option<Range<usize>> {
        let first = self.paragraph.word(from).filter(|_| from < sentence.end && !self.paragraph.in_run(from))?;
        if first.pronoun().is_some() && !first.means(Meaning::Article) {
            return Some(from..from + 1);
        }
        if first.is_any_sign()
            || first.means(Meaning::Preposition) && !first.is_capital
            || first.means(Meaning::That) && !first.means(Meaning::Article)
        {
            return None;
        }
        let mut at = from;
        let mut has_noun = false;
        while at < sentence.end && at - from < LONGEST {
            if let Some(mention) = self.cast.starting_at(self.number, at) {
                at = mention.words.end.max(at + 1);
                has_noun = true;
                continue;
            }
            if let Some(land) = self.cast.lands_from(self.number, at) {
                at = land.words.end.max(at + 1);
                has_noun = true;
                continue;
            }
            let Some(word) = self.paragraph.word(at) else { break };
            let is_noun =
                word.means(Meaning::Person) || word.means(Meaning::People) || word.head().is_some() || word.is_title();
            let behind_word = at > from
                && self.paragraph.word(at - 1).is_some_and(|before| before.kind == Kind::Word && !is_small(before));
            let is_of = word.means(Meaning::Preposition)
                && matches!(word.key.as_str(), "of" | "for" | "von" | "de" | "du" | "des" | "d'")
                && (has_noun || behind_word && self.paragraph.is_free_order);
            let is_front = !has_noun
                || self.paragraph.word(at.saturating_sub(1)).is_some_and(|before| {
                    before.means(Meaning::Preposition) || before.means(Meaning::Article) || before.is_sign('’')
                });
            let is_genitive = word.is_sign('’') && has_noun;
            let is_and = word.means(Meaning::And) && has_noun && self.cast.starting_at(self.number, at + 1).is_some();
            if self.paragraph.in_run(at) || word.is_any_sign() && !is_genitive {
                break;
            }
            // `both governments`: what is counted is the noun.
            let is_counted = is_numeral(&word.key)
                && self.paragraph.word(at + 1).is_some_and(|next| {
                    next.kind == Kind::Word && !next.is_capital && !is_small(next) && !is_verbal(next)
                });
            if is_counted {
                has_noun = true;
                at += 2;
                continue;
            }
            if is_noun {
                has_noun = true;
                let title = word.length_of(|meaning| matches!(meaning, Meaning::Title(_)));
                at += title.max(1);
                continue;
            } else if !(is_of || is_genitive || is_and || is_front && !is_verbal(word)) {
                break;
            }
            at += 1;
        }
        // An article or an adjective alone is no noun.
        let end = if has_noun { trimmed_end(self.paragraph, from, at) } else { at };
        (end > from && (has_noun || self.paragraph.means(from, Meaning::Article) && end - from > 1))
            .then_some(from..end)
    }
}

fn trimmed_end(paragraph: &Paragraph, from: usize, end: usize) -> usize {
    let mut end = end;
    while end > from + 1
        && paragraph.word(end - 1).is_some_and(|word| {
            word.means(Meaning::Preposition)
                || word.means(Meaning::Article)
                || word.means(Meaning::And)
                || word.is_sign('’')
        })
    {
        end -= 1;
    }
    end
}

fn is_verbal(word: &Word) -> bool {
    word.cue().is_some()
        || word.means(Meaning::Between)
        || word.means(Meaning::Conjunction)
        || word.means(Meaning::That) && !word.means(Meaning::Article)
        || word.means(Meaning::Relative)
        || word.means(Meaning::Preposition)
}

fn is_time_noun(key: &str) -> bool {
    matches!(
        key,
        "day"
            | "days"
            | "week"
            | "weeks"
            | "month"
            | "months"
            | "year"
            | "years"
            | "hour"
            | "hours"
            | "minutes"
            | "night"
            | "morning"
            | "evening"
            | "time"
            | "times"
            | "spring"
            | "summer"
            | "autumn"
            | "winter"
    )
}

fn is_numeral(key: &str) -> bool {
    matches!(
        key,
        "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "both"
            | "several"
            | "many"
            | "some"
            | "zwei"
            | "drei"
            | "deux"
            | "trois"
    )
}

/// A word that ends no noun phrase.
fn is_small(word: &Word) -> bool {
    let is_noun =
        word.means(Meaning::Person) || word.means(Meaning::People) || word.head().is_some() || word.is_title();
    let is_small = word.means(Meaning::Preposition)
        || word.means(Meaning::Conjunction)
        || word.means(Meaning::And)
        || word.means(Meaning::Article);
    is_small && !is_noun && !word.is_capital
}
