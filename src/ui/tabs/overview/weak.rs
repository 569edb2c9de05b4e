//! What is weak: conflicts, gaps, the first findings of the checks.

use egui::Ui;

use crate::check::{Problem, Severity, rule};
use crate::model::count_text;
use crate::present::inspector::conflict_box;
use crate::present::{path_words, plain_words, visible};
use crate::ui::shared::conflict_box::conflict_ui;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Link, SectionHead};
use crate::ui::{Request, Scene, Tab};

/// How many gaps, conflicts and findings are shown; the rest are counted.
const MOST: usize = 6;
/// How many records are named of findings that are alike.
const MOST_ALIKE: usize = 3;
/// So many findings are looked at for those that are alike; the tab of checks has all of them.
const LOOKED_AT: usize = 1_000;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene) {
    ui.spacing_mut().item_spacing.y = size::S4;
    conflicts_ui(ui, scene);
    gaps_ui(ui, scene);
    checks_ui(ui, scene);
}

fn conflicts_ui(ui: &mut Ui, scene: &mut Scene) {
    let palette = theme::palette(ui);
    let conflicts = &scene.document.briefing.conflicts;
    if conflicts.is_empty() {
        return;
    }
    ui.add(SectionHead::large("Conflicts").count(conflicts.len()).icon(icons::NOT_EQUALS, palette.warn));
    ui.add_space(size::S4);
    // What is still open comes first.
    let (open, resolved): (Vec<_>, Vec<_>) = conflicts.iter().partition(|entry| entry.record.is_open());
    for entry in open.into_iter().chain(resolved).take(MOST) {
        if let Some((key, record)) = scene.reader.by_id(&entry.record.about) {
            let title = visible(&scene.reader.title(&record)).into_owned();
            if ui.add(Link::new(&title).style(Type::Name)).clicked() {
                scene.ask(Request::Show(key));
            }
        }
        let block = conflict_box(&scene.reader, entry.key, &entry.record);
        conflict_ui(ui, &block, &mut scene.requests);
        ui.add_space(size::S8);
    }
    ui.add_space(size::S20);
}

fn gaps_ui(ui: &mut Ui, scene: &Scene) {
    let palette = theme::palette(ui);
    let gaps = &scene.document.briefing.header.gaps;
    if gaps.is_empty() {
        return;
    }
    ui.add(SectionHead::large("Gaps").count(gaps.len()).icon(icons::QUESTION, palette.text2));
    let shown = gaps.iter().take(MOST);
    for gap in shown {
        row_ui(ui, icons::CIRCLE_DASHED, palette.text2, |ui| {
            ui.add(egui::Label::new(Type::Body.text(visible(gap)).color(palette.text)).wrap());
        });
    }
    if gaps.len() > MOST {
        let rest = gaps.iter().skip(MOST).map(|gap| visible(gap).into_owned()).collect::<Vec<_>>().join("\n");
        let words = format!("and {} more", gaps.len() - MOST);
        ui.label(Type::Small.text(words).color(palette.text2)).on_hover_text(rest);
    }
    ui.add_space(size::S20);
}

fn checks_ui(ui: &mut Ui, scene: &mut Scene) {
    let palette = theme::palette(ui);
    let problems = &scene.document.problems;
    let icon = if problems.is_empty() { icons::CHECK_CIRCLE } else { icons::WARNING };
    let colour = if problems.is_empty() { palette.ok } else { palette.warn };
    ui.add(SectionHead::large("Checks").count(problems.len()).icon(icon, colour));
    let mut groups: Vec<(&str, Vec<&Problem>)> = Vec::new();
    for problem in problems.iter().take(LOOKED_AT) {
        match groups.iter_mut().find(|(rule, _)| *rule == problem.rule) {
            Some((_, alike)) => alike.push(problem),
            None => groups.push((problem.rule, vec![problem])),
        }
    }
    for (rule, alike) in groups.iter().take(MOST) {
        let (icon, colour) = match alike.first().map(|problem| problem.severity) {
            Some(Severity::Error) => (icons::X_CIRCLE_FILL, palette.error),
            Some(Severity::Warning) => (icons::WARNING, palette.warn),
            _ => (icons::INFO, palette.text2),
        };
        row_ui(ui, icon, colour, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.vertical(|ui| alike_ui(ui, scene, rule, alike));
        });
    }
    if problems.len() > groups.len().min(MOST) {
        let words = format!("All {} findings", count_text(problems.len()));
        if ui.add(Link::new(&words)).clicked() {
            scene.ask(Request::GoTo(Tab::Checks));
        }
    }
}

/// What findings of one rule say: one of them in its own words, several under what the rule is called.
fn alike_ui(ui: &mut Ui, scene: &mut Scene, id: &str, alike: &[&Problem]) {
    let palette = theme::palette(ui);
    let kind = |problem: &Problem, scene: &Scene| {
        problem.key.and_then(|key| scene.reader.index.place_of(key)).map(|(kind, _)| kind)
    };
    let words = match alike {
        [one] => plain_words(&scene.reader, kind(one, scene), &one.message),
        several => format!("{}: {}", rule(id).map_or(id, |rule| rule.title), several.len()),
    };
    ui.add(egui::Label::new(Type::Body.text(visible(&words)).color(palette.text)).wrap());
    for problem in alike.iter().take(MOST_ALIKE) {
        let Some(key) = problem.key else { continue };
        let Some(record) = scene.reader.record(key) else {
            unreadable_ui(ui, scene, problem);
            continue;
        };
        let title = scene.reader.title(&record);
        let field = path_words(kind(problem, scene), &problem.field).to_lowercase();
        let title = title.trim_end_matches('.');
        let place = if field.is_empty() { title.to_owned() } else { format!("{title}, {field}") };
        let place = visible(&place).into_owned();
        if ui.add(Link::new(&place).style(Type::Small)).clicked() {
            scene.ask(Request::ShowField(key, problem.field.clone()));
        }
    }
    if alike.len() > MOST_ALIKE {
        let words = format!("and {} more", count_text(alike.len() - MOST_ALIKE));
        if ui.add(Link::new(&words).style(Type::Small).name(&format!("{words} in the checks"))).clicked() {
            scene.ask(Request::GoTo(Tab::Checks));
        }
    }
}

/// The place of what could not be read, which has no title; the checks show its text.
fn unreadable_ui(ui: &mut Ui, scene: &mut Scene, problem: &Problem) {
    let Some(at) = problem.position else { return };
    let words = format!("Line {}", count_text(at.line));
    let name = format!("{words} in the checks");
    if ui.add(Link::new(&words).style(Type::Small).name(&name)).clicked() {
        scene.ask(Request::GoTo(Tab::Checks));
    }
}

/// An icon, and beside it what it marks.
fn row_ui(ui: &mut Ui, icon: theme::Icon, colour: egui::Color32, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(size::S16, 18.0), egui::Sense::hover());
        icon.paint(ui, rect.center(), size::ICON_SMALL, colour);
        ui.vertical(content);
    });
}
