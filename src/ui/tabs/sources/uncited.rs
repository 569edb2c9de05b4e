//! The paragraphs of a source that nothing cites: how many, and the way from one to the next.

use egui::{Frame, Margin, Ui};

use crate::model::Key;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::Button;
use crate::ui::{Command, Request};

/// Shows the bar over the text; gives back the paragraph to go to. `now` is the one that is pointed at.
pub(super) fn ui(ui: &mut Ui, key: Key, uncited: &[u32], now: Option<u32>) -> Option<Request> {
    let (first, last) = (*uncited.first()?, *uncited.last()?);
    let next = now.and_then(|now| uncited.iter().copied().find(|para| *para > now)).unwrap_or(first);
    let previous = now.and_then(|now| uncited.iter().rev().copied().find(|para| *para < now)).unwrap_or(last);
    let palette = theme::palette(ui);
    let words = match uncited.len() {
        1 => format!("1 paragraph that nothing cites: ¶{first}"),
        many => match now.filter(|now| uncited.contains(now)) {
            Some(now) => format!("{many} paragraphs that nothing cites, now ¶{now}"),
            None => format!("{many} paragraphs that nothing cites"),
        },
    };
    let mut asked = None;
    Frame::NONE.fill(palette.warn_wash).inner_margin(Margin::symmetric(24, 4)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::S8;
            ui.add(egui::Label::new(Type::Small.text(words).color(palette.warn)));
            for (word, name, para) in [
                ("Previous", "Previous paragraph that nothing cites", previous),
                ("Next", "Next paragraph that nothing cites", next),
            ] {
                if ui.add(Button::quiet(word).name(name)).on_hover_text(format!("To ¶{para}")).clicked() {
                    asked = Some(Request::ShowParagraph(key, para));
                }
            }
            let read = Command::ReadIntoRecords;
            if ui.add(Button::quiet(read.text()).strong()).on_hover_text(read.tooltip()).clicked() {
                asked = Some(Request::Do(read));
            }
        });
    });
    asked
}
