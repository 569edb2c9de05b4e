//! What the window holds between frames.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::check::Problem;
use crate::document::{Document, OpenFailure, Origin};
use crate::edit;
use crate::model::{Key, RecordKind};
use crate::present::{Chosen, Filter, RowColumn, Shown, visible};
use crate::store::SavedBase;

use super::background::Job;
use super::dialogs::Dialog;
use super::forms;
use super::keeping::Keeping;
use super::merging::Merging;
use super::opening::Opening;
use super::recovery::LeftBehind;
use super::saving::Saving;
use super::session::navigation::{History, Spot};
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
    /// The rows of a table that are selected together; none where one record alone is.
    pub(super) chosen: Arc<Chosen>,
    /// What a person asked of the table, for the next frame.
    pub(super) asked_of_table: Option<Command>,
    /// Whether a table was shown in the last frame.
    pub(super) has_table: bool,
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
    /// A change of many records that is being worked out.
    pub(super) making: Option<Job<Result<edit::Change, edit::Refusal>>>,
    /// A changed briefing whose index and checks are being worked out.
    pub(super) deriving: Option<Job<Derived>>,
    /// What waits until that is done.
    pub(super) waiting: VecDeque<Request>,
    /// A save under way.
    pub(super) saving: Option<Saving>,
    /// A merge with the file under way.
    pub(super) merging: Option<Merging>,
    /// The journal of what is not saved.
    pub(super) keeping: Keeping,
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
            chosen: Arc::default(),
            asked_of_table: None,
            has_table: false,
            revision,
            pointed_field: None,
            last_problem: None,
            is_editing: false,
            edits: edit::History::new(),
            base,
            form: forms::State::default(),
            making: None,
            deriving: None,
            waiting: VecDeque::new(),
            saving: None,
            merging: None,
            keeping: Keeping::default(),
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
            chosen: &self.chosen,
            asked_of_table: self.asked_of_table,
            has_table: false,
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
    pub(super) fn judgement_and_evidence(&self) -> Option<(Key, Vec<Key>)> {
        let kind = |key: &Key| self.document.index.place_of(*key).map(|(kind, _)| kind);
        let mut evidence = self.targets();
        evidence.retain(|key| kind(key) != Some(RecordKind::Judgement));
        let judgement = self.history.looked_at().find(|key| kind(key) == Some(RecordKind::Judgement))?;
        (!evidence.is_empty()).then_some((judgement, evidence))
    }

    /// Whether what is on the screen, or what the file holds, is about to change.
    pub(super) fn is_at_work(&self) -> bool {
        self.saving.is_some() || self.is_working() || self.merging.is_some()
    }

    /// The problem that a repair would mend: the one at the field pointed at, else the one gone to last, where it is
    /// about what is selected, else the first about what is selected.
    pub(super) fn problem_to_repair(&self) -> Option<&Problem> {
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

    pub(super) fn tab(&self) -> Tab {
        self.history.present().tab
    }

    pub(super) fn go(&mut self, tab: Tab, selected: Option<Key>) {
        self.history.visit(Spot { tab, selected });
        self.let_go_of_rows();
    }

    /// Rows stay selected together only as long as one of them is looked at.
    pub(super) fn let_go_of_rows(&mut self) {
        let selected = self.history.present().selected;
        if !self.chosen.is_empty() && !selected.is_some_and(|key| self.chosen.has(key)) {
            self.chosen = Arc::default();
        }
    }

    /// The records that a command is about, in the order of the file: the rows selected together, else the selected one.
    pub(super) fn targets(&self) -> Vec<Key> {
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
    /// A command that it offers, and which takes it away.
    pub(super) offers: Option<Offer>,
    /// When it goes, in the window's time in seconds.
    pub(super) until: f64,
}

/// A command as a notice offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Offer {
    pub(super) command: Command,
    /// What its button says.
    pub(super) words: &'static str,
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
    /// What crashes left behind is being looked for.
    pub(super) looking: Option<Job<Vec<LeftBehind>>>,
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
            _ if command.is_of_table() && command != Command::PasteRows && !open.has_table => {
                Some("Show the table of a tab first")
            }
            Command::PasteRows if !open.tab().kind().is_some_and(has_table) => {
                Some("Go to the tab whose records the rows are to be")
            }
            Command::ChangeSelected | Command::CopyRows | Command::MoveUp | Command::MoveDown if selected.is_none() => {
                Some("Select a row first")
            }
            Command::MergeWithFile if !self.watching.has_changed() => Some("The file holds what was read from it"),
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

/// Whether the records of a kind have a table.
fn has_table(kind: RecordKind) -> bool {
    !RowColumn::of(kind).is_empty()
}
