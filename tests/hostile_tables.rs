//! Spreadsheets that were made to harm, or came about by accident: each is read within bounds or told of in plain words,
//! and nothing in them is ever carried out.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its file fails")]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use dateline::import::table::{TableError, TableFile, TableOptions, decode, read_file_bytes};

const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

/// A workbook with one sheet of these rows, and further parts.
fn xlsx(rows: &str, further: &[(&str, &str)]) -> Vec<u8> {
    workbook(&format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"), further)
}

/// A workbook with one sheet, and further parts.
fn workbook(sheet: &str, further: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships {relations}><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook {MAIN} xmlns:r=\"{office}\"><sheets><sheet name=\"Visits\" sheetId=\"1\" r:id=\"rId1\"/>\
                 </sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships {relations}><Relationship Id=\"rId1\" Type=\"{office}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet.to_owned()),
    ];
    let own = parts.iter().map(|(name, text)| (*name, text.as_str()));
    for (name, text) in own.chain(further.iter().copied()) {
        archive.start_file(name, packed).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Result<TableFile, TableError> {
    read_file_bytes(bytes, &TableOptions::default())
}

/// A cell with a text of its own.
fn text_cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn macros_and_links_to_elsewhere_are_not_looked_at() {
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://example.org\",\"Ada\")</f><v>Ada</v>\
         </c></row><row r=\"3\"><c r=\"A3\" t=\"str\"><f>[1]Sheet1!A1</f><v>Bo</v></c></row>",
        text_cell("A1", "Visitors")
    );
    let further = [
        ("xl/vbaProject.bin", "not a macro"),
        ("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook r:id=\"rId1\"/></externalLink>"),
        (
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"http://example.org/b.xlsx\" TargetMode=\"External\"/>\
             </Relationships>",
        ),
    ];
    let table = read(&xlsx(&rows, &further)).unwrap().table;
    let cells: Vec<&str> = table.rows.iter().map(|row| row.cell(0)).collect();
    assert_eq!(cells, ["Visitors", "Ada", "Bo"], "the values that the file keeps, and nothing else");
}

#[test]
fn two_far_cells_of_a_sheet_cost_what_they_hold() {
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"1048576\">{}</row>",
        text_cell("A1", "Visitors"),
        text_cell("XFD1048576", "far")
    );
    let table = read(&xlsx(&rows, &[])).unwrap().table;
    assert_eq!(table.rows.len(), 2);
    assert_eq!((table.rows[1].number, table.rows[1].cell(16_383)), (1_048_576, "far"));
    // Beyond the last row there is none.
    let beyond = format!("<row r=\"1048577\">{}</row>", text_cell("A1048577", "x"));
    assert!(read(&xlsx(&beyond, &[])).is_err());
}

#[test]
fn a_sheet_that_is_empty_or_torn_is_told_in_plain_words() {
    assert_eq!(read(&xlsx("", &[])), Err(TableError::NoRows));
    let torn = read(&xlsx("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x", &[]));
    assert!(matches!(torn, Err(TableError::Damaged(_) | TableError::NoRows)), "{torn:?}");
    let lost = read(&xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>", &[]));
    assert!(lost.is_err() || lost.is_ok_and(|file| file.table.rows.len() <= 1), "a text that is not there");
}

#[test]
fn entities_that_name_each_other_are_not_unfolded() {
    let mut entities = "<!DOCTYPE worksheet [<!ENTITY a0 \"ha\">".to_owned();
    for level in 1..40 {
        write!(entities, "<!ENTITY a{level} \"&a{};&a{};\">", level - 1, level - 1).unwrap();
    }
    entities.push_str("]>");
    let row = format!("<row r=\"1\">{}</row>", text_cell("A1", "&a39;"));
    let sheet = format!("{entities}<worksheet {MAIN}><sheetData>{row}</sheetData></worksheet>");
    for bytes in [workbook(&sheet, &[]), xlsx(&row, &[])] {
        let file = read(&bytes);
        let is_short = |file: &TableFile| file.table.rows.iter().all(|row| row.cell(0).len() < 100);
        assert!(file.as_ref().map_or(true, is_short), "{file:?}");
    }
}

#[test]
fn a_password_is_asked_of_its_own_program() {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read(&bytes), Err(TableError::Password));
}

#[test]
fn a_cell_of_ten_megabytes_and_all_the_columns_there_are_stay_cells() {
    let long = "x".repeat(10_000_000);
    let table = read(format!("Visitors,Note\nAda,\"{long}\"\n").as_bytes()).unwrap().table;
    assert_eq!(table.rows[1].cell(1).len(), long.len());
    let wide = format!("Visitors{}\nAda{}\n", ",c".repeat(16_383), ",1".repeat(16_383));
    let table = read(wide.as_bytes()).unwrap().table;
    assert_eq!((table.width(), table.rows[1].cell(16_383)), (16_384, "1"));
}

#[test]
fn what_looks_like_a_formula_and_what_is_no_letter_stay_words() {
    let text = "Visitors,Note\n@SUM(A1),=cmd|' /C calc'!A0\nB\0o,\"+1\"\n-Ce,@ada(she)\n";
    let table = read(text.as_bytes()).unwrap().table;
    let cells: Vec<(&str, &str)> = table.rows.iter().map(|row| (row.cell(0), row.cell(1))).collect();
    assert_eq!(cells, [("Visitors", "Note"), ("@SUM(A1)", "=cmd|' /C calc'!A0"), ("B\0o", "+1"), ("-Ce", "@ada(she)")]);
}

/// Bytes as Python's `str.encode` gives them for `Ž;é`, `Ђ;é` without its accent, and `北;京`.
#[test]
fn encodings_are_read_as_another_program_writes_them() {
    for (bytes, encoding, text) in [
        (b"\x8e;\xe9".as_slice(), "windows-1250", "Ž;é"),
        (b"\x8e;\xe9", "windows-1252", "Ž;é"),
        (b"\x80;e", "windows-1251", "Ђ;e"),
        (b"\xb1\xb1;\xbe\xa9", "gb18030", "北;京"),
        (b"\x81\x30\x81\x30", "gb18030", "\u{80}"),
        (b"\x96k;\x8b\x9e", "shift_jis", "北;京"),
        (b"}\x01;\x00\xe9\x00", "utf-16le", "Ž;é"),
    ] {
        assert_eq!(decode(bytes, Some(encoding)).unwrap().text, text, "{encoding}");
    }
}
