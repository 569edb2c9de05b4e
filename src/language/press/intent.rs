//! Whether words tell of what is meant to be: `will visit`, `is expected in`.

use super::lexicon::lexicon;
use super::meaning::{Meaning, VisitWord};
use crate::index::fold;

/// Whether a text has words for what lies ahead; of a language without a list the English ones are looked for.
#[must_use]
pub fn tells_of_intent(text: &str, lang: &str) -> bool {
    let Some(lexicon) = lexicon(lang).or_else(|| lexicon("en")) else { return false };
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let means = |at: usize| {
        lexicon.entries(words[at]).iter().any(|entry| {
            let rest = words.get(at + 1..).unwrap_or_default();
            entry.meaning == Meaning::Visit(VisitWord::Will)
                && rest.len() >= entry.rest.len()
                && entry.rest.iter().zip(rest).all(|(wanted, word)| wanted == word)
        })
    };
    (0..words.len()).any(means)
}

#[cfg(test)]
mod tests {
    use super::tells_of_intent;

    #[test]
    fn what_is_meant_to_be_is_told_from_what_was() {
        assert!(tells_of_intent("Aas is expected to visit Tessin in late April.", "en"));
        assert!(tells_of_intent("Berg wird im Mai nach Oslo reisen.", "de"));
        assert!(!tells_of_intent("Ann came on 3 December.", ""));
    }
}
