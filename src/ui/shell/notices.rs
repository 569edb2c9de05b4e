//! Notices at the foot of the window: what was done, what went wrong.

use std::time::Duration;

use egui::Context;

use crate::ui::Request;
use crate::ui::session::Notice;
use crate::ui::widgets::{Toast, ToastAnswer, toast};

pub(super) fn ui(ctx: &Context, notices: &[Notice], requests: &mut Vec<Request>) {
    let now = ctx.input(|input| input.time);
    for (place, notice) in notices.iter().enumerate() {
        let shown =
            Toast { severity: notice.severity, text: &notice.text, action: notice.offers.map(|offer| offer.words) };
        let answer = toast(ctx, (place, notices.len()), &shown);
        if answer == Some(ToastAnswer::Action) {
            requests.extend(notice.offers.map(|offer| Request::Do(offer.command)));
        }
        if answer.is_some() {
            requests.push(Request::DismissNotice(notice.text.clone()));
        }
    }
    let next = notices.iter().map(|notice| notice.until - now).fold(f64::INFINITY, f64::min);
    if next.is_finite() {
        ctx.request_repaint_after(Duration::from_secs_f64(next.max(0.0)));
    }
}
