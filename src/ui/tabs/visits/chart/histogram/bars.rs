//! One set of bars over time, with its grid and numbers.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rangef, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{Line, PlotPoints, PlotTransform, PlotUi, Points, Span};

use super::super::fill;
use super::super::layer::Layer;
use super::super::list::words_of;
use super::super::model::{BinMembers, State};
use super::super::panel::{Panel, Upwards, beyond, cut_off_line};
use super::super::period;
use crate::analysis::count::{Bin, BinUnit};
use crate::model::{Day, Key, count_text};
use crate::present::chart::{AxisTick, BinBox, Histogram, TimeScale, count_words, parts_words};
use crate::ui::Scene;
use crate::ui::shared::hover_card::hover_card;
use crate::ui::theme::{self, Palette, Type, size};

/// What time is called that nobody searched.
pub(super) const NOT_SEARCHED: &str = "not searched";
/// A card names so many visits.
const NAMED: usize = 8;
/// The numbers over bars are left out where bars are narrower.
const NUMBER_WIDTH: f32 = 24.0;
/// A mean of more points is a line without dots.
const MOST_DOTS: usize = 8;
const DOT: f32 = 3.0;
/// Numbers may stand so far above the panel.
const ABOVE: f32 = 18.0;

/// The axis of visits.
pub(super) struct Axis<'a> {
    /// The number at the top.
    pub(super) most: f64,
    /// The numbers on it.
    pub(super) ticks: &'a [u32],
}

/// The time of all panels, and what lies behind their bars.
pub(super) struct Backdrop<'a> {
    pub(super) scale: &'a TimeScale,
    pub(super) ticks: &'a [AxisTick],
    /// The cut-off.
    pub(super) cut_off: Option<Day>,
    /// The time that nobody searched, in points.
    pub(super) gaps: Vec<(f32, f32)>,
}

impl Backdrop<'_> {
    /// A panel with its grid, the numbers at its left, and what nobody can know or has looked for; `build` adds the rest.
    pub(super) fn show<'a>(
        &'a self,
        ui: &mut Ui,
        name: String,
        axis: &Axis<'_>,
        rect: Rect,
        build: impl FnOnce(&mut PlotUi<'a>) + 'a,
    ) -> PlotTransform {
        let palette = theme::palette(ui);
        let span = |from: f64, to: f64| Span::new("", from..=to).fill(palette.beyond);
        let gaps: Vec<Span> =
            self.gaps.iter().map(|(left, right)| span(self.scale.day_at(*left), self.scale.day_at(*right))).collect();
        let cut_off = self.cut_off.map(|day| (beyond(ui, day), cut_off_line(ui, day, self.scale)));
        let lines = axis.ticks.iter().copied().filter(|tick| *tick > 0).map(f64::from).collect();
        let panel = Panel {
            name,
            rect,
            scale: self.scale,
            ticks: self.ticks,
            upwards: Upwards::Visits { most: axis.most, lines },
            edge: None,
            sense: Sense::hover(),
        };
        let shown = panel.show(ui, move |plot| {
            for gap in gaps {
                plot.add(gap);
            }
            let (wash, line) = cut_off.unzip();
            if let Some(wash) = wash {
                plot.add(wash);
            }
            if let Some(line) = line {
                plot.vline(line);
            }
            build(plot);
        });
        let base = Stroke::new(size::LINE, palette.line_strong);
        ui.painter().hline(rect.x_range(), rect.bottom().round() + 0.5, base);
        let transform = shown.transform;
        self.gap_words_ui(ui, rect);
        for tick in axis.ticks {
            let y = transform.position_from_point_y(f64::from(*tick));
            let galley = Type::Small.galley(ui, count_text(*tick as usize), palette.text2);
            let at = Align2::RIGHT_CENTER.anchor_size(pos2(rect.left() - 10.0, y), galley.size());
            ui.painter().galley(at.min.round(), galley, palette.text2);
        }
        transform
    }

    /// Time that nobody searched says so, where there is room.
    fn gap_words_ui(&self, ui: &Ui, rect: Rect) {
        let colour = theme::palette(ui).text3;
        for (left, right) in &self.gaps {
            let words = Type::Tiny.galley(ui, NOT_SEARCHED, colour);
            if right - left > words.size().x + size::S8 {
                let corner = pos2(f32::midpoint(*left, *right) - words.size().x / 2.0, rect.top() + size::S4);
                ui.painter().galley(corner.round(), words, colour);
            }
        }
    }
}

/// Shows the bars of all lanes, or of one; a click on one selects its stretch of time.
#[expect(clippy::too_many_arguments, reason = "what is shown, how it is counted and where it stands")]
pub(super) fn bars_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    unit: BinUnit,
    bars: &Histogram,
    backdrop: &Backdrop<'_>,
    rect: Rect,
    lane: Option<usize>,
) {
    let palette = theme::palette(ui);
    let name = format!("histogram {lane:?}");
    let axis = Axis { most: bars.most, ticks: &bars.ticks };
    let mean = mean_of(palette, bars, backdrop.scale);
    let in_sight = bars.bars.iter().filter_map(|bar| {
        let x = Rangef::new(bar.left.max(rect.left()), bar.right.min(rect.right()));
        (x.min < x.max).then_some((bar, x))
    });
    let in_sight: Vec<(&BinBox, Rangef)> = in_sight.collect();
    let drawn = &in_sight;
    let transform = backdrop.show(ui, name, &axis, rect, move |plot| {
        plot.add(Layer::new("bars", |canvas| drawn.iter().for_each(|(bar, x)| fill::bar(canvas, bar, *x))));
        let (lines, dots) = mean;
        for line in lines {
            plot.line(line);
        }
        for dots in dots {
            plot.points(dots);
        }
    });
    numbers_ui(ui, &in_sight, bars, &transform);
    let selected_bin = selected_bins(scene, state, unit);
    let period = period::shown_in(scene, state, lane);
    if let Some(x) = period.and_then(|period| period::across(period, backdrop.scale)) {
        period::ring(ui, Rect::from_x_y_ranges(x, rect.y_range()));
    }
    for (bar, x) in in_sight {
        let column = Rect::from_x_y_ranges(x, rect.y_range());
        if selected_bin.is_some_and(|(from, to)| (from..=to).contains(&bar.bin)) {
            let outer = column.with_min_y(top_of(bar, &transform).min(rect.bottom() - size::S4));
            let ring = Stroke::new(size::FOCUS, palette.accent);
            ui.painter().rect_stroke(outer.expand(2.0), CornerRadius::same(3), ring, StrokeKind::Outside);
        }
        let response = ui.interact(column, ui.scope_id().with(("bin", lane, bar.bin)), Sense::CLICK);
        let of_lane = lane.and_then(|lane| state.lanes().lanes.get(lane)).map(|lane| format!("{}, ", lane.label));
        let name = format!("{}{}: {}", of_lane.unwrap_or_default(), bar.bin.label(), parts_words(&bar.count));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        bin_ui(ui, scene, state, bar, lane, &response);
    }
}

/// The height in the window up to which a bar reaches, its whisker included.
fn top_of(bar: &BinBox, transform: &PlotTransform) -> f32 {
    let least = f64::from(bar.count.least());
    transform.position_from_point_y(bar.count.expected.max(least).max(f64::from(bar.count.possible)))
}

/// The numbers over the bars, on a ground of their own, so that no line runs through them.
fn numbers_ui(ui: &Ui, bars: &[(&BinBox, Rangef)], histogram: &Histogram, transform: &PlotTransform) {
    if histogram.bars.first().is_none_or(|bar| bar.right - bar.left < NUMBER_WIDTH) {
        return;
    }
    let palette = theme::palette(ui);
    let above = transform.frame().expand2(vec2(0.0, ABOVE));
    let painter = ui.painter().with_clip_rect(above.intersect(ui.clip_rect()));
    for (bar, x) in bars {
        let galley = Type::SmallHead.galley(ui, count_words(&bar.count), palette.text);
        let foot = pos2(x.center(), top_of(bar, transform) - size::S4);
        let at = Align2::CENTER_BOTTOM.anchor_size(foot, galley.size());
        painter.rect_filled(at.expand2(vec2(size::S2, 0.0)), 0, palette.surface);
        painter.galley(at.min.round(), galley, palette.text);
    }
}

/// The rolling mean as a line with a halo, so that it is read over bars, and as dots where they are few.
fn mean_of<'a>(palette: &Palette, bars: &Histogram, scale: &TimeScale) -> (Vec<Line<'a>>, Vec<Points<'a>>) {
    let points = || -> PlotPoints<'a> { bars.mean.iter().map(|(x, value)| [scale.day_at(*x), *value]).collect() };
    let strokes = [(size::MEAN_HALO, palette.surface), (size::MEAN_LINE, palette.mean)];
    let line = |(width, colour)| Line::new("mean", points()).stroke(Stroke::new(width, colour)).allow_hover(false);
    let dots = |(radius, colour)| Points::new("mean", points()).radius(radius).color(colour).allow_hover(false);
    let are_few = bars.mean.len() <= MOST_DOTS;
    let shown = [(DOT + 1.0, palette.surface), (DOT, palette.mean)].into_iter().filter(|_| are_few).map(dots);
    (strokes.into_iter().map(line).collect(), shown.collect())
}

/// The bins in which the selected visit may have begun.
fn selected_bins(scene: &Scene, state: &State, unit: BinUnit) -> Option<(Bin, Bin)> {
    let lanes = state.lanes();
    let (_, place) = lanes.place_of(scene.selected?)?;
    let bounds = lanes.items.items.get(place as usize)?.bounds;
    Some((Bin::of(bounds.start_earliest?, unit), Bin::of(bounds.start_latest?, unit)))
}

/// Hovering a bar names its visits; a click selects it.
fn bin_ui(ui: &Ui, scene: &mut Scene, state: &mut State, bar: &BinBox, lane: Option<usize>, response: &Response) {
    if response.clicked() {
        period::select(scene, state, bar.bin, lane);
    }
    if !response.hovered() {
        return;
    }
    let mut kept = std::mem::take(&mut state.members);
    let key = (state.grouped().key, bar.bin, lane);
    let members = kept.get(key, || members_of(state, bar.bin, lane));
    hover_card(ui, scene, response, |ui| bin_card_ui(ui, scene, bar, members));
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
