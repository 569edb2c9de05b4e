//! Everything a person can do: text, tooltip, shortcut, place in the menus, and what it asks for, one row a command.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::menu::Menu::{self, Edit, File, Help, Insert, Review, Rows, View};
use crate::model::RecordKind;

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALONE: Modifiers = Modifiers::NONE;

/// What is told of one command.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a condition of its own, told in one row of the table")]
struct CommandInfo {
    menu: Menu,
    text: &'static str,
    tooltip: &'static str,
    shortcut: Option<(Modifiers, Key)>,
    /// Further words by which the palette finds it.
    also: &'static str,
    begins_group: bool,
    edits: bool,
    creates: Option<RecordKind>,
    is_of_table: bool,
    works_without_briefing: bool,
}

const fn in_menu(menu: Menu, text: &'static str, tooltip: &'static str) -> CommandInfo {
    CommandInfo {
        menu,
        text,
        tooltip,
        shortcut: None,
        also: "",
        begins_group: false,
        edits: false,
        creates: None,
        is_of_table: false,
        works_without_briefing: false,
    }
}

impl CommandInfo {
    const fn keys(self, modifiers: Modifiers, key: Key) -> Self {
        Self { shortcut: Some((modifiers, key)), ..self }
    }

    const fn also(self, words: &'static str) -> Self {
        Self { also: words, ..self }
    }

    const fn begins_group(self) -> Self {
        Self { begins_group: true, ..self }
    }

    const fn edits(self) -> Self {
        Self { edits: true, ..self }
    }

    const fn creates(self, kind: RecordKind) -> Self {
        Self { creates: Some(kind), ..self.edits() }
    }

    const fn of_table(self) -> Self {
        Self { is_of_table: true, ..self }
    }

    const fn without_briefing(self) -> Self {
        Self { works_without_briefing: true, ..self }
    }
}

/// Makes the enumeration, the list of all and what is told of each from one row a command.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident: $info:expr;)+) => {
        /// Something a person can do without saying more. Menus, shortcuts and the palette all come from here.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($(#[$doc])* $name,)+
        }

        impl Command {
            /// All commands, in the order of menus and palette.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            const fn info(self) -> CommandInfo {
                match self {
                    $(Self::$name => $info,)+
                }
            }
        }
    };
}

commands! {
    /// Open a briefing from a file.
    Open: in_menu(File, "Open…", "Open a briefing in RON").keys(CTRL, Key::O).without_briefing();
    /// Begin a new briefing.
    NewBriefing: in_menu(File, "New briefing", "Begin with an empty one").without_briefing();
    /// Begin a briefing with an article.
    PasteArticle: in_menu(File, "Paste an article…", "Begin a briefing that holds the words of an article").without_briefing();
    /// Write what changed into the file.
    Save: in_menu(File, "Save", "Write what changed into the file").keys(CTRL, Key::S).begins_group();
    /// Write the briefing into another file.
    SaveAs: in_menu(File, "Save as…", "Write into another file").keys(CTRL_SHIFT, Key::S);
    /// What saves replaced.
    Versions: in_menu(File, "Versions…", "What saves replaced, to look at and restore");
    /// Take in what another changed in the file.
    MergeWithFile: in_menu(File, "Merge with the file", "Take in what another changed in the file meanwhile");
    /// Read the open file again.
    Reload: in_menu(File, "Reload", "Read the open file again").keys(CTRL, Key::R).begins_group();
    /// Close the briefing.
    CloseBriefing: in_menu(File, "Close", "Close the briefing").keys(CTRL, Key::W);
    /// Bring in rows, references or an article.
    Import: in_menu(File, "Import…", "Bring in rows of a spreadsheet, references or an article").begins_group().edits();
    /// Write the note in Markdown.
    ExportMarkdown: in_menu(File, "Export note…", "Write the note in Markdown").keys(CTRL_SHIFT, Key::E).begins_group();
    /// Write the chart of the visits as a picture.
    ExportChart: in_menu(File, "Export chart…", "Write the chart of the visits as a picture");
    /// Write the whole model in JSON.
    ExportJson: in_menu(File, "Export JSON…", "Write every record and field in JSON");
    /// Copy the note in Markdown.
    CopyNote: in_menu(File, "Copy note", "Copy the note in Markdown");
    /// Copy the note as HTML and text.
    CopyNoteForWord: in_menu(File, "Copy note for Word", "Copy the note with its headings, tables and footnotes");
    /// End the program.
    Quit: in_menu(File, "Quit", "End the program").keys(CTRL, Key::Q).begins_group().without_briefing();
    /// Undo the last step.
    Undo: in_menu(Edit, "Undo", "Undo the last step").keys(CTRL, Key::Z).edits();
    /// Do the last undone step again.
    Redo: in_menu(Edit, "Redo", "Do the last undone step again").keys(CTRL_SHIFT, Key::Z).edits();
    /// The list of steps.
    EditHistory: in_menu(Edit, "Steps…", "All steps, to go back or forward to any");
    /// Switch between viewing and editing.
    ToggleEditing: in_menu(Edit, "Editing", "Switch between viewing and editing").keys(CTRL, Key::E).begins_group();
    /// What is said of the briefing itself.
    EditBriefing: in_menu(Edit, "Edit the briefing’s facts", "Title, bottom line, marking, status, as of, authors, coverage and gaps").also("briefing title question bottom line answer as of date cut-off status draft authors language marking coverage gaps header").edits();
    /// A new record of the kind that the tab lists; with nothing open, a new briefing.
    NewRecord: in_menu(Edit, "New record", "A new record of the kind that the tab lists").keys(CTRL, Key::N).edits();
    /// A copy of the selected record.
    DuplicateRecord: in_menu(Edit, "Duplicate", "Copies of the selected records, each behind its own").keys(CTRL, Key::D).edits();
    /// Delete the selected record.
    DeleteRecord: in_menu(Edit, "Delete…", "Delete the selected records").keys(ALONE, Key::Delete).edits();
    /// Merge the selected record with another.
    MergeRecord: in_menu(Edit, "Merge…", "Make one of the selected actor, visit or source and another").begins_group().edits();
    /// The selected record speaks for the judgement looked at last.
    EvidenceFor: in_menu(Review, "Evidence for", "The selected record speaks for the judgement looked at last").keys(CTRL, Key::J).edits();
    /// It speaks against it.
    EvidenceAgainst: in_menu(Review, "Evidence against", "It speaks against the judgement looked at last").keys(CTRL_SHIFT, Key::J).edits();
    /// Put down what another source says of a field.
    RecordConflict: in_menu(Review, "Record a conflicting value…", "Keep what another source says of a field, beside what it says now").keys(CTRL_SHIFT, Key::D).begins_group().edits();
    /// Settle a conflict, with the reason.
    ResolveConflict: in_menu(Review, "Resolve conflict…", "Settle which side is right, with the reason").keys(CTRL_SHIFT, Key::R).edits();
    /// The next problem.
    NextProblem: in_menu(Review, "Next problem", "To the next error or warning").keys(ALONE, Key::F8).begins_group();
    /// The next records that may be one.
    NextDouble: in_menu(Review, "Possible doubles", "To the next records that may be one, to merge or to tell apart").keys(SHIFT, Key::F8);
    /// Mend the problem looked at.
    Repair: in_menu(Review, "Repair", "Mend the problem looked at, where it has a repair").keys(CTRL, Key::F8).edits();
    /// Show the rows of the tab as a table.
    ShowTable: in_menu(Rows, "Show the table", "Show the rows of the tab as a table");
    /// Edit the cell that has the keys.
    EditCell: in_menu(Rows, "Edit cell", "Change the cell of the table that has the keys").keys(ALONE, Key::F2).begins_group().edits().of_table();
    /// Select all rows of the table.
    SelectAll: in_menu(Rows, "Select all rows", "Select all rows of the table").keys(CTRL, Key::A).of_table();
    /// Copy the selected rows for a spreadsheet.
    CopyRows: in_menu(Rows, "Copy rows", "Copy the selected rows for a spreadsheet").keys(CTRL, Key::C).begins_group().of_table();
    /// Make records of rows from a spreadsheet.
    PasteRows: in_menu(Rows, "Paste rows…", "Make records of rows from a spreadsheet").keys(CTRL, Key::V).edits().of_table();
    /// Move the selected rows up in the file.
    MoveUp: in_menu(Rows, "Move up", "Move the selected rows up in the file").keys(ALT, Key::ArrowUp).edits().of_table();
    /// Move them down.
    MoveDown: in_menu(Rows, "Move down", "Move the selected rows down in the file").keys(ALT, Key::ArrowDown).edits().of_table();
    /// Change a field of the selected rows.
    ChangeSelected: in_menu(Rows, "Change selected…", "Set a field of all selected rows in one step").keys(CTRL, Key::M).begins_group().edits();
    /// Change a field of all records that the filter shows.
    ChangeShown: in_menu(Rows, "Change all shown…", "Set a field of all records that the filter shows").edits();
    /// Find and replace words.
    Replace: in_menu(Edit, "Find and replace…", "Replace words in the fields you tick").keys(CTRL, Key::H).edits();
    /// Search everything.
    Search: in_menu(Edit, "Search everything", "Find a record by any of its words").keys(CTRL, Key::F).begins_group();
    /// Copy the selected record's citation as text.
    CopyCitation: in_menu(Edit, "Copy citation", "Copy what the record says, with its source").keys(CTRL_SHIFT, Key::C).begins_group();
    /// Copy it as a note with footnotes.
    CopyCitationNote: in_menu(Edit, "Copy citation as note", "The same in Markdown, with footnotes").keys(CTRL_SHIFT, Key::N);
    /// Copy the record's id.
    CopyId: in_menu(Edit, "Copy id", "Copy the record's name in the file");
    /// Take the whole filter away.
    ClearFilter: in_menu(Edit, "Clear filter", "Show every record").keys(CTRL_SHIFT, Key::X).begins_group();
    /// What is remembered of how one likes it.
    Settings: in_menu(Edit, "Settings…", "Light or dark, size, motion, what the start opens").keys(CTRL, Key::Comma).begins_group().without_briefing();
    /// Go back to what was looked at before.
    Back: in_menu(View, "Back", "To what was looked at before").keys(ALT, Key::ArrowLeft);
    /// Go forward again.
    Forward: in_menu(View, "Forward", "Forward again").keys(ALT, Key::ArrowRight);
    /// Show the rows of the table in the order of the file.
    OrderAsInFile: in_menu(Rows, "Order as in the file", "Show the rows of the table in the order of the file").begins_group().of_table();
    /// Read an article into proposed records.
    ReadIntoRecords: in_menu(Insert, "Read into records…", "What an article says, as records to accept or refuse one by one").keys(CTRL_SHIFT, Key::A);
    /// A new visit.
    NewVisit: in_menu(Insert, "New visit", "Who went where, and when").begins_group().creates(RecordKind::Visit);
    /// A new statement.
    NewStatement: in_menu(Insert, "New statement", "Who said what").creates(RecordKind::Statement);
    /// A new actor.
    NewActor: in_menu(Insert, "New actor", "A person, a body, a country").begins_group().creates(RecordKind::Actor);
    /// A new role.
    NewRole: in_menu(Insert, "New role", "What a person is in an organisation").creates(RecordKind::Role);
    /// A new relation.
    NewRelation: in_menu(Insert, "New relation", "What holds between actors").creates(RecordKind::Relation);
    /// A new source.
    NewSource: in_menu(Insert, "New source", "Where something is known from").begins_group().creates(RecordKind::Source);
    /// A new judgement.
    NewJudgement: in_menu(Insert, "New judgement", "What the analyst concludes").creates(RecordKind::Judgement);
    /// A new conflict.
    NewConflict: in_menu(Insert, "New conflict", "Sources that disagree about a field").creates(RecordKind::Conflict);
    /// Overview tab.
    GoOverview: in_menu(View, "Overview", "Show the overview").keys(CTRL, Key::Num1).begins_group();
    /// Actors tab.
    GoActors: in_menu(View, "Actors", "Show the actors").keys(CTRL, Key::Num2);
    /// Visits tab.
    GoVisits: in_menu(View, "Visits", "Show the visits").keys(CTRL, Key::Num3);
    /// Statements tab.
    GoStatements: in_menu(View, "Statements", "Show the statements").keys(CTRL, Key::Num4);
    /// Sources tab.
    GoSources: in_menu(View, "Sources", "Show the sources").keys(CTRL, Key::Num5);
    /// Judgements tab.
    GoJudgements: in_menu(View, "Judgements", "Show the judgements").keys(CTRL, Key::Num6);
    /// Checks tab.
    GoChecks: in_menu(View, "Checks", "Show the checks").keys(CTRL, Key::Num7);
    /// Show or hide the inspector.
    ToggleInspector: in_menu(View, "Inspector", "Show or hide the inspector").keys(CTRL, Key::I).begins_group();
    /// Follow the system's theme.
    ThemeSystem: in_menu(View, "System theme", "Follow the system's light or dark theme").begins_group().without_briefing();
    /// Light theme.
    ThemeLight: in_menu(View, "Light theme", "Use the light theme").without_briefing();
    /// Dark theme.
    ThemeDark: in_menu(View, "Dark theme", "Use the dark theme").without_briefing();
    /// Larger.
    ZoomIn: in_menu(View, "Larger", "Make everything larger").keys(CTRL, Key::Plus).begins_group().without_briefing();
    /// Smaller.
    ZoomOut: in_menu(View, "Smaller", "Make everything smaller").keys(CTRL, Key::Minus).without_briefing();
    /// Usual size.
    ZoomReset: in_menu(View, "Usual size", "Back to the usual size").keys(CTRL, Key::Num0).without_briefing();
    /// What each thing means and how to go about it.
    Help: in_menu(Help, "Help", "How to go about it, and what each field means").keys(ALONE, Key::F1).without_briefing();
    /// The tour of the sample.
    TakeTour: in_menu(Help, "Take the tour", "Five steps through the sample").without_briefing();
    /// The list of shortcuts.
    Shortcuts: in_menu(Help, "Keyboard shortcuts", "All shortcuts").keys(CTRL, Key::F1).without_briefing();
    /// Find a command or a record.
    Palette: in_menu(Help, "Commands…", "Find a command or a record").keys(CTRL, Key::K).without_briefing();
    /// Open the built-in sample.
    OpenSample: in_menu(Help, "Open the sample", "A briefing made from one news article").begins_group().without_briefing();
    /// Open the second built-in sample.
    OpenSampleHeld: in_menu(Help, "Open the second sample", "A briefing whose article is held whole").without_briefing();
    /// What the program is.
    About: in_menu(Help, "About Dateline", "What this program is").begins_group().without_briefing();
}

impl Command {
    /// The words in menus and in the palette.
    #[must_use]
    pub fn text(self) -> &'static str {
        self.info().text
    }

    /// What it does, in a few words.
    #[must_use]
    pub fn tooltip(self) -> &'static str {
        self.info().tooltip
    }

    /// Further words by which the palette finds it.
    #[must_use]
    pub fn also(self) -> &'static str {
        self.info().also
    }

    /// The keys that do it.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        self.info().shortcut.map(|(modifiers, key)| KeyboardShortcut::new(modifiers, key))
    }

    /// The keys in words, as the system writes them.
    #[must_use]
    pub fn shortcut_text(self, ctx: &egui::Context) -> String {
        self.shortcut().map(|keys| ctx.format_shortcut(&keys)).unwrap_or_default()
    }

    /// The menu it stands in.
    #[must_use]
    pub fn menu(self) -> Menu {
        self.info().menu
    }

    /// Whether a line parts it from the command above it in the menu.
    #[must_use]
    pub fn begins_group(self) -> bool {
        self.info().begins_group
    }

    /// Whether it changes the briefing, which is done in editing mode alone.
    #[must_use]
    pub fn edits(self) -> bool {
        self.info().edits
    }

    /// The kind of record that it creates.
    #[must_use]
    pub fn creates(self) -> Option<RecordKind> {
        self.info().creates
    }

    /// Whether it starts editing where that is all that is missing, since nothing of what is there changes: it makes a
    /// record, or shows a form.
    #[must_use]
    pub fn begins_editing(self) -> bool {
        matches!(self, Self::NewRecord | Self::EditBriefing) || self.creates().is_some()
    }

    /// Whether it belongs to the table that is shown, and to the text that is being typed where one is.
    #[must_use]
    pub fn is_of_table(self) -> bool {
        self.info().is_of_table
    }

    /// Whether the table that is shown does it itself.
    #[must_use]
    pub fn is_done_by_table(self) -> bool {
        self.is_of_table() && self != Self::PasteRows
    }

    /// Whether its keys do it while a dialog lies over the briefing: they change how large all is shown, or end the
    /// program.
    #[must_use]
    pub fn works_over_a_dialog(self) -> bool {
        matches!(self, Self::ZoomIn | Self::ZoomOut | Self::ZoomReset | Self::Quit)
    }

    /// What it does where no briefing is open.
    #[must_use]
    pub fn without_a_briefing(self) -> Self {
        if self == Self::NewRecord { Self::NewBriefing } else { self }
    }

    /// Whether it can be done while no briefing is open.
    #[must_use]
    pub fn works_without_briefing(self) -> bool {
        self.info().works_without_briefing
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
