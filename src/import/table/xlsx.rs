//! Sheets of Excel (ECMA-376, part 1, section 18), cell by cell, so that two far cells cost no more than two.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, Style, Xlsx, XlsxError};

use super::archive;
use super::error::TableError;
use super::rows::{Table, TableBuilder};
use super::shown_date::{Shown, hidden_year};

/// The beginning of the files in which old Excel keeps its sheets, and new Excel those with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether a file is a compound file, and so no sheet that can be read.
pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(COMPOUND)
}

/// Why a compound file is not read: the sheet in it is encrypted, or of an old kind.
pub(super) fn why_not_compound(bytes: &[u8]) -> TableError {
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(encrypted.len()).any(|window| window == encrypted) {
        TableError::Password
    } else {
        TableError::OtherFormat("An Excel file of before 2007 (XLS)")
    }
}

/// The sheets of a file.
///
/// # Errors
/// Where it is damaged, too large, or protected by a password.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Table>, TableError> {
    drop(archive::open(bytes)?);
    // The crate is well tested, yet a file from anywhere must never end the program.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes)));
    read.unwrap_or_else(|_| Err(TableError::Damaged("its sheets contradict each other".to_owned())))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Table>, TableError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    names.iter().map(|name| sheet(&mut workbook, name)).collect()
}

fn refused(error: XlsxError) -> TableError {
    match error {
        XlsxError::Password => TableError::Password,
        other => TableError::Damaged(other.to_string()),
    }
}

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

fn sheet(workbook: &mut Workbook, name: &str) -> Result<Table, TableError> {
    let merged = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut builder = TableBuilder::new(name);
    let mut without_value = false;
    let mut hidden_years = 0_usize;
    let mut cells = workbook.worksheet_cells_reader(name).map_err(refused)?;
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(refused)? {
        let (row, column) = at(cell.get_position());
        if *cell.get_value() == DataRef::Empty {
            without_value = true;
            continue;
        }
        let (text, hides_year) = words(cell.get_value(), cells.styles().get(style));
        if hides_year {
            hidden_years += 1;
            if hidden_years == 1 {
                builder.remark(hidden_year(row, column, &text));
            }
        }
        builder.put(row, column, &text)?;
        // A head over several columns stands over each of them.
        let over = merged.iter().find(|region| region.start == cell.get_position() && region.start.0 == region.end.0);
        for further in over.map_or(0..0, |region| column + 1..region.end.1 as usize + 1) {
            builder.put(row, further, &text)?;
        }
    }
    drop(cells);
    if without_value {
        formulas_without_value(workbook, name, &mut builder)?;
    }
    Ok(builder.finish())
}

/// Of a formula whose value is not in the file stands the formula itself, so that it is seen.
fn formulas_without_value(workbook: &mut Workbook, name: &str, builder: &mut TableBuilder) -> Result<(), TableError> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(refused)?;
    while let Some(cell) = cells.next_cell_with_formula().map_err(refused)? {
        if let (DataRef::Empty, Some(formula)) = (&cell.value, &cell.formula) {
            let (row, column) = at(cell.pos);
            builder.put(row, column, &format!("={formula}"))?;
        }
    }
    Ok(())
}

fn at((row, column): (u32, u32)) -> (usize, usize) {
    (row as usize, column as usize)
}

/// A cell as text, and whether its format hides the year of a date.
fn words(value: &DataRef, style: Option<&Style>) -> (String, bool) {
    let text = match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(date) => {
            let code = style.and_then(|style| style.number_format.as_ref()).map(|format| format.format_code.as_str());
            return date_words(date, code);
        }
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    };
    (text, false)
}

/// A date as far as its format shows it.
fn date_words(date: &ExcelDateTime, code: Option<&str>) -> (String, bool) {
    if date.is_duration() {
        return (date.as_f64().to_string(), false);
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let shown = code.map(Shown::by_format).unwrap_or_default();
    let words = shown.words(i32::from(year), month, day);
    let has_time = shown == Shown::Day && (hour, minute, second) != (0, 0, 0);
    let words = if has_time { format!("{words}T{hour:02}:{minute:02}:{second:02}") } else { words };
    (words, shown == Shown::DayWithoutYear)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compound_files_say_what_they_are() {
        let mut bytes = COMPOUND.to_vec();
        assert!(is_compound(&bytes));
        assert_eq!(why_not_compound(&bytes), TableError::OtherFormat("An Excel file of before 2007 (XLS)"));
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(why_not_compound(&bytes), TableError::Password);
    }
}
