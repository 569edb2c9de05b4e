//! The visits that no bin can be given, by name under the picture.

use super::element::Svg;
use super::measure::Measure;
use super::picture::{MARGIN, SECOND};
use crate::index::Reader;
use crate::model::{AnyRecord, Key, When, count_text};
use crate::present::visible;

/// The height of a line.
pub(super) const LINE: f32 = 18.0;
/// One line for each of so many, after a heading; the others are counted.
pub(super) fn lines(reader: &Reader, undated: &[Key], named: usize) -> Vec<String> {
    if undated.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![format!("Undated, in no bin: {}", count_text(undated.len()))];
    let words = |key: &Key| {
        let Some(AnyRecord::Visit(visit)) = reader.record(*key) else { return None };
        let date = visit.when.as_ref().map_or_else(|| "no date".to_owned(), When::display);
        Some(visible(&format!("{}, {date}", reader.visit_title(&visit))).into_owned())
    };
    lines.extend(undated.iter().take(named).filter_map(words));
    if undated.len() > named {
        lines.push(format!("and {} more", count_text(undated.len() - named)));
    }
    lines
}

/// Writes them down from `y`, cut where they have no room.
pub(super) fn paint(svg: &mut Svg, measure: &Measure, lines: &[String], (room, y): (f32, f32)) {
    for (number, line) in lines.iter().enumerate() {
        let class = if number == 0 { "name" } else { "second" };
        svg.text(MARGIN, y + number as f32 * LINE, class, "start", &measure.within(SECOND, line, room));
    }
}
