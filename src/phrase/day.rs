//! One day, month, season, year or decade.

use super::words::month;
use crate::model::{days_in_month, parse_edtf};

/// What a text without doubt and without a second date is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Read {
    /// A date, in EDTF.
    One(String),
    /// Either of two, each with how it comes about: day first, month first.
    Either([(String, &'static str); 2]),
    /// No date, or one without its year.
    No,
}

/// A third of a month by its days, of a year by its months, of a decade by its years.
struct Third {
    word: &'static str,
    /// The last ends with the month.
    days: (u8, u8),
    months: (u8, u8),
    years: (u8, u8),
}

const THIRDS: &[Third] = &[
    Third { word: "early", days: (1, 10), months: (1, 4), years: (0, 3) },
    Third { word: "mid", days: (11, 20), months: (5, 8), years: (4, 6) },
    Third { word: "late", days: (21, 31), months: (9, 12), years: (7, 9) },
];
/// Seasons and their codes (ISO 8601-2:2019, 4.8).
const SEASONS: &[(&str, u8)] = &[("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)];

pub(super) fn read_point(text: &str) -> Read {
    let text = text.trim().trim_end_matches(['.', ',']).trim();
    let text = text.strip_prefix("the ").unwrap_or(text);
    for third in THIRDS {
        let rest = text.strip_prefix(third.word).map(|rest| rest.trim_start_matches(['-', ' ']));
        match rest.filter(|rest| !rest.is_empty()).map(read_point) {
            Some(Read::One(edtf)) => return third_of(&edtf, third),
            // `early 1900s` can only be of the decade: nobody says it of a third of a hundred years.
            Some(Read::Either([(edtf, DECADE), _])) => return third_of(&edtf, third),
            _ => {}
        }
    }
    if let Some(read) = years(text) {
        return read;
    }
    let tokens: Vec<&str> = text.split([' ', ',', '/', '.']).filter(|token| !token.is_empty()).collect();
    match tokens.as_slice() {
        [one] => single(one),
        [word, year] if season(word).is_some() => match (season(word), year_of(year)) {
            (Some(code), Some(year)) => Read::One(format!("{year}-{code}")),
            _ => Read::No,
        },
        [a, b] => two(a, b),
        [a, b, c] => three(a, b, c),
        _ => Read::No,
    }
}

const DECADE: &str = "decade";

/// `1990s`, `19th century`; `1900s` is either.
fn years(text: &str) -> Option<Read> {
    if let Some(ordinal) = text.strip_suffix("century") {
        // The 19th century in two digits of its years: 18 (ISO 8601-2:2019 writes it so).
        let number = day_of(ordinal.trim())?;
        return Some(Read::One(format!("{:02}XX", number - 1)));
    }
    let digits = text.strip_suffix('s')?.trim_end_matches('\'');
    let decade = digits.strip_suffix('0').filter(|rest| rest.len() == 3 && is_number(rest))?;
    Some(match decade.strip_suffix('0') {
        Some(century) => Read::Either([(format!("{decade}X"), DECADE), (format!("{century}XX"), "century")]),
        None => Read::One(format!("{decade}X")),
    })
}

fn season(word: &str) -> Option<u8> {
    SEASONS.iter().find(|(known, _)| *known == word).map(|(_, code)| *code)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn year_of(text: &str) -> Option<String> {
    (text.len() == 4 && is_number(text)).then(|| text.to_owned())
}

fn day_of(text: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    if digits.len() > 2 || !is_number(digits) {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn single(text: &str) -> Read {
    match year_of(text) {
        Some(year) => Read::One(year),
        None if parse_edtf(text).is_ok() => Read::One(text.to_owned()),
        None => Read::No,
    }
}

fn two(a: &str, b: &str) -> Read {
    match (month(a), month(b), year_of(a), year_of(b)) {
        (Some(month), _, _, Some(year)) | (_, Some(month), Some(year), _) => Read::One(format!("{year}-{month:02}")),
        (None, None, None, Some(year)) => match day_of(a).filter(|month| *month <= 12) {
            Some(month) => Read::One(format!("{year}-{month:02}")),
            None => Read::No,
        },
        _ => Read::No,
    }
}

fn three(a: &str, b: &str, c: &str) -> Read {
    let written = |year: &str, month: u8, day: u8| Read::One(format!("{year}-{month:02}-{day:02}"));
    if let Some(year) = year_of(c) {
        return match (month(a), month(b), day_of(a), day_of(b)) {
            (_, Some(month), Some(day), _) | (Some(month), _, _, Some(day)) => written(&year, month, day),
            (None, None, Some(first), Some(second)) => match (first <= 12, second <= 12) {
                (true, true) if first == second => written(&year, first, second),
                (true, true) => Read::Either([
                    (format!("{year}-{second:02}-{first:02}"), "day first"),
                    (format!("{year}-{first:02}-{second:02}"), "month first"),
                ]),
                (false, true) => written(&year, second, first),
                (true, false) => written(&year, first, second),
                (false, false) => Read::No,
            },
            _ => Read::No,
        };
    }
    match (year_of(a), month(b), day_of(b), day_of(c)) {
        (Some(year), Some(month), _, Some(day)) => written(&year, month, day),
        (Some(year), None, Some(month), Some(day)) if month <= 12 => written(&year, month, day),
        _ => Read::No,
    }
}

fn third_of(edtf: &str, third: &Third) -> Read {
    if let Some(decade) = edtf.strip_suffix('X').filter(|decade| is_number(decade)) {
        let (first, last) = third.years;
        return Read::One(format!("[{decade}{first}..{decade}{last}]"));
    }
    if let Some(year) = year_of(edtf) {
        let (first, last) = third.months;
        return Read::One(format!("[{year}-{first:02}..{year}-{last:02}]"));
    }
    let Some((year, month)) = year_and_month(edtf) else { return Read::No };
    let (first, last) = (third.days.0, third.days.1.min(days_in_month(year, month)));
    Read::One(format!("[{edtf}-{first:02}..{edtf}-{last:02}]"))
}

/// A day at the edge of a date.
#[derive(Clone, Copy)]
pub(super) enum Edge {
    DayBefore,
    First,
    Last,
    DayAfter,
}

/// A day at the edge of a date of any form, in EDTF.
pub(super) fn edge(edtf: &str, edge: Edge) -> Option<String> {
    let bounds = parse_edtf(edtf).ok()?.bounds;
    let day = match edge {
        Edge::DayBefore => bounds.start_earliest?.plus_days(-1),
        Edge::First => bounds.start_earliest?,
        Edge::Last => bounds.end_latest?,
        Edge::DayAfter => bounds.end_latest?.plus_days(1),
    };
    (0..=9999).contains(&day.civil().year).then(|| day.to_string())
}

fn year_and_month(edtf: &str) -> Option<(i32, u8)> {
    let (year, month) = edtf.split_once('-')?;
    Some((year.parse().ok()?, month.parse().ok().filter(|month| (1..=12).contains(month))?))
}

/// The last day, month or year before a date, as finely as the date.
pub(super) fn before(edtf: &str) -> Option<String> {
    step(edtf, -1)
}

/// The first after it.
pub(super) fn after(edtf: &str) -> Option<String> {
    step(edtf, 1)
}

fn step(edtf: &str, by: i32) -> Option<String> {
    let parts: Vec<i32> = edtf.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
    let (mut year, mut month, mut day) = match parts.as_slice() {
        [year] => return (1..=9999).contains(&(year + by)).then(|| format!("{:04}", year + by)),
        [year, month] => (*year, *month, None),
        [year, month, day] => (*year, *month, Some(*day)),
        _ => return None,
    };
    let days = |year: i32, month: i32| u8::try_from(month).ok().map(|month| i32::from(days_in_month(year, month)));
    let turn = |year: &mut i32, month: &mut i32, by: i32| {
        *month += by;
        if *month < 1 {
            (*year, *month) = (*year - 1, 12);
        } else if *month > 12 {
            (*year, *month) = (*year + 1, 1);
        }
    };
    if !(1..=12).contains(&month) {
        return None;
    }
    match &mut day {
        None => turn(&mut year, &mut month, by),
        Some(day) => {
            *day += by;
            if *day < 1 {
                turn(&mut year, &mut month, by);
                *day = days(year, month)?;
            } else if *day > days(year, month)? {
                turn(&mut year, &mut month, by);
                *day = 1;
            }
        }
    }
    if !(1..=9999).contains(&year) {
        return None;
    }
    Some(match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    })
}

/// The first of two dates, which leaves to the second what both share: `1` before `14 Oct 2024`, `28 Sep` before
/// `3 Oct 2024`, `Oct` before `Nov 2024`, `October 1` before `14, 2024`.
pub(super) fn completed(left: &str, right: &str) -> Option<String> {
    let right_tokens: Vec<&str> = right.split([' ', ',', '.', '/']).filter(|token| !token.is_empty()).collect();
    let year = right_tokens.iter().find_map(|token| year_of(token))?;
    let shared_month = right_tokens.iter().find_map(|token| month(token));
    let with_year = match shared_month.filter(|_| THIRDS.iter().any(|third| third.word == left)) {
        Some(month) => format!("{left} {month} {year}"),
        None => format!("{left} {year}"),
    };
    if let Read::One(from) = read_point(&with_year) {
        // `1 2024` is January to nobody.
        if day_of(left.trim_end_matches('.')).is_none() {
            return Some(from);
        }
    }
    let month = shared_month?;
    let day = day_of(left.trim_end_matches('.'))?;
    Some(format!("{year}-{month:02}-{day:02}"))
}

/// The second of two dates where the first has the month: `14, 2024` after `October 1`.
pub(super) fn continued(left: &str, right: &str) -> Option<String> {
    let month = left.split(' ').find_map(month)?;
    let tokens: Vec<&str> = right.split([' ', ',']).filter(|token| !token.is_empty()).collect();
    match tokens.as_slice() {
        [day, year] => Some(format!("{}-{month:02}-{:02}", year_of(year)?, day_of(day)?)),
        _ => None,
    }
}
