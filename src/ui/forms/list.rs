//! Lists of texts, and values with names: one, or several.

use egui::{Frame, Margin, Ui};

use super::answer::Answer;
use super::in_sight;
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
    let is_numbered = first == 0;
    let is_empty = |item: &Node| matches!(item, Node::Text(text) if text.is_empty());
    let shown = in_sight::range(ui, items.len());
    in_sight::range_ui(ui, name, &shown, items.len());
    for place in shown.chain([items.len()]) {
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
                    let remove = format!("Remove {label}");
                    let remove = IconButton::new(icons::TRASH, &remove).shortcut(REMOVE_KEYS).skipped_by_tab();
                    let pressed = !is_new && inner.inner.has_focus() && is_remove_pressed(ui);
                    if !is_new && ui.add(remove).clicked() || pressed {
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
        // An empty paragraph keeps the numbers of those behind it; at the end it keeps none.
        let is_left_empty = if is_numbered { items.last().is_some_and(is_empty) } else { items.iter().any(is_empty) };
        answer.settles |= typed.settles;
        answer.takes_back |= typed.takes_back;
        if typed.settles && is_left_empty {
            if is_numbered {
                let kept = items.iter().rposition(|item| !is_empty(item)).map_or(0, |last| last + 1);
                items.truncate(kept);
            } else {
                items.retain(|item| !is_empty(item));
            }
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

/// The keys that take away the row in hand, as tooltips say them.
pub(super) const REMOVE_KEYS: &str = "Alt+Delete";

/// Whether they are pressed.
pub(super) fn is_remove_pressed(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(egui::Modifiers::ALT, egui::Key::Delete))
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
