//! Whether words that could be counted from the publication are counted from something else: `the following spring`, `the
//! Monday after the vote`, `two days before the summit`, `a week on Tuesday`.

use std::ops::Range;

use super::date_words::DateWords;
use super::page::Paragraph;
use super::word::{Kind, Word};
use crate::language::press::{Meaning, VisitWord};
use crate::phrase::Setting;

/// A verb of speech so near before `that` makes it a conjunction: `said on arrival that Monday's talks …`.
const CLAUSE: usize = 6;
/// What points at a day has at most so many words before it: `a week on`.
const POINTER: usize = 4;
/// Words of what points at a day.
const POINTERS: &[&str] = &[
    "the",
    "on",
    "in",
    "over",
    "during",
    "from",
    "that",
    "very",
    "previous",
    "following",
    "preceding",
    "ensuing",
    "next",
    "same",
    "a",
    "week",
    "weeks",
    "fortnight",
    "am",
    "im",
    "an",
    "der",
    "dem",
];
/// German pointers at a day that was told before.
const GERMAN_POINTERS: &[&str] = &[
    "folgenden",
    "darauffolgenden",
    "vorangegangenen",
    "vorhergehenden",
    "selben",
    "gleichen",
    "jenem",
    "jenen",
    "jener",
    "jenes",
];
/// What happens on a day, as a German noun ends: `am Montag nach der Wahl` is told by the vote, `am Montag nach dem
/// Frühstück` by the week.
const GERMAN_EVENTS: &[&str] = &[
    "wahl",
    "wahlen",
    "wahlsieg",
    "abstimmung",
    "referendum",
    "gipfel",
    "putsch",
    "krieg",
    "kriegs",
    "anschlag",
    "attentat",
    "unterzeichnung",
    "amtsantritt",
    "rücktritt",
    "waffenstillstand",
];

/// Whether what a length of time is counted from is named behind it, and is no visit: `two days before the summit`.
#[must_use]
pub(super) fn names_its_anchor(paragraph: &Paragraph, words: &Range<usize>) -> bool {
    let is_side = words.end.checked_sub(1).is_some_and(|last| paragraph.means(last, Meaning::Preposition));
    let end = paragraph.sentence_of(words.start).end;
    let next = paragraph.word(words.end).filter(|_| words.end < end);
    let is_pointed = matches!(paragraph.key(words.end), "that" | "this")
        && paragraph.word(words.end + 1).is_none_or(Word::is_any_sign);
    let is_named = next.is_some_and(|next| !next.is_any_sign() && !next.means(Meaning::And));
    let is_visit =
        (words.end..words.end + 4).any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Visit)));
    is_within(paragraph, words) || is_side && is_named && !is_pointed && !is_visit
}

/// `within days of the vote`, `within a week of taking office`.
fn is_within(paragraph: &Paragraph, words: &Range<usize>) -> bool {
    paragraph.key(words.start) == "within" && paragraph.key(words.end) == "of"
}

/// Whether a phrase that the reader counts from the publication is counted from something that the text tells.
#[must_use]
pub(super) fn counts_from_the_text(
    paragraph: &Paragraph,
    of_language: &DateWords,
    words: &Range<usize>,
    setting: &Setting,
) -> bool {
    let is_worded = words.clone().all(|at| paragraph.word(at).is_some_and(|word| word.kind == Kind::Word));
    let is_unit = |at: usize| of_language.is_unit(paragraph.key(at));
    is_worded
        && match setting.language.map(|language| language.name) {
            Some("English") => {
                let is_moved = is_moved_by_a_length(paragraph, of_language, words);
                follows_in_english(paragraph, of_language, words)
                    || is_within(paragraph, words)
                    || is_moved
                    || words.end.checked_sub(1).is_some_and(is_unit) && is_the_one(paragraph, of_language, words)
            }
            Some("German") => in_german(paragraph, of_language, words),
            _ => false,
        }
}

/// `the next week`, `the following spring`, `that Tuesday`.
fn follows_in_english(paragraph: &Paragraph, of_language: &DateWords, words: &Range<usize>) -> bool {
    let is_named = |at: usize| of_language.is_unit(paragraph.key(at)) || of_language.is_month(paragraph.key(at));
    let follows = |at: usize| match paragraph.key(at) {
        "following" | "preceding" | "previous" | "ensuing" => true,
        "next" | "same" => at.checked_sub(1).is_some_and(|before| paragraph.key(before) == "the"),
        "that" => {
            at + 1 == words.start
                && at + 2 == words.end
                && is_named(at + 1)
                && !is_conjunction(paragraph, at, words.end)
        }
        _ => false,
    };
    (words.start.saturating_sub(2)..words.end).any(follows)
}

/// Whether it is the one behind what was told: `the next week`, `the following spring`.
#[must_use]
pub(super) fn follows_at_once(paragraph: &Paragraph, words: &Range<usize>) -> bool {
    let is_next = |at: usize| matches!(paragraph.key(at), "next" | "following" | "ensuing");
    (words.start.saturating_sub(2)..words.end).any(is_next)
}

/// The words of a phrase with those that tell what it is counted from: `the previous Monday`, `on the Monday after`.
#[must_use]
pub(super) fn with_what_it_counts_from(paragraph: &Paragraph, words: Range<usize>, free: usize) -> Range<usize> {
    let lowest = free.max(paragraph.sentence_of(words.start).start).max(words.start.saturating_sub(POINTER));
    let belongs = |at: &usize| {
        let key = paragraph.key(*at);
        POINTERS.contains(&key) || GERMAN_POINTERS.contains(&key)
    };
    let start = (lowest..words.start).rev().take_while(belongs).last().unwrap_or(words.start);
    let is_side = match paragraph.key(words.end) {
        "after" | "before" => true,
        "nach" | "vor" => paragraph.means(words.end + 1, Meaning::Article),
        _ => false,
    };
    start..words.end + usize::from(is_side)
}

/// Whether `that` begins a clause: behind a verb of speech, unless the clause would end with the date.
fn is_conjunction(paragraph: &Paragraph, at: usize, end: usize) -> bool {
    let sentence = paragraph.sentence_of(at);
    let from = sentence.start.max(at.saturating_sub(CLAUSE));
    let has_cue = (from..at).any(|at| paragraph.word(at).is_some_and(|word| word.cue().is_some()));
    let goes_on = end < sentence.end
        && paragraph.word(end).is_some_and(|next| {
            !next.is_sign(',') && !next.is_sign('.') && !next.is_sign(';') && !next.means(Meaning::Preposition)
        });
    has_cue && goes_on
}

/// `the Monday after the vote`, `the weekend before the talks`, and a day of the week told as one that is known: `on the
/// Monday`.
fn is_the_one(paragraph: &Paragraph, of_language: &DateWords, words: &Range<usize>) -> bool {
    let Some(last) = words.end.checked_sub(1) else { return false };
    let before = last.checked_sub(1).map(|before| paragraph.key(before)).unwrap_or_default();
    let is_counted = of_language.is_ordinal(before);
    if before != "the" && !is_counted {
        return false;
    }
    let is_side = matches!(paragraph.key(words.end), "after" | "before" | "following" | "preceding");
    let is_named = is_side && paragraph.word(words.end + 1).is_some_and(|named| !named.is_any_sign());
    // `the Friday explosions` name a kind of them; `later in the day` is no day from now.
    let stands_alone =
        paragraph.word(words.end).is_none_or(|next| next.is_any_sign() || next.means(Meaning::Preposition))
            || paragraph.key(words.start) == "on";
    let is_day = of_language.is_weekday(paragraph.key(last)) && !matches!(paragraph.key(words.end), "of" | "in");
    is_named && paragraph.key(words.end + 1) != "last"
        || !is_counted && is_day && stands_alone
        || paragraph.key(last) == "day"
}

/// `a week on Tuesday`, `two weeks from Tuesday`, `Tuesday week`: a length of time moves the day.
fn is_moved_by_a_length(paragraph: &Paragraph, of_language: &DateWords, words: &Range<usize>) -> bool {
    let is_length = |at: usize| matches!(paragraph.key(at), "week" | "weeks" | "fortnight");
    let is_weekday = |at: usize| of_language.is_weekday(paragraph.key(at));
    let Some(last) = words.end.checked_sub(1).filter(|at| is_weekday(*at)) else { return false };
    let leads =
        if matches!(paragraph.key(words.start), "on" | "from") { words.start } else { words.start.wrapping_sub(1) };
    let is_led = matches!(paragraph.key(leads), "on" | "from") && leads.checked_sub(1).is_some_and(is_length);
    let is_followed = is_length(last + 1) && paragraph.word(last + 2).is_none_or(Word::is_any_sign);
    is_led || is_followed
}

/// `am folgenden Dienstag`, `am Montag nach der Wahl`, `Dienstag in einer Woche`.
fn in_german(paragraph: &Paragraph, of_language: &DateWords, words: &Range<usize>) -> bool {
    let is_pointer = |at: usize| GERMAN_POINTERS.contains(&paragraph.key(at));
    if (words.start.saturating_sub(1)..words.end).any(is_pointer) {
        return true;
    }
    let is_weekday = |at: usize| of_language.is_weekday(paragraph.key(at));
    let Some(last) = words.end.checked_sub(1) else { return false };
    let is_length = |at: usize| matches!(paragraph.key(at), "woche" | "wochen" | "tagen");
    // `Dienstag in einer Woche`: neither the day nor the length is counted from the publication alone.
    let is_moved = is_weekday(last) && paragraph.key(words.end) == "in" && is_length(words.end + 2);
    let moves =
        paragraph.key(words.start) == "in" && is_length(last) && words.start.checked_sub(1).is_some_and(is_weekday);
    let is_event = |at: usize| GERMAN_EVENTS.iter().any(|event| paragraph.key(at).ends_with(event));
    let is_side = matches!(paragraph.key(words.end), "nach" | "vor");
    let is_named = is_side
        && paragraph.means(words.end + 1, Meaning::Article)
        && (words.end + 2..words.end + 4).any(is_event)
        && of_language.is_unit(paragraph.key(last));
    is_moved || moves || is_named
}
