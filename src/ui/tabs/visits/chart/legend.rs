//! What the grounds of the histogram and the cells of dense lanes say, as words beside a swatch.

use egui::accesskit::Role;
use egui::{Color32, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::hatch::{self, Pitch};
use crate::ui::widgets::{CountFill, count_fill, feather_of, legend_bar, whisker};

/// The kinds of swatch in a legend.
#[derive(Clone, Copy)]
pub(super) enum LegendKey {
    Certain,
    Qualified,
    Possible,
    Whisker,
    Hatched(Color32),
    /// A cell of dense lanes: within, and its edge.
    Cell((Color32, Color32)),
    Filled(Color32),
    /// So light that its edge is drawn.
    Fill(Color32),
}

/// A swatch and the space behind it.
const SWATCH_ROOM: f32 = 20.0;

/// The keys with their words in a row that leaves `kept` points free at its right end.
pub(super) fn legend_ui(ui: &mut Ui, keys: &[(String, LegendKey)], kept: f32) {
    let text_width = |ui: &Ui, words: &str| Type::Body.galley(ui, words, theme::palette(ui).text2).size().x;
    let width_of = |ui: &Ui, (words, _): &(String, LegendKey)| SWATCH_ROOM + text_width(ui, words);
    legend_bar(ui, "in the legend of marks", keys, kept, width_of, |ui, (words, key)| key_ui(ui, words, *key));
}

/// A swatch and its words.
fn key_ui(ui: &mut Ui, words: &str, key: LegendKey) {
    let palette = theme::palette(ui);
    let galley = Type::Body.galley(ui, words, palette.text2);
    let (rect, response) = ui.allocate_exact_size(vec2(SWATCH_ROOM + galley.size().x, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let swatch = Rect::from_center_size(pos2(rect.left() + 6.0, rect.center().y), vec2(12.0, 12.0));
    let painter = ui.painter();
    let feather = feather_of(painter);
    match key {
        LegendKey::Filled(colour) => {
            painter.rect_filled(swatch, 0, colour);
        }
        LegendKey::Cell((within, edge)) => {
            painter.rect(swatch, 0, within, Stroke::new(size::LINE, edge), StrokeKind::Inside);
        }
        LegendKey::Fill(colour) => {
            let edge = Stroke::new(size::LINE, palette.line_strong);
            painter.rect(swatch, 0, colour, edge, StrokeKind::Inside);
        }
        LegendKey::Certain => painter.extend(count_fill(palette, swatch, CountFill::Certain, feather)),
        LegendKey::Qualified => painter.extend(count_fill(palette, swatch, CountFill::Qualified, feather)),
        LegendKey::Possible => painter.extend(count_fill(palette, swatch, CountFill::Possible, feather)),
        LegendKey::Hatched(colour) => {
            painter.add(hatch::hatch(swatch, colour, Pitch::CELL, None, feather));
        }
        LegendKey::Whisker => painter.extend(whisker(palette, swatch.center().x, swatch.y_range())),
    }
    let corner = pos2(rect.left() + SWATCH_ROOM, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(corner.round(), galley, palette.text2);
}
