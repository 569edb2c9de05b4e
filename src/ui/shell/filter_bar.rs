//! The one filter of all tabs, as chips, with what passes it counted at the right.

use egui::containers::scroll_area::ScrollBarVisibility;
use egui::{Align, Layout, ScrollArea, Sense, Ui, UiBuilder, vec2};

use crate::model::{RecordKind, count_text, plural};
use crate::present::{Filter, FilterPart};
use crate::ui::session::OpenBriefing;
use crate::ui::session::Session;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Chip, IconButton};
use crate::ui::{Command, Request, Tab};

use super::filter_menu::{self, FilterMenuState};

/// In a narrower window the counts at the right are left out.
const COUNTS_ABOVE: f32 = 720.0;

pub(in crate::ui) fn filter_bar_ui(
    ui: &mut Ui,
    session: &Session,
    menu: &mut FilterMenuState,
    requests: &mut Vec<Request>,
) {
    let Some(open) = &session.open else { return };
    let palette = theme::palette(ui);
    let bar = ui.max_rect();
    ui.painter().rect_filled(bar, 0, palette.surface);
    ui.painter().hline(bar.x_range(), bar.bottom() - size::LINE / 2.0, (size::LINE, palette.line));
    ui.scope_builder(UiBuilder::new().max_rect(bar.shrink2(vec2(size::S16, 0.0))), |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.ctx().content_rect().width() > COUNTS_ABOVE {
                counts_ui(ui, open);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (icon, _) = ui.allocate_exact_size(vec2(size::S20, size::S20), Sense::hover());
                icons::FUNNEL_SIMPLE.paint(ui, icon.center(), size::ICON, palette.text3);
                ScrollArea::horizontal()
                    .id_salt("filter chips")
                    .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
                    .show(ui, |ui| {
                        ui.horizontal(|ui| {
                            ui.spacing_mut().item_spacing.x = size::S8;
                            chips_ui(ui, open, requests);
                            filter_menu::ui(ui, open, menu, &session.settings, requests);
                            if !open.filter.is_empty() {
                                let clear = IconButton::new(icons::X, "Clear the filter")
                                    .shortcut(Command::ClearFilter.shortcut_text(ui.ctx()));
                                if ui.add(clear).clicked() {
                                    requests.push(Request::Do(Command::ClearFilter));
                                }
                            }
                        });
                    });
            });
        });
    });
}

fn chips_ui(ui: &mut Ui, open: &OpenBriefing, requests: &mut Vec<Request>) {
    let reader = open.document.reader();
    for part in FilterPart::ALL.iter().filter(|part| open.filter.has(**part)) {
        let words = open.filter.words(*part, &reader);
        let remove = format!("Remove the filter {} {words}", part.label());
        if Chip::filter(part.label(), &words).removable(&remove).show(ui).removed {
            let mut filter: Filter = open.filter.clone();
            filter.clear(*part);
            requests.push(Request::SetFilter(filter));
        }
    }
}

/// `4 of 4 visits · 9 of 9 statements`, the records of the tab first.
fn counts_ui(ui: &mut Ui, open: &OpenBriefing) {
    let mut kinds = vec![RecordKind::Visit, RecordKind::Statement];
    if let Some(kind) = open.tab().kind()
        && !kinds.contains(&kind)
        && open.tab() != Tab::Checks
    {
        kinds.insert(0, kind);
    }
    let count = |kind: &RecordKind| {
        let (shown, all) = (open.shown.count(*kind), open.document.briefing.count(*kind));
        if open.filter.is_empty() {
            plural(all, kind.noun())
        } else {
            format!("{} of {}", count_text(shown), plural(all, kind.noun()))
        }
    };
    let text = kinds.iter().map(count).collect::<Vec<_>>().join(" · ");
    ui.label(Type::Small.text(text).color(theme::palette(ui).text2));
}
