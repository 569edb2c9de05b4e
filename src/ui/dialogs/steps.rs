//! All steps since the briefing was opened, to go back or forward to any.

use egui::{ScrollArea, Ui};

use super::foot::close_ui;
use super::frame::{FOOT, Fate, list_height, text_ui, title_ui};
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::session::OpenBriefing;
use crate::ui::widgets::{MenuItem, list_beside_bar};

pub(super) fn ui(ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
    let Some(open) = open else { return Fate::Close };
    title_ui(ui, "Steps");
    text_ui(ui, "Choose a step to go back to it, or forward");
    let done = open.edits.count_done();
    list_beside_bar(ui, "list", ScrollArea::vertical().max_height(list_height(ui, 360.0, FOOT)), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if ui.add(MenuItem::new("As it was opened").checked(done == 0)).clicked() {
            requests.push(EditRequest::GoToStep(0).into());
        }
        for (place, step) in open.edits.steps().iter().enumerate() {
            let detail = if step.is_done { "" } else { "undone" };
            if ui.add(MenuItem::new(&step.label).checked(place + 1 == done).detail(detail)).clicked() {
                requests.push(EditRequest::GoToStep(place + 1).into());
            }
        }
    });
    close_ui(ui)
}
