//! The yardsticks under likelihood and confidence: what their words mean, in sight while one is chosen.

use egui::Ui;

use super::answer::Answer;
use super::text::text_of;
use crate::edit::fields::Field;
use crate::model::{Confidence, Likelihood, Node};
use crate::ui::theme::size;
use crate::ui::widgets::{ICD_203, confidence_boxes, likelihood_choice};

/// Shows the yardstick of a field that has one; a click on the scale of likelihood chooses a word.
pub(super) fn yardstick_ui(ui: &mut Ui, field: &Field, value: Option<&Node>) -> Answer {
    let word = text_of(value);
    match field.name {
        "likelihood" => {
            let chosen = Likelihood::ALL.iter().position(|level| level.word() == word);
            let clicked = likelihood_choice(ui, &ICD_203, chosen).and_then(|place| Likelihood::ALL.get(place));
            clicked.map_or_else(Answer::default, |level| Answer::chosen(Some(Node::Word(level.word().into()))))
        }
        "confidence" => {
            ui.add_space(size::S4);
            for (place, level) in Confidence::ALL.iter().enumerate() {
                let filled = if level.word() == word { u8::try_from(place + 1).unwrap_or(0) } else { 0 };
                confidence_boxes(ui, filled, level.label(), meaning(*level));
            }
            Answer::default()
        }
        _ => Answer::default(),
    }
}

/// What a level of confidence means.
fn meaning(level: Confidence) -> &'static str {
    match level {
        Confidence::Low => "scanty or doubtful ground",
        Confidence::Moderate => "plausible, needs more",
        Confidence::High => "several good sources",
    }
}
