//! The widths of columns: shared out, then as a person drags them.

use egui::{Align, Id, Layout, Rect, Ui, pos2};

const MIN_DRAGGED: f32 = 40.0;

/// How the content of a column stands in its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnAlign {
    #[default]
    /// At the left.
    Left,
    /// For numbers.
    Right,
}

impl ColumnAlign {
    pub(super) fn layout(self) -> Layout {
        match self {
            Self::Left => Layout::left_to_right(Align::Center),
            Self::Right => Layout::right_to_left(Align::Center),
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column<'a> {
    pub(super) name: &'a str,
    pub(super) align: ColumnAlign,
    pub(super) sortable: bool,
    /// Words at the left and right end of the head, in place of the name: the ends of an axis.
    pub(super) ends: Option<(&'a str, &'a str)>,
    min_width: f32,
    share: f32,
}

impl<'a> Column<'a> {
    /// Always `width` points, unless dragged.
    pub const fn exact(name: &'a str, width: f32) -> Self {
        Self { name, align: ColumnAlign::Left, sortable: false, ends: None, min_width: width, share: 0.0 }
    }

    /// At least `min_width` points, and `share` parts of what is left over.
    pub const fn flexible(name: &'a str, min_width: f32, share: f32) -> Self {
        Self { share, ..Self::exact(name, min_width) }
    }

    /// The head shows the ends of an axis; the name is still what a screen reader says.
    #[must_use]
    pub const fn axis(mut self, first: &'a str, last: &'a str) -> Self {
        self.ends = Some((first, last));
        self
    }

    /// A click on its head sorts.
    #[must_use]
    pub const fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }

    /// Aligned right: numbers.
    #[must_use]
    pub const fn right(mut self) -> Self {
        self.align = ColumnAlign::Right;
        self
    }
}

/// The widths of `columns` in the space that `ui` has beside the gutter: at least their minimum, together at least that
/// space.
pub(super) fn widths(ui: &Ui, table: Id, columns: &[Column<'_>], gutter: f32) -> Vec<f32> {
    let dragged = dragged(ui, table);
    let of = |index: usize| dragged.get(index).copied().flatten();
    share_out(ui.available_width() - gutter, columns, of)
}

fn share_out(available: f32, columns: &[Column<'_>], dragged: impl Fn(usize) -> Option<f32>) -> Vec<f32> {
    let base: Vec<f32> =
        columns.iter().enumerate().map(|(index, column)| dragged(index).unwrap_or(column.min_width)).collect();
    let free = (available - base.iter().sum::<f32>()).max(0.0);
    let share_of = |index: usize, column: &Column<'_>| match dragged(index) {
        Some(_) => 0.0,
        None => column.share,
    };
    let shares: f32 = columns.iter().enumerate().map(|(index, column)| share_of(index, column)).sum();
    base.into_iter()
        .zip(columns.iter().enumerate())
        .map(
            |(width, (index, column))| {
                if shares > 0.0 { width + free * share_of(index, column) / shares } else { width }
            },
        )
        .collect()
}

/// Makes a column `width` points wide from the next frame on.
pub(super) fn drag(ui: &Ui, table: Id, column: usize, width: f32) {
    let mut dragged = dragged(ui, table);
    if dragged.len() <= column {
        dragged.resize(column + 1, None);
    }
    if let Some(entry) = dragged.get_mut(column) {
        *entry = Some(width.max(MIN_DRAGGED));
    }
    ui.data_mut(|data| data.insert_temp(table.with("widths"), dragged));
}

/// Gives a column its own width back.
pub(super) fn reset(ui: &Ui, table: Id, column: usize) {
    let mut dragged = dragged(ui, table);
    if let Some(entry) = dragged.get_mut(column) {
        *entry = None;
    }
    ui.data_mut(|data| data.insert_temp(table.with("widths"), dragged));
}

fn dragged(ui: &Ui, table: Id) -> Vec<Option<f32>> {
    ui.data(|data| data.get_temp(table.with("widths"))).unwrap_or_default()
}

/// The cells of a row, left to right.
pub(super) fn cells(row: Rect, widths: &[f32]) -> impl Iterator<Item = Rect> {
    let mut left = row.left();
    widths.iter().map(move |width| {
        let from = left;
        left += width;
        Rect::from_min_max(pos2(from, row.top()), pos2(left, row.bottom()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column<'_>; 3] =
        [Column::flexible("Name", 100.0, 2.0), Column::exact("Visits", 60.0), Column::flexible("Roles", 100.0, 1.0)];

    #[test]
    fn free_width_is_shared_out() {
        let widths = share_out(560.0, &COLUMNS, |_| None);
        assert_eq!(widths, [300.0, 60.0, 200.0]);
    }

    #[test]
    fn a_narrow_window_leaves_the_minimum() {
        let widths = share_out(100.0, &COLUMNS, |_| None);
        assert_eq!(widths, [100.0, 60.0, 100.0]);
    }

    #[test]
    fn a_dragged_column_keeps_its_width() {
        let widths = share_out(560.0, &COLUMNS, |index| (index == 0).then_some(150.0));
        assert_eq!(widths, [150.0, 60.0, 350.0]);
    }
}
