//! The words of a language, as its file lists them.

use super::sense::Sense;

/// How dates in numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberOrder {
    /// 14/10/2024.
    DayFirst,
    /// 2024/10/14.
    YearFirst,
    /// It differs between countries.
    Differs,
}

/// The words of a language. Those of one meaning are parted by `|`.
#[derive(Debug)]
pub struct Language {
    /// Its BCP 47 subtags, the most usual first.
    pub tags: &'static [&'static str],
    /// Its name in English.
    pub name: &'static str,
    /// In which order dates in numbers are written.
    pub order: NumberOrder,
    /// Whether one of a unit is told with its number, so that a unit without any is some of it: 日前 is some days ago.
    pub counts_each: bool,
    /// The names of the months, in every form that a date has.
    pub months: [&'static str; 12],
    /// Abbreviations of the months.
    pub short_months: [&'static str; 12],
    /// The days of the week from Monday.
    pub weekdays: [&'static str; 7],
    /// Abbreviations of the days of the week.
    pub short_weekdays: [&'static str; 7],
    /// Ordinals from the first, in every form that a date has.
    pub ordinals: &'static [&'static str],
    /// Numbers from one.
    pub numbers: &'static [&'static str],
    /// All other words.
    pub words: &'static [(Sense, &'static str)],
    /// Names of months that are other words too, and months only with a capital, beside a number or after `in`.
    pub also_other_words: &'static str,
}

/// For a language without abbreviations of its months.
pub(super) const NO_MONTHS: [&str; 12] = [""; 12];
/// For a language without abbreviations of its weekdays.
pub(super) const NO_DAYS: [&str; 7] = [""; 7];
