//! The findings of one rule under its name, with what the rule is for.

use egui::{Align, Frame, Label, Layout, Margin, Ui};

use super::listing::Group;
use super::measure::of;
use super::state::State;
use super::{finding, open_merge};
use crate::check::{OPEN_MERGE, Rule, Severity, rule};
use crate::model::count_text;
use crate::ui::Scene;
use crate::ui::command::EditRequest;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, SectionHead, separator};

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, group: &Group) {
    ui.add_space(size::S12);
    head_ui(ui, scene, state, group);
    let told = rule(group.rule);
    if let Some(rule) = told
        && state.explained.contains(group.rule)
    {
        help_ui(ui, rule);
    }
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, size::S2);
    if group.rule == OPEN_MERGE.id {
        open_merge::ui(ui, scene, state);
    } else {
        let document = scene.document;
        let title = told.map_or(group.rule, |rule| rule.title);
        let entry = state.awaited.and_then(|place| group.places.iter().position(|known| *known == place));
        let awaited = entry.and_then(|_| state.awaited.take());
        if let Some(entry) = entry {
            state.pages.turn_to(title, entry);
        }
        let shown = state.pages.shown(title, group.places.len());
        for place in group.places.get(shown).unwrap_or_default() {
            if let Some(problem) = document.problems.get(*place)
                && finding::ui(ui, scene, problem, awaited == Some(*place))
            {
                state.in_hand = Some(problem.rule);
            }
        }
        state.pages.ui(ui, title, group.places.len());
    }
    ui.spacing_mut().item_spacing.y = spacing;
    ui.add_space(size::S8);
    separator(ui);
}

fn head_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, group: &Group) {
    let palette = theme::palette(ui);
    let id = group.rule;
    let told = rule(id);
    let first = group.places.first().and_then(|place| scene.document.problems.get(*place));
    let sign = of(first.map_or(Severity::Info, |problem| problem.severity));
    let title = told.map_or(id, |rule| rule.title);
    ui.horizontal(|ui| {
        ui.add(SectionHead::large(title).count(group.places.len()).icon(sign.icon(), sign.colour(palette)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let Some(rule) = told else { return };
            let is_open = state.explained.contains(id);
            let words = if is_open { "Hide the rule" } else { "About the rule" };
            let name = format!("{words}: {title}");
            if ui.add(Button::quiet(words).name(&name).icon(icons::INFO)).on_hover_text(rule.condition).clicked() {
                if is_open {
                    state.explained.remove(id);
                } else {
                    state.explained.insert(id);
                }
            }
            if scene.is_editing && group.repairable > 1 {
                let words = format!("Repair {}", count_text(group.repairable));
                let name = format!("{words}: {title}");
                if ui.add(Button::quiet(&words).name(&name).icon(icons::CHECK_CIRCLE)).clicked() {
                    scene.ask(EditRequest::RepairAll(id));
                }
            }
        });
    });
}

/// Why the rule is there, by which standard, and its name for a waiver.
fn help_ui(ui: &mut Ui, rule: &Rule) {
    let palette = theme::palette(ui);
    let frame = Frame::NONE.fill(palette.panel).corner_radius(size::RADIUS_CARD).inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(Type::Body.text(rule.help).color(palette.text)).wrap());
        let waiver = format!("In `waivers` it is called {}", rule.id);
        ui.add(Label::new(Type::Small.text(waiver).color(palette.text2)).wrap());
    });
    ui.add_space(size::S4);
}
