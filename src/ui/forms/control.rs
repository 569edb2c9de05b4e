//! The control for each shape of field.

use egui::Ui;

use super::answer::Answer;
use super::pick::Among;
use super::{choice, cites, content, date, list, reference, text};
use crate::edit::fields::Shape;
use crate::index::Reader;
use crate::model::Node;

/// Shows the control for a field; `name` is what a screen reader says.
pub(super) fn ui(ui: &mut Ui, reader: &Reader, name: &str, shape: Shape, value: Option<&Node>) -> Answer {
    match shape {
        Shape::Id | Shape::Line => text::line_ui(ui, name, value, ""),
        Shape::Prose => text::prose_ui(ui, name, value, 3),
        Shape::Edtf => date::edtf_ui(ui, name, value),
        Shape::Date => date::date_ui(ui, reader, name, value),
        Shape::Country => reference::one_ui(ui, reader, name, Among::Countries, value),
        Shape::Place => reference::one_ui(ui, reader, name, Among::Places, value),
        Shape::Number => text::number_ui(ui, name, value),
        Shape::Flag => choice::flag_ui(ui, name, value),
        Shape::Word(choices) => choice::word_ui(ui, name, choices, value),
        Shape::Words(choices) => choice::words_ui(ui, name, choices, value),
        Shape::Reference(kinds) => reference::one_ui(ui, reader, name, Among::Records(kinds), value),
        Shape::Actor(kind) => reference::one_ui(ui, reader, name, Among::Actors(kind), value),
        Shape::Actors(kind) => reference::several_ui(ui, reader, name, Among::Actors(kind), value),
        Shape::References(kinds) => reference::several_ui(ui, reader, name, Among::Records(kinds), value),
        Shape::OwnFields | Shape::Lines => list::lines_ui(ui, name, value, 1, 1),
        Shape::Paragraphs => list::lines_ui(ui, name, value, 2, 0),
        Shape::Parts(fields) => list::parts_ui(ui, reader, "", fields, value),
        Shape::PartsList(fields) => list::parts_list_ui(ui, reader, name, fields, value),
        Shape::Content => content::ui(ui, name, value),
        Shape::Cite => cites::cite_ui(ui, reader, name, value),
        Shape::Cites => cites::cites_ui(ui, reader, name, value),
        Shape::RelationKind => choice::relation_kind_ui(ui, name, value),
        Shape::Marking => choice::marking_ui(ui, name, value),
    }
}
