//! The ways in which one name is written in Latin letters: with and without its accents, as German, English, French or
//! Serbian usage puts Cyrillic and Greek ones, in either order.
//!
//! Two spellings are of one name, so far as letters can tell, where they share a way. A name in plain Latin letters has
//! one way alone, so that `Xu` and `Xue`, or `Zhang` and `Zang`, are never taken for each other.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::romanise::{cyrillic_ways, greek_ways, is_cyrillic, is_greek};

/// A name has at most so many ways.
const MOST_WAYS: usize = 48;

/// What a Latin letter with more than an accent can stand as: plainly, and by two letters.
const LATIN: &[(char, &str, &str)] = &[
    ('ä', "a", "ae"),
    ('ö', "o", "oe"),
    ('ü', "u", "ue"),
    ('å', "a", "aa"),
    ('ø', "o", "oe"),
    ('æ', "ae", "ae"),
    ('œ', "oe", "oe"),
    ('ß', "ss", "ss"),
    ('þ', "th", "th"),
    ('ð', "d", "dh"),
    ('đ', "d", "dj"),
    ('ł', "l", "l"),
    ('ı', "i", "i"),
    ('ŋ', "n", "ng"),
    ('ə', "a", "e"),
    ('ħ', "h", "h"),
    ('č', "c", "ch"),
    ('ć', "c", "ch"),
    ('š', "s", "sh"),
    ('ž', "z", "zh"),
    ('ş', "s", "sh"),
    ('ș', "s", "sh"),
    ('ç', "c", "ch"),
    ('ğ', "g", "gh"),
    ('ñ', "n", "ny"),
];
/// Letters that go by two letters together, as one usage has it: those of German and the north, `đ`, and the hissing ones.
const FAMILIES: [&[char]; 3] =
    [&['ä', 'ö', 'ü', 'å', 'ø', 'ŋ', 'ə', 'ð'], &['đ'], &['č', 'ć', 'š', 'ž', 'ş', 'ș', 'ç', 'ğ', 'ñ']];

/// The ways in which a name is written in plain Latin letters, each once: words in small letters, a space between two.
#[must_use]
pub fn latin_ways(name: &str) -> Vec<String> {
    let letters = joined(name);
    if letters.is_ascii() {
        return vec![evened(&letters)];
    }
    let mut ways: Vec<String> = vec![String::new()];
    // The usages go on together through the name, so that no way mixes two.
    let has = |is: fn(char) -> bool| letters.contains(is);
    if has(is_cyrillic) {
        ways = cyrillic_ways(&letters);
    } else if has(is_greek) {
        ways = greek_ways(&letters);
    } else {
        ways.clear();
        for mask in 0..1_u8 << FAMILIES.len() {
            let by_two = |c: char| {
                FAMILIES.iter().enumerate().any(|(family, letters)| mask & (1 << family) != 0 && letters.contains(&c))
            };
            ways.push(latin(&letters, by_two));
        }
    }
    let mut found: Vec<String> = Vec::new();
    for way in ways {
        let way = evened(&latin(&way, |_| false));
        if !way.is_empty() && !found.contains(&way) && found.len() < MOST_WAYS {
            found.push(way);
        }
    }
    found
}

/// The spellings of a word in plain Latin letters, where it has letters that have several: `Köhßler` as `kohssler` and
/// `koehssler`. None of a word in plain letters or in another script.
#[must_use]
pub fn plain_spellings(word: &str) -> Vec<String> {
    if word.is_ascii() {
        return Vec::new();
    }
    let letters = joined(word);
    if letters.contains(is_cyrillic)
        || letters.contains(is_greek)
        || !letters.contains(|c| LATIN.iter().any(|(known, ..)| *known == c))
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    for mask in 0..1_u8 << FAMILIES.len() {
        let by_two = |c: char| {
            FAMILIES.iter().enumerate().any(|(family, letters)| mask & (1 << family) != 0 && letters.contains(&c))
        };
        let way = latin(&letters, by_two);
        if !way.is_empty() && !found.contains(&way) {
            found.push(way);
        }
    }
    found
}

/// Whether the words of a name may change their places, as those of a person's do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordOrder {
    /// `BERG, Anna` is `Anna Berg`; titles and initials may be left out.
    Any,
    /// `Bank of China` is no other bank.
    AsWritten,
}

/// What two spellings of one name have in common: the ways of it with its words, in their order of the alphabet where
/// they may change their places, and with its words run together.
#[must_use]
pub fn name_keys(name: &str, order: WordOrder) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    let mut add = |words: &mut Vec<&str>| {
        let run_together = words.concat();
        if order == WordOrder::Any {
            words.sort_unstable();
        }
        for key in [words.join(" "), run_together] {
            if !key.is_empty() && !keys.contains(&key) {
                keys.push(key);
            }
        }
    };
    // A hyphen joins two syllables of a name, or parts two names.
    let without_hyphens: String = name.chars().filter(|c| !matches!(c, '-' | '‐' | '‑')).collect();
    let mut names = vec![name, without_hyphens.as_str()];
    names.dedup();
    for way in names.into_iter().flat_map(key_ways) {
        let words: Vec<String> = way.split(' ').filter(|word| !word.is_empty()).map(usual_spelling).collect();
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        // An article before the name of a body is written or not.
        if order == WordOrder::AsWritten && words.len() > 2 && words.first() == Some(&"the") {
            words.remove(0);
        }
        let bare: Vec<&str> = words.iter().copied().filter(|word| !is_title(word) && word.len() > 1).collect();
        let is_shorter = bare.len() < words.len();
        add(&mut words);
        if order == WordOrder::Any && is_shorter && bare.len() > 1 {
            add(&mut bare.clone());
        }
    }
    keys
}

/// The single letters of a name that stand for names.
#[must_use]
pub fn initials(name: &str) -> Vec<String> {
    joined(name).split(' ').filter(|word| word.chars().count() == 1).map(str::to_owned).collect()
}

/// The ways of a name; a short word in plain letters is as it is, since `Mai` and `May` are two.
fn key_ways(name: &str) -> Vec<String> {
    const SHORT: usize = 3;
    let letters = joined(name);
    if !letters.is_ascii() {
        return latin_ways(name);
    }
    let word = |word: &str| if word.len() <= SHORT { word.to_owned() } else { evened(word) };
    vec![letters.split(' ').map(word).collect::<Vec<_>>().join(" ")]
}

fn is_title(word: &str) -> bool {
    const TITLES: [&str; 15] = [
        "dr",
        "prof",
        "professor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "dame",
        "gen",
        "col",
        "capt",
        "amb",
        "hon",
        "ing",
    ];
    TITLES.contains(&word)
}

/// A word in one of the spellings that usages of Latin letters differ in: `Yevgeny` as `Evgeny`, `Iulia` as `Yulia`,
/// `Ilya` as `Ilia`, `Gorbachov` as `Gorbachev`. Short words are as they are.
fn usual_spelling(word: &str) -> String {
    let mut word = word.to_owned();
    if word.len() < 4 || !word.is_ascii() {
        return word;
    }
    if let Some((_, usual)) = ARABIC.iter().find(|(spelling, _)| *spelling == word) {
        return (*usual).to_owned();
    }
    if let Some(rest) = word.strip_prefix("ye") {
        word = format!("e{rest}");
    }
    if let Some(rest) = word.strip_prefix("iu") {
        word = format!("yu{rest}");
    }
    for ending in ["iya", "iia", "ija", "iy", "ya"] {
        let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 1);
        if let Some(stem) = stem.filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y'])) {
            word = format!("{stem}{}", if ending == "iy" { "i" } else { "ia" });
            break;
        }
    }
    for ending in ["hov", "hyov"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.ends_with(['c', 's', 'z'])) {
            word = format!("{stem}hev");
            break;
        }
    }
    word
}

/// Names that go by many spellings in Latin letters, and the one that they are compared by.
const ARABIC: &[(&str, &str)] = &[
    ("mohammed", "muhammad"),
    ("mohammad", "muhammad"),
    ("mohamed", "muhammad"),
    ("mohamad", "muhammad"),
    ("muhammed", "muhammad"),
    ("ahmed", "ahmad"),
    ("hussein", "husain"),
    ("hussain", "husain"),
    ("husayn", "husain"),
    ("yousef", "yusuf"),
    ("youssef", "yusuf"),
    ("yousuf", "yusuf"),
    ("aleksander", "aleksandr"),
];

/// Cyrillic letters that look like Latin ones, in small letters.
const LOOK_ALIKES: [(char, char); 16] = [
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('к', 'k'),
    ('м', 'm'),
    ('т', 't'),
    ('н', 'h'),
    ('в', 'b'),
    ('ԁ', 'd'),
];

/// Words that mix Latin letters with Cyrillic ones that look like them, in Latin ones alone.
fn unmixed(letters: &str) -> String {
    let word = |word: &str| {
        let latin = |c: char| LOOK_ALIKES.iter().find(|(known, _)| *known == c).map(|(_, latin)| *latin);
        let is_mixed = word.contains(|c: char| c.is_ascii_alphabetic())
            && word.contains(is_cyrillic)
            && word.chars().all(|c| !is_cyrillic(c) || latin(c).is_some());
        if is_mixed { word.chars().map(|c| latin(c).unwrap_or(c)).collect() } else { word.to_owned() }
    };
    letters.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

/// The letters and digits of a name in small letters, accents joined to theirs, words parted by one space. Apostrophes
/// stand within words; hyphens, dots and commas part them.
fn joined(name: &str) -> String {
    let mut joined = String::with_capacity(name.len());
    // NFKC would make a space and an accent of it.
    let name = name.chars().map(|c| if c == '´' { '\'' } else { c });
    for c in name.nfkc().flat_map(char::to_lowercase) {
        match c {
            '\''
            | '’'
            | '‘'
            | '‛'
            | 'ʼ'
            | 'ʻ'
            | 'ʹ'
            | 'ʾ'
            | 'ʿ'
            | '´'
            | '`'
            | '′'
            | 'ь'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {}
            c if c.is_alphanumeric() || is_combining_mark(c) => joined.push(c),
            _ if joined.ends_with(' ') || joined.is_empty() => {}
            _ => joined.push(' '),
        }
    }
    joined.truncate(joined.trim_end().len());
    if joined.is_ascii() || !joined.contains(is_cyrillic) { joined } else { unmixed(&joined) }
}

/// Latin letters without accents; those that `by_two` tells by two letters, where they have two.
fn latin(letters: &str, by_two: impl Fn(char) -> bool) -> String {
    let mut way = String::with_capacity(letters.len());
    for c in letters.chars() {
        if c.is_ascii() {
            way.push(c);
        } else if let Some((_, plain, two)) = LATIN.iter().find(|(known, ..)| *known == c) {
            way.push_str(if by_two(c) { two } else { plain });
        } else {
            // Vietnamese letters have two accents, of which the inner one may be such a letter.
            way.extend(std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)));
        }
    }
    way
}

/// What all usages differ in without telling names apart: the half vowel at the end of a syllable, `x` for `ks`.
fn evened(way: &str) -> String {
    let mut evened = String::with_capacity(way.len());
    let chars: Vec<char> = way.chars().collect();
    let is_vowel = |c: Option<&char>| c.is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let next = chars.get(at + 1);
        match (c, next) {
            ('i' | 'y', Some('i' | 'y' | 'j')) if !is_vowel(chars.get(at + 2)) => {
                evened.push('i');
                at += 1;
            }
            ('y' | 'j', next) if is_vowel(before) && !is_vowel(next) => evened.push('i'),
            ('y', next) if before.is_some_and(|c| *c != ' ') && !is_vowel(next) => evened.push('i'),
            ('x', _) => evened.push_str("ks"),
            (c, _) => evened.push(*c),
        }
        at += 1;
    }
    evened
}

#[cfg(test)]
mod tests;
