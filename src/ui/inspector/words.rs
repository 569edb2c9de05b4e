//! Words with links among them.

use super::answer::Answer;
use crate::present::inspector::Prose;
use crate::ui::shared::prose::{prose_ui, request_of};
use egui::Ui;

/// Words, whose links ask for what they lead to.
pub fn words_ui(ui: &mut Ui, words: &Prose, answer: &mut Answer) {
    if let Some(target) = prose_ui(ui, words) {
        answer.requests.push(request_of(target));
    }
}
