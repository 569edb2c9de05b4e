//! The histogram put together: the row of words over it, and bars, stacks or curve.

use egui::{Rangef, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::analysis::count::{BinCount, BinUnit};
use crate::model::count_text;
use crate::present::chart::{
    AxisTick, Histogram, Tally, TimeScale, histogram, mean_words, share_axis, unsearched, usual_window,
};
use crate::ui::Scene;
use crate::ui::shared::choices_bar::WORDS_INSET;
use crate::ui::shared::landmark::Landmark;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, Dropdown, MenuItem, menu_popup};

use super::super::layout::Regions;
use super::super::legend::{LegendKey, legend_ui};
use super::super::list::list_ui;
use super::super::model::{BarsBy, State};
use super::super::sentences::{self, pair_of};
use super::bars::{Backdrop, NOT_SEARCHED, bars_ui};
use super::{curve, stacked};

/// The row of words over the bars.
const HEAD: f32 = 36.0;
/// Under the bars.
const FOOT: f32 = 20.0;
/// No bars where there is less room.
const LEAST_HEIGHT: f32 = 60.0;
/// At most so many lanes have bars of their own.
const MOST_PANELS: usize = 6;
/// And none with less height, of which the head takes some.
const LEAST_PANEL: f32 = 56.0;
const PANEL_HEAD: f32 = 18.0;

/// Shows the histogram.
pub(in super::super) fn ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    regions: &Regions,
    scale: &TimeScale,
    ticks: &[AxisTick],
) {
    let unit = state.unit_drawn();
    let below = regions.below;
    let head = Rect::from_min_size(below.min, vec2(below.width(), HEAD));
    let controls = head.with_min_x(head.left() - WORDS_INSET);
    let plot = Rect::from_min_max(
        pos2(regions.lanes.left(), head.bottom()),
        pos2(regions.lanes.right(), below.bottom() - FOOT),
    );
    let line = Stroke::new(size::LINE, theme::palette(ui).line);
    ui.painter().hline(below.x_range(), below.top() + 0.5, line);
    let window = mean_window(state, unit);
    let mut head_ui = ui.new_child(UiBuilder::new().id_salt("histogram head").max_rect(controls));
    // Without room for a line under the chart, what it says is behind a button here.
    let for_words = (regions.verdict.height() <= 0.0).then_some(scale);
    head_ui.horizontal_centered(|ui| head_row_ui(ui, scene, state, unit, window, for_words));
    if plot.height() < LEAST_HEIGHT {
        return;
    }
    Landmark::Bars.mark(ui, plot);
    let as_of = state.lanes().items.as_of;
    let backdrop =
        Backdrop { scale, ticks, cut_off: as_of, gaps: unsearched(&scene.document.briefing.header, scale, as_of) };
    match state.bars {
        BarsBy::Together => {
            let bars = histogram(&state.tally().total, scale, window, state.lanes().items.known_until);
            bars_ui(ui, scene, state, unit, &bars, &backdrop, plot, None);
        }
        BarsBy::Stacked => stacked::ui(ui, state, &backdrop, plot),
        BarsBy::Cumulative => curve::ui(ui, state, &backdrop, plot),
        BarsBy::Lanes | BarsBy::Pair => panels_ui(ui, scene, state, unit, window, &backdrop, plot),
    }
}

/// The lanes that have bars of their own.
fn panel_lanes(state: &State) -> Vec<usize> {
    if state.bars == BarsBy::Pair {
        let [first, second] = pair_of(state);
        return [first, second].into_iter().filter_map(|name| state.lane_named(&name)).collect();
    }
    state.shown_lanes().into_iter().map(|(lane, _)| lane).take(MOST_PANELS).collect()
}

/// Lanes over each other, each with bars of its own on one axis of visits.
fn panels_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    unit: BinUnit,
    window: u8,
    backdrop: &Backdrop<'_>,
    plot: Rect,
) {
    let palette = theme::palette(ui);
    let lanes = panel_lanes(state);
    let fit = ((plot.height() / LEAST_PANEL) as usize).max(1);
    let lanes: Vec<usize> = lanes.into_iter().take(fit).collect();
    let tally = state.tally();
    let known_until = state.lanes().items.known_until;
    let of = |lane: &usize| tally.lanes.get(*lane).map(|counts| histogram(counts, backdrop.scale, window, known_until));
    let mut panels: Vec<Histogram> = lanes.iter().filter_map(of).collect();
    share_axis(&mut panels);
    let height = plot.height() / panels.len().max(1) as f32;
    for (number, (lane, bars)) in lanes.iter().zip(&mut panels).enumerate() {
        let top = plot.top() + height * number as f32;
        let own = Rect::from_x_y_ranges(plot.x_range(), Rangef::new(top + PANEL_HEAD, top + height));
        // So low, a panel has room for two numbers on its axis.
        bars.ticks = bars.ticks.first().into_iter().chain(bars.ticks.last()).copied().collect();
        bars_ui(ui, scene, state, unit, bars, backdrop, own, Some(*lane));
        let name = state.lanes().lanes.get(*lane).map(|lane| lane.label.clone()).unwrap_or_default();
        let galley = Type::SmallHead.truncated(ui, &name, palette.text, plot.width());
        let at = Rect::from_min_size(pos2(plot.left() + size::S4, top), galley.size());
        ui.painter().rect_filled(at.expand(1.0), 0, palette.surface.gamma_multiply(0.85));
        ui.painter().galley(at.min.round(), galley, palette.text);
    }
}

/// How many bins the mean is over: as chosen, or as usual.
fn mean_window(state: &State, unit: BinUnit) -> u8 {
    match state.mean {
        Some(0) => 0,
        Some(window) if unit == BinUnit::Month => window,
        _ => usual_window(&state.tally().total),
    }
}

/// The room for what stands at the right end of the legend's row: the undated visits but for their number, and the button
/// of the answers in words.
const UNDATED: f32 = 130.0;
/// The piece of line before the words of the mean.
const MEAN_SWATCH: f32 = 18.0;
const WORDS: f32 = 92.0;

fn head_row_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    unit: BinUnit,
    window: u8,
    for_words: Option<&TimeScale>,
) {
    ui.spacing_mut().item_spacing.x = size::S12;
    let title = format!("Visits per {unit}");
    Dropdown::new("", &title).show(ui, |ui| {
        if ui.add(MenuItem::new("By the zoom").checked(state.unit.is_none())).clicked() {
            state.unit = None;
        }
        for unit in BinUnit::ALL {
            if ui.add(MenuItem::new(&format!("By {unit}")).checked(state.unit == Some(*unit))).clicked() {
                state.unit = Some(*unit);
            }
        }
    });
    bars_menu_ui(ui, state);
    let is_plain = !matches!(state.bars, BarsBy::Stacked | BarsBy::Cumulative);
    let undated = count_text(state.tally().total.undated.len());
    let mut kept = UNDATED + Type::Body.galley(ui, undated, egui::Color32::PLACEHOLDER).size().x;
    if for_words.is_some() {
        kept += WORDS;
    }
    if is_plain {
        kept += 2.0 * size::S12 + MEAN_SWATCH + Dropdown::new("", &mean_words(unit, window)).width(ui);
    }
    let keys = match state.bars {
        BarsBy::Stacked => stacked::legend(ui, state),
        BarsBy::Cumulative => Vec::new(),
        _ => bars_legend(ui, scene, state),
    };
    legend_ui(ui, &keys, kept);
    if is_plain {
        mean_menu_ui(ui, state, unit, window);
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        tray_ui(ui, scene, state.tally());
        if let Some(scale) = for_words {
            sentences::button_ui(ui, scene, state, scale);
        }
    });
}

/// What the looks of a bar stand for, of those that occur.
fn bars_legend(ui: &Ui, scene: &Scene, state: &State) -> Vec<(String, LegendKey)> {
    let bins = &state.tally().total.bins;
    let occurs = |part: fn(&BinCount) -> bool| bins.iter().any(part);
    let keys = [
        ("certain", LegendKey::Certain, true),
        ("in doubt", LegendKey::Qualified, occurs(|bin| bin.qualified > 0)),
        ("possible, by days", LegendKey::Possible, occurs(|bin| bin.possible > bin.least())),
        ("at most", LegendKey::Whisker, occurs(|bin| bin.possible > bin.least())),
        (NOT_SEARCHED, LegendKey::Fill(theme::palette(ui).beyond), !scene.document.briefing.header.coverage.is_empty()),
    ];
    keys.into_iter().filter(|(.., occurs)| *occurs).map(|(words, key, _)| (words.to_owned(), key)).collect()
}

/// What the bars stand for.
fn bars_menu_ui(ui: &mut Ui, state: &mut State) {
    Dropdown::new("", state.bars.label()).show(ui, |ui| {
        for bars in BarsBy::ALL {
            if ui.add(MenuItem::new(bars.label()).checked(*bars == state.bars)).clicked() {
                state.bars = *bars;
            }
        }
    });
}

/// How many bins the line is a mean of, behind a piece of the line.
fn mean_menu_ui(ui: &mut Ui, state: &mut State, unit: BinUnit, window: u8) {
    let words = mean_words(unit, window);
    if window > 0 {
        let (rect, _) = ui.allocate_exact_size(vec2(MEAN_SWATCH, size::BUTTON), Sense::hover());
        let stroke = Stroke::new(size::MEAN_LINE, theme::palette(ui).mean);
        ui.painter().hline(rect.x_range(), rect.center().y, stroke);
        ui.spacing_mut().item_spacing.x = size::S2;
    }
    Dropdown::new("", &words).show(ui, |ui| {
        let choices: &[(&str, Option<u8>)] = match unit {
            BinUnit::Month => &[("3-month mean", Some(3)), ("6-month mean", Some(6)), ("12-month mean", Some(12))],
            BinUnit::Quarter => &[("12-month mean", None)],
            BinUnit::Year => &[("5-year mean", None)],
        };
        for (name, choice) in choices.iter().chain(&[("No mean", Some(0))]) {
            let is_chosen = choice.map_or(window > 0, |choice| window == choice);
            if ui.add(MenuItem::new(name).checked(is_chosen)).clicked() {
                state.mean = *choice;
            }
        }
    });
}

/// How many visits are in no bin, and why; a click lists them.
fn tray_ui(ui: &mut Ui, scene: &mut Scene, tally: &Tally) {
    let undated = &tally.total.undated;
    let count = count_text(undated.len());
    let label = tally.tray.label();
    let name = format!(
        "{count} {}: list them",
        if tally.tray.is_of_open_starts() { "with an open start" } else { "undated visits" }
    );
    let response = ui.add(Button::secondary(label).icon(icons::TRAY).detail(&count).name(&name));
    let response = response.on_hover_text(tally.tray.words());
    let heading = if undated.is_empty() { "Every visit has a date to count by" } else { "Not in any bin" };
    menu_popup(&response).show(|ui| list_ui(ui, scene, heading, undated));
}
