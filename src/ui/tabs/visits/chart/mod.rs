//! The chart of visits in time: lanes of marks over a calendar. Wiring; what it shows is in `model`, where in
//! `layout` (and for the marks in [`crate::present::chart`]), how in `paint`, hand and keyboard in `input`.
//!
//! The lanes are painted straight from the layout of marks that a picture in a file is drawn from. A plotting
//! widget would bring axes, bounds and hit tests of its own that a file has not, and redraw every item it is given.

mod card;
mod dense;
mod drawn;
mod heads;
mod histogram;
mod input;
mod layout;
mod model;
mod paint;
mod range;
mod sentences;

use egui::accesskit::Role;
use egui::{Rangef, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Day, RecordKind, count_text, display_day};
use crate::present::chart::{
    ChartLayout, ColourBy, LabelStyle, LaneBy, LaneSort, Look, Mark, Space, TimeScale, beside_labels, calendar_axis,
    range_words, unit_for,
};
use crate::store;
use crate::ui::shared::empty_state::working_ui;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{
    Dropdown, Link, MenuItem, channel_label, channel_label_width, legend_bar, vertical_separator,
};
use crate::ui::{Request, Scene};

use layout::Regions;
use model::LaidOut;
pub(super) use model::State;

use crate::ui::shared::channel;

/// The controls over the chart: what lanes have in common, and what the colours say.
pub(super) fn bar_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    Dropdown::new("Lanes by", state.by.label()).show(ui, |ui| {
        for by in LaneBy::ALL {
            if ui.add(MenuItem::new(by.label()).checked(*by == state.by)).clicked() {
                state.by = *by;
                state.scroll = 0.0;
            }
        }
    });
    if !state.hidden.is_empty() {
        let words = format!("Show {} hidden", count_text(state.hidden.len()));
        if ui.add(Link::new(&words).name("Show the hidden lanes")).clicked() {
            state.hidden.clear();
        }
    }
    Dropdown::new("Sort by", state.sort.label()).show(ui, |ui| {
        for sort in LaneSort::ALL {
            if ui.add(MenuItem::new(sort.label()).checked(*sort == state.sort)).clicked() {
                state.sort = *sort;
            }
        }
    });
    vertical_separator(ui);
    if state.is_dense {
        dense::legend_ui(ui, scene, state);
    } else {
        colour_by_ui(ui, state);
        legend_ui(ui, state);
    }
}

fn colour_by_ui(ui: &mut Ui, state: &mut State) {
    Dropdown::new("Colour by", state.colour.label()).show(ui, |ui| {
        for by in ColourBy::ALL {
            if ui.add(MenuItem::new(by.label()).checked(*by == state.colour)).clicked() {
                state.colour = *by;
            }
        }
    });
}

/// The room at the right end of the bar, for the switch between chart and table.
const VIEW_SWITCH: f32 = 154.0;
/// How far the line of the cut-off stands out above the lanes.
const STANDS_OUT: f32 = 6.0;

/// What the colours and shapes stand for.
fn legend_ui(ui: &mut Ui, state: &State) {
    ui.spacing_mut().item_spacing.x += size::S4;
    legend_bar(ui, &state.grouped().legend, VIEW_SWITCH, legend_width, legend_item_ui);
}

fn legend_width(ui: &Ui, (look, words): &(Option<Look>, String)) -> f32 {
    let text = Type::Body.galley(ui, words, egui::Color32::PLACEHOLDER).size().x;
    if look.is_some() { channel_label_width(text) } else { text }
}

fn legend_item_ui(ui: &mut Ui, (look, words): &(Option<Look>, String)) {
    let palette = theme::palette(ui);
    match look {
        Some(Look(like)) => {
            channel_label(ui, channel::shape_of(*like), channel::colour_of(palette, *like), words);
        }
        None => {
            ui.label(Type::Body.text(words.as_str()).color(palette.text3));
        }
    }
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let whole = ui.max_rect();
    if !state.prepare(ui.ctx(), scene, None) {
        working_ui(ui, "Counting the visits…");
        return;
    }
    let measure = (ui.pixels_per_point(), theme::fonts_revision(ui.ctx()));
    let width_of = |style: LabelStyle, text: &str| {
        let style = if style == LabelStyle::Name { Type::Name } else { Type::Small };
        style.galley(ui, text, egui::Color32::PLACEHOLDER).size().x
    };
    let gutter = state.gutter(Regions::most_gutter(whole), measure, &width_of);
    let plot_x = Regions::new(whole, gutter, 0.0).lanes.x_range();
    let mut scale = state.scale(scene, plot_x.min, plot_x.span());
    if state.revealed != scene.selected {
        state.revealed = scene.selected;
        if let Some(key) = scene.selected {
            state.bring_into_sight(key, &scale);
            scale = state.scale(scene, plot_x.min, plot_x.span());
        }
    }
    let unit = state.unit.unwrap_or_else(|| unit_for(&scale));
    state.prepare(ui.ctx(), scene, Some(unit));
    let space = Space { height: Regions::lanes_height(whole) };
    let laid_out = state.laid_out(scene, &scale, space, measure, &width_of);
    let LaidOut { shown, marks } = &*laid_out;
    let regions = Regions::new(whole, gutter, marks.height);
    state.is_dense = marks.is_dense;
    state.scroll = state.scroll.clamp(0.0, (marks.height - regions.lanes.height()).max(0.0));

    let plot = plot_response(ui, &regions, scene);
    frame_ui(ui, state, &regions, &scale);
    heads::ui(ui, state, &regions, marks);
    if marks.is_dense {
        dense::ui(ui, state, &regions, &scale, marks);
    } else {
        marks_ui(ui, scene, state, &regions, &scale, marks);
    }
    histogram::ui(ui, scene, state, &regions, &scale);
    if regions.sentences.height() > 0.0 {
        sentences::ui(ui, scene, state, regions.sentences, &scale);
    }
    ranges_ui(ui, state, &regions, &scale);
    paint_brush(ui, state, &plot, &regions, &scale);
    range::ui(ui, scene, &regions, &scale);

    input::wheel(ui, state, &regions, &scale, marks.height);
    let hidden = (marks.height - regions.lanes.height()).max(0.0);
    input::drag(ui, &plot, scene, state, &scale, hidden);
    input::keys(ui, &plot, scene, state, shown, &scale);
}

fn plot_response(ui: &Ui, regions: &Regions, scene: &Scene) -> Response {
    let id = ui.scope_id().with("chart of visits");
    let response = ui.interact(regions.lanes, id, Sense::CLICK | Sense::DRAG | Sense::FOCUSABLE);
    let count = scene.shown.count(RecordKind::Visit);
    let name = format!("Chart of {} visits. Arrow keys go from visit to visit", count_text(count));
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &name));
    response
}

/// The grid, the calendar and the cut-off.
fn frame_ui(ui: &Ui, state: &State, regions: &Regions, scale: &TimeScale) {
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(ui.clip_rect());
    let plot = regions.lanes;
    let as_of = state.lanes().items.as_of;
    let cut_off = as_of.map(|day| scale.x(f64::from(day.0) + 1.0));
    if let Some(x) = cut_off {
        paint::wash_beyond(&painter, palette, x, plot);
    }
    let width_of = |text: &str| Type::Small.galley(ui, text, palette.text2).size().x;
    let (_, ticks) = calendar_axis(scale, width_of);
    paint::grid(&painter.with_clip_rect(plot), palette, &ticks, plot.y_range());
    paint::axis_words(ui, &painter, &ticks, regions.axis.top() + 17.0);
    let line = Stroke::new(size::LINE, palette.line);
    painter.hline(regions.strip.x_range(), plot.top() + 0.5, line);
    painter.hline(regions.strip.x_range(), plot.bottom() + 0.5, line);
    painter.vline(plot.left() + 0.5, plot.y_range(), line);
    painter.vline(plot.right() - 0.5, plot.y_range(), line);
    let words = Type::Small.galley(ui, range_words(scale), palette.text3);
    painter.galley(
        pos2(regions.axis.left(), regions.axis.top() + 17.0 - words.size().y / 2.0).round(),
        words,
        palette.text3,
    );
    if let Some((x, day)) = cut_off.zip(as_of)
        && plot.x_range().contains(x)
    {
        cut_off_words(ui, regions, x, day);
    }
}

fn cut_off_words(ui: &Ui, regions: &Regions, x: f32, day: Day) {
    let palette = theme::palette(ui);
    let words = Type::Small.galley(ui, format!("As of {}", display_day(day)), palette.text2);
    let room = regions.lanes.right() - x;
    let left = if words.size().x + size::S8 < room { x + 6.0 } else { x - 6.0 - words.size().x };
    let corner = pos2(left, regions.strip.center().y - words.size().y / 2.0);
    ui.painter().galley(corner.round(), words, palette.text2);
}

/// The marks with their words; each is named for a screen reader, and a click selects it.
fn marks_ui(ui: &mut Ui, scene: &mut Scene, state: &State, regions: &Regions, scale: &TimeScale, marks: &ChartLayout) {
    let palette = theme::palette(ui);
    let down = regions.lanes.top() - state.scroll;
    let in_sight =
        |mark: &&Mark| mark.row.1 + down >= regions.lanes.top() && mark.row.0 + down <= regions.lanes.bottom();
    let clip = regions.lanes.intersect(ui.clip_rect());
    let painter = ui.painter().with_clip_rect(clip);
    for mark in marks.marks.iter().filter(|mark| scene.is_selected(mark.key)) {
        paint::selected_band(&painter, palette, mark, down, regions.lanes);
    }
    cut_off_line(ui, state, regions, scale, &marks.marks);
    for tether in &marks.tethers {
        paint::tether(ui, &painter, tether, vec2(0.0, down));
    }
    let mut chosen = None;
    ui.scope(|ui| {
        ui.shrink_clip_rect(clip);
        for mark in marks.marks.iter().filter(in_sight) {
            paint::mark(&painter, palette, mark, down, scene.is_selected(mark.key));
            let mut rect = paint::outer_rect(mark, down).expand2(vec2(2.0, 4.0));
            if let Some(label) = &mark.label {
                rect = rect.union(paint::label(ui, &painter, mark, label, down));
            }
            let id = ui.scope_id().with(("mark", mark.lane, mark.key.0));
            let response = ui.interact(rect.intersect(regions.lanes), id, Sense::CLICK);
            let is_selected = scene.is_selected(mark.key);
            response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &mark.name));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_selected));
            if response.clicked() {
                chosen = Some(Request::Select(mark.key));
            }
            response.on_hover_ui_at_pointer(|ui| card::ui(ui, scene, mark.key));
        }
    });
    if let Some(request) = chosen {
        scene.ask(request);
    }
}

/// The line of the cut-off down the lanes, behind no words.
fn cut_off_line(ui: &Ui, state: &State, regions: &Regions, scale: &TimeScale, marks: &[Mark]) {
    let Some(day) = state.lanes().items.as_of else { return };
    let x = scale.x(f64::from(day.0) + 1.0);
    let lanes = regions.lanes;
    if lanes.x_range().contains(x) {
        let down = lanes.top() - state.scroll;
        for (top, bottom) in beside_labels(marks, x, state.scroll - STANDS_OUT, lanes.bottom() - down) {
            let y = Rangef::new(top + down, bottom + down);
            paint::cut_off_line(ui.painter(), theme::palette(ui), x, y);
        }
    }
}

/// Ranges of time at one click, over the names of the lanes.
fn ranges_ui(ui: &mut Ui, state: &mut State, regions: &Regions, scale: &TimeScale) {
    let rect = Rect::from_min_max(regions.strip.min, pos2(regions.lanes.left(), regions.strip.bottom()));
    let builder = egui::UiBuilder::new().id_salt("ranges").max_rect(rect);
    let mut row = ui.new_child(builder.layout(egui::Layout::left_to_right(egui::Align::Center)));
    row.spacing_mut().item_spacing.x = size::S12;
    let today = store::this_day();
    // Of a briefing with a cut-off, the last months are those before it, whenever it is read.
    let last = state.lanes().items.as_of.unwrap_or(today);
    let (today, last) = (f64::from(today.0), f64::from(last.0));
    if row.add(Link::new("All").style(Type::Small).name("Show all of time (0)")).clicked() {
        state.fit();
    }
    if row.add(Link::new("12 months").style(Type::Small).name("Show the last 12 months")).clicked() {
        state.look_at(scale.showing(last - 365.0, last + 14.0));
    }
    if row.add(Link::new("Today").style(Type::Small).name("Go to today")).clicked() {
        state.look_at(scale.showing(today - scale.days / 2.0, today + scale.days / 2.0));
    }
}

fn paint_brush(ui: &Ui, state: &State, plot: &Response, regions: &Regions, scale: &TimeScale) {
    if let Some((from, pointer)) = state.brush_from.zip(plot.interact_pointer_pos()) {
        let x = scale.x(from);
        let range = Rangef::new(x.min(pointer.x), x.max(pointer.x));
        paint::brush(ui.painter(), theme::palette(ui), range, regions.lanes);
    }
}
