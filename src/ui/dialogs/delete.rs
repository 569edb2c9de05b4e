//! A record that others cite is to be deleted: what becomes of those.

use egui::{ScrollArea, Ui};

use super::frame::{Fate, text_ui, title_ui};
use crate::edit::change::{self, Citing};
use crate::model::{Key, plural};
use crate::ui::command::EditRequest;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::Button;
use crate::ui::{Memo, Request};

/// So many of the records that name them are listed.
const MOST_LISTED: usize = 100;

/// What is to be deleted, and who names it.
#[derive(Debug)]
pub(in crate::ui) struct DeleteDialog {
    keys: Vec<Key>,
    citing: Memo<u64, Vec<Key>>,
}

impl DeleteDialog {
    pub(super) fn new(keys: Vec<Key>) -> Self {
        Self { keys, citing: Memo::default() }
    }
}

pub(super) fn ui(
    ui: &mut Ui,
    dialog: &mut DeleteDialog,
    open: Option<&OpenBriefing>,
    requests: &mut Vec<Request>,
) -> Fate {
    let Some(open) = open else { return Fate::Close };
    let reader = open.document.reader();
    let DeleteDialog { keys, citing } = dialog;
    let Some(record) = keys.first().and_then(|key| reader.record(*key)) else { return Fate::Close };
    let citing = citing.get(open.revision, || change::citing(&reader, keys));
    let (what, them) = match keys.len() {
        1 => (reader.title(&record), "it"),
        count => (plural(count, record.kind().noun()), "them"),
    };
    title_ui(ui, &format!("Delete {what}?"));
    text_ui(
        ui,
        &format!("{} {} {them}:", plural(citing.len(), "record"), if citing.len() == 1 { "names" } else { "name" }),
    );
    ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
        for record in citing.iter().take(MOST_LISTED).filter_map(|key| reader.record(*key)) {
            let date = record.main_date().map(|when| format!(", {}", when.display())).unwrap_or_default();
            let text = format!("{}: {}{date}", record.kind().noun(), reader.title(&record));
            ui.label(Type::Body.text(text).color(theme::palette(ui).text));
        }
        if citing.len() > MOST_LISTED {
            let more = format!("and {}", plural(citing.len() - MOST_LISTED, "more record"));
            ui.label(Type::Body.text(more).color(theme::palette(ui).text2));
        }
    });
    let mut fate = Fate::Stay;
    ui.horizontal_wrapped(|ui| {
        let its = if keys.len() == 1 { "its" } else { "their" };
        let without = format!("Delete {them}, and {its} mentions");
        let all = format!("Delete with {}", plural(citing.len(), "record"));
        // The one that takes more with it is told apart.
        for (button, citing) in
            [(Button::secondary(&without), Citing::Detach), (Button::danger(&all), Citing::DeleteToo)]
        {
            if ui.add(button).clicked() {
                requests.push(EditRequest::Delete(keys.clone(), citing).into());
                fate = Fate::Close;
            }
        }
        if ui.add(Button::quiet("Cancel")).clicked() {
            fate = Fate::Close;
        }
    });
    fate
}
