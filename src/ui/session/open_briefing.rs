//! An open briefing, and how it is looked at.

use super::autosave::Autosave;
use super::merging::Merging;
use super::navigation::{History, Location};
use super::saving::Saving;
use crate::check::Problem;
use crate::document::{Document, Origin};
use crate::edit;
use crate::model::{Briefing, Key, RecordKind};
use crate::present::chart::Period;
use crate::present::{Chosen, Filter, Shown};
use crate::store::SavedBase;
use crate::ui::background::Job;
use crate::ui::{Command, Request, Tab};
use std::collections::VecDeque;
use std::sync::Arc;

/// A changed briefing, and what passes the filter in it.
#[derive(Debug)]
pub struct Derived {
    pub document: Document,
    pub filter: Filter,
    pub shown: Shown,
}

/// A change of many records, or a jump to an earlier state or back, worked out.
#[derive(Debug)]
pub enum Making {
    /// It changes nothing.
    Nothing,
    /// The briefing after it.
    Made(Box<edit::Prepared>),
    /// Steps that were undone or done again.
    Jumped(Box<edit::Jumped>),
    /// What it is about is no longer there; what it would have done.
    NotThere(String),
}

impl Making {
    /// Carries a change out on a snapshot.
    pub fn of(change: edit::Change, briefing: &Briefing) -> Self {
        if change.is_empty() {
            return Self::Nothing;
        }
        let label = change.label.clone();
        edit::Prepared::new(change, briefing).map_or(Self::NotThere(label), |prepared| Self::Made(Box::new(prepared)))
    }
}

/// An open briefing, and how it is looked at.
#[derive(Debug)]
pub struct OpenBriefing {
    pub origin: Origin,
    pub document: Arc<Document>,
    pub filter: Filter,
    pub shown: Arc<Shown>,
    /// What passes the filter is being worked out.
    pub filtering: Option<Job<Shown>>,
    pub history: History,
    /// The rows of a table that are selected together; none where one record alone is.
    pub chosen: Arc<Chosen>,
    /// What a person asked of the table, for the next frame.
    pub asked_of_table: Option<Command>,
    /// Whether a table was shown in the last frame.
    pub has_table: bool,
    /// Changes with the briefing and with the filter.
    pub revision: u64,
    /// The field that a problem pointed at, for the inspector to mark.
    pub pointed_field: Option<(Key, String)>,
    /// The problem that was gone to last, for going to the next.
    pub last_problem: Option<usize>,
    /// Whether the briefing may be changed.
    pub is_editing: bool,
    /// What was done to it, and can be undone.
    pub edits: edit::History,
    /// What its file holds.
    pub base: Arc<SavedBase>,
    /// A change of many records that is being worked out.
    pub making: Option<Job<Result<Making, edit::Refusal>>>,
    /// A changed briefing whose index and checks are being worked out.
    pub deriving: Option<Job<Derived>>,
    /// What waits until that is done.
    pub waiting: VecDeque<Request>,
    /// A save under way.
    pub saving: Option<Saving>,
    /// A merge with the file under way.
    pub merging: Option<Merging>,
    /// The journal of what is not saved.
    pub autosave: Autosave,
    /// When it was saved last, as the status bar says it.
    pub saved: String,
}

impl OpenBriefing {
    pub fn new(origin: Origin, document: Document, shown: Shown, base: SavedBase, revision: u64) -> Self {
        Self {
            origin,
            document: Arc::new(document),
            filter: Filter::default(),
            shown: Arc::new(shown),
            filtering: None,
            history: History::default(),
            chosen: Arc::default(),
            asked_of_table: None,
            has_table: false,
            revision,
            pointed_field: None,
            last_problem: None,
            is_editing: false,
            edits: edit::History::new(),
            base: Arc::new(base),
            making: None,
            deriving: None,
            waiting: VecDeque::new(),
            saving: None,
            merging: None,
            autosave: Autosave::default(),
            saved: String::new(),
        }
    }

    /// The record other than a source that was looked at last.
    pub fn last_other(&self) -> Option<Key> {
        let is_other =
            |key: &Key| self.document.index.place_of(*key).is_some_and(|(kind, _)| kind != RecordKind::Source);
        self.history.looked_at().find(is_other)
    }

    /// The source that was added last among those that hold words.
    pub fn last_article(&self) -> Option<Key> {
        let sources = &self.document.briefing.sources;
        sources.iter().rev().find(|entry| entry.record.has_words()).map(|entry| entry.key)
    }

    /// The judgement that was looked at last, and the selected record, which may speak for or against it.
    pub fn judgement_and_evidence(&self) -> Option<(Key, Vec<Key>)> {
        let kind = |key: &Key| self.document.index.place_of(*key).map(|(kind, _)| kind);
        let mut evidence = self.targets();
        evidence.retain(|key| kind(key) != Some(RecordKind::Judgement));
        let judgement = self.history.looked_at().find(|key| kind(key) == Some(RecordKind::Judgement))?;
        (!evidence.is_empty()).then_some((judgement, evidence))
    }

    /// Whether something would be lost if it were closed now.
    pub fn is_unsaved(&self) -> bool {
        self.edits.is_unsaved() && !self.edits.steps().is_empty()
    }

    /// Whether a change, or what follows from it, is being worked out on a thread.
    pub fn is_working(&self) -> bool {
        self.making.is_some() || self.deriving.is_some()
    }

    /// Whether what is on the screen, or what the file holds, is about to change.
    pub fn is_at_work(&self) -> bool {
        self.saving.is_some() || self.is_working() || self.merging.is_some()
    }

    /// The problem that a repair would mend: the one at the field pointed at, else the one gone to last, where it is
    /// about what is selected, else the first about what is selected.
    pub fn problem_to_repair(&self) -> Option<&Problem> {
        let selected = self.history.present().selected;
        let has_remedy = |problem: &&Problem| problem.remedy.is_some();
        let here = || self.document.problems_of(selected).filter(has_remedy);
        let last = self.last_problem.and_then(|place| self.document.problems.get(place));
        let gone_to = last.filter(|problem| problem.key == selected && problem.remedy.is_some());
        let is_pointed = |problem: &&Problem| {
            self.pointed_field.as_ref().is_some_and(|(key, field)| problem.key == Some(*key) && problem.field == *field)
        };
        here().find(is_pointed).or(gone_to).or_else(|| here().next())
    }

    pub fn tab(&self) -> Tab {
        self.history.present().tab
    }

    pub fn go(&mut self, tab: Tab, selected: Option<Key>) {
        self.history.visit(Location { tab, selected, period: None });
        self.let_go_of_rows();
    }

    /// Goes to another tab; what is looked at stays.
    pub fn go_to_tab(&mut self, tab: Tab) {
        self.history.visit(Location { tab, ..self.history.present().clone() });
        self.let_go_of_rows();
    }

    /// Looks at a stretch of time instead of a record; the same one is counted anew, another is a new place.
    pub fn look_at_period(&mut self, period: Option<Arc<Period>>) {
        let (present, tab) = (self.history.present().period.as_ref(), self.tab());
        let is_same = period.as_ref().zip(present).is_some_and(|(new, old)| new.is_same_stretch(old));
        match period {
            Some(_) if !is_same => self.history.visit(Location { tab, selected: None, period }),
            other => self.history.renew_period(other),
        }
        self.let_go_of_rows();
    }

    /// Rows stay selected together only as long as one of them is looked at.
    pub fn let_go_of_rows(&mut self) {
        let selected = self.history.present().selected;
        if !self.chosen.is_empty() && !selected.is_some_and(|key| self.chosen.has(key)) {
            self.chosen = Arc::default();
        }
    }

    /// The records that a command is about, in the order of the file: the rows selected together, else the selected one.
    pub fn targets(&self) -> Vec<Key> {
        let place = |key: &Key| self.document.index.place_of(*key);
        if self.chosen.is_empty() {
            return self.history.present().selected.into_iter().collect();
        }
        let mut keys: Vec<Key> =
            self.chosen.keys().filter(|key| self.shown.has(*key) && place(key).is_some()).collect();
        keys.sort_by_key(place);
        keys
    }
}
