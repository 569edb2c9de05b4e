//! Files of rows as other programs write them, read cell by cell.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its file fails")]

use std::io::{Cursor, Write as _};

use dateline::import::table::{TableError, TableFile, TableOptions, read_file_bytes};

fn read(name: &str, sheet: Option<&str>) -> TableFile {
    let path = format!("{}/tests/imported/{name}", env!("CARGO_MANIFEST_DIR"));
    #[expect(clippy::disallowed_methods, reason = "the test reads a file that it is made for")]
    let bytes = std::fs::read(path).unwrap();
    let options = TableOptions { sheet: sheet.map(str::to_owned), ..TableOptions::default() };
    read_file_bytes(&bytes, &options).unwrap()
}

fn rows(file: &TableFile) -> Vec<(u32, Vec<&str>)> {
    file.table.rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect()
}

#[test]
fn sheets_of_both_kinds_say_the_same() {
    for name in ["visits.xlsx", "visits.ods"] {
        let file = read(name, None);
        assert_eq!(file.sheets, ["Visits", "People", "Empty"], "{name}");
        // OpenDocument keeps what is ticked as a number.
        let (yes, no) = if name.ends_with("xlsx") { ("yes", "no") } else { ("1", "0") };
        let expected: [(u32, Vec<&str>); 6] = [
            (1, vec!["Visitors", "To", "Place", "When", "How many", "Sure"]),
            (2, vec!["Ada Berg", "CH", "Quay", "2024-10-14", "3", yes]),
            (3, vec!["Bo Nil", "CH", "Old Town", "2024-10", "2.5", no]),
            (4, vec!["Cé Ødegård", "RS", "Niš", "early May 2024"]),
            (5, vec!["Dee Lin", "CN-SD", "Jinan", "2 Jan", "1"]),
            (9, vec!["Far below", "", "", "", "5"]),
        ];
        assert_eq!(rows(&file), expected, "{name}");
        let [remark] = file.table.remarks.as_slice() else { panic!("{name}: {:?}", file.table.remarks) };
        assert!(remark.starts_with("Row 5, column 4: the cell shows “2 Jan”"), "{name}: {remark}");
    }
}

#[test]
fn a_head_over_two_columns_stands_over_both() {
    for name in ["visits.xlsx", "visits.ods"] {
        let file = read(name, Some("People"));
        assert_eq!(rows(&file)[0].1, ["Name", "Name", "Kind"], "{name}");
    }
}

#[test]
fn a_formula_whose_value_is_not_kept_is_seen() {
    let file = read("without-values.xlsx", None);
    assert_eq!(rows(&file).last().unwrap().1, ["Far below", "", "", "", "=2+3"]);
}

#[test]
fn a_sheet_that_is_not_there_names_those_that_are() {
    let bytes = include_bytes!("imported/visits.ods");
    let options = TableOptions { sheet: Some("Vists".to_owned()), ..TableOptions::default() };
    let error = read_file_bytes(bytes, &options).unwrap_err();
    assert_eq!(error, TableError::NoSheet { asked: "Vists".into(), there: "Visits, People, Empty".into() });
}

/// A file of ODF with one sheet with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut put = |name: &str, text: &str| {
        archive.start_file(name, stored).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    put("META-INF/manifest.xml", "<manifest:manifest/>");
    put(
        "content.xml",
        &format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A &amp; B\">{rows}\
             </table:table></office:spreadsheet></office:body></office:document-content>"
        ),
    );
    archive.finish().unwrap().into_inner()
}

#[test]
fn repeated_cells_and_rows_cost_what_they_hold() {
    let bytes = ods("<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row><table:table-row><table:table-cell \
         table:number-columns-repeated=\"16000\"/><table:table-cell office:value-type=\"string\"><text:p>a \
         &#233;<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p></table:table-cell><office:annotation><text:p>not \
         this</text:p></office:annotation></table:table-row>");
    let file = read_file_bytes(&bytes, &TableOptions::default()).unwrap();
    assert_eq!(file.table.name, "A & B");
    let [row] = file.table.rows.as_slice() else { panic!("{:?}", file.table.rows.len()) };
    assert_eq!((row.number, row.cell(16_000)), (1_000_001, "a é  b\nc"));
}

#[test]
fn a_broken_archive_is_told_and_never_ends_the_program() {
    let whole = include_bytes!("imported/visits.xlsx");
    for cut in (0..whole.len()).step_by(97) {
        // What is left may still be read, or is refused.
        drop(read_file_bytes(&whole[..cut], &TableOptions::default()));
        let mut bent = whole.to_vec();
        bent[cut] ^= 0x55;
        drop(read_file_bytes(&bent, &TableOptions::default()));
    }
    let half = read_file_bytes(&whole[..whole.len() / 2], &TableOptions::default());
    assert!(matches!(half, Err(TableError::Damaged(_))), "{half:?}");
}
