//! The control of one field, outside of a form.

use egui::Ui;

use super::answer::Answer;
use super::context::FieldContext;
use super::{control, reference};
use crate::edit::fields::Field;
use crate::index::Reader;
use crate::model::Node;

/// A control outside a form: gives back the value once it is another.
#[expect(clippy::option_option, reason = "nothing said, taken away, and set are three things")]
pub(in crate::ui) fn value_ui(
    ui: &mut Ui,
    reader: &Reader,
    field: &Field,
    value: Option<&Node>,
) -> Option<Option<Node>> {
    // A record that would have to be made first is made in a form.
    let answer = control_ui(ui, FieldContext { reader, record: None }, field, value);
    answer.value.filter(|_| answer.creates.is_none())
}

/// The control of a field, and all that it says.
pub(in crate::ui) fn control_ui(ui: &mut Ui, context: FieldContext, field: &Field, value: Option<&Node>) -> Answer {
    let answer = control::control_ui(ui, context, field.label, field.shape, value);
    let first = answer.first.or_else(|| reference::focus_id(ui, field));
    Answer { first, ..answer }
}
