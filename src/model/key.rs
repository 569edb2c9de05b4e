//! The identity of a record in memory.

/// Names a record while a briefing is open, whatever happens to its `id`: the ordinal at load, a counter after.
///
/// Kept through edits and undo; never written to a file. Records of two files meet by `id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

/// Hands out keys, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyCounter(u64);

impl KeyCounter {
    /// A key that this counter has not given before.
    pub fn next_key(&mut self) -> Key {
        let key = Key(self.0);
        self.0 += 1;
        key
    }
}

impl KeyCounter {
    /// The key that is given next.
    #[must_use]
    pub fn upcoming(&self) -> Key {
        Key(self.0)
    }

    /// Never gives a key again that came from elsewhere: from an edit that is undone, or done once more.
    pub(crate) fn pass(&mut self, key: Key) {
        self.0 = self.0.max(key.0 + 1);
    }
}
