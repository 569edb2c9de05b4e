//! What a file is, and so what it brings.

use std::path::Path;

use super::arguments::{ImportArguments, ImportedKind};
use super::ask;
use crate::document::Document;
use crate::import::reference::{ReferenceFormat, read_references};
use crate::import::table::{TableOptions, decode, read_file_bytes};
use crate::import::{FileOrigin, ImportPlan, Pasted, plan_article, plan_references, plan_rows};
use crate::model::RecordKind;
use crate::present::{RowColumn, Shown};
use crate::store;

/// What a file brings into a briefing.
pub(super) fn plan(asked: &ImportArguments, document: &Document, file: &Path) -> Result<ImportPlan, String> {
    let is_stream = file == Path::new("-");
    let bytes = if is_stream { store::read_stream(std::io::stdin().lock()) } else { store::read_bytes(file) };
    let bytes = bytes.map_err(|error| error.to_string())?;
    let name = file.file_name().map_or_else(|| "standard input".to_owned(), |name| name.to_string_lossy().into_owned());
    let name = if is_stream { "standard input".to_owned() } else { name };
    let text = text_of(&bytes, asked)?;
    if let Some(format) = text.as_deref().and_then(ReferenceFormat::told_from) {
        return match asked.kind {
            None | Some(ImportedKind::Sources) => {
                Ok(plan_references(&document.reader(), &read_references(text.as_deref().unwrap_or_default(), format)))
            }
            Some(_) => Err(format!("This is a list of references in {}; they become sources", format.label())),
        };
    }
    if let (Some(ImportedKind::Sources), Some(text), true) = (asked.kind, &text, is_article(file)) {
        return Ok(plan_article(&document.reader(), &name, text, &store::today()));
    }
    rows(asked, document, &bytes, &name)
}

/// The bytes as text, unless they are an archive or the like.
fn text_of(bytes: &[u8], asked: &ImportArguments) -> Result<Option<String>, String> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") || bytes.starts_with(b"%PDF") {
        return Ok(None);
    }
    let decoded = decode(bytes, asked.encoding.as_deref()).map_err(|error| error.to_string())?;
    Ok(Some(decoded.text))
}

fn is_article(file: &Path) -> bool {
    let extension = file.extension().map(|extension| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| extension == "txt" || extension == "md")
}

fn rows(asked: &ImportArguments, document: &Document, bytes: &[u8], name: &str) -> Result<ImportPlan, String> {
    let options = TableOptions { encoding: asked.encoding.clone(), delimiter: None, sheet: asked.sheet.clone() };
    let file = read_file_bytes(bytes, &options).map_err(|error| error.to_string())?;
    let kind = asked.kind.map_or(RecordKind::Visit, ImportedKind::record_kind);
    let table_remarks = file.table.remarks.clone();
    let mut rows = Pasted::from_table(kind, file.table, &RowColumn::of(kind));
    ask::put(asked, &mut rows)?;
    let origin = FileOrigin { name: name.to_owned(), accessed: store::today() };
    let mut plan = plan_rows(&document.reader(), &Shown::everything(&document.briefing), &rows, &origin);
    let other_sheets: Vec<&str> =
        file.sheets.iter().map(String::as_str).filter(|sheet| !file.manner.contains(&format!("“{sheet}”"))).collect();
    let mut remarks = vec![format!("Read as: {}", file.manner)];
    if !other_sheets.is_empty() {
        remarks.push(format!("Not read: the sheets {}; name one by --sheet", other_sheets.join(", ")));
    }
    remarks.extend(table_remarks);
    remarks.append(&mut plan.remarks);
    plan.remarks = remarks;
    Ok(plan)
}
