//! The chart put together: the controls over it, the lanes with their calendar, the histogram, the sentences.

use egui::accesskit::Role;
use egui::{Rangef, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_plot::PlotTransform;

use crate::analysis::count::LaneBy;
use crate::model::{Day, RecordKind, count_text, display_day};
use crate::present::chart::{
    AxisTick, ChartLayout, ColourBy, LabelStyle, LaneSort, Mark, SeriesStyle, Space, TimeScale, calendar_axis,
    range_words, unit_for,
};
use crate::store;
use crate::ui::shared::empty_state::working_ui;
use crate::ui::shared::hover_card::hover_card;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{
    Dropdown, Link, MenuItem, channel_label, channel_label_width, legend_bar, vertical_separator,
};
use crate::ui::{Request, Scene};

use super::layer::Layer;
use super::layout::{Regions, VIEW_SWITCH};
use super::model::{LaidOut, State};
use super::panel::{Panel, Upwards, end_of};
use super::{card, dense, heads, histogram, input, paint, panel, period, range, sentences};

use crate::ui::shared::channel;

/// The controls over the chart: what lanes have in common, and what the colours say.
pub(in crate::ui::tabs::visits) fn bar_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
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

/// Left of the line of the cut-off, its words may take so much.
const AS_OF_ROOM: f32 = 120.0;
/// From the lanes down to the middle of the words of the calendar.
const AXIS_WORDS: f32 = 17.0;

/// What the colours and shapes stand for.
fn legend_ui(ui: &mut Ui, state: &State) {
    ui.spacing_mut().item_spacing.x += size::S4;
    legend_bar(ui, "in the legend of colours", &state.grouped().legend, VIEW_SWITCH, legend_width, legend_item_ui);
}

fn legend_width(ui: &Ui, (look, words): &(Option<SeriesStyle>, String)) -> f32 {
    let text = Type::Body.galley(ui, words, egui::Color32::PLACEHOLDER).size().x;
    if look.is_some() { channel_label_width(text) } else { text }
}

fn legend_item_ui(ui: &mut Ui, (look, words): &(Option<SeriesStyle>, String)) {
    let palette = theme::palette(ui);
    match look {
        Some(SeriesStyle(like)) => {
            channel_label(ui, channel::shape_of(*like), channel::colour_of(palette, *like), words);
        }
        None => {
            ui.label(Type::Body.text(words.as_str()).color(palette.text3));
        }
    }
}

pub(in crate::ui::tabs::visits) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
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

    let ticks = frame_ui(ui, state, &regions, &scale);
    let (plot, transform) = lanes_ui(ui, scene, state, &regions, &scale, &ticks, marks);
    across_ui(ui, state, &regions, &scale, marks.across);
    heads::ui(ui, state, &regions, marks);
    if !marks.is_dense {
        marks_ui(ui, scene, &transform, marks);
    }
    histogram::ui(ui, scene, state, &regions, &scale, &ticks);
    if regions.has_words() {
        sentences::in_full_ui(ui, scene, state, regions.verdict, &scale);
    } else if regions.verdict.height() > 0.0 {
        sentences::line_ui(ui, scene, state, regions.verdict, &scale);
    }
    period::follow(scene, state);
    ranges_ui(ui, state, &regions, &scale);
    paint_brush(ui, state, &plot, &regions, &scale);
    range::ui(ui, scene, &regions, &scale);

    input::wheel(ui, state, &regions, &scale, marks.height);
    let hidden = (marks.height - regions.lanes.height()).max(0.0);
    input::drag(ui, &plot, scene, state, &scale, hidden);
    input::keys(ui, &plot, scene, state, shown, &scale);
}

/// What is round the lanes: the calendar and the range of time in words. Returns the ticks of the calendar.
fn frame_ui(ui: &Ui, state: &State, regions: &Regions, scale: &TimeScale) -> Vec<AxisTick> {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let width_of = |text: &str| Type::Small.galley(ui, text, palette.text2).size().x;
    let (_, ticks) = calendar_axis(scale, width_of);
    let middle = regions.axis.top() + AXIS_WORDS;
    for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
        let galley = Type::Small.galley(ui, tick.label.as_str(), palette.text2);
        let corner = pos2(tick.label_x - galley.size().x / 2.0, middle - galley.size().y / 2.0);
        painter.galley(corner.round(), galley, palette.text2);
    }
    let line = Stroke::new(size::LINE, palette.line);
    painter.hline(regions.strip.x_range(), regions.lanes.top() + 0.5, line);
    painter.hline(regions.strip.x_range(), regions.lanes.bottom() + 0.5, line);
    let words = Type::Small.galley(ui, range_words(scale), palette.text3);
    let corner = pos2(regions.axis.left(), middle - words.size().y / 2.0);
    painter.galley(corner.round(), words, palette.text3);
    let as_of = state.lanes().items.as_of;
    if let Some((x, day)) = as_of.map(|day| (scale.x(end_of(day)), day))
        && regions.lanes.x_range().contains(x)
    {
        cut_off_words(ui, regions, x, day);
    }
    ticks
}

/// How many visits are no marks since no end of them is in sight.
fn across_ui(ui: &mut Ui, state: &State, regions: &Regions, scale: &TimeScale, across: usize) {
    if across == 0 {
        return;
    }
    let words = format!("{} more reach across all of this time", count_text(across));
    let strip = Rect::from_x_y_ranges(regions.lanes.x_range(), regions.strip.y_range());
    let cut_off = state.lanes().items.as_of.map(|day| scale.x(end_of(day))).filter(|x| strip.x_range().contains(*x));
    let room = cut_off.map_or(strip.width(), |x| (x - strip.left() - AS_OF_ROOM).max(0.0));
    let galley = Type::Small.truncated(ui, words.as_str(), theme::palette(ui).text2, room);
    let corner = pos2(strip.left() + size::S4, strip.center().y - galley.size().y / 2.0).round();
    let response =
        ui.interact(Rect::from_min_size(corner, galley.size()), ui.scope_id().with("across"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.painter().galley(corner, galley, theme::palette(ui).text2);
    response.on_hover_text(
        "Visits whose dates are so wide that no end of them is in sight. As bars they would hide the others",
    );
}

fn cut_off_words(ui: &Ui, regions: &Regions, x: f32, day: Day) {
    let palette = theme::palette(ui);
    let words = Type::Small.galley(ui, format!("As of {}", display_day(day)), palette.text2);
    let room = regions.lanes.right() - x;
    let left = if words.size().x + size::S8 < room { x + 6.0 } else { x - 6.0 - words.size().x };
    let corner = pos2(left, regions.strip.center().y - words.size().y / 2.0);
    ui.painter().galley(corner.round(), words, palette.text2);
}

/// The lanes as a plot; where everything of them stands is laid out.
fn lanes_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    regions: &Regions,
    scale: &TimeScale,
    ticks: &[AxisTick],
    layout: &ChartLayout,
) -> (Response, PlotTransform) {
    let in_sight = Rangef::new(state.scroll, state.scroll + regions.lanes.height());
    let cells = dense::cells(state, layout, scale, in_sight);
    let density = state.tally().density;
    let cut_off = state.lanes().items.as_of;
    let line = cut_off.map(|day| scale.x(end_of(day)));
    let marks: Vec<&Mark> =
        layout.marks.iter().filter(|mark| mark.row.1 >= in_sight.min && mark.row.0 <= in_sight.max).collect();
    let is_selected = |mark: &Mark| scene.is_selected(mark.key);
    let chosen = period::shown_in(scene, state, None).and_then(|period| period::across(period, scale));
    let lines: Vec<f32> = line.into_iter().chain(chosen.into_iter().flat_map(|x| [x.min, x.max])).collect();
    let behind = paint::Behind { cut_off: line, lines: &lines };
    let wash_and_line = cut_off.map(|day| (panel::beyond(ui, day), panel::cut_off_line(ui, day, scale)));
    let panel = Panel {
        name: "lanes".to_owned(),
        rect: regions.lanes,
        scale,
        ticks,
        upwards: Upwards::Lanes { top: state.scroll },
        edge: Some(theme::palette(ui).line),
        sense: Sense::CLICK | Sense::DRAG | Sense::FOCUSABLE,
    };
    let shown = panel.show(ui, |plot| {
        let (wash, line_down) = wash_and_line.unzip();
        if let Some(wash) = wash {
            plot.add(wash);
        }
        if layout.is_dense {
            plot.add(Layer::new("cells", |canvas| dense::grounds(canvas, &cells, density)));
        } else {
            plot.add(Layer::new("lanes", |canvas| paint::lane_edges(canvas, &layout.lanes)));
        }
        plot.add(Layer::new("selection", |canvas| {
            marks.iter().filter(|mark| is_selected(mark)).for_each(|mark| paint::selected_ground(canvas, mark));
        }));
        if let Some(line) = line_down {
            plot.vline(line);
        }
        plot.add(Layer::new("period", |canvas| {
            if let Some(x) = chosen {
                period::ring_behind(canvas, Rect::from_x_y_ranges(x, regions.lanes.y_range()));
            }
        }));
        plot.add(Layer::new("numbers", |canvas| dense::numbers(canvas, &cells, density, line)));
        plot.add(Layer::new("tethers", |canvas| {
            layout.tethers.iter().for_each(|tether| paint::tether(canvas, tether, line));
        }));
        plot.add(Layer::new("marks", |canvas| {
            for mark in &marks {
                paint::mark(canvas, mark, is_selected(mark));
                if let Some(label) = &mark.label {
                    paint::label(canvas, mark, label, behind, is_selected(mark));
                }
            }
        }));
    });
    let (response, transform) = (shown.response, shown.transform);
    let count = count_text(scene.shown.count(RecordKind::Visit));
    let name = format!("Chart of {count} visits. Arrow keys go from visit to visit");
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &name));
    if layout.is_dense {
        let place = (*transform.frame(), transform.position_from_point_y(0.0));
        dense::cells_ui(ui, scene, state, &cells, &response, place);
        state.unit_in_sight = Some(state.unit_drawn());
    }
    (response, transform)
}

/// Each mark in sight is named for a screen reader, and a click selects it.
fn marks_ui(ui: &mut Ui, scene: &mut Scene, transform: &PlotTransform, layout: &ChartLayout) {
    let frame = *transform.frame();
    let down = transform.position_from_point_y(0.0);
    let in_sight = |mark: &&Mark| mark.row.1 + down >= frame.top() && mark.row.0 + down <= frame.bottom();
    let mut chosen = None;
    ui.scope(|ui| {
        ui.shrink_clip_rect(frame);
        for mark in layout.marks.iter().filter(in_sight) {
            let mut rect = paint::outer_rect(mark, down).expand2(vec2(2.0, 4.0));
            if let Some(label) = &mark.label {
                rect = rect.union(paint::label_rect(mark, label, down));
            }
            let id = ui.scope_id().with(("mark", mark.lane, mark.key.0));
            let response = ui.interact(rect.intersect(frame), id, Sense::CLICK);
            let is_selected = scene.is_selected(mark.key);
            response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &mark.name));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_selected));
            if response.clicked() {
                chosen = Some(Request::Select(mark.key));
            }
            hover_card(ui, scene, &response, |ui| card::ui(ui, scene, mark.key));
        }
    });
    if let Some(request) = chosen {
        scene.ask(request);
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
