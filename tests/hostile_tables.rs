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

/// A file of ODF with one sheet with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let packed = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    for (name, options, text) in [
        ("mimetype", stored, "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", packed, "<manifest:manifest/>"),
        ("content.xml", packed, &content),
    ] {
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn what_a_file_claims_of_itself_is_not_believed() {
    // Room for so many texts is taken nowhere: to ask the system for it would end the program.
    let texts = format!("<sst {MAIN} count=\"1\" uniqueCount=\"99999999999999\"><si><t>Visitors</t></si></sst>");
    let claimed = xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", &[("xl/sharedStrings.xml", &texts)]);
    let why = read(&claimed).unwrap_err().to_string();
    assert!(why.contains("claims to be longer than it is"), "{why}");
    // A long text that stands in many cells at once is too much, long before there is no memory left.
    let long = "x".repeat(4_000_000);
    let cell = format!(
        "<table:table-cell table:number-columns-repeated=\"1000\" office:value-type=\"string\"><text:p>{long}</text:p>\
         </table:table-cell>"
    );
    let repeated = ods(&format!("<table:table-row table:number-rows-repeated=\"1000\">{cell}</table:table-row>"));
    assert!(repeated.len() < 100_000, "{}", repeated.len());
    assert_eq!(read(&repeated), Err(TableError::TooLarge { row: 1 }));
    // One text that is merged over all columns is put into each head at most, and no more is taken.
    let wide = ods(&format!(
        "<table:table-row><table:table-cell table:number-columns-spanned=\"16384\" office:value-type=\"string\"><text:p>{}\
         </text:p></table:table-cell></table:table-row>",
        "x".repeat(100_000)
    ));
    assert_eq!(read(&wide), Err(TableError::TooLarge { row: 1 }));
}

#[test]
fn many_merged_cells_take_no_more_time_than_there_are() {
    let (mut rows, mut merged) = (String::new(), String::new());
    for row in 1..=20_000 {
        write!(rows, "<row r=\"{row}\">{}</row>", text_cell(&format!("A{row}"), "x")).unwrap();
        write!(merged, "<mergeCell ref=\"A{row}:C{row}\"/>").unwrap();
    }
    let sheet = format!(
        "<worksheet {MAIN}><sheetData>{rows}</sheetData><mergeCells count=\"9\">{merged}</mergeCells></worksheet>"
    );
    let table = read(&workbook(&sheet, &[])).unwrap().table;
    assert_eq!((table.rows[0].cells.len(), table.rows[19_999].cells.len()), (3, 1), "over heads alone");
}

/// A sheet whose dates have this format.
fn with_format(code: &str, rows: &str, from_1904: bool) -> Vec<u8> {
    let styles = format!(
        "<styleSheet {MAIN}><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"{code}\"/></numFmts><cellXfs \
         count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
    );
    let bytes = xlsx(rows, &[("xl/styles.xml", &styles)]);
    if !from_1904 {
        return bytes;
    }
    // The same file with the date system of old Macintoshes.
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..old.len() {
        let mut part = old.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = std::io::read_to_string(&mut part).unwrap();
        if name == "xl/workbook.xml" {
            text = text.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn a_number_is_made_a_date_only_where_every_program_shows_the_same() {
    let cells = |number: &str, code: &str, from_1904: bool| {
        let row = format!("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>{number}</v></c></row>");
        let table = read(&with_format(code, &row, from_1904)).unwrap().table;
        (table.rows[0].cell(0).to_owned(), table.remarks.len())
    };
    for (number, code, from_1904, words, remarks) in [
        ("45579", "yyyy\\-mm\\-dd", false, "2024-10-14", 0),
        ("44117", "yyyy\\-mm\\-dd", true, "2024-10-14", 0),
        ("-350", "yyyy\\-mm\\-dd", false, "-350", 1),
        ("60", "yyyy\\-mm\\-dd", false, "60", 1),
        ("99999999", "yyyy\\-mm\\-dd", false, "99999999", 1),
        ("0.604166666666667", "hh:mm", false, "14:30:00", 0),
        ("1.5", "[h]:mm", false, "36:00:00", 0),
        ("45579", "mmmm yyyy", false, "2024-10", 0),
        ("45579", "mmmm", false, "Oct", 1),
    ] {
        assert_eq!(cells(number, code, from_1904), (words.to_owned(), remarks), "{number} as {code}");
    }
}

#[test]
fn what_stands_in_a_cell_in_many_ways_is_read() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t xml:space=\"preserve\">Ada </t></r><r><t>Berg</t></r></is></c>\
        <c r=\"B1\" t=\"b\"><v>1</v></c><c r=\"C1\" t=\"e\"><v>#N/A</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>one&#10;two</t>\
        </is></c><c r=\"E1\" t=\"d\"><v>2024-10-14T00:00:00</v></c></row>";
    let comments = [("xl/comments1.xml", "<comments><commentList><comment ref=\"A1\"/></commentList></comments>")];
    let table = read(&xlsx(rows, &comments)).unwrap().table;
    assert_eq!(table.rows[0].cells, ["Ada Berg", "yes", "#N/A", "one\ntwo", "2024-10-14"]);
    assert!(table.remarks[0].starts_with("Cells have comments"), "{:?}", table.remarks);
    let text = "sep=;\r\nVisitors;To\r\u{feff}Ada;\"CH\nBE\"\n\u{200e}Bo\u{200e};RS\r\n";
    let table = read(text.as_bytes()).unwrap().table;
    let cells: Vec<_> = table.rows.iter().map(|row| (row.number, row.cell(0), row.cell(1))).collect();
    assert_eq!(cells, [(2, "Visitors", "To"), (3, "Ada", "CH\nBE"), (4, "Bo", "RS")]);
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
