//! What undo and redo would do, in words.

use std::borrow::Cow;

use crate::present::visible;
use crate::ui::Command;
use crate::ui::session::Session;

/// So many letters of a step's name stand in a menu.
const MOST_OF_A_STEP: usize = 44;

/// The step that a command would undo or redo, shortened.
pub(super) fn step_words(command: Command, session: &Session) -> Option<String> {
    let edits = &session.open.as_ref()?.edits;
    let step = match command {
        Command::Undo => edits.undo_label(),
        Command::Redo => edits.redo_label(),
        _ => None,
    };
    step.map(shortened)
}

/// The words of a command in a menu: undo and redo name the step.
pub(super) fn menu_words(command: Command, session: &Session) -> Cow<'static, str> {
    let step = step_words(command, session);
    step.map_or(Cow::Borrowed(command.text()), |step| Cow::Owned(format!("{}: {step}", command.text())))
}

/// The beginning of the name of a step, as long as a menu has room for.
fn shortened(step: &str) -> String {
    let step = visible(step);
    if step.chars().count() <= MOST_OF_A_STEP {
        return step.into_owned();
    }
    let begin: String = step.chars().take(MOST_OF_A_STEP).collect();
    format!("{}…", begin.trim_end())
}
