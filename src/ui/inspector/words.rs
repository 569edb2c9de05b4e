//! Small things that every part of the inspector says alike.

use egui::{Label, Ui};

use crate::model::Key;
use crate::present::CiteLink;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{self, Link};
use crate::ui::{Request, Scene};

/// A wrapped text.
pub(super) fn text_ui(ui: &mut Ui, text: &str) {
    ui.add(Label::new(Type::Body.text(text).color(theme::palette(ui).text)).wrap());
}

/// A wrapped text that says less.
pub(super) fn weak_ui(ui: &mut Ui, text: &str) {
    ui.add(Label::new(Type::Small.text(text).color(theme::palette(ui).text2)).wrap());
}

/// A link to a record.
pub(super) fn record_link_ui(ui: &mut Ui, scene: &mut Scene, key: Key, title: &str) {
    ui.scope(|ui| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        if ui.add(Link::new(title)).on_hover_text(title).clicked() {
            scene.ask(Request::Show(key));
        }
    });
}

/// Cites in a row.
pub(super) fn cites_ui(ui: &mut Ui, scene: &mut Scene, cites: &[CiteLink]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S8;
        for cite in cites {
            match cite.source {
                Some(key) => {
                    if ui.add(Link::new(&cite.label).name(&cite.name)).clicked() {
                        scene.ask(Request::Show(key));
                    }
                }
                None => weak_ui(ui, &cite.label),
            }
        }
    });
}

/// A line with space around it, between two sections.
pub(super) fn section_line_ui(ui: &mut Ui) {
    ui.add_space(size::S12);
    widgets::separator(ui);
    ui.add_space(size::S8);
}
