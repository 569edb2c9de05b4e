//! Judgements as cards: each with its likelihood on a yardstick, and its confidence apart from it.

use egui::{ScrollArea, Ui};

use crate::model::{AnyRecord, Confidence, Id, Judgement, Key, Likelihood, count_text};
use crate::present::inspector::record_row;
use crate::present::visible;
use crate::ui::shared::copy_menu::copy_menu_ui;
use crate::ui::shared::drag::may_carry;
use crate::ui::shared::glyph::row_lead;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{self, Card, ICD_203, ListRow, SectionHead, column_ui, context_menu};
use crate::ui::{Request, Scene};

/// A card is no wider.
const WIDEST: f32 = 860.0;
/// Over the head of a part, and below it.
const OVER_HEAD: f32 = size::S16;
const BELOW_HEAD: f32 = 6.0;
/// How many records for or against a judgement are listed.
const MOST_EVIDENCE: usize = 24;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, keys: &[Key]) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.add_space(size::S16);
        column_ui(ui, WIDEST, |ui| {
            for key in keys {
                if let Some(AnyRecord::Judgement(judgement)) = scene.reader.record(*key) {
                    judgement_ui(ui, scene, *key, &judgement);
                    ui.add_space(size::S12);
                }
            }
        });
        ui.add_space(size::S16);
    });
}

fn judgement_ui(ui: &mut Ui, scene: &mut Scene, key: Key, judgement: &Judgement) {
    let palette = theme::palette(ui);
    let name = match judgement.text.trim() {
        "" => "Nothing is judged yet".to_owned(),
        text => visible(text).into_owned(),
    };
    let card = Card::new(&name).selected(scene.is_selected(key));
    let response = card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::S8;
        let kind = if judgement.key == Some(true) { "Key judgement" } else { "Judgement" };
        ui.label(Type::SmallHead.text(kind).color(palette.text2));
        ui.add(egui::Label::new(Type::Lead.text(&name).color(palette.text)).wrap());
        yardsticks_ui(ui, judgement);
        evidence_ui(ui, scene, "Supported by", &judgement.supports);
        evidence_ui(ui, scene, "Contradicted by", &judgement.contradicts);
        list_ui(ui, "Assumptions", &judgement.assumptions);
        list_ui(ui, "Alternatives", &judgement.alternatives);
        list_ui(ui, "Indicators", &judgement.indicators);
        if let Some(older) = &judgement.supersedes {
            evidence_ui(ui, scene, "In place of", std::slice::from_ref(older));
        }
    });
    if response.response.clicked() {
        scene.ask(Request::Select(key));
    }
    context_menu(&response.response, |ui| copy_menu_ui(ui, &scene.reader, key, &mut scene.requests));
}

/// The likelihood on its scale; below it, and apart, the confidence with its reason.
pub(in crate::ui::tabs) fn yardsticks_ui(ui: &mut Ui, judgement: &Judgement) {
    let chosen = judgement.likelihood.and_then(|own| Likelihood::ALL.iter().position(|level| *level == own));
    widgets::likelihood_scale(ui, &ICD_203, chosen);
    if let Some(confidence) = judgement.confidence {
        let filled = match confidence {
            Confidence::Low => 1,
            Confidence::Moderate => 2,
            Confidence::High => 3,
        };
        let level = format!("{} confidence", confidence.label());
        widgets::confidence_boxes(ui, filled, &level, &visible(&judgement.reason));
    }
}

fn evidence_ui(ui: &mut Ui, scene: &mut Scene, label: &str, ids: &[Id]) {
    if ids.is_empty() {
        return;
    }
    let palette = theme::palette(ui);
    head_ui(ui, label, ids.len());
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
    for id in ids.iter().take(MOST_EVIDENCE) {
        let row = scene.reader.by_id(id).and_then(|(key, _)| Some((key, record_row(&scene.reader, key)?)));
        let Some((key, row)) = row else {
            ui.label(Type::Body.text(format!("{} (not in the file)", visible(id.as_str()))).color(palette.error));
            continue;
        };
        let lead = row_lead(ui, row.glyph);
        let widget = ListRow::new(lead, &row.words).said(row.is_said).detail(&row.detail);
        let response = ui.add(widget);
        if response.clicked() {
            scene.ask(Request::Show(key));
        }
        may_carry(&response, scene, key);
        context_menu(&response, |ui| copy_menu_ui(ui, &scene.reader, key, &mut scene.requests));
    }
    ui.spacing_mut().item_spacing.y = spacing;
    if ids.len() > MOST_EVIDENCE {
        let more = count_text(ids.len() - MOST_EVIDENCE);
        ui.label(Type::Small.text(format!("and {more} more")).color(palette.text2));
    }
}

fn list_ui(ui: &mut Ui, label: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let palette = theme::palette(ui);
    head_ui(ui, label, lines.len());
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, size::S4);
    for line in lines {
        ui.add(egui::Label::new(Type::Body.text(visible(line)).color(palette.text)).wrap());
    }
    ui.spacing_mut().item_spacing.y = spacing;
}

/// The head of a part, apart from the one above.
fn head_ui(ui: &mut Ui, label: &str, count: usize) {
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
    ui.add_space(OVER_HEAD - spacing);
    ui.add(SectionHead::new(label).count(count));
    ui.add_space(BELOW_HEAD);
    ui.spacing_mut().item_spacing.y = spacing;
}
