//! How many visits began when, under the lanes and on their time.

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Popup, Rangef, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use crate::analysis::count::{Bin, BinCount, BinUnit};
use crate::model::{AnyRecord, Key};
use crate::present::chart::{
    BinBox, Histogram, TimeScale, calendar_axis, count_words, histogram, unit_for, unsearched,
};
use crate::ui::theme::{self, Palette, Type, icons, size};
use crate::ui::widgets::hatch::{self, Pitch};
use crate::ui::widgets::{Button, Dropdown, MenuItem, count_text};
use crate::ui::{Request, Scene};

use super::State;
use super::layout::Regions;
use super::paint;

/// The row of words over the bars.
const HEAD: f32 = 36.0;
/// Under the bars.
const FOOT: f32 = 20.0;
/// No bars where there is less room.
const LEAST_HEIGHT: f32 = 60.0;
/// A card names so many visits.
const NAMED: usize = 8;
/// A list shows so many.
const LISTED: usize = 200;
/// The numbers over bars are left out where bars are narrower.
const NUMBER_WIDTH: f32 = 24.0;

/// Shows the histogram.
pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, regions: &Regions, scale: &TimeScale) {
    let unit = state.unit.unwrap_or_else(|| unit_for(scale));
    let below = regions.below;
    let head = Rect::from_min_size(below.min, vec2(below.width(), HEAD));
    let plot = Rect::from_min_max(
        pos2(regions.lanes.left(), head.bottom()),
        pos2(regions.lanes.right(), below.bottom() - FOOT),
    );
    let line = Stroke::new(size::LINE, theme::palette(ui).line);
    ui.painter().hline(below.x_range(), below.top() + 0.5, line);
    let window = mean_window(state, unit, scene);
    let mut head_ui = ui.new_child(UiBuilder::new().id_salt("histogram head").max_rect(head));
    head_ui.horizontal_centered(|ui| head_row_ui(ui, scene, state, unit, window));
    if plot.height() < LEAST_HEIGHT {
        return;
    }
    let as_of = state.lanes(scene).items.as_of;
    let bars = histogram(&state.tally(scene, unit).total, scale, window, as_of);
    let gaps = unsearched(&scene.document.briefing.header, scale);
    frame_ui(ui, &bars, scale, plot, as_of.map(|day| scale.x(f64::from(day.0) + 1.0)), &gaps);
    bars_ui(ui, scene, state, unit, &bars, plot);
}

/// How many bins the mean is over: a year, or less where there is less; five years where bins are years.
fn mean_window(state: &mut State, unit: BinUnit, scene: &Scene) -> u8 {
    let usual = match unit {
        BinUnit::Month => {
            let bins = &state.tally(scene, unit).total.bins;
            let long =
                bins.first().zip(bins.last()).is_some_and(|(first, last)| last.bin.number() - first.bin.number() >= 24);
            if long { 12 } else { 3 }
        }
        BinUnit::Quarter => 4,
        BinUnit::Year => 5,
    };
    match state.mean {
        Some(0) => 0,
        Some(window) if unit == BinUnit::Month => window,
        _ => usual,
    }
}

fn mean_words(unit: BinUnit, window: u8) -> String {
    match (unit, window) {
        (_, 0) => "no mean".to_owned(),
        (BinUnit::Month, window) => format!("{window}-month mean"),
        (BinUnit::Quarter, window) => format!("{}-month mean", window * 3),
        (BinUnit::Year, window) => format!("{window}-year mean"),
    }
}

fn head_row_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, unit: BinUnit, window: u8) {
    ui.spacing_mut().item_spacing.x = size::S12;
    let title = format!("Visits per {}", unit);
    Dropdown::new("", &title).show(ui, |ui| {
        if ui.add(MenuItem::new("By the zoom").checked(state.unit.is_none())).clicked() {
            state.unit = None;
        }
        for unit in BinUnit::ALL {
            if ui.add(MenuItem::new(&format!("By {}", unit)).checked(state.unit == Some(*unit))).clicked() {
                state.unit = Some(*unit);
            }
        }
    });
    let tally = &state.tally(scene, unit).total;
    let occurs = |part: fn(&BinCount) -> bool| tally.bins.iter().any(part);
    let keys = [
        ("certain", LegendKey::Certain, true),
        ("in doubt", LegendKey::Qualified, occurs(|bin| bin.qualified > 0)),
        ("possible, by days", LegendKey::Possible, occurs(|bin| bin.possible > bin.least())),
        ("at most", LegendKey::Whisker, occurs(|bin| bin.possible > bin.least())),
        ("not searched", LegendKey::Unsearched, !scene.document.briefing.header.coverage.is_empty()),
    ];
    for (words, key, _) in keys.into_iter().filter(|(_, _, occurs)| *occurs) {
        if ui.available_width() > 330.0 {
            legend_key(ui, words, key);
        }
    }
    let words = mean_words(unit, window);
    Dropdown::new("", &words).show(ui, |ui| {
        let choices: &[(&str, Option<u8>)] = match unit {
            BinUnit::Month => &[("3-month mean", Some(3)), ("6-month mean", Some(6)), ("12-month mean", Some(12))],
            BinUnit::Quarter => &[("12-month mean", None)],
            BinUnit::Year => &[("5-year mean", None)],
        };
        for (name, choice) in choices.iter().chain(&[("No mean", Some(0))]) {
            let is_chosen = window == choice.unwrap_or(window);
            if ui.add(MenuItem::new(name).checked(is_chosen)).clicked() {
                state.mean = *choice;
            }
        }
    });
    let undated = &state.tally(scene, unit).total.undated;
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| undated_ui(ui, scene, undated));
}

/// The kinds of ground in the legend.
#[derive(Clone, Copy)]
enum LegendKey {
    Certain,
    Qualified,
    Possible,
    Whisker,
    Unsearched,
}

fn legend_key(ui: &mut Ui, words: &str, key: LegendKey) {
    let palette = theme::palette(ui);
    let galley = Type::Body.galley(ui, words, palette.text2);
    let (rect, response) = ui.allocate_exact_size(vec2(20.0 + galley.size().x, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let swatch = Rect::from_center_size(pos2(rect.left() + 6.0, rect.center().y), vec2(12.0, 12.0));
    match key {
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
    let corner = pos2(rect.left() + 20.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(corner.round(), galley, palette.text2);
}

/// How many visits have no date to count by; a click lists them.
fn undated_ui(ui: &mut Ui, scene: &mut Scene, undated: &[Key]) {
    let count = count_text(undated.len());
    let name = format!("{count} undated visits: list them");
    let response = ui.add(Button::secondary("Undated").icon(icons::TRAY).detail(&count).name(&name));
    let response = response.on_hover_text("Visits whose start is open or may lie in more than twelve months");
    let heading = if undated.is_empty() { "Every visit has a date to count by" } else { "Not in any bin" };
    Popup::menu(&response).gap(size::S4).show(|ui| list_ui(ui, scene, heading, undated));
}

/// Visits, each of which a click selects.
pub(super) fn list_ui(ui: &mut Ui, scene: &mut Scene, heading: &str, keys: &[Key]) {
    let palette = theme::palette(ui);
    ui.set_min_width(320.0);
    ui.label(Type::SmallHead.text(heading).color(palette.text2));
    egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for key in keys.iter().take(LISTED) {
            let Some((title, date)) = words_of(scene, *key) else { continue };
            if ui.add(MenuItem::new(&title).detail(&date)).clicked() {
                scene.ask(Request::Select(*key));
            }
        }
        if keys.len() > LISTED {
            let more = format!("and {} more, in the table", count_text(keys.len() - LISTED));
            ui.label(Type::Small.text(more).color(palette.text3));
        }
    });
}

fn words_of(scene: &Scene, key: Key) -> Option<(String, String)> {
    let AnyRecord::Visit(visit) = scene.reader.record(key)? else { return None };
    let date = visit.when.as_ref().map_or_else(|| "no date".to_owned(), |when| when.display());
    let title = scene.reader.visit_title(&visit);
    Some((crate::present::visible(&title).into_owned(), crate::present::visible(&date).into_owned()))
}

/// The grid, the numbers at the left, and what nobody can know yet.
fn frame_ui(ui: &Ui, bars: &Histogram, scale: &TimeScale, plot: Rect, cut_off: Option<f32>, gaps: &[(f32, f32)]) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    if let Some(x) = cut_off {
        paint::wash_beyond(painter, palette, x, plot);
    }
    for (left, right) in gaps {
        let rect = Rect::from_x_y_ranges(Rangef::new(*left, *right), plot.y_range());
        let feather = 1.0 / painter.pixels_per_point();
        painter.add(hatch::hatch(rect, palette.line, Pitch::BAR, None, feather));
    }
    let (_, ticks) = calendar_axis(scale, |_| 0.0);
    paint::grid(&painter.with_clip_rect(plot), palette, &ticks, plot.y_range());
    for tick in &bars.ticks {
        let y = y_of(plot, bars.most, f64::from(*tick)).round() + 0.5;
        let colour = if *tick == 0 { palette.line_strong } else { palette.grid };
        painter.hline(plot.x_range(), y, Stroke::new(size::LINE, colour));
        let galley = Type::Small.galley(ui, count_text(*tick as usize), palette.text2);
        let at = Align2::RIGHT_CENTER.anchor_size(pos2(plot.left() - 10.0, y), galley.size());
        painter.galley(at.min.round(), galley, palette.text2);
    }
    if let Some(x) = cut_off.filter(|x| plot.x_range().contains(*x)) {
        paint::cut_off_line(painter, palette, x, plot.y_range());
    }
}

fn y_of(plot: Rect, most: f64, value: f64) -> f32 {
    plot.bottom() - (value / most) as f32 * plot.height()
}

fn bars_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, unit: BinUnit, bars: &Histogram, plot: Rect) {
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
        let response = ui.interact(column, ui.scope_id().with(("bin", bar.bin)), Sense::CLICK);
        let name = format!("{}: {}", bar.bin.label(), parts_words(&bar.count));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        bin_ui(scene, state, unit, bar, &response);
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
fn selected_bins(scene: &Scene, state: &mut State, unit: BinUnit) -> Option<(Bin, Bin)> {
    let lanes = state.lanes(scene);
    let (_, place) = lanes.place_of(scene.selected?)?;
    let bounds = lanes.items.items.get(place as usize)?.bounds;
    Some((Bin::of(bounds.start_earliest?, unit), Bin::of(bounds.start_latest?, unit)))
}

/// Hovering a bar names its visits; a click lists them.
fn bin_ui(scene: &mut Scene, state: &mut State, unit: BinUnit, bar: &BinBox, response: &Response) {
    if response.hovered() && !Popup::is_any_open(&response.ctx) {
        let members = state.tally(scene, unit).members(bar.bin);
        response.show_tooltip_ui(|ui| bin_card_ui(ui, scene, bar, &members));
    }
    let id = response.id.with("list");
    if response.clicked() || Popup::is_id_open(&response.ctx, id) {
        let members = state.tally(scene, unit).members(bar.bin);
        let heading = format!("{}: {}", bar.bin.label(), parts_words(&bar.count));
        Popup::menu(response).id(id).gap(size::S4).show(|ui| list_ui(ui, scene, &heading, &members));
    }
}

fn bin_card_ui(ui: &mut Ui, scene: &Scene, bar: &BinBox, members: &[Key]) {
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
    let undated = (bar.count.possible as usize).saturating_sub(members.len());
    if undated > 0 {
        let words = format!("and {} undated, which may lie here too", count_text(undated));
        ui.label(Type::Small.text(words).color(palette.text3));
    }
    if members.len() > NAMED {
        ui.label(Type::Small.text(format!("and {} more", count_text(members.len() - NAMED))).color(palette.text3));
    }
}

/// `1 certain, 0.9 expected, at most 2`.
pub(super) fn parts_words(count: &BinCount) -> String {
    let mut parts = Vec::new();
    if count.certain > 0 {
        parts.push(format!("{} certain", count.certain));
    }
    if count.qualified > 0 {
        parts.push(format!("{} by a date in doubt", count.qualified));
    }
    if count.possible > count.least() {
        parts.push(format!("{:.1} expected", count.expected));
        parts.push(format!("at most {}", count.possible));
    }
    parts.join(", ")
}

/// What a part of a bar says.
#[derive(Clone, Copy)]
enum Ground {
    Certain,
    Qualified,
    Possible,
}

/// The parts of a bar from the bottom, then the whisker; returns the top of all.
fn paint_bar(painter: &egui::Painter, palette: &Palette, bar: &BinBox, x: Rangef, plot: Rect, most: f64) -> f32 {
    let count = &bar.count;
    let certain = f64::from(count.certain);
    let least = f64::from(count.least());
    let levels = [
        (0.0, certain, Ground::Certain),
        (certain, least, Ground::Qualified),
        (least, count.expected, Ground::Possible),
    ];
    let mut top = plot.bottom();
    for (from, to, kind) in levels {
        if to - from < 1e-6 {
            continue;
        }
        let y = Rangef::new(y_of(plot, most, to), y_of(plot, most, from));
        ground(painter, palette, Rect::from_x_y_ranges(x, y), kind);
        top = y.min;
    }
    let most_y = y_of(plot, most, f64::from(count.possible));
    if most_y < top - 1.0 {
        whisker(painter, palette, x.center(), Rangef::new(most_y, top));
        top = most_y;
    }
    top
}

fn ground(painter: &egui::Painter, palette: &Palette, rect: Rect, kind: Ground) {
    match kind {
        Ground::Certain => {
            painter.rect_filled(rect, 0, palette.certain);
        }
        Ground::Qualified => {
            painter.rect_filled(rect, 0, palette.surface.lerp_to_gamma(palette.certain, 0.5));
            painter.rect_stroke(rect, 0, Stroke::new(size::LINE, palette.certain), StrokeKind::Inside);
        }
        Ground::Possible => {
            let feather = 1.0 / painter.pixels_per_point();
            let pitch = if rect.width() < 2.0 * size::S12 { Pitch::CELL } else { Pitch::BAR };
            painter.rect_filled(rect, 0, Palette::tint(palette.possible));
            painter.add(hatch::hatch(rect, palette.possible, pitch, None, feather));
            painter.rect_stroke(rect, 0, Stroke::new(size::LINE, palette.possible), StrokeKind::Inside);
        }
    }
}

fn whisker(painter: &egui::Painter, palette: &Palette, x: f32, y: Rangef) {
    let stroke = Stroke::new(size::WHISKER, palette.possible);
    painter.vline(x, y, stroke);
    painter.hline(Rangef::new(x - 5.0, x + 5.0), y.min, stroke);
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
