//! The bar of tabs with how many records each holds.

use egui::{Align, Layout, Ui};

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
            let warns = *tab == Tab::Checks && weak.errors + weak.warnings > 0;
            widgets::Tab { name: tab.label(), count, warns }
        })
        .collect();
    let selected = Tab::ALL.iter().position(|tab| *tab == open.tab()).unwrap_or(0);
    let bar = ui.max_rect();
    ui.painter().hline(bar.x_range(), bar.bottom() - size::LINE / 2.0, (size::LINE, theme::palette(ui).line));
    // From the top: a tab is as high as the bar, and centred it would lose the line below it.
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.add_space(size::S12);
        if let Some(tab) = widgets::tabs_bar(ui, selected, &tabs).and_then(|index| Tab::ALL.get(index)) {
            requests.push(Request::GoTo(*tab));
        }
    });
}
