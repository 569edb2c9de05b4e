//! The findings of one rule under its name, with what the rule is for.

use egui::{Align, Frame, Label, Layout, Margin, Ui};

use super::measure::{MOST_OF_A_RULE, of};
use super::state::State;
use super::{finding, open_merge};
use crate::check::{OPEN_MERGE, Problem, Rule, Severity, rule};
use crate::model::count_text;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, SectionHead, separator};
use crate::ui::{Request, Scene};

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, id: &'static str, problems: &[&Problem]) {
    let palette = theme::palette(ui);
    ui.add_space(size::S12);
    head_ui(ui, scene, state, id, problems);
    if let Some(rule) = rule(id)
        && state.explained.contains(id)
    {
        help_ui(ui, rule);
    }
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, size::S2);
    let is_decided_here = id == OPEN_MERGE.id;
    if is_decided_here {
        open_merge::ui(ui, scene);
    }
    for problem in problems.iter().take(MOST_OF_A_RULE).filter(|_| !is_decided_here) {
        finding::ui(ui, scene, problem);
    }
    ui.spacing_mut().item_spacing.y = spacing;
    if problems.len() > MOST_OF_A_RULE && !is_decided_here {
        let more = count_text(problems.len() - MOST_OF_A_RULE);
        ui.label(Type::Small.text(format!("and {more} more; `dateline check` lists all")).color(palette.text2));
    }
    ui.add_space(size::S8);
    separator(ui);
}

fn head_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, id: &'static str, problems: &[&Problem]) {
    let palette = theme::palette(ui);
    let told = rule(id);
    let sign = of(problems.first().map_or(Severity::Info, |problem| problem.severity));
    let title = told.map_or(id, |rule| rule.title);
    ui.horizontal(|ui| {
        ui.add(SectionHead::large(title).count(problems.len()).icon(sign.icon(), sign.colour(palette)));
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
            let is_safe = |problem: &&&Problem| problem.remedy.as_ref().is_some_and(|remedy| remedy.is_safe);
            let count = problems.iter().filter(is_safe).count();
            if scene.is_editing && count > 1 {
                let words = format!("Repair {}", count_text(count));
                let name = format!("{words}: {title}");
                if ui.add(Button::quiet(&words).name(&name).icon(icons::CHECK_CIRCLE)).clicked() {
                    scene.ask(Request::RepairAll(id));
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
