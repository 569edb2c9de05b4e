//! Whatever `ron` accepts as a struct with named fields, the scanner takes apart into the same parts.
//!
//! `cargo fuzz run -s none scanner_agrees_with_ron` works on a stable compiler.
#![no_main]

// The scanner's own files, so that fuzzing builds neither the model nor the window.
#[allow(dead_code, reason = "only its scan is fuzzed")]
#[path = "../../src/ron_text/cursor.rs"]
mod cursor;
#[path = "../../src/ron_text/limits.rs"]
mod limits;
#[path = "../../src/ron_text/error.rs"]
#[allow(dead_code, reason = "only its scan is fuzzed")]
mod error;
#[path = "../../src/ron_text/scan.rs"]
#[allow(dead_code, reason = "only its scan is fuzzed")]
mod scan;

use std::fmt;

use libfuzzer_sys::fuzz_target;
use ron::{Options, Value, extensions::Extensions};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// A struct with whatever named fields, read the way the model reads a briefing.
struct AnyStruct(usize);

impl<'de> Deserialize<'de> for AnyStruct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = AnyStruct;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a struct")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AnyStruct, A::Error> {
                let mut count = 0;
                while let Some(key) = map.next_key::<String>()? {
                    let _: (String, Value) = (key, map.next_value()?);
                    count += 1;
                }
                Ok(AnyStruct(count))
            }
        }
        deserializer.deserialize_struct("Briefing", &[], Fields)
    }
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).ok()
}

fuzz_target!(|text: &str| {
    let scanned = scan::scan(text);
    let Some(AnyStruct(count)) = read(text) else { return };
    let document = scanned.expect("what ron accepts is scanned");
    assert_eq!(document.fields.len(), count);
    for field in &document.fields {
        assert!(read::<Value>(&text[field.value.range()]).is_some(), "a part of a good text is a good text");
    }
    for record in &document.records {
        assert!(read::<Value>(&text[record.span.range()]).is_some(), "a record of a good text is a good text");
        for field in document.fields_of(text, record) {
            assert!(read::<Value>(&text[field.value.range()]).is_some(), "a field of a good record is a good text");
        }
    }
});
