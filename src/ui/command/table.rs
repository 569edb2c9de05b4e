//! Everything a person can do: text, tooltip, shortcut and place in the menus, told once.

use super::Menu;
use super::{files, inserts, review, rows, views};
use crate::model::RecordKind;
use egui::{Key, KeyboardShortcut, Modifiers};

/// Something a person can do without saying more. Menus, shortcuts and the palette all come from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// Open a briefing from a file.
    Open,
    /// Open the built-in sample.
    OpenSample,
    /// Open the second built-in sample.
    OpenSampleHeld,
    /// Begin a new briefing.
    NewBriefing,
    /// Write what changed into the file.
    Save,
    /// Write the briefing into another file.
    SaveAs,
    /// Take in what another changed in the file.
    MergeWithFile,
    /// What saves replaced.
    Versions,
    /// Read the open file again.
    Reload,
    /// Close the briefing.
    CloseBriefing,
    /// Write the note in Markdown.
    ExportMarkdown,
    /// Write the chart of the visits as a picture.
    ExportChart,
    /// Write the whole model in JSON.
    ExportJson,
    /// Copy the note in Markdown.
    CopyNote,
    /// End the program.
    Quit,
    /// Undo the last step.
    Undo,
    /// Do the last undone step again.
    Redo,
    /// The list of steps.
    EditHistory,
    /// Switch between viewing and editing.
    ToggleEditing,
    /// A new record of the kind that the tab lists.
    NewRecord,
    /// A new actor.
    NewActor,
    /// A new role.
    NewRole,
    /// A new visit.
    NewVisit,
    /// A new statement.
    NewStatement,
    /// A new relation.
    NewRelation,
    /// A new source.
    NewSource,
    /// A new judgement.
    NewJudgement,
    /// A new conflict.
    NewConflict,
    /// A copy of the selected record.
    DuplicateRecord,
    /// Delete the selected record.
    DeleteRecord,
    /// Merge the selected actor with another.
    MergeActor,
    /// Change a field of all records that the filter shows.
    ChangeShown,
    /// The selected record speaks for the judgement looked at last.
    EvidenceFor,
    /// It speaks against it.
    EvidenceAgainst,
    /// Mend the problem looked at.
    Repair,
    /// Put down what another source says of a field.
    RecordConflict,
    /// Settle a conflict, with the reason.
    ResolveConflict,
    /// Find and replace words.
    Replace,
    /// Edit the cell that has the keys.
    EditCell,
    /// Select all rows of the table.
    SelectAll,
    /// Change a field of the selected rows.
    ChangeSelected,
    /// Copy the selected rows for a spreadsheet.
    CopyRows,
    /// Make records of rows from a spreadsheet.
    PasteRows,
    /// Move the selected rows up in the file.
    MoveUp,
    /// Move them down.
    MoveDown,
    /// Show the rows of the table in the order of the file.
    OrderAsInFile,
    /// Copy the selected record's citation as text.
    CopyCitation,
    /// Copy it as a note with footnotes.
    CopyCitationNote,
    /// Copy the record's id.
    CopyId,
    /// Search everything.
    Search,
    /// Find a command or a record.
    Palette,
    /// Take the whole filter away.
    ClearFilter,
    /// Go back to what was looked at before.
    Back,
    /// Go forward again.
    Forward,
    /// The next problem.
    NextProblem,
    /// Show or hide the inspector.
    ToggleInspector,
    /// Follow the system's theme.
    ThemeSystem,
    /// Light theme.
    ThemeLight,
    /// Dark theme.
    ThemeDark,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// Usual size.
    ZoomReset,
    /// Overview tab.
    GoOverview,
    /// Actors tab.
    GoActors,
    /// Visits tab.
    GoVisits,
    /// Statements tab.
    GoStatements,
    /// Sources tab.
    GoSources,
    /// Judgements tab.
    GoJudgements,
    /// Checks tab.
    GoChecks,
    /// The list of shortcuts.
    Shortcuts,
    /// What the program is.
    About,
}

pub(super) const CTRL: Modifiers = Modifiers::COMMAND;

pub(super) const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// What is told of one command.
pub(super) struct Told {
    text: &'static str,
    tooltip: &'static str,
    shortcut: Option<(Modifiers, Key)>,
    pub(super) menu: Menu,
}

pub(super) const fn told(
    text: &'static str,
    tooltip: &'static str,
    shortcut: Option<(Modifiers, Key)>,
    menu: Menu,
) -> Told {
    Told { text, tooltip, shortcut, menu }
}

impl Command {
    /// All commands, in the order of menus and palette.
    pub const ALL: &'static [Self] = &[
        Self::Open,
        Self::OpenSample,
        Self::OpenSampleHeld,
        Self::NewBriefing,
        Self::Save,
        Self::SaveAs,
        Self::Versions,
        Self::MergeWithFile,
        Self::Reload,
        Self::CloseBriefing,
        Self::ExportMarkdown,
        Self::ExportChart,
        Self::ExportJson,
        Self::CopyNote,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::EditHistory,
        Self::ToggleEditing,
        Self::NewRecord,
        Self::DuplicateRecord,
        Self::DeleteRecord,
        Self::MergeActor,
        Self::EvidenceFor,
        Self::EvidenceAgainst,
        Self::RecordConflict,
        Self::ResolveConflict,
        Self::NextProblem,
        Self::Repair,
        Self::EditCell,
        Self::SelectAll,
        Self::CopyRows,
        Self::PasteRows,
        Self::MoveUp,
        Self::MoveDown,
        Self::ChangeSelected,
        Self::ChangeShown,
        Self::Replace,
        Self::Search,
        Self::CopyCitation,
        Self::CopyCitationNote,
        Self::CopyId,
        Self::ClearFilter,
        Self::Back,
        Self::Forward,
        Self::OrderAsInFile,
        Self::NewVisit,
        Self::NewStatement,
        Self::NewActor,
        Self::NewRole,
        Self::NewRelation,
        Self::NewSource,
        Self::NewJudgement,
        Self::NewConflict,
        Self::GoOverview,
        Self::GoActors,
        Self::GoVisits,
        Self::GoStatements,
        Self::GoSources,
        Self::GoJudgements,
        Self::GoChecks,
        Self::ToggleInspector,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Palette,
        Self::Shortcuts,
        Self::About,
    ];

    pub(super) fn told(self) -> Told {
        use Menu::{Edit, Help, Rows, View};
        match self {
            Self::Open
            | Self::OpenSample
            | Self::OpenSampleHeld
            | Self::NewBriefing
            | Self::Save
            | Self::SaveAs
            | Self::Versions
            | Self::MergeWithFile
            | Self::Reload
            | Self::CloseBriefing
            | Self::ExportMarkdown
            | Self::ExportChart
            | Self::ExportJson
            | Self::CopyNote
            | Self::Quit => files::told_of(self),
            Self::Undo => told("Undo", "Undo the last step", Some((CTRL, Key::Z)), Edit),
            Self::Redo => told("Redo", "Do the last undone step again", Some((CTRL_SHIFT, Key::Z)), Edit),
            Self::EditHistory => told("Steps…", "All steps, to go back or forward to any", None, Edit),
            Self::ToggleEditing => told("Editing", "Switch between viewing and editing", Some((CTRL, Key::E)), Edit),
            Self::NewRecord => {
                told("New record", "A new record of the kind that the tab lists", Some((CTRL, Key::N)), Edit)
            }
            Self::NewActor
            | Self::NewRole
            | Self::NewVisit
            | Self::NewStatement
            | Self::NewRelation
            | Self::NewSource
            | Self::NewJudgement
            | Self::NewConflict => inserts::told_of(self),
            Self::DuplicateRecord => {
                told("Duplicate", "Copies of the selected records, each behind its own", Some((CTRL, Key::D)), Edit)
            }
            Self::DeleteRecord => {
                told("Delete…", "Delete the selected records", Some((Modifiers::NONE, Key::Delete)), Edit)
            }
            Self::MergeActor => told("Merge actor…", "Make one of the selected actor and another", None, Edit),
            Self::ChangeShown => {
                told("Change all shown…", "Set a field of all records that the filter shows", None, Rows)
            }
            Self::Replace => {
                told("Find and replace…", "Replace words in the fields you tick", Some((CTRL, Key::H)), Edit)
            }
            Self::EvidenceFor
            | Self::EvidenceAgainst
            | Self::RecordConflict
            | Self::ResolveConflict
            | Self::NextProblem
            | Self::Repair => review::told_of(self),
            Self::EditCell
            | Self::SelectAll
            | Self::ChangeSelected
            | Self::CopyRows
            | Self::PasteRows
            | Self::MoveUp
            | Self::MoveDown
            | Self::OrderAsInFile => rows::told_of(self),
            Self::Search => told("Search everything", "Find a record by any of its words", Some((CTRL, Key::F)), Edit),
            Self::CopyCitation => {
                told("Copy citation", "Copy what the record says, with its source", Some((CTRL_SHIFT, Key::C)), Edit)
            }
            Self::CopyCitationNote => {
                told("Copy citation as note", "The same in Markdown, with footnotes", Some((CTRL_SHIFT, Key::N)), Edit)
            }
            Self::CopyId => told("Copy id", "Copy the record's name in the file", None, Edit),
            Self::ClearFilter => told("Clear filter", "Show every record", Some((CTRL_SHIFT, Key::X)), Edit),
            Self::Back => told("Back", "To what was looked at before", Some((Modifiers::ALT, Key::ArrowLeft)), View),
            Self::Forward => told("Forward", "Forward again", Some((Modifiers::ALT, Key::ArrowRight)), View),
            Self::GoOverview
            | Self::GoActors
            | Self::GoVisits
            | Self::GoStatements
            | Self::GoSources
            | Self::GoJudgements
            | Self::GoChecks
            | Self::ToggleInspector
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset => views::told_of(self),
            Self::Palette => told("Commands…", "Find a command or a record", Some((CTRL, Key::K)), Help),
            Self::Shortcuts => told("Keyboard shortcuts", "All shortcuts", Some((Modifiers::NONE, Key::F1)), Help),
            Self::About => told("About Dateline", "What this program is", None, Help),
        }
    }

    /// The words in menus and in the palette.
    #[must_use]
    pub fn text(self) -> &'static str {
        self.told().text
    }

    /// What it does, in a few words.
    #[must_use]
    pub fn tooltip(self) -> &'static str {
        self.told().tooltip
    }

    /// The keys that do it.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        self.told().shortcut.map(|(modifiers, key)| KeyboardShortcut::new(modifiers, key))
    }

    /// Whether it changes the briefing, which is done in editing mode alone.
    #[must_use]
    pub fn edits(self) -> bool {
        self.creates().is_some()
            || matches!(
                self,
                Self::Undo
                    | Self::Redo
                    | Self::NewRecord
                    | Self::DuplicateRecord
                    | Self::DeleteRecord
                    | Self::MergeActor
                    | Self::ChangeShown
                    | Self::EvidenceFor
                    | Self::EvidenceAgainst
                    | Self::Repair
                    | Self::RecordConflict
                    | Self::ResolveConflict
                    | Self::Replace
                    | Self::EditCell
                    | Self::ChangeSelected
                    | Self::PasteRows
                    | Self::MoveUp
                    | Self::MoveDown
            )
    }

    /// The kind of record that it creates.
    #[must_use]
    pub fn creates(self) -> Option<RecordKind> {
        Some(match self {
            Self::NewActor => RecordKind::Actor,
            Self::NewRole => RecordKind::Role,
            Self::NewVisit => RecordKind::Visit,
            Self::NewStatement => RecordKind::Statement,
            Self::NewRelation => RecordKind::Relation,
            Self::NewSource => RecordKind::Source,
            Self::NewJudgement => RecordKind::Judgement,
            Self::NewConflict => RecordKind::Conflict,
            _ => return None,
        })
    }

    /// The keys in words, as the system writes them.
    #[must_use]
    pub fn shortcut_text(self, ctx: &egui::Context) -> String {
        self.shortcut().map(|keys| ctx.format_shortcut(&keys)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Command;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let mut seen = BTreeSet::new();
        for command in Command::ALL {
            let Some(keys) = command.shortcut() else { continue };
            assert!(seen.insert(format!("{keys:?}")), "{command:?} has a shortcut of another command");
        }
    }
}
