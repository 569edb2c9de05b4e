//! Statements as cards, group by group. Only those in sight are laid out.

use std::rc::Rc;

use egui::{Rect, Response, Ui, UiBuilder, pos2, vec2};

use super::card::{self, CardLayout};
use super::group_head;
use super::state::{Listed, State, card_of};
use crate::model::{Content, Key};
use crate::present::{GroupBy, GroupHead, StatementCard, StatementItem, StatementList};
use crate::ui::shared::drag::may_carry;
use crate::ui::shared::landmark::Landmark;
use crate::ui::theme::size;
use crate::ui::widgets::{CardList, CardPlace, Heights};
use crate::ui::{RecordMemo, Request, Scene};

/// In a narrower view there is no column for speakers: cards name them.
const COLUMN_ABOVE: f32 = 700.0;
/// Between the column and the cards.
const COLUMN_GAP: f32 = size::S24;
/// Cards are not wider than is good to read.
const MAX_CARD: f32 = 980.0;
/// Up to so many cards are measured at once, so that the scroll bar is exact.
const MEASURED_AT_ONCE: usize = 200;

/// What is shown, and how it is laid out.
struct Cards<'a> {
    scene: &'a Scene<'a>,
    list: &'a StatementList,
    words: &'a RecordMemo<StatementCard>,
    heads: &'a RecordMemo<GroupHead>,
    layout: CardLayout,
    has_column: bool,
    /// Left of the column: in a wide window all stands in the middle.
    left: f32,
    selected: Option<usize>,
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, listed: &Listed, reveal: bool) {
    let State { cards, heads, heights, last_selected, .. } = state;
    let Listed { of, list, .. } = listed;
    let width = ui.available_width();
    let has_column = width > COLUMN_ABOVE;
    let column = if has_column { size::SPEAKER_COLUMN + COLUMN_GAP } else { 0.0 };
    let layout = CardLayout {
        width: (width - size::CONTENT_LEFT - column - size::CONTENT_RIGHT).min(MAX_CARD),
        names_speaker: !has_column || of.1.group != GroupBy::Speaker,
    };
    let selected = scene.selected.and_then(|key| list.items.iter().position(|item| item.key == key));
    let left = size::CONTENT_LEFT.max((width - column - layout.width) / 2.0);
    let view = Cards { scene, list, words: cards, heads, layout, has_column, left, selected };
    let count = list.items.len();
    let heights = heights.get_mut((*of, width.to_bits()), || {
        Heights::new(count, |index| if count <= MEASURED_AT_ONCE { view.height(ui, index) } else { view.guess(index) })
    });
    let mut requests = Vec::new();
    let answer = CardList::new("Statements").selected(selected).reveal(selected.filter(|_| reveal)).show(
        ui,
        heights,
        |ui, index| view.height(ui, index),
        |ui, heights, place| view.card_ui(ui, heights, place, &mut requests),
    );
    let key_at = |index: Option<usize>| index.and_then(|index| list.items.get(index)).map(|item| item.key);
    let (picked, activated) = (key_at(answer.picked), key_at(answer.activated));
    if let Some(key) = picked {
        // It is in sight already.
        *last_selected = Some(key);
        scene.ask(Request::Select(key));
    }
    if let Some(key) = activated {
        scene.ask(Request::Show(key));
    }
    scene.requests.append(&mut requests);
}

impl Cards<'_> {
    fn item(&self, index: usize) -> StatementItem {
        let nothing = StatementItem { key: Key(u64::MAX), group: 0, characters: 0 };
        self.list.items.get(index).copied().unwrap_or(nothing)
    }

    fn card(&self, index: usize) -> Rc<StatementCard> {
        let key = self.item(index).key;
        self.words.get(key, || card_of(self.scene, key).unwrap_or_default())
    }

    /// The head of the group that a card belongs to.
    fn head(&self, index: usize) -> Rc<GroupHead> {
        let group = self.item(index).group;
        let first = self.item(self.list.group_range(group).start).key;
        self.heads.get(first, || self.list.head(&self.scene.reader, group, first))
    }

    fn is_first_of_group(&self, index: usize) -> bool {
        self.list.group_range(self.item(index).group).start == index
    }

    fn gap_above(&self, index: usize) -> f32 {
        if index > 0 && self.is_first_of_group(index) { size::SPEAKER_GAP } else { size::CARD_GAP }
    }

    /// The height of a card with the gap above it; one that stands beside a head alone is at least as high.
    fn height(&self, ui: &Ui, index: usize) -> f32 {
        let card = card::height(ui, &self.card(index), self.layout);
        let alone = self.has_column && self.list.group_range(self.item(index).group).len() == 1;
        let head = if alone { group_head::height(ui, &self.head(index), size::SPEAKER_COLUMN) } else { 0.0 };
        self.gap_above(index) + card.max(head)
    }

    fn guess(&self, index: usize) -> f32 {
        self.gap_above(index) + card::guess(self.item(index).characters, self.layout)
    }

    fn card_ui(&self, ui: &mut Ui, heights: &Heights, place: CardPlace, requests: &mut Vec<Request>) -> Response {
        let index = place.index;
        let key = self.item(index).key;
        let card = self.card(index);
        let column = if self.has_column { size::SPEAKER_COLUMN + COLUMN_GAP } else { 0.0 };
        let left = place.rect.left() + self.left + column;
        let top = place.rect.top() + self.gap_above(index);
        let height = card::height(ui, &card, self.layout);
        let rect = Rect::from_min_size(pos2(left, top), vec2(self.layout.width, height));
        if self.has_column && (place.is_first || self.is_first_of_group(index)) {
            self.head_ui(ui, heights, place, top, requests);
        }
        let mut ui = ui.new_child(UiBuilder::new().id_salt(key.0).max_rect(rect));
        let selected = self.selected == Some(index);
        let response = card::ui(&mut ui, &self.scene.reader, key, &card, self.layout, selected, requests);
        may_carry(&response, self.scene, key);
        if card.said.runs.iter().any(|run| matches!(run, Content::Said(_))) {
            Landmark::Quote.mark(&ui, rect);
        }
        response
    }

    /// The head of a group stays in sight as long as any of its cards is.
    fn head_ui(&self, ui: &Ui, heights: &Heights, place: CardPlace, card_top: f32, requests: &mut Vec<Request>) {
        let head = self.head(place.index);
        let end = self.list.group_range(self.item(place.index).group).end;
        let bottom = place.rect.top() + heights.between(place.index, end);
        let own = group_head::height(ui, &head, size::SPEAKER_COLUMN);
        let top = if place.is_first { card_top.max(place.sight_top) } else { card_top };
        let corner = pos2(place.rect.left() + self.left, top.min(bottom - own));
        group_head::ui(ui, &head, corner, size::SPEAKER_COLUMN, requests);
    }
}
