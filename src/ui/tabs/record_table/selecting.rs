//! Selecting rows together: by clicks and keys, and letting go of rows that are no longer shown.

use std::sync::Arc;

use egui::Context;

use crate::model::Key;
use crate::present::{Chosen, Rows};
use crate::ui::background::Worked;
use crate::ui::widgets::table::Pick;
use crate::ui::{Request, Scene};

/// Rows, and what is selected of them. Two of them are equal where they are the same in memory.
#[derive(Debug, Clone)]
struct State {
    rows: Arc<Rows>,
    chosen: Arc<Chosen>,
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows) && Arc::ptr_eq(&self.chosen, &other.chosen)
    }
}

/// What selecting holds between frames.
#[derive(Debug, Default)]
pub(super) struct Selecting {
    /// The row from which Shift extends the selection.
    anchor: Option<Key>,
    /// The selected rows that are still shown.
    pruned: Worked<State, (State, Arc<Chosen>)>,
    /// The state that was looked through last.
    settled: Option<State>,
}

impl Selecting {
    /// Since when something is being worked out on a thread.
    pub(super) fn busy_since(&self) -> Option<f64> {
        self.pruned.busy_since()
    }

    /// Lets go of rows that are no longer shown.
    pub(super) fn prune(&mut self, ctx: &Context, chosen: &Arc<Chosen>, rows: &Arc<Rows>) -> Option<Request> {
        let state = State { rows: Arc::clone(rows), chosen: Arc::clone(chosen) };
        if chosen.is_empty() || self.settled.as_ref() == Some(&state) {
            return None;
        }
        let work = {
            let state = state.clone();
            move || {
                let left = Arc::new(state.chosen.within(&state.rows));
                (state, left)
            }
        };
        let (of, left) = self.pruned.get(ctx, &state, chosen.len(), work)?;
        if *of != state {
            return None;
        }
        let left = Arc::clone(left);
        self.settled = Some(state);
        (left.len() != chosen.len()).then(|| {
            let first = left.keys().next();
            Request::Choose(left, first)
        })
    }

    /// A row was picked.
    pub(super) fn pick(
        &mut self,
        chosen: &Arc<Chosen>,
        rows: &Arc<Rows>,
        selected: Option<Key>,
        row: usize,
        pick: Pick,
    ) -> Request {
        let key = rows.key_at(row);
        let selected = selected.filter(|key| rows.has(*key));
        match (pick, key) {
            (Pick::Extend, Some(_)) => {
                let anchor = self.anchor.filter(|key| rows.has(*key)).or(selected);
                self.anchor = anchor.or(key);
                let from = self.anchor.and_then(|key| rows.row_of(key)).unwrap_or(row);
                self.choose(rows, Chosen::between(rows, from, row), key)
            }
            (Pick::Toggle, Some(key)) => {
                self.anchor = Some(key);
                let before = if chosen.is_empty() { Chosen::of(selected) } else { (**chosen).clone() };
                let chosen = before.toggled(key);
                let looked_at = [Some(key), selected].into_iter().flatten().find(|key| chosen.has(*key));
                let looked_at = looked_at.or_else(|| chosen.keys().next());
                self.choose(rows, chosen, looked_at)
            }
            _ => {
                self.anchor = key;
                Request::Choose(Arc::default(), key)
            }
        }
    }

    /// All rows.
    pub(super) fn all(&mut self, rows: &Arc<Rows>, looked_at: Option<Key>) -> Request {
        self.choose(rows, Chosen::all(rows), looked_at)
    }

    /// What was selected among the rows that are shown is shown.
    fn choose(&mut self, rows: &Arc<Rows>, chosen: Chosen, looked_at: Option<Key>) -> Request {
        let chosen = Arc::new(chosen);
        self.settled = Some(State { rows: Arc::clone(rows), chosen: Arc::clone(&chosen) });
        Request::Choose(chosen, looked_at)
    }
}

/// The records that a command is about: the rows selected together, else the selected one.
pub(super) fn targets(scene: &Scene, selected: Option<Key>) -> Vec<Key> {
    if scene.chosen.is_empty() { selected.into_iter().collect() } else { scene.chosen.keys().collect() }
}
