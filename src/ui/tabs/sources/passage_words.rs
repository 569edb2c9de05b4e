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
        let words = selected(ui, id).and_then(|range| self.words_in(range));
        if ui.memory(|memory| memory.has_focus(id)) && words.is_some() && takes_copy(ui) {
            requests.extend(words.and_then(|words| self.copied(&words, true)));
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
        let for_menu = id.with("selected for the menu");
        if response.secondary_clicked() {
            // The menu takes the keys, and with them what is selected.
            ui.data_mut(|data| data.insert_temp(for_menu, shown.now.unwrap_or_default()));
        }
        context_menu(response, |ui| {
            let range: CCursorRange = ui.data(|data| data.get_temp(for_menu)).unwrap_or_default();
            self.menu_ui(ui, range, requests);
        });
        shown
    }

    fn menu_ui(&self, ui: &mut Ui, range: CCursorRange, requests: &mut Vec<Request>) {
        let keys = ui.ctx().format_shortcut(&egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, Key::C));
        let part = self.words_in(range);
        let (cited, alone, keys) = if part.is_some() {
            ("Copy with its citation", "Copy the words alone", keys.as_str())
        } else {
            ("Copy the paragraph with its citation", "Copy the paragraph alone", "")
        };
        let words = part.unwrap_or_else(|| self.text());
        if ui.add(MenuItem::new(cited).detail(keys).icon(icons::QUOTES)).clicked() {
            requests.extend(self.copied(&words, true));
        }
        if ui.add(MenuItem::new(alone).icon(icons::COPY_SIMPLE)).clicked() {
            requests.extend(self.copied(&words, false));
        }
    }

    fn text(&self) -> String {
        self.runs.iter().map(|run| run.text()).collect()
    }

    /// The words of a range, where there are any.
    fn words_in(&self, range: CCursorRange) -> Option<String> {
        (!range.is_empty()).then(|| range.slice_str(&self.text()).to_owned())
    }

    /// Copies words; `None` where there is nothing to copy.
    fn copied(&self, words: &str, with_citation: bool) -> Option<Request> {
        let (text, what) = if with_citation {
            (words_citation(self.source, self.para, words), "the words with their citation")
        } else {
            (words.to_owned(), "the words")
        };
        (!words.trim().is_empty()).then(|| Request::Copy(text, what.to_owned()))
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
