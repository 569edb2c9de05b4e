//! What to export and where to, with the text in sight.

use std::path::PathBuf;

use egui::{ScrollArea, Ui};

use super::{Fate, title_ui};
use crate::ui::Request;
use crate::ui::state::State;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Field};

pub(super) const WIDTH: f32 = 860.0;
const HEIGHT: f32 = 420.0;

/// What to export, and where to.
#[derive(Debug)]
pub(in crate::ui) struct ExportDialog {
    title: &'static str,
    path: String,
    text: String,
    replace: bool,
}

impl ExportDialog {
    /// Offers a text for a path.
    pub(in crate::ui) fn new(title: &'static str, path: PathBuf, text: String) -> Self {
        Self { title, path: path.display().to_string(), text, replace: false }
    }

    #[expect(clippy::unused_self, reason = "the preview will be made on a thread")]
    pub(super) fn poll(&mut self) {}

    pub(super) fn ui(&mut self, ui: &mut Ui, _: &State, requests: &mut Vec<Request>) -> Fate {
        title_ui(ui, self.title);
        let palette = theme::palette(ui);
        ScrollArea::vertical().max_height(HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
            let mut text = self.text.as_str();
            ui.add(
                egui::TextEdit::multiline(&mut text)
                    .font(Type::Small.font_id())
                    .text_color(palette.text)
                    .desired_width(f32::INFINITY),
            );
        });
        Field::new("Write to", &mut self.path).show(ui);
        ui.checkbox(&mut self.replace, "Replace a file that is there already");
        let mut fate = Fate::Stay;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::S8;
            if ui.add_enabled(!self.path.trim().is_empty(), Button::primary("Write")).clicked() {
                requests.push(Request::Write(PathBuf::from(self.path.trim()), self.text.clone(), self.replace));
                fate = Fate::Close;
            }
            if ui.add(Button::secondary("Copy to clipboard")).clicked() {
                requests.push(Request::Copy(self.text.clone(), "the export".to_owned()));
            }
            if ui.add(Button::quiet("Cancel")).clicked() {
                fate = Fate::Close;
            }
        });
        fate
    }
}
