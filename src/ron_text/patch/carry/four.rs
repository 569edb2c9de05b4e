//! The texts that are met, and what of them is taken to the byte.

use crate::model::Node;

/// A value, or a run of them, in four texts: the one that is made, and the three that it comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Four<T> {
    pub(super) now: T,
    pub(super) base: Option<T>,
    pub(super) ours: Option<T>,
    pub(super) theirs: T,
}

impl<T: Copy> Four<T> {
    pub(super) fn map<U>(self, of: impl Fn(T) -> U) -> Four<U> {
        Four { now: of(self.now), base: self.base.map(&of), ours: self.ours.map(&of), theirs: of(self.theirs) }
    }

    /// The four of a part; `None` where it is not in what is made, or not in theirs.
    pub(super) fn part<U>(self, of: impl Fn(T) -> Option<U>) -> Option<Four<U>> {
        Some(Four {
            now: of(self.now)?,
            base: self.base.and_then(&of),
            ours: self.ours.and_then(&of),
            theirs: of(self.theirs)?,
        })
    }
}

/// A value: its text, and what it says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'a> {
    pub(super) text: &'a str,
    pub(super) node: Option<&'a Node>,
}

/// Whether a text is to be as theirs has it: ours left it as it was, or has it not, and it says what theirs says.
pub(super) fn is_theirs_alone(texts: Four<&str>, says_the_same: bool) -> bool {
    let is_untouched = match (texts.base, texts.ours) {
        (Some(base), Some(ours)) => base == ours,
        (None, None) => true,
        _ => false,
    };
    is_untouched && says_the_same
}

pub(super) fn values<'a>(texts: Four<&'a str>, nodes: Four<Option<&'a Node>>) -> Four<Value<'a>> {
    Four {
        now: Value { text: texts.now, node: nodes.now },
        base: texts.base.map(|text| Value { text, node: nodes.base.flatten() }),
        ours: texts.ours.map(|text| Value { text, node: nodes.ours.flatten() }),
        theirs: Value { text: texts.theirs, node: nodes.theirs },
    }
}
