//! Which statements a conflict is about, or gives a side of, and what is made of it.

use std::collections::HashMap;

use super::sentences::sentence;
use crate::index::Reader;
use crate::model::{Id, Key};

/// That a statement is disputed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::export) struct Dispute {
    /// Whether it is not settled.
    pub(in crate::export) is_open: bool,
    /// What is made of it, as a sentence; may be empty.
    pub(in crate::export) reason: String,
}

impl Dispute {
    /// `Disputed (settled)`.
    pub(in crate::export) fn state(&self) -> &'static str {
        if self.is_open { "Disputed (open)" } else { "Disputed (settled)" }
    }
}

/// The statements that conflicts are about, or whose words are one side of them: words that a conflict has settled against
/// are not to be read as if they stood.
pub(in crate::export) fn disputes(reader: &Reader, shows: impl Fn(Key) -> bool) -> HashMap<Id, Vec<Dispute>> {
    let mut disputes: HashMap<Id, Vec<Dispute>> = HashMap::new();
    for entry in reader.briefing.conflicts.iter().filter(|entry| shows(entry.key)) {
        let conflict = &entry.record;
        let dispute = Dispute { is_open: conflict.is_open(), reason: sentence(&conflict.reason) };
        let mut told: Vec<&Id> = Vec::new();
        for id in conflict.sides.iter().filter_map(|side| side.record.as_ref()).chain([&conflict.about]) {
            if !told.contains(&id) && reader.statement(id).is_some() {
                told.push(id);
                disputes.entry(id.clone()).or_default().push(dispute.clone());
            }
        }
    }
    disputes
}

/// What is made of them, to stand behind a statement by itself.
pub(in crate::export) fn dispute_words(disputes: &[Dispute]) -> String {
    let words = disputes.iter().map(|dispute| match dispute.reason.as_str() {
        "" => format!("{}.", dispute.state()),
        reason => format!("{}: {reason}", dispute.state()),
    });
    words.collect::<Vec<_>>().join(" ")
}
