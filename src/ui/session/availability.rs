//! Whether a command can be done now, and why not.

use super::notice::Offer;
use super::open_briefing::OpenBriefing;
use super::state::Session;
use crate::check::is_about_doubles;
use crate::edit::change::MERGEABLE;
use crate::model::RecordKind;
use crate::present::{RowColumn, visible};
use crate::ui::command::Command;

const NOT_EDITING: &str = "Switch to editing first: Ctrl+E";
const NO_TABLE: &str = "Show the table of a tab first";
const NO_ROW: &str = "Select a row first";
const NO_RECORD: &str = "Select a record first";
const NO_LIST: &str = "Go to the tab that lists the records";
const NO_LIST_OF_ROWS: &str = "Go to the tab whose records the rows are to be";
const NO_ARTICLE: &str = "Paste an article first: no source holds words to be read";
const NO_JUDGEMENT: &str = "Look at a judgement first, then select the record that speaks for or against it";
const NOT_MERGEABLE: &str = "Select an actor, a visit or a source first";

/// The step that is missing where a command cannot be done for a reason, as far as the program can do it.
pub fn step_towards(why: &str) -> Option<Offer> {
    let (command, words) = match why {
        NOT_EDITING => (Command::ToggleEditing, "Start editing"),
        NO_TABLE => (Command::ShowTable, Command::ShowTable.text()),
        NO_ROW | NO_RECORD | NOT_MERGEABLE => (Command::Search, "Find one"),
        NO_LIST | NO_LIST_OF_ROWS => (Command::GoVisits, "Go to the visits"),
        NO_ARTICLE => (Command::PasteArticle, Command::PasteArticle.text()),
        NO_JUDGEMENT => (Command::GoJudgements, "Go to the judgements"),
        _ => return None,
    };
    Some(Offer { command, words })
}

impl Session {
    /// The words of a command in the palette: of a repair what it would do.
    pub fn words_of(&self, command: Command) -> String {
        let problem = self.open.as_ref().and_then(OpenBriefing::problem_to_repair);
        match problem.and_then(|problem| problem.remedy.as_ref()) {
            Some(remedy) if command == Command::Repair => format!("Repair: {}", visible(&remedy.label)),
            _ => command.text().to_owned(),
        }
    }

    /// Whether nothing but editing is missing for a command.
    pub fn is_missing_editing(&self, command: Command) -> bool {
        let is_viewing = self.open.as_ref().is_some_and(|open| !open.is_editing);
        is_viewing && command.edits() && self.why_not_in_editing(command).is_none()
    }

    /// Why a command cannot be done now, if so.
    pub fn why_not(&self, command: Command) -> Option<&'static str> {
        if self.open.as_ref().is_some_and(|open| command.edits() && !open.is_editing) {
            return Some(NOT_EDITING);
        }
        self.why_not_in_editing(command)
    }

    /// The same, whether or not the briefing is being edited.
    fn why_not_in_editing(&self, command: Command) -> Option<&'static str> {
        let Some(open) = &self.open else {
            let why =
                if self.opening.is_some() { "The briefing is still being opened" } else { "Open a briefing first" };
            return (!command.works_without_briefing()).then_some(why);
        };
        let selected = open.history.present().selected;
        match command {
            Command::Undo if open.edits.undo_label().is_none() => Some("Nothing was done yet"),
            Command::Redo if open.edits.redo_label().is_none() => Some("Nothing was undone"),
            Command::EditHistory if open.edits.steps().is_empty() => Some("Nothing was done yet"),
            Command::Save if open.origin.path().is_some() && !open.edits.is_unsaved() => {
                Some("There is nothing to save")
            }
            Command::ShowTable if open.has_table => Some("The table is shown"),
            _ if command.is_done_by_table() && !open.has_table => Some(NO_TABLE),
            Command::PasteRows if !open.tab().kind().is_some_and(has_table) => Some(NO_LIST_OF_ROWS),
            Command::ChangeSelected | Command::CopyRows | Command::MoveUp | Command::MoveDown if selected.is_none() => {
                Some(NO_ROW)
            }
            Command::ReadIntoRecords if open.last_article().is_none() => Some(NO_ARTICLE),
            Command::MergeWithFile if !self.watching.has_changed() => Some("The file holds what was read from it"),
            Command::DuplicateRecord | Command::DeleteRecord if selected.is_none() => Some(NO_RECORD),
            Command::EvidenceFor | Command::EvidenceAgainst if open.judgement_and_evidence().is_none() => {
                Some(NO_JUDGEMENT)
            }
            Command::Repair if open.problem_to_repair().is_none() => {
                Some("No problem of what is selected has a repair")
            }
            Command::MergeRecord
                if !selected.is_some_and(|key| {
                    open.document.index.place_of(key).is_some_and(|(kind, _)| MERGEABLE.contains(&kind))
                }) =>
            {
                Some(NOT_MERGEABLE)
            }
            Command::ChangeShown if open.tab().kind().is_none() => Some(NO_LIST),
            Command::Back if !open.history.can_go_back() => Some("Nothing was looked at before"),
            Command::Forward if !open.history.can_go_forward() => Some("Nothing lies ahead"),
            Command::ClearFilter if open.filter.is_empty() => Some("There is no filter"),
            Command::NextProblem if open.document.problems.is_empty() => Some("There is no problem"),
            Command::NextDouble if !open.document.problems.iter().any(is_about_doubles) => {
                Some("No two records look like one")
            }
            Command::CopyCitation | Command::CopyCitationNote | Command::CopyId
                if open.history.present().selected.is_none() =>
            {
                Some(NO_RECORD)
            }
            _ => None,
        }
    }
}

/// Whether the records of a kind have a table.
fn has_table(kind: RecordKind) -> bool {
    !RowColumn::of(kind).is_empty()
}
