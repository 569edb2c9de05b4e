//! What a file is, and so what it brings.

use std::path::Path;

use super::arguments::{ImportArguments, ImportedKind};
use super::ask;
use crate::document::Document;
use crate::import::table::{TableFile, TableOptions};
use crate::import::{Brought, FileOrigin, ImportPlan, Pasted, brought, plan_article, plan_references, plan_rows};
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
    let options = TableOptions { encoding: asked.encoding.clone(), delimiter: None, sheet: asked.sheet.clone() };
    let brought = brought(&name, &bytes, &options).map_err(|error| error.to_string())?;
    match (brought, asked.kind) {
        (Brought::References(_, references), None | Some(ImportedKind::Sources)) => {
            Ok(plan_references(&document.reader(), &references))
        }
        (Brought::References(format, _), Some(_)) => {
            Err(format!("This is a list of references in {}; they become sources", format.label()))
        }
        (Brought::Article(text), Some(ImportedKind::Sources)) => {
            Ok(plan_article(&document.reader(), &name, &text, &store::today()))
        }
        (Brought::Article(_), _) => Err("This is a text and no rows; --as sources holds it as a source".to_owned()),
        (Brought::Rows(file), _) => rows(asked, document, file, &name),
    }
}

fn rows(asked: &ImportArguments, document: &Document, file: TableFile, name: &str) -> Result<ImportPlan, String> {
    let kind = asked.kind.map_or(RecordKind::Visit, ImportedKind::record_kind);
    let table_remarks = file.table.remarks.clone();
    let mut rows = Pasted::from_table(kind, file.table, &RowColumn::of(kind));
    ask::put(asked, &mut rows)?;
    let origin = FileOrigin { name: name.to_owned(), accessed: store::today() };
    let shown = Shown::everything(&document.briefing);
    let (mut plan, _) = plan_rows(&document.reader(), &shown, &rows, &origin);
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
