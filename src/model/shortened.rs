//! Long texts as a message has them: an id of half a megabyte is named in thousands of findings.

use std::borrow::Cow;

/// A quoted text is whole up to so many bytes.
const MOST_QUOTED: usize = 240;
/// And a whole message up to so many.
const MOST_SAID: usize = 1_200;
/// So many characters of a longer text are kept of its end, where names that begin alike differ.
const KEPT_OF_THE_END: usize = 40;

/// A text as a message quotes it: a very long one with an ellipsis in its middle.
#[must_use]
pub fn shortened(text: &str) -> Cow<'_, str> {
    within(text, MOST_QUOTED)
}

/// A message in which everything quoted (between backticks or curly quotation marks) is [`shortened`], and the whole if
/// it is too long all the same.
#[must_use]
pub fn shortened_message(message: String) -> String {
    if message.len() <= MOST_QUOTED {
        return message;
    }
    let mut said = String::with_capacity(MOST_SAID.min(message.len()));
    let mut rest = message.as_str();
    while let Some((open, close)) = next_quoted(rest) {
        let (before, quoted, after) = (rest.get(..open), rest.get(open..close), rest.get(close..));
        let (Some(before), Some(quoted), Some(after)) = (before, quoted, after) else { break };
        said.push_str(before);
        said.push_str(&shortened(quoted));
        rest = after;
    }
    said.push_str(rest);
    match within(&said, MOST_SAID) {
        Cow::Borrowed(_) => said,
        Cow::Owned(shorter) => shorter,
    }
}

/// Where the next quoted text begins, behind its mark, and where the mark that closes it is.
fn next_quoted(text: &str) -> Option<(usize, usize)> {
    let (at, mark) = text.char_indices().find(|(_, c)| matches!(c, '`' | '“'))?;
    let close = if mark == '`' { '`' } else { '”' };
    let begin = at + mark.len_utf8();
    let end = begin + text.get(begin..)?.find(close)?;
    Some((begin, end))
}

/// The text, or its begin and its end where it has more bytes.
fn within(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most {
        return Cow::Borrowed(text);
    }
    // Counted in characters, of which a text has at most as many as bytes.
    let begins = text.char_indices().nth(most - KEPT_OF_THE_END).map(|(at, _)| at);
    let ends = text.char_indices().rev().nth(KEPT_OF_THE_END - 1).map(|(at, _)| at);
    match (begins, ends) {
        (Some(begin), Some(end)) if begin < end => {
            let (begin, end) = (text.get(..begin).unwrap_or(""), text.get(end..).unwrap_or(""));
            Cow::Owned(format!("{begin}…{end}"))
        }
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_stays_as_it_is() {
        for text in ["", "v-li", &"š".repeat(120), &"字".repeat(200)] {
            assert_eq!(shortened(text), text);
        }
    }

    #[test]
    fn a_long_name_keeps_its_begin_and_its_end() {
        let name = format!("first{}last", "š".repeat(500_000));
        let short = shortened(&name);
        assert!(short.starts_with("firstš") && short.ends_with("šlast") && short.contains('…'), "{short}");
        assert!(short.chars().count() <= MOST_QUOTED + 1);
    }

    #[test]
    fn each_quoted_text_is_shortened_and_the_words_around_stay() {
        let long = "x".repeat(1_000);
        let message = format!("`{long}` says “{long}” of `v-li`, which “is not” open `{long}");
        let short = shortened_message(message);
        assert!(short.contains("…") && !short.contains(&long), "{short}");
        assert!(short.contains("` says “x") && short.contains("” of `v-li`, which “is not” open `x"), "{short}");
    }

    #[test]
    fn a_message_without_quotes_is_shortened_as_a_whole() {
        let short = shortened_message(format!("remark: {}", "word ".repeat(50_000)));
        assert!(short.len() <= MOST_SAID + '…'.len_utf8() && short.starts_with("remark: word"), "{}", short.len());
    }
}
