//! A link within wrapped text: it may go over several lines, is named once, and is underlined.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{CursorIcon, Galley, Id, Rangef, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::content::{focus_ring, scroll_to_focus};
use crate::ui::theme::size;

/// A line under a link.
#[derive(Debug, Clone, Copy)]
pub(in crate::ui) struct Underline {
    /// How far below the middle of a line, in points.
    pub(in crate::ui) below_middle: f32,
    /// Its stroke while the pointer is elsewhere; nothing where it shows under the pointer alone.
    pub(in crate::ui) at_rest: Option<Stroke>,
    /// Its stroke under the pointer.
    pub(in crate::ui) hovered: Stroke,
}

/// Takes the clicks of a link that stands in the places `spans`, one a line, and underlines it. The first place takes the
/// focus and has the name; the response is of all of them.
pub(in crate::ui) fn wrapped_link_ui(
    ui: &Ui,
    id: Id,
    spans: &[Rect],
    name: &str,
    underline: Underline,
) -> Option<Response> {
    let mut whole: Option<Response> = None;
    for (part, span) in spans.iter().enumerate() {
        let sense = if part == 0 { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(*span, id.with(part), sense);
        if part == 0 {
            response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
            focus_ring(ui, &response, span.expand2(vec2(3.0, 1.0)), size::RADIUS_INNER);
            scroll_to_focus(ui, &response);
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        whole = Some(match whole {
            Some(whole) => whole.union(response),
            None => response,
        });
    }
    let is_hovered = whole.as_ref().is_some_and(Response::hovered);
    if let Some(stroke) = if is_hovered { Some(underline.hovered) } else { underline.at_rest } {
        for span in spans {
            let y = (span.center().y + underline.below_middle).round();
            ui.painter().hline(span.x_range(), y, stroke);
        }
    }
    whole
}

/// The rectangles of a range of characters, one for each line, moved by `offset`.
pub(in crate::ui) fn text_spans(galley: &Galley, characters: &Range<usize>, offset: Vec2) -> Vec<Rect> {
    let mut first_of_row = 0;
    let mut spans = Vec::new();
    for row in &galley.rows {
        let in_row = row.glyphs.len();
        let from = characters.start.max(first_of_row) - first_of_row;
        let to = characters.end.min(first_of_row + in_row).saturating_sub(first_of_row);
        first_of_row += in_row;
        let Some(glyphs) = row.glyphs.get(from..to) else {
            continue;
        };
        // A space at the end of a line is not underlined.
        let visible = glyphs.iter().filter(|glyph| !glyph.chr.is_whitespace());
        // Within a word of a right-to-left script the last letter stands at the left.
        let ends = visible.map(|glyph| Rangef::new(glyph.pos.x, glyph.pos.x + glyph.advance_width));
        let Some(Rangef { min: left, max: right }) =
            ends.reduce(|a, b| Rangef::new(a.min.min(b.min), a.max.max(b.max)))
        else {
            continue;
        };
        let min = pos2(row.pos.x + left, row.pos.y) + offset;
        spans.push(Rect::from_min_size(min, vec2(right - left, row.size.y)));
    }
    spans
}
