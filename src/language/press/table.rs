//! The words of news of a language, as its file lists them.

use super::meaning::{Cue, Meaning};

/// The words of news of a language. Those of one meaning are parted by `|`.
#[derive(Debug)]
pub struct Press {
    /// Its BCP 47 primary tag.
    pub tag: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// Common words that tell it from other languages.
    pub tells: &'static str,
    /// The verbs that tell of speech: what they take, the forms that have a subject, participles, infinitives.
    pub cues: &'static [(Cue, &'static str, &'static str, &'static str)],
    /// The folded words of cues that only tell that somebody spoke: without them the words mean the same.
    pub plain_speech: &'static str,
    /// All other words.
    pub words: &'static [(Meaning, &'static str)],
    /// Folded ends of words that make compounds mean something: `Regierungssprecher`.
    pub suffixes: &'static [(Meaning, &'static str)],
    /// Whether every noun has a capital, so that a capital tells no name.
    pub capital_nouns: bool,
    /// Whether the verb may end its clause, or stand before its subject in any sentence.
    pub verb_anywhere: bool,
    /// Whether small words lose their vowel before another: `l'accord`.
    pub elides: bool,
}
