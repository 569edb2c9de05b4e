//! Reads a phrase: EDTF as it is, EDTF as it was, or words in some language.

use super::answer::{Answer, Reading, Setting};
use super::by_language::read_in_languages;
use super::older::todays_form;
use super::partial::{Clash, Origin};
use super::piece::weekday_of;
use super::resolve::{Read, Unread};
use super::unread::{WHAT_TO_TYPE, unread, why_not};
use super::words::Words;
use crate::model::{display_day, parse_edtf, weekday_name};

/// Reads a phrase of which nothing else is known.
#[must_use]
pub fn read(text: &str) -> Answer {
    read_with(text, &Setting::default())
}

/// Reads a phrase.
#[must_use]
pub fn read_with(text: &str, setting: &Setting) -> Answer {
    let text = text.trim();
    if text.is_empty() {
        return Answer::Empty;
    }
    if let Some(edtf) = edtf_as_it_is(text) {
        return Answer::One(Reading::new(edtf, String::new(), Origin::Stated));
    }
    if let Some(edtf) = todays_form(text) {
        return Answer::One(Reading::new(edtf, "EDTF as it was before 2019".to_owned(), Origin::Stated));
    }
    let Some(tokens) = Words::split(text) else { return unread("This is too long for a date", WHAT_TO_TYPE) };
    let published = setting.published.and_then(|date| Some((date.start_earliest?, date.start_latest?)));
    let is_published_in_doubt = setting.published.is_some_and(|date| date.start_qualified);
    let (mut found, failure) = read_in_languages(&tokens, published, setting.language);
    found.extend(season_of_two_years(text));
    let mut failure = failure;
    if is_published_in_doubt {
        let count = found.len();
        found = found.into_iter().filter_map(in_doubt).collect();
        if found.len() < count {
            failure = Some(Unread::Doubt);
        }
    }
    if found.is_empty() {
        return why_not(text, &tokens, failure, published, setting.language);
    }
    // What could not be written is another thing that the words may mean.
    let is_certain = failure != Some(Unread::Doubt);
    answer_of(found, is_certain)
}

/// EDTF as the file has it. Of a moment, the day; `2019-21` may be years, and is read as words.
fn edtf_as_it_is(text: &str) -> Option<String> {
    parse_edtf(text).ok()?;
    if may_be_two_years(text) {
        return None;
    }
    // 24:00 is the first moment of the day after.
    match text.split_once('T') {
        Some((_, time)) if time.starts_with("24") => None,
        Some((day, _)) => Some(day.to_owned()),
        None => Some(text.to_owned()),
    }
}

/// Whether a year and the code of a season, such as 21, may be two years instead.
fn may_be_two_years(text: &str) -> bool {
    let parts =
        text.split_once('-').map(|(year, code)| (year.len(), year.parse::<u16>(), code.len(), code.parse::<u16>()));
    matches!(parts, Some((4, Ok(year), 2, Ok(code))) if code > 12 && code > year % 100)
}

/// `2019-21` with a hyphen is a season of EDTF too.
fn season_of_two_years(text: &str) -> Option<Read> {
    let is_season = may_be_two_years(text) && parse_edtf(text).is_ok();
    is_season.then(|| Read {
        edtf: text.to_owned(),
        why: vec!["a part of the year, as EDTF writes it"],
        origin: Origin::Stated,
        clash: None,
    })
}

/// A date that is counted from a publication in doubt is in doubt too; `None` where EDTF has no sign for that.
fn in_doubt(read: Read) -> Option<Read> {
    if read.origin == Origin::Stated {
        return Some(read);
    }
    let edtf = match read.edtf.strip_suffix('~') {
        Some(about) => format!("{about}%"),
        None if read.edtf.ends_with(['?', '%']) => read.edtf.clone(),
        None => format!("{}?", read.edtf),
    };
    let is_one = !read.edtf.contains(['[', '{', '/']);
    is_one.then_some(Read { edtf, origin: Origin::CountedFromPublication, ..read })
}

/// One reading is the answer, several are asked; those that the weekday contradicts are dropped where others fit.
fn answer_of(found: Vec<Read>, is_certain: bool) -> Answer {
    let fitting: Vec<Read> = found.iter().filter(|read| read.clash.is_none()).cloned().collect();
    let is_clash = fitting.is_empty();
    let message = found.iter().find_map(|read| read.clash).map(|clash| match clash {
        Clash::Weekday(weekday, day) => {
            format!("{} was a {}, not a {}", display_day(day), weekday_name(weekday_of(day)), weekday_name(weekday))
        }
        Clash::Apart(counted, told) => {
            format!("Counted from the publication it is {}, not {}", counted.in_words(), told.in_words())
        }
    });
    let mut readings: Vec<Reading> = if is_clash { found } else { fitting }
        .into_iter()
        .map(|read| Reading::new(read.edtf, read.why.join(", "), read.origin))
        .collect();
    match (is_clash, readings.len()) {
        (true, _) => Answer::Clash { readings, message: message.unwrap_or_default() },
        (false, 1) if is_certain => readings.pop().map_or(Answer::Empty, Answer::One),
        (false, _) => Answer::Ask(readings),
    }
}
