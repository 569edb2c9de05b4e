//! Rows as text for a spreadsheet; of many the text is made on a thread.

use std::sync::Arc;

use egui::Context;

use crate::model::{Key, RecordKind, plural};
use crate::present::{RowColumn, rows_tsv};
use crate::ui::background::AT_ONCE;
use crate::ui::background::{Job, Outcome};
use crate::ui::{Request, Scene};

/// A text that is being made, and what it is.
#[derive(Debug, Default)]
pub(super) struct Copying {
    job: Option<Job<(String, String)>>,
}

impl Copying {
    /// Since when a text is being made.
    pub(super) fn busy_since(&self) -> Option<f64> {
        self.job.as_ref().map(|job| job.began)
    }

    /// The text of these records; none yet where it is made on a thread.
    pub(super) fn begin(
        &mut self,
        ctx: &Context,
        scene: &Scene,
        kind: RecordKind,
        keys: Vec<Key>,
        columns: &[RowColumn],
    ) -> Option<Request> {
        if keys.is_empty() {
            return Some(Request::Tell("Select a row first".to_owned()));
        }
        let count = keys.len();
        let (document, shown, columns) = (Arc::clone(scene.document), Arc::clone(scene.shown), columns.to_vec());
        let work = move || {
            let text = rows_tsv(document.reader(), &shown, kind, &keys, &columns);
            (text, format!("{}, for a spreadsheet", plural(count, kind.noun())))
        };
        if count <= AT_ONCE {
            let (text, what) = work();
            return Some(Request::Copy(text, what));
        }
        self.job = Job::begin(ctx, "copy rows", work);
        None
    }

    /// The text, once it is made.
    pub(super) fn poll(&mut self) -> Option<Request> {
        match self.job.take()?.poll() {
            Outcome::Waiting(job) => {
                self.job = Some(job);
                None
            }
            Outcome::Done((text, what)) => Some(Request::Copy(text, what)),
            Outcome::Failed => Some(Request::Tell("The rows could not be copied; select fewer".to_owned())),
        }
    }
}
