//! A row that stands for several controls: folded to a line of words, opened to be changed, taken away by a key.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{CursorIcon, Id, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::list::{REMOVE_KEYS, is_remove_pressed};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{IconButton, focus_ring, scroll_to_focus};

/// Left of the words, for the caret.
const WORDS_LEFT: f32 = 22.0;
/// Beside long words what tells of them keeps this share of the row.
const DETAIL_SHARE: f32 = 0.4;

/// A row that stands for several controls.
#[must_use = "call show"]
pub(super) struct Folded<'a> {
    words: &'a str,
    detail: &'a str,
    is_quoted: bool,
    name: &'a str,
    is_open: bool,
}

/// What was done to the row.
pub(super) struct FoldedAnswer {
    /// The row itself.
    pub(super) response: Response,
    /// It is to be opened, or folded.
    pub(super) is_turned: bool,
    /// What it stands for is to be taken away.
    pub(super) is_removed: bool,
}

impl<'a> Folded<'a> {
    /// A row of these words; `name` is what a screen reader calls it, and what is taken away with it.
    pub(super) fn new(name: &'a str, words: &'a str) -> Self {
        Self { words, detail: "", is_quoted: false, name, is_open: false }
    }

    /// Paler words behind.
    pub(super) fn detail(mut self, detail: &'a str) -> Self {
        self.detail = detail;
        self
    }

    /// The words behind are a source's own.
    pub(super) fn quoted(mut self) -> Self {
        self.is_quoted = true;
        self
    }

    /// Whether it is open.
    pub(super) fn open(mut self, is_open: bool) -> Self {
        self.is_open = is_open;
        self
    }

    pub(super) fn show(self, ui: &mut Ui) -> FoldedAnswer {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::S4;
            let width = (ui.available_width() - size::BUTTON - size::S4).max(WORDS_LEFT);
            let (rect, response) = ui.allocate_exact_size(vec2(width, size::FIELD), Sense::click());
            scroll_to_focus(ui, &response);
            let said = [self.name, self.words, self.detail].into_iter().filter(|part| !part.is_empty());
            let said = said.collect::<Vec<_>>().join(", ");
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &said));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(self.is_open));
            self.paint(ui, rect, &response);
            let remove = format!("Remove {}", lower_first(self.name));
            let remove = IconButton::new(icons::TRASH, &remove).shortcut(REMOVE_KEYS).skipped_by_tab();
            let is_removed = ui.add(remove).clicked() || response.has_focus() && is_remove_pressed(ui);
            let is_turned = response.clicked();
            let response = response.on_hover_cursor(CursorIcon::PointingHand);
            let response = if self.is_open { response } else { response.on_hover_text(said) };
            FoldedAnswer { response, is_turned, is_removed }
        })
        .inner
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        if !ui.is_rect_visible(rect) {
            return;
        }
        let palette = theme::palette(ui);
        if response.hovered() {
            ui.painter().rect_filled(rect, size::RADIUS_CONTROL, palette.hover);
        }
        let caret = if self.is_open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
        caret.paint(ui, pos2(rect.left() + size::S8, rect.center().y), size::ICON_SMALL, palette.text2);
        let room = rect.width() - WORDS_LEFT - size::S8;
        let kept = if self.detail.is_empty() { 0.0 } else { room * DETAIL_SHARE };
        let whole = Type::Name.galley(ui, self.words, palette.text).size().x;
        let words = Type::Name.truncated(ui, self.words, palette.text, whole.min(room - kept).max(1.0) + 1.0);
        let style = if self.is_quoted { Type::QuoteSmall } else { Type::Small };
        let left = rect.left() + WORDS_LEFT;
        let behind = left + words.size().x + size::S8;
        let detail = style.truncated(ui, self.detail, palette.text2, (rect.right() - size::S4 - behind).max(1.0));
        for (galley, x) in [(words, left), (detail, behind)] {
            let top = rect.center().y - galley.size().y / 2.0;
            ui.painter().galley(pos2(x, top.round()), galley, palette.text);
        }
        focus_ring(ui, response, rect, size::RADIUS_CONTROL);
    }
}

/// Which rows of a list are open, by their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct OpenRows {
    open: BTreeSet<usize>,
    /// The one that takes the keys once it is there.
    awaited: Option<usize>,
}

impl OpenRows {
    /// Those of the list that stands here.
    pub(super) fn of(ui: &Ui) -> Self {
        ui.data(|data| data.get_temp(Self::id(ui))).unwrap_or_default()
    }

    pub(super) fn keep(self, ui: &Ui) {
        let id = Self::id(ui);
        ui.data_mut(|data| data.insert_temp(id, self));
    }

    fn id(ui: &Ui) -> Id {
        ui.scope_id().with("open rows")
    }

    pub(super) fn has(&self, place: usize) -> bool {
        self.open.contains(&place)
    }

    /// Opens a row that is about to be there, and gives it the keys.
    pub(super) fn await_keys(&mut self, place: usize) {
        self.open.insert(place);
        self.awaited = Some(place);
    }

    pub(super) fn is_awaited(&self, place: usize) -> bool {
        self.awaited == Some(place)
    }

    pub(super) fn was_shown(&mut self) {
        self.awaited = None;
    }

    pub(super) fn turn(&mut self, place: usize) {
        if !self.open.remove(&place) {
            self.open.insert(place);
        }
    }

    /// A row was taken away: those behind it move up.
    pub(super) fn remove(&mut self, place: usize) {
        let moved = self.open.iter().filter(|open| **open != place).map(|open| open - usize::from(*open > place));
        self.open = moved.collect();
    }
}

/// A name as it stands within a sentence.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_rows_move_up_with_their_words() {
        let mut open = OpenRows::default();
        open.turn(0);
        open.turn(2);
        open.turn(3);
        open.remove(2);
        assert!(open.has(0) && open.has(2) && !open.has(3));
        open.turn(2);
        assert!(!open.has(2));
    }
}
