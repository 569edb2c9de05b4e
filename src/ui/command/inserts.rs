//! The commands that make a record.

use super::Menu::Insert;
use super::table::{Command, Told, told};

/// What is told of them.
pub(super) fn told_of(command: Command) -> Told {
    let (text, tooltip) = match command {
        Command::NewActor => ("New actor", "A person, a body, a country"),
        Command::NewRole => ("New role", "What a person is in an organisation"),
        Command::NewVisit => ("New visit", "Who went where, and when"),
        Command::NewStatement => ("New statement", "Who said what"),
        Command::NewRelation => ("New relation", "What holds between actors"),
        Command::NewSource => ("New source", "Where something is known from"),
        Command::NewJudgement => ("New judgement", "What the analyst concludes"),
        _ => ("New conflict", "Sources that disagree about a field"),
    };
    told(text, tooltip, None, Insert)
}
