//! The line of the cut-off, which leaves words readable.

use super::{Mark, MarkLabel};

/// How far the words of a label reach above and below the middle of its mark, with one line and with two.
const ONE_LINE: f32 = 9.0;
const TWO_LINES: f32 = 18.0;
/// Left and right of the words.
const BESIDE: f32 = 3.0;

/// The parts of a line down the lanes at `x`, from `top` to `bottom` of the layout, that no label stands over.
#[must_use]
pub fn beside_labels(marks: &[Mark], x: f32, top: f32, bottom: f32) -> Vec<(f32, f32)> {
    let words = |mark: &Mark| gap(mark.label.as_ref()?, f32::midpoint(mark.y.0, mark.y.1), x);
    between(marks.iter().filter_map(words).collect(), top, bottom)
}

/// The top and the bottom of words beside a mark, where they stand over the line.
fn gap(label: &MarkLabel, middle: f32, x: f32) -> Option<(f32, f32)> {
    let (left, right) = label.ends();
    let reach = if label.date.is_some() { TWO_LINES } else { ONE_LINE };
    (left - BESIDE < x && x < right + BESIDE).then_some((middle - reach, middle + reach))
}

/// What the gaps leave.
fn between(mut gaps: Vec<(f32, f32)>, top: f32, bottom: f32) -> Vec<(f32, f32)> {
    gaps.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut parts = Vec::new();
    let mut from = top;
    for (above, below) in gaps {
        parts.push((from, above.min(bottom)));
        from = from.max(below);
    }
    parts.push((from, bottom));
    parts.retain(|(above, below)| below > above);
    parts
}

#[cfg(test)]
mod tests {
    use super::{between, gap};
    use crate::present::chart::{MarkLabel, Side};

    #[test]
    fn a_label_over_the_line_breaks_it() {
        let name = "Li Xiaoxin to Belgrade".to_owned();
        let label = MarkLabel { name, date: None, side: Side::Left, x: 110.0, width: 100.0 };
        assert_eq!(gap(&label, 50.0, 80.0), Some((41.0, 59.0)));
        assert_eq!(gap(&label, 50.0, 8.0), Some((41.0, 59.0)), "so near that they touch");
        assert_eq!(gap(&label, 50.0, 120.0), None);
        let two_lines = MarkLabel { date: Some("14 Oct 2024".to_owned()), ..label };
        assert_eq!(gap(&two_lines, 50.0, 80.0), Some((32.0, 68.0)));
    }

    #[test]
    fn the_rest_of_the_line_stays() {
        assert_eq!(between(vec![], 0.0, 300.0), [(0.0, 300.0)]);
        assert_eq!(
            between(vec![(132.0, 168.0), (41.0, 59.0)], 0.0, 300.0),
            [(0.0, 41.0), (59.0, 132.0), (168.0, 300.0)]
        );
        assert_eq!(between(vec![(-9.0, 9.0), (5.0, 20.0), (30.0, 60.0)], 0.0, 40.0), [(20.0, 30.0)]);
        assert_eq!(between(vec![(-9.0, 90.0)], 0.0, 40.0), []);
    }
}
