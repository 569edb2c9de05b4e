//! Footnotes of a note: kept as they are used, numbered at the end, in full or in short.

mod kept;
mod numbered;
mod words;

pub(super) use kept::{Footnotes, MARK_BEGIN, MARK_END, ORIGINS, PLACE};
pub(super) use numbered::Length;
pub(super) use words::{CREDIBILITY, name_of};
