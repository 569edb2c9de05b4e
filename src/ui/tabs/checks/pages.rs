//! A long list in pages: what is in sight is drawn, and all of it can be reached.

use std::collections::BTreeMap;
use std::ops::Range;

use egui::Ui;

use crate::model::count_text;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::Button;

/// How many entries a page has.
const PAGE: usize = 25;

/// Which page of each list is shown, by the list's name.
#[derive(Debug, Default)]
pub(super) struct Pages {
    first: BTreeMap<String, usize>,
}

impl Pages {
    /// The entries of the list that are shown, of so many.
    pub(super) fn shown(&self, list: &str, count: usize) -> Range<usize> {
        let first = self.first.get(list).copied().filter(|first| *first < count).unwrap_or(0);
        first..count.min(first + PAGE)
    }

    /// Turns to the page of an entry.
    pub(super) fn turn_to(&mut self, list: &str, entry: usize) {
        self.first.insert(list.to_owned(), entry - entry % PAGE);
    }

    /// Which page is shown and the buttons to the next ones, where there is more than one.
    pub(super) fn ui(&mut self, ui: &mut Ui, list: &str, count: usize) {
        if count <= PAGE {
            return;
        }
        let palette = theme::palette(ui);
        let shown = self.shown(list, count);
        ui.horizontal(|ui| {
            let words = format!("{}–{} of {}", count_text(shown.start + 1), count_text(shown.end), count_text(count));
            ui.label(Type::Small.text(words).color(palette.text2));
            let steps = [
                ("Previous", shown.start > 0, shown.start.saturating_sub(PAGE)),
                ("Next", shown.end < count, shown.end),
            ];
            for (words, is_there, first) in steps {
                let name = format!("{words}: {list}");
                if ui.add_enabled(is_there, Button::quiet(words).name(&name)).clicked() {
                    self.first.insert(list.to_owned(), first);
                }
            }
        });
    }
}
