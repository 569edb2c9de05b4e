//! The bar over statements: what puts them together and in order, which of them, cards or table.

use std::cell::Cell;

use egui::Ui;

use super::state::{State, View};
use crate::model::{Directness, count_text};
use crate::present::{GroupBy, SortBy, StatementList};
use crate::ui::shared::record_icon::directness_icon;
use crate::ui::tabs::tool_bar::tool_bar_ui;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{Dropdown, MenuItem, Segment, Segmented, menu_separator};

/// Below this width the words of the switch are left out.
const WORDS_ABOVE: f32 = 560.0;
/// Between the choices at the left, the kinds of statement and the switch.
const GAPS: f32 = 2.0 * size::S12 + size::S16;

pub(super) fn ui(ui: &mut Ui, state: &mut State, list: &StatementList) {
    let State { view, order, .. } = state;
    let kinds = Kinds::new(list);
    let shown_view = *view;
    // Both sides may choose it, one at a time: only one of them shows it.
    let (mut by_menu, mut by_segment) = (order.directness, order.directness);
    let before = order.directness;
    let mut next_view = shown_view;
    // Where the kinds have no room side by side, they are a list that opens.
    let are_segments = Cell::new(false);
    tool_bar_ui(
        ui,
        |ui, width| {
            if shown_view == View::Cards {
                group_ui(ui, &mut order.group);
                sort_ui(ui, &mut order.sort);
            }
            let switch = Segmented::new("View", &views(width)).width(ui, shown_view as usize);
            let taken = ui.min_rect().width() + GAPS + switch;
            are_segments.set(taken + kinds.width(ui, before) <= width);
            if !are_segments.get() {
                kinds.menu_ui(ui, &mut by_menu);
            }
        },
        |ui, width| {
            if let Some(chosen) = Segmented::new("View", &views(width)).show(ui, shown_view as usize) {
                next_view = if chosen == 0 { View::Cards } else { View::Table };
            }
            if are_segments.get() {
                kinds.segments_ui(ui, &mut by_segment);
            }
        },
    );
    *view = next_view;
    order.directness = if by_menu == before { by_segment } else { by_menu };
}

fn views(width: f32) -> [Segment<'static>; 2] {
    let words = |text| if width > WORDS_ABOVE { text } else { "" };
    [
        Segment::new(words("Cards")).icon(icons::ROWS).name("Cards"),
        Segment::new(words("Table")).icon(icons::TABLE).name("Table"),
    ]
}

fn group_ui(ui: &mut Ui, group: &mut GroupBy) {
    Dropdown::new("Group by", group.word()).show(ui, |ui| {
        for by in GroupBy::ALL {
            if ui.add(MenuItem::new(by.word()).checked(by == group)).clicked() {
                *group = *by;
            }
        }
    });
}

fn sort_ui(ui: &mut Ui, sort: &mut SortBy) {
    Dropdown::new("Sort by", sort.words()).show(ui, |ui| {
        for by in SortBy::ALL {
            if ui.add(MenuItem::new(by.words()).checked(by == sort)).clicked() {
                *sort = *by;
            }
        }
    });
}

/// How directly statements reached us, and how many of each.
struct Kinds {
    total: usize,
    counts: Vec<(Directness, usize)>,
}

impl Kinds {
    fn new(list: &StatementList) -> Self {
        Self { total: list.total(), counts: Directness::ALL.iter().map(|kind| (*kind, list.count(*kind))).collect() }
    }

    fn segments(&self) -> Vec<Segment<'static>> {
        let of_kind = |(kind, count): &(Directness, usize)| {
            Segment::new(kind.label()).icon(directness_icon(*kind)).count(count_text(*count))
        };
        let all = Segment::new("All").count(count_text(self.total));
        std::iter::once(all).chain(self.counts.iter().map(of_kind)).collect()
    }

    fn place_of(&self, chosen: Option<Directness>) -> usize {
        let place = |kind| self.counts.iter().position(|(known, _)| *known == kind);
        chosen.and_then(place).map_or(0, |place| place + 1)
    }

    /// How wide they are side by side.
    fn width(&self, ui: &Ui, chosen: Option<Directness>) -> f32 {
        Segmented::new("Directness", &self.segments()).width(ui, self.place_of(chosen))
    }

    fn segments_ui(&self, ui: &mut Ui, chosen: &mut Option<Directness>) {
        let selected = self.place_of(*chosen);
        if let Some(index) = Segmented::new("Directness", &self.segments()).show(ui, selected) {
            *chosen = index.checked_sub(1).and_then(|index| self.counts.get(index)).map(|(kind, _)| *kind);
        }
    }

    fn menu_ui(&self, ui: &mut Ui, chosen: &mut Option<Directness>) {
        Dropdown::new("Show", chosen.map_or("all", Directness::label)).show(ui, |ui| {
            if ui.add(MenuItem::new("All").checked(chosen.is_none()).detail(&count_text(self.total))).clicked() {
                *chosen = None;
            }
            menu_separator(ui);
            for (kind, count) in &self.counts {
                let item = MenuItem::new(kind.label()).checked(*chosen == Some(*kind));
                if ui.add(item.detail(&count_text(*count))).clicked() {
                    *chosen = Some(*kind);
                }
            }
        });
    }
}
