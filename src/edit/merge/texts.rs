//! Merging two changed copies with their texts: comments, layout and spelling of both come along.

use std::collections::{BTreeSet, HashMap};

use super::{Merged, Merger, printed};
use crate::model::{Id, Key, Merge, Node};
use crate::ron_text::{Copy, RecordText, commented_records, lost_comments};
use crate::store::{SaveError, SavedBase};

/// The field of an item that is about a comment which found no place.
pub const COMMENT: &str = "comment";

/// The records of the copies that have comments.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    base: HashMap<Key, RecordText>,
    ours: HashMap<Key, RecordText>,
    theirs: HashMap<Key, RecordText>,
}

impl Remarks {
    fn new(base: Copy, ours: Copy, theirs: Copy) -> Self {
        let [base, ours, theirs] = [base, ours, theirs].map(commented_records);
        Self { base, ours, theirs }
    }

    /// The text of a record of theirs that has a comment which its record of the base had not.
    pub(super) fn said_by_them(&self, theirs: Key, base: Key) -> Option<&str> {
        said(&self.theirs, theirs, self.base.get(&base))
    }

    /// As [`Self::said_by_them`], of a record of ours.
    pub(super) fn said_by_us(&self, ours: Key, base: Key) -> Option<&str> {
        said(&self.ours, ours, self.base.get(&base))
    }
}

fn said<'a>(side: &'a HashMap<Key, RecordText>, key: Key, before: Option<&RecordText>) -> Option<&'a str> {
    let record = side.get(&key)?;
    let is_new = |comment: &String| !before.is_some_and(|before| before.comments.contains(comment));
    record.comments.iter().any(is_new).then_some(record.text.as_str())
}

/// What came of a merge of two texts.
#[derive(Debug)]
pub struct MergedText {
    /// Our text with theirs in it, and what it says; its header holds what is open.
    pub text: SavedBase,
    /// What a person has to decide, also in the header.
    pub open: Vec<Merge>,
}

/// Merges two copies, each with its text, that come from one base. A comment that finds no place is left open.
///
/// # Errors
/// Where what was merged cannot be written into our text.
pub fn merge_texts(base: &SavedBase, ours: &SavedBase, theirs: &SavedBase) -> Result<MergedText, SaveError> {
    let [was, own, their] = [base, ours, theirs].map(SavedBase::as_copy);
    let remarks = Remarks::new(was, own, their);
    let Merged { mut briefing, mut open, met } =
        Merger::new(was.briefing, own.briefing, their.briefing, remarks).merged();
    let mut text = ours.merged(&briefing, base, theirs, &met)?;
    let lost = lost_comments(text.text(), was.text, own.text, their.text);
    let is_told = |comment: &String| open.iter().any(|open| open.theirs.contains(comment));
    let lost: Vec<String> = lost.into_iter().filter(|comment| !is_told(comment)).collect();
    if !lost.is_empty() {
        let sides = [commented_records(their), commented_records(own)];
        let ids: BTreeSet<Id> = briefing.all_records().map(|(_, record)| record.id().clone()).collect();
        for comment in lost {
            let of_side = |(records, copy): (&HashMap<Key, RecordText>, &Copy)| {
                let (key, _) = records.iter().find(|(_, record)| record.comments.contains(&comment))?;
                copy.briefing.record(*key).map(|record| record.id().clone())
            };
            let record = sides.iter().zip([&their, &own]).find_map(of_side).filter(|id| ids.contains(id));
            let theirs = printed(Some(&Node::Text(comment)));
            let item =
                Merge { record: record.unwrap_or_default(), field: COMMENT.to_owned(), theirs, ..Merge::default() };
            if !briefing.header.merges.contains(&item) {
                briefing.header.merges.push(item.clone());
            }
            open.push(item);
        }
        text = ours.merged(&briefing, base, theirs, &met)?;
    }
    Ok(MergedText { text, open })
}
