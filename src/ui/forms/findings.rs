//! What stands below a field: what was refused, what the checks found; and fields that are none of the format.

use egui::Ui;

use super::state::State;
use crate::check;
use crate::edit::fields::Field;
use crate::model::{AnyRecord, Key, count_text, shortened};
use crate::present::{plain_words, visible};
use crate::ui::Scene;
use crate::ui::command::EditRequest;
use crate::ui::theme::{self, Type, icons};
use crate::ui::widgets::{Button, Severity, severity_label};

/// So many findings stand below a field; the others are in the tab of checks.
const MOST_PROBLEMS: usize = 20;
/// So many fields that the format does not have are shown of a record.
const MOST_UNKNOWN: usize = 100;
/// And so many letters of each.
const MOST_LETTERS: usize = 2_000;

/// Whether the checks found something in a field.
pub(super) fn has_problem(scene: &Scene, key: Option<Key>, field: &Field) -> bool {
    scene.document.problems_of(key).any(|problem| is_of(problem, key, field))
}

/// Whether a finding is of a field.
fn is_of(problem: &check::Problem, key: Option<Key>, field: &Field) -> bool {
    // That a field is required is said by its label, as long as it is empty.
    let is_said = problem.rule == "required-field" && problem.field == field.name;
    let is_of_record = !is_said && (key.is_some() || problem.record.is_empty());
    is_of_record && problem.field.split(['.', '[']).next() == Some(field.name)
}

/// What was refused here, and what the checks found here.
pub(super) fn problems_ui(ui: &mut Ui, scene: &mut Scene, state: &State, key: Option<Key>, field: &Field) {
    let kind = key.and_then(|key| scene.reader.index.place_of(key)).map(|(kind, _)| kind);
    if let Some(why) = state.why_refused(key, field.name) {
        let why = plain_words(&scene.reader, kind, why);
        ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Error, &why));
    }
    let mut all = scene.document.problems_of(key).filter(|problem| is_of(problem, key, field));
    for problem in all.by_ref().take(MOST_PROBLEMS) {
        let severity = match problem.severity {
            check::Severity::Error => Severity::Error,
            check::Severity::Warning => Severity::Warning,
            check::Severity::Info => Severity::Note,
        };
        let message = plain_words(&scene.reader, kind, &problem.message);
        ui.horizontal_wrapped(|ui| severity_label(ui, severity, &message));
        if let Some(remedy) = &problem.remedy {
            let name = format!("{}, {}", remedy.label, field.label.to_lowercase());
            if ui.add(Button::quiet(&visible(&remedy.label)).icon(icons::CHECK_CIRCLE).name(&name)).clicked() {
                scene.requests.push(EditRequest::Repair(Box::new(problem.clone())).into());
            }
        }
    }
    let more = all.count();
    if more > 0 {
        let words = format!("and {} more here; the tab of checks lists them all", count_text(more));
        ui.label(Type::Small.text(words).color(theme::palette(ui).text2));
    }
}

/// Fields that the model does not know: kept in the file, shown as they stand there.
pub(super) fn unknown_ui(ui: &mut Ui, record: Option<&AnyRecord>) {
    let palette = theme::palette(ui);
    let unknown = record.map_or(&[][..], AnyRecord::unknown_fields);
    for field in unknown.iter().take(MOST_UNKNOWN) {
        let raw: String = field.raw.chars().take(MOST_LETTERS).collect();
        let text = format!("{}: {}", shortened(&field.name), visible(&raw));
        ui.add(egui::Label::new(Type::Small.text(text).color(palette.text3)).wrap())
            .on_hover_text("A field that this program does not know; it stays in the file as it is");
    }
    if unknown.len() > MOST_UNKNOWN {
        let words = format!("and {} more fields, kept in the file", count_text(unknown.len() - MOST_UNKNOWN));
        ui.label(Type::Small.text(words).color(palette.text3));
    }
}
