//! The card of a relation: between whom, since when, and who says so.

use egui::{Rect, Response, Ui, UiBuilder, pos2};

use crate::index::Reader;
use crate::model::Key;
use crate::present::{Party, RelationWords};
use crate::ui::Request;
use crate::ui::shared::copy_menu::copy_menu_ui;
use crate::ui::shared::quote_runs::quote_runs;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Card, Flow, FlowPiece, Quote, Run, context_menu, group_ui, quote_galley};

/// The column of the kind.
const KIND_COLUMN: f32 = 168.0;
const GAP: f32 = 6.0;
/// A statement is shown in so many lines; the whole of it stands in its own tab.
const MOST_LINES: usize = 3;

/// The parts of a card, from top to bottom.
struct Parts<'a> {
    between: Vec<FlowPiece<'a>>,
    scope: &'a str,
    since: Vec<FlowPiece<'a>>,
    runs: Vec<Run<'a>>,
    from: Vec<FlowPiece<'a>>,
}

/// Where a piece of a flow leads.
type Targets = Vec<Option<Key>>;

pub(super) fn height(ui: &Ui, words: &RelationWords, width: f32) -> f32 {
    let text_width = text_width(width);
    let (parts, ..) = parts(words);
    let mut height = Flow::new(&parts.between).height(ui, text_width);
    if !parts.scope.is_empty() {
        height += GAP + Flow::new(&[FlowPiece::text(parts.scope)]).height(ui, text_width);
    }
    if !parts.since.is_empty() {
        height += GAP + Flow::new(&parts.since).height(ui, text_width);
    }
    if !parts.runs.is_empty() {
        height += GAP + quote_galley(ui, &quote(&parts.runs), text_width).size().y;
    }
    if !parts.from.is_empty() {
        height += GAP + Flow::new(&parts.from).height(ui, text_width);
    }
    let kind = kind_galley(ui, words).size().y;
    height.max(kind) + 2.0 * size::CARD_PADDING_Y
}

fn kind_galley(ui: &Ui, words: &RelationWords) -> std::sync::Arc<egui::Galley> {
    let palette = theme::palette(ui);
    let mut job = egui::text::LayoutJob::single_section(words.kind.clone(), Type::Name.format(palette.text));
    job.wrap.max_width = KIND_COLUMN;
    ui.painter().layout_job(job)
}

fn text_width(card: f32) -> f32 {
    card - 2.0 * size::CARD_PADDING_X - KIND_COLUMN - size::S24
}

fn quote<'a>(runs: &'a [Run<'a>]) -> Quote<'a> {
    Quote::small(runs).max_rows(MOST_LINES)
}

pub(super) fn ui(
    ui: &mut Ui,
    reader: &Reader,
    key: Key,
    words: &RelationWords,
    selected: bool,
    requests: &mut Vec<Request>,
) -> Response {
    let (parts, targets, since_targets, from_targets) = parts(words);
    let name = words.name();
    let height = ui.max_rect().height() - 2.0 * size::CARD_PADDING_Y;
    let card = Card::new(&name).in_list().selected(selected).show(ui, |ui| {
        ui.set_min_height(height);
        let inner = ui.max_rect();
        let kind = kind_galley(ui, words);
        ui.painter().galley(pos2(inner.left(), inner.top() + 1.0), kind, theme::palette(ui).text);
        let left = inner.left() + KIND_COLUMN + size::S24;
        let rect = Rect::from_min_max(pos2(left, inner.top()), inner.max);
        let mut ui = ui.new_child(UiBuilder::new().max_rect(rect));
        ui.spacing_mut().item_spacing.y = GAP;
        flow_ui(&mut ui, "Between", &parts.between, &targets, requests);
        if !parts.scope.is_empty() {
            Flow::new(&[FlowPiece::text(parts.scope)]).show(&mut ui);
        }
        if !parts.since.is_empty() {
            flow_ui(&mut ui, "Since", &parts.since, &since_targets, requests);
        }
        if !parts.runs.is_empty() {
            quote(&parts.runs).show(&mut ui);
        }
        if !parts.from.is_empty() {
            flow_ui(&mut ui, "Asserted by", &parts.from, &from_targets, requests);
        }
    });
    context_menu(&card.response, |ui| copy_menu_ui(ui, reader, key, requests));
    card.response
}

/// A flow, told as a group of this name.
fn flow_ui(ui: &mut Ui, name: &str, pieces: &[FlowPiece<'_>], targets: &[Option<Key>], requests: &mut Vec<Request>) {
    let clicked = group_ui(ui, name, name, |ui| Flow::new(pieces).show(ui));
    if let Some(key) = clicked.and_then(|index| targets.get(index).copied().flatten()) {
        requests.push(Request::Show(key));
    }
}

/// The parts of a card, and where the pieces of its three flows lead.
fn parts(words: &RelationWords) -> (Parts<'_>, Targets, Targets, Targets) {
    let (between, targets) = between(words);
    let (since, since_targets) = since(words);
    let (from, from_targets) = from(words);
    let runs = words.asserted_by.as_ref().map(|by| quote_runs(&by.words)).unwrap_or_default();
    (Parts { between, scope: &words.scope, since, runs, from }, targets, since_targets, from_targets)
}

fn party(party: &Party) -> FlowPiece<'_> {
    match party.key {
        Some(_) => FlowPiece::link(&party.name, &party.name).style(Type::Name),
        None => FlowPiece::text(&party.name).style(Type::Name),
    }
}

/// `China → Serbia · in the place of Russia`.
fn between(words: &RelationWords) -> (Vec<FlowPiece<'_>>, Targets) {
    let mut pieces = Vec::new();
    let mut targets = Vec::new();
    for (index, actor) in words.between.iter().enumerate() {
        if index > 0 {
            let arrow = FlowPiece::text("").icon(icons::ARROW_RIGHT);
            pieces.push(if words.directed { arrow } else { FlowPiece::text("–") });
            targets.push(None);
        }
        pieces.push(party(actor));
        targets.push(actor.key);
    }
    if let Some(replaced) = &words.replaces {
        pieces.push(FlowPiece::text("in the place of").dot());
        targets.push(None);
        pieces.push(match replaced.key {
            Some(_) => FlowPiece::link(&replaced.name, &replaced.name),
            None => FlowPiece::text(&replaced.name),
        });
        targets.push(replaced.key);
    }
    (pieces, targets)
}

/// When it held, with its doubt, and the source's words for it.
fn since(words: &RelationWords) -> (Vec<FlowPiece<'_>>, Targets) {
    let Some(valid) = &words.valid else { return Default::default() };
    let mut pieces = vec![FlowPiece::text(valid).icon(icons::CALENDAR_BLANK)];
    if !words.valid_said.is_empty() {
        pieces.push(FlowPiece::said(&words.valid_said).dot());
    }
    let targets = vec![None; pieces.len()];
    (pieces, targets)
}

/// Who says so, and where it stands.
fn from(words: &RelationWords) -> (Vec<FlowPiece<'_>>, Targets) {
    let mut pieces = Vec::new();
    let mut targets = Vec::new();
    if let Some(by) = &words.asserted_by {
        pieces.push(FlowPiece::text("Asserted by"));
        targets.push(None);
        pieces.push(FlowPiece::link(&by.speaker, &by.speaker));
        targets.push(Some(by.key));
    } else {
        pieces.push(FlowPiece::text("Asserted by no statement").weak());
        targets.push(None);
    }
    for (index, cite) in words.cites.iter().enumerate() {
        let piece = match cite.source {
            Some(_) => FlowPiece::link(&cite.label, &cite.name),
            None => FlowPiece::text(&cite.label),
        };
        pieces.push(if index == 0 { piece.caret() } else { piece });
        targets.push(cite.source);
    }
    (pieces, targets)
}
