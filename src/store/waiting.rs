//! How long another program is waited for.

/// So long another program's lock is waited for, in seconds.
pub const SECONDS_WAITED: u64 = 5;
