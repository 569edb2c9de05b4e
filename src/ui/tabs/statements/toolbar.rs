//! The bar over statements: what puts them together and in order, which of them, cards or table.

use egui::Ui;

use super::{State, View};
use crate::model::{Directness, count_text};
use crate::present::{GroupBy, SortBy};
use crate::ui::Scene;
use crate::ui::tabs::record_icon::directness_icon;
use crate::ui::tabs::tool_bar::tool_bar_ui;
use crate::ui::theme::icons;
use crate::ui::widgets::{Dropdown, MenuItem, Segment, Segmented, menu_separator};

/// Below this width the kinds of statement are a list that opens.
const SEGMENTS_ABOVE: f32 = 930.0;
/// Below this width the words of the switch are left out.
const WORDS_ABOVE: f32 = 560.0;

pub(super) fn ui(ui: &mut Ui, scene: &Scene, state: &mut State) {
    let State { view, order, list, .. } = state;
    let list = super::list(list, scene, *order);
    let total = list.total();
    let counts: Vec<(Directness, usize)> = Directness::ALL.iter().map(|kind| (*kind, list.count(*kind))).collect();
    let shown_view = *view;
    // Both sides may choose it, one at a time: only one of them shows it.
    let (mut by_menu, mut by_segment) = (order.directness, order.directness);
    let before = order.directness;
    let mut next_view = shown_view;
    tool_bar_ui(
        ui,
        |ui, width| {
            if shown_view == View::Cards {
                group_ui(ui, &mut order.group);
                sort_ui(ui, &mut order.sort);
            }
            if width <= SEGMENTS_ABOVE {
                directness_menu_ui(ui, total, &counts, &mut by_menu);
            }
        },
        |ui, width| {
            let words = |text| if width > WORDS_ABOVE { text } else { "" };
            let segments = [
                Segment::new(words("Cards")).icon(icons::ROWS).name("Cards"),
                Segment::new(words("Table")).icon(icons::TABLE).name("Table"),
            ];
            if let Some(chosen) = Segmented::new("View", &segments).show(ui, shown_view as usize) {
                next_view = if chosen == 0 { View::Cards } else { View::Table };
            }
            if width > SEGMENTS_ABOVE {
                directness_segments_ui(ui, total, &counts, &mut by_segment);
            }
        },
    );
    *view = next_view;
    order.directness = if by_menu == before { by_segment } else { by_menu };
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

fn directness_segments_ui(ui: &mut Ui, total: usize, counts: &[(Directness, usize)], chosen: &mut Option<Directness>) {
    let mut segments = vec![Segment::new("All").count(count_text(total))];
    segments.extend(
        counts
            .iter()
            .map(|(kind, count)| Segment::new(kind.label()).icon(directness_icon(*kind)).count(count_text(*count))),
    );
    let selected = chosen.and_then(|kind| counts.iter().position(|(known, _)| *known == kind)).map_or(0, |at| at + 1);
    if let Some(index) = Segmented::new("Directness", &segments).show(ui, selected) {
        *chosen = index.checked_sub(1).and_then(|index| counts.get(index)).map(|(kind, _)| *kind);
    }
}

fn directness_menu_ui(ui: &mut Ui, total: usize, counts: &[(Directness, usize)], chosen: &mut Option<Directness>) {
    Dropdown::new("Show", chosen.map_or("all", Directness::label)).show(ui, |ui| {
        if ui.add(MenuItem::new("All").checked(chosen.is_none()).detail(&count_text(total))).clicked() {
            *chosen = None;
        }
        menu_separator(ui);
        for (kind, count) in counts {
            let item = MenuItem::new(kind.label()).checked(*chosen == Some(*kind));
            if ui.add(item.detail(&count_text(*count))).clicked() {
                *chosen = Some(*kind);
            }
        }
    });
}
