//! The tab of checks: what is weak, by rule, each explained and one click from its place.

use egui::{Frame, Margin, ScrollArea, Ui};

use crate::check::{Problem, Severity, rule};
use crate::present::visible;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{self, Link, Segment, Segmented, empty_state};
use crate::ui::{Request, Scene};

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
}

/// How many findings of one rule are listed; the rest are counted.
const MOST_OF_A_RULE: usize = 50;
/// How much of an unreadable record is shown, in characters.
const MOST_CHARS: usize = 2_000;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let document = scene.document;
    if document.problems.is_empty() && document.waived.is_empty() {
        empty_state(ui, icons::CHECK_CIRCLE, "The checks find nothing", "Every rule was run on every record", "");
        return;
    }
    let margin = Margin { left: 24, right: 28, top: 12, bottom: 12 };
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        severities_ui(ui, &document.problems, state);
        ui.add_space(size::S8);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            unreadable_ui(ui, scene);
            for (id, problems) in by_rule(&document.problems, state.listed) {
                rule_ui(ui, scene, id, &problems);
            }
            waived_ui(ui, scene);
        });
    });
}

fn severities_ui(ui: &mut Ui, problems: &[Problem], state: &mut State) {
    let count = |listed: Listed| problems.iter().filter(|problem| listed.has(problem.severity)).count();
    let names = ["All", "Errors", "Warnings", "Notes"];
    let segments: Vec<Segment> = names
        .iter()
        .zip(Listed::ALL)
        .map(|(name, listed)| Segment::new(name).count(widgets::count_text(count(listed))))
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

fn rule_ui(ui: &mut Ui, scene: &mut Scene, id: &'static str, problems: &[&Problem]) {
    let palette = theme::palette(ui);
    let told = rule(id);
    ui.add_space(size::S12);
    let severity = problems.first().map_or(Severity::Info, |problem| problem.severity);
    let title = told.map_or(id, |rule| rule.title);
    widgets::severity_label(ui, of(severity), &format!("{title} {}", widgets::count_text(problems.len())));
    if let Some(rule) = told {
        egui::CollapsingHeader::new(Type::Small.text("About this rule").color(palette.text2)).id_salt(id).show(
            ui,
            |ui| {
                ui.add(egui::Label::new(Type::Body.text(rule.help).color(palette.text2)).wrap());
                ui.label(Type::Small.text(format!("In a waiver: {id}")).color(palette.text3));
            },
        );
    }
    for problem in problems.iter().take(MOST_OF_A_RULE) {
        problem_ui(ui, scene, problem);
    }
    if problems.len() > MOST_OF_A_RULE {
        let more = widgets::count_text(problems.len() - MOST_OF_A_RULE);
        ui.label(Type::Small.text(format!("and {more} more; `dateline check` lists all")).color(palette.text2));
    }
}

fn problem_ui(ui: &mut Ui, scene: &mut Scene, problem: &Problem) {
    let palette = theme::palette(ui);
    ui.horizontal_top(|ui| {
        ui.add_space(size::S20);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = size::S2;
            let message = visible(&problem.message);
            match problem.key {
                Some(key) => {
                    if ui.add(Link::new(&message).style(Type::Body)).clicked() {
                        scene.ask(Request::ShowField(key, problem.field.clone()));
                    }
                }
                None => {
                    ui.add(egui::Label::new(Type::Body.text(message).color(palette.text)).wrap());
                }
            }
            let place = place_words(problem);
            let hint = if problem.hint.is_empty() { String::new() } else { format!(" · {}", visible(&problem.hint)) };
            let words = format!("{place}{hint}");
            ui.add(egui::Label::new(Type::Small.text(words).color(palette.text2)).wrap());
        });
    });
}

/// `v-li when, line 12`.
fn place_words(problem: &Problem) -> String {
    let record = if problem.record.is_empty() { "briefing" } else { &problem.record };
    let line = problem.position.map(|at| format!(", line {}", at.line)).unwrap_or_default();
    visible(format!("{record} {}", problem.field).trim()).into_owned() + &line
}

/// Records that could not be read, with their text.
fn unreadable_ui(ui: &mut Ui, scene: &Scene) {
    let palette = theme::palette(ui);
    for bad in &scene.document.briefing.unreadable {
        ui.add_space(size::S8);
        let frame =
            Frame::NONE.fill(palette.error_wash).corner_radius(size::RADIUS_CARD).inner_margin(Margin::same(12));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let title = format!("This {} could not be read, line {}", bad.kind.noun(), bad.line);
            widgets::severity_label(ui, widgets::Severity::Error, &title);
            ui.add(egui::Label::new(Type::Body.text(visible(&bad.message)).color(palette.text)).wrap());
            let raw: String = bad.raw.chars().take(MOST_CHARS).collect();
            ui.add(egui::Label::new(egui::RichText::new(visible(&raw)).monospace().color(palette.text2)).wrap());
            ui.label(Type::Small.text("Its text is kept as it is; mend it in an editor").color(palette.text2));
        });
    }
}

fn waived_ui(ui: &mut Ui, scene: &Scene) {
    let waived = &scene.document.waived;
    if waived.is_empty() {
        return;
    }
    let palette = theme::palette(ui);
    ui.add_space(size::S20);
    ui.add(widgets::SectionHead::large("Waived").count(waived.len()));
    for (problem, reason) in waived.iter().take(MOST_OF_A_RULE) {
        ui.add(egui::Label::new(Type::Body.text(visible(&problem.message)).color(palette.text2)).wrap());
        let words = format!("{}, since {}", place_words(problem), visible(reason));
        ui.add(egui::Label::new(Type::Small.text(words).color(palette.text3)).wrap());
    }
}

/// The severity as the marks on the screen have it.
pub(super) fn of(severity: Severity) -> widgets::Severity {
    match severity {
        Severity::Error => widgets::Severity::Error,
        Severity::Warning => widgets::Severity::Warning,
        Severity::Info => widgets::Severity::Note,
    }
}
