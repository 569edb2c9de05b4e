//! What days a source's own words name: years, months with the days beside them, days of the week.
//!
//! The words need not be a date alone (`arrived in Belgrade on October 14`), so names are looked for in them; the whole
//! of a phrase is read by `phrase`.

use crate::language::{Language, Match, Sense, Token, TokenKind, Unit, language, meanings_at, names_at, tokens};
use crate::model::{Civil, Day, days_in_month, month_in_full, weekday_name};

/// What a source's own words for a date name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SpokenDate {
    /// Four-digit years.
    pub(super) years: Vec<i32>,
    /// Months, 1–12, each with the numbers beside it that can be days. A name that languages read differently is
    /// several months.
    pub(super) months: Vec<(Vec<u8>, Vec<u8>)>,
    /// Days of the week, 0 for Monday.
    pub(super) weekdays: Vec<u8>,
    /// Whether the words point away from the days they name: "the day before 14 October".
    pub(super) points_away: bool,
    /// Two-digit numbers where a year can stand.
    short_years: Vec<i32>,
}

/// Words that lead to a month.
const BEFORE_A_MONTH: &[&str] =
    &["in", "of", "early", "mid", "late", "since", "until", "last", "this", "im", "seit", "en", "debut", "fin", "u"];

/// The languages whose abbreviations and small words are looked for where the language is not told; in others they are
/// too often other words.
const USUAL: &[&str] = &["en", "de", "fr", "sr"];

/// The words of a phrase, with the language that they are known to be in.
struct Words {
    tokens: Vec<Token>,
    language: Option<&'static Language>,
}

/// Reads what days the words name, in a language that is not told.
pub(super) fn read(words: &str) -> SpokenDate {
    read_in(words, None)
}

/// Reads what days the words name.
pub(super) fn read_in(words: &str, language: Option<&'static Language>) -> SpokenDate {
    let words_only = tokens(words).into_iter().filter(|token| !matches!(token.kind, TokenKind::Sign(_)));
    let words = Words { tokens: words_only.collect(), language };
    let mut spoken = SpokenDate::default();
    for (at, token) in words.tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Number { value, digits: 4 } if (1000..2200).contains(&value) => {
                spoken.years.extend(i32::try_from(value));
            }
            TokenKind::Number { value, digits: 2 } if words.ends_a_date(at) => {
                spoken.short_years.extend(i32::try_from(value));
            }
            TokenKind::Number { .. } | TokenKind::Sign(_) => {}
            TokenKind::Word => {
                let months = words.months(at);
                if !months.is_empty() {
                    spoken.months.push((months, words.days_beside(at)));
                } else if let Some(weekday) = words.weekday(at) {
                    spoken.weekdays.push(weekday);
                } else if words.points_away(at) {
                    spoken.points_away = true;
                }
            }
        }
    }
    spoken
}

impl SpokenDate {
    /// Whether the words name the year, in four digits or in its last two.
    pub(super) fn names_a_year(&self, years: std::ops::RangeInclusive<i32>) -> bool {
        let is_short = |short: &i32| years.clone().take(100).any(|year| year.rem_euclid(100) == *short);
        !self.years.is_empty() || self.short_years.iter().any(is_short)
    }

    /// What the words name that lies on no day from `first` to `last`, in words.
    pub(super) fn excluded_by(&self, first: Day, last: Day) -> Option<String> {
        let (from, to) = (first.civil(), last.civil());
        if let Some(year) = self.years.iter().find(|year| !(from.year..=to.year).contains(year)) {
            return Some(format!("the year {year}"));
        }
        if i64::from(to.year) - i64::from(from.year) > 1 {
            // Every month, day and weekday lies in a range that holds a whole year.
            return None;
        }
        let has = |month: u8, day: Option<u8>| (from.year..=to.year).any(|year| touches(first, last, year, month, day));
        for (months, days) in &self.months {
            let Some(first_month) = months.first() else { continue };
            if !months.iter().any(|month| has(*month, None)) {
                return Some(format!("the month {}", month_in_full(*first_month)));
            }
            let may_be = |day: &u8| months.iter().any(|month| has(*month, Some(*day)));
            if let (Some(day), false) = (days.first(), days.is_empty() || days.iter().any(may_be)) {
                return Some(format!("{day} {}", month_in_full(*first_month)));
            }
        }
        let excluded = |weekday: &&u8| {
            !(0..7).map(|more| first.plus_days(more)).any(|day| day <= last && weekday_of(day) == **weekday)
        };
        let weekday = self.weekdays.iter().find(excluded)?;
        Some(format!("a {}", weekday_name(*weekday)))
    }
}

/// Whether a day, or some day of a month, lies from `first` to `last`.
fn touches(first: Day, last: Day, year: i32, month: u8, day: Option<u8>) -> bool {
    let (from, to) = match day {
        Some(day) => (day, day),
        None => (1, days_in_month(year, month)),
    };
    let civil = |day| Day::from_civil(i64::from(year), month, day);
    matches!((civil(from), civil(to)), (Some(from), Some(to)) if from <= last && to >= first)
}

/// 0 for Monday; 1970-01-01 was a Thursday.
fn weekday_of(day: Day) -> u8 {
    u8::try_from((i64::from(day.0) + 3).rem_euclid(7)).unwrap_or(0)
}

impl Words {
    fn is_usual(&self, found: &Match) -> bool {
        match self.language {
            Some(language) => std::ptr::eq(language, found.language),
            None => USUAL.iter().filter_map(|tag| language(tag)).any(|usual| std::ptr::eq(usual, found.language)),
        }
    }

    /// Names in the language that is told; in any where none is.
    fn names(&self, at: usize) -> impl Iterator<Item = Match> {
        names_at(&self.tokens, at).filter(|found| {
            let is_read = self.language.is_none_or(|language| std::ptr::eq(language, found.language));
            is_read && (!found.is_short || self.is_usual(found))
        })
    }

    /// The months, 1–12, that the word at a place may mean.
    fn months(&self, at: usize) -> Vec<u8> {
        let mut months: Vec<u8> = Vec::new();
        let is_beside_number = !self.days_beside(at).is_empty() || self.number(at + 1).is_some();
        for found in self.names(at) {
            let Sense::Month(month) = found.sense else { continue };
            if (is_beside_number || self.is_no_other_word(at, &found)) && !months.contains(&month) {
                months.push(month);
            }
        }
        // The month of a date in Chinese or Japanese: 10月14日.
        let number = at.checked_sub(1).and_then(|before| self.number(before));
        if let (true, Some((value, 1..=2))) = (self.is_counter(at, Unit::Month), number) {
            months.extend(u8::try_from(value).ok().filter(|month| (1..=12).contains(month)));
        }
        months
    }

    /// Whether a name of a month is no other word where it stands: written whole, and where it is an other word too,
    /// with a capital where the language writes months so, or after a word that leads to a month.
    fn is_no_other_word(&self, at: usize, found: &Match) -> bool {
        if found.is_short {
            return false;
        }
        let Some(token) = self.tokens.get(at) else { return false };
        let others = found.language.also_other_words.split('|');
        if !others.clone().any(|other| tokens(other).first().is_some_and(|other| other.text == token.text)) {
            return true;
        }
        let writes_capitals = matches!(found.language.tags.first(), Some(&("en" | "de" | "tr")));
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let is_led_to = before.is_some_and(|before| BEFORE_A_MONTH.contains(&before.text.as_str()));
        token.is_capital && writes_capitals || is_led_to
    }

    fn is_counter(&self, at: usize, unit: Unit) -> bool {
        let is_glued = self.tokens.get(at).is_some_and(|token| token.is_glued);
        let is_unit = |found: Match| {
            found.sense == Sense::Unit(unit) && found.language.order == crate::language::NumberOrder::YearFirst
        };
        is_glued && meanings_at(&self.tokens, at).any(is_unit)
    }

    fn weekday(&self, at: usize) -> Option<u8> {
        let mut weekdays = self.names(at).filter(|found| !found.is_short).filter_map(|found| match found.sense {
            Sense::Weekday(weekday) => Some(weekday),
            _ => None,
        });
        weekdays.next()
    }

    fn points_away(&self, at: usize) -> bool {
        let senses: Vec<Sense> =
            meanings_at(&self.tokens, at).filter(|found| self.is_usual(found)).map(|found| found.sense).collect();
        let leads_only = senses.iter().any(|sense| matches!(sense, Sense::At | Sense::Of | Sense::And | Sense::To));
        let turns = |sense: &Sense| {
            matches!(
                sense,
                Sense::Before
                    | Sense::After
                    | Sense::Ago
                    | Sense::AgoBefore
                    | Sense::Earlier
                    | Sense::Later
                    | Sense::Eve
                    | Sense::Next
                    | Sense::Ahead
                    | Sense::Told(-1 | 1 | 2)
            )
        };
        senses.iter().any(turns) && !leads_only
    }

    fn number(&self, at: usize) -> Option<(u64, usize)> {
        self.tokens.get(at)?.number()
    }

    /// Whether a day and a month stand right before: 14.10.24, 14 October 24.
    fn ends_a_date(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back);
        let has_month = before(1).is_some_and(|at| self.number(at).is_some() || !self.months(at).is_empty());
        has_month && before(2).is_some_and(|at| self.number(at).is_some())
    }

    /// The numbers beside a month that can be its days: "13 and 14 October", "October 14th", "the 14th of October".
    fn days_beside(&self, at: usize) -> Vec<u8> {
        let before = if self.is_counter(at, Unit::Month) { 0 } else { at };
        let mut days = self.days_in((0..before).rev());
        days.extend(self.days_in(at + 1..self.tokens.len()));
        days
    }

    /// The days that tokens begin with; ordinal endings and what joins days may stand between.
    fn days_in(&self, places: impl Iterator<Item = usize>) -> Vec<u8> {
        let mut days = Vec::new();
        for place in places {
            match self.number(place) {
                Some((value, 1 | 2)) if (1..=31).contains(&value) => days.extend(u8::try_from(value)),
                None if self.joins_days(place) => {}
                _ => break,
            }
        }
        days
    }

    fn joins_days(&self, at: usize) -> bool {
        let joins = |sense: Sense| {
            matches!(
                sense,
                Sense::OrdinalEnd | Sense::Of | Sense::Article | Sense::And | Sense::Or | Sense::To | Sense::Through
            )
        };
        meanings_at(&self.tokens, at).any(|found| joins(found.sense))
    }
}

/// The first and the last year of a range of days.
pub(super) fn years_of(first: Day, last: Day) -> std::ops::RangeInclusive<i32> {
    let (Civil { year: from, .. }, Civil { year: to, .. }) = (first.civil(), last.civil());
    from..=to
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excluded(words: &str, first: (i64, u8, u8), last: (i64, u8, u8)) -> Option<String> {
        let day = |(year, month, day)| Day::from_civil(year, month, day);
        let (Some(first), Some(last)) = (day(first), day(last)) else { panic!("both dates exist") };
        read(words).excluded_by(first, last)
    }

    #[test]
    fn named_days_lie_in_the_range_or_are_told() {
        let october_14 = (2024, 10, 14);
        for fitting in [
            "on October 14",
            "14 Oct.",
            "on the 14th of October 2024",
            "октобра 14.",
            "am 14. Oktober",
            "le 14 octobre",
            "10月14日",
            "on Monday",
            "October 13 and 14",
            "he may come",
            "a march on the capital",
            "last week",
            "today at 14:30",
            "14.10.2024",
            "Sat with his guests",
            "14 de octubre",
            "το 14 Οκτωβρίου",
            "sat out 14 October",
            "set for 14 October",
            "Maja Berg came on 14 October",
        ] {
            assert_eq!(excluded(fitting, october_14, october_14), None, "{fitting}");
        }
        for (wrong, told) in [
            ("on September 14", "the month September"),
            ("in May", "the month May"),
            ("on October 13", "13 October"),
            ("13. октобра", "13 October"),
            ("on Tuesday", "a Tuesday"),
            ("October 14, 2023", "the year 2023"),
            ("9月14日", "the month September"),
            ("el 14 de septiembre", "the month September"),
            ("14 września", "the month September"),
        ] {
            assert_eq!(excluded(wrong, october_14, october_14).as_deref(), Some(told), "{wrong}");
        }
        assert_eq!(excluded("15 listopada", october_14, october_14).as_deref(), Some("15 November"));
        assert_eq!(excluded("14 listopada", october_14, october_14), None, "Polish has November, Croatian October");
        let in_polish = read_in("14 listopada", language("pl"));
        let day = Day::from_civil(2024, 10, 14).unwrap_or(Day(0));
        assert_eq!(in_polish.excluded_by(day, day).as_deref(), Some("the month November"));
        assert_eq!(excluded("in February", (2023, 11, 3), (2024, 3, 1)), None, "over the turn of the year");
    }
}
