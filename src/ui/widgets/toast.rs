//! A short notice over the foot of the window.

use egui::accesskit::{Live, Role};
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Stroke, UiKind, WidgetInfo, vec2};

use super::badge::Severity;
use super::button::{Button, IconButton};
use crate::ui::theme::{Palette, Type, icons, size};

/// What a notice says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Toast<'a> {
    /// What kind of notice.
    pub severity: Severity,
    /// Its words.
    pub text: &'a str,
    /// The command it offers: "Undo".
    pub action: Option<&'a str>,
}

/// What was clicked on a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToastAnswer {
    /// The command it offers.
    Action,
    /// The cross.
    Close,
}

/// From one notice to the next.
const PITCH: f32 = 48.0;
/// Under the bars at the top.
const BELOW_BARS: f32 = size::TOP_BAR + size::TABS_BAR + size::FILTER_BAR + size::S16;

/// Whether so many notices at the foot would cover the field that has the keys.
fn cover_field(ctx: &Context, count: usize) -> bool {
    if !ctx.text_edit_focused() {
        return false;
    }
    let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    let foot = ctx.content_rect().bottom() - size::STATUS_BAR - size::S16 - count as f32 * PITCH;
    focused.is_some_and(|field| field.rect.bottom() > foot - size::S8)
}

/// Shows a notice, the one at `place` of so many that stack over the foot; where they would cover the field in hand, they
/// hang from the bars instead.
pub fn toast(ctx: &Context, (place, count): (usize, usize), toast: &Toast<'_>) -> Option<ToastAnswer> {
    let mut answer = None;
    let (align, down) = if cover_field(ctx, count) {
        (Align2::CENTER_TOP, BELOW_BARS + place as f32 * PITCH)
    } else {
        (Align2::CENTER_BOTTOM, -(size::STATUS_BAR + size::S16 + place as f32 * PITCH))
    };
    Area::new(Id::unique(("toast", place)))
        .kind(UiKind::Popup)
        .role(Role::Group)
        .accessible_name(format!("Notice {}", place + 1))
        .order(Order::Foreground)
        .anchor(align, vec2(0.0, down))
        .show(ctx, |ui| {
            let palette = Palette::of(ui.visuals());
            let frame = Frame::popup(ui.style())
                .inner_margin(Margin::symmetric(12, 5))
                .stroke(Stroke::new(size::LINE, palette.line_strong));
            frame.show(ui, |ui| {
                ui.horizontal(|ui| {
                    let icon = toast.severity.icon();
                    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), egui::Sense::hover());
                    icon.paint(ui, rect.center(), size::ICON, toast.severity.colour(palette));
                    let text = ui.label(Type::Body.text(toast.text).color(palette.text));
                    let name = format!("{}: {}", toast.severity.word(), toast.text);
                    text.widget_info(|| WidgetInfo::labeled(Role::Status, true, &name));
                    ui.ctx().accesskit_node_builder(text.id, |node| {
                        node.set_live(Live::Polite);
                    });
                    if let Some(action) = toast.action
                        && ui.add(Button::quiet(action).strong()).clicked()
                    {
                        answer = Some(ToastAnswer::Action);
                    }
                    if ui.add(IconButton::new(icons::X, "Close the notice")).clicked() {
                        answer = Some(ToastAnswer::Close);
                    }
                });
            });
        });
    answer
}
