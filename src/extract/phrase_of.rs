//! The noun that a verb of speech has as its subject, before it or behind it: walks that pass appositions, clauses about
//! a noun and words of time.

use std::ops::Range;

use super::cast::Cast;
use super::page::Paragraph;
use super::word::{Kind, Word};
use crate::language::press::{Meaning, VisitWord};
use crate::model::ActorKind;

/// So many commas are passed on the way to a subject.
const MOST_COMMAS: usize = 6;
/// A noun phrase has at most so many words.
const LONGEST: usize = 14;

/// A paragraph with who is named in it.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The paragraph.
    pub paragraph: &'a Paragraph<'a>,
    /// Its number among all.
    pub number: usize,
    /// Who is named.
    pub cast: &'a Cast,
}

impl Place<'_> {
    fn is_comma(&self, at: usize) -> bool {
        matches!(self.paragraph.word(at).map(|word| word.kind), Some(Kind::Sign(',' | '–' | '—' | '-')))
            && !self.paragraph.in_run(at)
    }

    /// The subject of the verb at a word, before it in its sentence.
    #[must_use]
    pub fn subject_before(&self, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
        let mut end = verb;
        while end > sentence.start {
            let before = self.paragraph.word(end - 1)?;
            let is_between = before.means(Meaning::Between) && before.pronoun().is_none();
            let is_time = before.is_capital && before.is_calendar;
            let is_on = is_time_preposition(&before.key)
                && end < verb
                && self.paragraph.word(end).is_some_and(|word| word.is_calendar);
            if self.paragraph.in_run(end - 1) || !(is_between || is_time || is_on) {
                break;
            }
            end -= 1;
        }
        if end == sentence.start || self.paragraph.in_run(end - 1) {
            return None;
        }
        if self.is_comma(end - 1) {
            return self.before_comma(sentence, end - 1);
        }
        let end = self.before_bracket(sentence.start, end);
        (end > sentence.start).then(|| self.ending_at(sentence, end)).flatten()
    }

    /// The subject that stands before appositions: `Ann Berg, a member of …, said`.
    ///
    /// Of two names with an apposition between them the first is meant: `Ann Berg, the head of a party, Forward, came`.
    fn before_comma(&self, sentence: &Range<usize>, comma: usize) -> Option<Range<usize>> {
        let mut end = comma;
        let mut fallback: Option<Range<usize>> = None;
        let mut named: Option<Range<usize>> = None;
        let mut asides = 0;
        for _ in 0..MOST_COMMAS {
            if end <= sentence.start {
                break;
            }
            let start = self.part_start(sentence.start, end);
            let from = start.map_or(sentence.start, |at| at + 1);
            let last = self.before_bracket(from, end);
            let is_aside = self.is_aside(from);
            let found = (last > from).then(|| self.ending_at(&(from..last), last)).flatten();
            let is_named = found.as_ref().is_some_and(|found| {
                let is_name = !self.cast.within(self.number, found).is_empty() || self.is_pronoun(found);
                is_name && (self.leads(from) >= found.start || self.is_time(from..found.start)) && !is_aside
            });
            match found {
                Some(found)
                    if is_named
                        && (named.is_none()
                            || asides > 0 && !named.as_ref().is_some_and(|named| self.is_full_name(named))) =>
                {
                    named = Some(found);
                    asides = 0;
                }
                _ if is_aside => asides += 1,
                found => {
                    fallback = fallback.or(found);
                    if named.is_some() {
                        break;
                    }
                }
            }
            match start {
                Some(at) if self.is_comma(at) => end = at,
                _ => break,
            }
        }
        named.or(fallback)
    }

    /// The comma, stop or run in marks that the part of a sentence before a place begins behind; brackets are passed.
    fn part_start(&self, lowest: usize, end: usize) -> Option<usize> {
        let mut at = end;
        while at > lowest {
            at = self.before_bracket(lowest, at);
            if at == lowest {
                return None;
            }
            at -= 1;
            if self.is_comma(at) || self.paragraph.in_run(at) || self.is_stop(at) {
                return Some(at);
            }
        }
        None
    }

    /// The end of the words before brackets that close right before a place.
    fn before_bracket(&self, lowest: usize, end: usize) -> usize {
        let closes = end.checked_sub(1).is_some_and(|last| self.paragraph.is_sign(last, ')'));
        if !closes {
            return end;
        }
        let nearest = lowest.max(end.saturating_sub(LONGEST));
        (nearest..end).rev().find(|at| self.paragraph.is_sign(*at, '(')).unwrap_or(end)
    }

    fn is_stop(&self, at: usize) -> bool {
        matches!(self.paragraph.word(at).map(|word| word.kind), Some(Kind::Sign(';' | ':')))
    }

    fn is_pronoun(&self, words: &Range<usize>) -> bool {
        words.len() == 1 && self.paragraph.word(words.start).is_some_and(|word| word.pronoun().is_some())
    }

    /// Whether the words from a place on are an apposition or a clause about what stands before them.
    fn is_aside(&self, from: usize) -> bool {
        let Some(word) = self.paragraph.word(from) else { return true };
        let is_low = !word.is_capital;
        word.means(Meaning::Relative)
            || word.kind == Kind::Number
            || is_low && (word.means(Meaning::Article) || word.means(Meaning::Preposition) || word.is_title())
            || is_low && (word.key.ends_with("ing") || word.key.ends_with("ed"))
            || word.means(Meaning::Former)
    }

    /// Whether words end with a name of a person with a first name.
    fn is_full_name(&self, words: &Range<usize>) -> bool {
        self.cast.within(self.number, words).last().is_some_and(|mention| {
            let is_person = self.cast.characters.get(mention.who).is_some_and(|who| who.kind == ActorKind::Person);
            is_person && mention.words.len() > 1
        })
    }

    /// Whether words are a phrase of time: `In mid-November 2023`.
    fn is_time(&self, words: Range<usize>) -> bool {
        words.clone().all(|at| {
            self.paragraph.word(at).is_some_and(|word| {
                word.means(Meaning::Preposition)
                    || word.means(Meaning::Article)
                    || word.kind == Kind::Number
                    || word.is_calendar
                    || word.key.contains('-')
                    || word.means(Meaning::Plain)
            })
        })
    }

    /// The first word behind what may lead a clause: `But`, `Meanwhile`, titles, an article.
    fn leads(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(word) = self.paragraph.word(at) {
            let leads = word.means(Meaning::Conjunction)
                || word.means(Meaning::And)
                || word.is_title()
                || word.means(Meaning::Rank)
                || word.means(Meaning::Article)
                || word.means(Meaning::Plain);
            if !leads || word.pronoun().is_some() {
                break;
            }
            at += 1;
        }
        at
    }

    /// The noun phrase that ends at a word.
    fn ending_at(&self, clause: &Range<usize>, end: usize) -> Option<Range<usize>> {
        let last = self.paragraph.word(end.checked_sub(1)?)?;
        if last.is_any_sign() && !last.is_sign('’') && !last.is_sign('.') {
            return None;
        }
        if last.pronoun().is_some() {
            return Some(end - 1..end);
        }
        if last.means(Meaning::Relative) || last.key == "that" {
            return self.antecedent(clause, end - 1);
        }
        // `Mayor Pia Lunde of Sund`.
        if last.is_capital
            && let Some(of) = end
                .checked_sub(2)
                .filter(|of| *of > clause.start && matches!(self.paragraph.key(*of), "of" | "from" | "von" | "de"))
            && let Some(person) =
                self.cast.ending_at(self.number, of).filter(|person| person.words.start >= clause.start)
        {
            return Some(self.with_titles(clause, person.whole.start.max(clause.start))..end);
        }
        // `the embassy of Peru in Dovrin`.
        if last.is_capital
            && let Some(into) =
                end.checked_sub(2).filter(|at| *at > clause.start && matches!(self.paragraph.key(*at), "in" | "at"))
            && self.cast.ending_at(self.number, end).is_none_or(|mention| mention.words.len() == 1)
            && let Some(head) = self.head_ending_at(clause, into)
        {
            return Some(self.with_what_it_is_of(clause, head).start..into);
        }
        let head = self.head_ending_at(clause, end)?;
        Some(self.with_what_it_is_of(clause, head))
    }

    /// What a relative word is about.
    fn antecedent(&self, clause: &Range<usize>, relative: usize) -> Option<Range<usize>> {
        let end = if relative > clause.start && self.is_comma(relative - 1) { relative - 1 } else { relative };
        if end <= clause.start {
            return None;
        }
        let before = self.paragraph.word(end - 1)?;
        if before.pronoun().is_some() {
            return Some(end - 1..end);
        }
        let head = self.head_ending_at(clause, end)?;
        Some(self.with_what_it_is_of(clause, head))
    }

    /// The name or noun that ends at a word, with its titles and article.
    fn head_ending_at(&self, clause: &Range<usize>, end: usize) -> Option<Range<usize>> {
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
    fn with_titles(&self, clause: &Range<usize>, start: usize) -> usize {
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
    fn with_what_it_is_of(&self, clause: &Range<usize>, head: Range<usize>) -> Range<usize> {
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
            if !(is_noun && is_of || is_name) {
                break;
            }
            let Some(outer) = self.head_ending_at(clause, link) else { break };
            whole = outer.start..whole.end;
        }
        whole
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

fn is_time_preposition(key: &str) -> bool {
    matches!(key, "on" | "in" | "am" | "im" | "last" | "next" | "late" | "early")
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
