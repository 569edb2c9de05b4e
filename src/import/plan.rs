//! What a file brings into a briefing: records to add, rows that are there already, rows that are kept aside.

use crate::model::{AnyRecord, Key};

/// A row, an entry or a file that is not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// The number of its row, or of the line it begins on, in the file; from 1.
    pub row: u32,
    /// What stands in its cells, so that it can be mended elsewhere; nothing for what is no row.
    pub cells: Vec<String>,
    /// Why, and what to do.
    pub reason: String,
}

impl Aside {
    /// An entry that has no cells.
    pub(super) fn entry(line: usize, reason: String) -> Self {
        Self { row: u32::try_from(line).unwrap_or(u32::MAX), cells: Vec::new(), reason }
    }
}

/// What a file brings into a briefing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportPlan {
    /// The records to add, those first that others name.
    pub records: Vec<AnyRecord>,
    /// How many of them stand for rows or entries, rather than being named by one.
    pub added: usize,
    /// The numbers of the rows that those stand for; nothing for entries and articles.
    pub rows: Vec<u32>,
    /// Records that are there, and what rows add to them.
    pub additions: Vec<(Key, AnyRecord)>,
    /// How many rows or entries the briefing has already.
    pub known: usize,
    /// What is not taken.
    pub aside: Vec<Aside>,
    /// The heads over the cells of what is not taken.
    pub heads: Vec<String>,
    /// What a person should know beside, such as columns that nothing was made of.
    pub remarks: Vec<String>,
    /// What nobody was asked about yet: marks that may part names, dates of two meanings.
    pub questions: Vec<String>,
}
