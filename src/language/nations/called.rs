//! The country that a whole name means: of the short names of ISO 3166-1, those of running text and those of registers.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::english::ENGLISH;
use super::german::GERMAN;
use super::registers::REGISTERS;
use crate::index::fold;
use crate::model::countries;

/// The code of the country that a name means, where the name is all there is; `None` where none is told.
#[must_use]
pub fn country_called(name: &str) -> Option<&'static str> {
    static NAMES: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    NAMES.get_or_init(|| names().map(|(name, code)| (plain(name), code)).collect()).get(&plain(name)).copied()
}

/// What two states of today are called for short, so that it tells neither.
const OF_TWO: &[&str] = &["Congo"];

/// All names with their codes.
fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let short = countries().iter().map(|(code, name)| (*name, *code));
    let english = ENGLISH.iter().map(|(code, names, ..)| (*code, *names));
    let german = GERMAN.iter().map(|(code, names, ..)| (*code, *names));
    let further = english.chain(german).chain(REGISTERS.iter().copied());
    let further = further.flat_map(|(code, names)| names.split('|').map(move |name| (name, code)));
    short.chain(further).filter(|(name, _)| !OF_TWO.contains(name))
}

/// A name without what does not tell two countries apart: its article, its last full stop, the form of its apostrophe.
fn plain(name: &str) -> String {
    let folded: String = fold(name.trim()).chars().map(|c| if c == '’' { '\'' } else { c }).collect();
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    bare.strip_suffix('.').unwrap_or(bare).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::country_name;

    #[test]
    fn every_name_means_one_country() {
        for (name, code) in names() {
            assert!(country_name(code).is_some(), "{name}: {code}");
            assert_eq!(country_called(name), Some(code), "{name}");
        }
    }

    #[test]
    fn registers_add_what_no_other_table_says() {
        let others: Vec<String> = names().map(|(name, _)| plain(name)).collect();
        for name in REGISTERS.iter().flat_map(|(_, names)| names.split('|')) {
            assert_eq!(others.iter().filter(|other| **other == plain(name)).count(), 1, "{name}");
        }
    }

    #[test]
    fn a_country_is_called_by_its_whole_name() {
        for (name, code) in [
            ("The Gambia", "GM"),
            ("China, People’s Republic of", "CN"),
            ("U.S.", "US"),
            ("uk", "GB"),
            ("Korea, South", "KR"),
            ("Cote d'Ivoire", "CI"),
            ("Österreich", "AT"),
        ] {
            assert_eq!(country_called(name), Some(code), "{name}");
        }
        for of_two_states in ["Korea", "China, Republic of", "Congo", "Germany, East", "Serbia and Montenegro", ""] {
            assert_eq!(country_called(of_two_states), None, "{of_two_states}");
        }
    }
}
