//! Lists of texts, and values with names: one, or several.

use egui::{Frame, Margin, Ui};

use super::answer::Answer;
use super::control;
use super::parts::{part_of, with_part};
use super::text::text_of;
use crate::edit::Fields;
use crate::edit::article::{paragraphs, source_text};
use crate::edit::fields::Field as FormField;
use crate::index::Reader;
use crate::model::Node;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, Field, IconButton};

/// Texts, each in a field of its own; what is typed into the last, empty one becomes another.
pub(super) fn lines_ui(ui: &mut Ui, name: &str, value: Option<&Node>, rows: usize, first: usize) -> Answer {
    let mut items = Node::items_of(value);
    let mut answer = Answer::default();
    let mut removed = None;
    // The headline and the caption keep their numbers where there is none.
    let kept_empty = if first == 0 { 2.min(items.len().saturating_sub(1)) } else { 0 };
    for place in 0..=items.len() {
        let is_new = place == items.len();
        let mut text = text_of(items.get(place));
        let label = if is_new { format!("{name}, another") } else { format!("{name} {}", place + first) };
        let response = ui
            .push_id(place, |ui| {
                ui.horizontal(|ui| {
                    let beside = size::BUTTON + ui.spacing().item_spacing.x;
                    let room = ui.available_width() - if is_new { 0.0 } else { beside };
                    let inner = ui.allocate_ui(egui::vec2(room, size::FIELD), |ui| {
                        ui.set_width(room);
                        Field::new(&label, &mut text).rows(rows).hint("Add…").show(ui)
                    });
                    if !is_new && ui.add(IconButton::new(icons::TRASH, &format!("Remove {label}"))).clicked() {
                        removed = Some(place);
                    }
                    inner.inner
                })
                .inner
            })
            .inner;
        let typed = Answer::typed(ui, &response, || None);
        if response.changed() {
            let is_article = is_new && rows > 1 && text.contains('\n');
            match items.get_mut(place) {
                Some(item) => *item = Node::Text(text),
                // A pasted article is numbered by its paragraphs.
                None if is_article && place == 0 => items.extend(source_text(&text).into_iter().map(Node::Text)),
                None if is_article => items.extend(paragraphs(&text).into_iter().map(Node::Text)),
                None => items.push(Node::Text(text)),
            }
            answer.value = Some(Node::list_of(items.clone()));
        }
        let is_left_empty = typed.settles && items.iter().skip(kept_empty).any(|item| text_of(Some(item)).is_empty());
        answer.settles |= typed.settles;
        answer.takes_back |= typed.takes_back;
        if is_left_empty {
            let mut kept = 0;
            items.retain(|item| {
                kept += 1;
                kept <= kept_empty || !text_of(Some(item)).is_empty()
            });
            answer.value = Some(Node::list_of(items.clone()));
        }
    }
    match removed {
        Some(place) if place < items.len() => {
            items.remove(place);
            Answer::chosen(Node::list_of(items))
        }
        _ => answer,
    }
}

/// Values with names, below each other.
pub(super) fn parts_ui(
    ui: &mut Ui,
    reader: &Reader,
    prefix: &str,
    fields: &'static [FormField],
    value: Option<&Node>,
) -> Answer {
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
            let one = control::ui(ui, reader, &name, field.shape, part);
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
pub(super) fn parts_list_ui(
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

/// What belongs together, in a box.
pub(super) fn boxed_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = theme::palette(ui);
    Frame::new()
        .inner_margin(Margin::same(8))
        .corner_radius(size::RADIUS_CONTROL)
        .stroke(egui::Stroke::new(size::LINE, palette.line))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = size::S4;
            content(ui)
        })
        .inner
}
