//! The commands for the file and what is made of it.

use egui::Key;

use super::Menu::File;
use super::table::{CTRL, CTRL_SHIFT, Command, Told, told};

/// What is told of them.
pub(super) fn told_of(command: Command) -> Told {
    match command {
        Command::Open => told("Open…", "Open a briefing in RON", Some((CTRL, Key::O)), File),
        Command::OpenSample => told("Open the sample", "A briefing made from one news article", None, File),
        Command::OpenSampleHeld => told("Open the second sample", "A briefing whose article is held whole", None, File),
        Command::NewBriefing => told("New briefing", "Begin with an empty one", None, File),
        Command::Save => told("Save", "Write what changed into the file", Some((CTRL, Key::S)), File),
        Command::SaveAs => told("Save as…", "Write into another file", Some((CTRL_SHIFT, Key::S)), File),
        Command::Versions => told("Versions…", "What saves replaced, to look at and restore", None, File),
        Command::MergeWithFile => {
            told("Merge with the file", "Take in what another changed in the file meanwhile", None, File)
        }
        Command::Reload => told("Reload", "Read the open file again", Some((CTRL, Key::R)), File),
        Command::CloseBriefing => told("Close", "Close the briefing", Some((CTRL, Key::W)), File),
        Command::ExportMarkdown => told("Export note…", "Write the note in Markdown", Some((CTRL_SHIFT, Key::E)), File),
        Command::ExportChart => told("Export chart…", "Write the chart of the visits as a picture", None, File),
        Command::ExportJson => told("Export JSON…", "Write every record and field in JSON", None, File),
        Command::CopyNote => told("Copy note", "Copy the note in Markdown", None, File),
        _ => told("Quit", "End the program", Some((CTRL, Key::Q)), File),
    }
}
