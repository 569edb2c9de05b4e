//! The day on which an article was likely published: what stands at its head, or on a line of its own at its end.

use crate::index::fold;
use crate::model::parse_edtf;
use crate::phrase::{Answer, read};

/// So many lines are looked at, from the first.
const HEAD_LINES: usize = 12;
/// And so many words of each: a day further on is told of.
const HEAD_WORDS: usize = 12;
/// A day is written in at most so many words: `the 14th of October 2024`.
const MOST_WORDS: usize = 5;
/// A line with a date alone is no longer than this, its weekday and place among it.
const LONGEST_DATELINE: usize = 60;
/// So many lines at the head, and so many at the end, may be a line with the date alone.
const DATELINES: usize = 4;

/// A day on which an article may have been published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikelyPublication {
    /// The day with its year, in EDTF.
    pub day: String,
    /// The line that tells it.
    pub line: String,
    /// Whether the line tells nothing else. Else it may be the day of what is told of: a person has to agree.
    pub is_alone: bool,
}

/// The day on which an article was likely published: of a line that tells a day alone at the head, or else of the first
/// line at the head that tells one, or else of a line that tells one alone at the end.
#[must_use]
pub fn likely_publication(text: &str) -> Option<LikelyPublication> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let alone = |line: &str| {
        let day = day_alone_in(line)?;
        Some(LikelyPublication { day, line: line.to_owned(), is_alone: true })
    };
    let among_words = |line: &str| {
        let day = day_in(line)?;
        Some(LikelyPublication { day, line: line.to_owned(), is_alone: false })
    };
    let at_the_head = lines().take(DATELINES).find_map(alone);
    let in_the_head = || lines().take(HEAD_LINES).find_map(among_words);
    at_the_head.or_else(in_the_head).or_else(|| lines().rev().take(DATELINES).find_map(alone))
}

/// The day of a line that tells nothing else: `Published: 14 October 2024`.
fn day_alone_in(line: &str) -> Option<String> {
    if line.chars().count() > LONGEST_DATELINE {
        return None;
    }
    let Answer::One(reading) = read(without_label(line)) else { return None };
    let bounds = parse_edtf(&reading.edtf).ok()?.bounds;
    let is_day = bounds.start_earliest.is_some() && bounds.start_earliest == bounds.end_latest;
    is_day.then_some(reading.edtf)
}

/// A line without the word before the date.
fn without_label(line: &str) -> &str {
    const LABELS: &[&str] =
        &["published", "posted", "updated", "date", "datum", "publie", "veroffentlicht", "objavljeno"];
    match line.split_once(':').or_else(|| line.split_once(' ')) {
        Some((label, rest)) if LABELS.contains(&fold(label.trim()).as_str()) => rest.trim().trim_start_matches("on "),
        _ => line,
    }
}

/// The first day among the first words of a line.
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
        likely_publication(text).map(|likely| likely.day).unwrap_or_default()
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
    fn a_line_with_a_day_alone_tells_it_best() {
        let told = |text: &str| likely_publication(text).map(|likely| (likely.day, likely.is_alone));
        let alone = |day: &str| Some((day.to_owned(), true));
        assert_eq!(told("A bridge\n\nPublished: 14 October 2024\n\nIt was opened."), alone("2024-10-14"));
        assert_eq!(told("A bridge\nIt was opened.\nOctober 14, 2024"), alone("2024-10-14"));
        assert_eq!(told("On 3 May 2020 a bridge fell\n4 May 2020\nIt was old."), alone("2020-05-04"));
        assert_eq!(told("A bridge\nIt fell on 3 May 2020."), Some(("2020-05-03".to_owned(), false)));
        assert_eq!(told("A bridge\nOctober 2024"), None);
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
