//! Lists of any length in a form: some of the items are shown, and the way to the others.

use std::ops::Range;

use egui::{Id, Ui};

use crate::model::count_text;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::Link;

/// So many items of a list are shown at once: each is a control, which costs each frame its share.
const MOST: usize = 100;

/// Where a form remembers the first item shown of the list that stands here.
fn place_id(ui: &Ui) -> Id {
    ui.scope_id().with("first item shown")
}

/// The items of a list that are shown; all of a usual one.
pub(super) fn range(ui: &Ui, len: usize) -> Range<usize> {
    let first: usize = ui.data(|data| data.get_temp(place_id(ui))).unwrap_or(0);
    let first = if first < len { first - first % MOST } else { 0 };
    first..(first + MOST).min(len)
}

/// Shows the part of the list that stands here in which an item is.
pub(super) fn turn_to(ui: &Ui, item: usize) {
    let id = place_id(ui);
    ui.data_mut(|data| data.insert_temp(id, item));
}

/// Which items are shown of a long list, and the way to those before and behind.
pub(super) fn range_ui(ui: &mut Ui, name: &str, shown: &Range<usize>, len: usize) {
    if len <= MOST {
        return;
    }
    let words = format!("{}–{} of {}", count_text(shown.start + 1), count_text(shown.end), count_text(len));
    let turned = ui.horizontal(|ui| {
        ui.label(Type::Small.text(words).color(theme::palette(ui).text2));
        ui.add_space(size::S8);
        let steps = [
            ("First", 0, shown.start > 0),
            ("Previous", shown.start.saturating_sub(MOST), shown.start > 0),
            ("Next", shown.end, shown.end < len),
            ("Last", len - 1, shown.end < len),
        ];
        let mut turned = None;
        for (step, item, _) in steps.into_iter().filter(|(.., leads_on)| *leads_on) {
            if ui.add(Link::new(step).name(&format!("{step} of {name}"))).clicked() {
                turned = Some(item);
            }
        }
        turned
    });
    if let Some(item) = turned.inner {
        turn_to(ui, item);
    }
}
