//! What both sides said in comments.

use crate::model::Key;
use crate::ron_text::{Copy, RecordText, commented_records};
use std::collections::HashMap;

/// The records of the copies that have comments.
#[derive(Debug, Default)]
pub struct Remarks {
    base: HashMap<Key, RecordText>,
    ours: HashMap<Key, RecordText>,
    theirs: HashMap<Key, RecordText>,
}

impl Remarks {
    pub(super) fn new(base: Copy, ours: Copy, theirs: Copy) -> Self {
        let [base, ours, theirs] = [base, ours, theirs].map(commented_records);
        Self { base, ours, theirs }
    }

    /// The text of a record of theirs that has a comment which its record of the base had not.
    pub fn said_by_them(&self, theirs: Key, base: Key) -> Option<&str> {
        said(&self.theirs, theirs, self.base.get(&base))
    }

    /// As [`Self::said_by_them`], of a record of ours.
    pub fn said_by_us(&self, ours: Key, base: Key) -> Option<&str> {
        said(&self.ours, ours, self.base.get(&base))
    }
}

pub(super) fn said<'a>(side: &'a HashMap<Key, RecordText>, key: Key, before: Option<&RecordText>) -> Option<&'a str> {
    let record = side.get(&key)?;
    let is_new = |comment: &String| !before.is_some_and(|before| before.comments.contains(comment));
    record.comments.iter().any(is_new).then_some(record.text.as_str())
}
