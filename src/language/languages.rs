//! All languages whose words are known.

use super::table::Language;
use super::{
    arabic, chinese, czech, dutch, english, french, german, greek, italian, japanese, polish, portuguese, russian,
    serbian, spanish, turkish, ukrainian,
};

/// All languages, in the order in which what they say is told.
pub static LANGUAGES: &[&Language] = &[
    &english::ENGLISH,
    &german::GERMAN,
    &french::FRENCH,
    &spanish::SPANISH,
    &italian::ITALIAN,
    &portuguese::PORTUGUESE,
    &dutch::DUTCH,
    &polish::POLISH,
    &czech::CZECH,
    &serbian::SERBIAN,
    &russian::RUSSIAN,
    &ukrainian::UKRAINIAN,
    &turkish::TURKISH,
    &greek::GREEK,
    &arabic::ARABIC,
    &chinese::CHINESE,
    &japanese::JAPANESE,
];

/// The language of a BCP 47 tag (`de`, `sr-Latn`), if its words are known.
#[must_use]
pub fn language(tag: &str) -> Option<&'static Language> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().copied().find(|language| language.tags.iter().any(|tag| tag.eq_ignore_ascii_case(primary)))
}
