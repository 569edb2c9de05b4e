//! A record that others cite is to be deleted: what becomes of those.

use egui::{ScrollArea, Ui};

use super::{Fate, text_ui, title_ui};
use crate::edit::change;
use crate::model::Key;
use crate::ui::Request;
use crate::ui::shell::plural;
use crate::ui::state::OpenBriefing;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::Button;

pub(super) fn ui(ui: &mut Ui, keys: &[Key], open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
    let Some(open) = open else { return Fate::Close };
    let reader = open.document.reader();
    let Some(record) = keys.first().and_then(|key| reader.record(*key)) else { return Fate::Close };
    let citing = change::citing(&reader, keys);
    title_ui(ui, &format!("Delete {}?", reader.title(&record)));
    text_ui(ui, &format!("{} name it:", plural(citing.len(), "record")));
    ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
        for record in citing.iter().filter_map(|key| reader.record(*key)) {
            let text = format!("{}: {}", record.kind().noun(), reader.title(&record));
            ui.label(Type::Body.text(text).color(theme::palette(ui).text));
        }
    });
    let mut fate = Fate::Stay;
    ui.horizontal_wrapped(|ui| {
        let all = format!("Delete with {}", plural(citing.len(), "record"));
        for (words, with_citing) in [("Delete it, and its mentions", false), (all.as_str(), true)] {
            if ui.add(Button::secondary(words)).clicked() {
                requests.push(Request::Delete(keys.to_vec(), with_citing));
                fate = Fate::Close;
            }
        }
        if ui.add(Button::quiet("Cancel")).clicked() {
            fate = Fate::Close;
        }
    });
    fate
}
