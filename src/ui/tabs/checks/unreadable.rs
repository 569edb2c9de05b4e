//! Records that could not be read, with their text.

use egui::{Frame, Label, Margin, RichText, Ui};

use super::pages::Pages;
use crate::present::visible;
use crate::ui::Scene;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{self, severity_label};

/// How much of an unreadable record is shown, in characters.
const MOST_CHARS: usize = 2_000;
/// The list's name.
const LIST: &str = "what could not be read";

pub(super) fn ui(ui: &mut Ui, scene: &Scene, pages: &mut Pages) {
    let palette = theme::palette(ui);
    let unreadable = &scene.document.briefing.unreadable;
    for bad in unreadable.get(pages.shown(LIST, unreadable.len())).unwrap_or_default() {
        ui.add_space(size::S8);
        let frame =
            Frame::NONE.fill(palette.error_wash).corner_radius(size::RADIUS_CARD).inner_margin(Margin::same(12));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let title = format!("This {} could not be read, line {}", bad.kind.noun(), bad.line);
            severity_label(ui, widgets::Severity::Error, &title);
            ui.add(Label::new(Type::Body.text(visible(&bad.message)).color(palette.text)).wrap());
            let raw: String = bad.raw.chars().take(MOST_CHARS).collect();
            ui.add(Label::new(RichText::new(visible(&raw)).monospace().color(palette.text2)).wrap());
            ui.label(Type::Small.text("Its text is kept as it is; mend it in an editor").color(palette.text2));
        });
    }
    pages.ui(ui, LIST, unreadable.len());
}
