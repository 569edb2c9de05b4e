//! Words that carry the sense of a sentence: without them it says something else.

use super::letters::is_of_spaced_word;
use super::sense_words::{Telling, WORDS};
use super::tokens::{Token, tokens};

/// The telling words among others, each once, in their order: of the language of the text, or of any where that is not
/// told. `May` in the middle of a sentence is the month.
pub(super) fn telling(text: &str, lang: &str) -> Vec<String> {
    let subtag = lang.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let is_known = WORDS.iter().any(|words| words.langs.contains(&subtag.as_str()));
    let tokens = tokens(text);
    let mut found: Vec<String> = Vec::new();
    let mut add = |word: &str| {
        if !found.iter().any(|known| known == word) {
            found.push(word.to_owned());
        }
    };
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_word) {
        let small = token.text.to_lowercase();
        let is_month = token.text == "May" && at > 0;
        let telling_in = |words: &Telling| {
            let is_meant = words.langs.contains(&subtag.as_str());
            // Of a text in an unknown language a capital in the middle of it is rather a name.
            let may_be = !is_known && (at == 0 || small == token.text || words.langs == ["en"]);
            let everywhere = words.everywhere().filter(|_| is_meant || may_be);
            let mut all = everywhere.chain(words.also_elsewhere().filter(|_| is_meant));
            all.find(|word| begins_at(word, &small, &tokens, at))
        };
        if let Some(word) = shortened_not(&tokens, at) {
            add(&word);
        } else if let Some(word) = WORDS.iter().filter(|_| !is_month).find_map(telling_in) {
            add(if word == small { &token.text } else { word });
        }
    }
    found
}

/// Whether a text in whatever language has a telling word.
pub(in crate::check) fn has_telling_word(text: &str) -> bool {
    !telling(text, "").is_empty()
}

/// Whether a word begins at a token; in a script without spaces a word is several tokens.
fn begins_at(word: &str, small: &str, tokens: &[Token], at: usize) -> bool {
    if word == small {
        return true;
    }
    if word.contains(' ') {
        let mut rest = tokens.iter().skip(at).filter(|token| token.is_word);
        return word.split(' ').all(|part| rest.next().is_some_and(|token| token.text.to_lowercase() == part));
    }
    let is_spaced = word.starts_with(is_of_spaced_word);
    let Some(mut rest) = word.strip_prefix(small).filter(|_| !is_spaced) else { return false };
    for token in tokens.iter().skip(at + 1) {
        match rest.strip_prefix(token.text.as_str()) {
            Some("") => return true,
            Some(left) => rest = left,
            None => return false,
        }
    }
    false
}

/// `don't`, `won’t`, of which `t` alone is the negation; and French `n'`.
fn shortened_not(tokens: &[Token], at: usize) -> Option<String> {
    let text = |at: usize| tokens.get(at).map(|token| token.text.as_str());
    let small = text(at)?.to_lowercase();
    let is_glued = |at: usize| tokens.get(at).is_some_and(|token| !token.is_apart);
    if small == "t" && at >= 2 && text(at - 1) == Some("'") && is_glued(at) && is_glued(at - 1) {
        let verb = text(at - 2).filter(|verb| verb.to_lowercase().ends_with('n'))?;
        return Some(format!("{verb}’t"));
    }
    let is_after_mark = at > 0 && text(at - 1) == Some("'") && is_glued(at);
    (small == "n" && !is_after_mark && text(at + 1) == Some("'") && is_glued(at + 1)).then(|| "n’".to_owned())
}

#[cfg(test)]
mod tests {
    use super::telling;

    #[test]
    fn words_that_turn_the_sense_are_known_in_many_languages() {
        for (text, lang, expected) in [
            ("and they did not, if ever, come", "en", "not if"),
            ("which won’t and can't", "", "won’t can’t"),
            ("came in May and may leave", "en", "may"),
            ("May go", "en", "May"),
            ("were frank, and they", "", ""),
            ("the solo of a sin", "en", ""),
            ("sin agua no", "es", "sin no"),
            ("vielleicht nicht", "de-AT", "vielleicht nicht"),
            ("sie werden nicht", "", "nicht"),
            ("n’est pas", "fr", "n’ pas"),
            ("nije i neće", "sr-Latn", "nije neće"),
            ("није тако", "", "није"),
            ("не будет", "ru", "не"),
            ("δεν θα", "el", "δεν"),
            ("我们不会", "zh", "不"),
            ("可能去", "zh-Hans", "可能"),
            ("行かない", "ja", "ない"),
            ("لن يذهب", "ar", "لن"),
            ("non è vero", "it", "non"),
            ("falls, nein, sofern", "de", "falls nein sofern"),
            ("si le port ferme", "fr", "si"),
            ("si cierra el puerto", "es", "si"),
            ("si bon", "sr", ""),
            ("เราไม่ไป", "th", "ไม่"),
            ("is far from done, as long as it stopped", "en", "far from as long as stopped"),
            ("when purportedly provided", "en", "when purportedly provided"),
            ("hardly, barely, fails to", "en", "hardly barely fails"),
        ] {
            assert_eq!(telling(text, lang).join(" "), expected, "{text}");
        }
    }
}
