//! The text of every record, folded, and finding records by a part of it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{AnyRecord, Key, Node, RecordKind};

use super::fold;

/// A record that a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchHit {
    /// The record.
    pub key: Key,
    /// Its kind.
    pub kind: RecordKind,
    /// How well it fits; smaller is better.
    pub rank: u8,
}

/// The text of every record, as it is compared; revisions share it where a record did not change.
#[derive(Debug, Default)]
pub struct SearchText {
    records: Vec<Arc<SearchRecord>>,
}

#[derive(Debug)]
pub(super) struct SearchRecord {
    key: Key,
    kind: RecordKind,
    /// The name or title, folded.
    name: Box<str>,
    /// All texts of the record, folded, one a line.
    text: Box<str>,
}

/// How a hit fits, best first.
const NAME_BEGINS: u8 = 0;
const WORD_OF_NAME_BEGINS: u8 = 1;
const NAME_HAS: u8 = 2;
const WORD_BEGINS: u8 = 3;
const TEXT_HAS: u8 = 4;

impl SearchText {
    pub(super) fn add(&mut self, key: Key, record: &AnyRecord) {
        let mut text = String::new();
        for (_, node) in record.field_nodes() {
            collect_text(&node, &mut text);
        }
        let name = match record {
            AnyRecord::Actor(actor) => actor.spellings().collect::<Vec<_>>().join("\n"),
            AnyRecord::Source(source) => format!("{}\n{}", source.publisher, source.title),
            AnyRecord::Role(role) => role.title.clone(),
            AnyRecord::Visit(visit) => visit.place.clone(),
            AnyRecord::Judgement(judgement) => judgement.text.clone(),
            AnyRecord::Statement(_) | AnyRecord::Relation(_) | AnyRecord::Conflict(_) => String::new(),
        };
        self.records.push(Arc::new(SearchRecord {
            key,
            kind: record.kind(),
            name: fold(&name).into_boxed_str(),
            text: fold(&text).into_boxed_str(),
        }));
    }

    /// The texts by their records, for a revision in which most of them are the same.
    pub(super) fn by_key(&self) -> HashMap<Key, &Arc<SearchRecord>> {
        self.records.iter().map(|record| (record.key, record)).collect()
    }

    /// Adds the text that a record had before, since it did not change.
    pub(super) fn add_again(&mut self, record: &Arc<SearchRecord>) {
        self.records.push(Arc::clone(record));
    }

    /// The records that hold all words of a query, the best first, at most `limit`.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<SearchHit> {
        let folded = fold(query);
        let words: Vec<&str> = folded.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<SearchHit> = self
            .records
            .iter()
            .filter_map(|record| {
                if record.name.lines().any(|name| name.starts_with(folded.trim())) {
                    return Some(SearchHit { key: record.key, kind: record.kind, rank: NAME_BEGINS });
                }
                let rank = words
                    .iter()
                    .map(|word| rank(record, word))
                    .try_fold(0, |worst, rank| rank.map(|r| worst.max(r)))?;
                let rank = rank.max(WORD_OF_NAME_BEGINS);
                Some(SearchHit { key: record.key, kind: record.kind, rank })
            })
            .collect();
        hits.sort_by_key(|hit| hit.rank);
        hits.truncate(limit);
        hits
    }

    /// The records that hold all words of a query, in the order of the file.
    pub fn keys_matching(&self, query: &str) -> impl Iterator<Item = Key> + '_ {
        let folded = fold(query);
        let words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        self.records
            .iter()
            .filter(move |record| words.iter().all(|word| record.text.contains(word.as_str())))
            .map(|record| record.key)
    }
}

fn rank(record: &SearchRecord, word: &str) -> Option<u8> {
    if record.name.lines().any(|name| name.starts_with(word)) {
        Some(NAME_BEGINS)
    } else if begins_word(&record.name, word) {
        Some(WORD_OF_NAME_BEGINS)
    } else if record.name.contains(word) {
        Some(NAME_HAS)
    } else if begins_word(&record.text, word) {
        Some(WORD_BEGINS)
    } else {
        record.text.contains(word).then_some(TEXT_HAS)
    }
}

fn begins_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric()))
}

fn collect_text(node: &Node, text: &mut String) {
    match node {
        Node::Text(part) | Node::Raw(part) => {
            text.push_str(part);
            text.push('\n');
        }
        Node::List(items) => {
            for item in items {
                collect_text(item, text);
            }
        }
        Node::Struct(fields) | Node::Variant(_, fields) => {
            for (_, value) in fields {
                collect_text(value, text);
            }
        }
        Node::Wrapped(_, inner) => collect_text(inner, text),
        Node::Bool(_) | Node::Integer(_) | Node::Word(_) => {}
    }
}
