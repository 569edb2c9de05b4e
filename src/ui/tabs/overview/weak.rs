//! What is weak: conflicts, gaps, the first findings of the checks.

use egui::{Frame, Margin, Ui};

use crate::check::Severity;
use crate::model::{AnyRecord, Key};
use crate::present::{ConflictView, record_view, visible};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{self, Link, Quote, Run, SectionHead};
use crate::ui::{Request, Scene, Tab};

/// How many gaps, conflicts and findings are shown; the rest are counted.
const MOST: usize = 6;

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
    for entry in conflicts.iter().take(MOST) {
        let about = scene.reader.by_id(&entry.record.about);
        let view = about.and_then(|(key, record)| {
            let title = visible(&scene.reader.title(&record)).into_owned();
            let view = record_view(&scene.reader, key, &record);
            view.conflicts.into_iter().find(|view| view.key == entry.key).map(|view| (key, title, view))
        });
        match view {
            Some((key, title, view)) => conflict_ui(ui, scene, key, &title, &view),
            None => {
                let record = AnyRecord::Conflict(std::sync::Arc::clone(&entry.record));
                ui.label(Type::Body.text(visible(&scene.reader.title(&record))).color(palette.warn));
            }
        }
        ui.add_space(size::S8);
    }
    ui.add_space(size::S20);
}

fn conflict_ui(ui: &mut Ui, scene: &mut Scene, about: Key, title: &str, conflict: &ConflictView) {
    let palette = theme::palette(ui);
    let frame = Frame::NONE.fill(palette.warn_wash).corner_radius(size::RADIUS_CARD).inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if ui.add(Link::new(title).style(Type::Active)).clicked() {
            scene.ask(Request::Show(about));
        }
        let state = if conflict.is_open { "open" } else { "resolved" };
        let words = format!("{} {state}", conflict.title);
        ui.add(egui::Label::new(Type::Small.text(words).color(palette.warn)).wrap());
        for (value, words, cites) in &conflict.sides {
            if words.is_empty() {
                ui.label(Type::Body.text(value).color(palette.text));
            } else {
                Quote::small(&[Run::Said(words)]).show(ui);
            }
            ui.horizontal_wrapped(|ui| {
                for cite in cites {
                    if let Some(key) = cite.source
                        && ui.add(Link::new(&cite.label).name(&cite.name).style(Type::Small)).clicked()
                    {
                        scene.ask(Request::Show(key));
                    }
                }
            });
        }
    });
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
    for problem in problems.iter().take(MOST) {
        let (icon, colour) = match problem.severity {
            Severity::Error => (icons::X_CIRCLE_FILL, palette.error),
            Severity::Warning => (icons::WARNING, palette.warn),
            Severity::Info => (icons::INFO, palette.text2),
        };
        row_ui(ui, icon, colour, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.vertical(|ui| {
                ui.add(egui::Label::new(Type::Body.text(visible(&problem.message)).color(palette.text)).wrap());
                let place = format!("{} {}", problem.record, problem.field);
                if let Some(key) = problem.key
                    && ui.add(Link::new(visible(place.trim()).as_ref()).style(Type::Small)).clicked()
                {
                    scene.ask(Request::ShowField(key, problem.field.clone()));
                }
            });
        });
    }
    if problems.len() > MOST {
        let words = format!("All {} findings", widgets::count_text(problems.len()));
        if ui.add(Link::new(&words)).clicked() {
            scene.ask(Request::GoTo(Tab::Checks));
        }
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
