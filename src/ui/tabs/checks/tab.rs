//! The tab of checks: what is weak, by rule.

use super::measure::COLUMN;
use super::state::{Listed, State};
use super::{group, unreadable, waived};
use crate::check::Problem;
use crate::model::count_text;
use crate::ui::Scene;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{Segment, Segmented, empty_state};
use egui::{Frame, Margin, ScrollArea, Ui};

pub fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let document = scene.document;
    if document.problems.is_empty() && document.waived.is_empty() {
        empty_state(ui, icons::CHECK_CIRCLE, "The checks find nothing", "Every rule was run on every record", "");
        return;
    }
    let margin = Margin { left: 24, right: 28, top: 12, bottom: 0 };
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        severities_ui(ui, &document.problems, state);
        ui.add_space(size::S8);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(COLUMN.min(ui.available_width() - size::S8));
            unreadable::ui(ui, scene);
            for (id, problems) in by_rule(&document.problems, state.listed) {
                group::ui(ui, scene, state, id, &problems);
            }
            waived::ui(ui, scene);
            ui.add_space(size::S24);
        });
    });
}

pub(super) fn severities_ui(ui: &mut Ui, problems: &[Problem], state: &mut State) {
    let count = |listed: Listed| problems.iter().filter(|problem| listed.has(problem.severity)).count();
    let names = ["All", "Errors", "Warnings", "Notes"];
    let segments: Vec<Segment> = names
        .iter()
        .zip(Listed::ALL)
        .map(|(name, listed)| Segment::new(name).count(count_text(count(listed))))
        .collect();
    let chosen = Listed::ALL.iter().position(|listed| *listed == state.listed).unwrap_or(0);
    if let Some(listed) = Segmented::new("Severity", &segments).show(ui, chosen).and_then(|at| Listed::ALL.get(at)) {
        state.listed = *listed;
    }
}

/// The problems by rule, the worst first, then by the rule's name.
pub(super) fn by_rule(problems: &[Problem], listed: Listed) -> Vec<(&'static str, Vec<&Problem>)> {
    let mut rules: Vec<(&'static str, Vec<&Problem>)> = Vec::new();
    for problem in problems.iter().filter(|problem| listed.has(problem.severity)) {
        match rules.iter_mut().find(|(id, _)| *id == problem.rule) {
            Some((_, own)) => own.push(problem),
            None => rules.push((problem.rule, vec![problem])),
        }
    }
    let worst = |own: &[&Problem]| own.iter().map(|problem| problem.severity).min();
    rules.sort_by(|(a, left), (b, right)| (worst(left), *a).cmp(&(worst(right), *b)));
    rules
}
