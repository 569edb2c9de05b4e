//! Dates as journalists and officials write them, each with the reading that a person gave it.

#![expect(clippy::panic, reason = "a test that cannot read its table has failed")]

use dateline::language::language;
use dateline::model::{DateShape, Day, parse_edtf};
use dateline::phrase::{Answer, Setting, read_with};
use proptest::prelude::{Strategy, prop_assert, proptest};

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

/// A date of words with a day that it may mean: the words, and the day as `3 May 2031`.
fn coarse() -> impl Strategy<Value = (String, String)> {
    const MONTHS: [(&str, u8); 12] = [
        ("January", 31),
        ("February", 28),
        ("March", 31),
        ("April", 30),
        ("May", 31),
        ("June", 30),
        ("July", 31),
        ("August", 31),
        ("September", 30),
        ("October", 31),
        ("November", 30),
        ("December", 31),
    ];
    (0..13_usize, 1901..2098_i32, 0..12_usize, 0..31_u8, 0..10_i32).prop_map(|(kind, year, month, day, more)| {
        // Which month, and which days of it, the words allow.
        let within = |first: usize, count: usize| first + month % count;
        let third = month % 3;
        let word = ["early", "mid", "late"][third];
        let (words, month, from, to) = match kind {
            0 => (format!("{} {year}", MONTHS[month].0), month, 1, 31),
            1 => (format!("{word} {} {year}", MONTHS[month].0), month, [1, 11, 21][third], [10, 20, 31][third]),
            2 => (format!("{year}"), month, 1, 31),
            3 => (format!("{word} {year}"), within(third * 4, 4), 1, 31),
            4 => (format!("Q{} {year}", month / 3 + 1), month, 1, 31),
            5 => (format!("the first half of {year}"), within(0, 6), 1, 31),
            6 => (format!("summer {year}"), within(5, 3), 1, 31),
            7 => (format!("the second week of {} {year}", MONTHS[month].0), month, 8, 14),
            8 => (format!("second half of {} {year}", MONTHS[month].0), month, 16, 31),
            9 => (format!("the {}s", year / 10 * 10), month, 1, 31),
            10 => (format!("the {}th century", year / 100 + 1), month, 1, 31),
            11 => {
                // Not February, whose last week depends on the year.
                let month = if month == 1 { 2 } else { month };
                let last = MONTHS[month].1;
                (format!("the last week of {} {year}", MONTHS[month].0), month, last - 6, last)
            }
            _ => (format!("{} or {} {year}", MONTHS[0].0, MONTHS[month.max(1)].0), [0, month.max(1)][month % 2], 1, 31),
        };
        let last = to.min(MONTHS[month].1);
        let day = from + day % (last - from + 1);
        let year = match kind {
            9 => year / 10 * 10 + more,
            10 => year / 100 * 100 + more * 7,
            _ => year,
        };
        (words, format!("{day} {} {year}", MONTHS[month].0))
    })
}

/// The first and the last day of an end; `None` where it is open.
type Range = (Option<Day>, Option<Day>);

/// When it began and when it ended, as written.
fn ends(edtf: &str) -> (Range, Range) {
    let Ok(date) = parse_edtf(edtf) else { panic!("{edtf}") };
    match date.shape {
        DateShape::Interval(start, end) => (start.range(), end.range()),
        _ => {
            let bounds = date.bounds;
            ((bounds.start_earliest, bounds.start_latest), (bounds.end_earliest, bounds.end_latest))
        }
    }
}

fn contains(outer: Range, inner: Range) -> bool {
    let from = outer.0.is_none() || inner.0.is_some_and(|day| outer.0 <= Some(day));
    let to = outer.1.is_none_or(|last| inner.1.is_some_and(|day| day <= last));
    from && to
}

proptest! {
    #[test]
    fn a_phrase_is_never_narrower_than_what_it_may_mean((words, day) in coarse(), template in 0..12_usize) {
        let said = |date: &str| match template {
            0 => date.to_owned(),
            1 => format!("by {date}"),
            2 => format!("not before {date}"),
            3 => format!("since {date}"),
            4 => format!("until {date}"),
            5 => format!("from {date} to 31 December 2199"),
            6 => format!("between {date} and 31 December 2199"),
            7 => format!("{date} or 31 December 2199"),
            8 => format!("{date} – 31 December 2199"),
            9 => format!("since at least {date}"),
            10 => format!("until at least {date}"),
            _ => format!("from 1 January 1801 to {date}"),
        };
        let narrow = read_with(&said(&day), &Setting::default());
        prop_assert!(!narrow.readings().is_empty(), "{}", said(&day));
        let wide = read_with(&said(&words), &Setting::default());
        // `by January or May` is read of neither alone.
        for one in narrow.readings() {
            let (start, end) = ends(&one.edtf);
            let has = |other: &dateline::phrase::Reading| {
                let (outer_start, outer_end) = ends(&other.edtf);
                contains(outer_start, start) && contains(outer_end, end)
            };
            let all: Vec<&str> = wide.readings().iter().map(|reading| reading.edtf.as_str()).collect();
            let is_there = all.is_empty() || wide.readings().iter().any(has);
            prop_assert!(is_there, "{}: {:?} does not hold {} of {}", said(&words), all, one.edtf, said(&day));
        }
    }

    #[test]
    fn what_is_counted_from_the_publication_is_never_narrower_than_what_it_may_mean(
        published in (2020..2040_i64, 1..=12_u8, 1..=28_u8),
        kind in 0..14_usize, (few, more) in (1..9_u8, 1..9_u8), day in 1..=28_u8, template in 0..5_usize
    ) {
        const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December"];
        let (year, month, of_month) = published;
        let today = Day::from_civil(year, month, of_month);
        prop_assert!(today.is_some());
        let published = today.map(|day| day.to_string()).unwrap_or_default();
        let month_name = MONTHS[usize::from(more) - 1];
        let upto = few + more;
        let (wide, narrow) = match kind {
            0 => (format!("{few} or {upto} days ago"), format!("{} days ago", if day % 2 == 0 { few } else { upto })),
            1 => (format!("{few}–{upto} weeks ago"), format!("exactly {} weeks ago", few + day % (more + 1))),
            2 => (format!("in {few} to {upto} months"), format!("in exactly {} months", few + day % (more + 1))),
            3 => ("half a year ago".to_owned(), format!("exactly {} days ago", 100 + u16::from(day) * 4)),
            4 => (format!("{day}/{more}"), format!("{day} {month_name}")),
            5 => (format!("{more}/{day}"), format!("{month_name} {day}")),
            6 => (format!("the {day}th"), format!("the {day}th of {} month", if day <= of_month { "this" } else { "last" })),
            7 => (format!("less than {few} weeks ago"), format!("{} days ago", u16::from(few) * 7 - u16::from(day % 7))),
            8 => (format!("more than {few} months ago"), format!("exactly {upto} months ago")),
            9 => ("in the next week".to_owned(), format!("in {} days", day % 7)),
            10 => (format!("{} hours ago", u16::from(few) * 24), format!("{few} days ago")),
            11 => ("at the end of the year".to_owned(), format!("{day} {} {year}", MONTHS[8 + usize::from(few) % 4])),
            12 => ("in the first half of the month".to_owned(), format!("the {}th of this month", day % 15 + 1)),
            _ => ("late last week".to_owned(), format!("{} last week", ["Thursday", "Friday", "Saturday"][usize::from(few) % 3])),
        };
        let said = |date: &str| match template {
            0 => date.to_owned(),
            1 => format!("by {date}"),
            2 => format!("not before {date}"),
            3 => format!("since {date}"),
            _ => format!("until {date}"),
        };
        let narrow = read_with(&said(&narrow), &setting(&published, ""));
        let wide = read_with(&said(&wide), &setting(&published, ""));
        for one in narrow.readings() {
            let (start, end) = ends(&one.edtf);
            let has = |other: &dateline::phrase::Reading| {
                let (outer_start, outer_end) = ends(&other.edtf);
                contains(outer_start, start) && contains(outer_end, end)
            };
            let all: Vec<&str> = wide.readings().iter().map(|reading| reading.edtf.as_str()).collect();
            // What is asked about a narrow date, its other year, need not be asked about a wide one.
            let is_inferred = narrow.readings().len() > 1;
            prop_assert!(
                all.is_empty() && template > 0 || wide.readings().iter().any(has) || is_inferred,
                "{kind} {published}: {:?} does not hold {}", all, one.edtf
            );
        }
    }

    #[test]
    fn whatever_is_typed_only_dates_are_given_out(
        text in "(before |after |c\\. |by |from |since |between |early |night of |last |Monday, )?[0-9]{0,2}[ ./–-]?(Oct|Feb|may|март|Mai|三月|week|century|s)?[ ./,-]?[0-9]{0,5}( to |-| and | or |/)?[0-9]{0,2} ?(Nov|ago|later)? ?[0-9]{0,4}( BC|\\?|~)?"
    ) {
        for published in ["", "2031-05-07"] {
            for reading in read_with(&text, &setting(published, "")).readings() {
                prop_assert!(parse_edtf(&reading.edtf).is_ok(), "{text}: {}", reading.edtf);
            }
        }
    }

    #[test]
    fn nothing_makes_it_stumble(text in "\\PC{0,40}") {
        drop(read_with(&text, &setting("2031-05-07", "")));
    }
}
