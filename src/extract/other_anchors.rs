//! What else than the publication a date of a record may be counted from: within what somebody is told to have said, when
//! that was said; behind another year, that year.

use super::date_phrase::DatePhrase;
use super::date_words::{date_words, is_year};
use super::dates::{Dated, Lies, dated};
use super::page::Paragraph;
use super::said_date::said_date;
use super::told::Told;
use super::visit::Text;
use super::word::Word;
use crate::model::DateBounds;
use crate::phrase::Setting;

/// Why a date within what somebody said cannot be counted from the publication: `said on 3 March that she would visit
/// Norway next month`. `None` where it comes to the same either way.
#[must_use]
pub(super) fn counts_from_the_utterance(text: &Text, number: usize, date: &DatePhrase, lies: Lies) -> Option<String> {
    let paragraph = text.paragraphs.get(number)?;
    let told = told_around(text, number, date)?;
    let uttered = uttered(text, paragraph, number, told)?;
    let from_utterance = |setting: &Setting| match dated(&date.said, lies, setting, text.source) {
        Dated::When(when, _) => Some(when.long().edtf.clone()),
        Dated::Needs(_) => None,
    };
    let from_publication = from_utterance(&text.setting);
    let why =
        |rest: String| Some(format!("“{}” is counted from when it was said, “{}”{rest}", date.said, uttered.said));
    if uttered.counted.is_some() || uttered.is_untold {
        let as_of = |day| DateBounds::within(Some(day), Some(day));
        let far = text.setting.published.and_then(|published| published.start_earliest).map(|day| day.plus_days(-400));
        let setting = Setting { published: far.map(as_of), language: text.setting.language };
        return if from_utterance(&setting) == from_publication { None } else { why(String::new()) };
    }
    let Dated::When(when, _) = dated(&uttered.said, Lies::Behind, &text.setting, text.source) else {
        return why(String::new());
    };
    let bounds = when.bounds();
    let ends = [bounds.start_earliest, bounds.end_latest].map(|day| {
        let published = day.map(|day| DateBounds::within(Some(day), Some(day)));
        from_utterance(&Setting { published, language: text.setting.language })
    });
    if ends.iter().all(|end| *end == from_publication) {
        return None;
    }
    match ends {
        [Some(first), Some(last)] if first == last => why(format!(": {first}")),
        _ => why(String::new()),
    }
}

/// What is told to have been said around a date.
fn told_around<'a>(text: &Text<'a>, number: usize, date: &DatePhrase) -> Option<&'a Told> {
    let first = text.told.partition_point(|told| told.sentence.paragraph < number);
    let here = text.told.get(first..)?.iter().take_while(|told| told.sentence.paragraph == number);
    here.into_iter().find(|told| told.covers(number, date.words.start))
}

/// The words that tell when it was said: those of the statement, else a date before its verb in the same sentence.
fn uttered<'a>(text: &Text<'a>, paragraph: &Paragraph, number: usize, told: &Told) -> Option<&'a DatePhrase> {
    let dates = text.dates.get(number)?;
    let cue = told.cue.as_ref()?;
    if let Some(span) = said_date(text.dates, told) {
        return dates.iter().find(|date| date.words.start == span.words.start);
    }
    let sentence = paragraph.sentence_of(cue.words.start);
    let first = dates.partition_point(|date| date.words.start < sentence.start);
    let before = dates.get(first..)?.iter().take_while(|date| date.words.end <= cue.words.start);
    before.filter(|date| !told.covers(number, date.words.start) && !paragraph.in_run(date.words.start)).last()
}

/// The year that the paragraph names before a month or a day without one, where the publication gives it another:
/// `The war ended in 2019. In June she …`.
#[must_use]
pub(super) fn year_told_before(
    paragraph: &Paragraph,
    dates: &[DatePhrase],
    date: &DatePhrase,
    setting: &Setting,
) -> Option<i64> {
    let words = setting.language.and_then(date_words)?;
    let year_of = |date: &DatePhrase| date.words.clone().find_map(|at| paragraph.word(at).and_then(year));
    let names_month = date.words.clone().any(|at| words.is_month(paragraph.key(at)));
    if !names_month || year_of(date).is_some() {
        return None;
    }
    let place = dates.partition_point(|other| other.words.start < date.words.start);
    let told = dates.get(..place)?.iter().rev().find_map(year_of)?;
    let published = setting.published.and_then(|published| published.start_latest)?;
    // Of this year and the last, the nearest such month is meant.
    (told + 1 < i64::from(published.civil().year)).then_some(told)
}

fn year(word: &Word) -> Option<i64> {
    is_year(word).then(|| word.key.parse().ok()).flatten()
}
