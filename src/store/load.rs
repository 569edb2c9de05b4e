//! The text of a briefing as a briefing and its problems.
//!
//! `ron` reads the whole, and its answer decides. Where it refuses, the parts are read one by one, so that one bad
//! record costs one record.

use std::sync::Arc;

use super::error::OpenError;
use super::salvage;
use super::source_text::SourceText;
use super::whole::read_whole;
use crate::check::{Position, Problem};
use crate::model::{Briefing, FieldNames as _, Header, RecordKind};
use crate::ron_text::{Document, LineIndex, MAX_RECORDS, ScanError, scan};

/// A briefing as it was read, with what could not be.
#[derive(Debug)]
pub struct Loaded {
    /// What could be read.
    pub briefing: Briefing,
    /// What could not.
    pub problems: Vec<Problem>,
    /// The text, for finding places in it.
    pub text: SourceText,
}

impl Loaded {
    /// Whether it is a briefing rather than another file in RON: it has a title, and more fields of the format than others.
    #[must_use]
    pub fn is_briefing(&self) -> bool {
        let text = self.text.as_str();
        let names = self.text.document().fields.iter().filter_map(|field| text.get(field.name.range()));
        let is_known = |name: &str| Header::FIELDS.contains(&name) || RecordKind::from_list_name(name).is_some();
        let (known, others): (Vec<&str>, Vec<&str>) = names.partition(|name| is_known(name));
        known.contains(&"title") && known.len() > others.len()
    }
}

/// Reads a briefing.
///
/// # Errors
/// Where nothing of it can be read; the text comes back, to show the lines concerned.
pub fn load(text: String) -> Result<Loaded, (OpenError, String)> {
    let (scanned, whole) = scanned_and_read(&text);
    let document = match scanned {
        Ok(document) => document,
        Err(error) => return Err((unparsable(&text, error), text)),
    };
    let text = SourceText::new(Arc::new(text), document);
    Ok(match whole {
        Some(briefing) => Loaded { text: text.with_read(&briefing), briefing, problems: Vec::new() },
        None => {
            let (briefing, problems) = salvage::read_parts(&text);
            Loaded { briefing, problems, text }
        }
    })
}

/// Scans a text and reads it as `ron` takes it: both at once, unless it has so many brackets that the scanner has to
/// count its records before any is made.
fn scanned_and_read(text: &str) -> (Result<Document, ScanError>, Option<Briefing>) {
    if memchr::memchr_iter(b'(', text.as_bytes()).count() > MAX_RECORDS {
        let scanned = scan(text);
        let whole = scanned.is_ok().then(|| read_whole(text)).flatten();
        return (scanned, whole);
    }
    std::thread::scope(|scope| {
        let scanned = std::thread::Builder::new().name("scan".to_owned()).spawn_scoped(scope, || scan(text));
        let whole = read_whole(text);
        let scanned = scanned.ok().and_then(|thread| thread.join().ok()).unwrap_or_else(|| scan(text));
        (scanned, whole)
    })
}

fn unparsable(text: &str, error: ScanError) -> OpenError {
    let (line, column) = LineIndex::new(text).line_and_column(text, error.offset());
    OpenError::Unparsable { message: error.to_string(), position: Position { line, column } }
}
