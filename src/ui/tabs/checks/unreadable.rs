//! Records that could not be read, with their text; those that fail alike in one card.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Frame, Label, Margin, Ui};

use super::pages::Pages;
use crate::model::{RecordKind, Unreadable, count_text, plural};
use crate::present::{plain_words, visible};
use crate::ui::Scene;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{self, severity_label};

/// How much of an unreadable record is shown, in characters.
const MOST_CHARS: usize = 2_000;
/// Of several that fail alike, so many are shown with their text, and the lines of so many are named.
const SHOWN: usize = 3;
const LINES_NAMED: usize = 12;
/// A card is no wider, so that its lines are read.
const WIDEST: f32 = 720.0;
/// The list's name.
const LIST: &str = "what could not be read";

pub(super) fn ui(ui: &mut Ui, scene: &Scene, pages: &mut Pages) {
    let palette = theme::palette(ui);
    let unreadable = &scene.document.briefing.unreadable;
    let mut alike: BTreeMap<(RecordKind, &str), Vec<&Unreadable>> = BTreeMap::new();
    for bad in unreadable {
        alike.entry((bad.kind, bad.message.as_str())).or_default().push(bad);
    }
    let mut cards: Vec<Vec<&Unreadable>> = alike.into_values().collect();
    cards.sort_by_key(|card| card.first().map(|bad| bad.line));
    for card in cards.get(pages.shown(LIST, cards.len())).unwrap_or_default() {
        let Some(first) = card.first() else { continue };
        ui.add_space(size::S8);
        let frame =
            Frame::NONE.fill(palette.error_wash).corner_radius(size::RADIUS_CARD).inner_margin(Margin::same(12));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width().min(WIDEST));
            severity_label(ui, widgets::Severity::Error, &title_of(card));
            let why = plain_words(&scene.reader, Some(first.kind), &first.message);
            ui.add(Label::new(Type::Body.text(visible(&why)).color(palette.text)).wrap());
            for bad in card.iter().take(SHOWN) {
                ui.add_space(size::S4);
                let raw: String = bad.raw.chars().take(MOST_CHARS).collect();
                ui.add(Label::new(Type::Code.text(visible(&raw)).color(palette.text2)).wrap());
            }
            let rest = card.len().saturating_sub(SHOWN);
            let more = if rest > 0 { format!("{} more fail alike. ", count_text(rest)) } else { String::new() };
            let words = format!("{more}The text is kept as it is; mend it in an editor");
            ui.add_space(size::S4);
            ui.label(Type::Small.text(words).color(palette.text2));
        });
    }
    pages.ui(ui, LIST, cards.len());
}

/// `7 actors could not be read, lines 12, 19, 26`.
fn title_of(card: &[&Unreadable]) -> String {
    let noun = card.first().map_or("record", |bad| bad.kind.noun());
    // Several may stand in one line.
    let all: BTreeSet<usize> = card.iter().map(|bad| bad.line).collect();
    let mut lines: Vec<String> = all.iter().take(LINES_NAMED).map(usize::to_string).collect();
    let rest = all.len().saturating_sub(LINES_NAMED);
    if rest > 0 {
        lines.push(format!("and {} more", count_text(rest)));
    }
    match card.len() {
        1 => format!("This {noun} could not be read, line {}", lines.join(", ")),
        count => {
            let at = if all.len() == 1 { "line" } else { "lines" };
            format!("{} could not be read, {at} {}", plural(count, noun), lines.join(", "))
        }
    }
}
