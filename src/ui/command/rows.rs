//! The commands for rows of a table.

use egui::{Key, Modifiers};

use super::Menu::Rows;
use super::table::{CTRL, Command, Told, told};

/// What is told of them.
pub(super) fn told_of(command: Command) -> Told {
    match command {
        Command::EditCell => {
            told("Edit cell", "Change the cell of the table that has the keys", Some((Modifiers::NONE, Key::F2)), Rows)
        }
        Command::SelectAll => told("Select all rows", "Select all rows of the table", Some((CTRL, Key::A)), Rows),
        Command::ChangeSelected => {
            told("Change selected…", "Set a field of all selected rows in one step", Some((CTRL, Key::M)), Rows)
        }
        Command::CopyRows => told("Copy rows", "Copy the selected rows for a spreadsheet", Some((CTRL, Key::C)), Rows),
        Command::PasteRows => {
            told("Paste rows…", "Make records of rows from a spreadsheet", Some((CTRL, Key::V)), Rows)
        }
        Command::MoveUp => {
            told("Move up", "Move the selected rows up in the file", Some((Modifiers::ALT, Key::ArrowUp)), Rows)
        }
        Command::MoveDown => {
            told("Move down", "Move the selected rows down in the file", Some((Modifiers::ALT, Key::ArrowDown)), Rows)
        }
        _ => told("Order as in the file", "Show the rows of the table in the order of the file", None, Rows),
    }
}

impl Command {
    /// Whether it belongs to the table that is shown, and to the text that is being typed where one is.
    #[must_use]
    pub fn is_of_table(self) -> bool {
        matches!(
            self,
            Self::EditCell
                | Self::SelectAll
                | Self::CopyRows
                | Self::PasteRows
                | Self::MoveUp
                | Self::MoveDown
                | Self::OrderAsInFile
        )
    }
}
