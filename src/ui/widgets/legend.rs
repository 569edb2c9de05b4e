//! A legend in a bar: what there is room for, the rest in a list behind a button.

use egui::{Frame, ScrollArea, Ui};

use super::Dropdown;
use crate::model::count_text;
use crate::ui::theme::size;

/// The room for the button that leads to the rest.
const MORE: f32 = 72.0;
const MORE_HEIGHT: f32 = 320.0;

/// Shows the items in a row that leaves `kept` points free at its right end. `width_of` is the width that `item_ui` takes
/// for one; `of` says what they are.
pub fn legend_bar<T>(
    ui: &mut Ui,
    of: &str,
    items: &[T],
    kept: f32,
    width_of: impl Fn(&Ui, &T) -> f32,
    mut item_ui: impl FnMut(&mut Ui, &T),
) {
    let gap = ui.spacing().item_spacing.x;
    let room = ui.available_width() - kept;
    let fits = |room: f32| {
        let ends = items.iter().scan(0.0, |end, item| {
            *end += width_of(ui, item) + gap;
            Some(*end)
        });
        ends.take_while(|end| *end <= room).count()
    };
    let all = fits(room);
    let shown = if all == items.len() { all } else { fits(room - MORE) };
    let (shown, more) = items.split_at(shown);
    for item in shown {
        item_ui(ui, item);
    }
    if more.is_empty() {
        return;
    }
    let text = format!("{} more", count_text(more.len()));
    Dropdown::new("", &text).name(&format!("{text} {of}")).show(ui, |ui| {
        Frame::new().inner_margin(size::S8).show(ui, |ui| {
            ScrollArea::vertical().max_height(MORE_HEIGHT).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = size::S8;
                for item in more {
                    item_ui(ui, item);
                }
            });
        });
    });
}
