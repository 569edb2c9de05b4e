//! What to export and where to, with the result in sight beside the options.

mod choice;
mod dialog;
mod failure;
mod label;
mod made;
mod note_view;
mod obstacles;
mod options;
mod preview;
mod writing;

pub(super) use dialog::WIDTH;
pub(in crate::ui) use dialog::{ExportDialog, ExportDone, Known};
pub(in crate::ui) use writing::Written;
