//! What a control shows: icons and runs of text on one line, and the ring around it while it has the focus.

use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Pos2, Rect, Response, Stroke, StrokeKind, Ui, Vec2, pos2};

use crate::ui::theme::{self, Icon, Type, size};

/// Icons and runs of text, left to right, centred on one line.
#[derive(Default)]
pub(super) struct Content {
    pieces: Vec<(f32, Piece)>,
    width: f32,
}

enum Piece {
    Text(Arc<Galley>),
    Icon(Icon, f32, Color32),
}

impl Content {
    /// Adds `text`, after `gap` points if something stands before it.
    pub(super) fn text(self, ui: &Ui, gap: f32, style: Type, text: &str, colour: Color32) -> Self {
        let galley = style.galley(ui, text, colour);
        self.galley(gap, galley)
    }

    /// Adds text that is laid out already.
    pub(super) fn galley(mut self, gap: f32, galley: Arc<Galley>) -> Self {
        let size = galley.size();
        self.push(gap, size.x, Piece::Text(galley));
        self
    }

    /// Adds an icon, `points` wide and high.
    pub(super) fn icon(mut self, gap: f32, icon: Icon, points: f32, colour: Color32) -> Self {
        self.push(gap, points, Piece::Icon(icon, points, colour));
        self
    }

    fn push(&mut self, gap: f32, width: f32, piece: Piece) {
        let gap = if self.pieces.is_empty() { 0.0 } else { gap };
        self.pieces.push((self.width + gap, piece));
        self.width += gap + width;
    }

    pub(super) fn width(&self) -> f32 {
        self.width
    }

    /// Paints with the left end at `x`, centred on `y`.
    pub(super) fn paint(self, ui: &Ui, x: f32, y: f32) {
        for (offset, piece) in self.pieces {
            let left = x + offset;
            match piece {
                Piece::Text(galley) => {
                    let corner = pos2(left, text_top(ui, y, galley.size().y));
                    ui.painter().galley(corner, galley, Color32::PLACEHOLDER);
                }
                Piece::Icon(icon, points, colour) => {
                    icon.paint(ui, pos2(left + points / 2.0, y), points, colour);
                }
            }
        }
    }

    /// Paints in the middle of `rect`.
    pub(super) fn paint_in(self, ui: &Ui, rect: Rect) {
        let x = rect.center().x - self.width / 2.0;
        self.paint(ui, x, rect.center().y);
    }
}

/// The top of a line of text that is centred on `y`, on a whole pixel so that letters stay crisp.
fn text_top(ui: &Ui, y: f32, height: f32) -> f32 {
    let pixels = ui.pixels_per_point();
    ((y - height / 2.0) * pixels).round() / pixels
}

/// Where text of `size` goes, left of `anchor` and centred on it.
pub(super) fn left_centre(ui: &Ui, anchor: Pos2, size: Vec2) -> Pos2 {
    pos2(anchor.x, text_top(ui, anchor.y, size.y))
}

/// Paints the focus ring inside `rect` if `response` has the focus.
pub(in crate::ui) fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            CornerRadius::same(radius),
            Stroke::new(size::FOCUS, theme::palette(ui).accent),
            StrokeKind::Inside,
        );
    }
}

/// Scrolls to what has just got the focus by Tab where it is out of sight. For what stands in a scroll area.
pub(in crate::ui) fn scroll_to_focus(ui: &Ui, response: &Response) {
    if response.gained_focus() && !ui.clip_rect().contains_rect(response.rect) {
        response.scroll_to_me(None);
    }
}
