//! What a briefing weighs in memory while it is checked, in bytes for each byte of its text: what lists keep for growing,
//! ids that are written many times, and texts to search in that nobody asked for would weigh more than it does itself.

use std::alloc::System;

use cap::Cap;
use dateline::document::Document;
use dateline::ron_text::print_briefing;
use dateline::sample::made_up;

#[global_allocator]
static ALLOCATED: Cap<System> = Cap::new(System, usize::MAX);

const VISITS: usize = 4_000;

/// So many bytes at most for each byte of the text, the text itself among them.
const MOST_TIMES: f64 = 5.2;

#[test]
fn a_checked_briefing_weighs_some_five_times_its_text() {
    let text = print_briefing(&made_up(VISITS, 0, 1)).into_boxed_str().into_string();
    let bytes = text.len();
    // What is made once, tables and threads, weighs the same whatever is read.
    drop(Document::from_text(dateline::store::SAMPLE.to_owned()).map_err(|failure| failure.error).unwrap());
    let before = ALLOCATED.allocated() - bytes;
    let document = Document::from_text(text).map_err(|failure| failure.error).unwrap();
    let weighs = (ALLOCATED.allocated() - before) as f64 / bytes as f64;
    println!("{bytes} bytes weigh {weighs:.2} times as much");
    assert!(document.briefing.visits.len() >= VISITS);
    assert!(weighs < MOST_TIMES, "{weighs:.2} times");
    // Who searches pays for it.
    assert!(!document.index.search().find("visit", 1).is_empty());
    assert!((ALLOCATED.allocated() - before) as f64 / bytes as f64 > weighs);
}
