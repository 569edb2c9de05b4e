//! What a waiver silences, with the reason that was given.

use egui::{Label, Ui};

use super::finding::{message_words, place_words};
use super::pages::Pages;
use crate::check::is_about_doubles;
use crate::present::visible;
use crate::ui::Scene;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::SectionHead;

/// The list's name.
const LIST: &str = "waived";

pub(super) fn ui(ui: &mut Ui, scene: &Scene, pages: &mut Pages, doubles_only: bool) {
    let waived = scene.document.waived.iter().filter(|(problem, _)| !doubles_only || is_about_doubles(problem));
    let waived: Vec<_> = waived.collect();
    if waived.is_empty() {
        return;
    }
    let palette = theme::palette(ui);
    ui.add_space(size::S20);
    ui.add(SectionHead::large("Waived").count(waived.len()));
    for (problem, reason) in waived.get(pages.shown(LIST, waived.len())).unwrap_or_default() {
        ui.add_space(size::S4);
        ui.spacing_mut().item_spacing.y = size::S2;
        ui.add(Label::new(Type::Body.text(message_words(scene, problem)).color(palette.text2)).wrap());
        let words = format!("{}, since {}", place_words(scene, problem), visible(reason));
        ui.add(Label::new(Type::Small.text(words).color(palette.text3)).wrap());
    }
    pages.ui(ui, LIST, waived.len());
}
