//! Files that are brought in: read on a thread, then shown as the records that they would be.

mod dialog;
mod reading;
mod sources;

pub(in crate::ui) use dialog::ImportDialog;
