//! Evidence by judgement, as an analysis of competing hypotheses has it: a row for each record, a column for each
//! judgement, in the cells whether the one is consistent with the other.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Event, Key as Press, Rect, Response, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::edit::fields::{self, Field, Shape};
use crate::model::{Bearing, Key, Node};
use crate::present::{EvidenceMatrix, EvidenceRow, JudgementColumn};
use crate::ui::command::EditRequest;
use crate::ui::forms;
use crate::ui::shared::copy_menu::copy_menu_ui;
use crate::ui::shared::glyph::row_lead;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, ListRow, YesNo, context_menu, empty_state, yes_no_cell};
use crate::ui::{Memo, Request, Scene};

const ROW: f32 = 34.0;
const HEAD_LINES: usize = 4;
/// How wide the column of a judgement is, at least and at most.
const COLUMN: std::ops::RangeInclusive<f32> = 104.0..=172.0;
/// How wide the column of the evidence is.
const EVIDENCE: std::ops::RangeInclusive<f32> = 240.0..=620.0;
const MORE: Field = Field::new("more evidence", "Add evidence", Shape::Reference(fields::EVIDENCE));

/// What the table holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    matrix: Memo<(u64, usize, bool), Arc<EvidenceMatrix>>,
    /// Records that were asked for and say nothing yet.
    more: Vec<Key>,
    /// The order of the rows that is kept while they are being judged.
    order: Vec<Key>,
    /// The text for a spreadsheet is asked for.
    copies: bool,
}

impl State {
    /// Lets the most telling rows come first again.
    pub(super) fn sort_anew(&mut self) {
        self.order.clear();
        self.matrix = Memo::default();
    }
}

/// The commands over the table.
pub(super) fn bar_ui(ui: &mut Ui, state: &mut State) {
    let sort = Button::quiet("Most telling first").icon(icons::ARROWS_DOWN_UP);
    let why = "What speaks for one judgement and against another stands first; what fits all of them tells nothing";
    if ui.add(sort).on_hover_text(why).clicked() {
        state.sort_anew();
    }
    state.copies = ui.add(Button::quiet("Copy table").icon(icons::COPY)).clicked();
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, judgements: &[Key]) {
    let matrix = worked_out(scene, state, judgements);
    if std::mem::take(&mut state.copies) {
        scene.ask(Request::Copy(matrix.to_tsv(), "the table of evidence".to_owned()));
    }
    let widths = Widths::new(ui.available_width() - size::CONTENT_LEFT - size::CONTENT_RIGHT, judgements.len());
    ScrollArea::horizontal().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.set_width(widths.whole() + size::CONTENT_LEFT + size::CONTENT_RIGHT);
        head_ui(ui, scene, &matrix, widths);
        let more = usize::from(scene.is_editing);
        if matrix.rows.is_empty() && more == 0 {
            let next = "While editing, drag records from any tab, or select them and press Ctrl+J where they speak for the \
                        judgement looked at last, Ctrl+Shift+J where they speak against it";
            empty_state(ui, icons::SCALES, "No evidence yet", next, "");
            return;
        }
        ScrollArea::vertical().auto_shrink([false, false]).show_rows(ui, ROW, matrix.rows.len() + more, |ui, range| {
            for place in range {
                match matrix.rows.get(place) {
                    Some(row) => row_ui(ui, scene, &matrix, row, widths),
                    None => more_ui(ui, scene, state, widths),
                }
            }
        });
    });
}

/// The table of this revision, its rows where they were while they are being judged.
fn worked_out(scene: &Scene, state: &mut State, judgements: &[Key]) -> Arc<EvidenceMatrix> {
    let State { matrix, more, order, .. } = state;
    more.retain(|key| scene.document.index.place_of(*key).is_some());
    let keeps = scene.is_editing;
    let made = matrix.get((scene.revision, more.len(), keeps), || {
        let matrix = EvidenceMatrix::new(&scene.reader, judgements, more);
        Arc::new(if keeps && !order.is_empty() { matrix.in_order(order) } else { matrix })
    });
    let made = Arc::clone(made);
    order.clear();
    order.extend(made.rows.iter().map(|row| row.key));
    made
}

/// How wide the columns are.
#[derive(Debug, Clone, Copy)]
struct Widths {
    evidence: f32,
    column: f32,
    count: usize,
}

impl Widths {
    #[expect(clippy::cast_precision_loss, reason = "a few judgements")]
    fn new(room: f32, count: usize) -> Self {
        let column = ((room - EVIDENCE.start()) / count.max(1) as f32).clamp(*COLUMN.start(), *COLUMN.end());
        let evidence = (room - column * count as f32).clamp(*EVIDENCE.start(), *EVIDENCE.end());
        Self { evidence, column, count }
    }

    #[expect(clippy::cast_precision_loss, reason = "a few judgements")]
    fn whole(self) -> f32 {
        self.evidence + self.column * self.count as f32
    }

    /// The column of a judgement within a row.
    #[expect(clippy::cast_precision_loss, reason = "a few judgements")]
    fn cell(self, row: Rect, place: usize) -> Rect {
        let left = row.left() + size::CONTENT_LEFT + self.evidence + self.column * place as f32;
        Rect::from_min_max(pos2(left, row.top()), pos2(left + self.column, row.bottom()))
    }
}

/// The judgements, each with how much speaks for and against it.
fn head_ui(ui: &mut Ui, scene: &mut Scene, matrix: &EvidenceMatrix, widths: Widths) {
    let palette = theme::palette(ui);
    let texts: Vec<_> = matrix.judgements.iter().map(|column| head_text(ui, column, widths.column)).collect();
    let tallest = texts.iter().map(|text| text.size().y).fold(Type::Small.line_height(), f32::max);
    let height = tallest + Type::Small.line_height() + size::S20;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let words = Type::SmallHead.galley(ui, "Evidence", palette.text2);
    let at = pos2(rect.left() + size::CONTENT_LEFT, rect.bottom() - size::S8 - words.size().y);
    ui.painter().galley(at, words, palette.text2);
    for (place, (column, text)) in matrix.judgements.iter().zip(texts).enumerate() {
        let cell = widths.cell(rect, place);
        let response = ui.interact(cell, ui.scope_id().with(("judgement", column.key)), Sense::click());
        let tally = format!("{} for · {} against", column.consistent, column.inconsistent);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {tally}", column.text)));
        if scene.is_selected(column.key) || response.hovered() || response.has_focus() {
            let fill = if scene.is_selected(column.key) { palette.accent_wash } else { palette.hover };
            ui.painter().rect_filled(cell.shrink2(vec2(2.0, 2.0)), size::RADIUS_INNER, fill);
        }
        let left = cell.left() + size::S8;
        ui.painter().galley(pos2(left, cell.top() + size::S8), text, palette.text);
        let tally = Type::Small.truncated(ui, tally, palette.text2, cell.width() - size::S16);
        ui.painter().galley(pos2(left, cell.bottom() - size::S8 - tally.size().y), tally, palette.text2);
        if response.on_hover_text(&column.text).clicked() {
            scene.ask(Request::Select(column.key));
        }
    }
    line_below(ui, rect);
}

fn head_text(ui: &Ui, column: &JudgementColumn, width: f32) -> Arc<egui::Galley> {
    let mut job = LayoutJob::single_section(column.text.clone(), Type::Small.format(theme::palette(ui).text));
    job.wrap = TextWrapping { max_width: width - size::S16, max_rows: HEAD_LINES, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

fn line_below(ui: &Ui, rect: Rect) {
    let line = Stroke::new(size::LINE, theme::palette(ui).line);
    ui.painter().hline(rect.x_range(), rect.bottom() - size::LINE / 2.0, line);
}

fn row_ui(ui: &mut Ui, scene: &mut Scene, matrix: &EvidenceMatrix, row: &EvidenceRow, widths: Widths) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    ui.push_id(row.key, |ui| {
        let left = rect.left() + size::CONTENT_LEFT;
        let words = Rect::from_min_size(pos2(left, rect.top()), vec2(widths.evidence - size::S12, ROW));
        evidence_ui(ui, scene, row, words);
        for (place, (column, bearing)) in matrix.judgements.iter().zip(&row.bearings).enumerate() {
            let cell = widths.cell(rect, place);
            let name = format!("{} · {}: {}", row.shown.words, column.text, bearing.word());
            let id = ui.scope_id().with(column.key);
            let response = yes_no_cell(ui, cell, id, sign(*bearing), &name, scene.is_editing);
            if let Some(bearing) = asked(ui, &response, *bearing) {
                scene.ask(EditRequest::SetBearing(column.key, vec![row.key], bearing));
            }
            response.on_hover_text(column.text.as_str());
        }
    });
    line_below(ui, rect);
}

fn evidence_ui(ui: &mut Ui, scene: &mut Scene, row: &EvidenceRow, rect: Rect) {
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center)));
    ui.set_clip_rect(rect.intersect(ui.clip_rect()));
    let lead = row_lead(&ui, row.shown.glyph);
    let words = ListRow::new(lead, &row.shown.words).said(row.shown.is_said).detail(&row.shown.detail);
    let response = ui.add(words.selected(scene.is_selected(row.key)));
    if response.clicked() {
        scene.ask(Request::Select(row.key));
    }
    context_menu(&response, |ui| copy_menu_ui(ui, &scene.reader, row.key, &mut scene.requests));
}

fn sign(bearing: Bearing) -> YesNo {
    match bearing {
        Bearing::Neutral => YesNo::Neither,
        Bearing::Consistent => YesNo::Yes,
        Bearing::Inconsistent => YesNo::No,
    }
}

/// What a person says of a cell: a click or Space goes round, `+`, `-` and `0` say it at once.
fn asked(ui: &Ui, response: &Response, now: Bearing) -> Option<Bearing> {
    if response.clicked() {
        return Some(now.next());
    }
    let typed = response.has_focus().then(|| {
        ui.input(|input| {
            let is_plain = input.modifiers.is_none();
            input.events.iter().find_map(|event| match event {
                Event::Text(text) if text == "+" => Some(Bearing::Consistent),
                Event::Text(text) if text == "-" || text == "−" => Some(Bearing::Inconsistent),
                Event::Text(text) if text == "0" => Some(Bearing::Neutral),
                Event::Key { key: Press::Backspace, pressed: true, .. } if is_plain => Some(Bearing::Neutral),
                _ => None,
            })
        })
    });
    typed.flatten()
}

/// A field that brings a further record into the table.
fn more_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, widths: Widths) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let left = rect.left() + size::CONTENT_LEFT;
    let room = Rect::from_min_size(pos2(left, rect.top() + size::S2), vec2(widths.evidence - size::S12, ROW));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
    ui.spacing_mut().item_spacing.x = size::S8;
    ui.label(Type::Small.text(MORE.label).color(theme::palette(&ui).text2));
    if let Some(Some(Node::Text(id))) = forms::value_ui(&mut ui, &scene.reader, &MORE, None)
        && let Some(key) = scene.reader.index.key_of(&id.as_str().into())
        && !state.more.contains(&key)
    {
        state.more.push(key);
    }
}
