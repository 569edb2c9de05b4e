//! Notices at the foot of the window: what was done, what went wrong.

use std::time::Duration;

use egui::Context;

use crate::ui::Request;
use crate::ui::state::State;
use crate::ui::widgets::{Toast, ToastAnswer, toast};

pub(super) fn ui(ctx: &Context, state: &mut State, requests: &mut Vec<Request>) {
    let now = ctx.input(|input| input.time);
    state.notices.retain(|notice| notice.until > now);
    let mut closed = None;
    for (place, notice) in state.notices.iter().enumerate() {
        let shown =
            Toast { severity: notice.severity, text: &notice.text, action: notice.offers.map(|offer| offer.words) };
        let answer = toast(ctx, place, &shown);
        if answer == Some(ToastAnswer::Action) {
            requests.extend(notice.offers.map(|offer| Request::Do(offer.command)));
        }
        if answer.is_some() {
            closed = Some(place);
        }
    }
    if let Some(place) = closed {
        state.notices.remove(place);
    }
    let next = state.notices.iter().map(|notice| notice.until - now).fold(f64::INFINITY, f64::min);
    if next.is_finite() {
        ctx.request_repaint_after(Duration::from_secs_f64(next.max(0.0)));
    }
}
