//! The limits within which a text is scanned.

/// The most records that are scanned.
pub const MAX_RECORDS: usize = 1_500_000;

/// How deep brackets may nest: the recursion limit of `ron`.
pub const MAX_NESTING: usize = 128;
