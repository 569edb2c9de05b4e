//! Sheets of Excel (ECMA-376, part 1, section 18), cell by cell, so that two far cells cost no more than two.

use std::io::{BufReader, Cursor};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader as _, SheetType, Xlsx, XlsxError};
use quick_xml::events::Event;

use super::archive::{self, Archive, damaged};
use super::error::TableError;
use super::rows::{Table, TableBuilder};
use super::shown_date::Hidden;
use super::workbook::{COMMENTS, Workbook};
use super::xlsx_value::cell_words;

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

/// The sheet of a file that is asked for, else the first that says anything.
///
/// # Errors
/// Where it is damaged, too large, or protected by a password.
pub(super) fn read(bytes: &[u8], asked: Option<&str>) -> Result<Workbook, TableError> {
    let mut archive = archive::open(bytes)?;
    refuse_false_claims(&mut archive)?;
    let comments = archive.file_names().filter(|name| name.as_ref().is_ok_and(|name| is_of_comments(name))).count();
    // The crate is well tested, yet a file from anywhere must never end the program.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes, asked)));
    let mut workbook =
        read.unwrap_or_else(|_| Err(TableError::Damaged("its sheets contradict each other".to_owned())))?;
    if let Some(table) = workbook.table.as_mut().filter(|_| comments > 0) {
        table.remarks.push(COMMENTS.to_owned());
    }
    Ok(workbook)
}

/// Whether a part of a file holds comments on cells.
fn is_of_comments(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("xl/") && name.contains("comments") && !name.contains("_rels") && !name.contains("vml")
}

/// So many sheets at most are looked through for one that says anything: two names may lead to one part.
const MOST_SHEETS: usize = 256;

fn sheets(bytes: &[u8], asked: Option<&str>) -> Result<Workbook, TableError> {
    let mut file: XlsxFile = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let sheets = file.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let mut table = None;
    for name in names.iter().filter(|name| asked.is_none_or(|asked| *name == asked)).take(MOST_SHEETS) {
        let read = sheet(&mut file, name)?;
        let says_something = !read.rows.is_empty();
        table = Some(read);
        if says_something {
            break;
        }
    }
    Ok(Workbook { table, names })
}

fn refused(error: XlsxError) -> TableError {
    match error {
        XlsxError::Password => TableError::Password,
        other => TableError::Damaged(other.to_string()),
    }
}

type XlsxFile<'a> = Xlsx<Cursor<&'a [u8]>>;

fn sheet(file: &mut XlsxFile, name: &str) -> Result<Table, TableError> {
    let merged = file.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut builder = TableBuilder::new(name);
    for region in merged {
        builder.merged(at(region.start), at(region.end));
    }
    let mut without_value = false;
    let mut told: Vec<Hidden> = Vec::new();
    let mut cells = file.worksheet_cells_reader(name).map_err(refused)?;
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(refused)? {
        let (row, column) = at(cell.get_position());
        if *cell.get_value() == DataRef::Empty {
            without_value = true;
            continue;
        }
        let words = cell_words(cell.get_value(), cells.styles().get(style));
        // Each thing that is hidden is told once.
        if let Some(hidden) = words.hidden.filter(|hidden| !told.contains(hidden)) {
            told.push(hidden);
            builder.remark(hidden.remark(row, column, &words.text));
        }
        builder.put(row, column, words.text)?;
    }
    drop(cells);
    if without_value {
        formulas_without_value(file, name, &mut builder)?;
    }
    builder.finish()
}

/// Of a formula whose value is not in the file stands the formula itself, so that it is seen.
fn formulas_without_value(file: &mut XlsxFile, name: &str, builder: &mut TableBuilder) -> Result<(), TableError> {
    let mut cells = file.worksheet_cells_reader(name).map_err(refused)?;
    while let Some(cell) = cells.next_cell_with_formula().map_err(refused)? {
        if let (DataRef::Empty, Some(formula)) = (&cell.value, &cell.formula) {
            let (row, column) = at(cell.pos);
            builder.put(row, column, format!("={formula}"))?;
        }
    }
    Ok(())
}

fn at((row, column): (u32, u32)) -> (usize, usize) {
    (row as usize, column as usize)
}

/// Refuses a file whose list of texts claims to be longer than it is: the crate takes room for as many as it claims.
fn refuse_false_claims(archive: &mut Archive) -> Result<(), TableError> {
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(damaged)?;
        if !part.name().map_err(damaged)?.to_ascii_lowercase().ends_with("sharedstrings.xml") {
            continue;
        }
        let size = part.size();
        let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(damaged)? {
                Event::Start(element) | Event::Empty(element) => {
                    let claim = element.try_get_attribute("uniqueCount").map_err(damaged)?;
                    let claim = claim.and_then(|claim| claim.value.parse::<u64>().ok());
                    if claim.is_some_and(|claim| claim > size) {
                        return Err(TableError::Damaged("its list of texts claims to be longer than it is".to_owned()));
                    }
                    break;
                }
                Event::Eof => break,
                _ => {}
            }
        }
    }
    Ok(())
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
