//! Unsaved changes: save them, go on without, or stay.

use egui::Ui;

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::ui::Request;
use crate::ui::command::Leaving;
use crate::ui::widgets::Button;

pub(super) fn ui(ui: &mut Ui, leaving: &Leaving, requests: &mut Vec<Request>) -> Fate {
    title_ui(ui, "Save the changes?");
    text_ui(ui, "The briefing has changes that are not saved yet");
    let without = match leaving {
        Leaving::Quit => "Quit without saving",
        Leaving::Close => "Close without saving",
        Leaving::Open(_) | Leaving::Article(_) => "Open without saving",
        Leaving::Reload => "Reload without saving",
    };
    let without_saving = Request::LeaveUnsaved(leaving.clone());
    if *leaving == Leaving::Reload {
        // Saving would make reading it again pointless.
        return match Foot::new(without).destroys().show(ui) {
            Some(Pressed::Primary) => {
                requests.push(without_saving);
                Fate::Close
            }
            Some(_) => Fate::Close,
            None => Fate::Stay,
        };
    }
    match Foot::new("Save").other(Button::danger(without)).show(ui) {
        Some(Pressed::Primary) => requests.push(Request::SaveAndLeave(leaving.clone())),
        Some(Pressed::Other(_)) => requests.push(without_saving),
        Some(Pressed::Cancel) => {}
        None => return Fate::Stay,
    }
    Fate::Close
}
