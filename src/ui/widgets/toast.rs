//! A short notice over the foot of the window.

use egui::accesskit::{Live, Role};
use egui::text::LayoutJob;
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Response, Sense, Stroke, Ui, UiKind, WidgetInfo, vec2};

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
const GAP: f32 = size::S8;
/// A notice of one line.
const HEIGHT: f32 = 40.0;
/// Words are no wider: longer ones go over several lines.
const WIDEST: f32 = 640.0;
/// What stands before and behind the words, but for the command.
const AROUND_WORDS: f32 = 24.0 + size::ICON + size::BUTTON + 3.0 * size::S8;
/// Under the bars at the top.
const BELOW_BARS: f32 = size::TOP_BAR + size::TABS_BAR + size::FILTER_BAR + size::S16;

/// How high so many notices are together, with the gaps behind them.
fn height_of(ctx: &Context, count: usize) -> f32 {
    let of = |place| ctx.data(|data| data.get_temp(height_id(place))).unwrap_or(HEIGHT);
    (0..count).map(|place| of(place) + GAP).sum()
}

fn height_id(place: usize) -> Id {
    Id::unique(("height of the notice", place))
}

/// Whether so many notices at the foot would cover the field that has the keys.
fn cover_field(ctx: &Context, count: usize) -> bool {
    if !ctx.text_edit_focused() {
        return false;
    }
    let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    let foot = ctx.content_rect().bottom() - size::STATUS_BAR - size::S16 - height_of(ctx, count);
    focused.is_some_and(|field| field.rect.bottom() > foot - size::S8)
}

/// Shows a notice, the one at `place` of so many that stack over the foot; where they would cover the field in hand, they
/// hang from the bars instead.
pub fn toast(ctx: &Context, (place, count): (usize, usize), toast: &Toast<'_>) -> Option<ToastAnswer> {
    let mut answer = None;
    let (align, down) = if cover_field(ctx, count) {
        (Align2::CENTER_TOP, BELOW_BARS + height_of(ctx, place))
    } else {
        (Align2::CENTER_BOTTOM, -(size::STATUS_BAR + size::S16 + height_of(ctx, place)))
    };
    let shown = Area::new(Id::unique(("toast", place)))
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
                    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
                    icon.paint(ui, rect.center(), size::ICON, toast.severity.colour(palette));
                    let text = words_ui(ui, toast, palette);
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
    let height = shown.response.rect.height();
    if ctx.data(|data| data.get_temp(height_id(place))) != Some(height) {
        ctx.data_mut(|data| data.insert_temp(height_id(place), height));
        ctx.request_repaint();
    }
    answer
}

/// The words, on several lines where they are long: a notice is never wider than the window.
fn words_ui(ui: &mut Ui, toast: &Toast<'_>, palette: &Palette) -> Response {
    let width_of = |style: Type, text: &str| style.galley(ui, text, palette.text).size().x;
    let command = toast.action.map_or(0.0, |action| width_of(Type::Active, action) + size::S24 + size::S8);
    let room = ui.ctx().content_rect().width() - 2.0 * size::S16 - AROUND_WORDS - command;
    let width = (width_of(Type::Body, toast.text) + 1.0).min(WIDEST).min(room.max(size::S40));
    let mut job = LayoutJob::single_section(toast.text.to_owned(), Type::Body.format(palette.text));
    job.wrap.max_width = width;
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, palette.text);
    response
}
