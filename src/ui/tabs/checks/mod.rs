//! The tab of checks: what is weak, by rule, each explained and one click from its place.

mod finding;
mod group;
mod open_merge;
mod unreadable;
mod waived;

use std::collections::BTreeSet;

use egui::{Frame, Margin, ScrollArea, Ui};

use crate::check::{Problem, Severity};
use crate::model::count_text;
use crate::ui::Scene;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{self, Segment, Segmented, empty_state};

/// Which severities are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Listed {
    #[default]
    All,
    Errors,
    Warnings,
    Notes,
}

impl Listed {
    const ALL: [Self; 4] = [Self::All, Self::Errors, Self::Warnings, Self::Notes];

    fn has(self, severity: Severity) -> bool {
        match self {
            Self::All => true,
            Self::Errors => severity == Severity::Error,
            Self::Warnings => severity == Severity::Warning,
            Self::Notes => severity == Severity::Info,
        }
    }
}

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    listed: Listed,
    /// The rules whose explanation is open.
    explained: BTreeSet<&'static str>,
}

/// Room at the left for the sign of the rule's head, under which the findings stand.
const INDENT: i8 = 22;
/// Lines of text are no longer than this, in points.
const COLUMN: f32 = 920.0;
/// How many findings of one rule are listed; the rest are counted.
const MOST_OF_A_RULE: usize = 50;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
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

fn severities_ui(ui: &mut Ui, problems: &[Problem], state: &mut State) {
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
fn by_rule(problems: &[Problem], listed: Listed) -> Vec<(&'static str, Vec<&Problem>)> {
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

/// The severity as the marks on the screen have it.
fn of(severity: Severity) -> widgets::Severity {
    match severity {
        Severity::Error => widgets::Severity::Error,
        Severity::Warning => widgets::Severity::Warning,
        Severity::Info => widgets::Severity::Note,
    }
}
