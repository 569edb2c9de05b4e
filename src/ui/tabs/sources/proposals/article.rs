//! The article as it is read, with the words of undecided proposals under a dashed line and those in hand lit.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, CursorIcon, Galley, Rect, ScrollArea, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::marks::{Mark, Marks, letter, part_words};
use super::state::State;
use crate::extract::PassageRole;
use crate::import::proposals::{Reading, Standings};
use crate::model::Source;
use crate::present::runs_right_to_left;
use crate::present::visible;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::text_spans;

/// The column of paragraph signs.
const SIGNS: f32 = 36.0;
/// Lines of text are not longer than this.
const MOST_WIDTH: f32 = 660.0;
/// The lines stand so far apart that a letter has room under each.
const LINE_HEIGHT: f32 = 31.0;
/// How far a line lies above the foot of its row.
const LINE_ABOVE: f32 = 5.0;
const GAP: f32 = 12.0;

/// Draws the article; gives back the proposal whose words were clicked.
pub(super) fn ui(
    ui: &mut Ui,
    state: &mut State,
    source: &Source,
    reading: &Reading,
    standings: &Standings,
) -> Option<usize> {
    let hand = state.place_in_hand(reading);
    let marks = Marks::of(reading, standings, &state.queue, hand);
    let scrolls = state.hand.is_some() && state.scrolled_to != state.hand;
    state.scrolled_to = state.hand;
    let wanted = state.hand.map(|name| (name.words.para, name.words.part));
    let mut clicked = None;
    ScrollArea::vertical().id_salt(("proposed article", reading.source)).auto_shrink([false, false]).show(ui, |ui| {
        let margin = egui::Margin { left: 20, right: 20, top: 8, bottom: 32 };
        egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width().min(MOST_WIDTH));
            ui.spacing_mut().item_spacing.y = 0.0;
            if (state.heights.0 - ui.available_width()).abs() > 0.5 {
                state.heights = (ui.available_width(), BTreeMap::default());
            }
            for (place, (para, part, text)) in source.held_parts().into_iter().enumerate() {
                if text.trim().is_empty() {
                    continue;
                }
                let own = para.map(|para| (para, part));
                let is_wanted = scrolls && own.is_some() && own == wanted;
                if let Some(height) = state.heights.1.get(&place).filter(|_| !is_wanted) {
                    let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), *height));
                    if !ui.is_rect_visible(rect) {
                        ui.allocate_exact_size(rect.size(), Sense::hover());
                        continue;
                    }
                }
                let marks = own.map_or(&[][..], |(para, part)| marks.of_text(para, part));
                let top = ui.cursor().top();
                ui.push_id(place, |ui| {
                    let shown = Paragraph { para, text, marks, hand, reading, scrolls: is_wanted };
                    clicked = clicked.or(shown.ui(ui));
                });
                state.heights.1.insert(place, ui.min_rect().bottom() - top);
            }
        });
    });
    clicked
}

struct Paragraph<'a> {
    para: Option<u32>,
    text: &'a str,
    marks: &'a [Mark],
    hand: Option<usize>,
    reading: &'a Reading,
    scrolls: bool,
}

impl Paragraph<'_> {
    fn ui(&self, ui: &mut Ui) -> Option<usize> {
        let palette = theme::palette(ui);
        let mut clicked = None;
        let text = visible(self.text);
        // Where characters are shown otherwise, or are drawn the other way, nothing stands where it stands in the source:
        // better no mark than one under other words.
        let is_as_held = *text == *self.text && !runs_right_to_left(&text);
        let marks = if is_as_held { self.marks } else { &[] };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (sign, _) = ui.allocate_exact_size(vec2(SIGNS, LINE_HEIGHT), Sense::hover());
            let words = self.para.map_or_else(|| "¶".to_owned(), |para| format!("¶{para}"));
            let number = Type::Small.galley(ui, &words, palette.text3);
            ui.painter().galley(sign.min + vec2(0.0, LINE_HEIGHT - 20.0), number, palette.text3);
            let galley = words_galley(ui, &text, ui.available_width());
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + GAP), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &*text));
            let offset = rect.min.to_vec2();
            for mark in marks.iter().filter(|mark| mark.part.is_some()) {
                wash_ui(ui, &galley, mark, offset);
            }
            ui.painter().galley(rect.min, Arc::clone(&galley), palette.text);
            let has_hand = self.marks.iter().any(|mark| mark.part.is_some());
            let mut in_hand = (has_hand && !is_as_held).then_some(rect);
            for (number, mark) in marks.iter().enumerate() {
                let spans = text_spans(&galley, &mark.range, offset);
                line_ui(ui, &spans, mark.part);
                if mark.part.is_some() {
                    let all = spans.iter().copied().reduce(Rect::union);
                    in_hand = in_hand.into_iter().chain(all).reduce(Rect::union);
                }
                if self.mark_is_clicked(ui, number, mark, &spans) {
                    clicked = Some(mark.place);
                }
            }
            if let Some(rect) = in_hand.filter(|_| self.scrolls) {
                let room = rect.expand2(vec2(0.0, LINE_HEIGHT));
                let is_seen = ui.clip_rect().y_range().contains(room.top()) && ui.clip_rect().bottom() >= room.bottom();
                if !is_seen {
                    ui.scroll_to_rect(room, Some(Align::Center));
                }
            }
        });
        clicked
    }

    /// The words of a proposal are a node that can be clicked, named by what is proposed.
    fn mark_is_clicked(&self, ui: &Ui, number: usize, mark: &Mark, spans: &[Rect]) -> bool {
        let Some(proposed) = self.reading.proposals.get(mark.place) else { return false };
        let is_in_hand = self.hand == Some(mark.place);
        let mut is_clicked = false;
        for (part, span) in spans.iter().enumerate() {
            let response = ui.interact(*span, ui.scope_id().with(("mark", number, part)), Sense::CLICK);
            if part == 0 {
                response.widget_info(|| {
                    let noun = proposed.name.kind.noun();
                    let words = match mark.part {
                        Some(part) => format!("In hand: {}", part_words(part)),
                        None => format!("Proposed {noun}, {}", proposed.sureness.word()),
                    };
                    let mut info = WidgetInfo::labeled(Role::ListItem, true, words);
                    info.selected = Some(is_in_hand);
                    info
                });
            }
            is_clicked |= response.on_hover_cursor(CursorIcon::PointingHand).clicked();
        }
        is_clicked
    }
}

fn words_galley(ui: &Ui, text: &str, width: f32) -> Arc<Galley> {
    let palette = theme::palette(ui);
    let format = TextFormat { line_height: Some(LINE_HEIGHT), ..Type::QuoteSmall.format(palette.text) };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

/// The ground of words in hand.
fn wash_ui(ui: &Ui, galley: &Galley, mark: &Mark, offset: Vec2) {
    let palette = theme::palette(ui);
    for span in text_spans(galley, &mark.range, offset) {
        let wash = span.with_min_y(span.bottom() - 21.0).expand2(vec2(1.0, 0.0));
        ui.painter().rect_filled(wash, size::RADIUS_MARK, palette.mark);
    }
}

/// The line under words: dashed and thin for those of an undecided proposal; of the one in hand a line that tells its
/// part, with the letter of the part.
fn line_ui(ui: &Ui, spans: &[Rect], part: Option<PassageRole>) {
    let palette = theme::palette(ui);
    for (number, span) in spans.iter().enumerate() {
        let y = span.bottom() - LINE_ABOVE;
        let ends = [pos2(span.left(), y), pos2(span.right(), y)];
        let Some(part) = part else {
            ui.painter().extend(Shape::dashed_line(&ends, Stroke::new(size::LINE, palette.text3), 3.0, 3.0));
            continue;
        };
        let stroke = Stroke::new(size::FOCUS, palette.accent);
        match part {
            PassageRole::Words => {
                ui.painter().line_segment(ends, Stroke::new(size::LINE, palette.accent));
            }
            PassageRole::Cue | PassageRole::Title => {
                ui.painter().extend(Shape::dotted_line(&ends, palette.accent, 4.0, 1.2));
            }
            PassageRole::Date => ui.painter().extend(Shape::dashed_line(&ends, stroke, 6.0, 2.0)),
            PassageRole::Place => ui.painter().extend(Shape::dashed_line(&ends, stroke, 2.0, 2.0)),
            _ => {
                ui.painter().line_segment(ends, stroke);
            }
        }
        if number == 0 {
            let galley = Type::Marking.galley(ui, letter(part), palette.accent);
            ui.painter().galley(pos2(span.left(), y + 1.0 - (galley.size().y - 10.0) / 2.0), galley, palette.accent);
        }
    }
}
