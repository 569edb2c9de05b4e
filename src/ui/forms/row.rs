//! A field with its label: beside it where it is one line or two, else above it; and the way to the fields that are empty.

use egui::{Align, Layout, Ui, vec2};

use super::label;
use super::state::State;
use crate::edit::fields::{Field, Shape};
use crate::model::{AnyRecord, Key};
use crate::ui::Scene;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Dropdown, MenuItem, separator};

/// The column of the labels.
const LABEL: f32 = 84.0;
/// Between label and field.
const GAP: f32 = 12.0;
/// From the top of a field to the top of its label, so that they stand on one line.
const LABEL_TOP: f32 = 6.0;
/// Above and below the line between two groups.
const GROUP_GAP: f32 = 8.0;

/// The line before a group of fields.
pub(super) fn group_line_ui(ui: &mut Ui) {
    ui.add_space(GROUP_GAP);
    separator(ui);
    ui.add_space(GROUP_GAP);
}

/// Shows the label of a field and, beside or below it, what `content` draws; a field that has to be given says so.
pub(super) fn row_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    record: Option<(Key, &AnyRecord)>,
    (field, is_missing): (&Field, bool),
    content: impl FnOnce(&mut Ui, &mut Scene),
) {
    let palette = theme::palette(ui);
    let label =
        |between: &str| if is_missing { format!("{}{between}required", field.label) } else { field.label.to_owned() };
    let is_short = Type::Small.galley(ui, field.label, palette.text2).size().x <= LABEL;
    if !is_short || is_tall(field.shape) {
        label::label_ui(ui, scene, record, field, &label(", "));
        content(ui, scene);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.allocate_ui_with_layout(vec2(LABEL, size::FIELD), Layout::top_down(Align::Min), |ui| {
            ui.set_width(LABEL);
            ui.add_space(LABEL_TOP);
            label::label_ui(ui, scene, record, field, &label("\n"));
        });
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            content(ui, scene);
        });
    });
}

/// Whether its control takes the whole width: boxes in boxes, or long text.
fn is_tall(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Content | Shape::Paragraphs | Shape::Parts(_) | Shape::PartsList(_) | Shape::Cites | Shape::OwnFields
    )
}

/// Offers the fields that are not shown.
pub(super) fn add_field_ui(ui: &mut Ui, state: &mut State, key: Option<Key>, hidden: &[&Field]) {
    if hidden.is_empty() {
        return;
    }
    group_line_ui(ui);
    let (_, picked) = Dropdown::new("", "Add field…").show(ui, |ui| {
        hidden.iter().find(|field| ui.add(MenuItem::new(field.label)).clicked()).map(|field| field.name)
    });
    if let Some(name) = picked.flatten() {
        state.add_field(key, name);
    }
}
