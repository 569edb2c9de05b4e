//! The menu that adds to the filter, and keeps filters under a name.

use std::collections::BTreeSet;

use egui::{PopupCloseBehavior, ScrollArea, Ui};

use crate::model::{Channel, Level, Mode, RecordKind, parse_edtf};
use crate::present::{Filter, FilterPart};
use crate::ui::Request;
use crate::ui::session::OpenBriefing;
use crate::ui::session::Settings;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{self, Button, Field, MenuItem, menu_popup};

/// What is being typed in the filter's menus.
#[derive(Debug, Default)]
pub(in crate::ui) struct FilterMenuState {
    actor_words: String,
    from: String,
    to: String,
    text: String,
    name: String,
}

/// How many actors the menu offers at a time; more are found by typing.
const MOST_ACTORS: usize = 12;
const WIDTH: f32 = 300.0;
const HEIGHT: f32 = 460.0;

pub(super) fn ui(
    ui: &mut Ui,
    open: &OpenBriefing,
    state: &mut FilterMenuState,
    settings: &Settings,
    requests: &mut Vec<Request>,
) {
    let response = ui.add(Button::quiet("Filter").icon(icons::PLUS).name("Add a filter"));
    menu_popup(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(WIDTH);
        ScrollArea::vertical().max_height(HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
            ui.set_width(WIDTH - size::S8);
            ui.spacing_mut().item_spacing.y = size::S2;
            let mut filter = open.filter.clone();
            text_ui(ui, state, &mut filter);
            dates_ui(ui, state, &mut filter);
            actors_ui(ui, open, state, &mut filter);
            countries_ui(ui, open, &mut filter);
            words_ui(
                ui,
                FilterPart::Channels,
                &Channel::ALL.iter().map(|c| (c.word(), c.label())).collect::<Vec<_>>(),
                &mut filter.channels,
            );
            words_ui(
                ui,
                FilterPart::Levels,
                &Level::ALL.iter().map(|l| (l.word(), l.label())).collect::<Vec<_>>(),
                &mut filter.levels,
            );
            words_ui(
                ui,
                FilterPart::Modes,
                &Mode::ALL.iter().map(|m| (m.word(), m.label())).collect::<Vec<_>>(),
                &mut filter.modes,
            );
            kept_ui(ui, open, state, settings, requests);
            if filter != open.filter {
                requests.push(Request::SetFilter(filter));
            }
        });
    });
}

fn text_ui(ui: &mut Ui, state: &mut FilterMenuState, filter: &mut Filter) {
    widgets::menu_heading(ui, "Text");
    if !ui.ctx().text_edit_focused() {
        state.text.clone_from(&filter.text);
    }
    if Field::new("Words that a record holds", &mut state.text).hint("any words").show(ui).changed() {
        filter.text.clone_from(&state.text);
    }
}

/// Dates are taken as typed once they can be read: `2024`, `2024-05`, `2024-05-14`.
fn dates_ui(ui: &mut Ui, state: &mut FilterMenuState, filter: &mut Filter) {
    widgets::menu_heading(ui, "Dates");
    if !ui.ctx().text_edit_focused() {
        state.from = filter.from.clone().unwrap_or_default();
        state.to = filter.to.clone().unwrap_or_default();
    }
    ui.columns(2, |columns| {
        for (ui, (name, text, place)) in columns
            .iter_mut()
            .zip([("From", &mut state.from, &mut filter.from), ("Until", &mut state.to, &mut filter.to)])
        {
            let text_is_date = text.is_empty() || parse_edtf(text).is_ok();
            let response = Field::new(name, text).hint("2024-05").error(!text_is_date).show(ui);
            if response.changed() && (text.is_empty() || parse_edtf(text).is_ok()) {
                *place = Some(text.clone()).filter(|text| !text.is_empty());
            }
        }
    });
}

fn actors_ui(ui: &mut Ui, open: &OpenBriefing, state: &mut FilterMenuState, filter: &mut Filter) {
    widgets::menu_heading(ui, "Actors");
    Field::new("Find an actor", &mut state.actor_words).hint("a name").show(ui);
    let reader = open.document.reader();
    let words = state.actor_words.trim();
    let found: Vec<(String, String)> = if words.is_empty() {
        let actors = open.document.briefing.actors.iter().take(MOST_ACTORS);
        actors.map(|entry| (entry.record.id.to_string(), entry.record.name.clone())).collect()
    } else {
        let hits = open.document.index.search().find(words, usize::MAX);
        let actors = hits.iter().filter(|hit| hit.kind == RecordKind::Actor).take(MOST_ACTORS);
        let named = |record: crate::model::AnyRecord| (record.id().to_string(), reader.title(&record));
        actors.filter_map(|hit| reader.record(hit.key).map(named)).collect()
    };
    for (id, name) in found {
        toggle_ui(ui, &name, &id, &mut filter.actors);
    }
}

fn countries_ui(ui: &mut Ui, open: &OpenBriefing, filter: &mut Filter) {
    let reader = open.document.reader();
    let mut codes = BTreeSet::new();
    let mut directions = BTreeSet::new();
    for entry in &open.document.briefing.visits {
        let (from, to) = reader.direction(&entry.record);
        codes.extend([&from, &to].into_iter().flatten().cloned());
        directions.extend(from.zip(to));
        if directions.len() > MOST_ACTORS {
            break;
        }
    }
    if codes.is_empty() {
        return;
    }
    widgets::menu_heading(ui, "Direction");
    for (from, to) in directions {
        let label = format!("{} → {}", reader.name_of_code(&from), reader.name_of_code(&to));
        let direction = (from, to);
        let checked = filter.directions.contains(&direction);
        if ui.add(MenuItem::new(&label).checked(checked)).clicked() && !filter.directions.remove(&direction) {
            filter.directions.insert(direction);
        }
    }
    widgets::menu_heading(ui, "Countries");
    for code in codes {
        toggle_ui(ui, &reader.name_of_code(&code), &code, &mut filter.countries);
    }
}

fn words_ui(ui: &mut Ui, part: FilterPart, words: &[(&str, &str)], chosen: &mut BTreeSet<String>) {
    widgets::menu_heading(ui, part.label());
    for (word, label) in words {
        toggle_ui(ui, label, word, chosen);
    }
}

fn toggle_ui(ui: &mut Ui, label: &str, value: &str, chosen: &mut BTreeSet<String>) {
    let checked = chosen.contains(value);
    if ui.add(MenuItem::new(label).checked(checked)).clicked() && !chosen.remove(value) {
        chosen.insert(value.to_owned());
    }
}

fn kept_ui(
    ui: &mut Ui,
    open: &OpenBriefing,
    state: &mut FilterMenuState,
    settings: &Settings,
    requests: &mut Vec<Request>,
) {
    widgets::menu_heading(ui, "Saved filters");
    for kept in &settings.filters {
        ui.horizontal(|ui| {
            if ui.add(widgets::Link::new(&kept.name)).clicked() {
                requests.push(Request::SetFilter(kept.filter.clone()));
            }
            let name = format!("Forget the filter {}", kept.name);
            if ui.add(widgets::IconButton::new(icons::TRASH, &name)).clicked() {
                requests.push(Request::ForgetFilter(kept.name.clone()));
            }
        });
    }
    if open.filter.is_empty() {
        let hint = if settings.filters.is_empty() { "Set a filter to save it under a name" } else { "" };
        ui.label(Type::Small.text(hint).color(theme::palette(ui).text3));
        return;
    }
    Field::new("Name for the filter", &mut state.name).hint("a name").show(ui);
    let named = !state.name.trim().is_empty();
    if ui.add_enabled(named, Button::secondary("Save filter")).clicked() {
        requests.push(Request::SaveFilter(std::mem::take(&mut state.name).trim().to_owned()));
    }
}
