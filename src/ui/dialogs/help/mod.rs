//! The help: the pages or what was found at the left, the page that is read at the right.

mod contents;
mod dialog;
mod grid;
mod reading;
mod scrolled;

pub(in crate::ui) use dialog::HelpDialog;
pub(super) use dialog::WIDTH;
