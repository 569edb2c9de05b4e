//! What asks or tells in the middle of the window.

mod about;
mod article;
mod change_shown;
mod choose;
mod conflict;
mod delete;
mod dialog;
mod encoding;
mod export;
mod foot;
mod frame;
mod help;
mod import;
mod leave;
mod link;
mod merge;
mod paste;
mod recover;
mod replace;
mod resolve;
mod save_as;
mod settings;
mod shortcuts;
mod steps;
mod versions;
mod waive;

pub(super) use dialog::{DIALOG, Dialog, ui};

pub(super) use export::{ExportDone, Known as KnownOfExport, Written};
