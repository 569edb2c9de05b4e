//! The ring around what a stage points at, and the card beside it.

use egui::{Area, Context, Frame, Id, LayerId, Margin, Order, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use super::place::{place, with_menu};
use super::words::{landmark, told};
use crate::ui::Request;
use crate::ui::command::TourMove;
use crate::ui::session::{STEPS, Session, Stage};
use crate::ui::theme::{self, Palette, Type, size};
use crate::ui::widgets::Button;

const WIDTH: f32 = 320.0;
/// The height of a card before it was laid out.
const GUESSED_HEIGHT: f32 = 190.0;

/// Shows the stage that the tour has come to.
pub(in crate::ui::shell) fn ui(ctx: &Context, session: &Session, requests: &mut Vec<Request>) {
    let Some(stage) = session.stage_in_sight() else { return };
    let target = landmark(stage).place(ctx);
    if let Some(target) = target {
        ring_ui(ctx, target);
    }
    let kept_free = if stage == Stage::Export { target.map(with_menu) } else { target };
    let id = Id::unique("tour");
    let height: f32 = ctx.data(|data| data.get_temp(id)).unwrap_or(GUESSED_HEIGHT);
    let placed = place(kept_free, vec2(WIDTH, height), ctx.content_rect());
    let shown = Area::new(id).order(Order::Foreground).fixed_pos(placed.min).show(ctx, |ui| {
        let frame = Frame::popup(ui.style()).inner_margin(Margin::same(16));
        frame.show(ui, |ui| card_ui(ui, session, stage, requests));
    });
    let known = shown.response.rect.height();
    if known != height {
        ctx.data_mut(|data| data.insert_temp(id, known));
        ctx.request_discard("the card of the tour stands beside what it points at");
    }
}

fn ring_ui(ctx: &Context, target: Rect) {
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("ring of the tour")));
    let colour = Palette::of(&ctx.global_style().visuals).accent;
    let ring = target.expand(size::S4).intersect(ctx.content_rect());
    painter.rect_stroke(ring, size::RADIUS_CONTROL, Stroke::new(size::FOCUS, colour), StrokeKind::Outside);
}

fn card_ui(ui: &mut Ui, session: &Session, stage: Stage, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let told = told(ui.ctx(), stage);
    ui.set_width(WIDTH - 2.0 * size::S16);
    ui.spacing_mut().item_spacing = vec2(size::S8, size::S4);
    let which = format!("Tour, step {} of {STEPS}", stage.step());
    ui.label(Type::Small.text(&which).color(palette.text2));
    ui.label(Type::Heading.text(told.title).color(palette.text));
    ui.add(egui::Label::new(Type::Body.text(&told.text).color(palette.text2)).wrap());
    ui.add_space(size::S8);
    ui.horizontal(|ui| {
        if ui.add(Button::quiet("Skip the tour")).clicked() {
            requests.push(Request::Tour(TourMove::End));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = if stage.next().is_some() { "Next" } else { "End the tour" };
            let next = ui.add(Button::primary(words));
            if session.tour_turned {
                next.request_focus();
            }
            let aloud = format!("{which}: {}. {}", told.title, told.text);
            ui.ctx().accesskit_node_builder(next.id, |node| node.set_description(aloud));
            if next.clicked() {
                requests.push(Request::Tour(TourMove::Next));
            }
            let back = ui.add_enabled(stage.before().is_some(), Button::secondary("Back"));
            if back.clicked() {
                requests.push(Request::Tour(TourMove::Back));
            }
        });
    });
    ui.interact(ui.min_rect(), Id::unique("card of the tour"), Sense::hover());
}
