//! Dates as journalists and officials write them, each with the reading that a person gave it.

#![expect(clippy::panic, reason = "a test that cannot read its table has failed")]

use dateline::language::language;
use dateline::model::parse_edtf;
use dateline::phrase::{Answer, Setting, read_with};

/// Phrase, publication, language, answer, readings parted by ` ; `. The readings were worked out by hand.
const PHRASES: &str = include_str!("dates/phrases.tsv");

fn word(answer: &Answer) -> &'static str {
    match answer {
        Answer::One(_) => "one",
        Answer::Ask(_) => "ask",
        Answer::Clash { .. } => "clash",
        Answer::Empty | Answer::Unread { .. } => "none",
    }
}

fn setting(published: &str, tag: &str) -> Setting {
    let published = (!published.is_empty()).then(|| match parse_edtf(published) {
        Ok(date) => date.bounds,
        Err(error) => panic!("{published}: {error}"),
    });
    Setting { published, language: language(tag) }
}

#[test]
fn every_phrase_has_the_readings_that_it_has_for_a_person() {
    let mut wrong = Vec::new();
    for line in PHRASES.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [phrase, published, tag, answer, readings] = cells.as_slice() else { panic!("five cells: {line}") };
        let found = read_with(phrase, &setting(published, tag));
        let right: Vec<&str> = readings.split(" ; ").filter(|reading| !reading.is_empty()).collect();
        let mut given: Vec<&str> = found.readings().iter().map(|reading| reading.edtf.as_str()).collect();
        let mut expected = right.clone();
        given.sort_unstable();
        expected.sort_unstable();
        if word(&found) != *answer || given != expected {
            wrong.push(format!(
                "{phrase} {published} {tag}: {} {given:?}, right is {answer} {expected:?}",
                word(&found)
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of the phrases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_reading_reads_back_and_keeps_the_order_of_its_corners() {
    for line in PHRASES.lines().skip(1) {
        let mut cells = line.split('\t');
        let (phrase, published, tag) =
            (cells.next().unwrap_or(""), cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        for reading in read_with(phrase, &setting(published, tag)).readings() {
            let Ok(date) = parse_edtf(&reading.edtf) else { panic!("{phrase}: {}", reading.edtf) };
            assert!(!date.is_backwards(), "{phrase}: {}", reading.edtf);
            assert!(!reading.words.is_empty(), "{phrase}");
        }
    }
}

#[test]
fn what_is_no_date_says_why_and_what_to_do() {
    let told = |phrase: &str, published: &str| match read_with(phrase, &setting(published, "")) {
        Answer::Unread { message, hint } => (message, hint),
        other => panic!("{phrase}: {other:?}"),
    };
    for (phrase, published, message, hint) in [
        ("30 Feb 2031", "", "“30 Feb 2031” is no day of the calendar", "February 2031 has 28 days"),
        ("14 October", "", "The year is missing", "Type the year"),
        ("yesterday", "", "“yesterday” is counted from the day of publication, which is not known", "Give the date"),
        (
            "last Friday",
            "",
            "“last Friday” is counted from the day of publication, which is not known",
            "Give the date",
        ),
        ("the following day", "2031-05-07", "“the following day” is counted from another date", "Say from what"),
        ("two days later", "2031-05-07", "“two days later” is counted from another date", "Say from what"),
        ("FY2031", "", "When this year of accounts begins is not told", "Type its first and its last month"),
        ("25 October 1917 (O.S.)", "", "Old and new style", "Type the date of the Gregorian calendar"),
        (
            "about early May 2031",
            "",
            "Days between two others cannot be in doubt as well",
            "Type the days further apart",
        ),
        ("a few days ago", "2031-05-07", "How many is not said", "Type the days"),
        ("wibble", "", "This is no date that can be read", "Type a date such as"),
    ] {
        let (said, advised) = told(phrase, published);
        assert!(said.starts_with(message), "{phrase}: {said}");
        assert!(advised.starts_with(hint), "{phrase}: {advised}");
    }
}
