//! A record that others cite is to be deleted: what becomes of those.

use egui::{ScrollArea, Ui};

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::edit::change::{self, Citing};
use crate::model::{Key, capitalised, plural};
use crate::present::{RecordLine, visible};
use crate::ui::command::EditRequest;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::list_beside_bar;
use crate::ui::{Memo, Request};

/// So many of the records that name them are listed.
const MOST_LISTED: usize = 100;

/// What is to be deleted, and who names it.
#[derive(Debug)]
pub(in crate::ui) struct DeleteDialog {
    keys: Vec<Key>,
    citing: Memo<u64, Vec<Key>>,
    /// Those who name it go too.
    takes_citing: bool,
}

impl DeleteDialog {
    pub(super) fn new(keys: Vec<Key>) -> Self {
        Self { keys, citing: Memo::default(), takes_citing: false }
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
    let DeleteDialog { keys, citing, takes_citing } = dialog;
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
    list_beside_bar(ui, "list", ScrollArea::vertical().max_height(220.0), |ui| {
        for record in citing.iter().take(MOST_LISTED).filter_map(|key| reader.record(*key)) {
            // Two statements of one speaker are told apart by their words.
            let line = RecordLine::of(&reader, &record);
            let told = [line.words, line.detail].into_iter().filter(|part| !part.is_empty());
            let told = told.collect::<Vec<_>>().join(", ");
            let text = format!("{}: {}", capitalised(record.kind().noun()), visible(&told));
            ui.add(egui::Label::new(Type::Body.text(text).color(theme::palette(ui).text)).truncate());
        }
        if citing.len() > MOST_LISTED {
            let more = format!("and {}", plural(citing.len() - MOST_LISTED, "more record"));
            ui.label(Type::Body.text(more).color(theme::palette(ui).text2));
        }
    });
    ui.add_space(size::S4);
    let them_all = if citing.len() == 1 { "it" } else { "them" };
    let keep =
        format!("Keep {them_all}, without what {} of {them}", if citing.len() == 1 { "it says" } else { "they say" });
    ui.radio_value(takes_citing, false, keep);
    ui.radio_value(takes_citing, true, format!("Delete {them_all} too"));
    let count = keys.len() + if *takes_citing { citing.len() } else { 0 };
    let words = if count == 1 { "Delete".to_owned() } else { format!("Delete {}", plural(count, "record")) };
    match Foot::new(&words).destroys().show(ui) {
        Some(Pressed::Primary) => {
            let citing = if *takes_citing { Citing::DeleteToo } else { Citing::Detach };
            requests.push(EditRequest::Delete(keys.clone(), citing).into());
            Fate::Close
        }
        Some(_) => Fate::Close,
        None => Fate::Stay,
    }
}
