//! Going from one thing to another: tabs, selection, what was looked at before.

use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::check::is_about_doubles;
use crate::edit::fields::header_field;
use crate::model::{ActorKind, AnyRecord, Key, Role};
use crate::present::Chosen;
use crate::present::chart::Period;
use crate::ui::command::Tab;
use crate::ui::session::{History, OpenBriefing};

impl App {
    /// The record that is selected.
    pub(super) fn selected(&self) -> Option<Key> {
        self.session.open.as_ref().and_then(|open| open.history.present().selected)
    }

    pub(super) fn go_to_tab(&mut self, tab: Tab) {
        let Some(open) = &mut self.session.open else { return };
        // What is looked at stays in the inspector, whatever the tab lists.
        open.go_to_tab(tab);
    }

    pub(super) fn select(&mut self, key: Key) {
        if let Some(open) = &mut self.session.open {
            open.pointed_field = None;
            open.go(open.tab(), Some(key));
        }
    }

    /// Looks at a stretch of time of the chart, or no longer.
    pub(super) fn look_at_period(&mut self, period: Option<Arc<Period>>) {
        if let Some(open) = &mut self.session.open {
            open.pointed_field = None;
            open.look_at_period(period);
        }
    }

    /// Selects rows together. Fewer than two are no more than the selected record.
    pub(super) fn choose(&mut self, chosen: Arc<Chosen>, selected: Option<Key>) {
        let Some(open) = &mut self.session.open else { return };
        let alone = if chosen.len() == 1 { chosen.keys().next() } else { None };
        let selected = alone.or(selected);
        if selected.is_some_and(|key| open.document.index.place_of(key).is_none()) {
            return;
        }
        open.chosen = if chosen.len() < 2 { Arc::default() } else { chosen };
        if open.history.present().selected != selected {
            open.pointed_field = None;
        }
        open.go(open.tab(), selected);
    }

    pub(super) fn show(&mut self, key: Key) {
        let Some(open) = &mut self.session.open else { return };
        if let Some((kind, _)) = open.document.index.place_of(key) {
            open.pointed_field = None;
            open.go(Tab::of(kind), Some(key));
        }
    }

    /// Shows a record in the inspector, wherever that is hidden; while editing its form takes the keys.
    pub(super) fn open_record(&mut self, key: Key) {
        // In a narrow window, pointing is what slides the inspector in.
        self.show_field(key, String::new());
        self.session.settings.inspector_hidden = false;
        if self.session.open.as_ref().is_some_and(|open| open.is_editing) {
            self.views.form.take_keys(key);
        }
    }

    /// Shows the form of the briefing itself, the keys in one of its fields; of a file that cannot be written its page.
    pub(super) fn edit_briefing(&mut self, ctx: &Context, field: &'static str) {
        if self.session.open.as_ref().is_some_and(|open| !open.is_editing) {
            self.toggle_editing(ctx);
        }
        let Some(open) = &mut self.session.open else { return };
        open.pointed_field = None;
        open.go(Tab::Overview, None);
        if open.is_editing {
            self.views.form.add_field(None, field);
        }
        self.session.settings.inspector_hidden = false;
        self.views.inspector.slide_in();
    }

    /// Shows the roles of an actor; of one that has none and is no person, what it is part of.
    pub(super) fn open_roles(&mut self, key: Key) {
        self.open_record(key);
        let Some(open) = self.session.open.as_ref().filter(|open| open.is_editing) else { return };
        let reader = open.document.reader();
        let Some(AnyRecord::Actor(actor)) = reader.record(key) else { return };
        if actor.kind == Some(ActorKind::Person) || !reader.roles_of(&actor.id).is_empty() {
            self.views.form.take_keys_of_roles(key);
        } else {
            self.views.form.take_keys_in(key, "part_of");
        }
    }

    /// Shows a record and points at one of its fields. A role whose actor is being edited is shown in the actor's form.
    pub(super) fn show_field(&mut self, key: Key, field: String) {
        if !field.is_empty() && self.session.open.as_ref().is_some_and(|open| stands_in_form(open, key)) {
            if let Some(open) = &mut self.session.open {
                open.pointed_field = Some((key, field));
            }
            return;
        }
        self.show(key);
        if let Some(open) = self.session.open.as_mut().filter(|open| open.document.index.place_of(key).is_some()) {
            open.pointed_field = Some((key, field));
        }
    }

    pub(super) fn step(&mut self, way: impl FnOnce(&mut History)) {
        if let Some(open) = &mut self.session.open {
            open.pointed_field = None;
            way(&mut open.history);
            open.let_go_of_rows();
        }
    }

    /// Shows the next records that may be one where they can be merged or told apart.
    pub(super) fn go_to_next_double(&mut self) {
        let Some(open) = &mut self.session.open else { return };
        let problems = &open.document.problems;
        let after = open.last_problem.map_or(0, |last| last + 1).min(problems.len());
        let all = (after..problems.len()).chain(0..after);
        let is_double = |place: &usize| problems.get(*place).is_some_and(is_about_doubles);
        let Some(next) = all.into_iter().find(is_double) else { return };
        let key = problems.get(next).and_then(|problem| problem.key);
        open.last_problem = Some(next);
        open.go(Tab::Checks, key);
        self.views.tabs.show_double(next);
    }

    /// While the checks list possible doubles alone, the next problem is the next of these.
    pub(super) fn go_to_next_problem(&mut self, ctx: &Context) {
        let lists_doubles =
            self.session.open.as_ref().is_some_and(|open| open.tab() == Tab::Checks) && self.views.tabs.lists_doubles();
        if lists_doubles {
            return self.go_to_next_double();
        }
        let Some(open) = &mut self.session.open else { return };
        let problems = &open.document.problems;
        if problems.is_empty() {
            return;
        }
        let next = open.last_problem.map_or(0, |last| (last + 1) % problems.len());
        open.last_problem = Some(next);
        let spot = problems.get(next).map(|problem| (problem.key, problem.field.clone()));
        let is_editing = open.is_editing;
        match spot {
            Some((Some(key), field)) => {
                self.show_field(key, field);
            }
            Some((None, path)) => match header_field(&path).filter(|_| is_editing) {
                Some(field) => self.edit_briefing(ctx, field.name),
                None => self.go_to_tab(Tab::Checks),
            },
            None => self.go_to_tab(Tab::Checks),
        }
    }
}

/// Whether a record is a role of the actor whose form is shown.
fn stands_in_form(open: &OpenBriefing, key: Key) -> bool {
    let reader = open.document.reader();
    let selected = open.history.present().selected;
    let is_of_selected = |role: &Role| selected.is_some() && reader.index.key_of(&role.person) == selected;
    open.is_editing && matches!(reader.record(key), Some(AnyRecord::Role(role)) if is_of_selected(&role))
}
