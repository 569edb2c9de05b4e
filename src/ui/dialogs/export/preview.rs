//! What an export will be, before it is written.

use egui::{ScrollArea, Ui};

use super::super::frame::text_ui;
use super::dialog::ExportDialog;
use super::failure::in_window;
use super::made::{MOST_PREVIEWED, begin_of};
use super::note_view;
use crate::export::Format;
use crate::model::count_text;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{Segment, Segmented};

/// Beside the words, where the scroll bar stands.
const GUTTER: f32 = 14.0;

impl ExportDialog {
    pub(super) fn preview_ui(&mut self, ui: &mut Ui, height: f32) {
        let palette = theme::palette(ui);
        let views = [Segment::new("Preview"), Segment::new("Text")];
        let is_note = self.choice.format.is_note();
        if is_note && let Some(index) = Segmented::new("View", &views).show(ui, usize::from(!self.rendered)) {
            self.rendered = index == 0;
        }
        if let Some(words) = other_in_file(self.choice.format) {
            text_ui(ui, words);
        }
        ui.add_space(size::S4);
        let frame = egui::Frame::NONE.fill(palette.surface).inner_margin(size::S12).corner_radius(size::RADIUS_CARD);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            if self.made.content.is_empty() && self.is_being_made() {
                ui.spinner();
                return;
            }
            if let Some(failure) = &self.made.failure {
                text_ui(ui, &in_window(failure));
                return;
            }
            let id = ("export preview", self.rendered, is_note);
            ScrollArea::vertical()
                .id_salt(id)
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    ui.set_max_width(ui.available_width() - GUTTER);
                    match &self.texture {
                        Some(texture) => {
                            let words = "The chart as it will be written";
                            ui.add(egui::Image::new(texture).max_width(ui.available_width()).alt_text(words));
                        }
                        None if is_note && self.rendered => {
                            note_view::ui(ui, &self.made.blocks);
                            rest_ui(ui, &self.made.text);
                        }
                        None if self.made.text.is_empty() => {
                            let words = format!(
                                "{} bytes, to be opened in the program for it",
                                count_text(self.made.content.len())
                            );
                            text_ui(ui, &words);
                        }
                        None => {
                            let colour = palette.text;
                            let shown = egui::RichText::new(begin_of(&self.made.text)).monospace().color(colour);
                            ui.add(egui::Label::new(shown).wrap().selectable(true));
                            rest_ui(ui, &self.made.text);
                        }
                    }
                });
        });
    }
}

/// What the file holds that the preview does not show.
const fn other_in_file(format: Format) -> Option<&'static str> {
    match format {
        Format::Html => Some("The page holds these words, and the chart"),
        Format::Docx => Some("The document holds these words in the styles of Word, and the chart"),
        Format::Xlsx => Some("The workbook holds these rows, a sheet for each list"),
        _ => None,
    }
}

fn rest_ui(ui: &mut Ui, text: &str) {
    if text.len() > MOST_PREVIEWED {
        text_ui(ui, "The rest is written and copied, and not shown here");
    }
}
