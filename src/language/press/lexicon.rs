//! The words of news, looked up by their folded form.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::meaning::Meaning;
use super::table::Press;
use super::{english, french, german, serbian};
use crate::index::fold;
use crate::language::language;

/// The languages whose news is taken apart.
pub static PRESS_LANGUAGES: &[&Press] = &[&english::ENGLISH, &german::GERMAN, &serbian::SERBIAN, &french::FRENCH];

/// A run of words that means something.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The folded words after the first.
    pub rest: Vec<String>,
    /// What the run does.
    pub meaning: Meaning,
}

/// The words of a language.
#[derive(Debug)]
pub struct Lexicon {
    /// As its file lists them.
    pub press: &'static Press,
    entries: HashMap<String, Vec<Entry>>,
    tells: Vec<String>,
    calendar: HashSet<String>,
}

impl Lexicon {
    fn build(press: &'static Press) -> Self {
        let tells = press.tells.split('|').map(fold).collect();
        let mut lexicon = Self { press, entries: HashMap::new(), tells, calendar: calendar(press.tag) };
        for (cue, finite, participles, infinitives) in press.cues {
            lexicon.add(Meaning::Cue(*cue), finite);
            lexicon.add(Meaning::CueParticiple(*cue), participles);
            lexicon.add(Meaning::CueInfinitive(*cue), infinitives);
        }
        for (meaning, words) in press.words {
            lexicon.add(*meaning, words);
        }
        lexicon
    }

    fn add(&mut self, meaning: Meaning, words: &str) {
        for words in words.split('|').filter(|words| !words.is_empty()) {
            let mut parts = words.split(' ').map(fold);
            let Some(first) = parts.next() else { continue };
            self.entries.entry(first).or_default().push(Entry { rest: parts.collect(), meaning });
        }
    }

    /// What runs of words that begin with a folded one may mean.
    #[must_use]
    pub fn entries(&self, first: &str) -> &[Entry] {
        self.entries.get(first).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a compound means by its end: `Regierungssprecher` is a `Sprecher`.
    #[must_use]
    pub fn by_suffix(&self, word: &str) -> Option<Meaning> {
        let fits = |end: &str| word.len() > end.len() + 1 && word.ends_with(end);
        let found = self.press.suffixes.iter().find(|(_, ends)| ends.split('|').any(fits));
        found.map(|(meaning, _)| *meaning)
    }

    /// Whether a folded word names a month or a day of the week.
    #[must_use]
    pub fn is_calendar(&self, word: &str) -> bool {
        self.calendar.contains(word)
    }

    /// Whether a folded word is one by which the language is told.
    #[must_use]
    pub fn is_telling(&self, word: &str) -> bool {
        self.tells.iter().any(|known| known == word)
    }
}

/// The folded names of the months and of the days of the week of a language.
fn calendar(tag: &str) -> HashSet<String> {
    let Some(language) = language(tag) else { return HashSet::new() };
    let names =
        language.months.iter().chain(&language.short_months).chain(&language.weekdays).chain(&language.short_weekdays);
    names.flat_map(|names| names.split('|')).filter(|name| !name.is_empty() && !name.contains(' ')).map(fold).collect()
}

/// The words of news by the tag of a language (`de-AT`); `None` where they are not known.
#[must_use]
pub fn lexicon(tag: &str) -> Option<&'static Lexicon> {
    static LEXICA: OnceLock<Vec<Lexicon>> = OnceLock::new();
    let lexica = LEXICA.get_or_init(|| PRESS_LANGUAGES.iter().map(|press| Lexicon::build(press)).collect());
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    lexica.iter().find(|lexicon| lexicon.press.tag.eq_ignore_ascii_case(primary))
}
