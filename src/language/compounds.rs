//! Words that join a weekday and a time of day, as German and Dutch write them: `Montagabend`, `maandagavond`.

use super::lexicon::meanings_at;
use super::sense::Sense;
use super::tokens::{Token, TokenKind};

const TIMES: [&str; 10] =
    ["vormittag", "nachmittag", "mittag", "morgen", "abend", "nacht", "ochtend", "middag", "avond", "fruh"];

/// The tokens with such words as two.
#[must_use]
pub fn without_compounds(tokens: Vec<Token>) -> Vec<Token> {
    tokens
        .into_iter()
        .flat_map(|token| match parted(&token) {
            Some(pair) => pair.to_vec(),
            None => vec![token],
        })
        .collect()
}

fn parted(token: &Token) -> Option<[Token; 2]> {
    if token.kind != TokenKind::Word {
        return None;
    }
    TIMES.iter().find_map(|time| {
        let day = token.text.strip_suffix(time).filter(|day| day.ends_with("tag") || day.ends_with("dag"))?;
        let day = Token { text: day.to_owned(), is_stopped: false, ..token.clone() };
        let names_day =
            meanings_at(std::slice::from_ref(&day), 0).any(|found| matches!(found.sense, Sense::Weekday(_)));
        let time = Token { text: (*time).to_owned(), is_glued: false, is_capital: false, ..token.clone() };
        names_day.then_some([day, time])
    })
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn a_weekday_and_its_time_are_two_words() {
        let texts = |text: &str| -> Vec<String> {
            without_compounds(tokens(text)).into_iter().map(|token| token.text).collect()
        };
        assert_eq!(texts("am Montagabend"), ["am", "montag", "abend"]);
        assert_eq!(texts("dinsdagochtend"), ["dinsdag", "ochtend"]);
        assert_eq!(texts("Alltagabend, Feiertagmorgen"), ["alltagabend", ",", "feiertagmorgen"]);
    }
}
