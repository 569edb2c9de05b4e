//! The list of relations, one card each.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::relation_card;
use super::state::{HeightsOf, State};
use crate::model::{AnyRecord, Key};
use crate::present::{RelationList, RelationWords};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{CardList, Heights, empty_state};
use crate::ui::{Request, Scene};

/// Cards are not wider than is good to read.
const MAX_WIDTH: f32 = 1_100.0;
/// Up to so many cards are measured at once, so that the scroll bar is exact.
const MEASURED_AT_ONCE: usize = 200;
const GUESSED_HEIGHT: f32 = 130.0;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, reveal: bool) {
    let State { order, relation_kind, relations, relation_rows, relation_words, heights, .. } = state;
    let revision = scene.revision;
    let asked = (revision, relation_kind.clone(), order.country.clone());
    let list = relations.get(revision, RelationList::default);
    let keys = relation_rows.get(asked.clone(), || list.of(relation_kind.as_deref(), order.country.as_deref()));
    if keys.is_empty() {
        if empty_state(ui, icons::HANDSHAKE, "No relation of this kind and country", "Others are there", "Show all") {
            (*relation_kind, order.country) = (None, None);
        }
        return;
    }
    let words_of = |index: usize| {
        let key = keys.get(index).copied().unwrap_or(Key(u64::MAX));
        relation_words.get(key, || words(scene, key))
    };
    let width = (ui.available_width() - size::CONTENT_LEFT - size::CONTENT_RIGHT).min(MAX_WIDTH);
    let measure = |ui: &Ui, index: usize| relation_card::height(ui, &words_of(index), width) + size::CARD_GAP;
    let of: HeightsOf = (asked.0, asked.1, asked.2, width.to_bits());
    let count = keys.len();
    let heights = heights.get_mut(of, || {
        Heights::new(count, |index| if count <= MEASURED_AT_ONCE { measure(ui, index) } else { GUESSED_HEIGHT })
    });
    let selected = scene.selected.and_then(|key| keys.iter().position(|known| *known == key));
    let reader = scene.reader;
    let mut requests = Vec::new();
    let answer = CardList::new("Relations").selected(selected).reveal(selected.filter(|_| reveal)).show(
        ui,
        heights,
        measure,
        |ui, _, place| {
            let min = pos2(place.rect.left() + size::CONTENT_LEFT, place.rect.top() + size::CARD_GAP);
            let rect = Rect::from_min_size(min, vec2(width, place.rect.height() - size::CARD_GAP));
            let key = keys.get(place.index).copied().unwrap_or(Key(u64::MAX));
            let mut ui = ui.new_child(UiBuilder::new().id_salt(key.0).max_rect(rect));
            let is_selected = selected == Some(place.index);
            relation_card::ui(&mut ui, &reader, key, &words_of(place.index), is_selected, &mut requests)
        },
    );
    let key_at = |index: Option<usize>| index.and_then(|index| keys.get(index)).copied();
    let (picked, activated) = (key_at(answer.picked), key_at(answer.activated));
    if let Some(key) = picked {
        state.last_selected = Some(key);
        scene.ask(Request::Select(key));
    }
    if let Some(key) = activated {
        scene.ask(Request::Show(key));
    }
    scene.requests.append(&mut requests);
}

fn words(scene: &Scene, key: Key) -> RelationWords {
    match scene.reader.record(key) {
        Some(AnyRecord::Relation(relation)) => RelationWords::new(&scene.reader, &relation),
        _ => RelationWords::default(),
    }
}
