//! From one revision of the briefing to the next: a change is made as one step, and what is derived follows, on a thread
//! where there is much of it. Edits wait meanwhile.

use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::edit::{Change, Refusal};
use crate::index::Reader;
use crate::model::{Briefing, Key};
use crate::present::Shown;
use crate::ui::background::AT_ONCE;
use crate::ui::background::{Job, NoResult};
use crate::ui::session::{Derived, Making};
use crate::ui::widgets::Severity;

impl App {
    /// Makes a change as one step; `None`, and a notice, where it is refused.
    pub(super) fn make(
        &mut self,
        ctx: &Context,
        change_of: impl FnOnce(&Reader) -> Result<Change, Refusal>,
    ) -> Option<()> {
        let open = self.session.open.as_mut()?;
        match change_of(&open.document.reader()) {
            Ok(change) => self.apply(ctx, change, false),
            Err(refusal) => {
                self.refused(ctx, &refusal);
                None
            }
        }
    }

    fn refused(&mut self, ctx: &Context, refusal: &Refusal) {
        self.notify(ctx, Severity::Error, &format!("Not changed: {refusal}"));
    }

    fn take_made(&mut self, ctx: &Context, making: Making) {
        let Some(open) = self.session.open.as_mut() else { return };
        match making {
            Making::Nothing => {}
            Making::Made(prepared) => {
                let briefing = open.edits.take_prepared(*prepared);
                self.follow(ctx, briefing);
            }
            Making::Jumped(jumped) => self.take_jumped(ctx, *jumped),
            Making::NotThere(label) => self.not_there(ctx, &label),
        }
    }

    fn not_there(&mut self, ctx: &Context, label: &str) {
        self.notify(ctx, Severity::Error, &format!("Not done: {label}: what it is about is no longer there"));
    }

    /// Makes no change after all; what waited for it is carried out.
    pub(super) fn cancel_change(&mut self, ctx: &Context) {
        if let Some(open) = self.session.open.as_mut() {
            open.making = None;
        }
        self.carry_on(ctx);
    }

    /// The same for a change of so many records: of many it is worked out on a thread, while further edits wait.
    pub(super) fn make_of_many(
        &mut self,
        ctx: &Context,
        count: usize,
        change_of: impl FnOnce(&Reader) -> Result<Change, Refusal> + Send + 'static,
    ) {
        let Some(open) = self.session.open.as_mut() else { return };
        if count <= AT_ONCE {
            self.make(ctx, change_of);
            return;
        }
        let document = Arc::clone(&open.document);
        open.edits.close_step();
        self.begin_making(ctx, move || Ok(Making::of(change_of(&document.reader())?, &document.briefing)));
    }

    /// Works a change out on a thread.
    pub(super) fn begin_making(
        &mut self,
        ctx: &Context,
        make: impl FnOnce() -> Result<Making, Refusal> + Send + 'static,
    ) {
        let Some(open) = self.session.open.as_mut() else { return };
        open.making = Job::begin(ctx, "change", make);
        if open.making.is_none() {
            self.notify(ctx, Severity::Error, "Not changed: the system gives no thread; try again with fewer records");
        }
    }

    /// Looks whether a change of many records is worked out, and makes it.
    pub(super) fn poll_making(&mut self, ctx: &Context) {
        let done = self.session.open.as_mut().and_then(|open| Job::take_done(&mut open.making));
        match done {
            None => return,
            Some(Ok(Ok(making))) => self.take_made(ctx, making),
            Some(Ok(Err(refusal))) => self.refused(ctx, &refusal),
            Some(Err(NoResult)) => {
                self.notify(ctx, Severity::Error, "Not changed: working it out ended without a result");
            }
        }
        self.carry_on(ctx);
    }

    pub(super) fn apply(&mut self, ctx: &Context, change: Change, stays_open: bool) -> Option<()> {
        let open = self.session.open.as_mut()?;
        if change.is_empty() {
            return Some(());
        }
        let mut briefing = open.document.briefing.clone();
        let label = change.label.clone();
        let is_made = open.edits.make(change, &mut briefing, stays_open);
        if !is_made {
            self.not_there(ctx, &label);
            return None;
        }
        self.follow(ctx, briefing);
        Some(())
    }

    /// Shows a changed briefing.
    pub(super) fn follow(&mut self, ctx: &Context, briefing: Briefing) {
        let Some(open) = self.session.open.as_mut() else { return };
        let records = briefing.record_count();
        let before = Arc::clone(&open.document);
        let derive = {
            let (filter, briefing) = (open.filter.clone(), briefing.clone());
            move || {
                let document = before.changed(briefing);
                let shown = Shown::new(&document.reader(), &filter);
                Derived { document, filter, shown }
            }
        };
        if records > AT_ONCE {
            open.deriving = Job::begin(ctx, "index and checks", derive.clone());
            if open.deriving.is_some() {
                return;
            }
        }
        self.take_derived(ctx, derive());
    }

    fn take_derived(&mut self, ctx: &Context, derived: Derived) {
        let revision = self.session.next_revision();
        let is_large = derived.document.briefing.record_count() > AT_ONCE;
        let Some(open) = self.session.open.as_mut() else { return };
        let before = std::mem::replace(&mut open.document, Arc::new(derived.document));
        let shown_before = std::mem::replace(&mut open.shown, Arc::new(derived.shown));
        if is_large {
            // Giving back the memory of a large revision takes longer than a frame.
            drop(Job::begin(ctx, "let go", move || drop((before, shown_before))));
        }
        open.revision = revision;
        let is_gone = |key: Key| open.document.index.place_of(key).is_none();
        if open.history.present().selected.is_some_and(is_gone) {
            open.pointed_field = None;
            open.go(open.tab(), None);
        }
        if derived.filter != open.filter {
            self.refresh_shown(ctx);
        }
    }

    /// Looks whether what was derived on a thread is there; then carries out what waited.
    pub(super) fn poll_deriving(&mut self, ctx: &Context) {
        let Some(open) = self.session.open.as_mut() else { return };
        match Job::take_done(&mut open.deriving) {
            None => return,
            Some(Ok(derived)) => self.take_derived(ctx, derived),
            Some(Err(NoResult)) => {
                self.notify(ctx, Severity::Error, "The checks ended without a result; save, and open the file again");
            }
        }
        self.carry_on(ctx);
    }

    /// Carries out what waited, until there is something to wait for again.
    fn carry_on(&mut self, ctx: &Context) {
        while self.session.open.as_ref().is_some_and(|open| !open.is_working()) {
            let Some(request) = self.session.open.as_mut().and_then(|open| open.waiting.pop_front()) else { return };
            self.handle(ctx, request);
        }
    }
}
