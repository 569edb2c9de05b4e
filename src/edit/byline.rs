//! Who likely wrote and published an article: what stands in its byline and its dateline.

use crate::index::fold;

/// So many lines are looked at, from the first.
const HEAD_LINES: usize = 8;
/// A byline is no longer than this, in characters, and a dateline neither.
const LONGEST_LINE: usize = 160;
const LONGEST_DATELINE: usize = 60;
/// A name of an outlet, or of a person, has at most so many words.
const MOST_WORDS: usize = 6;
/// What a byline begins with.
const BY: &[&str] = &["by", "von", "par", "por", "di", "pise", "autor", "autori"];
/// What tells that a name behind a byline is an outlet, and no further author.
const OF_OUTLETS: &[&str] = &[
    "press",
    "agency",
    "agence",
    "agencia",
    "agentur",
    "agencija",
    "news",
    "times",
    "post",
    "radio",
    "television",
    "tv",
    "wire",
    "journal",
    "gazette",
    "herald",
    "tribune",
    "guardian",
    "zeitung",
    "service",
    "media",
    "daily",
    "today",
    "reuters",
    "ap",
    "afp",
    "dpa",
    "apa",
    "ansa",
    "efe",
    "tass",
    "xinhua",
    "bbc",
    "cnn",
    "rfe/rl",
    "tanjug",
    "beta",
    "bloomberg",
    "interfax",
    "kyodo",
    "anadolu",
    "ritzau",
    "ntb",
    "tt",
    "bns",
];

/// Who likely wrote an article, and who published it; empty where its head does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Byline {
    /// Those who wrote it, as the byline has them: `Ilse Marant and Tomas Brekke`.
    pub authors: String,
    /// Who published it: of the byline, or else of the dateline.
    pub publisher: String,
}

/// What the head of an article tells of who wrote and published it.
#[must_use]
pub fn likely_byline(text: &str) -> Byline {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD_LINES).collect();
    let mut found = lines.iter().skip(1).find_map(|line| by_line(line)).unwrap_or_default();
    if found.publisher.is_empty() {
        found.publisher = lines.iter().find_map(|line| of_dateline(line)).unwrap_or_default();
    }
    if found.publisher.is_empty() {
        let agency = lines.iter().skip(1).find(|line| is_agency_alone(line));
        found.publisher = agency.map(|line| (*line).to_owned()).unwrap_or_default();
    }
    found
}

/// `By Ilse Marant and Tomas Brekke, Meridian Press`.
fn by_line(line: &str) -> Option<Byline> {
    if line.chars().count() > LONGEST_LINE || line.ends_with(['.', '?', '!', '”', '"']) {
        return None;
    }
    let (by, rest) = line.split_once([' ', ':'])?;
    if !BY.contains(&fold(by).as_str()) {
        return None;
    }
    let rest = rest.trim_start_matches([':', ' ']);
    let parts: Vec<&str> = rest.split([',', '|', '·']).flat_map(|part| part.split(" for ")).map(str::trim).collect();
    let is_outlet = |part: &&&str| fold(part).split(' ').any(|word| OF_OUTLETS.contains(&word));
    let publisher = parts.iter().rfind(is_outlet).map(|part| (*part).to_owned()).unwrap_or_default();
    let of_people = |part: &&&str| !is_outlet(part) && is_name(part);
    let authors: Vec<&str> = parts.iter().take_while(of_people).copied().collect();
    let is_told = !authors.is_empty() || !publisher.is_empty();
    is_told.then(|| Byline { authors: authors.join(", "), publisher })
}

/// `LJUBEN (Meridian Press) —`, `OSLO, 4 May (Reuters) -`: what stands in the first brackets, before a dash.
fn of_dateline(line: &str) -> Option<String> {
    let (before, rest) = line.split_once('(')?;
    let (name, behind) = rest.split_once(')')?;
    let place = before.split([',', ' ']).next().unwrap_or_default();
    let is_place = place.chars().any(char::is_alphabetic) && !place.chars().any(char::is_lowercase);
    let has_dash = behind.trim_start().starts_with(['-', '–', '—', '―']);
    let is_short = before.chars().count() <= LONGEST_DATELINE;
    (is_place && has_dash && is_short && is_name(name)).then(|| name.trim().to_owned())
}

/// A line that is the name of an agency: `Agence Boréale`.
fn is_agency_alone(line: &str) -> bool {
    let first = fold(line);
    let begins = ["agence ", "agencia ", "agenzia ", "agentur ", "agencija "];
    begins.iter().any(|begin| first.starts_with(begin)) && is_name(line) && !line.ends_with('.')
}

/// Whether words are a name: few, and the first begins with a capital.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=MOST_WORDS).contains(&count)
        && words.trim().starts_with(char::is_uppercase)
        && !words.chars().any(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn byline(text: &str) -> (String, String) {
        let Byline { authors, publisher } = likely_byline(text);
        (authors, publisher)
    }

    #[test]
    fn the_publisher_is_told_by_the_byline_or_the_dateline() {
        for (text, authors, publisher) in [
            (
                "A pact\n\nBy Ilse Marant and Tomas Brekke, Meridian Press\nLJUBEN, 14 March 2025\n\nIt came.",
                "Ilse Marant and Tomas Brekke",
                "Meridian Press",
            ),
            ("A pact\n\nBy Ilse Marant\n\nOSLO (Reuters) - It came.", "Ilse Marant", "Reuters"),
            ("A pact\n\nLJUBEN (Meridian Press) — It came.", "", "Meridian Press"),
            ("A pact\n\nOSLO, May 4 (AP) – It came.", "", "AP"),
            ("A pact\n\nBy Ilse Marant for The Northern Times\n\nIt came.", "Ilse Marant", "The Northern Times"),
            ("A pact\n\nAgence Boréale\n\nIt came.", "", "Agence Boréale"),
            // What is a sentence, or a remark in brackets, tells nobody.
            ("A pact\n\nBy noon, the Press was there.", "", ""),
            ("A pact\n\nThe body (NFO) – which mediates – came.", "", ""),
            ("By sea and by land\n\nThey came (late) - and went.", "", ""),
            ("", "", ""),
        ] {
            assert_eq!(byline(text), (authors.to_owned(), publisher.to_owned()), "{text}");
        }
    }
}
