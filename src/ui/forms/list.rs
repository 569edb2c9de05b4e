//! Lists of texts, and values with names: one, or several.

use egui::{Frame, Margin, Ui};

use super::answer::Answer;
use super::text::text_of;
use crate::edit::article::{paragraphs, source_text};
use crate::model::Node;
use crate::ui::theme::{self, icons, size};
use crate::ui::widgets::{Field, IconButton};

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
