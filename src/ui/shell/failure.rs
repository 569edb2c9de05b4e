//! A file that could not be opened: why, the lines concerned, what to do. What was open stays open.

use egui::{Frame, Margin, Panel, Ui};

use crate::ui::Command;
use crate::ui::Request;
use crate::ui::session::Failure;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::Button;

pub(in crate::ui) fn failure_ui(ui: &mut Ui, failed: &Failure, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let frame = Frame::NONE.fill(palette.error_wash).inner_margin(Margin::symmetric(24, 12));
    Panel::top("failure").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::S4;
        let name = failed.origin.path().map_or_else(|| failed.origin.name(), |path| path.display().to_string());
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(16.0, 18.0), egui::Sense::hover());
            icons::X_CIRCLE_FILL.paint(ui, rect.center(), size::ICON, palette.error);
            ui.label(Type::Active.text(format!("Could not open {name}")).color(palette.error));
        });
        let at = failed.failure.error.position();
        let place = at.map(|at| format!("Line {}, column {}: ", at.line, at.column)).unwrap_or_default();
        ui.label(Type::Body.text(format!("{place}{}", visible(&failed.failure.error.to_string()))).color(palette.text));
        for (number, line) in &failed.failure.lines {
            let is_it = at.is_some_and(|at| at.line == *number);
            let colour = if is_it { palette.text } else { palette.text2 };
            let mark = if is_it { "▸" } else { " " };
            let text = format!("{mark} {number:>5}  {}", visible(line));
            ui.add(egui::Label::new(egui::RichText::new(text).monospace().color(colour)).truncate());
        }
        ui.horizontal(|ui| {
            if let Some(path) = failed.origin.path()
                && ui.add(Button::secondary("Try again")).clicked()
            {
                requests.push(Request::OpenFile(path.to_owned()));
            }
            if ui.add(Button::secondary("Open another…")).clicked() {
                requests.push(Request::Do(Command::Open));
            }
            if ui.add(Button::quiet("Dismiss")).clicked() {
                requests.push(Request::DismissFailure);
            }
        });
    });
}

/// Control, bidi and invisible characters as visible marks.
fn visible(text: &str) -> String {
    crate::present::visible(text).into_owned()
}
