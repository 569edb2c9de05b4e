//! Names of the parts of the window, which a screen reader goes by.

use std::fmt::Debug;
use std::hash::Hash;

use egui::accesskit::Role;
use egui::{Ui, UiBuilder, UiKind};

/// Names the panel or the dialog that the ui stands in.
pub fn name_part(ui: &Ui, name: &str) {
    let is_part = |kind: UiKind| kind.is_panel() || kind == UiKind::Modal;
    let part = ui.stack().iter().find(|stack| stack.kind().is_some_and(is_part));
    if let Some(part) = part {
        ui.ctx().accesskit_node_builder(part.unique_id, |node| {
            node.set_label(name);
            if part.kind() == Some(UiKind::Modal) {
                node.set_modal();
            }
        });
    }
}

/// What belongs together, told as a group of this name.
pub fn group_ui<R>(ui: &mut Ui, salt: impl Hash + Debug, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().id_salt(salt).accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(builder, content).inner
}
