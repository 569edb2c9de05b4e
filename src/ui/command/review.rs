//! The commands that weigh what the records say: evidence, conflicts, problems.

use egui::{Key, Modifiers};

use super::Menu::Review;
use super::table::{CTRL, CTRL_SHIFT, Command, Told, told};

/// What is told of them.
pub(super) fn told_of(command: Command) -> Told {
    match command {
        Command::EvidenceFor => told(
            "Evidence for",
            "The selected record speaks for the judgement looked at last",
            Some((CTRL, Key::J)),
            Review,
        ),
        Command::EvidenceAgainst => told(
            "Evidence against",
            "It speaks against the judgement looked at last",
            Some((CTRL_SHIFT, Key::J)),
            Review,
        ),
        Command::RecordConflict => told(
            "Record a conflicting value…",
            "Keep what another source says of a field, beside what it says now",
            Some((CTRL_SHIFT, Key::D)),
            Review,
        ),
        Command::ResolveConflict => {
            told("Resolve conflict…", "Settle which side is right, with the reason", Some((CTRL_SHIFT, Key::R)), Review)
        }
        Command::NextProblem => {
            told("Next problem", "To the next error or warning", Some((Modifiers::NONE, Key::F8)), Review)
        }
        _ => told("Repair", "Mend the problem looked at, where it has a repair", Some((CTRL, Key::F8)), Review),
    }
}
