//! A list of visits that a bar, a sentence or the tray stands for.

use std::sync::Arc;

use egui::Ui;

use crate::model::{AnyRecord, Key, count_text};
use crate::present::Chosen;
use crate::present::told_date;
use crate::ui::shared::landmark::Landmark;
use crate::ui::theme::{self, Type, icons};
use crate::ui::widgets::MenuItem;
use crate::ui::{Request, Scene};

/// A list shows so many.
const LISTED: usize = 200;

/// Visits, each of which a click selects.
pub(super) fn list_ui(ui: &mut Ui, scene: &mut Scene, heading: &str, keys: &[Key]) {
    let palette = theme::palette(ui);
    ui.set_min_width(320.0);
    ui.label(Type::SmallHead.text(heading).color(palette.text2));
    if keys.len() > 1 {
        let words = format!("Select all {} in the table", count_text(keys.len()));
        if ui.add(MenuItem::new(&words).icon(icons::TABLE)).clicked() {
            let chosen = Arc::new(Chosen::of(keys.iter().copied()));
            scene.ask(Request::ChooseInTable(chosen, keys.first().copied()));
        }
    }
    egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for key in keys.iter().take(LISTED) {
            let Some((title, date)) = words_of(scene, *key) else { continue };
            if ui.add(MenuItem::new(&title).detail(&date)).clicked() {
                scene.ask(Request::Select(*key));
            }
        }
        if keys.len() > LISTED {
            let more = format!("and {} more, in the table", count_text(keys.len() - LISTED));
            ui.label(Type::Small.text(more).color(palette.text3));
        }
    });
    Landmark::Counted.mark(ui, ui.min_rect());
}

/// The title and the date of a visit.
pub(super) fn words_of(scene: &Scene, key: Key) -> Option<(String, String)> {
    let AnyRecord::Visit(visit) = scene.reader.record(key)? else { return None };
    let date = visit.when.as_ref().map_or_else(|| "no date".to_owned(), |when| told_date(&scene.reader, when));
    let title = scene.reader.visit_title(&visit);
    Some((crate::present::visible(&title).into_owned(), crate::present::visible(&date).into_owned()))
}
