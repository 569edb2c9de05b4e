//! What stands against handing an export out, each with a jump to its place.

use egui::{ScrollArea, Ui};

use crate::check::Problem;
use crate::index::Reader;
use crate::model::plural;
use crate::present::{plain_words, visible};
use crate::ui::Request;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::Link;

/// So many are listed; the rest are counted.
const MOST_LISTED: usize = 50;
/// How high the list is, in points.
const HEIGHT: f32 = 132.0;

/// Lists what stands against an export; whether one was gone to.
pub(super) fn ui(ui: &mut Ui, reader: &Reader, obstacles: &[Problem], requests: &mut Vec<Request>) -> bool {
    let palette = theme::palette(ui);
    let stands = if obstacles.len() == 1 { "stands" } else { "stand" };
    let words = format!("{} {stands} against it", plural(obstacles.len(), "thing"));
    ui.label(Type::Active.text(&words).color(palette.error));
    let mut is_gone = false;
    ScrollArea::vertical().id_salt("obstacles").max_height(HEIGHT).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::S4;
        for problem in obstacles.iter().take(MOST_LISTED) {
            is_gone |= one_ui(ui, reader, problem, requests);
        }
        if obstacles.len() > MOST_LISTED {
            let more = format!("{} more in the checks", obstacles.len() - MOST_LISTED);
            ui.label(Type::Small.text(&more).color(palette.text2));
        }
    });
    is_gone
}

fn one_ui(ui: &mut Ui, reader: &Reader, problem: &Problem, requests: &mut Vec<Request>) -> bool {
    let kind = problem.key.and_then(|key| reader.index.place_of(key)).map(|(kind, _)| kind);
    let words = plain_words(reader, kind, &problem.message);
    let words = visible(&words);
    let line = problem.position.map(|at| format!(", line {}", at.line)).unwrap_or_default();
    let name = format!("{words}{line}");
    match problem.key {
        Some(key) => {
            if ui.add(Link::new(&words).name(&name).style(Type::Small)).clicked() {
                requests.push(Request::ShowField(key, problem.field.clone()));
                return true;
            }
        }
        None => {
            let colour = theme::palette(ui).text2;
            ui.add(egui::Label::new(Type::Small.text(&name).color(colour)).wrap());
        }
    }
    false
}
