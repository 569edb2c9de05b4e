//! The commands that change what is looked at, and how large and in which colours.

use egui::Key;

use super::Menu::View;
use super::table::{CTRL, Command, Told, told};

/// What is told of them.
pub(super) fn told_of(command: Command) -> Told {
    match command {
        Command::GoOverview => told("Overview", "Show the overview", Some((CTRL, Key::Num1)), View),
        Command::GoActors => told("Actors", "Show the actors", Some((CTRL, Key::Num2)), View),
        Command::GoVisits => told("Visits", "Show the visits", Some((CTRL, Key::Num3)), View),
        Command::GoStatements => told("Statements", "Show the statements", Some((CTRL, Key::Num4)), View),
        Command::GoSources => told("Sources", "Show the sources", Some((CTRL, Key::Num5)), View),
        Command::GoJudgements => told("Judgements", "Show the judgements", Some((CTRL, Key::Num6)), View),
        Command::GoChecks => told("Checks", "Show the checks", Some((CTRL, Key::Num7)), View),
        Command::ToggleInspector => told("Inspector", "Show or hide the inspector", Some((CTRL, Key::I)), View),
        Command::ThemeSystem => told("System theme", "Follow the system's light or dark theme", None, View),
        Command::ThemeLight => told("Light theme", "Use the light theme", None, View),
        Command::ThemeDark => told("Dark theme", "Use the dark theme", None, View),
        Command::ZoomIn => told("Larger", "Make everything larger", Some((CTRL, Key::Plus)), View),
        Command::ZoomOut => told("Smaller", "Make everything smaller", Some((CTRL, Key::Minus)), View),
        _ => told("Usual size", "Back to the usual size", Some((CTRL, Key::Num0)), View),
    }
}
