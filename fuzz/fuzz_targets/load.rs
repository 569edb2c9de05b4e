//! No text makes the loader stumble, and what was loaded and written again is what it was.
#![no_main]

use dateline_fuzz::{document::Document, store};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = store::decode(bytes.to_vec()) else { return };
    let Ok(document) = Document::from_text(text.clone()) else { return };
    let briefing = &document.briefing;
    assert!(briefing.record_count() + briefing.unreadable.len() <= text.len());
    // What cannot be written so that it reads back is refused; nothing is written wrongly.
    if let Ok(written) = store::faithful_text(briefing) {
        let again = store::load(written).expect("what was written is read").briefing;
        assert!(store::says_the_same(&again, briefing));
    }
});
