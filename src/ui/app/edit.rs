//! Changing the briefing: each request and command becomes a change of `edit`.

use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::edit::{Jumped, change};
use crate::index::Reader;
use crate::model::{AnyRecord, Key, RecordKind, count_text};
use crate::present::Chosen;
use crate::store;
use crate::ui::background::AT_ONCE;
use crate::ui::command::{Draft, EditRequest, FirstParagraph, NewRecords, ProposalRequest};
use crate::ui::dialogs::Dialog;
use crate::ui::session::Making;
use crate::ui::widgets::Severity;
use crate::ui::{Request, Tab};

impl App {
    /// Carries out a request that changes the briefing. While the last change is still being worked out it waits.
    pub(super) fn edit(&mut self, ctx: &Context, request: EditRequest) {
        let Some(open) = &mut self.session.open else { return };
        if open.is_working() {
            open.waiting.push_back(request.into());
            return;
        }
        match request {
            EditRequest::SetField(draft) => self.set_field(ctx, draft, false),
            EditRequest::SetFieldWhileTyping(draft) => self.set_field(ctx, draft, true),
            EditRequest::CloseStep => open.edits.close_step(),
            EditRequest::GoToStep(done) => self.go_to_step(ctx, done),
            EditRequest::Delete(keys, citing) => {
                let count = keys.len();
                self.make_of_many(ctx, count, move |reader| change::delete(reader, &keys, citing));
            }
            EditRequest::Merge(kept, gone, choice) => {
                let merged = self.make(ctx, |reader| change::merge_records(reader, kept, gone, &choice));
                if merged.is_some() {
                    self.handle(ctx, Request::Select(kept));
                }
            }
            EditRequest::SetFieldOfAll(keys, field, value, creates) => {
                let count = keys.len();
                self.make_of_many(ctx, count, move |reader| {
                    let set = |reader: &Reader| change::set_field_of_all(reader, &keys, field, value.as_ref());
                    match &creates {
                        Some(record) => change::with_new(reader, record, |reader, _| set(reader)),
                        None => set(reader),
                    }
                });
            }
            EditRequest::SetFields(label, fields) => {
                let count = fields.len();
                self.make_of_many(ctx, count, move |reader| change::set_fields_anywhere(reader, label, fields));
            }
            EditRequest::Reorder(keys, before) => {
                let count = keys.len();
                self.make_of_many(ctx, count, move |reader| change::reorder_before(reader, &keys, before));
            }
            EditRequest::CreateAll(new) => self.create_all(ctx, new),
            EditRequest::Create(record) => {
                let record = change::with_what_its_words_say(&open.document.reader(), record);
                self.create(ctx, &record, &[]);
            }
            EditRequest::Decide(open, decision) => {
                self.make(ctx, |reader| change::decide(reader, &open, decision));
            }
            EditRequest::Repair(problem) => {
                let place = open.last_problem.filter(|place| open.document.problems.get(*place) == Some(&*problem));
                let made = self.make(ctx, |reader| change::repair(reader, &problem));
                // What stood behind the mended problem takes its place in the list, and is to be the next one.
                if let (Some(()), Some(place), Some(open)) = (made, place, self.session.open.as_mut()) {
                    open.last_problem = place.checked_sub(1);
                }
            }
            EditRequest::RepairAll(rule) => {
                let document = Arc::clone(&open.document);
                let count = document.problems.iter().filter(|problem| problem.rule == rule).count();
                self.make_of_many(ctx, count, move |reader| change::repair_all(reader, rule, &document.problems));
            }
            EditRequest::RecordConflict(value) => self.record_conflict(ctx, *value),
            EditRequest::Resolve(key, favoured, reason) => {
                self.make(ctx, |reader| change::resolve_conflict(reader, key, favoured, &reason));
            }
            EditRequest::SetBearing(judgement, evidence, bearing) => {
                self.make(ctx, |reader| change::set_bearing(reader, judgement, &evidence, bearing));
            }
            EditRequest::CountEvidence(judgement, evidence, bearing) => {
                self.count_evidence(ctx, judgement, &evidence, bearing);
            }
            EditRequest::AddRole(actor) => self.add_role(ctx, actor),
            EditRequest::HoldArticle(article) => {
                if !open.is_editing {
                    self.toggle_editing(ctx);
                }
                if !self.session.open.as_ref().is_some_and(|open| open.is_editing) {
                    return;
                }
                let mut held = None;
                self.make(ctx, |reader| {
                    let (change, key) = change::hold_source(reader, &article)?;
                    held = Some(key);
                    Ok(change)
                });
                if let Some(key) = held {
                    self.handle(ctx, Request::Show(key));
                }
            }
            EditRequest::SetFirstParagraph(source, first) => {
                self.make(ctx, |reader| change::set_caption(reader, source, first == FirstParagraph::Caption));
            }
            EditRequest::Waive(rule, keys, reason) => {
                self.make(ctx, |reader| change::waive(reader, &rule, &keys, &reason));
            }
        }
    }

    /// A new record of the kind that the tab lists.
    pub(super) fn create_of_tab(&mut self, ctx: &Context) {
        let kind = self.session.open.as_ref().and_then(|open| open.tab().kind());
        self.create_of(ctx, kind.unwrap_or(RecordKind::Visit));
    }

    /// Copies of the selected records.
    pub(super) fn duplicate_targets(&mut self, ctx: &Context) {
        if let Some(open) = &self.session.open {
            let keys = open.targets();
            self.duplicate(ctx, keys);
        }
    }

    /// Deletes the selected records; where others name them it asks what becomes of those.
    pub(super) fn delete_targets(&mut self, ctx: &Context) {
        let Some(open) = &self.session.open else { return };
        let keys = open.targets();
        self.ask_delete(ctx, keys);
    }

    /// Deletes records; where others name them it asks what becomes of those.
    pub(super) fn ask_delete(&mut self, ctx: &Context, keys: Vec<Key>) {
        let Some(open) = self.session.open.as_ref().filter(|_| !keys.is_empty()) else { return };
        if change::citing(&open.document.reader(), &keys).is_empty() {
            self.edit(ctx, EditRequest::Delete(keys, change::Citing::Detach));
        } else {
            self.views.dialog = Some(Dialog::delete(keys));
        }
    }

    /// Asks how to make one of two records: of the two rows that are selected together, or of the selected record and
    /// another.
    pub(super) fn ask_merge_of_targets(&mut self) {
        let Some(open) = &self.session.open else { return };
        let selected = open.history.present().selected;
        self.views.dialog = match open.targets().as_slice() {
            [first, second] if selected == Some(*second) => Some(Dialog::merge_two(*second, *first)),
            [first, second] => Some(Dialog::merge_two(*first, *second)),
            _ => selected.map(Dialog::merge),
        };
    }

    /// Asks which field of the selected rows to change.
    pub(super) fn ask_change_of_targets(&mut self) {
        let Some(open) = &self.session.open else { return };
        let keys = open.targets();
        let kind = keys.first().and_then(|key| open.document.index.place_of(*key)).map(|(kind, _)| kind);
        self.views.dialog = kind.map(|kind| Dialog::change_selected(kind, keys));
    }

    /// Asks which field of the records shown to change.
    pub(super) fn ask_change_of_shown(&mut self) {
        let kind = self.session.open.as_ref().and_then(|open| open.tab().kind());
        self.views.dialog = kind.map(Dialog::change_shown);
    }

    /// Mends the problem that is looked at.
    pub(super) fn repair_selected(&mut self, ctx: &Context) {
        let problem = self.session.open.as_ref().and_then(|open| open.problem_to_repair().cloned());
        if let Some(problem) = problem {
            self.edit(ctx, EditRequest::Repair(Box::new(problem)));
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
                self.once_worked_out(ctx, Request::Choose(Arc::new(Chosen::of(new)), Some(first)));
            }
        }
    }

    /// Makes records in one step, and selects some of them. Of articles that are held it offers to read one.
    fn create_all(&mut self, ctx: &Context, new: NewRecords) {
        let NewRecords { label, records, shown, additions } = new;
        let mut keys = self.upcoming(records.len());
        let articles: Vec<Key> =
            keys.iter().zip(&records).filter(|(_, record)| is_article(record)).map(|(key, _)| *key).collect();
        let shown = keys.split_off(keys.len().saturating_sub(shown));
        let added_to = additions.first().map(|(key, _)| *key);
        // Each addition looks through the whole briefing.
        let all = self.session.open.as_ref().map_or(0, |open| open.document.briefing.record_count());
        let count = records.len() + additions.len() * all;
        self.make_of_many(ctx, count, move |reader| Ok(change::bring_in(reader, label, &records, &additions)?.0));
        match (shown.as_slice(), articles.as_slice()) {
            ([one], [_]) => self.once_worked_out(ctx, Request::Show(*one)),
            ([first, ..], _) => {
                let first = *first;
                self.once_worked_out(ctx, Request::Choose(Arc::new(Chosen::of(shown)), Some(first)));
            }
            ([], _) => added_to.into_iter().for_each(|key| self.once_worked_out(ctx, Request::Show(key))),
        }
        if let Some(first) = articles.first() {
            let told = match articles.len() {
                1 => {
                    "The article is held. Select words in it and press S for a statement, V for a visit, A for an actor"
                        .to_owned()
                }
                count => format!("{} articles are held; this is the first", count_text(count)),
            };
            self.once_worked_out(ctx, ProposalRequest::Offer(*first, told).into());
        }
    }

    /// The keys that so many new records will have.
    fn upcoming(&self, count: usize) -> Vec<Key> {
        let Some(open) = self.session.open.as_ref() else { return Vec::new() };
        (open.document.briefing.keys.upcoming().0..).take(count).map(Key).collect()
    }

    /// Carries out what needs the records of a change, once they are there.
    fn once_worked_out(&mut self, ctx: &Context, request: Request) {
        let Some(open) = self.session.open.as_mut() else { return };
        if open.is_working() {
            open.waiting.push_back(request);
        } else {
            self.handle(ctx, request);
        }
    }

    pub(super) fn count_done(&self) -> usize {
        self.session.open.as_ref().map_or(0, |open| open.edits.count_done())
    }

    fn set_field(&mut self, ctx: &Context, draft: Draft, stays_open: bool) {
        let Some(open) = self.session.open.as_mut() else { return };
        let Draft { key, field, value, creates } = draft;
        let is_new = key.is_some_and(|key| self.views.form.has_made_id(key)) && field != "id";
        let set = |reader: &Reader| match key {
            Some(key) if is_new => change::set_field_of_new(reader, key, field, value.clone()),
            Some(key) => change::set_field(reader, key, field, value.clone()),
            None => change::set_header_field(reader, field, value.clone()),
        };
        let reader = open.document.reader();
        if let Some(key) = key.filter(|_| field == "id" && !is_new && creates.is_none()) {
            // All that names the record follows a new id.
            let count = reader.index.links_to(key).len();
            if count > AT_ONCE {
                self.views.form.id_is_given(key);
                self.make_of_many(ctx, count, move |reader| change::set_field(reader, key, field, value));
                return;
            }
        }
        let change = match &creates {
            Some(record) => change::with_new(&reader, record, |reader, _| set(reader)),
            None => set(&reader),
        };
        match change {
            Ok(change) => {
                self.views.form.accept(key, field);
                if let Some(key) = key.filter(|_| field == "id") {
                    self.views.form.id_is_given(key);
                }
                self.apply(ctx, change, stays_open);
            }
            Err(refusal) => self.views.form.refuse(key, field, value, refusal.to_string()),
        }
    }

    /// What was typed becomes a step before anything else is done.
    pub(super) fn flush_draft(&mut self, ctx: &Context) {
        let cell = self.views.tabs.take_cell();
        let Some(open) = self.session.open.as_mut() else { return };
        let draft = self.views.form.take_draft();
        open.edits.close_step();
        for draft in draft.into_iter().chain(cell) {
            self.edit(ctx, EditRequest::SetField(draft));
        }
    }

    /// Undoes or does again until so many steps are done; on a thread where that is much.
    pub(super) fn go_to_step(&mut self, ctx: &Context, done: usize) {
        let Some(open) = self.session.open.as_mut() else { return };
        self.views.form.forget();
        let jump = open.edits.jump_to(done);
        if jump.len() <= AT_ONCE {
            let jumped = jump.made_on(&open.document.briefing);
            return self.take_jumped(ctx, jumped);
        }
        let document = Arc::clone(&open.document);
        self.begin_making(ctx, move || Ok(Making::Jumped(Box::new(jump.made_on(&document.briefing)))));
    }

    /// Takes in steps that were undone or done again, and brings the view back to what changed.
    pub(super) fn take_jumped(&mut self, ctx: &Context, jumped: Jumped) {
        let Some(open) = self.session.open.as_mut() else { return };
        let (briefing, focus) = open.edits.take_jumped(jumped);
        // A record that is gone again leaves to what was looked at before it was made.
        if open.history.present().selected.is_some_and(|key| briefing.record(key).is_none()) {
            let before = open.history.before().filter(|key| briefing.record(*key).is_some());
            open.go(open.tab(), before);
        }
        self.follow(ctx, briefing);
        let Some(open) = self.session.open.as_ref() else { return };
        // Proposals show what was taken back themselves.
        if let Some((key, field)) = focus.filter(|_| !self.views.tabs.shows_proposals(open.tab())) {
            self.once_worked_out(ctx, Request::ShowField(key, field.to_owned()));
        }
    }

    pub(super) fn create_of(&mut self, ctx: &Context, kind: RecordKind) {
        let Some(open) = self.session.open.as_ref() else { return };
        // What is selected on another tab is not what one looks at.
        let is_listed =
            |key: &Key| open.document.index.place_of(*key).is_some_and(|(kind, _)| Tab::of(kind) == open.tab());
        let selected = open.history.present().selected.filter(is_listed);
        let around = open.filter.surroundings();
        match change::template(&open.document.reader(), kind, selected, &around) {
            Ok((record, begins_with)) => self.create(ctx, &record, &begins_with),
            Err(refusal) => self.notify(ctx, Severity::Error, &refusal.to_string()),
        }
    }

    /// Makes a record; `begins_with` are the fields that it has from what is on the screen.
    fn create(&mut self, ctx: &Context, record: &AnyRecord, begins_with: &[&'static str]) {
        let mut new = None;
        self.make(ctx, |reader| {
            let (change, key) = change::insert(reader, record, None)?;
            new = Some(key);
            Ok(change)
        });
        if let Some(key) = new {
            let values = begins_with.iter().filter_map(|name| Some((*name, record.field_node(name)?)));
            self.views.form.begins_with(key, values.collect());
        }
        self.show_new(ctx, new);
    }

    /// Makes a role of an actor, whose form stays.
    fn add_role(&mut self, ctx: &Context, actor: Key) {
        let Some(open) = self.session.open.as_ref() else { return };
        let template =
            change::template(&open.document.reader(), RecordKind::Role, Some(actor), &change::Surroundings::default());
        let mut new = None;
        if let Ok((record, _)) = template {
            self.make(ctx, |reader| {
                let (change, key) = change::insert(reader, &record, None)?;
                new = Some(key);
                Ok(change)
            });
        }
        if let Some(key) = new {
            self.views.form.begin(key);
        }
    }

    /// Shows the form of a new record, its first field under the keys.
    fn show_new(&mut self, ctx: &Context, key: Option<Key>) {
        let (Some(key), Some(open)) = (key, self.session.open.as_mut()) else { return };
        self.views.form.begin(key);
        // A record that is made of a text that is read is shown beside that text.
        let kind = open.document.index.place_of(key).map(|(kind, _)| kind);
        let reads = open.tab() == Tab::Sources && !open.has_table && kind != Some(RecordKind::Source);
        let request = if reads { Request::Select(key) } else { Request::Show(key) };
        self.once_worked_out(ctx, request);
    }

    /// Switches between viewing and editing; a file that cannot be written stays in viewing, and says why.
    pub(super) fn toggle_editing(&mut self, ctx: &Context) {
        self.flush_draft(ctx);
        let Some(open) = self.session.open.as_mut() else { return };
        if open.is_editing {
            open.is_editing = false;
            return;
        }
        let why_not = open.origin.path().and_then(store::why_not_writable);
        match why_not {
            Some(why) => self.notify(ctx, Severity::Warning, &format!("Viewing only: {why}")),
            None => {
                open.is_editing = true;
                self.session.settings.inspector_hidden = false;
            }
        }
    }
}

/// Whether a record holds an article whole.
fn is_article(record: &AnyRecord) -> bool {
    matches!(record, AnyRecord::Source(source) if !source.text.is_empty())
}
