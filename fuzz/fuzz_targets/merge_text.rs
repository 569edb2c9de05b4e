//! Three texts, parted by lines of `---`: their merge reads back as what it says, loses no comment without a word, and a
//! side that did nothing changes no byte.
#![no_main]

use dateline_fuzz::edit::merge_texts;
use dateline_fuzz::ron_text::lost_comments;
use dateline_fuzz::store::{self, SavedBase};
use libfuzzer_sys::fuzz_target;

fn copy(text: &str) -> Option<SavedBase> {
    let read = store::load(text.to_owned()).ok().filter(|read| read.briefing.unreadable.is_empty())?;
    Some(SavedBase::new(&read.text, &read.briefing))
}

fuzz_target!(|text: &str| {
    let mut parts = text.split("\n---\n");
    let mut next = || parts.next().and_then(copy);
    let (Some(base), Some(ours), Some(theirs)) = (next(), next(), next()) else { return };
    if let Ok(same) = merge_texts(&base, &ours, &base) {
        assert_eq!(same.text.text(), ours.text(), "they did nothing");
    }
    let Ok(merged) = merge_texts(&base, &ours, &theirs) else { return };
    let text = merged.text.text();
    let read = store::load(text.to_owned()).map_err(|(error, _)| error).unwrap();
    assert!(store::says_the_same(&read.briefing, merged.text.briefing()));
    for comment in lost_comments(text, base.text(), ours.text(), theirs.text()) {
        assert!(!merged.open.is_empty(), "{comment} is lost without a word");
    }
});
