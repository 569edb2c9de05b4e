//! Sources that disagree.

use super::fields::format_struct;
use super::record::record;
use super::words::words;
use super::{Cite, Id, When};

words! {
    /// Whether a conflict is settled.
    pub enum ConflictStatus {
        /// Not settled.
        Open = "Open",
        /// Settled, for a reason.
        Resolved = "Resolved",
    }
}

format_struct! {
    /// One side of a conflict.
    pub struct Side {
        /// The value that this side gives.
        required value: String,
        /// Where it stands.
        optional cite: Option<Cite>,
        /// Or the record that says so.
        optional record: Option<Id>,
        /// A value that is a date, with its words and what it rests on; it says nothing where its EDTF is not the value.
        optional date: Option<When>,
    }
}

impl Side {
    /// The value as a date with its words and what it rests on, where that is told.
    #[must_use]
    pub fn told_date(&self) -> Option<&When> {
        self.date.as_ref().filter(|date| date.edtf().trim() == self.value.trim())
    }
}

record! {
    /// Sources that disagree about one field of one record.
    pub struct Conflict {
        /// The record.
        required about: Id,
        /// Its field.
        required field: String,
        /// What they say.
        required sides: Vec<Side>,
        /// Whether it is settled; open where not said.
        optional status: Option<ConflictStatus>,
        /// Why it was settled as it was, or what is known of it.
        optional reason: String,
    }
}

impl Conflict {
    /// Whether it is not settled yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status != Some(ConflictStatus::Resolved)
    }
}
