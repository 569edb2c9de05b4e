//! What the grounds of the histogram say, as words beside a swatch.

use egui::accesskit::Role;
use egui::{Color32, Rangef, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::ground::{Ground, ground, whisker};
use crate::ui::theme::{self, Type};
use crate::ui::widgets::hatch::{self, Pitch};

/// The kinds of ground in the legend.
#[derive(Clone, Copy)]
pub(super) enum LegendKey {
    Certain,
    Qualified,
    Possible,
    Whisker,
    Unsearched,
    Lane(Color32),
}

/// A swatch and the space behind it.
const SWATCH_ROOM: f32 = 20.0;

/// The width of a key with its words.
pub(super) fn legend_key_width(ui: &Ui, words: &str) -> f32 {
    SWATCH_ROOM + Type::Body.galley(ui, words, theme::palette(ui).text2).size().x
}

/// A swatch and its words.
pub(super) fn legend_key(ui: &mut Ui, words: &str, key: LegendKey) {
    let palette = theme::palette(ui);
    let galley = Type::Body.galley(ui, words, palette.text2);
    let (rect, response) = ui.allocate_exact_size(vec2(SWATCH_ROOM + galley.size().x, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let swatch = Rect::from_center_size(pos2(rect.left() + 6.0, rect.center().y), vec2(12.0, 12.0));
    match key {
        LegendKey::Lane(colour) => {
            ui.painter().rect_filled(swatch, 0, colour);
        }
        LegendKey::Certain => ground(ui.painter(), palette, swatch, Ground::Certain),
        LegendKey::Qualified => ground(ui.painter(), palette, swatch, Ground::Qualified),
        LegendKey::Possible => ground(ui.painter(), palette, swatch, Ground::Possible),
        LegendKey::Unsearched => {
            let feather = 1.0 / ui.painter().pixels_per_point();
            ui.painter().add(hatch::hatch(swatch, palette.line_strong, Pitch::CELL, None, feather));
        }
        LegendKey::Whisker => {
            whisker(ui.painter(), palette, swatch.center().x, Rangef::new(swatch.top(), swatch.bottom()))
        }
    }
    let corner = pos2(rect.left() + SWATCH_ROOM, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(corner.round(), galley, palette.text2);
}
