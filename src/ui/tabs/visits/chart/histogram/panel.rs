//! One set of bars over time, with its grid and numbers.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Popup, Rangef, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::ground::paint_bar;
use super::{State, list_ui, words_of};
use crate::analysis::count::{Bin, BinCount, BinUnit};
use crate::model::{Key, count_text, share_text};
use crate::present::chart::{BinBox, Histogram, TimeScale, calendar_axis, count_words};
use crate::ui::Scene;
use crate::ui::tabs::visits::chart::model::BinMembers;
use crate::ui::tabs::visits::chart::paint;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::hatch::{self, Pitch};

/// A card names so many visits.
const NAMED: usize = 8;
/// The numbers over bars are left out where bars are narrower.
const NUMBER_WIDTH: f32 = 24.0;

/// The axis of visits.
pub(super) struct Upwards<'a> {
    /// The number at the top.
    pub(super) most: f64,
    /// The numbers on it.
    pub(super) ticks: &'a [u32],
}

/// What lies behind the bars.
pub(super) struct Backdrop {
    /// The cut-off.
    pub(super) cut_off: Option<f32>,
    /// The time that nobody searched.
    pub(super) gaps: Vec<(f32, f32)>,
}

/// The grid, the numbers at the left, and what nobody can know yet.
pub(super) fn frame_ui(ui: &Ui, upwards: &Upwards, scale: &TimeScale, plot: Rect, ground: &Backdrop) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    if let Some(x) = ground.cut_off {
        paint::wash_beyond(painter, palette, x, plot);
    }
    for (left, right) in &ground.gaps {
        let rect = Rect::from_x_y_ranges(Rangef::new(*left, *right), plot.y_range());
        let feather = 1.0 / painter.pixels_per_point();
        painter.add(hatch::hatch(rect, palette.line, Pitch::BAR, None, feather));
    }
    let (_, ticks) = calendar_axis(scale, |_| 0.0);
    paint::grid(&painter.with_clip_rect(plot), palette, &ticks, plot.y_range());
    for tick in upwards.ticks {
        let y = y_of(plot, upwards.most, f64::from(*tick)).round() + 0.5;
        let colour = if *tick == 0 { palette.line_strong } else { palette.grid };
        painter.hline(plot.x_range(), y, Stroke::new(size::LINE, colour));
        let galley = Type::Small.galley(ui, count_text(*tick as usize), palette.text2);
        let at = Align2::RIGHT_CENTER.anchor_size(pos2(plot.left() - 10.0, y), galley.size());
        painter.galley(at.min.round(), galley, palette.text2);
    }
    if let Some(x) = ground.cut_off.filter(|x| plot.x_range().contains(*x)) {
        paint::cut_off_line(painter, palette, x, plot.y_range());
    }
}

/// The height of a number of visits.
pub(super) fn y_of(plot: Rect, most: f64, value: f64) -> f32 {
    plot.bottom() - (value / most) as f32 * plot.height()
}

/// Shows the bars of all lanes, or of one; a click on one lists its visits.
pub(super) fn bars_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    unit: BinUnit,
    bars: &Histogram,
    plot: Rect,
    lane: Option<usize>,
) {
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(plot.expand2(vec2(0.0, 18.0)).intersect(ui.clip_rect()));
    let selected_bin = selected_bins(scene, state, unit);
    let wide = bars.bars.first().map_or(0.0, |bar| bar.right - bar.left);
    let mut numbers = Vec::new();
    for bar in &bars.bars {
        let left = bar.left.max(plot.left());
        let right = bar.right.min(plot.right());
        if left >= right {
            continue;
        }
        let x = Rangef::new(left, right);
        let top = paint_bar(&painter, palette, bar, x, plot, bars.most);
        let outer = Rect::from_x_y_ranges(x, Rangef::new(top.min(plot.bottom() - 4.0), plot.bottom()));
        if wide >= NUMBER_WIDTH {
            numbers.push((pos2(x.center(), top - size::S4), count_words(&bar.count)));
        }
        if selected_bin.is_some_and(|(from, to)| (from..=to).contains(&bar.bin)) {
            let ring = Stroke::new(size::FOCUS, palette.accent);
            painter.rect_stroke(outer.expand(2.0), CornerRadius::same(3), ring, StrokeKind::Outside);
        }
        let column = Rect::from_x_y_ranges(x, plot.y_range());
        let response = ui.interact(column, ui.scope_id().with(("bin", lane, bar.bin)), Sense::CLICK);
        let of_lane = lane.and_then(|lane| state.lanes().lanes.get(lane)).map(|lane| format!("{}, ", lane.label));
        let name = format!("{}{}: {}", of_lane.unwrap_or_default(), bar.bin.label(), parts_words(&bar.count));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        bin_ui(scene, state, bar, lane, &response);
    }
    mean_line(ui, bars, plot);
    for (at, words) in numbers {
        // The numbers come last, on a ground of their own, so that no line runs through them.
        let galley = Type::SmallHead.galley(ui, words, palette.text);
        let at = Align2::CENTER_BOTTOM.anchor_size(at, galley.size());
        painter.rect_filled(at, 0, palette.surface.gamma_multiply(0.85));
        painter.galley(at.min.round(), galley, palette.text);
    }
}

/// The bins in which the selected visit may have begun.
fn selected_bins(scene: &Scene, state: &State, unit: BinUnit) -> Option<(Bin, Bin)> {
    let lanes = state.lanes();
    let (_, place) = lanes.place_of(scene.selected?)?;
    let bounds = lanes.items.items.get(place as usize)?.bounds;
    Some((Bin::of(bounds.start_earliest?, unit), Bin::of(bounds.start_latest?, unit)))
}

/// Hovering a bar names its visits; a click lists them.
fn bin_ui(scene: &mut Scene, state: &mut State, bar: &BinBox, lane: Option<usize>, response: &Response) {
    let id = response.id.with("list");
    let has_list = response.clicked() || Popup::is_id_open(&response.ctx, id);
    let has_card = response.hovered() && !Popup::is_any_open(&response.ctx);
    if !has_list && !has_card {
        return;
    }
    let mut kept = std::mem::take(&mut state.members);
    let key = (state.grouped().key, bar.bin, lane);
    let members = kept.get(key, || members_of(state, bar.bin, lane));
    if has_card {
        response.show_tooltip_ui(|ui| bin_card_ui(ui, scene, bar, members));
    }
    if has_list {
        let heading = format!("{}: {}", bar.bin.label(), parts_words(&bar.count));
        Popup::menu(response).id(id).gap(size::S4).show(|ui| list_ui(ui, scene, &heading, &members.dated));
    }
    state.members = kept;
}

/// The visits of a bin, of all lanes or of one.
fn members_of(state: &State, bin: Bin, lane: Option<usize>) -> BinMembers {
    let tally = state.tally();
    // Over one lane, the undated of the others say nothing.
    let undated = if lane.is_none() { tally.undated_in(bin) } else { 0 };
    let mut members = tally.members(bin);
    let lanes = state.lanes();
    if let Some(lane) = lane.and_then(|lane| lanes.lanes.get(lane)) {
        let own: BTreeSet<Key> =
            lane.items.iter().filter_map(|place| lanes.items.items.get(*place as usize)).map(|item| item.key).collect();
        members.retain(|key| own.contains(key));
    }
    BinMembers { dated: members, undated }
}

fn bin_card_ui(ui: &mut Ui, scene: &Scene, bar: &BinBox, BinMembers { dated: members, undated }: &BinMembers) {
    let undated = *undated;
    let palette = theme::palette(ui);
    ui.set_max_width(340.0);
    ui.spacing_mut().item_spacing.y = size::S2;
    ui.label(Type::Active.text(bar.bin.label()).color(palette.text));
    ui.label(Type::Small.text(parts_words(&bar.count)).color(palette.text2));
    for key in members.iter().take(NAMED) {
        if let Some((title, date)) = words_of(scene, *key) {
            ui.label(Type::Body.text(format!("{title} · {date}")).color(palette.text));
        }
    }
    if members.len() > NAMED {
        ui.label(Type::Small.text(format!("and {} more", count_text(members.len() - NAMED))).color(palette.text3));
    }
    if undated > 0 {
        let most = count_text(bar.count.possible as usize + undated);
        let words = format!("{} undated may lie here too: possible {most}", count_text(undated));
        ui.label(Type::Small.text(words).color(palette.text3));
    }
}

/// `1 certain, 0.9 expected, at most 2`.
pub(in crate::ui::tabs::visits::chart) fn parts_words(count: &BinCount) -> String {
    let mut parts = Vec::new();
    let number = |count: u32| count_text(count as usize);
    if count.certain > 0 {
        parts.push(format!("{} certain", number(count.certain)));
    }
    if count.qualified > 0 {
        parts.push(format!("{} by a date in doubt", number(count.qualified)));
    }
    if count.possible > count.least() {
        parts.push(format!("{} expected", share_text(count.expected)));
        parts.push(format!("at most {}", number(count.possible)));
    }
    parts.join(", ")
}

/// The rolling mean, with a halo so that it is read over bars.
fn mean_line(ui: &Ui, bars: &Histogram, plot: Rect) {
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(plot.expand2(vec2(0.0, size::S4)));
    let points: Vec<_> = bars.mean.iter().map(|(x, value)| pos2(*x, y_of(plot, bars.most, *value))).collect();
    painter.add(Shape::line(points.clone(), Stroke::new(size::MEAN_HALO, palette.surface)));
    painter.add(Shape::line(points.clone(), Stroke::new(size::MEAN_LINE, palette.mean)));
    if points.len() <= 24 {
        for point in points {
            painter.circle(point, 3.0, palette.mean, Stroke::new(size::LINE, palette.surface));
        }
    }
}
