//! The subject of a verb of speech, before it in its sentence: a walk that passes appositions, clauses about a noun and
//! words of time.

use std::ops::Range;

use super::place::Place;
use super::word::Kind;
use crate::language::press::Meaning;
use crate::model::ActorKind;

/// So many commas are passed on the way to a subject.
const MOST_COMMAS: usize = 6;
/// Brackets before a verb have at most so many words.
const LONGEST_BRACKETS: usize = 14;

impl Place<'_> {
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
        let nearest = lowest.max(end.saturating_sub(LONGEST_BRACKETS));
        (nearest..end).rev().find(|at| self.paragraph.is_sign(*at, '(')).unwrap_or(end)
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
}

fn is_time_preposition(key: &str) -> bool {
    matches!(key, "on" | "in" | "am" | "im" | "last" | "next" | "late" | "early")
}
