//! Sheets of ODF (ISO/IEC 26300-1, section 9): `content.xml` read part by part, since a row may claim to be
//! repeated a million times.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::archive::{self, damaged};
use super::error::TableError;
use super::rows::{MAX_BYTES, MAX_ROWS, TableBuilder};
use super::shown_date::{Hidden, Shown};
use super::workbook::{COMMENTS, Workbook};

/// A cell or row with something in it is repeated so often at most; more is a slip of the hand.
const MAX_REPEATED: usize = 1_000;

/// The sheet of a file that is asked for, else the first that says anything.
///
/// # Errors
/// Where it is damaged, too large, or protected by a password.
pub(super) fn read(bytes: &[u8], asked: Option<&str>) -> Result<Workbook, TableError> {
    let mut archive = archive::open(bytes)?;
    let manifest = archive::part(&mut archive, "META-INF/manifest.xml").unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(TableError::Password);
    }
    let content = archive::part(&mut archive, "content.xml")?;
    let mut sheets = Sheets { asked, ..Sheets::default() };
    let mut reader = Reader::from_str(&content);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(element) => sheets.start(&element)?,
            Event::End(element) => sheets.end(element.name().as_ref())?,
            Event::Text(text) => sheets.say(&text.xml10_content())?,
            Event::CData(text) => sheets.say(&text)?,
            Event::GeneralRef(reference) => sheets.say(&referred(&reference))?,
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(sheets.workbook)
}

/// What stands for a reference such as `&amp;` or `&#233;`; one that XML does not know stays as it is written.
fn referred(reference: &BytesRef) -> String {
    if let Some(known) = quick_xml::escape::resolve_xml_entity(reference) {
        return known.to_owned();
    }
    let letter = reference.resolve_char_ref().ok().flatten().map(String::from);
    letter.unwrap_or_else(|| format!("&{};", &**reference))
}

/// The sheets, as far as they are read.
#[derive(Default)]
struct Sheets<'a> {
    /// The name of the sheet that is asked for.
    asked: Option<&'a str>,
    workbook: Workbook,
    /// The sheet in hand; nothing where its rows are not wanted.
    sheet: Option<TableBuilder>,
    row: usize,
    row_repeats: usize,
    column: usize,
    /// The cells of the row in hand, since the whole row may be repeated: where each begins, how often it stands there.
    cells: Vec<(usize, usize, String)>,
    cell: Option<Cell>,
    /// How deep within a remark or a tracked change, whose words are not the cell's.
    aside: usize,
    /// Whether it was told that a cell of the sheet hides its year.
    is_year_told: bool,
    /// Whether a cell of the sheet has a comment.
    has_comments: bool,
}

/// The cell in hand.
struct Cell {
    repeats: usize,
    /// Over so many columns it reaches.
    spanned: usize,
    /// The day that it keeps.
    date: Option<String>,
    /// Another value that is no text.
    value: Option<String>,
    formula: Option<String>,
    words: String,
    paragraphs: usize,
}

impl Sheets<'_> {
    fn start(&mut self, element: &BytesStart) -> Result<(), TableError> {
        let name = element.name();
        match name.as_ref() {
            "office:annotation" | "table:tracked-changes" | "draw:frame" | "table:shapes" => {
                self.has_comments |= name.as_ref() == "office:annotation";
                self.aside += 1;
            }
            _ if self.aside > 0 => {}
            "table:table" => {
                let sheet = attribute(element, "table:name")?.unwrap_or_default();
                let is_found = self.workbook.table.as_ref().is_some_and(|table| !table.rows.is_empty());
                let is_wanted = !is_found && self.asked.is_none_or(|asked| asked == sheet);
                self.sheet = is_wanted.then(|| TableBuilder::new(&sheet));
                self.workbook.names.push(sheet);
                self.row = 0;
                self.is_year_told = false;
                self.has_comments = false;
            }
            "table:table-row" => {
                self.row_repeats = count(element, "table:number-rows-repeated")?;
                self.column = 0;
                self.cells.clear();
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell = Some(Cell::begun(element)?),
            "text:p" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.words.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "text:s" => {
                let spaces = count(element, "text:c")?.min(MAX_REPEATED);
                self.say(&" ".repeat(spaces))?;
            }
            "text:tab" => self.say("\t")?,
            "text:line-break" => self.say("\n")?,
            _ => {}
        }
        Ok(())
    }

    fn say(&mut self, words: &str) -> Result<(), TableError> {
        if let Some(cell) = self.cell.as_mut().filter(|cell| self.aside == 0 && cell.paragraphs > 0) {
            cell.words.push_str(words);
            if cell.words.len() > MAX_BYTES {
                return Err(TableError::TooLarge { row: self.row + 1 });
            }
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), TableError> {
        match name {
            "office:annotation" | "table:tracked-changes" | "draw:frame" | "table:shapes" => {
                self.aside = self.aside.saturating_sub(1);
            }
            _ if self.aside > 0 => {}
            "table:table-cell" | "table:covered-table-cell" => self.cell_ends(),
            "table:table-row" => self.row_ends()?,
            "table:table" => self.sheet_ends()?,
            _ => {}
        }
        Ok(())
    }

    fn cell_ends(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let shown = cell.date.as_deref().and_then(|date| as_shown(date, &cell.words));
        if let (Some((text, shown)), Some(sheet)) = (&shown, &mut self.sheet)
            && shown.hides_year()
            && !std::mem::replace(&mut self.is_year_told, true)
        {
            sheet.remark(Hidden::Year.remark(self.row, self.column, text));
        }
        let value = shown.map(|(text, _)| text).or(cell.date).or(cell.value);
        let text = value.filter(|value| !value.is_empty()).unwrap_or(cell.words);
        let text = if text.trim().is_empty() { cell.formula.unwrap_or_default() } else { text };
        if !text.trim().is_empty() {
            self.cells.push((self.column, cell.repeats.min(MAX_REPEATED), text));
            if let Some(sheet) = &mut self.sheet {
                let last = self.column.saturating_add(cell.spanned).saturating_sub(1);
                sheet.merged((self.row, self.column), (self.row, last));
            }
        }
        self.column = self.column.saturating_add(cell.repeats);
    }

    fn row_ends(&mut self) -> Result<(), TableError> {
        let repeats = if self.cells.is_empty() { 0 } else { self.row_repeats.min(MAX_REPEATED) };
        if let Some(sheet) = &mut self.sheet {
            for shift in 0..repeats {
                for (column, times, text) in &self.cells {
                    for further in 0..*times {
                        sheet.put(self.row + shift, column + further, text.as_str())?;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeats).min(MAX_ROWS);
        Ok(())
    }
}

impl Sheets<'_> {
    fn sheet_ends(&mut self) -> Result<(), TableError> {
        let Some(sheet) = self.sheet.take() else { return Ok(()) };
        let mut table = sheet.finish()?;
        if self.has_comments {
            table.remarks.push(COMMENTS.to_owned());
        }
        self.workbook.table = Some(table);
        Ok(())
    }
}

impl Cell {
    fn begun(element: &BytesStart) -> Result<Self, TableError> {
        let mut value = None;
        for name in ["office:string-value", "office:boolean-value", "office:value"] {
            value = attribute(element, name)?;
            if value.is_some() {
                break;
            }
        }
        // Midnight of a day is that day.
        let date = attribute(element, "office:date-value")?;
        let date = date.map(|date| date.strip_suffix("T00:00:00").map(str::to_owned).unwrap_or(date));
        Ok(Self {
            date,
            repeats: count(element, "table:number-columns-repeated")?,
            spanned: count(element, "table:number-columns-spanned")?,
            value,
            formula: attribute(element, "table:formula")?,
            words: String::new(),
            paragraphs: 0,
        })
    }
}

/// A day as far as the cell shows it; nothing where it is shown whole.
fn as_shown(date: &str, words: &str) -> Option<(String, Shown)> {
    let mut parts = date.split('T').next()?.split('-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let shown = Shown::by_words(words, year);
    (shown != Shown::Day).then(|| (shown.words(year, month, day), shown))
}

fn attribute(element: &BytesStart, name: &str) -> Result<Option<String>, TableError> {
    let Some(found) = element.try_get_attribute(name).map_err(damaged)? else { return Ok(None) };
    Ok(Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(damaged)?.into_owned()))
}

/// A number that says how often; 1 where it is not told or is none.
fn count(element: &BytesStart, name: &str) -> Result<usize, TableError> {
    Ok(attribute(element, name)?.and_then(|value| value.parse().ok()).unwrap_or(1))
}
