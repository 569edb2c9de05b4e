//! Places whose words begin another name: `China Daily`, `Milan Vrabec`.

use super::page::Paragraph;
use super::word::Word;
use crate::language::is_of_woman;
use crate::language::press::Meaning;

/// Whether a place that ends before a word is the begin of a body's name: `China Daily`, `Belgrade Center for …`, but
/// not `in China President …` and `Serbia Xi …`.
pub(super) fn begins_body(paragraph: &Paragraph, end: usize) -> bool {
    let is_next = |word: &&Word| word.is_namelike() && word.is_spaced;
    let run = (end..end + 5).map_while(|at| paragraph.word(at).filter(is_next));
    run.into_iter().any(|word| word.head().is_some())
}

/// Whether a place of one word is the given name of somebody: `Milan Vrabec`; `Israel Katz` only where a title or commas
/// say so, since a country is more often meant. `in Milan Vrabec said` has a place and a name.
pub(super) fn begins_person(paragraph: &Paragraph, at: usize) -> bool {
    let is_surname = |word: &Word| {
        word.is_namelike() && word.is_spaced && !word.is_title() && !word.is_acronym && word.head().is_none()
    };
    if !paragraph.word(at + 1).is_some_and(is_surname) || paragraph.in_run(at) != paragraph.in_run(at + 1) {
        return false;
    }
    let before = at.checked_sub(1);
    let means = |meaning: fn(&Word) -> bool| before.and_then(|at| paragraph.word(at)).is_some_and(meaning);
    let is_titled = means(Word::is_title);
    let is_between_commas = before.is_some_and(|at| paragraph.is_sign(at, ',')) && paragraph.is_sign(at + 2, ',');
    let is_given = is_of_woman(paragraph.key(at)).is_some();
    is_titled || is_between_commas || is_given && !means(|word| word.means(Meaning::Preposition))
}
