//! Columns as wide as what stands in them: measured on rows from all of the table.

use egui::{Color32, Ui};

use crate::index::Reader;
use crate::present::{RowColumn, RowWords, Rows};
use crate::ui::Memo;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::table::Column;

/// So many rows tell how wide a column is.
const MEASURED: usize = 120;
/// So many letters of a cell: more are cut in any column.
const MOST_LETTERS: usize = 60;
/// Of ten cells, one may be cut.
const TENTHS: usize = 9;
/// Left and right of the words of a cell, and of a head.
const CELL_ROOM: f32 = 20.0;
const HEAD_ROOM: f32 = 20.0;

/// What widths follow from: the revision, the rows, the columns, the size of letters.
type Key = (u64, usize, Vec<RowColumn>, (u32, u64));

/// The width within which most words of a column keep, and all.
type WordWidths = (f32, f32);

/// The widths of the words of columns that were measured last; none for those that are not fitted or are empty.
#[derive(Debug, Default)]
pub(super) struct Fitting {
    widths: Memo<Key, Vec<Option<WordWidths>>>,
}

impl Fitting {
    /// The columns as wide as what stands in them, where they are to be.
    pub(super) fn fitted<'a>(
        &mut self,
        ui: &Ui,
        (reader, revision): (Reader<'_>, u64),
        rows: &Rows,
        columns: &[RowColumn],
        looks: &[Column<'a>],
    ) -> Vec<Column<'a>> {
        let fonts = (ui.pixels_per_point().to_bits(), theme::fonts_revision(ui.ctx()));
        let key = (revision, rows.len(), columns.to_vec(), fonts);
        let widths = self.widths.get(key, || measured(ui, reader, rows, columns, looks));
        let fitted = looks.iter().enumerate().map(|(place, look)| {
            let head = Type::SmallName.galley(ui, look.name(), Color32::PLACEHOLDER).size().x + HEAD_ROOM;
            match widths.get(place).copied().flatten() {
                Some((usual, longest)) => look.for_words(Some(usual), head).up_to(longest),
                None => look.for_words(None, head),
            }
        });
        fitted.collect()
    }
}

fn measured(
    ui: &Ui,
    reader: Reader<'_>,
    rows: &Rows,
    columns: &[RowColumn],
    looks: &[Column<'_>],
) -> Vec<Option<WordWidths>> {
    let step = rows.len().div_ceil(MEASURED).max(1);
    let keys: Vec<_> = (0..rows.len()).step_by(step).filter_map(|row| rows.key_at(row)).collect();
    let mut words = RowWords::uncounted(reader);
    let mut found: Vec<Vec<f32>> = vec![Vec::new(); columns.len()];
    for key in keys {
        for ((column, look), widths) in columns.iter().zip(looks).zip(&mut found) {
            if look.fits() {
                let text: String = words.cell(key, *column).chars().take(MOST_LETTERS).collect();
                if !text.is_empty() {
                    widths.push(Type::Name.galley(ui, text, Color32::PLACEHOLDER).size().x);
                }
            }
        }
    }
    let in_cell = |width: f32| width + CELL_ROOM + size::S2;
    found.into_iter().map(|widths| most_of(widths).map(|(most, all)| (in_cell(most), in_cell(all)))).collect()
}

/// The width that nine tenths keep within, and all do.
fn most_of(mut widths: Vec<f32>) -> Option<WordWidths> {
    widths.sort_unstable_by(f32::total_cmp);
    let place = (widths.len() * TENTHS).div_ceil(10);
    Some((widths.get(place.checked_sub(1)?).copied()?, widths.last().copied()?))
}
