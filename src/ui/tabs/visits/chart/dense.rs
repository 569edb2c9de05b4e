//! Lanes in which marks would merge: a cell for each bin, darker for more visits, hatched where all are only possible.

use egui::accesskit::Role;
use egui::emath::GuiRounding as _;
use egui::{
    Align2, CornerRadius, Mesh, Rangef, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use crate::present::chart::colours::CELL_SIDES_FROM;
use crate::present::chart::{BinBox, ChartLayout, Density, TimeScale, bins_in_sight, count_words, parts_words};
use crate::ui::Scene;
use crate::ui::shared::hover_card::{card_at_pointer, may_show_card};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::hatch::{self, Pitch};

use super::layer::Canvas;
use super::layout::VIEW_SWITCH;
use super::legend::{LegendKey, legend_ui as keys_ui};
use super::model::State;
use super::period;

/// A cell so wide holds its number.
const NUMBER_WIDTH: f32 = 22.0;
/// From this class on, cells are so strong that their numbers are of the colour of the ground: light on dark, and the
/// other way round in the dark theme.
const STRONG_FROM: usize = 3;

/// What the colours of the cells say.
pub(super) fn legend_ui(ui: &mut Ui, scene: &Scene, state: &State) {
    let palette = theme::palette(ui);
    let unit = state.unit_in_sight;
    ui.label(
        Type::Body
            .text(format!("Visits a {}", unit.map_or_else(|| "bin".to_owned(), |unit| unit.to_string())))
            .color(palette.text2),
    );
    let cells =
        state.tally().density.words().into_iter().zip((0..).map(|class| LegendKey::Cell(palette.density_cell(class))));
    let has_several = scene.document.briefing.visits.len() > 1;
    let possible = has_several.then(|| ("only possible".to_owned(), LegendKey::Hatched(palette.possible)));
    let keys: Vec<_> = cells.chain(possible).collect();
    keys_ui(ui, &keys, VIEW_SWITCH);
}

/// A bin of a lane, where it was laid out.
pub(super) struct Cell {
    lane: usize,
    /// In points from the top of the lanes.
    rect: Rect,
    bin: BinBox,
}

/// The cells in sight of a layout that has no marks.
pub(super) fn cells(state: &State, layout: &ChartLayout, scale: &TimeScale, in_sight: Rangef) -> Vec<Cell> {
    let mut cells = Vec::new();
    if !layout.is_dense {
        return cells;
    }
    // Close by, a cell is many times as wide as the chart, and each line of its hatch is drawn.
    let cut = |x: f32| x.clamp(scale.left - 2.0, scale.right() + 2.0);
    for lane in layout.lanes_between(in_sight.min, in_sight.max) {
        let Some(counts) = state.tally().lanes.get(lane.lane) else { continue };
        let y = Rangef::point(f32::midpoint(lane.top, lane.bottom)).expand(size::STRIP_CELL / 2.0);
        cells.extend(bins_in_sight(counts, scale).into_iter().map(|bin| {
            let right = (bin.right - size::STRIP_GAP).max(bin.left + 1.0);
            let rect = Rect::from_x_y_ranges(Rangef::new(cut(bin.left), cut(right)), y);
            Cell { lane: lane.lane, rect, bin }
        }));
    }
    cells
}

/// The layer of the cells: their grounds are one mesh, since there are thousands.
pub(super) fn grounds(canvas: &mut Canvas, cells: &[Cell], density: Density) {
    let (down, palette, feather) = (canvas.down(), canvas.palette, canvas.feather());
    let pixels_per_point = canvas.ui.pixels_per_point();
    let mut mesh = Mesh::default();
    let mut hatches = Vec::new();
    for cell in cells {
        let rect = cell.rect.translate(vec2(0.0, down));
        match density.class(&cell.bin.count) {
            Some(class) => {
                let (within, edge) = palette.density_cell(class);
                let rect = rect.round_to_pixels(pixels_per_point);
                mesh.add_colored_rect(rect, edge);
                if within != edge {
                    mesh.add_colored_rect(rect.shrink2(edge_of(rect)), within);
                }
            }
            None => {
                let colour = palette.possible.gamma_multiply(theme::HATCHED_CELL);
                hatches.push(Shape::mesh(hatch::hatch(rect, colour, Pitch::CELL, None, feather)));
            }
        }
    }
    canvas.add(mesh);
    canvas.extend(hatches);
}

/// How wide the edge of a cell is; a narrow one has none at its sides, where it would leave nothing of the cell.
fn edge_of(cell: Rect) -> Vec2 {
    vec2(if cell.width() < CELL_SIDES_FROM { 0.0 } else { size::LINE }, size::LINE)
}

/// The layer of the numbers. A line at `line` passes behind them.
pub(super) fn numbers(canvas: &mut Canvas, cells: &[Cell], density: Density, line: Option<f32>) {
    let (down, palette) = (canvas.down(), canvas.palette);
    for cell in cells.iter().filter(|cell| cell.rect.width() >= NUMBER_WIDTH) {
        let Some(class) = density.class(&cell.bin.count) else { continue };
        let on = if class >= STRONG_FROM { palette.surface } else { palette.text };
        let galley = Type::Tiny.galley(canvas.ui, count_words(&cell.bin.count), on);
        let centre = cell.rect.center() + vec2(0.0, down);
        let at = Align2::CENTER_CENTER.anchor_size(centre, galley.size());
        let ground = at.expand2(vec2(size::S2, 0.0));
        if line.is_some_and(|x| ground.x_range().contains(x)) {
            canvas.fill(ground, 0, palette.density_cell(class).0);
        }
        canvas.words(at.min, galley, on);
    }
}

/// Names the cells for a screen reader, and shows a card over the one under the pointer; a click on the `plot` selects
/// the cell there.
pub(super) fn cells_ui(
    ui: &Ui,
    scene: &mut Scene,
    state: &State,
    cells: &[Cell],
    plot: &Response,
    (frame, down): (Rect, f32),
) {
    let lane_of = |cell: &Cell| state.lanes().lanes.get(cell.lane).map(|lane| lane.label.clone()).unwrap_or_default();
    // Thousands of cells are named only where somebody listens.
    if ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some() {
        for cell in cells {
            let id = ui.scope_id().with(("cell", cell.lane, cell.bin.bin));
            let response = ui.interact(cell.rect.translate(vec2(0.0, down)), id, Sense::CLICK);
            let parts = parts_words(&cell.bin.count);
            let name = format!("{}, {}: {parts}", lane_of(cell), cell.bin.bin.label());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &name));
            if response.clicked() {
                period::select(scene, state, cell.bin.bin, Some(cell.lane));
            }
        }
    }
    let painter = ui.painter().with_clip_rect(frame.expand(size::S2));
    let is_selected =
        |cell: &&Cell| period::shown_in(scene, state, Some(cell.lane)).is_some_and(|period| period.bin == cell.bin.bin);
    for cell in cells.iter().filter(is_selected) {
        let stroke = Stroke::new(size::FOCUS, theme::palette(ui).accent);
        let rect = cell.rect.translate(vec2(0.0, down));
        painter.rect_stroke(rect, CornerRadius::same(2), stroke, StrokeKind::Outside);
    }
    // Under a dialog, a menu or the search there is no card.
    let is_free = may_show_card(ui.ctx())
        && ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
        && ui.rect_contains_pointer(frame);
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| is_free);
    let Some(pointer) = pointer.map(|pos| pos - vec2(0.0, down)) else { return };
    if let Some(cell) = cells.iter().find(|cell| cell.rect.expand(0.5).contains(pointer)) {
        let edge = Stroke::new(size::LINE, theme::palette(ui).text);
        let rect = cell.rect.translate(vec2(0.0, down));
        let painter = ui.painter().with_clip_rect(frame);
        painter.rect_stroke(rect, CornerRadius::same(1), edge, StrokeKind::Outside);
        if plot.clicked() {
            period::select(scene, state, cell.bin.bin, Some(cell.lane));
        }
        let id = ui.scope_id().with("cell");
        card_at_pointer(ui, scene.covered_from, id, |ui| card_ui(ui, &lane_of(cell), &cell.bin));
    }
}

fn card_ui(ui: &mut Ui, lane: &str, bin: &BinBox) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = size::S2;
    let head = format!("{lane}, {}: {}", bin.bin.label(), count_words(&bin.count));
    ui.label(Type::Active.text(head).color(palette.text));
    ui.label(Type::Small.text(parts_words(&bin.count)).color(palette.text2));
}
