//! Two revisions of a briefing side by side: what came, went or became another.

use super::changes::Changes;
use crate::model::{AnyRecord, Key, RecordKind};

use super::Reader;

impl Changes {
    /// Compares two revisions list by list. Records that both share in memory are passed over without a look.
    #[must_use]
    pub fn between(before: &Reader, after: &Reader) -> Self {
        let mut changes = Self::default();
        for kind in RecordKind::ALL {
            changes.compare(before, after, *kind);
        }
        changes
    }

    fn compare(&mut self, before: &Reader, after: &Reader, kind: RecordKind) {
        let mut old = before.briefing.records(kind).peekable();
        let mut new = after.briefing.records(kind).peekable();
        let is_in = |reader: &Reader, key: &Key| reader.index.place_of(*key).is_some();
        loop {
            match (old.peek(), new.peek()) {
                (None, None) => return,
                (Some((old_key, old_record)), Some((new_key, new_record))) if old_key == new_key => {
                    if !old_record.is_same_as(new_record) {
                        self.keys.insert(*new_key);
                    }
                    old.next();
                    new.next();
                }
                (_, Some((key, _))) if !is_in(before, key) => {
                    self.keys.insert(*key);
                    new.next();
                }
                (Some((key, _)), _) if !is_in(after, key) => {
                    self.keys.insert(*key);
                    old.next();
                }
                _ => {
                    // The rest of a list whose records stand in another order is looked up one by one.
                    self.is_reordered = true;
                    self.keys.extend(old.map(|(key, _)| key).filter(|key| !is_in(after, key)));
                    let is_another = |(key, record): &(Key, AnyRecord)| {
                        !before.record(*key).is_some_and(|other| other.is_same_as(record))
                    };
                    self.keys.extend(new.filter(is_another).map(|(key, _)| key));
                    return;
                }
            }
        }
    }
}
