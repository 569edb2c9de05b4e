//! Rows that are pasted or read from a file, shown before they are added.

mod aside;
mod cells;
mod dialog;
mod end;
mod kept;
mod names;
mod questions;

pub(in crate::ui) use dialog::PasteDialog;
pub(super) use dialog::{FileOfRows, WIDTH};
