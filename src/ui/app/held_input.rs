//! Keys and pointer while a dialog lies over the briefing: they are not for what lies under it.

use egui::{Context, Event, PointerState};

/// What was typed in this frame, and where the pointer is, held back from what lies under a dialog.
#[derive(Debug, Default)]
pub(super) struct HeldInput(Option<(Vec<Event>, PointerState)>);

impl HeldInput {
    /// Takes the keys and the letters of this frame away, and the pointer: a tip that was open under it would stay, over the
    /// dialog.
    pub(super) fn take(ctx: &Context) -> Self {
        let held = ctx.input_mut(|input| {
            let others = input.events.iter().filter(|event| !is_typed(event)).cloned().collect();
            (std::mem::replace(&mut input.events, others), std::mem::take(&mut input.pointer))
        });
        Self(Some(held))
    }

    /// Gives them back, to the dialog.
    pub(super) fn give_back(self, ctx: &Context) {
        if let Self(Some((events, pointer))) = self {
            ctx.input_mut(|input| (input.events, input.pointer) = (events, pointer));
        }
    }
}

fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_) | Event::Ime(_))
}
