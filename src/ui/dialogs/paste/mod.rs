//! Rows that are pasted or read from a file, shown before they are added.

mod aside;
mod cells;
mod columns;
mod constants;
mod dialog;
mod doubles;
mod end;
mod file;
mod kept;
mod misfits;
mod names;
mod questions;

pub(in crate::ui) use dialog::PasteDialog;
pub(super) use dialog::WIDTH;
pub(super) use file::FileOfRows;
