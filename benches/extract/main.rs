//! How long it takes to read an article, by its length; and, for `timebank.py`, the dates of a text.
//!
//! `cargo bench --bench extract` reads the articles of the tests one behind the other, up to 1,000, 10,000 and 100,000 words,
//! and tells the median of processor time, as a whole and for 1,000 words. `dates - [--published DAY]` prints the dates of
//! what stands on standard input as JSON.

#![expect(clippy::unwrap_used, reason = "a bench that cannot read its text has failed")]

use std::io::Read as _;
use std::time::Duration;

use cpu_time::ProcessTime;
use dateline::extract::{Asked, extract, told_dates};
use dateline::model::parse_edtf;

const TIMES: usize = 7;
const ARTICLES: [&str; 4] = [
    include_str!("../../tests/extract/wire.txt"),
    include_str!("../../tests/extract/feature.txt"),
    include_str!("../../tests/extract/interview.txt"),
    include_str!("../../tests/extract/delegation.txt"),
];

fn text_of(words: usize) -> String {
    let blocks: Vec<&str> = ARTICLES.iter().flat_map(|article| article.split("\n\n")).collect();
    let mut text = String::new();
    let mut count = 0;
    for block in blocks.iter().cycle() {
        if count >= words {
            break;
        }
        count += block.split_whitespace().count();
        text.push_str(block);
        text.push_str("\n\n");
    }
    text
}

fn times() {
    for words in [1_000, 10_000, 100_000] {
        let text = text_of(words);
        let count = text.split_whitespace().count();
        let published = parse_edtf("2031-05-03").unwrap().bounds;
        let mut all: Vec<Duration> = (0..TIMES)
            .map(|_| {
                let start = ProcessTime::now();
                let read = extract(&text, &Asked { published: Some(published), lang: Some("en"), ..Asked::default() });
                assert!(!read.proposals.is_empty());
                start.elapsed()
            })
            .collect();
        all.sort_unstable();
        let median = all[TIMES / 2];
        println!("{count} words: {median:.1?}, {:.1?} for 1,000 words", median * 1_000 / u32::try_from(count).unwrap());
    }
}

fn dates(published: Option<&str>) {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let published = published.map(|day| parse_edtf(day).unwrap().bounds);
    let told = told_dates(&text, &Asked { published, lang: Some("en"), ..Asked::default() });
    let of =
        |days: Option<_>| days.map_or_else(|| "null".to_owned(), |(first, last)| format!("[\"{first}\", \"{last}\"]"));
    let told: Vec<String> = told
        .iter()
        .map(|date| {
            let days = of(date.days);
            format!("{{\"para\": {}, \"start\": {}, \"end\": {}, \"days\": {days}}}", date.para, date.start, date.end)
        })
        .collect();
    println!("[{}]", told.join(", "));
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().position(|argument| argument == "dates") {
        Some(_) => {
            let published = arguments.iter().position(|argument| argument == "--published");
            dates(published.and_then(|at| arguments.get(at + 1)).map(String::as_str));
        }
        None => times(),
    }
}
