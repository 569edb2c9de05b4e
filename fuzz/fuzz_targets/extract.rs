//! Whatever an article holds, reading it ends, what is proposed stands in it, and a second reading gives the same.
#![no_main]

use dateline_fuzz::extract::{Asked, extract, html_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for lang in [None, Some("en"), Some("de"), Some("sr"), Some("fr")] {
        let asked = Asked { lang, ..Asked::default() };
        let read = || extract(text, &asked).proposals;
        let first = read();
        for passage in first.iter().flat_map(|proposal| &proposal.passages) {
            assert!(!passage.text.is_empty() && passage.end - passage.start == passage.text.chars().count());
        }
        assert_eq!(format!("{first:?}"), format!("{:?}", read()));
    }
    let _ = html_text(text);
});
