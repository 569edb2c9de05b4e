//! What the frequency says, in words under the chart; a click lists the visits behind a sentence.

use egui::{Rect, ScrollArea, Ui, UiBuilder};

use crate::analysis::{DatedStart, Searched, starts_of};
use crate::model::Key;
use crate::present::chart::TimeScale;
use crate::present::{Finding, Lane, lead_words};
use crate::ui::Scene;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Dropdown, MenuItem};

use super::list::list_ui;
use super::model::State;

/// The lanes that a menu offers; a filter narrows them.
const MOST_OFFERED: usize = 60;
/// A sentence that is cut stands whole over the list of its visits.
const WIDEST_LIST: f32 = 480.0;

/// Shows the sentences in `rect`, scrolled where they need more room.
pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, rect: Rect, scale: &TimeScale) {
    let mut own = ui.new_child(UiBuilder::new().id_salt("sentences").max_rect(rect));
    own.shrink_clip_rect(rect);
    ScrollArea::vertical().auto_shrink([false, false]).show(&mut own, |ui| sentences_ui(ui, scene, state, scale));
}

/// A button that opens them, where there is no room under the chart.
pub(super) fn button_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, scale: &TimeScale) {
    let response = ui.add(Button::quiet("In words").name("What the frequency says, in words"));
    egui::Popup::menu(&response).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).gap(size::S4).show(
        |ui| {
            ui.set_max_width(520.0);
            sentences_ui(ui, scene, state, scale);
        },
    );
}

fn sentences_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, scale: &TimeScale) {
    ui.spacing_mut().item_spacing = egui::vec2(size::S4, 0.0);
    lead_ui(ui, scene, state);
    let mut sentences = std::mem::take(&mut state.sentences);
    let days = scale.days_in_sight();
    let tally = state.tally();
    let in_sight = tally.begun_in(days).words(tally.total.undated.len());
    let grouped = state.grouped();
    ui.horizontal_wrapped(|ui| {
        let response = ui.add(Button::quiet(&in_sight));
        egui::Popup::menu(&response).gap(size::S4).show(|ui| {
            let key = (grouped.key, days.0.0, days.1.0);
            let keys = sentences.in_sight.get(key, || state.tally().keys_in(days));
            list_ui(ui, scene, "The visits behind it", keys);
        });
        for finding in &grouped.findings {
            finding_ui(ui, scene, finding);
        }
    });
    state.sentences = sentences;
}

fn finding_ui(ui: &mut Ui, scene: &mut Scene, finding: &Finding) {
    let room = ui.max_rect().width();
    let response = ui.add(Button::quiet(&finding.words).within(room));
    let is_cut = response.rect.width() >= room - size::S8;
    egui::Popup::menu(&response).gap(size::S4).show(|ui| {
        if is_cut {
            ui.set_max_width(room.min(WIDEST_LIST));
            ui.label(Type::Body.text(&finding.words).color(theme::palette(ui).text));
            ui.add_space(size::S8);
        }
        list_ui(ui, scene, "The visits behind it", &finding.keys);
    });
}

/// Which of two lanes is ahead, and in which years.
fn lead_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let palette = theme::palette(ui);
    let pair = pair_of(state);
    if pair.iter().any(String::is_empty) {
        return;
    }
    let mut kept = std::mem::take(&mut state.sentences);
    let grouped = state.grouped();
    ui.horizontal_wrapped(|ui| {
        ui.add_space(size::S8);
        ui.label(Type::SmallHead.text("Which is ahead?").color(palette.text2));
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
        let found = kept.lead.get((grouped.key, pair.clone()), || {
            let starts = pair.clone().map(|name| starts_in(scene, state, &name));
            let as_of = state.lanes().items.as_of;
            let [first, second] = [0, 1].map(|place| Lane {
                name: pair.get(place).map_or("", String::as_str),
                starts: starts.get(place).map_or(&[], Vec::as_slice),
            });
            lead_words(first, second, as_of, &Searched::of(&scene.document.briefing.header))
        });
        for finding in found {
            finding_ui(ui, scene, finding);
        }
    });
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
