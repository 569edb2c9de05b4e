//! What a rule is.

use crate::model::{AnyRecord, Header, Key};

use super::Severity;
use super::context::Context;
use super::findings::Findings;

/// Looks at one record.
pub type RecordCheck = fn(&Context, Key, &AnyRecord, &mut Findings);
/// Looks at the header.
pub type HeaderCheck = fn(&Context, &Header, &mut Findings);
/// Looks at everything.
pub type FileCheck = fn(&Context, &mut Findings);

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// Text that is no record: found by the reader of files, before any rule runs.
    Reader,
    /// Each record by itself, with its neighbourhood.
    PerRecord(RecordCheck),
    /// Each record by itself, and the header.
    RecordsAndHeader(RecordCheck, HeaderCheck),
    /// The header alone.
    Header(HeaderCheck),
    /// All records together.
    WholeFile(FileCheck),
    /// What the other rules found, and the waivers: run last.
    Waivers,
}

impl Scope {
    /// Whether it looks at each record by itself.
    #[must_use]
    pub fn looks_at_records(self) -> bool {
        matches!(self, Self::PerRecord(_) | Self::RecordsAndHeader(..))
    }
}

/// A rule: what it asks, why, and the function that looks.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name in reports and waivers, such as `dangling-reference`.
    pub id: &'static str,
    /// How bad a finding is, unless the rule says otherwise of one.
    pub severity: Severity,
    /// A few words.
    pub title: &'static str,
    /// What is the case in the data when it fires, in a line.
    pub condition: &'static str,
    /// Why it matters, by which standard, and what to do.
    pub help: &'static str,
    /// What it looks at.
    pub scope: Scope,
}
