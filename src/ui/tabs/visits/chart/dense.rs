//! Lanes in which marks would merge: a cell for each bin, darker for more visits, hatched where all are only possible.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::emath::GuiRounding as _;
use egui::{
    Align2, Color32, CornerRadius, Galley, Mesh, Painter, Pos2, Rangef, Rect, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use crate::analysis::count::BinCount;
use crate::present::chart::{BinBox, ChartLayout, Density, TimeScale, bins_in_sight, count_words};
use crate::ui::Scene;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::hatch::{self, Pitch};

use super::histogram::{self, LegendKey};
use super::layout::Regions;
use super::{State, VIEW_SWITCH};

/// A cell so wide holds its number.
const NUMBER_WIDTH: f32 = 22.0;

/// What the colours of the cells say.
pub(super) fn legend_ui(ui: &mut Ui, scene: &Scene, state: &State) {
    let palette = theme::palette(ui);
    let unit = state.unit_in_sight;
    ui.label(
        Type::Body
            .text(format!("Visits a {}", unit.map_or_else(|| "bin".to_owned(), |unit| unit.to_string())))
            .color(palette.text2),
    );
    let cells = state.tally().density.words().into_iter().zip(palette.density.map(LegendKey::Filled));
    let has_several = scene.document.briefing.visits.len() > 1;
    let possible = has_several.then(|| ("only possible".to_owned(), LegendKey::Hatched(palette.possible)));
    let keys: Vec<_> = cells.chain(possible).collect();
    histogram::legend_ui(ui, &keys, VIEW_SWITCH);
}

/// Shows the cells of all lanes in sight, and a card over the one under the pointer.
pub(super) fn ui(ui: &mut Ui, state: &mut State, regions: &Regions, scale: &TimeScale, layout: &ChartLayout) {
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(regions.lanes.intersect(ui.clip_rect()));
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pos| regions.lanes.contains(*pos));
    let scroll = state.scroll;
    let unit = state.unit_drawn();
    let density = state.tally().density;
    state.unit_in_sight = Some(unit);
    let mut hovered = None;
    let mut strips = Strips::default();
    // Thousands of cells are named only where somebody listens.
    let is_read = ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some();
    for lane in layout.lanes_between(scroll, scroll + regions.lanes.height()) {
        let top = lane.top + regions.lanes.top() - scroll;
        let y = Rangef::new(top, top + lane.bottom - lane.top);
        let Some(counts) = state.tally().lanes.get(lane.lane) else { continue };
        let cell_y = Rangef::point(y.center()).expand(size::STRIP_CELL / 2.0);
        let cells = bins_in_sight(counts, scale);
        let label = state.lanes().lanes.get(lane.lane).map(|lane| lane.label.clone()).unwrap_or_default();
        for cell in cells {
            let right = (cell.right - size::STRIP_GAP).max(cell.left + 1.0);
            // Close by, a cell is many times as wide as the chart, and each line of its hatch is drawn.
            let rect = Rect::from_x_y_ranges(Rangef::new(cell.left, right), cell_y);
            let rect = rect.intersect(regions.lanes.expand2(vec2(2.0, f32::INFINITY)));
            strips.add(ui, density, rect, &cell.count);
            if is_read {
                let id = ui.scope_id().with(("cell", lane.lane, cell.bin));
                let response = ui.interact(rect, id, Sense::HOVER);
                let name = format!("{label}, {}: {}", cell.bin.label(), histogram::parts_words(&cell.count));
                response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &name));
            }
            if pointer.is_some_and(|pos| rect.expand(0.5).contains(pos)) {
                hovered = Some((lane.lane, rect, cell));
            }
        }
    }
    strips.paint(&painter);
    super::cut_off_line(ui, state, regions, scale, &[]);
    if let Some((lane, rect, cell)) = hovered {
        let edge = Stroke::new(size::LINE, palette.text);
        painter.rect_stroke(rect, CornerRadius::same(1), edge, StrokeKind::Outside);
        let name = state.lanes().lanes.get(lane).map(|lane| lane.label.clone()).unwrap_or_default();
        card_ui(ui, cell.bin.label(), &name, &cell);
    }
}

/// The cells of a frame: their grounds are one mesh, since there are thousands.
#[derive(Default)]
struct Strips {
    grounds: Mesh,
    hatches: Vec<Mesh>,
    numbers: Vec<(Pos2, Arc<Galley>, Color32)>,
}

impl Strips {
    fn add(&mut self, ui: &Ui, density: Density, rect: Rect, count: &BinCount) {
        let palette = theme::palette(ui);
        let Some(class) = density.class(count) else {
            let feather = 1.0 / ui.pixels_per_point();
            self.hatches.push(hatch::hatch(rect, palette.possible.gamma_multiply(0.7), Pitch::CELL, None, feather));
            return;
        };
        let colour = palette.density.get(class).copied().unwrap_or(palette.certain);
        self.grounds.add_colored_rect(rect.round_to_pixels(ui.pixels_per_point()), colour);
        if rect.width() >= NUMBER_WIDTH {
            // Dark text on the light classes, light text on the dark ones; the other way round in the dark theme.
            let is_strong = class >= 3;
            let on = if is_strong { palette.surface } else { palette.text };
            let galley = Type::Tiny.galley(ui, count_words(count), on);
            let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
            self.numbers.push((at.min.round(), galley, on));
        }
    }

    fn paint(self, painter: &Painter) {
        painter.add(self.grounds);
        painter.extend(self.hatches.into_iter().map(Shape::mesh));
        for (at, galley, colour) in self.numbers {
            painter.galley(at, galley, colour);
        }
    }
}

fn card_ui(ui: &Ui, bin: String, lane: &str, cell: &BinBox) {
    let palette = theme::palette(ui);
    egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), ui.scope_id().with("cell"), egui::PopupAnchor::Pointer)
        .gap(size::S12)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = size::S2;
            ui.label(Type::Active.text(format!("{lane}, {bin}: {}", count_words(&cell.count))).color(palette.text));
            ui.label(Type::Small.text(histogram::parts_words(&cell.count)).color(palette.text2));
        });
}
