//! Keys while a dialog lies over the briefing: they are not for what lies under it.

use egui::{Context, Event};

/// What was typed in this frame, held back from what lies under a dialog.
#[derive(Debug, Default)]
pub(super) struct HeldKeys(Option<Vec<Event>>);

impl HeldKeys {
    /// Takes the keys and the letters of this frame away.
    pub(super) fn take(ctx: &Context) -> Self {
        let events = ctx.input_mut(|input| {
            let others = input.events.iter().filter(|event| !is_typed(event)).cloned().collect();
            std::mem::replace(&mut input.events, others)
        });
        Self(Some(events))
    }

    /// Gives them back, to the dialog.
    pub(super) fn give_back(self, ctx: &Context) {
        if let Self(Some(events)) = self {
            ctx.input_mut(|input| input.events = events);
        }
    }
}

fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_) | Event::Ime(_))
}
