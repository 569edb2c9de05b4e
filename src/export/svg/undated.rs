//! The visits that no bin can be given, by name under the picture.

use super::element::Svg;
use super::measure::Measure;
use super::picture::{MARGIN, SECOND};
use crate::index::Reader;
use crate::model::{AnyRecord, Key, When};
use crate::present::visible;

/// The height of a line.
pub(super) const LINE: f32 = 18.0;
/// So many are named; the others are counted.
const NAMED: usize = 12;

/// One line for each, after a heading.
pub(super) fn lines(reader: &Reader, undated: &[Key]) -> Vec<String> {
    if undated.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![format!("Undated, in no bin: {}", undated.len())];
    let words = |key: &Key| {
        let Some(AnyRecord::Visit(visit)) = reader.record(*key) else { return None };
        let date = visit.when.as_ref().map_or_else(|| "no date".to_owned(), When::display);
        Some(visible(&format!("{}, {date}", reader.visit_title(&visit))).into_owned())
    };
    lines.extend(undated.iter().take(NAMED).filter_map(words));
    if undated.len() > NAMED {
        lines.push(format!("and {} more", undated.len() - NAMED));
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
