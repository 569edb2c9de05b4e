//! `dateline date`: how the words of a date are read.

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use super::arguments::{DateArguments, DateFormat};
use super::outcome::{Ended, print, tell};
use crate::language::{LANGUAGES, language};
use crate::model::{DateShape, Day, Id, ToNode as _, When, WhenLong, parse_edtf};
use crate::phrase::{Answer, Reading, Setting, read_with};
use crate::ron_text::inline;

/// What stands in a basis for the record that the words are in.
const PUBLISHED: &str = "published";

pub(super) fn run(asked: &DateArguments) -> anyhow::Result<Ended> {
    let answer = read_with(&asked.phrase, &setting(asked)?);
    match asked.format {
        DateFormat::Json => print(&format!("{:#}\n", to_json(&asked.phrase, &answer)))?,
        DateFormat::Text => {
            let lines: Vec<String> = answer.readings().iter().map(line).collect();
            if !lines.is_empty() {
                print(&format!("{}\n", lines.join("\n")))?;
            }
            if let Some(message) = message(&answer) {
                tell(&format!("dateline: {message}"));
            }
        }
    }
    Ok(if answer.one().is_some() { Ended::Well } else { Ended::WithErrors })
}

fn setting(asked: &DateArguments) -> anyhow::Result<Setting> {
    let published = match &asked.published {
        Some(date) => Some(parse_edtf(date).with_context(|| format!("--published {date} is no EDTF date"))?.bounds),
        None => None,
    };
    let language = match &asked.lang {
        None => None,
        Some(tag) => match language(tag) {
            Some(language) => Some(language),
            None => {
                let known: Vec<&str> = LANGUAGES.iter().flat_map(|language| language.tags).copied().collect();
                bail!("--lang {tag} is no language whose words are known; known are {}", known.join(", "));
            }
        },
    };
    Ok(Setting { published, language })
}

/// The date as a record would have it.
fn when(reading: &Reading) -> When {
    let basis = reading.basis(&Id::from(PUBLISHED));
    When::new(WhenLong { edtf: reading.edtf.clone(), basis, ..WhenLong::default() }, true)
}

fn line(reading: &Reading) -> String {
    let why = if reading.why.is_empty() { String::new() } else { format!(" ({})", reading.why) };
    format!("{}\t{}{why}", reading.edtf, when(reading).display())
}

fn to_json(phrase: &str, answer: &Answer) -> Value {
    let readings: Vec<Value> = answer.readings().iter().map(reading_to_json).collect();
    json!({
        "phrase": phrase,
        "answer": word(answer),
        "readings": readings,
        "message": message(answer),
    })
}

fn word(answer: &Answer) -> &'static str {
    match answer {
        Answer::One(_) => "one",
        Answer::Ask(_) => "ask",
        Answer::Clash { .. } => "clash",
        Answer::Empty | Answer::Unread { .. } => "none",
    }
}

fn message(answer: &Answer) -> Option<String> {
    match answer {
        Answer::One(_) => None,
        Answer::Ask(_) => Some("This can be read in more than one way".to_owned()),
        Answer::Clash { message, .. } => Some(message.clone()),
        Answer::Empty => Some("No words were given".to_owned()),
        Answer::Unread { message, hint } => Some(format!("{message}. {hint}")),
    }
}

fn reading_to_json(reading: &Reading) -> Value {
    let when = when(reading);
    let basis = reading.basis(&Id::from(PUBLISHED)).and_then(|basis| basis.to_node());
    let [start, end] = corners(&when);
    json!({
        "edtf": reading.edtf,
        "display": when.display(),
        "basis": basis.map_or_else(|| "Stated".to_owned(), |basis| inline(&basis)),
        "start": start,
        "end": end,
        "why": reading.why,
    })
}

/// The corners of both ends; an end that is open has none.
fn corners(when: &When) -> [Value; 2] {
    let bounds = when.bounds();
    let mut start = (bounds.start_earliest, bounds.start_latest);
    let mut end = (bounds.end_earliest, bounds.end_latest);
    if let Ok(DateShape::Interval(from, to)) = when.parsed().map(|parsed| parsed.shape) {
        (start, end) = (from.range(), to.range());
    }
    let corner = |(earliest, latest): (Option<Day>, Option<Day>), qualified: bool| {
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        json!({ "earliest": day(earliest), "latest": day(latest), "qualified": qualified })
    };
    [corner(start, bounds.start_qualified), corner(end, bounds.end_qualified)]
}
