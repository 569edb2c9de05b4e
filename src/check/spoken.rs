//! What days a source's own words name: years, months with the days beside them, days of the week.

use crate::index::fold;
use crate::model::{Civil, Day, days_in_month};

/// What a source's own words for a date name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SpokenDate {
    /// Four-digit years.
    pub(super) years: Vec<i32>,
    /// Months, 1–12, each with the numbers beside it that can be days.
    pub(super) months: Vec<(u8, Vec<u8>)>,
    /// Days of the week, 0 for Monday.
    pub(super) weekdays: Vec<u8>,
    /// Whether the words point away from the days they name: "the day before 14 October".
    pub(super) points_away: bool,
    /// Two-digit numbers where a year can stand.
    short_years: Vec<i32>,
}

/// Months in English, German, French and Serbian (Latin letters, Cyrillic is folded to them), longest first in meaning.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janner", "janvier", "januara"],
    &["february", "februar", "fevrier", "februara"],
    &["march", "marz", "mars", "mart", "marta"],
    &["april", "avril", "aprila"],
    &["may", "mai", "maj", "maja"],
    &["june", "juni", "juin", "juna"],
    &["july", "juli", "juillet", "jula"],
    &["august", "aout", "avgust", "avgusta"],
    &["september", "septembre", "septembar", "septembra"],
    &["october", "oktober", "octobre", "oktobar", "oktobra"],
    &["november", "novembre", "novembar", "novembra"],
    &["december", "dezember", "decembre", "decembar", "decembra"],
];

/// Abbreviations, taken as months only beside a number.
const SHORT_MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "fev"],
    &["mar"],
    &["apr", "avr"],
    &[],
    &["jun"],
    &["jul"],
    &["aug", "avg"],
    &["sep", "sept"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "dez"],
];

/// Words that are months only beside a number, with a capital, or after one of [`BEFORE_A_MONTH`].
const ALSO_OTHER_WORDS: &[&str] = &["may", "march", "mars", "mart", "august", "maja", "juna", "jula"];
const BEFORE_A_MONTH: &[&str] =
    &["in", "of", "early", "mid", "late", "since", "until", "last", "this", "im", "seit", "en", "debut", "fin", "u"];

const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "montag", "lundi", "ponedeljak", "ponedjeljak"],
    &["tuesday", "dienstag", "mardi", "utorak"],
    &["wednesday", "mittwoch", "mercredi", "sreda", "sredu", "srijeda", "srijedu"],
    &["thursday", "donnerstag", "jeudi", "cetvrtak"],
    &["friday", "freitag", "vendredi", "petak"],
    &["saturday", "samstag", "samedi", "subota", "subotu"],
    &["sunday", "sonntag", "dimanche"],
];

const POINTING_AWAY: &[&str] = &[
    "before",
    "after",
    "ago",
    "later",
    "earlier",
    "prior",
    "following",
    "previous",
    "next",
    "eve",
    "within",
    "vor",
    "nach",
    "avant",
    "apres",
    "veille",
    "pre",
    "posle",
    "nakon",
    "uoci",
    "prije",
    "poslije",
];

/// A run of letters or of digits.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word { folded: String, is_capital: bool },
    Number { value: i32, digits: usize },
}

/// Reads what days the words name.
pub(super) fn read(words: &str) -> SpokenDate {
    let tokens = tokens(words);
    let mut spoken = SpokenDate::default();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Number { value, digits: 4 } if (1000..2200).contains(value) => spoken.years.push(*value),
            Token::Number { value, digits: 2 } if ends_a_date(&tokens, at) => spoken.short_years.push(*value),
            Token::Number { .. } => {}
            Token::Word { folded, .. } => {
                if let Some(month) = month(&tokens, at) {
                    spoken.months.push((month, days_beside(&tokens, at)));
                } else if let Some(weekday) = place_in(&WEEKDAYS, folded) {
                    spoken.weekdays.push(weekday);
                } else if POINTING_AWAY.contains(&folded.as_str()) {
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
        for (month, days) in &self.months {
            if !has(*month, None) {
                return Some(format!("the month {}", english_month(*month)));
            }
            if let (Some(day), false) =
                (days.first(), days.is_empty() || days.iter().any(|day| has(*month, Some(*day))))
            {
                return Some(format!("{day} {}", english_month(*month)));
            }
        }
        let excluded = |weekday: &&u8| {
            !(0..7).map(|more| first.plus_days(more)).any(|day| day <= last && weekday_of(day) == **weekday)
        };
        let weekday = self.weekdays.iter().find(excluded)?;
        WEEKDAYS
            .get(usize::from(*weekday))
            .and_then(|names| names.first())
            .map(|name| format!("a {}", capitalised(name)))
    }

    /// The words as EDTF, where they name one day, month or year and nothing else.
    pub(super) fn to_edtf(&self) -> Option<String> {
        let [year] = self.years.as_slice() else { return None };
        match self.months.as_slice() {
            [(month, days)] => match days.as_slice() {
                [] => Some(format!("{year:04}-{month:02}")),
                [day] if *day <= days_in_month(*year, *month) => Some(format!("{year:04}-{month:02}-{day:02}")),
                _ => None,
            },
            _ => None,
        }
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

fn english_month(month: u8) -> String {
    let names = usize::from(month).checked_sub(1).and_then(|index| MONTHS.get(index));
    capitalised(names.and_then(|names| names.first()).copied().unwrap_or_default())
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn tokens(words: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let same = |c: char| if is_digit { c.is_ascii_digit() } else { c.is_alphabetic() || is_joined(c) };
        if !is_digit && !first.is_alphabetic() {
            rest = rest.get(first.len_utf8()..).unwrap_or("");
            continue;
        }
        let (token, after) = rest.split_at(rest.find(|c| !same(c)).unwrap_or(rest.len()));
        rest = after;
        match token.parse() {
            Ok(value) => tokens.push(Token::Number { value, digits: token.len() }),
            Err(_) if is_digit => {}
            Err(_) => tokens.push(Token::Word { folded: fold(token), is_capital: first.is_uppercase() }),
        }
    }
    tokens
}

fn is_joined(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn place_in(table: &[&[&str]], word: &str) -> Option<u8> {
    table.iter().position(|names| names.contains(&word)).and_then(|place| u8::try_from(place).ok())
}

/// Whether a day and a month stand right before: 14.10.24, 14 October 24.
fn ends_a_date(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let has_month = matches!(before(1), Some(Token::Number { .. })) || at > 0 && month(tokens, at - 1).is_some();
    has_month && matches!(before(2), Some(Token::Number { .. }))
}

/// The month, 1–12, that the word at a place means.
fn month(tokens: &[Token], at: usize) -> Option<u8> {
    let Token::Word { folded, is_capital } = tokens.get(at)? else { return None };
    let beside_number = !days_beside(tokens, at).is_empty() || matches!(tokens.get(at + 1), Some(Token::Number { .. }));
    if let Some(place) = place_in(&MONTHS, folded) {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_led_to = matches!(before, Some(Token::Word { folded, .. }) if BEFORE_A_MONTH.contains(&folded.as_str()));
        let is_month = !ALSO_OTHER_WORDS.contains(&folded.as_str()) || *is_capital || beside_number || is_led_to;
        return is_month.then_some(place + 1);
    }
    // The month of a date in Chinese or Japanese: 10月14日.
    if folded.starts_with('月') {
        return match tokens.get(at.checked_sub(1)?)? {
            Token::Number { value, .. } => u8::try_from(*value).ok().filter(|month| (1..=12).contains(month)),
            Token::Word { .. } => None,
        };
    }
    place_in(&SHORT_MONTHS, folded).filter(|_| beside_number).map(|place| place + 1)
}

/// The numbers beside a month that can be its days: "13 and 14 October", "October 14th", "the 14th of October".
fn days_beside(tokens: &[Token], at: usize) -> Vec<u8> {
    let is_chinese = matches!(tokens.get(at), Some(Token::Word { folded, .. }) if folded.starts_with('月'));
    let before = tokens.get(..at).filter(|_| !is_chinese).unwrap_or_default();
    let mut days = days_in(before.iter().rev());
    days.extend(days_in(tokens.get(at + 1..).unwrap_or_default().iter()));
    days
}

/// The days that tokens begin with; ordinal endings and what joins days may stand between.
fn days_in<'a>(tokens: impl Iterator<Item = &'a Token>) -> Vec<u8> {
    const BETWEEN: &[&str] =
        &["st", "nd", "rd", "th", "er", "of", "the", "and", "to", "through", "und", "bis", "et", "au", "i", "do"];
    let mut days = Vec::new();
    for token in tokens {
        match token {
            Token::Number { value, digits: 1 | 2 } if (1..=31).contains(value) => days.extend(u8::try_from(*value)),
            Token::Word { folded, .. } if BETWEEN.contains(&folded.as_str()) => {}
            _ => break,
        }
    }
    days
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
        ] {
            assert_eq!(excluded(wrong, october_14, october_14).as_deref(), Some(told), "{wrong}");
        }
        assert_eq!(excluded("in February", (2023, 11, 3), (2024, 3, 1)), None, "over the turn of the year");
    }

    #[test]
    fn plain_dates_become_edtf() {
        assert_eq!(read("14 October 2024").to_edtf().as_deref(), Some("2024-10-14"));
        assert_eq!(read("Oct. 2024").to_edtf().as_deref(), Some("2024-10"));
        assert_eq!(read("31 April 2024").to_edtf(), None);
        assert_eq!(read("in May").to_edtf(), None);
    }
}
