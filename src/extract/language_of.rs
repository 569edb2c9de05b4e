//! In which language a text is, by its common words and its script.

use crate::index::fold;
use crate::language::press::{PRESS_LANGUAGES, lexicon};

/// So many words are looked at.
const MOST_WORDS: usize = 600;
/// So many words in a hundred have to be common ones of the language.
const LEAST_PERCENT: usize = 8;

/// The tag of the language of a text, among those whose news is taken apart; `None` where it is another, or too short.
#[must_use]
pub fn language_of(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(fold)
        .collect();
    let mut best: Option<(usize, &str)> = None;
    for press in PRESS_LANGUAGES {
        let Some(lexicon) = lexicon(press.tag) else { continue };
        let count = words.iter().filter(|word| lexicon.is_telling(word)).count();
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, press.tag));
        }
    }
    best.filter(|(count, _)| count * 100 >= words.len() * LEAST_PERCENT && *count > 0).map(|(_, tag)| tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn a_language_is_told_by_its_common_words() {
        assert_eq!(language_of("The minister said that he was in the town after the talks.").as_deref(), Some("en"));
        assert_eq!(language_of("外交部长昨天抵达首都。"), None);
        assert_eq!(language_of(""), None);
    }
}
