//! Unsaved changes: save them, go on without, or stay.

use egui::Ui;

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
        Leaving::Open(_) => "Open without saving",
        Leaving::Reload => "Reload without saving",
    };
    let mut fate = Fate::Stay;
    ui.horizontal(|ui| {
        for (button, saves) in [(Button::primary("Save"), true), (Button::secondary(without), false)] {
            let is_pointless = saves && *leaving == Leaving::Reload;
            if !is_pointless && ui.add(button).clicked() {
                requests.push(Request::Leave(leaving.clone(), saves));
                fate = Fate::Close;
            }
        }
        if ui.add(Button::quiet("Cancel")).clicked() {
            fate = Fate::Close;
        }
    });
    fate
}
