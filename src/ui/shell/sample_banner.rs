//! Over the sample of the first start: that it is one, and what to do when it was looked at.

use egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::ui::session::Session;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, IconButton};
use crate::ui::{Command, Request};

use crate::ui::theme::icons;

/// What begins something of one's own, and what its button says.
const BEGIN: [(Command, &str); 4] = [
    (Command::TakeTour, "Take the tour"),
    (Command::PasteArticle, "Paste an article…"),
    (Command::NewBriefing, "New briefing"),
    (Command::Open, "Open…"),
];
/// In a narrower window the sentence stands above the buttons.
const ONE_LINE_ABOVE: f32 = 1000.0;

pub(in crate::ui) fn sample_banner_ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let is_sample = session.open.as_ref().is_some_and(|open| open.origin.is_sample());
    if !session.is_first_start || !is_sample {
        return;
    }
    let palette = theme::palette(ui);
    let frame = Frame::NONE.fill(palette.accent_wash).inner_margin(Margin::symmetric(size::S24 as i8, 8));
    Panel::top("sample banner").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        let words = "This is a sample, made from one news article: look around, nothing can be lost";
        let is_wide = ui.available_width() > ONE_LINE_ABOVE;
        ui.horizontal(|ui| {
            ui.label(Type::Active.text(words).color(palette.text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(IconButton::new(icons::X, "Close the note on the sample")).clicked() {
                    requests.push(Request::CloseSampleBanner);
                }
                if is_wide {
                    // Laid out from the right, so the last comes first.
                    for (command, words) in BEGIN.iter().rev() {
                        begin_ui(ui, *command, words, requests);
                    }
                }
            });
        });
        if !is_wide {
            ui.horizontal(|ui| {
                for (command, words) in BEGIN {
                    begin_ui(ui, command, words, requests);
                }
            });
        }
    });
}

fn begin_ui(ui: &mut Ui, command: Command, words: &str, requests: &mut Vec<Request>) {
    if ui.add(Button::secondary(words)).on_hover_text(command.tooltip()).clicked() {
        requests.push(Request::Do(command));
    }
}
