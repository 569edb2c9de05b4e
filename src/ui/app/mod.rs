//! The program: it holds the session and the views, and carries out after each frame what they asked for.

mod autosave;
mod clipboard;
mod conflicts;
mod copying;
mod dialogs;
mod dispatch;
mod edit;
mod event_order;
mod evidence;
mod export;
mod filter;
mod given_files;
mod held_input;
mod kept_focus;
mod last_focus;
mod merge;
mod navigate;
mod open;
mod program;
mod proposals;
mod recover;
mod revision;
mod save;
mod settings;
mod shortcuts;
mod source_text;
mod tour;
mod unsaved;
mod views;
mod watch;

pub use program::{App, Start};
