//! Cyrillic and Greek letters in Latin ones, in the usages of several languages.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How Cyrillic letters are put; a letter that is not named is put as in [`plain_cyrillic`].
struct Usage {
    letters: &'static [(char, &'static str)],
}

/// British and American usage (BGN/PCGN).
#[rustfmt::skip] // in rows, as a table is read
const ENGLISH: Usage = Usage {
    letters: &[
        ('ж', "zh"), ('х', "kh"), ('ц', "ts"), ('ч', "ch"), ('ш', "sh"), ('щ', "shch"), ('ю', "yu"),
        ('я', "ya"), ('й', "y"), ('ы', "y"), ('є', "ye"), ('ї', "yi"), ('ћ', "ch"), ('џ', "dzh"),
        ('ђ', "dj"), ('ј', "y"), ('љ', "ly"), ('њ', "ny"),
    ],
};
/// The same with i for the half vowel, as in passports (ICAO 9303).
#[rustfmt::skip] // in rows, as a table is read
const PASSPORT: Usage = Usage {
    letters: &[
        ('ж', "zh"), ('х', "kh"), ('ц', "ts"), ('ч', "ch"), ('ш', "sh"), ('щ', "shch"), ('ю', "iu"),
        ('я', "ia"), ('й', "i"), ('ы', "y"), ('є', "ie"), ('ї', "i"), ('ћ', "c"), ('џ', "dz"), ('ђ', "d"),
        ('ј', "j"), ('љ', "lj"), ('њ', "nj"),
    ],
};
/// The usage of science and of Serbian, its accents left out.
#[rustfmt::skip] // in rows, as a table is read
const SCIENCE: Usage = Usage {
    letters: &[
        ('ж', "z"), ('х', "h"), ('ц', "c"), ('ч', "c"), ('ш', "s"), ('щ', "sc"), ('ю', "ju"), ('я', "ja"),
        ('й', "j"), ('ы', "y"), ('є', "je"), ('ї', "ji"), ('ћ', "c"), ('џ', "dz"), ('ђ', "dj"), ('ј', "j"),
        ('љ', "lj"), ('њ', "nj"),
    ],
};
/// German usage.
#[rustfmt::skip] // in rows, as a table is read
const GERMAN: Usage = Usage {
    letters: &[
        ('ж', "sch"), ('х', "ch"), ('ц', "z"), ('ч', "tsch"), ('ш', "sch"), ('щ', "schtsch"), ('ю', "ju"),
        ('я', "ja"), ('й', "i"), ('ы', "y"), ('в', "w"), ('з', "s"), ('ћ', "tsch"), ('џ', "dsch"),
        ('ђ', "dj"), ('ј', "j"), ('љ', "lj"), ('њ', "nj"), ('є', "je"), ('ї', "ji"),
    ],
};
/// French usage.
#[rustfmt::skip] // in rows, as a table is read
const FRENCH: Usage = Usage {
    letters: &[
        ('ж', "j"), ('х', "kh"), ('ц', "ts"), ('ч', "tch"), ('ш', "ch"), ('щ', "chtch"), ('ю', "iou"),
        ('я', "ia"), ('й', "i"), ('ы', "y"), ('у', "ou"), ('ћ', "tch"), ('џ', "dj"), ('ђ', "dj"),
        ('ј', "i"), ('љ', "li"), ('њ', "ni"), ('є', "ie"), ('ї', "i"),
    ],
};
/// Ukrainian and Bulgarian usage, where they differ from the English one of Russian.
#[rustfmt::skip] // in rows, as a table is read
const UKRAINIAN: Usage = Usage {
    letters: &[
        ('ж', "zh"), ('х', "kh"), ('ц', "ts"), ('ч', "ch"), ('ш', "sh"), ('щ', "shch"), ('ю', "iu"),
        ('я', "ia"), ('й', "i"), ('и', "y"), ('г', "h"), ('є', "ie"), ('ї', "i"), ('ы', "y"),
    ],
};
#[rustfmt::skip] // in rows, as a table is read
const BULGARIAN: Usage = Usage {
    letters: &[
        ('ж', "zh"), ('х', "h"), ('ц', "ts"), ('ч', "ch"), ('ш', "sh"), ('щ', "sht"), ('ю', "yu"),
        ('я', "ya"), ('й', "y"), ('ъ', "a"), ('ы', "y"),
    ],
};

/// How `ё` is put: by its dots, by its sound, or without either.
const YO: [&str; 3] = ["e", "o", "yo"];

/// How Greek is put: as it is written (ELOT 743), as it sounds, and as in Latin.
#[rustfmt::skip] // in rows, as a table is read
const GREEK: [&[(&str, &str)]; 3] = [
    &[
        ("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γχ", "nch"), ("γξ", "nx"), ("μπ", "b"),
        ("θ", "th"), ("χ", "ch"), ("ψ", "ps"), ("ξ", "x"), ("φ", "f"), ("β", "v"), ("υ", "y"), ("η", "i"),
    ],
    &[
        ("ου", "u"), ("αυ", "af"), ("ευ", "ef"), ("γγ", "ng"), ("γχ", "nh"), ("γκ", "g"), ("μπ", "mp"),
        ("ντ", "d"), ("ει", "i"), ("οι", "i"), ("αι", "e"), ("γι", "y"), ("θ", "th"), ("χ", "h"),
        ("ψ", "ps"), ("ξ", "x"), ("φ", "f"), ("β", "v"), ("υ", "i"), ("η", "i"),
    ],
    &[
        ("ου", "ou"), ("γγ", "ng"), ("γχ", "nch"), ("αι", "ai"), ("θ", "th"), ("χ", "kh"), ("ψ", "ps"),
        ("ξ", "x"), ("φ", "ph"), ("β", "b"), ("υ", "y"), ("η", "i"), ("μπ", "b"), ("γι", "y"),
    ],
];

pub(super) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

pub(super) fn is_greek(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

fn cyrillic(letters: &str, usage: &Usage, yo: &str) -> String {
    let mut way = String::with_capacity(letters.len());
    for c in letters.chars() {
        if c == 'ё' {
            way.push_str(yo);
        } else if let Some((_, put)) = usage.letters.iter().find(|(known, _)| *known == c) {
            way.push_str(put);
        } else if let Some(put) = plain_cyrillic(c) {
            way.push_str(put);
        } else {
            way.push(c);
        }
    }
    way
}

/// The Cyrillic letters that all usages put alike.
fn plain_cyrillic(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'ѓ' => "gj",
        'д' => "d",
        'е' | 'э' => "e",
        'ѐ' => "e",
        'з' => "z",
        'ѕ' => "dz",
        'и' | 'і' | 'ѝ' => "i",
        'к' => "k",
        'ќ' => "kj",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' => "u",
        'ф' => "f",
        'ъ' => "",
        _ => return None,
    })
}

fn greek(letters: &str, usage: &[(&str, &str)]) -> String {
    let plain: String =
        letters.nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'ς' { 'σ' } else { c }).collect();
    let mut way = String::with_capacity(plain.len());
    let mut rest = plain.as_str();
    while let Some(c) = rest.chars().next() {
        let found = usage.iter().find(|(greek, _)| rest.starts_with(greek));
        match found {
            Some((greek, put)) => {
                way.push_str(put);
                rest = rest.get(greek.len()..).unwrap_or_default();
            }
            None => {
                match plain_greek(c) {
                    Some(put) => way.push_str(put),
                    None => way.push(c),
                }
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
    way
}

fn plain_greek(c: char) -> Option<&'static str> {
    Some(match c {
        'α' => "a",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'ι' => "i",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' => "s",
        'τ' => "t",
        _ => return None,
    })
}

/// The ways in which Cyrillic letters of a name are put, each usage through all of it.
pub(super) fn cyrillic_ways(letters: &str) -> Vec<String> {
    [ENGLISH, PASSPORT, SCIENCE, GERMAN, FRENCH, UKRAINIAN, BULGARIAN]
        .iter()
        .flat_map(|usage| YO.iter().map(|yo| cyrillic(letters, usage, yo)))
        .collect()
}

/// The ways in which Greek letters of a name are put.
pub(super) fn greek_ways(letters: &str) -> Vec<String> {
    GREEK.iter().map(|usage| greek(letters, usage)).collect()
}
