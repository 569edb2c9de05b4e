//! A long list of cards of unequal height, of which only those in sight are built.
//!
//! Heights are guessed at first and measured when a card comes into sight. What a wrong guess above the sight moves
//! is taken back by the scroll position, so that nothing jumps under the reader's eyes.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2};

use super::table::keys;
use crate::ui::theme::{self, size};

/// The heights of the cards of a list, and where each begins. Whole points, so that a sum of many is exact.
#[derive(Debug, Default)]
pub struct Heights {
    of_cards: Vec<f32>,
    tops: Vec<f64>,
    /// Where the list stood in the last frame.
    offset: f32,
    /// Whether wrong guesses moved it, so that the scroll area has to be told.
    is_moved: bool,
    /// Where to scroll to in the next frame.
    target: Option<f32>,
    /// How high the list was in the last frame.
    drawn: f32,
}

impl Heights {
    /// `count` cards, whose heights `guess` tells.
    pub fn new(count: usize, mut guess: impl FnMut(usize) -> f32) -> Self {
        let of_cards: Vec<f32> = (0..count).map(|index| guess(index).ceil()).collect();
        let mut all = Self { tops: vec![0.0; count + 1], of_cards, ..Self::default() };
        all.sum_from(0);
        all
    }

    /// How many cards.
    pub fn len(&self) -> usize {
        self.of_cards.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.of_cards.is_empty()
    }

    /// Where a card begins; of the number of cards, where the list ends.
    pub fn top(&self, index: usize) -> f64 {
        self.tops.get(index).or(self.tops.last()).copied().unwrap_or_default()
    }

    /// From the top of one card to the top of another.
    pub fn between(&self, from: usize, to: usize) -> f32 {
        (self.top(to) - self.top(from)) as f32
    }

    fn sum_from(&mut self, first: usize) {
        let mut top = self.top(first);
        for (height, next) in self.of_cards.iter().zip(self.tops.iter_mut().skip(1)).skip(first) {
            top += f64::from(*height);
            *next = top;
        }
    }

    /// The cards that touch a stretch of the list.
    fn touching(&self, from: f64, to: f64) -> Range<usize> {
        let first = self.tops.partition_point(|top| *top <= from).saturating_sub(1);
        let end = self.tops.partition_point(|top| *top < to);
        first.min(self.len())..end.min(self.len())
    }

    /// Takes measured heights over; returns by how much the first card that was right already moves.
    fn correct(&mut self, range: Range<usize>, mut measure: impl FnMut(usize) -> f32) -> f64 {
        let mut first_wrong = None;
        let mut shift = 0.0;
        let mut anchored = false;
        for index in range {
            let measured = measure(index).ceil();
            let Some(known) = self.of_cards.get_mut(index) else { break };
            if (*known - measured).abs() < 0.5 {
                anchored = true;
                continue;
            }
            if !anchored {
                shift += f64::from(measured - *known);
            }
            *known = measured;
            first_wrong = first_wrong.or(Some(index));
        }
        if let Some(first) = first_wrong {
            self.sum_from(first);
        }
        if anchored { shift } else { 0.0 }
    }

    /// Measures a card and those that will be in sight with it, and tells where to scroll to.
    fn reveal(&mut self, index: usize, sight: f32, mut measure: impl FnMut(usize) -> f32) -> f32 {
        self.correct(index..index + 1, &mut measure);
        let mut offset = self.revealed(index, sight);
        // What is measured moves what is in sight; twice is enough but for cards as high as the sight.
        for _ in 0..3 {
            let seen = self.touching(f64::from(offset), f64::from(offset + sight));
            self.correct(seen, &mut measure);
            let next = self.revealed(index, sight);
            if next == offset {
                break;
            }
            offset = next;
        }
        offset
    }

    /// Where to scroll so that a card is whole in sight, from where the list stands now.
    fn revealed(&self, index: usize, sight: f32) -> f32 {
        let (top, bottom) = (self.top(index) as f32, self.top(index + 1) as f32);
        let offset = self.offset;
        if top < offset {
            (top - size::S8).max(0.0)
        } else if bottom + size::S16 > offset + sight {
            self.within((bottom + size::S16 - sight).min(top), sight)
        } else {
            offset
        }
    }

    /// The offset nearest to this one that the list has: from one beyond its end the scroll area would spring back.
    fn within(&self, offset: f32, sight: f32) -> f32 {
        offset.min(self.top(self.len()) as f32 - sight).max(0.0)
    }
}

/// Where a card is drawn.
#[derive(Debug, Clone, Copy)]
pub struct CardPlace {
    /// Which.
    pub index: usize,
    /// Its rectangle, as high as it was measured.
    pub rect: Rect,
    /// Whether it is the first in sight.
    pub is_first: bool,
    /// The top of what is in sight.
    pub sight_top: f32,
}

/// What a person did to the list in this frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CardListResponse {
    /// The card that was clicked, or that an arrow key moved to.
    pub picked: Option<usize>,
    /// The card that was double-clicked, or on which Enter was pressed.
    pub activated: Option<usize>,
}

/// A list of cards that is walked through with the arrow keys.
#[must_use = "call show"]
pub struct CardList<'a> {
    name: &'a str,
    selected: Option<usize>,
    reveal: Option<usize>,
}

impl<'a> CardList<'a> {
    /// `name` is the accessible name, and tells lists in one ui apart.
    pub fn new(name: &'a str) -> Self {
        Self { name, selected: None, reveal: None }
    }

    /// The card that the keys start from.
    pub fn selected(mut self, index: Option<usize>) -> Self {
        self.selected = index;
        self
    }

    /// Scrolls this card into sight, in this frame only.
    pub fn reveal(mut self, index: Option<usize>) -> Self {
        self.reveal = index;
        self
    }

    /// Shows the list in the available space. `measure` tells the height of a card, `draw` draws it at its place and
    /// returns its response.
    pub fn show(
        self,
        ui: &mut Ui,
        heights: &mut Heights,
        mut measure: impl FnMut(&Ui, usize) -> f32,
        mut draw: impl FnMut(&mut Ui, &Heights, CardPlace) -> Response,
    ) -> CardListResponse {
        let id = ui.make_persistent_id(("cards", self.name));
        let body = ui.available_rect_before_wrap();
        let list = ui.interact(body, id, Sense::focusable_noninteractive());
        list.widget_info(|| WidgetInfo::labeled(Role::List, ui.is_enabled(), self.name));
        let page = heights.touching(f64::from(heights.offset), f64::from(heights.offset + body.height())).len();
        let place = keys::Place { selected: self.selected, row_count: heights.len(), page, column: None };
        let pressed = keys::pressed(ui, &list, place);
        let mut answer = CardListResponse { picked: pressed.moved_to, activated: pressed.activated };

        let mut area = ScrollArea::vertical().id_salt(id.with("down")).auto_shrink(false);
        if let Some(index) = pressed.moved_to.or(self.reveal).filter(|index| *index < heights.len()) {
            let offset = heights.reveal(index, body.height(), |index| measure(ui, index));
            if offset <= heights.drawn - body.height() {
                area = area.vertical_scroll_offset(offset);
            } else {
                // The scroll area knows the end of the last frame, and springs back from beyond it.
                heights.target = Some(offset);
                ui.ctx().request_repaint();
            }
        } else if let Some(offset) = heights.target.take() {
            area = area.vertical_scroll_offset(heights.within(offset, body.height()));
        } else if heights.is_moved {
            area = area.vertical_scroll_offset(heights.within(heights.offset, body.height()));
        }
        let mut shift = 0.0;
        let builder = UiBuilder::new().accessibility_parent(id);
        let output = ui.scope_builder(builder, |ui| {
            area.show_viewport(ui, |ui, sight| {
                let from = f64::from(sight.top());
                let seen = |heights: &Heights, from: f64| heights.touching(from, from + f64::from(sight.height()));
                shift = heights.correct(seen(heights, from), |index| measure(ui, index));
                let from = from + shift;
                // Cards that came into sight by that.
                heights.correct(seen(heights, from), |index| measure(ui, index));
                let left = ui.max_rect().left();
                let width = ui.max_rect().width();
                ui.set_height(heights.top(heights.len()) as f32);
                let cards = seen(heights, from);
                for index in cards.clone() {
                    let top = body.top() + (heights.top(index) - from) as f32;
                    let rect = Rect::from_min_max(
                        pos2(left, top),
                        pos2(left + width, top + heights.between(index, index + 1)),
                    );
                    let place = CardPlace { index, rect, is_first: index == cards.start, sight_top: body.top() };
                    let response = draw(ui, heights, place);
                    self.card_focus(ui, &list, &response, index);
                    note(&response, index, &mut answer);
                }
            })
        });
        heights.offset = output.inner.state.clamped_offset().y + shift as f32;
        heights.drawn = heights.top(heights.len()) as f32;
        heights.is_moved = shift != 0.0 || heights.offset != heights.within(heights.offset, body.height());
        if answer.picked.is_some() {
            list.request_focus();
        }
        answer
    }

    /// The focus ring stands round the selected card, which is what the keys move; paler there, since its edge has the
    /// accent already.
    fn card_focus(&self, ui: &Ui, list: &Response, card: &Response, index: usize) {
        if list.has_focus() && self.selected.unwrap_or(0) == index {
            let ring = card.rect.expand(size::FOCUS);
            let strength = if self.selected.is_some() { 0.35 } else { 1.0 };
            let stroke = Stroke::new(size::FOCUS, theme::palette(ui).accent.gamma_multiply(strength));
            let radius = CornerRadius::same(size::RADIUS_CARD + 2);
            ui.painter().rect_stroke(ring, radius, stroke, StrokeKind::Inside);
        }
    }
}

fn note(response: &Response, index: usize, answer: &mut CardListResponse) {
    if response.clicked() {
        answer.picked = Some(index);
    }
    if response.double_clicked() {
        answer.activated = Some(index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Heights {
        Heights::new(1000, |_| 100.0)
    }

    #[test]
    fn cards_in_sight_are_found() {
        let heights = list();
        assert_eq!(heights.touching(0.0, 250.0), 0..3);
        assert_eq!(heights.touching(100.0, 300.0), 1..3);
        assert_eq!(heights.touching(99_950.0, 100_200.0), 999..1000);
        assert_eq!(Heights::new(0, |_| 0.0).touching(0.0, 100.0), 0..0);
    }

    #[test]
    fn the_last_card_is_brought_to_the_foot_and_no_further() {
        let heights = list();
        assert_eq!(heights.revealed(999, 250.0), 99_750.0);
        assert_eq!(heights.revealed(500, 250.0), 49_866.0);
        assert_eq!(Heights::new(2, |_| 100.0).revealed(1, 250.0), 0.0);
    }

    #[test]
    fn a_wrong_guess_above_the_sight_does_not_move_what_is_read() {
        let mut heights = list();
        heights.correct(5..8, |_| 100.0);
        let shift = heights.correct(4..8, |index| if index == 4 { 130.0 } else { 100.0 });
        assert_eq!(shift, 30.0);
        assert_eq!(heights.top(5), 530.0);
        assert_eq!(heights.top(1000), 100_030.0);
    }

    #[test]
    fn a_wrong_guess_below_moves_nothing_above() {
        let mut heights = list();
        let shift = heights.correct(4..8, |index| if index > 5 { 130.0 } else { 100.0 });
        assert_eq!(shift, 0.0);
        assert_eq!(heights.top(6), 600.0);
    }

    #[test]
    fn a_card_out_of_sight_is_scrolled_to_and_one_in_sight_stays() {
        let mut heights = list();
        heights.offset = 500.0;
        assert_eq!(heights.revealed(6, 400.0), 500.0);
        assert_eq!(heights.revealed(2, 400.0), 192.0);
        assert_eq!(heights.revealed(20, 400.0), 1716.0);
    }
}
