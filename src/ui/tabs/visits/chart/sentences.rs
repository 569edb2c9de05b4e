//! What the frequency says, in words under the chart; a click lists the visits behind a sentence.

use egui::{Align, Layout, Rect, ScrollArea, Stroke, Ui, UiBuilder};

use crate::analysis::{DatedStart, Searched, starts_of};
use crate::model::{Key, count_text};
use crate::present::chart::TimeScale;
use crate::present::{Finding, Lane, lead_words};
use crate::ui::Scene;
use crate::ui::shared::choices_bar::WORDS_INSET;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, Dropdown, MenuItem, menu_popup};

use super::list::list_ui;
use super::model::State;

/// The lanes that a menu offers; a filter narrows them.
const MOST_OFFERED: usize = 60;
/// How wide all of them are together.
const WIDEST: f32 = 560.0;
/// All sentences in one popover.
const WIDEST_IN_WORDS: f32 = 800.0;
/// And where they stand in the window itself.
const WIDEST_IN_FULL: f32 = 960.0;
/// The column of their labels.
const LABEL: f32 = 112.0;
/// Beside the first sentence, how many there are more.
const MORE: f32 = 80.0;
/// What heads the visits of a sentence.
const BEHIND: &str = "The visits behind it";

/// The line under the chart: which of two lanes is ahead. Everything else is behind its button.
pub(super) fn line_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, rect: Rect, scale: &TimeScale) {
    let palette = theme::palette(ui);
    ui.painter().hline(
        rect.left() + WORDS_INSET..=rect.right(),
        rect.top() + 0.5,
        Stroke::new(size::LINE, palette.line),
    );
    let right = UiBuilder::new().id_salt("verdict").max_rect(rect).layout(Layout::right_to_left(Align::Center));
    let mut row = ui.new_child(right);
    button_ui(&mut row, scene, state, scale);
    let left = row.available_rect_before_wrap();
    let builder = UiBuilder::new().id_salt("verdict line").max_rect(left).layout(Layout::left_to_right(Align::Center));
    let mut line = row.new_child(builder);
    line.shrink_clip_rect(left);
    line.spacing_mut().item_spacing.x = size::S4;
    if !pair_ui(&mut line, state) {
        in_sight_ui(&mut line, scene, state, scale);
        return;
    }
    with_lead(scene, state, |scene, found| {
        let Some((first, others)) = found.split_first() else { return };
        let kept = if others.is_empty() { 0.0 } else { MORE };
        let room = (line.available_width() - kept).max(MORE);
        finding_ui(&mut line, scene, first, room);
        if !others.is_empty() {
            let words = format!("and {} more", count_text(others.len()));
            line.label(Type::Small.text(words).color(palette.text3));
        }
    });
}

/// All that the frequency says, under the chart of a high window.
pub(super) fn in_full_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, rect: Rect, scale: &TimeScale) {
    let line = Stroke::new(size::LINE, theme::palette(ui).line);
    ui.painter().hline(rect.left() + WORDS_INSET..=rect.right(), rect.top() + 0.5, line);
    let builder = UiBuilder::new().id_salt("in words").max_rect(rect.shrink2(egui::vec2(0.0, size::S8)));
    let mut place = ui.new_child(builder);
    ScrollArea::vertical().id_salt("in words").auto_shrink([false, false]).show(&mut place, |ui| {
        ui.set_max_width(WIDEST_IN_FULL);
        all_ui(ui, scene, state, scale, |ui, state| {
            ui.horizontal(|ui| pair_ui(ui, state));
        });
    });
}

/// A button that opens all that the frequency says.
pub(super) fn button_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, scale: &TimeScale) {
    let response =
        ui.add(Button::quiet("In words").icon(icons::TEXT_ALIGN_LEFT).name("What the frequency says, in words"));
    let popup = menu_popup(&response).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        // A condition at the end of a sentence is part of it: the popover is as wide as the window lets it.
        ui.set_width(WIDEST_IN_WORDS.min(ui.ctx().content_rect().width() - 2.0 * size::S24));
        // Which lanes are compared is chosen beside the button.
        all_ui(ui, scene, state, scale, |_, _| {});
    });
}

/// All that the frequency says, by what it is about; `choose` stands over which of two lanes is ahead.
fn all_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    scale: &TimeScale,
    choose: impl FnOnce(&mut Ui, &mut State),
) {
    ui.spacing_mut().item_spacing = egui::vec2(size::S4, 0.0);
    ui.add_space(size::S4);
    let [first, second] = pair_of(state);
    let mut opened = state.sentences.opened.take();
    if !first.is_empty() && !second.is_empty() {
        row_ui(ui, "Which is ahead?", |ui| {
            choose(ui, state);
            with_lead(scene, state, |scene, found| {
                for finding in found {
                    told_ui(ui, scene, &finding.words, &mut opened, || finding.keys.clone());
                }
            });
        });
    }
    let days = scale.days_in_sight();
    let in_sight = in_sight_words(state, scale);
    row_ui(ui, "In sight", |ui| told_ui(ui, scene, &in_sight, &mut opened, || state.tally().keys_in(days)));
    let grouped = state.grouped();
    row_ui(ui, "In all", |ui| {
        for finding in &grouped.findings {
            told_ui(ui, scene, &finding.words, &mut opened, || finding.keys.clone());
        }
    });
    state.sentences.opened = opened;
}

/// A sentence of several; a click lists its visits below it, since a popover has no second one over it.
fn told_ui(ui: &mut Ui, scene: &mut Scene, words: &str, opened: &mut Option<String>, keys: impl FnOnce() -> Vec<Key>) {
    let is_open = opened.as_deref() == Some(words);
    let room = ui.available_width();
    if ui.add(Button::quiet(words).within(room).selected(is_open)).on_hover_text(words).clicked() {
        *opened = (!is_open).then(|| words.to_owned());
    }
    if is_open {
        list_ui(ui, scene, BEHIND, &keys());
        ui.add_space(size::S8);
    }
}

/// A label in a column of its own, and what it labels beside it.
fn row_ui(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let (place, _) = ui.allocate_exact_size(egui::vec2(LABEL, size::BUTTON), egui::Sense::hover());
        let words = Type::SmallHead.galley(ui, label, theme::palette(ui).text2);
        let corner = egui::pos2(place.left() + size::S8, place.center().y - words.size().y / 2.0);
        ui.painter().galley(corner.round(), words, theme::palette(ui).text2);
        ui.vertical(add);
    });
    ui.add_space(size::S4);
}

fn in_sight_words(state: &State, scale: &TimeScale) -> String {
    let tally = state.tally();
    tally.begun_in(scale.days_in_sight()).words(tally.total.undated.len())
}

/// How many began in the time in sight; a click lists them.
fn in_sight_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, scale: &TimeScale) {
    let mut sentences = std::mem::take(&mut state.sentences);
    let days = scale.days_in_sight();
    let response = ui.add(Button::quiet(&in_sight_words(state, scale)));
    menu_popup(&response).show(|ui| {
        let key = (state.grouped().key, days.0.0, days.1.0);
        let keys = sentences.in_sight.get(key, || state.tally().keys_in(days));
        list_ui(ui, scene, BEHIND, keys);
    });
    state.sentences = sentences;
}

/// A sentence within so much room; a click lists its visits.
fn finding_ui(ui: &mut Ui, scene: &mut Scene, finding: &Finding, room: f32) {
    let response = ui.add(Button::quiet(&finding.words).within(room));
    let is_cut = response.rect.width() >= room - size::S8;
    menu_popup(&response).show(|ui| {
        if is_cut {
            ui.set_max_width(WIDEST);
            ui.label(Type::Body.text(&finding.words).color(theme::palette(ui).text));
            ui.add_space(size::S8);
        }
        list_ui(ui, scene, BEHIND, &finding.keys);
    });
}

/// The two lanes that are compared, each to be chosen; `false` where there are not two.
fn pair_ui(ui: &mut Ui, state: &mut State) -> bool {
    let pair = pair_of(state);
    if pair.iter().any(String::is_empty) {
        return false;
    }
    let grouped = state.grouped();
    for (place, label) in ["First lane", "Second lane"].into_iter().enumerate() {
        let Some(chosen) = pair.get(place) else { continue };
        ui.push_id(label, |ui| {
            Dropdown::new("", chosen).show(ui, |ui| {
                ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                    for name in grouped.names.iter().take(MOST_OFFERED) {
                        if ui.add(MenuItem::new(name).checked(name == chosen)).clicked()
                            && let Some(slot) = state.pair.get_mut(place)
                        {
                            *slot = Some(name.clone());
                        }
                    }
                });
            });
        });
    }
    true
}

/// Hands over which of the two lanes is ahead, and in which years; nothing where there are not two.
fn with_lead(scene: &mut Scene, state: &mut State, show: impl FnOnce(&mut Scene, &[Finding])) {
    let pair = pair_of(state);
    if pair.iter().any(String::is_empty) {
        return;
    }
    let mut kept = std::mem::take(&mut state.sentences);
    let key = (state.grouped().key, pair.clone());
    let found = kept.lead.get(key, || {
        let starts = pair.clone().map(|name| starts_in(scene, state, &name));
        let as_of = state.lanes().items.as_of;
        let [first, second] = [0, 1].map(|place| Lane {
            name: pair.get(place).map_or("", String::as_str),
            starts: starts.get(place).map_or(&[], Vec::as_slice),
        });
        lead_words(first, second, as_of, &Searched::of(&scene.document.briefing.header))
    });
    show(scene, found);
    state.sentences = kept;
}

/// The names of the two lanes that are compared; empty where there are not two.
pub(super) fn pair_of(state: &State) -> [String; 2] {
    let chosen = state.pair.clone();
    let lanes = &state.lanes().lanes;
    let usual = |place: usize| lanes.get(place).map(|lane| lane.label.clone()).unwrap_or_default();
    let [first, second] = chosen;
    let first = first.unwrap_or_else(|| usual(0));
    let second = second.unwrap_or_else(|| usual(usize::from(usual(0) == first || lanes.len() > 1)));
    [first, second]
}

/// The visits of a lane that count.
fn starts_in(scene: &Scene, state: &mut State, name: &str) -> Vec<DatedStart> {
    let Some(lane) = state.lane_named(name) else { return Vec::new() };
    let lanes = state.lanes();
    let Some(lane) = lanes.lanes.get(lane) else { return Vec::new() };
    let item = |place: &u32| lanes.items.items.get(*place as usize).map(|item| item.key);
    let keys: Vec<Key> = lane.items.iter().filter_map(item).collect();
    starts_of(&scene.reader, &keys).into_iter().map(|(start, _)| start).collect()
}
