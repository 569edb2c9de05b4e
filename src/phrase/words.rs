//! The words of a typed date, folded: small letters, plain dashes, single spaces.

use crate::index::fold;

/// Months as people write them, folded: English, and Serbian in Latin letters; at least the first three letters.
const MONTHS: &[(&str, u8)] = &[
    ("january", 1),
    ("januar", 1),
    ("february", 2),
    ("februar", 2),
    ("march", 3),
    ("mart", 3),
    ("april", 4),
    ("may", 5),
    ("maj", 5),
    ("june", 6),
    ("juni", 6),
    ("july", 7),
    ("juli", 7),
    ("august", 8),
    ("avgust", 8),
    ("september", 9),
    ("septembar", 9),
    ("october", 10),
    ("oktobar", 10),
    ("november", 11),
    ("novembar", 11),
    ("december", 12),
    ("decembar", 12),
];

/// Endings of months in the Serbian genitive, `14. oktobra`.
const GENITIVES: &[(&str, u8)] = &[
    ("januara", 1),
    ("februara", 2),
    ("marta", 3),
    ("aprila", 4),
    ("maja", 5),
    ("juna", 6),
    ("jula", 7),
    ("avgusta", 8),
    ("septembra", 9),
    ("oktobra", 10),
    ("novembra", 11),
    ("decembra", 12),
];

/// Which month a folded word names.
pub(super) fn month(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    if word.len() < 3 {
        return None;
    }
    let begins = |known: &str| known.starts_with(word);
    let short = if word == "sept" { "september" } else { word };
    let found = MONTHS.iter().find(|(known, _)| begins(known) || *known == short);
    found.or_else(|| GENITIVES.iter().find(|(known, _)| *known == word)).map(|(_, month)| *month)
}

/// The text in small Latin letters, with plain dashes and single spaces.
pub(super) fn fold_words(text: &str) -> String {
    let plain: String = text.chars().map(|c| if matches!(c, '–' | '—' | '−' | '‐' | '‑') { '-' } else { c }).collect();
    fold(&plain).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What follows one of these words.
pub(super) fn after<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        let is_sign = !word.ends_with(|c: char| c.is_alphanumeric());
        let ends = rest.starts_with(' ') || (is_sign && !rest.is_empty());
        ends.then(|| rest.trim_start())
    })
}

/// The text without its doubt, and the mark that EDTF has for it.
pub(super) fn doubt(text: &str) -> (&str, &'static str) {
    let about = ["c.", "ca.", "ca", "c", "circa", "about", "around", "approximately", "approx.", "roughly", "~", "oko"];
    let perhaps = ["maybe", "perhaps", "possibly", "probably", "likely", "mozda"];
    let (rest, is_about) = match after(text, &about) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (rest, is_perhaps) = match after(rest, &perhaps) {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let bare = rest.trim_end_matches(['?', '~']).trim_end();
    let is_perhaps = is_perhaps || rest.ends_with('?');
    let is_about = is_about || rest.ends_with('~');
    match (is_about, is_perhaps) {
        (true, true) => (bare, "%"),
        (true, false) => (bare, "~"),
        (false, true) => (bare, "?"),
        (false, false) => (bare, ""),
    }
}
