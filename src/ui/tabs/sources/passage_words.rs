//! The words that are held of a paragraph, to be read, selected by mouse and keys, and copied with their citation.

use egui::text::{CCursor, CCursorRange};
use egui::{Event, Id, Key, Ui};

use super::reading_keys::{Edge, ReadingKeys};
use crate::edit::change::HeldPart;
use crate::model::Source;
use crate::present::words_citation;
use crate::ui::Request;
use crate::ui::theme::icons;
use crate::ui::widgets::{MenuItem, Quote, Run, SelectableQuote, SelectableShown, context_menu, select, selected};

/// The words of a paragraph, or one of the texts that are held of it.
pub(super) struct PassageWords<'a> {
    pub(super) source: &'a Source,
    pub(super) para: Option<u32>,
    /// Which of its texts these are, where keys lead from one to the next.
    pub(super) held: Option<HeldPart>,
    pub(super) runs: &'a [Run<'a>],
    /// Whether nothing cites it.
    pub(super) is_weak: bool,
}

impl PassageWords<'_> {
    /// Under which id it keeps what is selected.
    pub(super) fn id(&self, ui: &Ui) -> Id {
        ui.scope_id().with("words").with(self.held.map_or(0, |held| held.part))
    }

    fn name(&self) -> String {
        let para = self.para.map_or_else(|| "a passage".to_owned(), |para| format!("paragraph {para}"));
        match self.held.map_or(0, |held| held.part) {
            0 => format!("Words of {para}"),
            part => format!("Words of {para}, excerpt {}", part + 1),
        }
    }

    /// Shows them. Ctrl+C and the menu copy what is selected, and the menu all of it where nothing is.
    pub(super) fn ui(&self, ui: &mut Ui, keys: &mut ReadingKeys, requests: &mut Vec<Request>) -> SelectableShown {
        let id = self.id(ui);
        let gone_to = self.held.and_then(|held| keys.take(held));
        if let Some(edge) = gone_to {
            let at = if edge == Edge::Begin { 0 } else { self.text().chars().count() };
            select(ui, id, CCursorRange::one(CCursor::new(at)));
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if ui.memory(|memory| memory.has_focus(id)) && self.selected_words(ui, id).is_some() && takes_copy(ui) {
            requests.extend(self.copied(ui, id, true));
        }
        let quote = Quote::small(self.runs);
        let quote = if self.is_weak { quote.weak() } else { quote };
        let shown = SelectableQuote::new(quote, id, &self.name()).show(ui);
        let response = &shown.response;
        if let Some(held) = self.held.filter(|_| response.has_focus()) {
            keys.note(held);
            if let Some(edge) = leads_on(ui, &shown) {
                keys.lead_on(edge);
            }
        }
        let came_by_tab = response.gained_focus() && ui.input(|input| input.key_pressed(Key::Tab));
        if gone_to.is_some() || came_by_tab {
            response.scroll_to_me(None);
        }
        if came_by_tab {
            // The paragraph is read from its beginning, and so are its words selected.
            select(ui, id, CCursorRange::one(CCursor::new(0)));
        }
        context_menu(response, |ui| self.menu_ui(ui, id, requests));
        shown
    }

    fn menu_ui(&self, ui: &mut Ui, id: Id, requests: &mut Vec<Request>) {
        let keys = ui.ctx().format_shortcut(&egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, Key::C));
        let is_part = self.selected_words(ui, id).is_some();
        let (cited, alone) = if is_part {
            ("Copy with its citation", "Copy the words alone")
        } else {
            ("Copy the paragraph with its citation", "Copy the paragraph alone")
        };
        let row = MenuItem::new(cited).detail(if is_part { &keys } else { "" });
        if ui.add(row.icon(icons::QUOTES)).clicked() {
            requests.extend(self.copied(ui, id, true));
        }
        if ui.add(MenuItem::new(alone).icon(icons::COPY_SIMPLE)).clicked() {
            requests.extend(self.copied(ui, id, false));
        }
    }

    fn text(&self) -> String {
        self.runs.iter().map(|run| run.text()).collect()
    }

    /// The words that are selected, where any are.
    fn selected_words(&self, ui: &Ui, id: Id) -> Option<String> {
        let range = selected(ui, id).filter(|range| !range.is_empty())?;
        Some(range.slice_str(&self.text()).to_owned())
    }

    /// Copies the selected words, or all of them; `None` where there are none.
    fn copied(&self, ui: &Ui, id: Id, with_citation: bool) -> Option<Request> {
        let words = self.selected_words(ui, id).unwrap_or_else(|| self.text());
        let (text, what) = if with_citation {
            (words_citation(self.source, self.para, &words), "the words with their citation")
        } else {
            (words, "the words")
        };
        (!text.trim().is_empty()).then(|| Request::Copy(text, what.to_owned()))
    }
}

/// Takes what asks for a copy, so that the text does not answer it too.
fn takes_copy(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !matches!(event, Event::Copy | Event::Cut));
        input.events.len() < before
    })
}

/// Where an arrow leads that goes beyond the first or the last line.
fn leads_on(ui: &Ui, shown: &SelectableShown) -> Option<Edge> {
    let row = shown.galley.layout_from_cursor(shown.before?.primary).row;
    let pressed = |key| ui.input(|input| input.key_pressed(key) && input.modifiers.is_none());
    if pressed(Key::ArrowDown) && row + 1 >= shown.galley.rows.len() {
        Some(Edge::Begin)
    } else if pressed(Key::ArrowUp) && row == 0 {
        Some(Edge::End)
    } else {
        None
    }
}
