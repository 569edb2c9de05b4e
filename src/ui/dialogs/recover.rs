//! What a crash left behind: restore it, throw it away, or decide later.

use egui::{ScrollArea, Ui};

use super::foot::Foot;
use super::frame::{FOOT, Fate, list_height, text_ui, title_ui};
use crate::present::visible;
use crate::ui::Request;
use crate::ui::session::LeftBehind;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Severity, severity_label};

pub(super) fn ui(ui: &mut Ui, left: &[LeftBehind], requests: &mut Vec<Request>) -> Fate {
    if left.is_empty() {
        return Fate::Close;
    }
    title_ui(ui, "Not everything was saved");
    text_ui(ui, "The program ended without saving. This was kept aside:");
    let mut fate = Fate::Stay;
    ScrollArea::vertical().max_height(list_height(ui, 360.0, FOOT)).show(ui, |ui| {
        for (place, LeftBehind { orphan, told }) in left.iter().enumerate() {
            if place > 0 {
                ui.add_space(size::S12);
            }
            ui.push_id(place, |ui| {
                let palette = theme::palette(ui);
                let title = visible(&orphan.journal.head.title).into_owned();
                ui.label(Type::Active.text(&title).color(palette.text));
                let head = &orphan.journal.head;
                let path = head.document.as_ref().map(|path| path.display().to_string());
                let path = path.unwrap_or_else(|| "never saved".to_owned());
                let small = |ui: &mut Ui, text: &str| {
                    ui.add(egui::Label::new(Type::Small.text(text).color(palette.text2)).wrap());
                };
                small(ui, &format!("{path}, begun {}", head.begun));
                match told {
                    Ok(told) => {
                        small(ui, &told.changes);
                        for note in &told.notes {
                            ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Warning, note));
                        }
                    }
                    Err(why) => {
                        ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Error, why));
                    }
                }
                ui.horizontal(|ui| {
                    if told.is_ok() && ui.add(Button::primary("Restore").name(&format!("Restore {title}"))).clicked() {
                        requests.push(Request::Restore(place));
                        fate = Fate::Close;
                    }
                    if ui.add(Button::danger("Throw away").name(&format!("Throw away {title}"))).clicked() {
                        requests.push(Request::ThrowAway(place));
                    }
                });
            });
        }
    });
    // Nothing is decided by Enter here: both answers are about what somebody wrote.
    match Foot::new("Later").doubtful(true).cancel("").show(ui) {
        Some(_) => Fate::Close,
        None => fate,
    }
}
