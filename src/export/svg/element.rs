//! Writing SVG elements. Everything that comes from a briefing goes through [`escaped`].

use std::fmt::Write as _;

use crate::present::chart::colours::CELL_SIDES_FROM;
use crate::present::visible;

use super::style;

/// An SVG document in the making.
pub(super) struct Svg {
    text: String,
}

impl Svg {
    /// A document of a size, with its styles and its title.
    pub(super) fn new(width: f32, height: f32, title: &str) -> Self {
        let (width, height) = (number(width), number(height));
        let mut text = String::new();
        let _ = writeln!(
            text,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">"
        );
        let _ = writeln!(text, "<title>{}</title>", escaped(title));
        text.push_str(&style::definitions());
        let _ = writeln!(text, "<rect class=\"surface\" width=\"{width}\" height=\"{height}\"/>");
        Self { text }
    }

    /// The whole document.
    pub(super) fn finish(mut self) -> String {
        self.text.push_str("</svg>\n");
        self.text
    }

    /// A line of text; `anchor` is `start`, `middle` or `end`.
    pub(super) fn text(&mut self, x: f32, y: f32, class: &str, anchor: &str, words: &str) {
        let (x, y) = (number(x), number(y));
        let words = escaped(words);
        let _ =
            writeln!(self.text, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{words}</text>");
    }

    /// A rectangle.
    pub(super) fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, class: &str, radius: f32) {
        let (x, y, width, height, radius) = (number(x), number(y), number(width), number(height), number(radius));
        let _ = writeln!(
            self.text,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\"/>"
        );
    }

    /// A rectangle whose fill is a paint of the definitions or a colour.
    pub(super) fn filled(&mut self, (x, y, width, height): (f32, f32, f32, f32), fill: &str, more: &str) {
        let (x, y, width, height) = (number(x), number(y), number(width), number(height));
        let _ = writeln!(
            self.text,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" {more}/>"
        );
    }

    /// A cell of dense lanes.
    pub(super) fn cell(&mut self, (x, y, width, height): (f32, f32, f32, f32), class: usize) {
        let (within, edge) = style::density(class);
        let Some(edge) = edge else { return self.filled((x, y, width, height), &within, "") };
        self.filled((x, y, width, height), &edge, "");
        // A narrow one has no edge at its sides, where it would leave nothing of the cell.
        let side = if width < CELL_SIDES_FROM { 0.0 } else { 1.0 };
        self.filled((x + side, y + 1.0, width - 2.0 * side, height - 2.0), &within, "");
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), class: &str) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
        let _ = writeln!(self.text, "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>");
    }

    /// A line through points given as `x,y x,y`.
    pub(super) fn polyline(&mut self, points: &str, class: &str) {
        let _ = writeln!(self.text, "<polyline class=\"{class}\" points=\"{points}\"/>");
    }

    /// A closed shape by its path.
    pub(super) fn path(&mut self, path: &str, more: &str) {
        let _ = writeln!(self.text, "<path d=\"{path}\" {more}/>");
    }

    /// Opens a group that is named for a screen reader.
    pub(super) fn open_group(&mut self, class: &str, name: &str) {
        let _ = writeln!(self.text, "<g class=\"{class}\"><title>{}</title>", escaped(name));
    }

    /// Closes a group.
    pub(super) fn close_group(&mut self) {
        self.text.push_str("</g>\n");
    }
}

/// A number with at most two decimals.
pub(super) fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Text as it may stand in an element or an attribute; what cannot be seen is shown as a mark.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}
