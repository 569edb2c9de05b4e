//! The day on which an article was likely published: what stands at its head.

use crate::phrase::{Answer, read};

/// So many lines are looked at, from the first.
const HEAD_LINES: usize = 12;
/// And so many words of each: a day further on is told of.
const HEAD_WORDS: usize = 12;
/// A day is written in at most so many words: `the 14th of October 2024`.
const MOST_WORDS: usize = 5;

/// The first day with its year that stands at the head of a text, as EDTF. It may be the day of what is told of: a person
/// has to agree.
#[must_use]
pub fn likely_publication(text: &str) -> Option<String> {
    text.lines().filter(|line| !line.trim().is_empty()).take(HEAD_LINES).find_map(day_in)
}

fn day_in(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().take(HEAD_WORDS).collect();
    (0..words.len()).find_map(|from| {
        let longest = MOST_WORDS.min(words.len() - from);
        (1..=longest).rev().find_map(|length| day_of(words.get(from..from + length)?))
    })
}

fn day_of(words: &[&str]) -> Option<String> {
    let phrase = words.join(" ");
    let phrase = phrase.trim_matches(|c: char| !c.is_alphanumeric());
    let digits = phrase.chars().filter(char::is_ascii_digit).count();
    // A day and a year have at least five.
    if !(5..=8).contains(&digits) {
        return None;
    }
    match read(phrase) {
        Answer::One(reading) if is_day(&reading.edtf) => Some(reading.edtf),
        _ => None,
    }
}

/// Whether it is a whole day and nothing is in doubt about it: `2024-10-14`.
fn is_day(edtf: &str) -> bool {
    let parts: Vec<&str> = edtf.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::likely_publication;

    fn day(text: &str) -> String {
        likely_publication(text).unwrap_or_default()
    }

    #[test]
    fn the_day_at_the_head_of_an_article_is_found() {
        assert_eq!(day("Serbia, China\n\nOctober 15, 2024 13:02 GMT\n\nHe came on May 3, 2020."), "2024-10-15");
        assert_eq!(day("A headline\nBy Ana Orlen | 3 May 2031 | Politics\nText"), "2031-05-03");
        assert_eq!(day("2031-05-20\nText"), "2031-05-20");
        assert_eq!(day("BELGRADE, Oct. 14, 2024 (Xinhua) -- The"), "2024-10-14");
        assert_eq!(day("Am 14. Oktober 2024 kam er"), "2024-10-14");
    }

    #[test]
    fn less_than_a_day_with_its_year_is_none() {
        let told = "Hegna is the first of her government to come to Tarsk since Brekke was there on 12 June 2029";
        for text in
            [told, "", "On October 14 he came", "In May 2024 they met", "12345678 people", "Sections 1.2.2024.7"]
        {
            assert_eq!(day(text), "", "{text}");
        }
    }
}
