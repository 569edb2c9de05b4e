//! Writing an export into its file, on a thread; the dialog stays until that is done.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::store::{self, Durability};
use crate::ui::background::Job;

/// That an export would go over what is exported.
const OWN_FILE: &str = "This is the file of the briefing itself, which the export would replace; choose another name";
/// That the thread did not come to its end.
const NOT_WRITTEN: &str = "Nothing was written: the work did not come to its end. Try again";

/// An export that was written.
#[derive(Debug)]
pub(in crate::ui) struct Written {
    pub(in crate::ui) path: PathBuf,
    pub(in crate::ui) durability: Durability,
}

/// The writing of an export.
pub(super) type Writing = Job<Result<Written, String>>;

/// Begins to write; `own` is the file of the briefing. `None` where the system gives no thread.
pub(super) fn begin(
    ctx: &Context,
    path: PathBuf,
    content: Arc<Vec<u8>>,
    replace: bool,
    own: Option<PathBuf>,
) -> Option<Writing> {
    Job::begin(ctx, "write export", move || write(&path, &content, replace, own.as_deref()))
}

fn write(path: &Path, content: &[u8], replace: bool, own: Option<&Path>) -> Result<Written, String> {
    if own.is_some_and(|own| store::lead_to_one_file(own, path)) {
        return Err(OWN_FILE.to_owned());
    }
    let written = if replace { store::replace(path, content) } else { store::create(path, content) };
    match written {
        Ok(durability) => Ok(Written { path: path.to_owned(), durability }),
        Err(error) => Err(error.to_string()),
    }
}

/// What came of it, once it is done.
pub(super) fn done(writing: &mut Option<Writing>) -> Option<Result<Written, String>> {
    let done = Job::take_done(writing)?;
    Some(done.unwrap_or_else(|_| Err(NOT_WRITTEN.to_owned())))
}
