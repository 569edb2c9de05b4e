//! Whatever `ron` accepts as a struct with named fields, the scanner takes apart into the same parts.
//!
//! `cargo fuzz run -s none scanner_agrees_with_ron` works on a stable compiler.
#![no_main]

// The scanner's own files, so that fuzzing builds neither the model nor the window.
#[path = "../../src/ron_text/cursor.rs"]
mod cursor;
#[path = "../../src/ron_text/error.rs"]
mod error;
#[path = "../../src/ron_text/scan.rs"]
mod scan;

use libfuzzer_sys::fuzz_target;
use ron::{Options, Value, extensions::Extensions};

fn tree(text: &str) -> Option<Value> {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).ok()
}

fuzz_target!(|text: &str| {
    let scanned = scan::scan(text);
    let Some(Value::Map(whole)) = tree(text) else { return };
    // A map in braces is one to `ron` too, and no briefing.
    let Ok(document) = scanned else {
        let root = text.rsplit(']').next().unwrap_or(text);
        assert!(root.contains('{'), "ron accepts what the scanner refuses: {scanned:?}");
        return;
    };
    // A repeated name is one entry to `ron` and two to the scanner.
    assert!(document.fields.len() >= whole.len());
    for field in &document.fields {
        assert!(tree(&text[field.value.range()]).is_some(), "a part of a good text is no good text");
    }
    for record in &document.records {
        assert!(tree(&text[record.span.range()]).is_some(), "a record of a good text is no good text");
        for field in document.fields_of(record) {
            assert!(tree(&text[field.value.range()]).is_some(), "a field of a good record is no good text");
        }
    }
});
