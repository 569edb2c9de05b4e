//! The words of all languages, looked up by their tokens.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::languages::LANGUAGES;
use super::sense::Sense;
use super::table::Language;
use super::tokens::{Token, tokens};

/// A run of tokens that means something.
#[derive(Debug, Clone, Copy)]
pub struct Match {
    /// What it means.
    pub sense: Sense,
    /// The language in which it does.
    pub language: &'static Language,
    /// How many tokens it has.
    pub length: usize,
    /// Whether it is the abbreviation of a name.
    pub is_short: bool,
}

struct Entry {
    /// The tokens after the first.
    rest: Vec<String>,
    found: Match,
}

fn lexicon() -> &'static HashMap<String, Vec<Entry>> {
    static LEXICON: OnceLock<HashMap<String, Vec<Entry>>> = OnceLock::new();
    LEXICON.get_or_init(build)
}

fn build() -> HashMap<String, Vec<Entry>> {
    let mut lexicon: HashMap<String, Vec<Entry>> = HashMap::new();
    for language in LANGUAGES {
        let mut add = |sense: Sense, words: &str, is_short: bool| {
            for word in words.split('|') {
                let mut parts = tokens(word).into_iter().map(|token| token.text);
                let Some(first) = parts.next() else { continue };
                let rest: Vec<String> = parts.collect();
                let found = Match { sense, language, length: rest.len() + 1, is_short };
                lexicon.entry(first).or_default().push(Entry { rest, found });
            }
        };
        let numbered = |words: &'static [&'static str]| (0_u8..).zip(words.iter().copied());
        numbered(&language.months).for_each(|(place, words)| add(Sense::Month(place + 1), words, false));
        numbered(&language.short_months).for_each(|(place, words)| add(Sense::Month(place + 1), words, true));
        numbered(&language.weekdays).for_each(|(place, words)| add(Sense::Weekday(place), words, false));
        numbered(&language.short_weekdays).for_each(|(place, words)| add(Sense::Weekday(place), words, true));
        numbered(language.ordinals).for_each(|(place, words)| add(Sense::Ordinal(place + 1), words, false));
        numbered(language.numbers).for_each(|(place, words)| add(Sense::Number(place + 1), words, false));
        language.words.iter().for_each(|(sense, words)| add(*sense, words, false));
    }
    lexicon
}

/// What the tokens from a place on mean, in every language.
pub fn meanings_at(tokens: &[Token], at: usize) -> impl Iterator<Item = Match> {
    let entries = tokens.get(at).and_then(|token| lexicon().get(&token.text)).map(Vec::as_slice).unwrap_or_default();
    let rest = tokens.get(at + 1..).unwrap_or_default();
    entries.iter().filter(move |entry| is_prefix(&entry.rest, rest)).map(|entry| entry.found)
}

fn is_prefix(words: &[String], tokens: &[Token]) -> bool {
    words.len() <= tokens.len() && words.iter().zip(tokens).all(|(word, token)| *word == token.text)
}

/// The months and weekdays that the tokens from a place on name, as far as they are no other words there.
pub fn names_at(tokens: &[Token], at: usize) -> impl Iterator<Item = Match> {
    meanings_at(tokens, at).filter(|found| matches!(found.sense, Sense::Month(_) | Sense::Weekday(_)))
}
