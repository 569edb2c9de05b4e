//! Which words tell a date, by the tables of a language and by what stands beside them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use super::page::Paragraph;
use super::word::{Kind, Word};
use crate::language::press::Meaning;
use crate::language::{LANGUAGES, Language, Sense, tokens};

/// Four digits from here to there may be a year.
const FIRST_YEAR: u16 = 1800;
const LAST_YEAR: u16 = 2100;
/// What happens in a year, and is not counted: `the 1992 protests`.
const EVENTS: &[&str] = &[
    "attacks",
    "bombings",
    "ceremonies",
    "clashes",
    "demonstrations",
    "elections",
    "floods",
    "games",
    "hearings",
    "killings",
    "negotiations",
    "olympics",
    "polls",
    "protests",
    "reforms",
    "riots",
    "sanctions",
    "talks",
    "wars",
];

/// Days that are counted from one that was told, by words of their own: `am Vortag`, `tags darauf`.
const TOLD_DAYS: &[&str] = &["vortag", "tags"];
/// What lies around a feast and is longer than it.
const PERIODS: &[&str] = &["week", "weekend", "holiday", "holidays", "season", "period", "break", "recess", "vacation"];

/// The words of dates of a language.
#[derive(Default)]
pub(super) struct DateWords {
    /// Those that tell a date.
    core: HashSet<String>,
    /// All that a phrase may have.
    pub(super) all: HashSet<String>,
    /// Those of the first that are other words too.
    other: HashSet<String>,
    /// The days of the week.
    weekdays: HashSet<String>,
    /// First, second, third.
    ordinals: HashSet<String>,
    /// Those of months.
    months: HashSet<String>,
    /// Those of units of time.
    units: HashSet<String>,
    /// Those of seasons.
    seasons: HashSet<String>,
    /// Mornings, evenings, nights: a date behind what points at one that was told.
    day_times: HashSet<String>,
    /// Those of feasts.
    feasts: HashSet<String>,
    /// What points at a date that was told before: `the next`, `that`.
    told: HashSet<String>,
    /// What tells to which side of it something lies: `before`, `later`.
    sides: HashSet<String>,
    /// One of these is in each phrase that counts from something told elsewhere.
    pub(super) counting: HashSet<String>,
}

impl DateWords {
    /// Whether a word is a day of the week.
    #[must_use]
    pub(super) fn is_weekday(&self, key: &str) -> bool {
        self.weekdays.contains(key)
    }

    /// Whether a word is an ordinal in letters.
    #[must_use]
    pub(super) fn is_ordinal(&self, key: &str) -> bool {
        self.ordinals.contains(key)
    }

    /// Whether a word is a month.
    #[must_use]
    pub(super) fn is_month(&self, key: &str) -> bool {
        self.months.contains(key)
    }

    /// Whether a word is a day of the week, a season or a unit of time.
    #[must_use]
    pub(super) fn is_unit(&self, key: &str) -> bool {
        self.weekdays.contains(key) || self.seasons.contains(key) || self.units.contains(key)
    }
}

/// The words of dates of a language.
#[must_use]
pub(super) fn date_words(language: &'static Language) -> Option<&'static DateWords> {
    static WORDS: OnceLock<HashMap<&'static str, DateWords>> = OnceLock::new();
    let all = WORDS.get_or_init(|| LANGUAGES.iter().map(|language| (language.name, build(language))).collect());
    all.get(language.name)
}

fn build(language: &Language) -> DateWords {
    let mut words = DateWords::default();
    let split = |text: &str| tokens(text).into_iter().map(|token| token.text).collect::<Vec<_>>();
    let names =
        language.months.iter().chain(&language.short_months).chain(&language.weekdays).chain(&language.short_weekdays);
    for name in names.flat_map(|names| names.split('|')) {
        words.core.extend(split(name).into_iter().take(1));
        words.all.extend(split(name));
    }
    let months = language.months.iter().chain(&language.short_months);
    words.months.extend(months.flat_map(|names| names.split('|')).flat_map(split));
    let weekdays = language.weekdays.iter().chain(&language.short_weekdays);
    words.weekdays.extend(weekdays.flat_map(|names| names.split('|')).flat_map(split));
    words.ordinals.extend(language.ordinals.iter().flat_map(|names| names.split('|')).flat_map(split));
    words.other.extend(
        language.short_months.iter().chain(&language.short_weekdays).flat_map(|names| names.split('|')).flat_map(split),
    );
    words.other.extend(language.also_other_words.split('|').flat_map(split));
    for (sense, names) in language.words {
        let is_core = matches!(
            sense,
            Sense::Relative(..)
                | Sense::Feast(..)
                | Sense::Moving(_)
                | Sense::Unit(_)
                | Sense::Season(_)
                | Sense::ThirdOf(..)
        );
        for name in names.split('|') {
            if is_core {
                let tokens = split(name).into_iter().filter(|token| token != "this" && token != "trimester");
                words.core.extend(tokens.max_by_key(|token| token.chars().count()));
            }
            // `a fortnight`, but not `half`.
            if let (Sense::Length(..), [name]) = (sense, split(name).as_slice()) {
                words.core.insert(name.clone());
            }
            words.all.extend(split(name));
            match sense {
                Sense::Season(_) => words.seasons.extend(split(name)),
                Sense::Feast(..) | Sense::Moving(_) => words.feasts.extend(split(name).pop()),
                Sense::Unit(_) => words.units.extend(split(name)),
                Sense::DayTime | Sense::Night => {
                    words.day_times.extend(<[String; 1]>::try_from(split(name)).into_iter().flatten());
                }
                Sense::Told(_) => words.told.extend(split(name).pop()),
                Sense::Before | Sense::After | Sense::Earlier | Sense::Later => words.sides.extend(split(name)),
                _ => {}
            }
            if counts(*sense) {
                words.counting.extend(split(name));
            }
        }
    }
    for names in language.ordinals.iter().chain(language.numbers) {
        words.all.extend(names.split('|').flat_map(split));
    }
    words.core.extend(TOLD_DAYS.iter().filter(|day| words.all.contains(**day)).map(|day| (*day).to_owned()));
    words
}

fn counts(sense: Sense) -> bool {
    let is_side = matches!(sense, Sense::Before | Sense::After | Sense::Earlier | Sense::Later | Sense::Since);
    is_side || matches!(sense, Sense::Told(_) | Sense::Eve | Sense::Within)
}

/// Whether a word tells a date, by itself or by what stands beside it.
#[must_use]
pub(super) fn is_core(paragraph: &Paragraph, words: &DateWords, at: usize) -> bool {
    let Some(word) = paragraph.word(at) else { return false };
    match word.kind {
        Kind::Word if words.day_times.contains(&word.key) => is_told_part(paragraph, words, at),
        Kind::Word
            if words.core.contains(&word.key) || word.key.split('-').skip(1).any(|part| words.core.contains(part)) =>
        {
            let is_other = words.other.contains(&word.key);
            let beside_number = paragraph.word(at + 1).is_some_and(|next| next.kind == Kind::Number)
                || paragraph
                    .word(at + 2)
                    .is_some_and(|next| next.kind == Kind::Number && paragraph.is_sign(at + 1, '.'))
                || at.checked_sub(1).and_then(|before| paragraph.word(before)).is_some_and(|before| {
                    before.kind == Kind::Number
                        || matches!(
                            before.key.as_str(),
                            "in" | "of"
                                | "since"
                                | "late"
                                | "early"
                                | "mid"
                                | "last"
                                | "next"
                                | "this"
                                | "past"
                                | "coming"
                                | "im"
                                | "until"
                                | "by"
                        )
                        || before.key == "the" && paragraph.word(at + 1).is_some_and(|next| !next.is_capital)
                });
            // `Easter week` is none of its days, nor are `the Christmas holidays`.
            if words.feasts.contains(&word.key) && PERIODS.contains(&paragraph.key(at + 1)) {
                return false;
            }
            // `in the fall`, but neither `will fall` nor `the fall of the wall`.
            let is_pointed = at.checked_sub(1).is_some_and(|before| words.told.contains(paragraph.key(before)));
            let is_season =
                (beside_number || is_pointed) && words.seasons.contains(&word.key) && paragraph.key(at + 1) != "of";
            !is_other || is_season || word.is_capital && beside_number
        }
        // A year, or a day in numbers.
        Kind::Number => {
            let is_year = is_year(word);
            let leads = at.checked_sub(1).is_some_and(|before| {
                matches!(
                    paragraph.key(before),
                    "in" | "since"
                        | "year"
                        | "jahr"
                        | "seit"
                        | "bis"
                        | "en"
                        | "depuis"
                        | "u"
                        | "od"
                        | "by"
                        | "until"
                        | "of"
                ) || matches!(paragraph.key(before), "to" | "from")
                    && before.checked_sub(1).is_some_and(|verb| {
                        matches!(paragraph.key(verb), "dating" | "dates" | "dated" | "date" | "back" | "lasted")
                    })
            });
            // `in London from 1968, when …`.
            let is_from = at.checked_sub(1).is_some_and(|before| paragraph.key(before) == "from")
                && paragraph.word(at + 1).is_none_or(|next| {
                    next.is_sign(',') || next.is_sign('.') || next.means(Meaning::Conjunction) || next.key == "when"
                });
            let leads = leads || is_from || leads_to_year(paragraph, at);
            let is_day = word.key.matches(['.', '/', '-']).count() == 2
                || paragraph.is_sign(at + 1, '/')
                || paragraph.is_sign(at + 1, '-');
            is_year && leads || is_day && word.key.len() <= 10
        }
        _ => false,
    }
}

/// Whether a part of a day belongs to a day that was told before: `the next morning`, `that evening`, `the night before`.
fn is_told_part(paragraph: &Paragraph, words: &DateWords, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| paragraph.word(before));
    // `said that evening prayers …`.
    let is_clause =
        || at.checked_sub(2).and_then(|before| paragraph.word(before)).is_some_and(|cue| cue.cue().is_some());
    let is_pointed =
        before.is_some_and(|before| words.told.contains(&before.key) || before.key == "this") && !is_clause();
    let has_side = paragraph.word(at + 1).is_some_and(|next| words.sides.contains(&next.key));
    is_pointed || has_side && before.is_some_and(|before| before.means(Meaning::Article))
}

/// Whether what stands around four digits tells that they are a year: `between 1994 and 1997`, `the 1996 elections`.
fn leads_to_year(paragraph: &Paragraph, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| paragraph.key(before)).unwrap_or_default();
    let other = match before {
        "between" | "from" | "zwischen" | "von" => at + 2,
        "and" | "to" | "und" | "bis" => at.saturating_sub(2),
        _ => {
            let is_front =
                matches!(before, "the" | "a" | "his" | "her" | "its" | "their" | "early" | "late" | "mid" | "'s");
            // `the 2000 soldiers` are counted.
            let is_counted = paragraph.word(at + 1).is_none_or(|next| {
                let is_plural = next.key.ends_with('s') && !next.is_capital && !EVENTS.contains(&next.key.as_str());
                next.kind != Kind::Word || is_plural || next.means(Meaning::People)
            });
            return is_front && (!is_counted || matches!(before, "early" | "late" | "mid"));
        }
    };
    at != other && paragraph.word(other).is_some_and(is_year)
}

/// Whether a word is four digits that may be a year.
#[must_use]
pub(super) fn is_year(word: &Word) -> bool {
    word.kind == Kind::Number && word.key.len() == 4 && matches!(word.key.parse::<u16>(), Ok(FIRST_YEAR..=LAST_YEAR))
}

/// Whether a number behind a day of the week counts what comes next and is no day of a month: `on Tuesday for the first
/// talks`, `on Tuesday 12 ministers`. Without a month an ordinal in letters is never one in the press.
#[must_use]
pub(super) fn counts_a_thing(paragraph: &Paragraph, words: &DateWords, phrase: Range<usize>) -> bool {
    let keys = || phrase.clone().filter_map(|at| paragraph.word(at)).filter(|word| !word.is_any_sign());
    let is_ordinal = |key: &String| words.ordinals.contains(key);
    let is_number = |key: &String| key.starts_with(|c: char| c.is_ascii_digit());
    let names_more = keys().any(|word| {
        words.core.contains(&word.key) && !words.weekdays.contains(&word.key) && !is_ordinal(&word.key)
            || word.kind == Kind::Number && word.key.len() > 2
    });
    let names_weekday = keys().any(|word| words.weekdays.contains(&word.key));
    let is_followed = phrase.end < paragraph.sentence_of(phrase.start).end
        && paragraph.word(phrase.end).is_some_and(|next| next.kind == Kind::Word);
    names_weekday
        && !names_more
        && (keys().any(|word| is_ordinal(&word.key))
            || is_followed && keys().next_back().is_some_and(|word| is_number(&word.key)))
}
