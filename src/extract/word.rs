//! The words and signs of a paragraph, with what they may mean in the language of the text.

use std::ops::Range;

use crate::index::fold;
use crate::language::press::{Cue, Lexicon, Meaning, Pronoun, VisitWord};
use crate::model::ActorKind;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits first.
    Number,
    /// A sign by itself.
    Sign(char),
}

/// A word or a sign.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a plain fact of how the word is written")]
pub struct Word {
    /// Where it stands in the block, in bytes.
    pub range: Range<usize>,
    /// It as it is compared.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it begins with a capital.
    pub is_capital: bool,
    /// Whether all its letters are capitals, two at least.
    pub is_acronym: bool,
    /// Whether it names a month or a day of the week.
    pub is_calendar: bool,
    /// Whether white space stands before it.
    pub is_spaced: bool,
    /// What it may mean, with how many words that takes.
    pub meanings: Vec<(Meaning, usize)>,
}

impl Word {
    /// Whether it is a sign.
    #[must_use]
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// Whether it is any sign.
    #[must_use]
    pub fn is_any_sign(&self) -> bool {
        matches!(self.kind, Kind::Sign(_))
    }

    /// Whether it may have a meaning by itself.
    #[must_use]
    pub fn means(&self, meaning: Meaning) -> bool {
        self.meanings.iter().any(|(known, length)| *known == meaning && *length == 1)
    }

    /// How many words a meaning takes from here on; 0 where it has not that meaning.
    #[must_use]
    pub fn length_of(&self, wanted: impl Fn(Meaning) -> bool) -> usize {
        self.meanings.iter().filter(|(known, _)| wanted(*known)).map(|(_, length)| *length).max().unwrap_or(0)
    }

    /// The first meaning that is looked for, with how many words it takes; the longest where there are several.
    pub fn find<T>(&self, wanted: impl Fn(Meaning) -> Option<T>) -> Option<(T, usize)> {
        let mut best: Option<(T, usize)> = None;
        for (known, length) in &self.meanings {
            if let Some(found) = wanted(*known)
                && best.as_ref().is_none_or(|(_, longest)| length > longest)
            {
                best = Some((found, *length));
            }
        }
        best
    }

    /// What a verb that tells of speech takes, where this is one with a subject.
    #[must_use]
    pub fn cue(&self) -> Option<(Cue, usize)> {
        self.find(|meaning| if let Meaning::Cue(cue) = meaning { Some(cue) } else { None })
    }

    /// The same for a participle.
    #[must_use]
    pub fn cue_participle(&self) -> Option<(Cue, usize)> {
        self.find(|meaning| if let Meaning::CueParticiple(cue) = meaning { Some(cue) } else { None })
    }

    /// Whom it means as a pronoun.
    #[must_use]
    pub fn pronoun(&self) -> Option<Pronoun> {
        self.find(|meaning| if let Meaning::Pronoun(pronoun) = meaning { Some(pronoun) } else { None })
            .map(|(pronoun, _)| pronoun)
    }

    /// What it says of a visit.
    #[must_use]
    pub fn visit(&self, wanted: VisitWord) -> bool {
        self.length_of(|meaning| meaning == Meaning::Visit(wanted)) > 0
    }

    /// The kind of body that it tells.
    #[must_use]
    pub fn head(&self) -> Option<ActorKind> {
        self.find(|meaning| if let Meaning::Head(kind) = meaning { Some(kind) } else { None }).map(|(kind, _)| kind)
    }

    /// Whether it is an office.
    #[must_use]
    pub fn is_title(&self) -> bool {
        self.length_of(|meaning| matches!(meaning, Meaning::Title(_))) > 0
    }

    /// Whether it can be in a name: a word with a capital that is no common one.
    #[must_use]
    pub fn is_namelike(&self) -> bool {
        self.kind == Kind::Word
            && self.is_capital
            && (!self.means(Meaning::Plain) || self.is_acronym && self.key != "i")
    }
}

/// Signs that stand within a word between two letters.
fn is_inner(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '‐' | '‑' | '/' | '&' | '.' | '·' | '\u{ad}')
}

/// The words of a part of a block.
#[must_use]
pub fn words(text: &str, part: Range<usize>, lexicon: Option<&Lexicon>) -> Vec<Word> {
    let mut words = split(text, part, lexicon.is_some_and(|lexicon| lexicon.press.elides));
    if let Some(lexicon) = lexicon {
        give_meanings(&mut words, lexicon);
    }
    words
}

fn split(text: &str, part: Range<usize>, elides: bool) -> Vec<Word> {
    let base = part.start;
    let part = text.get(part).unwrap_or_default();
    let mut words = Vec::new();
    let mut chars = part.char_indices().peekable();
    let mut is_spaced = true;
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() || is_nothing(c) {
            is_spaced |= c.is_whitespace();
            continue;
        }
        let mut end = at + c.len_utf8();
        if c.is_alphanumeric() {
            let is_number = c.is_numeric();
            while let Some((next, d)) = chars.peek().copied() {
                let stays = d.is_alphanumeric() || is_combining(d) || joins(part, next, d, is_number);
                if !stays {
                    break;
                }
                end = next + d.len_utf8();
                chars.next();
            }
            let range = base + at..base + end;
            match elides.then(|| elided(text, &range)).flatten() {
                Some((end, middle)) => {
                    words.push(word_at(text, range.start..end, is_number, is_spaced));
                    words.push(Word { is_spaced: true, ..word_at(text, middle..range.end, false, true) });
                }
                None => push_word(&mut words, text, range, is_number, is_spaced),
            }
        } else {
            let range = base + at..base + end;
            words.push(Word {
                key: c.to_string(),
                range,
                kind: Kind::Sign(c),
                is_capital: false,
                is_acronym: false,
                is_calendar: false,
                is_spaced,
                meanings: Vec::new(),
            });
        }
        is_spaced = false;
    }
    words
}

/// Where a French word is two: behind `l'` and `d'`, before `il` of `a-t-il`.
fn elided(text: &str, range: &Range<usize>) -> Option<(usize, usize)> {
    let word = text.get(range.clone())?;
    let folded = word.to_lowercase();
    if let Some((first, rest)) = word.split_once(['\'', '’']) {
        let mark = word.len() - first.len() - rest.len();
        let is_small = matches!(
            first.to_lowercase().as_str(),
            "l" | "d" | "qu" | "n" | "s" | "c" | "j" | "m" | "t" | "jusqu" | "lorsqu" | "puisqu"
        );
        let middle = range.start + first.len() + mark;
        return (is_small && !rest.is_empty()).then_some((middle, middle));
    }
    ["-il", "-elle", "-ils", "-elles", "-on"]
        .iter()
        .find(|end| folded.ends_with(**end) && word.len() == folded.len())
        .map(|end| (range.end - end.len(), range.end - end.len() + 1))
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Characters that are not seen.
fn is_nothing(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || c.is_control()
}

/// Whether a sign at a place joins what is before and behind it to one word.
fn joins(part: &str, at: usize, sign: char, is_number: bool) -> bool {
    let behind = part.get(at + sign.len_utf8()..).and_then(|rest| rest.chars().next());
    let before = part.get(..at).and_then(|rest| rest.chars().next_back());
    let (Some(before), Some(behind)) = (before, behind) else { return false };
    match sign {
        ',' | '.' | ':' if is_number => behind.is_numeric() && before.is_numeric(),
        // U.S., a.m.: single letters alone.
        '.' => {
            behind.is_alphabetic()
                && part
                    .get(..at)
                    .is_some_and(|rest| rest.chars().rev().nth(1).is_none_or(|two_before| !two_before.is_alphabetic()))
        }
        '/' => before.is_uppercase() && behind.is_uppercase(),
        _ => is_inner(sign) && before.is_alphanumeric() && behind.is_alphanumeric(),
    }
}

fn push_word(words: &mut Vec<Word>, text: &str, range: Range<usize>, is_number: bool, is_spaced: bool) {
    let word = text.get(range.clone()).unwrap_or_default();
    // The genitive is a word of its own: Trump's, Trump’s.
    let stem = ["'s", "’s", "'S", "’S"].iter().find_map(|end| word.strip_suffix(end)).filter(|stem| !stem.is_empty());
    let is_pronoun =
        stem.is_some_and(|stem| matches!(fold(stem).as_str(), "it" | "he" | "she" | "that" | "what" | "let"));
    let stem = stem.filter(|_| !is_pronoun);
    let middle = range.start + stem.map_or(word.len(), str::len);
    words.push(word_at(text, range.start..middle, is_number, is_spaced));
    if stem.is_some() {
        let mut genitive = word_at(text, middle..range.end, false, false);
        "'s".clone_into(&mut genitive.key);
        genitive.kind = Kind::Sign('’');
        genitive.is_capital = false;
        words.push(genitive);
    }
}

fn word_at(text: &str, range: Range<usize>, is_number: bool, is_spaced: bool) -> Word {
    let word = text.get(range.clone()).unwrap_or_default();
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let (mut all, mut capitals) = (0, 0);
    for letter in letters {
        all += 1;
        capitals += usize::from(letter.is_uppercase());
    }
    Word {
        key: fold(word),
        kind: if is_number { Kind::Number } else { Kind::Word },
        is_capital: word.chars().next().is_some_and(|c| c.is_uppercase() || is_unicameral(c)),
        is_acronym: all > 1 && all == capitals,
        is_calendar: false,
        is_spaced,
        meanings: Vec::new(),
        range,
    }
}

/// A letter of a script without capitals.
fn is_unicameral(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

fn give_meanings(words: &mut [Word], lexicon: &Lexicon) {
    for at in 0..words.len() {
        let Some(word) = words.get(at) else { break };
        let mut meanings: Vec<(Meaning, usize)> = Vec::new();
        for entry in lexicon.entries(&word.key) {
            let rest = words.get(at + 1..).unwrap_or_default();
            let fits = entry.rest.len() <= rest.len() && entry.rest.iter().zip(rest).all(|(a, b)| *a == b.key);
            if fits {
                meanings.push((entry.meaning, entry.rest.len() + 1));
            }
        }
        if let Some(word) = words.get_mut(at) {
            if meanings.is_empty()
                && let Some(meaning) = lexicon.by_suffix(&word.key)
            {
                meanings.push((meaning, 1));
                if matches!(meaning, Meaning::Title(_)) {
                    meanings.push((Meaning::Person, 1));
                }
            }
            word.is_calendar = lexicon.is_calendar(&word.key);
            word.meanings = meanings;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        words(text, 0..text.len(), None).into_iter().map(|word| word.key).collect()
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        assert_eq!(
            keys("RFE/RL’s 2,500 Serbian-Chinese U.S. aides."),
            ["rfe/rl", "'s", "2,500", "serbian-chinese", "u.s", ".", "aides", "."]
        );
        assert_eq!(keys("“Don’t,” he"), ["“", "don't", ",", "”", "he"]);
        assert_eq!(keys("end.Next 3.5"), ["end", ".", "next", "3.5"]);
    }
}
