//! Dateline: a desktop workbench for geopolitics briefings in which every date, quote and count leads to its source.
//!
//! The code map, in the order that data flows:
//!
//! - [`model`]: what a briefing is. Plain data; knows nobody.
//! - [`ron_text`]: byte ranges of records and fields in RON text, and printing values as it.
//! - [`index`]: what is derived per revision: ids, back-links, order, search text.
//! - [`analysis`]: counts with doubt, what goes back to what: pure functions over model and index.
//! - [`language`]: what words mean, one file a language: the words of dates.
//! - [`phrase`]: dates as people write them, read as EDTF.
//! - [`extract`]: from an article to proposed records.
//! - [`check`]: the rules that find what is weak.
//! - [`store`]: the only code that touches files and the clock: opening, saving, settings.
//! - [`document`]: an open briefing with all that is derived from it.
//! - [`edit`]: the only way to change a briefing: changes, steps with inverses, undo.
//! - [`present`]: what each tab shows, as plain rows.
//! - [`import`]: rows of spreadsheets and lists of references, as records.
//! - [`export`]: one file a format: the note, JSON, counts.
//! - [`sample`]: made-up briefings of any size.
//! - [`cli`]: the commands of the shell.
//! - [`ui`]: the window. Draws what `present` gives and sends requests; never changes a briefing.

pub mod analysis;
pub mod check;
pub mod cli;
pub mod document;
pub mod edit;
pub mod export;
pub mod extract;
pub mod import;
pub mod index;
pub mod language;
pub mod model;
pub mod phrase;
pub mod present;
pub mod ron_text;
pub mod sample;
pub mod store;
pub mod ui;
