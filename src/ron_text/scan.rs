//! One pass over the text of a briefing: the byte ranges of its fields, its records and their fields.
//!
//! The scanner takes brackets and strings apart and looks no further; whether a value is a good one is for `ron` to
//! say. Every text that `ron` accepts as a struct with named fields is scanned.

use std::ops::Range;

use super::cursor::Cursor;
use super::error::ScanError;
use super::limits::MAX_RECORDS;

/// A range of bytes in the text; four bytes an end, since a file has 256 MiB at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn new(start: usize, end: usize) -> Result<Self, ScanError> {
        let narrow = |offset: usize| u32::try_from(offset).map_err(|_| ScanError::TooLong);
        Ok(Self { start: narrow(start)?, end: narrow(end)? })
    }

    /// The bytes, as a range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A field: its name and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSpan {
    /// The name, without the colon.
    pub name: Span,
    /// The value, without white space and comments around it; of a top-level list in `Some(…)` the list itself.
    pub value: Span,
}

/// An item of a list at the top level: a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordSpan {
    /// Which top-level field it stands in.
    pub list: u32,
    /// The record, without white space and comments around it.
    pub span: Span,
}

/// The byte ranges of a briefing, in the order of the text. A repeated name stays visible.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The fields at the top level.
    pub fields: Vec<FieldSpan>,
    /// The items of every top-level field that is a list.
    pub records: Vec<RecordSpan>,
}

impl Document {
    /// The fields of a record; none where it has no named fields. Looked for anew each time, since few are asked for.
    #[must_use]
    pub fn fields_of(&self, text: &str, record: &RecordSpan) -> Vec<FieldSpan> {
        let mut fields = Vec::new();
        match scan_record(Cursor::new(text, record.span.range().start), |field| fields.push(field)) {
            Ok(Some(_)) => fields,
            Ok(None) | Err(_) => Vec::new(),
        }
    }

    /// The name of the list that a record stands in.
    #[must_use]
    pub fn list_of<'a>(&self, text: &'a str, record: &RecordSpan) -> &'a str {
        self.fields.get(record.list as usize).and_then(|field| text.get(field.name.range())).unwrap_or("")
    }
}

/// Scans the text of a briefing.
///
/// # Errors
/// Where brackets or strings do not close, the text is no struct with named fields, or it passes a limit.
pub fn scan(text: &str) -> Result<Document, ScanError> {
    let mut document = Document::default();
    let mut cursor = Cursor::new(text, 0);
    if text.starts_with('\u{feff}') {
        cursor.at = '\u{feff}'.len_utf8();
    }
    skip_attributes(&mut cursor)?;
    let begin = cursor.at;
    cursor.skip_word();
    cursor.skip_blank()?;
    let open = cursor.at;
    if !cursor.take('(') {
        return Err(ScanError::NoStruct(begin));
    }
    while let Some((name, value_at)) = next_name(&mut cursor, open)? {
        let list = document.fields.len();
        let value = if let Some(list_at) = cursor.list_at() {
            cursor.at = list_at;
            scan_list(&mut cursor, &mut document, list)?;
            // What follows a list is no part of it; `ron` says so if anything does.
            let span = Span::new(list_at, cursor.at)?;
            if list_at > value_at {
                cursor.skip_end_of_some()?;
            }
            span
        } else {
            let end = cursor.skip_value(1)?;
            Span::new(value_at, end)?
        };
        document.fields.push(FieldSpan { name, value });
        cursor.skip_blank()?;
        if !cursor.take(',') && cursor.peek() != Some(')') {
            return Err(unexpected(&cursor, '(', open));
        }
    }
    cursor.skip_blank()?;
    if cursor.is_at_end() { Ok(document) } else { Err(ScanError::Trailing(cursor.at)) }
}

/// `#![enable(…)]` and its like, before the value.
pub(super) fn skip_attributes(cursor: &mut Cursor) -> Result<(), ScanError> {
    cursor.skip_blank()?;
    while cursor.peek() == Some('#') {
        cursor.at += 1;
        cursor.skip_blank()?;
        cursor.take('!');
        cursor.skip_blank()?;
        let begin = cursor.at;
        if !cursor.take('[') {
            return Err(ScanError::NoStruct(begin));
        }
        // The attribute ends with the bracket that closes it.
        loop {
            cursor.skip_blank()?;
            match cursor.peek() {
                None => return Err(ScanError::OpenBracket { bracket: '[', at: begin }),
                Some(']') => break,
                Some(',') => cursor.at += 1,
                Some(_) => {
                    cursor.skip_value(1)?;
                }
            }
        }
        cursor.take(']');
        cursor.skip_blank()?;
    }
    Ok(())
}

/// The next field's name and where its value begins; `None` once the struct is closed.
fn next_name(cursor: &mut Cursor, open: usize) -> Result<Option<(Span, usize)>, ScanError> {
    cursor.skip_blank()?;
    if cursor.take(')') {
        return Ok(None);
    }
    let begin = cursor.at;
    match cursor.peek() {
        None => return Err(ScanError::OpenBracket { bracket: '(', at: open }),
        Some(c) if c == ']' || c == '}' => return Err(ScanError::WrongBracket { found: c, open: '(', at: begin }),
        Some(_) if !cursor.skip_word() => return Err(ScanError::NoName(begin)),
        Some(_) => {}
    }
    let name = Span::new(begin + raw_mark(cursor.slice(begin)), cursor.at)?;
    cursor.skip_blank()?;
    if !cursor.take(':') {
        return Err(ScanError::NoColon(cursor.at));
    }
    cursor.skip_blank()?;
    Ok(Some((name, cursor.at)))
}

/// How long the mark of a raw identifier is: `r#name` is the name `name`.
pub(super) fn raw_mark(word: &str) -> usize {
    if word.starts_with("r#") { 2 } else { 0 }
}

/// The items of a list at the top level, each a record.
fn scan_list(cursor: &mut Cursor, document: &mut Document, list: usize) -> Result<(), ScanError> {
    let open = cursor.at;
    cursor.take('[');
    loop {
        cursor.skip_blank()?;
        if cursor.take(']') {
            return Ok(());
        }
        if cursor.is_at_end() {
            return Err(ScanError::OpenBracket { bracket: '[', at: open });
        }
        if document.records.len() >= MAX_RECORDS {
            return Err(ScanError::TooManyRecords(cursor.at));
        }
        let begin = cursor.at;
        let end = match scan_record(*cursor, drop)? {
            Some(end) => {
                cursor.at = end;
                end
            }
            None => cursor.skip_value(2)?,
        };
        document.records.push(RecordSpan {
            list: u32::try_from(list).map_err(|_| ScanError::TooLong)?,
            span: Span::new(begin, end)?,
        });
        cursor.skip_blank()?;
        if !cursor.take(',') && cursor.peek() != Some(']') {
            return Err(unexpected(cursor, '[', open));
        }
    }
}

/// Where the record at the cursor ends, its fields given out; `None` where it is no struct with named fields.
fn scan_record(mut cursor: Cursor, mut give_out: impl FnMut(FieldSpan)) -> Result<Option<usize>, ScanError> {
    cursor.skip_word();
    cursor.skip_blank()?;
    let open = cursor.at;
    if !cursor.take('(') {
        return Ok(None);
    }
    if !has_named_fields(cursor)? {
        return Ok(None);
    }
    while let Some((name, value_at)) = next_name(&mut cursor, open)? {
        let end = cursor.skip_value(3)?;
        give_out(FieldSpan { name, value: Span::new(value_at, end)? });
        cursor.skip_blank()?;
        if !cursor.take(',') && cursor.peek() != Some(')') {
            return Err(unexpected(&cursor, '(', open));
        }
    }
    Ok(Some(cursor.at))
}

/// Whether a name and a colon follow, or nothing at all.
fn has_named_fields(mut cursor: Cursor) -> Result<bool, ScanError> {
    cursor.skip_blank()?;
    if cursor.peek() == Some(')') {
        return Ok(true);
    }
    if !cursor.skip_word() {
        return Ok(false);
    }
    cursor.skip_blank()?;
    Ok(cursor.peek() == Some(':'))
}

/// What is wrong where a comma or the closing bracket should be.
fn unexpected(cursor: &Cursor, bracket: char, open: usize) -> ScanError {
    match cursor.peek() {
        None => ScanError::OpenBracket { bracket, at: open },
        Some(found) => ScanError::WrongBracket { found, open: bracket, at: cursor.at },
    }
}
