//! Whether the keys are in a field of one line, where a text of many lines would be lost.

use egui::{Context, Id, Response};

/// Remembers that a field takes one line.
pub fn takes_one_line(response: &Response) {
    if response.has_focus() {
        response.ctx.data_mut(|data| data.insert_temp(key(), response.id));
    }
}

/// Whether what is typed or pasted now goes into a field of one line.
pub fn is_in_one_line(ctx: &Context) -> bool {
    let field = ctx.data(|data| data.get_temp::<Id>(key()));
    field.is_some() && ctx.memory(egui::Memory::focused) == field
}

fn key() -> Id {
    Id::unique("field of one line")
}
