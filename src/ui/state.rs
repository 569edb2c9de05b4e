//! What the window holds between frames.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::check::Problem;
use crate::document::{Document, OpenFailure, Origin};
use crate::edit;
use crate::model::{Key, RecordKind};
use crate::present::{Filter, Shown, visible};
use crate::store::SavedBase;

use super::dialogs::Dialog;
use super::forms;
use super::history::{History, Spot};
use super::jobs::Job;
use super::opening::Opening;
use super::recovery::{Keeping, LeftBehind};
use super::saving::Saving;
use super::shell::ShellState;
use super::tabs::TabStates;
use super::watching::Watching;
use super::widgets::Severity;
use super::{Command, Request, Scene, Settings, Tab, inspector};

/// A changed briefing, and what passes the filter in it.
#[derive(Debug)]
pub(super) struct Derived {
    pub(super) document: Document,
    pub(super) filter: Filter,
    pub(super) shown: Shown,
}

/// An open briefing, and how it is looked at.
#[derive(Debug)]
pub(super) struct OpenBriefing {
    pub(super) origin: Origin,
    pub(super) document: Arc<Document>,
    pub(super) filter: Filter,
    pub(super) shown: Arc<Shown>,
    /// What passes the filter is being worked out.
    pub(super) filtering: Option<Job<Shown>>,
    pub(super) history: History,
    /// Changes with the briefing and with the filter.
    pub(super) revision: u64,
    /// The field that a problem pointed at, for the inspector to mark.
    pub(super) pointed_field: Option<(Key, String)>,
    /// The problem that was gone to last, for going to the next.
    pub(super) last_problem: Option<usize>,
    /// Whether the briefing may be changed.
    pub(super) is_editing: bool,
    /// What was done to it, and can be undone.
    pub(super) edits: edit::History,
    /// What its file holds.
    pub(super) base: Arc<SavedBase>,
    /// What is being typed.
    pub(super) form: forms::State,
    /// A changed briefing whose index and checks are being worked out.
    pub(super) deriving: Option<Job<Derived>>,
    /// What waits until that is done.
    pub(super) waiting: VecDeque<Request>,
    /// A save under way.
    pub(super) saving: Option<Saving>,
    /// The copy of what is not saved.
    pub(super) keeping: Keeping,
    /// It was restored after a crash, and not saved since.
    pub(super) is_restored: bool,
    /// When it was saved last, as the status bar says it.
    pub(super) saved: String,
}

impl OpenBriefing {
    pub(super) fn new(origin: Origin, document: Arc<Document>, revision: u64) -> Self {
        let shown = Shown::everything(&document.briefing);
        let base = Arc::new(SavedBase::new(&document.text, &document.briefing));
        Self {
            origin,
            document,
            filter: Filter::default(),
            shown: Arc::new(shown),
            filtering: None,
            history: History::default(),
            revision,
            pointed_field: None,
            last_problem: None,
            is_editing: false,
            edits: edit::History::new(),
            base,
            form: forms::State::default(),
            deriving: None,
            waiting: VecDeque::new(),
            saving: None,
            keeping: Keeping::default(),
            is_restored: false,
            saved: String::new(),
        }
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        Scene {
            document: &self.document,
            reader: self.document.reader(),
            filter: &self.filter,
            shown: &self.shown,
            selected: self.history.present().selected,
            pointed_field: self.pointed_field.as_ref(),
            revision: self.revision,
            is_editing: self.is_editing,
            last_other: self.last_other(),
            requests: Vec::new(),
        }
    }

    /// The record other than a source that was looked at last.
    fn last_other(&self) -> Option<Key> {
        let is_other =
            |key: &Key| self.document.index.place_of(*key).is_some_and(|(kind, _)| kind != RecordKind::Source);
        self.history.looked_at().find(is_other)
    }

    /// The judgement that was looked at last, and the selected record, which may speak for or against it.
    pub(super) fn judgement_and_evidence(&self) -> Option<(Key, Key)> {
        let kind = |key: &Key| self.document.index.place_of(*key).map(|(kind, _)| kind);
        let evidence = self.history.present().selected.filter(|key| kind(key) != Some(RecordKind::Judgement))?;
        let judgement = self.history.looked_at().find(|key| kind(key) == Some(RecordKind::Judgement))?;
        Some((judgement, evidence))
    }

    /// The problem that a repair would mend: the one at the field pointed at, else the one
    /// gone to last, where it is about what is selected, else the first about what is selected.
    pub(super) fn problem_to_repair(&self) -> Option<&Problem> {
        let selected = self.history.present().selected;
        let is_here = |problem: &&Problem| problem.key == selected && problem.remedy.is_some();
        let problems = &self.document.problems;
        let gone_to = self.last_problem.and_then(|place| problems.get(place)).filter(is_here);
        let is_pointed = |problem: &&Problem| {
            self.pointed_field.as_ref().is_some_and(|(key, field)| problem.key == Some(*key) && problem.field == *field)
        };
        let pointed = || problems.iter().filter(is_here).find(is_pointed);
        pointed().or(gone_to).or_else(|| problems.iter().find(is_here))
    }

    pub(super) fn tab(&self) -> Tab {
        self.history.present().tab
    }

    pub(super) fn go(&mut self, tab: Tab, selected: Option<Key>) {
        self.history.visit(Spot { tab, selected });
    }
}

/// A file that could not be opened.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) origin: Origin,
    pub(super) failure: OpenFailure,
}

/// A notice at the foot of the window.
#[derive(Debug, Clone)]
pub(super) struct Notice {
    pub(super) severity: Severity,
    pub(super) text: String,
    /// When it goes, in the window's time in seconds.
    pub(super) until: f64,
}

/// What the window holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) open: Option<OpenBriefing>,
    pub(super) failure: Option<Failure>,
    pub(super) opening: Option<Opening>,
    pub(super) dialog: Option<Dialog>,
    pub(super) notices: Vec<Notice>,
    pub(super) settings: Settings,
    pub(super) shell: ShellState,
    pub(super) tabs: TabStates,
    pub(super) inspector: inspector::State,
    /// Whether the file still holds what was read.
    pub(super) watching: Watching,
    /// What crashes left behind.
    pub(super) orphans: Vec<LeftBehind>,
    /// The program was told to end, whatever is unsaved.
    pub(super) may_quit: bool,
    /// The number of the last revision given out.
    pub(super) last_revision: u64,
}

impl State {
    pub(super) fn next_revision(&mut self) -> u64 {
        self.last_revision += 1;
        self.last_revision
    }
}

impl State {
    /// The words of a command in the palette: of a repair what it would do.
    pub(super) fn words_of(&self, command: Command) -> String {
        let problem = self.open.as_ref().and_then(OpenBriefing::problem_to_repair);
        match problem.and_then(|problem| problem.remedy.as_ref()) {
            Some(remedy) if command == Command::Repair => format!("Repair: {}", visible(&remedy.label)),
            _ => command.text().to_owned(),
        }
    }

    /// Why a command cannot be done now, if so.
    pub(super) fn why_not(&self, command: Command) -> Option<&'static str> {
        let Some(open) = &self.open else {
            let works_without = matches!(
                command,
                Command::Open
                    | Command::OpenSample
                    | Command::OpenSampleHeld
                    | Command::NewBriefing
                    | Command::Quit
                    | Command::ThemeSystem
                    | Command::ThemeLight
                    | Command::ThemeDark
                    | Command::ZoomIn
                    | Command::ZoomOut
                    | Command::ZoomReset
                    | Command::Palette
                    | Command::Shortcuts
                    | Command::About
            );
            return (!works_without).then_some("Open a briefing first");
        };
        if command.edits() && !open.is_editing {
            return Some("Switch to editing first: Ctrl+E");
        }
        let selected = open.history.present().selected;
        match command {
            Command::Undo if open.edits.undo_label().is_none() => Some("Nothing was done yet"),
            Command::Redo if open.edits.redo_label().is_none() => Some("Nothing was undone"),
            Command::EditHistory if open.edits.steps().is_empty() => Some("Nothing was done yet"),
            Command::Save if open.origin.path().is_some() && !open.edits.is_unsaved() => {
                Some("There is nothing to save")
            }
            Command::DuplicateRecord | Command::DeleteRecord if selected.is_none() => Some("Select a record first"),
            Command::EvidenceFor | Command::EvidenceAgainst if open.judgement_and_evidence().is_none() => {
                Some("Look at a judgement first, then select the record that speaks for or against it")
            }
            Command::Repair if open.problem_to_repair().is_none() => {
                Some("No problem of what is selected has a repair")
            }
            Command::MergeActor
                if !selected.is_some_and(|key| {
                    open.document.index.place_of(key).is_some_and(|(kind, _)| kind == RecordKind::Actor)
                }) =>
            {
                Some("Select an actor first")
            }
            Command::ChangeShown if open.tab().kind().is_none() => Some("Go to the tab that lists the records"),
            Command::Back if !open.history.can_go_back() => Some("Nothing was looked at before"),
            Command::Forward if !open.history.can_go_forward() => Some("Nothing lies ahead"),
            Command::ClearFilter if open.filter.is_empty() => Some("There is no filter"),
            Command::NextProblem if open.document.problems.is_empty() => Some("There is no problem"),
            Command::CopyCitation | Command::CopyCitationNote | Command::CopyId
                if open.history.present().selected.is_none() =>
            {
                Some("Select a record first")
            }
            _ => None,
        }
    }
}
