//! What passes the filter: worked out at once, or on a thread where the briefing is large.

use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::present::{Filter, Shown};
use crate::ui::background::AT_ONCE;
use crate::ui::background::{Job, Outcome};

impl App {
    /// Shows what passes another filter.
    pub(super) fn set_filter(&mut self, ctx: &Context, filter: Filter) {
        let revision = self.session.next_revision();
        if let Some(open) = &mut self.session.open {
            open.filter = filter;
            open.revision = revision;
        }
        self.refresh_shown(ctx);
    }

    /// Works out anew what passes the filter.
    pub(super) fn refresh_shown(&mut self, ctx: &Context) {
        let Some(open) = &mut self.session.open else { return };
        let (document, filter) = (Arc::clone(&open.document), open.filter.clone());
        let work = move || Shown::new(&document.reader(), &filter);
        open.filtering = None;
        if open.document.briefing.record_count() > AT_ONCE {
            open.filtering = Job::begin(ctx, "filter", work.clone());
        }
        if open.filtering.is_none() {
            open.shown = Arc::new(work());
        }
    }

    /// Looks whether what passes the filter is known.
    pub(super) fn poll_filtering(&mut self) {
        let Some(job) = self.session.open.as_mut().and_then(|open| open.filtering.take()) else { return };
        let revision = self.session.next_revision();
        let Some(open) = &mut self.session.open else { return };
        match job.poll() {
            Outcome::Waiting(job) => open.filtering = Some(job),
            Outcome::Done(shown) => {
                open.shown = Arc::new(shown);
                open.revision = revision;
            }
            Outcome::Failed => {}
        }
    }

    /// Gives the filter a name to come back to.
    pub(super) fn keep_filter(&mut self, name: &str) {
        let Some(open) = &self.session.open else { return };
        self.session.settings.keep_filter(name, open.filter.clone());
        self.write_settings();
    }
}
