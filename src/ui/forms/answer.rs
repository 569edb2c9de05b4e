//! What a control says after a frame.

use egui::{Context, Id, Key, Response, Ui};

use crate::model::{AnyRecord, Node};

/// What a control says after a frame.
#[derive(Debug, Default)]
#[expect(clippy::option_option, reason = "nothing said, taken away, and set are three things")]
pub(in crate::ui) struct Answer {
    /// The value from now on; `Some(None)` takes the field away.
    pub(in crate::ui) value: Option<Option<Node>>,
    /// What was typed is complete: the focus left, or something was chosen.
    pub(in crate::ui) settles: bool,
    /// Esc was pressed: what was typed goes back.
    pub(in crate::ui) takes_back: bool,
    /// A record to make first, which the value names.
    pub(in crate::ui) creates: Option<AnyRecord>,
    /// Something is typed that is no value yet: a part of a name, a date that can mean two days.
    pub(in crate::ui) is_unfinished: bool,
    /// What in it the keys go to first.
    pub(in crate::ui) first: Option<Id>,
}

impl Answer {
    /// A choice, complete at once.
    pub(super) fn chosen(value: Option<Node>) -> Self {
        Self { value: Some(value), settles: true, ..Self::default() }
    }

    /// What a text field says. Enter completes what was typed, and the keys stay where they were.
    pub(super) fn typed(ui: &Ui, response: &Response, value: impl FnOnce() -> Option<Node>) -> Self {
        let left = response.lost_focus();
        if is_entered(ui, response) {
            response.request_focus();
        }
        Self {
            value: response.changed().then(value),
            settles: left,
            takes_back: left && !leads_out_on_escape(ui) && ui.input(|input| input.key_pressed(Key::Escape)),
            first: Some(response.id),
            ..Self::default()
        }
    }

    /// The same for a value of which this one is a part.
    pub(super) fn map(self, whole: impl FnOnce(Option<Node>) -> Option<Node>) -> Self {
        Self { value: self.value.map(whole), ..self }
    }

    /// This one, or another where this one says nothing.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            value: self.value.or(other.value),
            settles: self.settles || other.settles,
            takes_back: self.takes_back || other.takes_back,
            creates: self.creates.or(other.creates),
            is_unfinished: self.is_unfinished || other.is_unfinished,
            first: self.first.or(other.first),
        }
    }
}

/// Esc leads out of the form to where it was opened from, and so keeps what was typed, as a click on the way back does.
pub(in crate::ui) fn lead_out_on_escape(ctx: &Context, leads_out: bool) {
    ctx.data_mut(|data| data.insert_temp(Id::unique("Esc leads out of the form"), leads_out));
}

fn leads_out_on_escape(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(Id::unique("Esc leads out of the form"))).unwrap_or(false)
}

/// Whether a text field was left by Enter.
pub(super) fn is_entered(ui: &Ui, response: &Response) -> bool {
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
