//! Changing the briefing: each request becomes a change of `edit`, is made as one step, and what is derived follows.

use std::sync::Arc;

use egui::Context;

use super::app::App;
use super::dialogs::Dialog;
use super::forms::Draft;
use super::jobs::{Job, Outcome};
use super::state::{Derived, OpenBriefing};
use super::widgets::Severity;
use super::worked::AT_ONCE;
use super::{Command, Request, Tab};
use crate::edit::{Change, Refusal, change};
use crate::index::Reader;
use crate::model::{AnyRecord, Bearing, Briefing, Key, RecordKind};
use crate::present::{Chosen, Shown};
use crate::store;

impl App {
    /// Carries out a request that changes the briefing. While the last change is still being worked out it waits.
    pub(super) fn edit(&mut self, ctx: &Context, request: Request) {
        let Some(open) = &mut self.state.open else { return };
        if open.is_working() {
            open.waiting.push_back(request);
            return;
        }
        match request {
            Request::SetField(draft, stays_open) => self.set_field(ctx, draft, stays_open),
            Request::CloseStep => open.edits.close_step(),
            Request::GoToStep(done) => self.go_to_step(ctx, done),
            Request::Delete(keys, with_citing) => {
                let citing = if with_citing { change::Citing::DeleteToo } else { change::Citing::Detach };
                let count = keys.len();
                self.make_of_many(ctx, count, move |reader| change::delete(reader, &keys, citing));
            }
            Request::MergeActors(kept, gone, from_gone) => {
                let merged = self.make(ctx, |reader| change::merge_actors(reader, kept, gone, &from_gone));
                if merged.is_some() {
                    self.handle(ctx, Request::Select(kept));
                }
            }
            Request::SetFieldOfAll(keys, field, value, creates) => {
                let count = keys.len();
                self.make_of_many(ctx, count, move |reader| {
                    let set = |reader: &Reader| change::set_field_of_all(reader, &keys, field, value.as_ref());
                    match &creates {
                        Some(record) => change::with_new(reader, record, |reader, _| set(reader)),
                        None => set(reader),
                    }
                });
            }
            Request::SetFields(label, fields) => {
                let count = fields.len();
                self.make_of_many(ctx, count, move |reader| change::set_fields(reader, label, fields));
            }
            Request::Reorder(keys, before) => {
                let count = keys.len();
                self.make_of_many(ctx, count, move |reader| change::reorder_before(reader, &keys, before));
            }
            Request::CreateAll(label, records, shown) => self.create_all(ctx, label, records, shown),
            Request::Create(record) => self.create(ctx, &record),
            Request::Decide(open, decision) => {
                self.make(ctx, |reader| change::decide(reader, &open, decision));
            }
            Request::Repair(problem) => {
                let place = open.last_problem.filter(|place| open.document.problems.get(*place) == Some(&*problem));
                let made = self.make(ctx, |reader| change::repair(reader, &problem));
                // What stood behind the mended problem takes its place in the list, and is to be the next one.
                if let (Some(()), Some(place), Some(open)) = (made, place, self.state.open.as_mut()) {
                    open.last_problem = place.checked_sub(1);
                }
            }
            Request::RepairAll(rule) => {
                let document = Arc::clone(&open.document);
                self.make(ctx, |reader| change::repair_all(reader, rule, &document.problems));
            }
            Request::RecordConflict(value) => self.record_conflict(ctx, *value),
            Request::Resolve(key, favoured, reason) => {
                self.make(ctx, |reader| change::resolve_conflict(reader, key, favoured, &reason));
            }
            Request::SetBearing(judgement, evidence, bearing) => {
                self.make(ctx, |reader| change::set_bearing(reader, judgement, &evidence, bearing));
            }
            Request::Waive(rule, key, reason) => {
                self.make(ctx, |reader| change::waive(reader, &rule, key, &reason));
            }
            _ => {}
        }
    }

    /// Carries out a command that changes the briefing.
    pub(super) fn edit_by(&mut self, ctx: &Context, command: Command) {
        self.flush_draft(ctx);
        let Some(open) = &mut self.state.open else { return };
        if open.is_working() {
            open.waiting.push_back(Request::Do(command));
            return;
        }
        let selected = open.history.present().selected;
        match command {
            Command::Undo => self.go_to_step(ctx, self.count_done().saturating_sub(1)),
            Command::Redo => self.go_to_step(ctx, self.count_done() + 1),
            Command::NewRecord => {
                let kind = open.tab().kind().unwrap_or(RecordKind::Visit);
                self.create_of(ctx, kind, selected);
            }
            Command::DuplicateRecord => {
                let keys = open.targets();
                self.duplicate(ctx, keys);
            }
            Command::DeleteRecord => {
                let keys = open.targets();
                if keys.is_empty() {
                    return;
                }
                if change::citing(&open.document.reader(), &keys).is_empty() {
                    self.edit(ctx, Request::Delete(keys, false));
                } else {
                    self.state.dialog = Some(Dialog::delete(keys));
                }
            }
            Command::ChangeSelected => {
                let keys = open.targets();
                let kind = keys.first().and_then(|key| open.document.index.place_of(*key)).map(|(kind, _)| kind);
                self.state.dialog = kind.map(|kind| Dialog::change_selected(kind, keys));
            }
            Command::PasteRows => self.ask_for_rows(ctx, String::new()),
            Command::MergeActor => self.state.dialog = selected.map(Dialog::merge),
            Command::EvidenceFor => self.add_evidence(ctx, Bearing::Consistent),
            Command::EvidenceAgainst => self.add_evidence(ctx, Bearing::Inconsistent),
            Command::RecordConflict | Command::ResolveConflict => self.conflict_by(ctx, command, selected),
            Command::ChangeShown => {
                self.state.dialog = open.tab().kind().map(Dialog::change_shown);
            }
            Command::Repair => {
                if let Some(problem) = open.problem_to_repair().cloned() {
                    self.edit(ctx, Request::Repair(Box::new(problem)));
                }
            }
            Command::Replace => self.state.dialog = Some(Dialog::replace()),
            other => {
                if let Some(kind) = other.creates() {
                    self.create_of(ctx, kind, selected);
                }
            }
        }
    }

    /// Puts a copy of each record behind it; of one the form is shown.
    fn duplicate(&mut self, ctx: &Context, keys: Vec<Key>) {
        let new = self.upcoming(keys.len());
        self.make_of_many(ctx, keys.len(), move |reader| Ok(change::duplicate(reader, &keys)?.0));
        match new.as_slice() {
            [] => {}
            [one] => self.show_new(ctx, Some(*one)),
            [first, ..] => {
                let first = *first;
                self.choose_new(ctx, Request::Choose(Arc::new(Chosen::of(new)), Some(first)));
            }
        }
    }

    /// Makes records in one step, and selects so many of the last.
    fn create_all(&mut self, ctx: &Context, label: String, records: Vec<AnyRecord>, shown: usize) {
        let mut new = self.upcoming(records.len());
        let new = new.split_off(new.len().saturating_sub(shown));
        self.make_of_many(ctx, records.len(), move |reader| Ok(change::insert_all(reader, label, &records)?.0));
        if let Some(first) = new.first().copied() {
            self.choose_new(ctx, Request::Choose(Arc::new(Chosen::of(new)), Some(first)));
        }
    }

    /// The keys that so many new records will have.
    fn upcoming(&self, count: usize) -> Vec<Key> {
        let Some(open) = self.state.open.as_ref() else { return Vec::new() };
        (open.document.briefing.keys.upcoming().0..).take(count).map(Key).collect()
    }

    /// Selects new records, once they are there.
    fn choose_new(&mut self, ctx: &Context, request: Request) {
        let Some(open) = self.state.open.as_mut() else { return };
        if open.is_working() {
            open.waiting.push_back(request);
        } else {
            self.handle(ctx, request);
        }
    }

    fn count_done(&self) -> usize {
        self.state.open.as_ref().map_or(0, |open| open.edits.count_done())
    }

    /// Makes a change as one step; `None`, and a notice, where it is refused.
    pub(super) fn make(
        &mut self,
        ctx: &Context,
        change_of: impl FnOnce(&Reader) -> Result<Change, Refusal>,
    ) -> Option<()> {
        let open = self.state.open.as_mut()?;
        match change_of(&open.document.reader()) {
            Ok(change) => self.apply(ctx, change, false),
            Err(refusal) => {
                self.notify(ctx, Severity::Error, &format!("Not changed: {refusal}"));
                None
            }
        }
    }

    /// The same for a change of so many records: of many it is worked out on a thread, while further edits wait.
    fn make_of_many(
        &mut self,
        ctx: &Context,
        count: usize,
        change_of: impl FnOnce(&Reader) -> Result<Change, Refusal> + Send + 'static,
    ) {
        let Some(open) = self.state.open.as_mut() else { return };
        if count <= AT_ONCE {
            self.make(ctx, change_of);
            return;
        }
        let document = Arc::clone(&open.document);
        open.making = Job::begin(ctx, "change", move || change_of(&document.reader()));
        if open.making.is_none() {
            self.notify(ctx, Severity::Error, "Not changed: the system gives no thread; try again with fewer records");
        }
    }

    /// Looks whether a change of many records is worked out, and makes it.
    pub(super) fn poll_making(&mut self, ctx: &Context) {
        let Some(job) = self.state.open.as_mut().and_then(|open| open.making.take()) else { return };
        match job.poll() {
            Outcome::Waiting(job) => {
                if let Some(open) = self.state.open.as_mut() {
                    open.making = Some(job);
                }
                return;
            }
            Outcome::Done(made) => {
                self.make(ctx, |_| made);
            }
            Outcome::Failed => self.notify(ctx, Severity::Error, "Not changed: working it out ended without a result"),
        }
        self.carry_on(ctx);
    }

    pub(super) fn apply(&mut self, ctx: &Context, change: Change, stays_open: bool) -> Option<()> {
        let open = self.state.open.as_mut()?;
        if change.is_empty() {
            return Some(());
        }
        let mut briefing = open.document.briefing.clone();
        let label = change.label.clone();
        let is_made = open.edits.make(change, &mut briefing, stays_open);
        if !is_made {
            self.notify(ctx, Severity::Error, &format!("Not done: {label}: what it is about is no longer there"));
            return None;
        }
        self.follow(ctx, briefing);
        Some(())
    }

    /// Shows a changed briefing.
    fn follow(&mut self, ctx: &Context, briefing: Briefing) {
        let Some(open) = self.state.open.as_mut() else { return };
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
        let revision = self.state.next_revision();
        let is_large = derived.document.briefing.record_count() > AT_ONCE;
        let Some(open) = self.state.open.as_mut() else { return };
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
        let Some(open) = self.state.open.as_mut() else { return };
        let Some(job) = open.deriving.take() else { return };
        match job.poll() {
            Outcome::Waiting(job) => {
                open.deriving = Some(job);
                return;
            }
            Outcome::Done(derived) => self.take_derived(ctx, derived),
            Outcome::Failed => {
                self.notify(ctx, Severity::Error, "The checks ended without a result; save, and open the file again");
            }
        }
        self.carry_on(ctx);
    }

    /// Carries out what waited, until there is something to wait for again.
    fn carry_on(&mut self, ctx: &Context) {
        while self.state.open.as_ref().is_some_and(|open| !open.is_working()) {
            let Some(request) = self.state.open.as_mut().and_then(|open| open.waiting.pop_front()) else { return };
            self.handle(ctx, request);
        }
    }

    fn set_field(&mut self, ctx: &Context, draft: Draft, stays_open: bool) {
        let Some(open) = self.state.open.as_mut() else { return };
        let Draft { key, field, value, creates } = draft;
        let is_new = key.is_some_and(|key| open.form.has_made_id(key)) && field != "id";
        let set = |reader: &Reader| match key {
            Some(key) if is_new => change::set_field_of_new(reader, key, field, value.clone()),
            Some(key) => change::set_field(reader, key, field, value.clone()),
            None => change::set_header_field(reader, field, value.clone()),
        };
        let reader = open.document.reader();
        let change = match &creates {
            Some(record) => change::with_new(&reader, record, |reader, _| set(reader)),
            None => set(&reader),
        };
        match change {
            Ok(change) => {
                if let Some(key) = key.filter(|_| field == "id") {
                    open.form.id_is_given(key);
                }
                self.apply(ctx, change, stays_open);
            }
            Err(refusal) => open.form.refuse(key, field, refusal.to_string()),
        }
    }

    /// What was typed becomes a step before anything else is done.
    pub(super) fn flush_draft(&mut self, ctx: &Context) {
        let cell = self.state.tabs.take_cell();
        let Some(open) = self.state.open.as_mut() else { return };
        let draft = open.form.take_draft();
        open.edits.close_step();
        for draft in draft.into_iter().chain(cell) {
            self.edit(ctx, Request::SetField(draft, false));
        }
    }

    fn go_to_step(&mut self, ctx: &Context, done: usize) {
        let Some(open) = self.state.open.as_mut() else { return };
        open.form.forget();
        let mut briefing = open.document.briefing.clone();
        let focus = open.edits.go_to(done.min(open.edits.steps().len()), &mut briefing);
        self.follow(ctx, briefing);
        // Undo brings the view back to what changed.
        let Some(open) = self.state.open.as_mut() else { return };
        if let Some((key, field)) = focus.filter(|(key, _)| open.document.index.place_of(*key).is_some()) {
            let tab = open.document.index.place_of(key).map_or(Tab::Overview, |(kind, _)| Tab::of(kind));
            open.go(tab, Some(key));
            open.pointed_field = Some((key, field.to_owned()));
        }
    }

    fn create_of(&mut self, ctx: &Context, kind: RecordKind, selected: Option<Key>) {
        let Some(open) = self.state.open.as_ref() else { return };
        let around = open.filter.surroundings();
        match change::template(&open.document.reader(), kind, selected, &around) {
            Ok(record) => self.create(ctx, &record),
            Err(refusal) => self.notify(ctx, Severity::Error, &refusal.to_string()),
        }
    }

    fn create(&mut self, ctx: &Context, record: &AnyRecord) {
        let mut new = None;
        self.make(ctx, |reader| {
            let (change, key) = change::insert(reader, record, None)?;
            new = Some(key);
            Ok(change)
        });
        self.show_new(ctx, new);
    }

    /// Shows the form of a new record, its first field under the keys.
    fn show_new(&mut self, ctx: &Context, key: Option<Key>) {
        let (Some(key), Some(open)) = (key, self.state.open.as_mut()) else { return };
        open.form.begin(key);
        if open.is_working() {
            open.waiting.push_back(Request::Show(key));
        } else {
            self.handle(ctx, Request::Show(key));
        }
    }

    /// Switches between viewing and editing; a file that cannot be written stays in viewing, and says why.
    pub(super) fn toggle_editing(&mut self, ctx: &Context) {
        self.flush_draft(ctx);
        let Some(open) = self.state.open.as_mut() else { return };
        if open.is_editing {
            open.is_editing = false;
            return;
        }
        let why_not = open.origin.path().and_then(store::why_not_writable);
        match why_not {
            Some(why) => self.notify(ctx, Severity::Warning, &format!("Viewing only: {why}")),
            None => {
                open.is_editing = true;
                self.state.settings.inspector_hidden = false;
            }
        }
    }
}

impl OpenBriefing {
    /// Whether a change, or what follows from it, is being worked out on a thread.
    pub(super) fn is_working(&self) -> bool {
        self.making.is_some() || self.deriving.is_some()
    }

    /// Whether something would be lost if it were closed now.
    pub(super) fn is_unsaved(&self) -> bool {
        self.edits.is_unsaved() && !self.edits.steps().is_empty()
    }
}
