//! What is said around one verb of speech: before it, behind it, on both sides.

use std::ops::Range;

use super::page::Paragraph;
use super::phrase_of::Place;
use super::told::{Rule, Span, Told};
use super::word::Kind;
use crate::language::press::{Cue, Meaning, Pronoun};

/// What is said has at least so many words where no mark tells it.
const SHORTEST_CLAUSE: usize = 2;
/// Words of place, time and manner between a verb and what is said are passed, so many at most.
const LONGEST_ADVERBIAL: usize = 16;
/// A run of so many words in marks is what was said, whatever follows it.
const WHOLE_QUOTE: usize = 6;

/// A verb of speech at work in a sentence.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The paragraph.
    pub place: Place<'a>,
    /// The sentence.
    pub sentence: (usize, usize),
    /// From where on nothing is taken yet.
    pub free: usize,
}

/// What stands behind a verb of speech.
struct Behind {
    /// Where what is said begins; the end of the sentence where nothing is.
    start: usize,
    /// Whether `that` stood before it.
    has_that: bool,
    /// Whether a colon stood before it.
    has_colon: bool,
    /// To whom.
    audience: Option<Range<usize>>,
}

impl<'a> At<'a> {
    fn paragraph(&self) -> &'a Paragraph<'a> {
        self.place.paragraph
    }

    fn end(&self) -> usize {
        self.sentence.1
    }

    fn range(&self) -> Range<usize> {
        self.sentence.0..self.sentence.1
    }

    fn span(&self, words: Range<usize>) -> Span {
        Span { paragraph: self.place.number, words }
    }

    /// What is said around a verb that has a subject.
    #[must_use]
    pub fn finite(&self, verb: usize, cue: Cue, length: usize) -> Option<Told> {
        if self.is_no_verb(verb) {
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
        let subject = self.place.subject_before(&free, verb);
        if self.paragraph().is_free_order
            && subject.as_ref().is_none_or(|subject| self.is_object(subject, verb))
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

    /// Whether a name or a person stands right behind the verb and ends there: `…, said Ann Berg, who …`.
    fn is_turned(&self, verb: usize, length: usize) -> bool {
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
    fn is_no_verb(&self, verb: usize) -> bool {
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
    fn is_plain_form_of_one(&self, subject: &Range<usize>, verb: usize) -> bool {
        let key = self.paragraph().key(verb);
        let is_past = key.ends_with(['d', 's'])
            || matches!(key, "wrote" | "went" | "spoke" | "began" | "shot" | "hit" | "read" | "made" | "point");
        let Some(last) = subject.end.checked_sub(1).and_then(|last| self.paragraph().word(last)) else { return false };
        let is_plural = last.key.ends_with('s')
            || last.means(Meaning::People)
            || last.pronoun().is_some()
            || last.means(Meaning::Relative)
            || subject.clone().any(|at| self.paragraph().means(at, Meaning::And));
        let has_auxiliary = subject.end < verb;
        self.paragraph().tag == "en" && !is_past && !is_plural && !has_auxiliary
    }

    /// Whether the words right before the verb turn it: `did not say`.
    fn is_negated(&self, subject: &Range<usize>, verb: usize) -> bool {
        (subject.end..verb)
            .rev()
            .take_while(|at| self.paragraph().means(*at, Meaning::Between) || self.paragraph().means(*at, Meaning::Not))
            .any(|at| self.paragraph().means(at, Meaning::Not))
    }

    fn with_subject(&self, subject: Range<usize>, verb: usize, cue: Cue, length: usize) -> Option<Told> {
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
            Cue::That | Cue::Utters | Cue::Calls => return None,
        };
        if rule == Rule::Clause && cue == Cue::Tells && behind.audience.is_none() {
            return None;
        }
        let words = self.until_end(behind.start, &behind);
        let is_short = words.len() < SHORTEST_CLAUSE && !in_marks;
        if is_short {
            return None;
        }
        let mut told = self.told(Some(subject), verb, length, rule);
        told.audience = behind.audience.clone().map(|words| self.span(words));
        told.content.push(self.span(words));
        Some(told)
    }

    /// `“…,” said Mr Voss`.
    fn inverted(&self, verb: usize, cue: Cue, length: usize) -> Option<Told> {
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
        told.content.push(self.span(words));
        if behind.start < self.end() && self.paragraph().in_run(behind.start) {
            told.content.push(self.span(self.until_end(behind.start, &behind)));
        }
        Some(told)
    }

    /// Whether what stands before the verb is no subject of it: a phrase with a preposition.
    fn is_object(&self, subject: &Range<usize>, verb: usize) -> bool {
        let before = subject.start.checked_sub(1).filter(|before| *before >= self.sentence.0);
        let is_behind_preposition = before.is_some_and(|before| self.paragraph().means(before, Meaning::Preposition));
        let _ = verb;
        is_behind_preposition
    }

    /// `Am Montag sagte Ann Berg, …`: the subject behind the verb, what is said behind both.
    fn turned(&self, verb: usize, cue: Cue, length: usize) -> Option<Told> {
        let subject = self.place.starting_at(&self.range(), verb + length)?;
        let behind = self.behind(subject.end, cue);
        let in_marks = self.paragraph().in_run(behind.start);
        let is_clear = behind.has_that || behind.has_colon || in_marks || matches!(cue, Cue::Says);
        if behind.start >= self.end() || !is_clear || cue == Cue::Calls && !in_marks {
            return None;
        }
        let rule = match () {
            () if in_marks || behind.has_colon => Rule::QuoteBehind,
            () if behind.has_that => Rule::ThatClause,
            () => Rule::Clause,
        };
        let words = self.until_end(behind.start, &behind);
        let mut told = self.told(Some(subject), verb, length, rule);
        told.content.push(self.span(words));
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
        let is_clear = behind.has_that
            || in_marks
            || behind.has_colon
            || cue == Cue::Says && after_comma
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

    /// The subject of the main clause: the first name or pronoun of the sentence.
    #[must_use]
    pub fn main_subject(&self, before: usize) -> Option<Span> {
        let range = self.sentence.0..before;
        let name = self.place.cast.within(self.place.number, &range).first().map(|mention| mention.whole.clone());
        let pronoun = range.clone().find(|at| {
            let is_they =
                |word: &super::word::Word| matches!(word.pronoun(), Some(Pronoun::He | Pronoun::She | Pronoun::They));
            !self.paragraph().in_run(*at)
                && self.paragraph().word(*at).is_some_and(|word| is_they(word) && !word.means(Meaning::Article))
        });
        let words = match (name, pronoun) {
            (Some(name), Some(pronoun)) if pronoun < name.start => pronoun..pronoun + 1,
            (Some(name), _) => name,
            (None, Some(pronoun)) => pronoun..pronoun + 1,
            (None, None) => self.place.starting_at(&range, self.sentence.0)?,
        };
        Some(self.span(words))
    }

    /// `according to X`.
    #[must_use]
    pub fn according(&self, at: usize, length: usize) -> Option<Told> {
        let speaker = self.place.starting_at(&self.range(), at + length)?;
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
            told.content.push(self.span(self.trimmed(comma + 1..self.end())));
        } else {
            let before = self.trimmed(self.free..at);
            told.content.push(self.span(before));
            let goes_on = self.paragraph().is_sign(after, ',') && after + 2 < self.end();
            if goes_on && self.paragraph().in_run(after + 1) {
                told.content.push(self.span(self.trimmed(after + 1..self.end())));
            }
        }
        told.content.retain(|span| span.words.len() >= SHORTEST_CLAUSE);
        (!told.content.is_empty()).then_some(told)
    }

    fn told(&self, speaker: Option<Range<usize>>, verb: usize, length: usize, rule: Rule) -> Told {
        Told {
            speaker: speaker.map(|words| self.span(words)),
            cue: Some(self.span(verb..verb + length)),
            audience: None,
            content: Vec::new(),
            rule,
            sentence: self.span(self.range()),
        }
    }

    /// What is said before a place, from where nothing is taken yet.
    fn before(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1).filter(|last| *last >= self.free)?;
        let is_parted = self.paragraph().is_sign(last, ',')
            || self.paragraph().in_run(last)
            || matches!(
                self.paragraph().word(last).map(|word| word.kind),
                Some(Kind::Sign('–' | '—' | '-' | '?' | '!'))
            );
        let words = self.trimmed(self.free..end);
        let has_words = words.len() > SHORTEST_CLAUSE || self.paragraph().in_run(words.start);
        (is_parted && has_words).then_some(words)
    }

    fn ends_with_run(&self, words: &Range<usize>) -> bool {
        words.end.checked_sub(1).is_some_and(|last| self.paragraph().in_run(last))
    }

    /// The words without commas, dashes and conjunctions at their ends.
    fn trimmed(&self, words: Range<usize>) -> Range<usize> {
        let mut words = words;
        let is_sign = |at: usize| {
            !self.paragraph().in_run(at)
                && matches!(self.paragraph().word(at).map(|word| word.kind), Some(Kind::Sign(c)) if ",.;:–—-)(".contains(c))
        };
        while words.start < words.end
            && (is_sign(words.start)
                || matches!(self.paragraph().key(words.start), "but" | "and" | "aber" | "und")
                    && !self.paragraph().in_run(words.start))
        {
            words.start += 1;
        }
        while words.end > words.start && is_sign(words.end - 1) {
            words.end -= 1;
        }
        words
    }

    /// What stands behind a verb: to whom, when and where, then where what is said begins.
    fn behind(&self, from: usize, cue: Cue) -> Behind {
        let mut at = from;
        let mut behind = Behind { start: self.end(), has_that: false, has_colon: false, audience: None };
        if cue == Cue::Tells {
            behind.audience = self.place.starting_at(&self.range(), at);
            at = behind.audience.as_ref().map_or(at, |audience| audience.end);
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

    /// Whether words in marks follow before another clause begins.
    fn has_marks_soon(&self, from: usize) -> bool {
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

    /// What is said from a place to the end of the sentence, or to where another verb of speech takes over.
    fn until_end(&self, start: usize, behind: &Behind) -> Range<usize> {
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
                next.cue_participle().is_some_and(|(cue, _)| matches!(cue, Cue::Says | Cue::That | Cue::Tells))
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
