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
    /// What it takes where there is room.
    wanted: f32,
    /// What it takes where there is none.
    least: f32,
    /// What it takes where there is more than the others need.
    most: f32,
    share: f32,
    fit: Option<Fit>,
}

/// How a column is made as wide as what stands in it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Fit {
    /// For icons beside the words.
    extra: f32,
    /// What is left over is its own.
    takes_rest: bool,
}

/// No column is made wider than this by what stands in it.
const WIDEST: f32 = 260.0;
/// And in a window that is wide enough for all than this.
const WIDEST_OF_ALL: f32 = 440.0;
/// What is left over goes to columns whose words are cut, up to this part of it.
const PART_FOR_WORDS: f32 = 0.5;
/// What a column gives way to where there is little room.
const NARROWEST: f32 = 64.0;
/// The column that takes the rest is worth reading.
const REST: f32 = 360.0;
const LEAST_REST: f32 = 180.0;

impl<'a> Column<'a> {
    /// Always `width` points, unless dragged.
    pub const fn exact(name: &'a str, width: f32) -> Self {
        let align = ColumnAlign::Left;
        Self {
            name,
            align,
            sortable: false,
            ends: None,
            wanted: width,
            least: width,
            most: width,
            share: 0.0,
            fit: None,
        }
    }

    /// At least `width` points, and `share` parts of what is left over.
    pub const fn flexible(name: &'a str, width: f32, share: f32) -> Self {
        Self { share, ..Self::exact(name, width) }
    }

    /// As wide as nine tenths of what stands in it, and `extra` points for what stands beside the words.
    pub const fn fitted(name: &'a str, extra: f32) -> Self {
        Self { fit: Some(Fit { extra, takes_rest: false }), ..Self::exact(name, NARROWEST) }
    }

    /// What the other columns leave.
    pub const fn rest(name: &'a str) -> Self {
        let fit = Some(Fit { extra: 0.0, takes_rest: true });
        Self { fit, least: LEAST_REST, ..Self::flexible(name, REST, 1.0) }
    }

    /// Gives way down to so many points where there is little room.
    #[must_use]
    pub const fn down_to(mut self, least: f32) -> Self {
        self.least = least;
        self
    }

    /// The column for words so wide, none where all of its cells are empty, under a head so wide.
    #[must_use]
    pub fn for_words(mut self, words: Option<f32>, head: f32) -> Self {
        let Some(fit) = self.fit else { return self };
        match words {
            None if !fit.takes_rest => (self.wanted, self.least, self.most) = (head, head, head),
            Some(words) if !fit.takes_rest => {
                self.wanted = (words + fit.extra).clamp(head, WIDEST.max(head));
                self.least = self.wanted.min(self.least.max(head));
                self.most = (words + fit.extra).clamp(self.wanted, WIDEST_OF_ALL.max(self.wanted));
            }
            _ => {}
        }
        self
    }

    /// Where there is more room than all need, as wide as the longest words in it.
    #[must_use]
    pub fn up_to(mut self, longest: f32) -> Self {
        if let Some(Fit { extra, takes_rest: false }) = self.fit {
            self.most = (longest + extra).clamp(self.most, WIDEST_OF_ALL.max(self.most));
        }
        self
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// Whether what stands in it tells its width.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.fit.is_some()
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
        columns.iter().enumerate().map(|(index, column)| dragged(index).unwrap_or(column.wanted)).collect();
    let base = given_way(base, available, columns, &dragged);
    let base = let_out(base, available, columns, &dragged);
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

/// Widths that are more together than there is room, each less by its part of what all can give.
fn given_way(
    mut base: Vec<f32>,
    available: f32,
    columns: &[Column<'_>],
    dragged: &impl Fn(usize) -> Option<f32>,
) -> Vec<f32> {
    let missing = base.iter().sum::<f32>() - available;
    let can_give = |(index, column): (usize, &Column<'_>)| match dragged(index) {
        Some(_) => 0.0,
        None => (column.wanted - column.least).max(0.0),
    };
    let gives: Vec<f32> = columns.iter().enumerate().map(can_give).collect();
    let all: f32 = gives.iter().sum();
    if missing > 0.0 && all > 0.0 {
        let part = (missing / all).min(1.0);
        base.iter_mut().zip(gives).for_each(|(width, give)| *width -= give * part);
    }
    base
}

/// Widths where there is more room than is asked for: words that were cut get a part of it.
fn let_out(
    mut base: Vec<f32>,
    available: f32,
    columns: &[Column<'_>],
    dragged: &impl Fn(usize) -> Option<f32>,
) -> Vec<f32> {
    let room = (available - base.iter().sum::<f32>()) * PART_FOR_WORDS;
    let can_take = |(index, column): (usize, &Column<'_>)| match dragged(index) {
        Some(_) => 0.0,
        None => (column.most - column.wanted).max(0.0),
    };
    let takes: Vec<f32> = columns.iter().enumerate().map(can_take).collect();
    let all: f32 = takes.iter().sum();
    if room > 0.0 && all > 0.0 {
        let part = (room / all).min(1.0);
        base.iter_mut().zip(takes).for_each(|(width, take)| *width += take * part);
    }
    base
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
    fn a_column_is_as_wide_as_its_words_and_gives_way_without_room() {
        let columns = [
            Column::fitted("Speaker", 0.0).for_words(Some(150.0), 80.0),
            Column::fitted("Author", 0.0).for_words(None, 70.0),
            Column::fitted("Kind", 20.0).for_words(Some(30.0), 60.0),
            Column::rest("Words").for_words(Some(900.0), 60.0),
        ];
        assert_eq!(share_out(1000.0, &columns, |_| None), [150.0, 70.0, 60.0, 720.0]);
        // 254 points are missing of 640, of which the first and the last can give.
        let narrow = share_out(513.0, &columns, |_| None);
        assert_eq!(narrow.iter().sum::<f32>().round(), 513.0);
        assert!(narrow[0] < 150.0 && narrow[0] >= 76.0 && narrow[3] < 360.0 && narrow[3] >= 180.0);
        assert_eq!(share_out(100.0, &columns, |_| None), [80.0, 70.0, 60.0, 180.0]);
    }

    #[test]
    fn in_a_wide_window_long_words_are_not_cut() {
        let columns =
            [Column::fitted("Name", 0.0).for_words(Some(300.0), 80.0), Column::rest("Roles").for_words(None, 60.0)];
        assert_eq!(share_out(620.0, &columns, |_| None), [260.0, 360.0]);
        assert_eq!(share_out(660.0, &columns, |_| None), [280.0, 380.0]);
        assert_eq!(share_out(2000.0, &columns, |_| None), [300.0, 1700.0]);
        assert_eq!(share_out(2000.0, &columns, |index| (index == 0).then_some(100.0)), [100.0, 1900.0]);
        let mostly_short = [columns[0].for_words(Some(200.0), 80.0).up_to(300.0), columns[1]];
        assert_eq!(share_out(620.0, &mostly_short, |_| None), [230.0, 390.0]);
        assert_eq!(share_out(2000.0, &mostly_short, |_| None), [300.0, 1700.0]);
        let endless = [Column::fitted("Name", 0.0).for_words(Some(9_000.0), 80.0)];
        assert_eq!(share_out(2000.0, &endless, |_| None), [440.0]);
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
