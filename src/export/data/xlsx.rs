//! The tables as a workbook (Office Open XML, ECMA-376): a sheet on what it is of, then one for each table. A day is a
//! date that a spreadsheet can count with; text is text, never a formula.

use std::fmt::Write as _;

use super::table::{Cell, Table};
use super::tables::{TableOf, table_of};
use super::xml::xml_text;
use crate::export::view::View;
use crate::export::zipped::zipped;
use crate::model::{Day, capitalised};

/// A cell holds so many characters, a sheet so many rows (limits of Excel).
const MOST_LETTERS: usize = 32_000;
const MOST_ROWS: usize = 1_048_575;
/// The day 0 of a spreadsheet, and the first from which its count is that of the calendar: 1900 is no leap year.
const DAY_ZERO: Day = Day(-25_569);
const FIRST_COUNTED: Day = Day(-25_508);

/// The workbook.
///
/// # Errors
/// Where it cannot be packed.
pub(in crate::export) fn to_xlsx(view: &View) -> std::io::Result<Vec<u8>> {
    let tables: Vec<(String, Table)> =
        TableOf::ALL.iter().map(|of| (capitalised(of.word()), table_of(view, *of))).collect();
    let marking = view.part.marking();
    let mut sheets = vec![("About".to_owned(), about(view, &tables))];
    sheets.extend(tables.iter().map(|(name, table)| (name.clone(), sheet(view, table))));
    let mut files: Vec<(String, String)> = vec![
        ("[Content_Types].xml".to_owned(), content_types(sheets.len())),
        ("_rels/.rels".to_owned(), relations(&[("officeDocument", "xl/workbook.xml".to_owned())])),
        ("xl/workbook.xml".to_owned(), workbook(&sheets)),
        ("xl/_rels/workbook.xml.rels".to_owned(), {
            let mut parts: Vec<(&str, String)> =
                (1..=sheets.len()).map(|number| ("worksheet", format!("worksheets/sheet{number}.xml"))).collect();
            parts.push(("styles", "styles.xml".to_owned()));
            relations(&parts)
        }),
        ("xl/styles.xml".to_owned(), STYLES.to_owned()),
    ];
    for (number, (_, rows)) in (1..).zip(&sheets) {
        files.push((format!("xl/worksheets/sheet{number}.xml"), worksheet(view, rows, &marking)));
    }
    zipped(files.into_iter().map(|(path, text)| (path, text.into_bytes())))
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Style 1 is a day, 2 a head.
const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>\
    <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border/></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
    <xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
    <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>\
    <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

fn content_types(sheets: usize) -> String {
    let kind = |name: &str| format!("application/vnd.openxmlformats-officedocument.spreadsheetml.{name}+xml");
    let mut text = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{}\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{}\"/>",
        kind("sheet.main"),
        kind("styles")
    );
    for number in 1..=sheets {
        let _ = write!(
            text,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{}\"/>",
            kind("worksheet")
        );
    }
    text + "</Types>"
}

fn relations(parts: &[(&str, String)]) -> String {
    let mut text = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (number, (kind, target)) in (1..).zip(parts) {
        let _ = write!(text, "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
    }
    text + "</Relationships>"
}

fn workbook(sheets: &[(String, Vec<Vec<String>>)]) -> String {
    let mut text = format!("{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>");
    for (number, (name, _)) in (1..).zip(sheets) {
        let _ = write!(text, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    text + "</sheets></workbook>"
}

/// A sheet of rows, the first frozen; the marking stands above and below each printed page.
fn worksheet(view: &View, rows: &[Vec<String>], marking: &str) -> String {
    let mut text = format!(
        "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"15\" defaultColWidth=\"18\"/><sheetData>"
    );
    for (number, row) in (1..).zip(view.progress.through(rows)) {
        let _ = write!(text, "<row r=\"{number}\">");
        for (column, cell) in row.iter().enumerate() {
            let inner = cell.strip_prefix("<c").unwrap_or_default();
            let _ = write!(text, "<c r=\"{}{number}\"{inner}", column_name(column));
        }
        text.push_str("</row>");
    }
    text.push_str("</sheetData>");
    if !marking.is_empty() {
        // `&` begins a code of a header.
        let marking = xml_text(&marking.chars().take(80).collect::<String>().replace('&', "&&"));
        let _ = write!(
            text,
            "<headerFooter><oddHeader>&amp;C{marking}</oddHeader><oddFooter>&amp;C{marking}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
        );
    }
    text + "</worksheet>"
}

fn about(view: &View, tables: &[(String, Table)]) -> Vec<Vec<String>> {
    let mut rows = vec![vec![text_cell(&view.title(), 2)]];
    rows.extend(view.notices().iter().map(|notice| vec![text_cell(notice, 0)]));
    for (name, table) in tables {
        let left = table.rows.len().saturating_sub(MOST_ROWS);
        let more = if left > 0 { format!(", of which {left} have no room in a sheet") } else { String::new() };
        rows.push(vec![text_cell(&format!("{name}: {}{more}", table.rows.len()), 0)]);
    }
    rows
}

fn sheet(view: &View, table: &Table) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = vec![table.columns.iter().map(|column| text_cell(column, 2)).collect()];
    rows.extend(view.progress.through(&table.rows).take(MOST_ROWS).map(|row| row.iter().map(cell).collect()));
    rows
}

/// `A` to `Z`, then `AA`.
fn column_name(column: usize) -> String {
    let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or_default());
    if column < 26 { letter(column).to_string() } else { format!("{}{}", letter(column / 26 - 1), letter(column)) }
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text_cell(text, 0),
        Cell::Flag(flag) => format!("<c t=\"b\"><v>{}</v></c>", u8::from(*flag)),
        Cell::Day(Some(day)) if *day >= FIRST_COUNTED && day.civil().year <= 9999 => {
            format!("<c s=\"1\"><v>{}</v></c>", DAY_ZERO.days_until(*day))
        }
        Cell::Day(_) => text_cell(&cell.text(), 0),
    }
}

/// Words in a cell; empty ones take no text.
fn text_cell(text: &str, style: u8) -> String {
    if text.is_empty() {
        return "<c/>".to_owned();
    }
    let text: String = text.chars().take(MOST_LETTERS).collect();
    // `_x0041_` would stand for a letter (ECMA-376, part 1, 22.4.2.4).
    let text = xml_text(&text).replace("_x", "_x005F_x");
    format!("<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

#[cfg(test)]
mod tests {
    use super::{DAY_ZERO, FIRST_COUNTED, cell};
    use crate::export::data::table::Cell;
    use crate::model::Day;

    #[test]
    fn days_are_counted_as_a_spreadsheet_does() {
        assert_eq!(DAY_ZERO, Day::from_civil(1899, 12, 30).unwrap());
        assert_eq!(FIRST_COUNTED, Day::from_civil(1900, 3, 1).unwrap());
        // 45579 is 14 October 2024 in Excel.
        assert_eq!(cell(&Cell::Day(Day::from_civil(2024, 10, 14))), "<c s=\"1\"><v>45579</v></c>");
        assert!(cell(&Cell::Day(Day::from_civil(1890, 1, 2))).contains(">1890-01-02<"));
        assert_eq!(cell(&Cell::Day(None)), "<c/>");
    }

    #[test]
    fn text_is_text() {
        let shown = cell(&Cell::Text("=1+1 <b> _x0041_ \u{1}".to_owned()));
        assert!(shown.contains(">=1+1 &lt;b&gt; _x005F_x0041_ ⟨U+0001⟩<") && !shown.contains("<f>"), "{shown}");
    }
}
