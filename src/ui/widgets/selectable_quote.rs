//! A passage whose words are selected by mouse and by keys, and told to a screen reader as a text.

use std::sync::Arc;

use egui::text::CCursorRange;
use egui::{Frame, Galley, Id, Margin, PointerButton, Response, Shape, TextBuffer, TextEdit, Ui};

use super::content::focus_ring;
use super::quote::{Places, Quote, Run};
use super::selection::{select, selected};
use crate::ui::theme::{self, Type, size};

/// A passage as a text of its own.
#[must_use = "call show"]
pub struct SelectableQuote<'a> {
    quote: Quote<'a>,
    id: Id,
    name: &'a str,
}

/// What became of a passage.
#[derive(Debug)]
pub struct SelectableShown {
    /// All of it.
    pub response: Response,
    /// As it is laid out.
    pub galley: Arc<Galley>,
    /// What was selected before this frame. A letter that is typed takes the selection away, although it changes nothing.
    pub before: Option<CCursorRange>,
    /// What is selected now.
    pub now: Option<CCursorRange>,
}

impl<'a> SelectableQuote<'a> {
    /// A passage; `id` keeps what is selected of it, `name` is what a screen reader calls it.
    pub fn new(quote: Quote<'a>, id: Id, name: &'a str) -> Self {
        Self { quote, id, name }
    }

    /// Shows it across the available width.
    pub fn show(self, ui: &mut Ui) -> SelectableShown {
        let palette = theme::palette(ui);
        let text: String = self.quote.runs.iter().map(|run| Run::text(*run)).collect();
        let behind = ui.painter().add(Shape::Noop);
        let before = selected(ui, self.id);
        let mut places = Places::default();
        let mut layouter = |ui: &Ui, _: &dyn TextBuffer, width: f32| {
            let mut job;
            (job, places) = self.quote.job(palette, width);
            if job.sections.is_empty() {
                job.append("", 0.0, Type::QuoteSmall.format(palette.text));
            }
            ui.painter().layout_job(job)
        };
        let mut shown = text.as_str();
        let edit = TextEdit::multiline(&mut shown)
            .layouter(&mut layouter)
            .id(self.id)
            .text_color(palette.text)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_rows(1)
            .desired_width(f32::INFINITY);
        let output = ui.scope(|ui| {
            // It is as high as its lines, and not as a field is.
            ui.spacing_mut().interact_size.y = 0.0;
            edit.show(ui)
        });
        let output = output.inner;
        ui.painter().set(behind, Shape::Vec(places.mark_shapes(palette, &output.galley, output.galley_pos)));
        let response = output.response.response.accessible_name(self.name);
        focus_ring(ui, &response, response.rect.expand(size::S4), size::RADIUS_INNER);
        let mut now = output.cursor_range.or_else(|| output.state.cursor.char_range());
        // The other button opens a menu of what is done with the selected words; it does not take them away.
        let is_other_button = ui.input(|input| {
            input.pointer.button_down(PointerButton::Secondary)
                || input.pointer.button_released(PointerButton::Secondary)
        });
        if let Some(before) = before.filter(|before| is_other_button && !before.is_empty()) {
            select(ui, self.id, before);
            now = Some(before);
        }
        SelectableShown { response, galley: output.galley, before, now }
    }
}
