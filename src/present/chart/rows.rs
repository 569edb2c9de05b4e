//! Rows of a lane: marks that overlap in time stand below each other, and labels where there is room.

use super::{Side, TimeScale};

/// The least distance between two marks, and between a label and a mark, in points.
const MARK_GAP: f32 = 4.0;
/// Distance from a mark to its own label, and to its shapes where there is room for no more.
const LABEL_GAP: f32 = 12.0;
const SHAPES_GAP: f32 = 5.0;

/// What a mark asks of a row: its ends, and the width of its label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub left: f32,
    pub right: f32,
    pub label_width: f32,
    /// The width of a label with no more than the begin of a long name.
    pub short_width: f32,
    /// The width of its shapes alone; 0 where it has none.
    pub shapes_width: f32,
    /// The side on which its label is looked for first.
    pub prefers: Side,
}

/// Where a mark was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    pub row: usize,
    pub label: Option<(Side, Extent)>,
}

/// How much stands beside a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Shapes and words.
    Whole,
    /// The same with the begin of a long name.
    Short,
    /// The shapes alone, so that colour is never alone in telling.
    Shapes,
}

/// How rows are given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stacking {
    /// One for each mark.
    Spread,
    /// The first in which a mark has room with its label.
    WithLabels,
    /// The first in which a mark has room.
    Tight,
    /// One for all, and no words.
    Single,
}

/// Puts marks, given in the order of their dates, into rows; returns the places and the number of rows.
pub(super) fn stack(wanted: &[Wanted], stacking: Stacking, scale: &TimeScale) -> (Vec<Placed>, usize) {
    let mut rows: Vec<Row> = Vec::new();
    let mut placed = Vec::with_capacity(wanted.len());
    for mark in wanted {
        let row = match stacking {
            Stacking::Spread => rows.len(),
            Stacking::Single => 0,
            Stacking::Tight => rows.iter().position(|row| row.has_room(mark)).unwrap_or(rows.len()),
            Stacking::WithLabels => rows
                .iter()
                .position(|row| row.has_room(mark) && row.label_side(mark, Extent::Whole, scale).is_some())
                .unwrap_or(rows.len()),
        };
        if row == rows.len() {
            rows.push(Row::default());
        }
        let mut label = None;
        if let Some(row) = rows.get_mut(row) {
            row.take(mark.left, mark.right);
            if stacking == Stacking::WithLabels {
                label = row.take_label(mark, Extent::Whole, scale);
            }
        }
        placed.push(Placed { row, label });
    }
    // Labels come after all marks, so that none covers a mark; shapes take what room is left.
    let extents: &[Extent] = match stacking {
        Stacking::Spread => &[Extent::Whole, Extent::Short, Extent::Shapes],
        Stacking::Tight => &[Extent::Whole, Extent::Shapes],
        Stacking::WithLabels => &[Extent::Short, Extent::Shapes],
        Stacking::Single => &[Extent::Shapes],
    };
    for extent in extents {
        for (mark, place) in wanted.iter().zip(&mut placed).filter(|(_, place)| place.label.is_none()) {
            place.label = rows.get_mut(place.row).and_then(|row| row.take_label(mark, *extent, scale));
        }
    }
    (placed, rows.len())
}

#[derive(Debug, Clone, Default)]
struct Row {
    taken: Vec<(f32, f32)>,
}

impl Row {
    fn is_free(&self, left: f32, right: f32) -> bool {
        self.taken.iter().all(|(from, to)| right + MARK_GAP <= *from || left >= *to + MARK_GAP)
    }

    fn has_room(&self, mark: &Wanted) -> bool {
        self.is_free(mark.left, mark.right)
    }

    fn take(&mut self, left: f32, right: f32) {
        self.taken.push((left, right));
    }

    fn label_side(&self, mark: &Wanted, extent: Extent, scale: &TimeScale) -> Option<Side> {
        if extent == Extent::Shapes && mark.shapes_width <= 0.0 {
            return None;
        }
        // The label keeps a distance to its own mark, so the mark may be among those taken.
        let sides = match mark.prefers {
            Side::Right => [Side::Right, Side::Left],
            Side::Left => [Side::Left, Side::Right],
        };
        sides.into_iter().find(|side| {
            let (left, right) = label_range(mark, *side, extent);
            left >= scale.left && right <= scale.right() && self.is_free(left, right)
        })
    }

    fn take_label(&mut self, mark: &Wanted, extent: Extent, scale: &TimeScale) -> Option<(Side, Extent)> {
        let side = self.label_side(mark, extent, scale)?;
        let (left, right) = label_range(mark, side, extent);
        self.take(left, right);
        Some((side, extent))
    }
}

/// The ends of what stands beside a mark.
pub(super) fn label_range(mark: &Wanted, side: Side, extent: Extent) -> (f32, f32) {
    let (gap, width) = match extent {
        Extent::Whole => (LABEL_GAP, mark.label_width),
        Extent::Short => (LABEL_GAP, mark.short_width),
        Extent::Shapes => (SHAPES_GAP, mark.shapes_width),
    };
    match side {
        Side::Right => (mark.right + gap, mark.right + gap + width),
        Side::Left => (mark.left - gap - width, mark.left - gap),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: TimeScale = TimeScale { left: 0.0, width: 1000.0, first: 0.0, days: 1000.0 };

    fn marks(spans: &[(f32, f32)]) -> Vec<Wanted> {
        let wanted = |&(left, right): &(f32, f32)| Wanted {
            left,
            right,
            label_width: 100.0,
            short_width: 100.0,
            shapes_width: 16.0,
            prefers: Side::Right,
        };
        spans.iter().map(wanted).collect()
    }

    #[test]
    fn marks_that_overlap_stand_in_rows_of_their_own() {
        let (placed, rows) = stack(&marks(&[(0.0, 50.0), (40.0, 90.0), (60.0, 80.0)]), Stacking::Tight, &SCALE);
        assert_eq!(placed.iter().map(|place| place.row).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(rows, 2);
    }

    #[test]
    fn a_label_stands_right_of_its_mark_or_left_or_not_at_all() {
        let (placed, _) = stack(&marks(&[(10.0, 20.0), (900.0, 950.0)]), Stacking::Tight, &SCALE);
        assert_eq!(placed[0].label, Some((Side::Right, Extent::Whole)));
        assert_eq!(placed[1].label, Some((Side::Left, Extent::Whole)));
        let (placed, _) = stack(&marks(&[(0.0, 1000.0)]), Stacking::Spread, &SCALE);
        assert_eq!(placed[0].label, None);
    }

    #[test]
    fn a_long_name_is_cut_before_it_is_left_out() {
        let long = Wanted { label_width: 900.0, short_width: 200.0, ..marks(&[(400.0, 500.0)])[0] };
        for stacking in [Stacking::Spread, Stacking::WithLabels] {
            let (placed, _) = stack(&[long], stacking, &SCALE);
            assert_eq!(placed[0].label, Some((Side::Right, Extent::Short)), "{stacking:?}");
        }
    }

    #[test]
    fn without_room_for_words_the_shapes_stand_alone() {
        let spans = [(10.0, 20.0), (60.0, 70.0), (110.0, 120.0)];
        for stacking in [Stacking::Tight, Stacking::Single] {
            let (placed, rows) = stack(&marks(&spans), stacking, &SCALE);
            assert_eq!((rows, placed[0].label), (1, Some((Side::Right, Extent::Shapes))), "{stacking:?}");
        }
    }

    #[test]
    fn no_two_things_of_a_row_overlap() {
        let spans: Vec<(f32, f32)> =
            (0..60u16).map(|n| (f32::from(n * 37 % 900), f32::from(n * 37 % 900 + n % 7 * 9 + 6))).collect();
        let mut wanted = marks(&spans);
        wanted.sort_by(|a, b| a.left.total_cmp(&b.left));
        for stacking in [Stacking::Tight, Stacking::WithLabels, Stacking::Spread] {
            let (placed, rows) = stack(&wanted, stacking, &SCALE);
            for row in 0..rows {
                let mut taken: Vec<(f32, f32)> = Vec::new();
                for (mark, place) in wanted.iter().zip(&placed).filter(|(_, place)| place.row == row) {
                    taken.push((mark.left, mark.right));
                    taken.extend(place.label.map(|(side, extent)| label_range(mark, side, extent)));
                }
                taken.sort_by(|a, b| a.0.total_cmp(&b.0));
                assert!(taken.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{stacking:?} {taken:?}");
            }
        }
    }
}
