//! Lines between visits: from the one that a date is counted from to the one whose date is counted.

use crate::index::Reader;

use super::Mark;
use super::item::{Anchor, anchor_of};

/// Lower lines are not drawn: they would be hidden by their marks.
const LEAST_HEIGHT: f32 = 8.0;
/// The words stand so far right of the line, and are so high.
const GAP: f32 = 8.0;
const WORDS_HEIGHT: f32 = 16.0;
/// Where along the line its words may stand, best first.
const ALONG: [f32; 5] = [0.5, 0.35, 0.65, 0.2, 0.8];

/// A line from the visit that a date is counted from to the one that is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Tether {
    /// The point at the visit counted from.
    pub from: (f32, f32),
    /// The point at the edge of the visit that is counted.
    pub to: (f32, f32),
    /// How far, in words.
    pub words: String,
    /// The left end of the words and their middle height; none where they would cover something.
    pub words_at: Option<(f32, f32)>,
}

/// Lines to the visits whose dates are counted from another that is in sight.
pub(super) fn tethers(reader: &Reader, marks: &[Mark], width_of: &dyn Fn(&str) -> f32) -> Vec<Tether> {
    let counted = marks.iter().filter_map(|mark| {
        let visit = reader.visit_at(mark.key)?;
        let Anchor { key, words, .. } = anchor_of(reader, &visit)?;
        let anchor = marks.iter().find(|other| other.key == key && other.key != mark.key)?;
        // From the start that is counted from, by its nearer side.
        let x =
            anchor.bar.parts.iter().find(|part| part.fade.is_none()).map_or(anchor.bar.left, |part| part.left) + 3.0;
        let is_above = mark.middle() < anchor.middle();
        let from = (x, if is_above { anchor.y.0 - 3.0 } else { anchor.y.1 + 3.0 });
        let edge = if x > mark.bar.right { mark.bar.right + 2.0 } else { mark.bar.left - 2.0 };
        let to = (edge, mark.middle());
        if (from.1 - to.1).abs() <= LEAST_HEIGHT {
            return None;
        }
        let words_at = place_of_words(marks, from, to.1, width_of(&words));
        Some(Tether { from, to, words, words_at })
    });
    counted.collect()
}

/// The first place along a line from `from` to the height `to` where words cover neither mark nor label.
fn place_of_words(marks: &[Mark], from: (f32, f32), to: f32, width: f32) -> Option<(f32, f32)> {
    let x = (from.0 + GAP, from.0 + GAP + width);
    ALONG.into_iter().map(|share| from.1 + (to - from.1) * share).find_map(|y| {
        let own = (y - WORDS_HEIGHT / 2.0, y + WORDS_HEIGHT / 2.0);
        let is_free = marks.iter().all(|mark| !covers(mark, x, own));
        is_free.then_some((x.0, y))
    })
}

/// Whether a mark or its label stands in a rectangle.
fn covers(mark: &Mark, x: (f32, f32), y: (f32, f32)) -> bool {
    let meets = |a: (f32, f32), b: (f32, f32)| a.0 < b.1 && b.0 < a.1;
    let label = mark.label.as_ref();
    let in_label = label.is_some_and(|label| meets(label.ends(), x) && meets(mark.label_y(label), y));
    in_label || meets((mark.bar.left, mark.bar.right), x) && meets(mark.y, y)
}
