//! The name of an actor as it is written at home.

use crate::index::Reader;
use crate::model::{Actor, Name};

/// The languages of countries (ISO 3166-1 to ISO 639) whose people mostly write another script than Latin, or whose
/// names for themselves differ from the English ones; the first is preferred.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("AE", &["ar"]),
    ("AF", &["ps", "fa"]),
    ("AL", &["sq"]),
    ("AM", &["hy"]),
    ("AT", &["de"]),
    ("AZ", &["az"]),
    ("BA", &["bs", "sr", "hr"]),
    ("BD", &["bn"]),
    ("BG", &["bg"]),
    ("BY", &["be", "ru"]),
    ("CN", &["zh"]),
    ("CY", &["el", "tr"]),
    ("CZ", &["cs"]),
    ("DE", &["de"]),
    ("DZ", &["ar"]),
    ("EG", &["ar"]),
    ("ES", &["es"]),
    ("ET", &["am"]),
    ("FR", &["fr"]),
    ("GE", &["ka"]),
    ("GR", &["el"]),
    ("HK", &["zh"]),
    ("HR", &["hr"]),
    ("HU", &["hu"]),
    ("IL", &["he"]),
    ("IN", &["hi"]),
    ("IQ", &["ar", "ku"]),
    ("IR", &["fa"]),
    ("IT", &["it"]),
    ("JO", &["ar"]),
    ("JP", &["ja"]),
    ("KG", &["ky", "ru"]),
    ("KH", &["km"]),
    ("KP", &["ko"]),
    ("KR", &["ko"]),
    ("KW", &["ar"]),
    ("KZ", &["kk", "ru"]),
    ("LA", &["lo"]),
    ("LB", &["ar"]),
    ("LY", &["ar"]),
    ("MA", &["ar"]),
    ("ME", &["cnr", "sr"]),
    ("MK", &["mk", "sq"]),
    ("MM", &["my"]),
    ("MN", &["mn"]),
    ("MO", &["zh"]),
    ("NP", &["ne"]),
    ("OM", &["ar"]),
    ("PK", &["ur"]),
    ("PL", &["pl"]),
    ("PS", &["ar"]),
    ("PT", &["pt"]),
    ("QA", &["ar"]),
    ("RO", &["ro"]),
    ("RS", &["sr"]),
    ("RU", &["ru"]),
    ("SA", &["ar"]),
    ("SD", &["ar"]),
    ("SI", &["sl"]),
    ("SK", &["sk"]),
    ("SY", &["ar"]),
    ("TH", &["th"]),
    ("TJ", &["tg"]),
    ("TN", &["ar"]),
    ("TR", &["tr"]),
    ("TW", &["zh"]),
    ("UA", &["uk"]),
    ("UZ", &["uz"]),
    ("VN", &["vi"]),
    ("XK", &["sq", "sr"]),
    ("YE", &["ar"]),
];

/// The name of an actor in a language of its country, another script than Latin before Latin; where its country tells
/// nothing, its first name in another script. `None` where there is none but the name that is shown anyway.
#[must_use]
pub fn own_name<'a>(reader: &Reader, actor: &'a Actor) -> Option<&'a str> {
    let others = || actor.names.iter().filter(|name| !name.text.is_empty() && name.text != actor.name);
    others().next()?;
    let country = reader.country_of_actor(&actor.id);
    let languages = country.as_deref().map_or(&[][..], languages_of);
    let at_home = |name: &&Name| languages.contains(&language_of(&name.lang));
    let in_other_script = |name: &&Name| is_other_script(&name.text);
    let found = others()
        .find(|name| at_home(name) && in_other_script(name))
        .or_else(|| others().find(at_home))
        .or_else(|| others().find(|name| languages.is_empty() && in_other_script(name)));
    found.map(|name| name.text.as_str())
}

fn languages_of(country: &str) -> &'static [&'static str] {
    let found = LANGUAGES.binary_search_by_key(&country, |(code, _)| code);
    found.ok().and_then(|index| LANGUAGES.get(index)).map_or(&[], |(_, languages)| languages)
}

/// The language of a BCP 47 tag: `sr` of `sr-Cyrl`.
fn language_of(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// Whether a text has a letter beyond the Latin blocks of Unicode.
fn is_other_script(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && !matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'))
}

#[cfg(test)]
mod tests {
    use super::LANGUAGES;

    #[test]
    fn countries_are_sorted_for_the_search() {
        assert!(LANGUAGES.is_sorted_by_key(|(code, _)| *code));
    }
}
