//! Names of countries, nationalities and capitals, looked up by their folded words.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::english::ENGLISH;
use super::german::{ENDS, GERMAN};
use crate::index::fold;

/// How words name a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NationWord {
    /// By its name.
    Country,
    /// By the adjective, or by its people.
    Nationality,
    /// By its capital, or another of its cities.
    City,
}

/// A country as words name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nation {
    /// Its ISO 3166-1 code.
    pub code: &'static str,
    /// How it is named.
    pub word: NationWord,
    /// How many words that takes.
    pub length: usize,
}

struct Entry {
    rest: Vec<String>,
    code: &'static str,
    word: NationWord,
}

fn table() -> &'static HashMap<String, Vec<Entry>> {
    static TABLE: OnceLock<HashMap<String, Vec<Entry>>> = OnceLock::new();
    TABLE.get_or_init(build)
}

fn build() -> HashMap<String, Vec<Entry>> {
    let mut table: HashMap<String, Vec<Entry>> = HashMap::new();
    let mut add = |code: &'static str, word: NationWord, names: &str| {
        for name in names.split('|').filter(|name| !name.is_empty()) {
            let folded = folded(name);
            let mut parts = folded.split(' ').map(str::to_owned);
            let Some(first) = parts.next() else { continue };
            let rest: Vec<String> = parts.collect();
            let entries = table.entry(first).or_default();
            if !entries.iter().any(|known| known.rest == rest) {
                entries.push(Entry { rest, code, word });
            }
        }
    };
    for (code, names, people, cities) in ENGLISH {
        add(code, NationWord::Country, names);
        add(code, NationWord::Nationality, people);
        add(code, NationWord::City, cities);
    }
    for (code, names, stems, people, cities) in GERMAN {
        add(code, NationWord::Country, names);
        let adjectives: Vec<String> = stems
            .split('|')
            .filter(|stem| !stem.is_empty())
            .flat_map(|stem| ENDS.iter().map(move |end| format!("{stem}{end}")))
            .collect();
        add(code, NationWord::Nationality, &adjectives.join("|"));
        add(code, NationWord::Nationality, people);
        add(code, NationWord::City, cities);
    }
    table
}

/// A name as the words of a text are compared: a full stop is a word of its own.
fn folded(name: &str) -> String {
    fold(name).replace("st. ", "st . ")
}

/// The country that folded words name from the first on; the longest name where there are several.
#[must_use]
pub fn nation_at<'a>(first: &str, rest: impl Iterator<Item = &'a str> + Clone) -> Option<Nation> {
    let entries = table().get(first)?;
    let fits = |entry: &&Entry| {
        let mut rest = rest.clone();
        entry.rest.iter().all(|word| rest.next() == Some(word.as_str()))
    };
    let best = entries.iter().filter(fits).max_by_key(|entry| entry.rest.len())?;
    Some(Nation { code: best.code, word: best.word, length: best.rest.len() + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::country_name;

    fn found(text: &str) -> Option<(&'static str, NationWord)> {
        let folded = folded(text);
        let mut words = folded.split(' ');
        let first = words.next().unwrap_or_default();
        nation_at(first, words).map(|nation| (nation.code, nation.word))
    }

    #[test]
    fn every_code_is_one_and_every_name_is_found() {
        for (code, names, people, _) in ENGLISH {
            assert!(country_name(code).is_some(), "{code}");
            for name in names.split('|') {
                assert_eq!(found(name), Some((*code, NationWord::Country)), "{name}");
            }
            for name in people.split('|').filter(|name| !name.is_empty()) {
                assert_eq!(found(name).map(|nation| nation.0), Some(*code), "{name}");
            }
        }
        assert_eq!(found("Belgrade"), Some(("RS", NationWord::City)));
        assert_eq!(found("Ruritania"), None);
    }
}
