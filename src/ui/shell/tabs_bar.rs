//! The bar of tabs with how many records each holds.

use egui::{Align, Layout, Rect, Ui, UiBuilder};

use super::edit_bar;
use crate::ui::session::Session;
use crate::ui::theme::{self, size};
use crate::ui::widgets;
use crate::ui::{Request, Tab};

pub(in crate::ui) fn tabs_bar_ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let Some(open) = &session.open else { return };
    let tabs: Vec<widgets::Tab> = Tab::ALL
        .iter()
        .map(|tab| {
            let count = match tab {
                Tab::Overview => None,
                Tab::Checks => Some(open.document.problems.len()),
                _ => tab.kind().map(|kind| open.document.briefing.count(kind)),
            };
            let weak = open.document.weak;
            let is_checks = *tab == Tab::Checks;
            let (warns, errs) = (is_checks && weak.errors + weak.warnings > 0, is_checks && weak.errors > 0);
            widgets::Tab { name: tab.label(), count, warns, errs }
        })
        .collect();
    let selected = Tab::ALL.iter().position(|tab| *tab == open.tab()).unwrap_or(0);
    let bar = ui.max_rect();
    ui.painter().hline(bar.x_range(), bar.bottom() - size::LINE / 2.0, (size::LINE, theme::palette(ui).line));
    let right = if edit_bar::is_shown(open) { bar.right() - edit_bar::LEAST_WIDTH } else { bar.right() };
    let room = Rect::from_min_max(bar.min, egui::pos2(right, bar.bottom()));
    // From the top: a tab is as high as the bar, and centred it would lose the line below it.
    let builder = UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Min));
    let shown = ui.scope_builder(builder, |ui| {
        ui.add_space(size::S12);
        if let Some(tab) = widgets::tabs_bar(ui, selected, &tabs).and_then(|index| Tab::ALL.get(index)) {
            requests.push(Request::GoTo(*tab));
        }
    });
    let left = shown.response.rect.right().min(right);
    edit_bar::ui(ui, Rect::from_min_max(egui::pos2(left, bar.top()), bar.max), session, requests);
}
