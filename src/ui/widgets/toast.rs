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

/// Shows a notice; `place` counts those below it, so that several stack.
pub fn toast(ctx: &Context, place: usize, toast: &Toast<'_>) -> Option<ToastAnswer> {
    let mut answer = None;
    let above = size::STATUS_BAR + size::S16 + place as f32 * 48.0;
    Area::new(Id::unique(("toast", place)))
        .kind(UiKind::Popup)
        .role(Role::Group)
        .accessible_name(format!("Notice {}", place + 1))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -above))
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
