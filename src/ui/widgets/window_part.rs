//! The parts of the window that F6 goes round, and Tab where the keys were in nobody's hands.

use std::collections::BTreeMap;

use egui::{Context, FocusDirection, Id, Memory, Rect, Ui};

/// A part of the window, in the order in which F6 goes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WindowPart {
    /// What the tab shows.
    Content,
    /// The text of the source that is read.
    Reading,
    /// The form or the inspector.
    Side,
    /// The tabs and what stands beside them.
    Tabs,
}

/// The parts that were drawn, and which one is to take the keys.
#[derive(Debug, Clone, Default)]
struct Parts {
    drawn: BTreeMap<WindowPart, (Rect, u64)>,
    wanted: Option<WindowPart>,
}

fn with_parts<R>(ctx: &Context, act: impl FnOnce(&mut Parts) -> R) -> R {
    ctx.data_mut(|data| act(data.get_temp_mut_or_default::<Parts>(Id::unique("window parts"))))
}

/// A part is drawn from here on; its first control takes the keys where they were asked for.
pub fn begin_part(ui: &Ui, part: WindowPart) {
    let now = ui.ctx().cumulative_pass_nr();
    let is_wanted = with_parts(ui.ctx(), |parts| {
        parts.drawn.insert(part, (ui.max_rect().intersect(ui.clip_rect()), now));
        parts.wanted.take_if(|wanted| *wanted == part).is_some()
    });
    if is_wanted {
        ui.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
            // With nobody's hands on them, the next control that takes keys has them.
            memory.move_focus(FocusDirection::Next);
        });
        ui.ctx().request_repaint();
    }
}

/// Gives the keys to the part behind the one that has them, or to the one before it.
pub fn go_round(ctx: &Context, forwards: bool) {
    let focused = ctx.memory(Memory::focused).and_then(|id| ctx.read_response(id)).map(|response| response.rect);
    let before = ctx.cumulative_pass_nr().saturating_sub(2);
    with_parts(ctx, |parts| {
        parts.drawn.retain(|_, (_, drawn)| *drawn >= before);
        let shown: Vec<WindowPart> = parts.drawn.keys().copied().collect();
        let now = focused.and_then(|rect| part_of(&parts.drawn, rect));
        let place = now.and_then(|now| shown.iter().position(|part| *part == now));
        parts.wanted = match (place, forwards) {
            (None, true) => shown.first(),
            (None, false) => shown.last(),
            (Some(place), true) => shown.get(place + 1).or(shown.first()),
            (Some(place), false) => place.checked_sub(1).and_then(|before| shown.get(before)).or(shown.last()),
        }
        .copied();
    });
    ctx.request_repaint();
}

/// Gives the keys to the part in which a control stood that is gone.
pub fn go_to_part_at(ctx: &Context, rect: Rect) {
    with_parts(ctx, |parts| parts.wanted = part_of(&parts.drawn, rect));
}

/// The part in which a control stands; one within another comes behind it.
fn part_of(drawn: &BTreeMap<WindowPart, (Rect, u64)>, rect: Rect) -> Option<WindowPart> {
    drawn.iter().rfind(|(_, (area, _))| area.contains(rect.center())).map(|(part, _)| *part)
}
