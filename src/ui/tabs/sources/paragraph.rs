//! A paragraph of a source: its words, to be read, copied or made into records, and what cites it.

use egui::{Align, Layout, Rect, Sense, Ui, pos2, vec2};

use super::cited::runs_of;
use super::citing_rows::{Rows, rows_ui};
use super::marking::{self, Other};
use super::passage_words::PassageWords;
use super::reading_keys::ReadingKeys;
use crate::edit::change::{HeldPart, has_caption};
use crate::model::{Key, Source};
use crate::present::sources::ReadParagraph;
use crate::present::{CitedWords, visible};
use crate::ui::Request;
use crate::ui::command::{EditRequest, FirstParagraph};
use crate::ui::shared::landmark::Landmark;
use crate::ui::shared::prose::run_of;
use crate::ui::shared::script_way::script_way_ui;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Run};

/// The column of paragraph signs.
const SIGNS: f32 = 64.0;
/// Lines of text are not longer than this.
pub(super) const MOST_WIDTH: f32 = SIGNS + 640.0;
/// In a wide pane what cites a paragraph stands beside it, in a column of its own.
pub(super) const MARGIN_COLUMN: f32 = 360.0;
pub(super) const MARGIN_GAP: f32 = size::S32;

/// Whether a paragraph is the one that is pointed at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pointed {
    No,
    Yes,
    /// Since this frame, so that it comes into sight.
    Now,
}

/// How a paragraph is looked at.
pub(super) struct Look<'a> {
    pub(super) key: Key,
    pub(super) source: &'a Source,
    /// Whether its words can be made into records.
    pub(super) is_editing: bool,
    pub(super) other: Option<&'a Other>,
    /// The record whose words are underlined.
    pub(super) lit: Option<Key>,
    pub(super) pointed: Pointed,
    /// Whether what cites it stands beside it.
    pub(super) has_margin: bool,
}

/// A paragraph and what cites it. Returns whether more of that is asked for.
pub(super) fn paragraph_ui(
    ui: &mut Ui,
    paragraph: &ReadParagraph,
    rows: &Rows,
    look: &Look,
    keys: &mut ReadingKeys,
    pointed_row: &mut Option<Key>,
    requests: &mut Vec<Request>,
) -> bool {
    let palette = theme::palette(ui);
    let behind = ui.painter().add(egui::Shape::Noop);
    let top = ui.cursor().top();
    ui.add_space(10.0);
    let mut asks_more = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (sign, _) = ui.allocate_exact_size(vec2(SIGNS, 22.0), Sense::hover());
        sign_ui(ui, sign, paragraph);
        let room = if look.has_margin { MOST_WIDTH - SIGNS } else { ui.available_width() };
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            if paragraph.is_held {
                words_ui(ui, paragraph, look, keys, requests);
                script_way_ui(ui, paragraph.para.into_iter().flat_map(|para| look.source.words_of(para)));
            } else {
                ui.add_space(2.0);
                let words = paragraph.para.map_or_else(|| "Not held".to_owned(), |para| format!("¶{para} not held"));
                ui.label(Type::Body.text(words).color(palette.text2));
            }
            if look.is_editing {
                requests.extend(caption_ui(ui, look.key, look.source, paragraph.para));
            }
            ui.add_space(size::S4);
            if paragraph.is_uncited() {
                ui.label(Type::Small.text("Nothing cites this paragraph").color(palette.text3));
            }
            if !look.has_margin {
                asks_more = rows_ui(ui, rows, pointed_row, requests);
            }
        });
        if look.has_margin {
            ui.add_space(MARGIN_GAP);
            ui.allocate_ui_with_layout(vec2(MARGIN_COLUMN, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(MARGIN_COLUMN);
                asks_more = rows_ui(ui, rows, pointed_row, requests);
            });
        }
    });
    ui.add_space(10.0);
    let rect = Rect::from_min_max(pos2(ui.min_rect().left(), top), pos2(ui.max_rect().right(), ui.min_rect().bottom()));
    if look.pointed != Pointed::No {
        Landmark::Paragraph.mark(ui, rect);
        let wide = rect.expand2(vec2(size::S16, 0.0));
        let bar = Rect::from_min_size(wide.min, vec2(3.0, wide.height()));
        let shapes = vec![
            egui::Shape::rect_filled(wide, 0, palette.accent_wash),
            egui::Shape::rect_filled(bar, 0, palette.accent),
        ];
        ui.painter().set(behind, egui::Shape::Vec(shapes));
    } else if paragraph.is_uncited() {
        let bar = Rect::from_min_size(rect.min - vec2(size::S16, 0.0), vec2(3.0, rect.height()));
        ui.painter().set(behind, egui::Shape::rect_filled(bar, 0, palette.warn_mark));
    }
    if look.pointed == Pointed::Now {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (size::LINE, palette.grid));
    asks_more
}

/// The held words of a paragraph, to be read or to be made into records.
fn words_ui(ui: &mut Ui, paragraph: &ReadParagraph, look: &Look, keys: &mut ReadingKeys, requests: &mut Vec<Request>) {
    let text = paragraph.para.and_then(|para| look.source.words_of(para).next());
    if let (true, Some(para), Some(_)) = (look.is_editing, paragraph.para, text) {
        marked_ui(ui, paragraph, para, look, keys, requests);
        return;
    }
    let shown = text.map(visible);
    // Several excerpts of one paragraph, and characters that are shown otherwise, are told by the paragraph's own runs.
    let is_whole = paragraph.para.is_some_and(|para| look.source.words_of(para).count() == 1);
    let runs: Vec<Run> = match text.filter(|text| is_whole && shown.as_deref() == Some(*text)) {
        Some(text) => runs_of(text, cited_in(paragraph, 0), look.lit),
        None => paragraph.runs.iter().map(run_of).collect(),
    };
    let words = PassageWords {
        source: look.source,
        para: paragraph.para,
        held: paragraph.para.map(|para| HeldPart { para, part: 0 }),
        runs: &runs,
        is_weak: paragraph.citing.is_empty(),
    };
    words.ui(ui, keys, requests);
}

/// The texts that are held of a paragraph, each to be made into records; what lies between excerpts is not held.
fn marked_ui(
    ui: &mut Ui,
    paragraph: &ReadParagraph,
    para: u32,
    look: &Look,
    keys: &mut ReadingKeys,
    requests: &mut Vec<Request>,
) {
    for (part, text) in look.source.words_of(para).enumerate() {
        if part > 0 {
            ui.label(Type::QuoteSmall.text("…").color(theme::palette(ui).text3));
        }
        let runs = runs_of(text, cited_in(paragraph, part), look.lit);
        marking::ui(ui, look.source, HeldPart { para, part }, look.other, &runs, keys, requests);
    }
}

/// The cited stretches of one of the texts that are held of a paragraph.
fn cited_in(paragraph: &ReadParagraph, part: usize) -> &[CitedWords] {
    paragraph.words.get(part).map_or(&[], Vec::as_slice)
}

/// Asks whether the first paragraph after the headline is the caption of a picture; what it is taken as is said.
fn caption_ui(ui: &mut Ui, key: Key, source: &Source, para: Option<u32>) -> Option<Request> {
    let is_caption = has_caption(source)?;
    if para != Some(if is_caption { 1 } else { 2 }) {
        return None;
    }
    let (told, other, becomes) = if is_caption {
        ("Taken as the caption of a picture", "It is text", FirstParagraph::Text)
    } else {
        ("Taken as text, not as the caption of a picture", "It is a caption", FirstParagraph::Caption)
    };
    let mut request = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(Type::Small.text(told).color(theme::palette(ui).text3));
        if ui.add(Button::quiet(other)).on_hover_text("What cites the paragraphs behind it follows").clicked() {
            request = Some(EditRequest::SetFirstParagraph(key, becomes).into());
        }
    });
    request
}

/// The number of a paragraph, and what it is.
fn sign_ui(ui: &mut Ui, sign: Rect, paragraph: &ReadParagraph) {
    let palette = theme::palette(ui);
    let words = paragraph.para.map_or_else(|| "¶".to_owned(), |para| format!("¶{para}"));
    let colour = if paragraph.is_held { palette.text } else { palette.text3 };
    let galley = Type::SmallHead.galley(ui, &words, colour);
    ui.painter().galley(sign.min + vec2(0.0, 3.0), galley, colour);
    if !paragraph.what().is_empty() {
        let galley = Type::Tiny.galley(ui, paragraph.what(), palette.text3);
        ui.painter().galley(sign.min + vec2(0.0, 19.0), galley, palette.text3);
    }
    let name = format!("Paragraph {} {}", words.trim_start_matches('¶'), paragraph.what());
    let response = ui.interact(sign, ui.scope_id().with("sign"), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, name.trim_end()));
}
