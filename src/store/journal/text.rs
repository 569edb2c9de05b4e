//! The text of a journal: a line of JSON that says whose it is, the base's text, then a line for each entry.
//!
//! Each entry begins with a check sum over itself and over all before it, so that a line that is torn, changed or gone
//! is found, and what stands before it is still good.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::model::KeyLists;
use crate::store::content_hash;

/// The version of this text; another is not read.
const VERSION: u32 = 1;
/// How many characters of a hash are the check sum of an entry.
const SUM: usize = 16;

/// Whose journal it is, and what its entries are changes of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JournalHead {
    /// The version of the journal's text.
    #[serde(default)]
    journal: u32,
    /// The document; none where it was never saved.
    pub document: Option<PathBuf>,
    /// The briefing's title.
    pub title: String,
    /// The day and the time it was begun.
    pub begun: String,
    /// The hash of the base's text.
    pub base: String,
    /// How many bytes the base's text has.
    bytes: usize,
    /// The keys that the entries know the base's records by.
    pub keys: KeyLists,
}

impl JournalHead {
    /// The head of a journal over a base.
    #[must_use]
    pub fn new(document: Option<PathBuf>, title: String, begun: String, base: &str, keys: KeyLists) -> Self {
        Self { journal: VERSION, document, title, begun, base: content_hash(base), bytes: base.len(), keys }
    }
}

/// A journal as it was read: all of it that is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    /// Whose it is.
    pub head: JournalHead,
    /// The text that the entries are changes of; none where it is damaged.
    pub base: Option<String>,
    /// The entries, the first made first.
    pub entries: Vec<String>,
    /// How many lines at the end are damaged, and lost.
    pub lost: usize,
}

/// The head and the base as the journal's first bytes, and the sum that its first entry goes on from.
pub(super) fn begin(head: &JournalHead, base: &str) -> Result<(Vec<u8>, String), serde_json::Error> {
    let line = serde_json::to_string(head)?;
    let sum = content_hash(&line);
    Ok((format!("{line}\n{base}\n").into_bytes(), sum))
}

/// An entry as a line, and the sum that the next goes on from.
pub(super) fn line_of(before: &str, entry: &str) -> (String, String) {
    let sum = sum_of(before, entry.as_bytes());
    (format!("{} {entry}\n", sum.get(..SUM).unwrap_or_default()), sum)
}

fn sum_of(before: &str, entry: &[u8]) -> String {
    content_hash([before.as_bytes(), entry].concat())
}

impl Journal {
    /// Reads a journal as far as it is whole; `None` where it has no head.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (line, rest) = split_line(bytes)?;
        let head: JournalHead =
            serde_json::from_slice(line).ok().filter(|head: &JournalHead| head.journal == VERSION)?;
        let mut sum = content_hash(line);
        let base = rest.get(..head.bytes).filter(|base| content_hash(base) == head.base);
        let base = base.and_then(|base| String::from_utf8(base.to_vec()).ok());
        // A line break stands behind the base.
        let mut rest = rest.get(head.bytes..).and_then(|rest| rest.get(1..)).unwrap_or_default();
        let mut entries = Vec::new();
        while let Some(entry) = next_entry(&mut rest, &mut sum) {
            entries.push(entry);
        }
        let lost = rest.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
        Some(Self { head, base, entries, lost })
    }
}

fn split_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((bytes.get(..end)?, bytes.get(end + 1..)?))
}

/// The next entry, where it is whole; else all stays as it is.
fn next_entry(rest: &mut &[u8], sum: &mut String) -> Option<String> {
    let (line, after) = split_line(rest)?;
    let (told, entry) = line.split_at_checked(SUM)?;
    let entry = entry.strip_prefix(b" ")?;
    let expected = sum_of(sum, entry);
    if expected.as_bytes().get(..SUM) != Some(told) {
        return None;
    }
    let entry = String::from_utf8(entry.to_vec()).ok()?;
    *rest = after;
    *sum = expected;
    Some(entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(entries: &[&str]) -> Vec<u8> {
        let base = "(title: \"T\")\n";
        let head = JournalHead::new(None, "T".to_owned(), String::new(), base, KeyLists::default());
        let (mut bytes, mut sum) = begin(&head, base).unwrap();
        for entry in entries {
            let (line, next) = line_of(&sum, entry);
            bytes.extend(line.into_bytes());
            sum = next;
        }
        bytes
    }

    #[test]
    fn a_torn_or_damaged_line_loses_itself_and_what_stands_behind_it() {
        let entries = ["one", "two", "three"];
        let bytes = written(&entries);
        let whole = Journal::read(&bytes).unwrap();
        assert_eq!((whole.entries.as_slice(), whole.lost), (entries.map(str::to_owned).as_slice(), 0));
        let torn = Journal::read(&bytes[..bytes.len() - 2]).unwrap();
        assert_eq!((torn.entries.len(), torn.lost), (2, 1));
        let damaged = String::from_utf8(bytes.clone()).unwrap().replace(" two", " tvo");
        let damaged = Journal::read(damaged.as_bytes()).unwrap();
        assert_eq!((damaged.entries.as_slice(), damaged.lost), (["one".to_owned()].as_slice(), 2));
        let without: Vec<&str> = std::str::from_utf8(&bytes).unwrap().lines().collect();
        let without = [without[0], without[1], "", without[3], without[5], ""].join("\n");
        let without = Journal::read(without.as_bytes()).unwrap();
        assert_eq!((without.entries.len(), without.lost), (1, 1), "a line that is gone is missed");
    }

    #[test]
    fn a_damaged_base_is_told_and_no_bytes_are_too_odd() {
        let text = String::from_utf8(written(&["one"])).unwrap();
        let damaged = Journal::read(text.replace("(title: \"T\")", "(title: \"U\")").as_bytes()).unwrap();
        assert_eq!((damaged.base, damaged.entries.len()), (None, 1));
        for bytes in [&b""[..], b"\n", b"{}\n", b"\xff\xfe\n", b"{\"journal\":1}\n\n"] {
            assert_eq!(Journal::read(bytes), None);
        }
    }
}
