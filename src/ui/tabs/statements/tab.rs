//! The tab of statements: cards by who speaks, or a table.

use super::state::{State, View};
use super::{card_view, statement_table, toolbar};
use crate::model::RecordKind;
use crate::ui::Scene;
use crate::ui::shared::empty_state::{nothing_ui, working_ui};
use crate::ui::theme::icons;
use crate::ui::widgets::empty_state;
use egui::Ui;

pub fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let Some(listed) = state.listed(ui.ctx(), scene) else {
        working_ui(ui, "Listing the statements…");
        return;
    };
    let reveal = state.last_selected != scene.selected && scene.selected.is_some();
    // A new statement is brought into sight once it is listed.
    if !reveal || listed.of.0 == scene.revision {
        state.last_selected = scene.selected;
    }
    state.cards.begin(scene.revision);
    state.heads.begin(scene.revision);
    if state.heads_of.replace(listed.of) != Some(listed.of) {
        state.heads.clear();
    }
    toolbar::ui(ui, state, &listed.list);
    let (shown, asked) = (listed.list.total(), listed.list.items.len());
    if shown == 0 {
        nothing_ui(ui, scene, RecordKind::Statement);
    } else if asked == 0 {
        let next = "Statements of other kinds pass the filter";
        if empty_state(ui, icons::QUOTES, "No statement of this kind", next, "Show all") {
            state.order.directness = None;
        }
    } else if state.view == View::Table {
        statement_table::ui(ui, scene, state, &listed.rows);
    } else {
        card_view::ui(ui, scene, state, &listed, reveal);
    }
}
