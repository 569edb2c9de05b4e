//! The tab of checks: what is weak, by rule.

use super::listed::Listed;
use super::measure::COLUMN;
use super::state::State;
use super::{group, unreadable, waived};
use crate::model::count_text;
use crate::ui::Scene;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Segment, Segmented, column_ui, empty_state};
use egui::{Label, ScrollArea, Ui};

pub fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    state.in_hand = None;
    let document = scene.document;
    if document.problems.is_empty() && document.waived.is_empty() {
        empty_state(ui, icons::CHECK_CIRCLE, "The checks find nothing", "Every rule was run on every record", "");
        return;
    }
    ui.add_space(size::S12);
    column_ui(ui, COLUMN, |ui| severities_ui(ui, state.listing(scene).counts, state));
    ui.add_space(size::S8);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        column_ui(ui, COLUMN, |ui| {
            let lists_doubles = state.lists_doubles();
            if lists_doubles {
                doubles_ui(ui, scene, state.listing(scene).groups.is_empty());
            } else {
                unreadable::ui(ui, scene, &mut state.pages);
            }
            for group in &state.listing(scene).groups {
                group::ui(ui, scene, state, group);
            }
            waived::ui(ui, scene, &mut state.pages, lists_doubles);
            ui.add_space(size::S24);
        });
    });
}

/// What the list of records that may be one is for.
fn doubles_ui(ui: &mut Ui, scene: &Scene, is_empty: bool) {
    let words = if is_empty {
        "No two actors, visits or sources look like one"
    } else if scene.is_editing {
        "Merge two records that are one, or say that they are two; F8 goes to the next"
    } else {
        "F8 goes to the next; switch to editing to merge them or tell them apart: Ctrl+E"
    };
    ui.add(Label::new(Type::Small.text(words).color(theme::palette(ui).text2)).wrap());
}

pub(super) fn severities_ui(ui: &mut Ui, counts: [usize; 5], state: &mut State) {
    let names = ["All", "Errors", "Warnings", "Notes", "Possible doubles"];
    let segments: Vec<Segment> =
        names.iter().zip(counts).map(|(name, count)| Segment::new(name).count(count_text(count))).collect();
    let chosen = Listed::ALL.iter().position(|listed| *listed == state.listed).unwrap_or(0);
    if let Some(listed) = Segmented::new("Findings", &segments).show(ui, chosen).and_then(|at| Listed::ALL.get(at)) {
        state.listed = *listed;
    }
}
