//! What the frequency says, in words under the chart; a click lists the visits behind a sentence.

use egui::{Rect, ScrollArea, Ui, UiBuilder};

use crate::analysis::{Contender, DatedStart, Finding, findings, lead, starts_of};
use crate::model::Key;
use crate::present::chart::{LaneBy, LaneSort, TimeScale, absent_directions, unit_for};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Dropdown, MenuItem};
use crate::ui::{Kept, Scene};

use super::{State, histogram};

/// The lanes that a menu offers; a filter narrows them.
const MOST_OFFERED: usize = 60;

/// The sentences of what is shown, that of the days in sight, and those about two lanes.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    all: Kept<u64, Vec<Finding>>,
    in_sight: Kept<(u64, i32, i32), Vec<Key>>,
    names: Kept<(u64, LaneBy, LaneSort), Vec<String>>,
    lead: Kept<(u64, LaneBy, [String; 2]), Vec<Finding>>,
}

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
    let unit = state.unit.unwrap_or_else(|| unit_for(scale));
    let days = scale.days_in_sight();
    let tally = state.tally(scene, unit);
    let in_sight = tally.begun_in(days).words(tally.total.undated.len());
    let items = &state.lanes(scene).items;
    let all = sentences.all.get(scene.revision, || {
        let visits: Vec<Key> = items.items.iter().map(|item| item.key).collect();
        findings(&scene.reader, &visits, items.as_of)
    });
    ui.horizontal_wrapped(|ui| {
        let response = ui.add(Button::quiet(&in_sight));
        egui::Popup::menu(&response).gap(size::S4).show(|ui| {
            let key = (scene.revision, days.0.0, days.1.0);
            let keys = sentences.in_sight.get(key, || state.tally(scene, unit).keys_in(days));
            histogram::list_ui(ui, scene, "The visits behind it", keys);
        });
        for finding in all {
            finding_ui(ui, scene, finding);
        }
    });
    state.sentences = sentences;
}

fn finding_ui(ui: &mut Ui, scene: &mut Scene, finding: &Finding) {
    let response = ui.add(Button::quiet(&finding.words));
    egui::Popup::menu(&response)
        .gap(size::S4)
        .show(|ui| histogram::list_ui(ui, scene, "The visits behind it", &finding.keys));
}

/// Which of two lanes is ahead, and in which years.
fn lead_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let palette = theme::palette(ui);
    let pair = pair_of(scene, state);
    if pair.iter().any(String::is_empty) {
        return;
    }
    let mut kept = std::mem::take(&mut state.sentences);
    let names = kept.names.get((scene.revision, state.by, state.sort), || names_of(scene, state));
    ui.horizontal_wrapped(|ui| {
        ui.add_space(size::S8);
        ui.label(Type::SmallHead.text("Which is ahead?").color(palette.text2));
        for (place, label) in ["First lane", "Second lane"].into_iter().enumerate() {
            let Some(chosen) = pair.get(place) else { continue };
            ui.push_id(label, |ui| {
                Dropdown::new("", chosen).show(ui, |ui| {
                    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                        for name in names.iter().take(MOST_OFFERED) {
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
        let found = kept.lead.get((scene.revision, state.by, pair.clone()), || {
            let starts = pair.clone().map(|name| starts_in(scene, state, &name));
            let as_of = state.lanes(scene).items.as_of;
            let [first, second] = [0, 1].map(|place| Contender {
                name: pair.get(place).map_or("", String::as_str),
                starts: starts.get(place).map_or(&[], Vec::as_slice),
            });
            lead(first, second, as_of)
        });
        for finding in found {
            finding_ui(ui, scene, finding);
        }
    });
    state.sentences = kept;
}

/// The names of the two lanes that are compared; empty where there are not two.
pub(super) fn pair_of(scene: &Scene, state: &mut State) -> [String; 2] {
    let chosen = state.pair.clone();
    let lanes = &state.lanes(scene).lanes;
    let usual = |place: usize| lanes.get(place).map(|lane| lane.label.clone()).unwrap_or_default();
    let [first, second] = chosen;
    let first = first.unwrap_or_else(|| usual(0));
    let second = second.unwrap_or_else(|| usual(usize::from(usual(0) == first || lanes.len() > 1)));
    [first, second]
}

/// The lanes there are, then those that a comparison may ask for in vain.
fn names_of(scene: &Scene, state: &mut State) -> Vec<String> {
    let by = state.by;
    let lanes = state.lanes(scene);
    let mut names: Vec<String> = lanes.lanes.iter().map(|lane| lane.label.clone()).collect();
    if by == LaneBy::Direction {
        names.extend(absent_directions(&scene.reader, lanes));
    }
    names
}

/// The visits of a lane that count.
fn starts_in(scene: &Scene, state: &mut State, name: &str) -> Vec<DatedStart> {
    let Some(lane) = state.lane_named(scene, name) else { return Vec::new() };
    let lanes = state.lanes(scene);
    let Some(lane) = lanes.lanes.get(lane) else { return Vec::new() };
    let item = |place: &u32| lanes.items.items.get(*place as usize).map(|item| item.key);
    let keys: Vec<Key> = lane.items.iter().filter_map(item).collect();
    starts_of(&scene.reader, &keys).into_iter().map(|(start, _)| start).collect()
}
