//! Dates as people type them, read as EDTF (ISO 8601-2:2019, Annex A). What can mean two things is asked about.

mod day;
mod explain;
mod read;
mod reading;
mod relative;
mod spans;
mod words;

pub use read::read;
pub use reading::{Choice, Reading, Understood};

pub use relative::{Anchored, CountedFrom, anchors, following, read_counted};
