//! Writing an export into its file, on a thread; the dialog stays until that is done.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::failure::WriteFailure;
use crate::document::Document;
use crate::ron_text::print_briefing;
use crate::store::{self, Durability, VersionsFolder};
use crate::ui::background::Job;

/// An export that was written.
#[derive(Debug)]
pub(in crate::ui) struct Written {
    pub(in crate::ui) path: PathBuf,
    pub(in crate::ui) durability: Durability,
}

/// The writing of an export.
pub(super) type Writing = Job<Result<Written, WriteFailure>>;

/// What is to be written.
#[derive(Debug)]
pub(super) struct ToWrite {
    pub(super) path: PathBuf,
    pub(super) content: Arc<Vec<u8>>,
    /// Whether a file that is there is replaced.
    pub(super) replace: bool,
    /// The file of the briefing.
    pub(super) own: Option<PathBuf>,
    /// What is exported.
    pub(super) document: Arc<Document>,
    /// Where it is kept what was exported last, so that the next note can tell what is new since.
    pub(super) exports: VersionsFolder,
}

/// Begins to write. `None` where the system gives no thread.
pub(super) fn begin(ctx: &Context, asked: ToWrite) -> Option<Writing> {
    Job::begin(ctx, "write export", move || write(&asked))
}

fn write(asked: &ToWrite) -> Result<Written, WriteFailure> {
    let ToWrite { path, content, .. } = asked;
    if asked.own.as_ref().is_some_and(|own| store::lead_to_one_file(own, path)) {
        return Err(WriteFailure::OwnFile);
    }
    let content = content.as_slice();
    let durability = if asked.replace { store::replace(path, content) } else { store::create(path, content) }?;
    if let Some(own) = &asked.own {
        let briefing = &asked.document.briefing;
        // Without it the next note cannot tell what is new since this one, which is no reason to refuse this one.
        drop(asked.exports.keep(own, &briefing.header.title, &print_briefing(briefing)));
    }
    Ok(Written { path: path.clone(), durability })
}

/// What came of it, once it is done.
pub(super) fn done(writing: &mut Option<Writing>) -> Option<Result<Written, WriteFailure>> {
    let done = Job::take_done(writing)?;
    Some(done.unwrap_or(Err(WriteFailure::Unended)))
}
