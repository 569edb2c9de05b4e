//! Lines, long texts and numbers.

use egui::Ui;

use super::answer::Answer;
use crate::model::Node;
use crate::ui::widgets::Field;

/// The text of a value, empty where there is none.
pub(super) fn text_of(value: Option<&Node>) -> String {
    match value {
        Some(Node::Text(text) | Node::Raw(text)) => text.clone(),
        Some(Node::Word(word)) => word.to_string(),
        Some(Node::Integer(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// A text as a value, `None` where it is empty.
pub(super) fn text_node(text: String) -> Option<Node> {
    (!text.is_empty()).then_some(Node::Text(text))
}

pub(super) fn line_ui(ui: &mut Ui, name: &str, value: Option<&Node>, hint: &str) -> Answer {
    let mut text = text_of(value);
    let response = Field::new(name, &mut text).hint(hint).show(ui);
    Answer::typed(ui, &response, || text_node(text))
}

pub(super) fn prose_ui(ui: &mut Ui, name: &str, value: Option<&Node>, rows: usize) -> Answer {
    let mut text = text_of(value);
    let response = Field::new(name, &mut text).rows(rows).show(ui);
    Answer::typed(ui, &response, || text_node(text))
}

/// A whole number; what is no digit is not taken.
pub(super) fn number_ui(ui: &mut Ui, name: &str, value: Option<&Node>) -> Answer {
    let mut text = text_of(value);
    let response = Field::new(name, &mut text).show(ui);
    Answer::typed(ui, &response, || {
        let digits: String = text.chars().filter(char::is_ascii_digit).take(9).collect();
        digits.parse().ok().map(Node::Integer)
    })
}
