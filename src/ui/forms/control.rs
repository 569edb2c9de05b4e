//! The control for each shape of field.

use egui::Ui;

use super::answer::Answer;
use super::list::boxed_ui;
use super::parts::{part_of, with_part};
use super::pick::Among;
use super::{choice, cites, content, date, list, reference, text};
use crate::edit::Fields;
use crate::edit::fields::Field as FormField;
use crate::edit::fields::Shape;
use crate::index::Reader;
use crate::model::Node;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::Button;

/// Shows the control for a field; `name` is what a screen reader says.
pub(super) fn control_ui(ui: &mut Ui, reader: &Reader, name: &str, shape: Shape, value: Option<&Node>) -> Answer {
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
        Shape::Parts(fields) => parts_ui(ui, reader, "", fields, value),
        Shape::PartsList(fields) => parts_list_ui(ui, reader, name, fields, value),
        Shape::Content => content::ui(ui, name, value),
        Shape::Cite => cites::cite_ui(ui, reader, name, value),
        Shape::Cites => cites::cites_ui(ui, reader, name, value),
        Shape::RelationKind => choice::relation_kind_ui(ui, name, value),
        Shape::Marking => choice::marking_ui(ui, name, value),
    }
}

/// Values with names, below each other.
fn parts_ui(ui: &mut Ui, reader: &Reader, prefix: &str, fields: &'static [FormField], value: Option<&Node>) -> Answer {
    let parts = match value {
        Some(Node::Struct(parts)) => parts.clone(),
        _ => Fields::new(),
    };
    let mut answer = Answer::default();
    for field in fields {
        let part = part_of(&parts, field.name);
        let name = if prefix.is_empty() {
            field.label.to_owned()
        } else {
            format!("{prefix}: {}", field.label.to_lowercase())
        };
        ui.push_id(field.name, |ui| {
            ui.label(Type::Small.text(field.label).color(theme::palette(ui).text2));
            let one = control_ui(ui, reader, &name, field.shape, part);
            let whole = |value: Option<Node>| {
                let parts = with_part(&parts, field.name, value);
                (!parts.is_empty()).then_some(Node::Struct(parts))
            };
            answer = std::mem::take(&mut answer).or(one.map(whole));
        });
    }
    answer
}

/// Several such values, each in a box.
fn parts_list_ui(
    ui: &mut Ui,
    reader: &Reader,
    name: &str,
    fields: &'static [FormField],
    value: Option<&Node>,
) -> Answer {
    let items = Node::items_of(value);
    let mut answer = Answer::default();
    let mut removed = None;
    for (place, item) in items.iter().enumerate() {
        ui.push_id(place, |ui| {
            boxed_ui(ui, |ui| {
                let one = parts_ui(ui, reader, &format!("{name} {}", place + 1), fields, Some(item));
                let whole = |value: Option<Node>| {
                    let mut items = items.clone();
                    if let Some(item) = items.get_mut(place) {
                        *item = value.unwrap_or_else(|| Node::Struct(Vec::new()));
                    }
                    Node::list_of(items)
                };
                answer = std::mem::take(&mut answer).or(one.map(whole));
                let label = format!("Remove {} {}", name.to_lowercase(), place + 1);
                if ui.add(Button::quiet("Remove").icon(icons::TRASH).name(&label)).clicked() {
                    removed = Some(place);
                }
            });
        });
        ui.add_space(size::S4);
    }
    if let Some(place) = removed {
        let mut items = items;
        items.remove(place);
        return Answer::chosen(Node::list_of(items));
    }
    let label = format!("Add to {}", name.to_lowercase());
    if ui.add(Button::quiet("Add").icon(icons::PLUS).name(&label)).clicked() {
        let mut items = items;
        items.push(Node::Struct(Vec::new()));
        return Answer::chosen(Node::list_of(items));
    }
    answer
}
