//! What a file holds, and so what it brings.

use std::path::Path;

use super::arguments::{ImportArguments, ImportedKind};
use super::ask::{self, AskedError};
use crate::document::Document;
use crate::import::reference::{ReferenceFormat, References};
use crate::import::table::{ReadAs, TableError, TableFile, TableOptions};
use crate::import::{ArticleFile, Brought, FileOrigin, ImportPlan, Pasted, brought, plan_references, plan_rows};
use crate::model::RecordKind;
use crate::present::{RowColumn, Shown};
use crate::store::{self, OpenError};

/// What a file holds.
pub(super) enum Read {
    /// The text of an article. A folder of them is taken in at once.
    Article(ArticleFile),
    /// What is planned on what the files before it leave.
    List(List),
}

/// A list of records in a file.
pub(super) enum List {
    /// Of references, and the encoding that they were read in.
    References(References, ReadAs),
    /// Rows of a file of this name.
    Rows(String, TableFile),
}

/// Why a file brings nothing.
#[derive(Debug, thiserror::Error)]
pub(super) enum ImportError {
    /// It cannot be opened.
    #[error(transparent)]
    NotOpened(#[from] OpenError),
    /// It holds nothing that can be brought in.
    #[error(transparent)]
    NotUnderstood(#[from] TableError),
    /// What was asked for does not go with it.
    #[error(transparent)]
    Asked(#[from] AskedError),
    /// It is a list of references, and something else was asked for.
    #[error("This is a list of references in {}; they become sources", .0.label())]
    References(ReferenceFormat),
    /// It is an article, and nobody said that it is to be held.
    #[error("This is a text and no rows; --as sources holds it as a source")]
    Article,
}

/// Reads a file.
pub(super) fn read(asked: &ImportArguments, file: &Path) -> Result<Read, ImportError> {
    let is_stream = file == Path::new("-");
    let bytes = if is_stream { store::read_stream(std::io::stdin().lock())? } else { store::read_bytes(file)? };
    let name = if is_stream { None } else { file.file_name() };
    let name = name.map_or_else(|| "standard input".to_owned(), |name| name.to_string_lossy().into_owned());
    let options = TableOptions {
        encoding: asked.encoding.clone(),
        delimiter: ask::delimiter(asked)?,
        sheet: asked.sheet.clone(),
    };
    match (brought(&name, &bytes, &options)?, asked.kind) {
        (Brought::References(_, references, read_as), None | Some(ImportedKind::Sources)) => {
            Ok(Read::List(List::References(references, read_as)))
        }
        (Brought::References(format, ..), Some(_)) => Err(ImportError::References(format)),
        (Brought::Article(text), Some(ImportedKind::Sources)) => Ok(Read::Article(ArticleFile { name, text })),
        (Brought::Article(_), _) => Err(ImportError::Article),
        (Brought::Rows(file), _) => Ok(Read::List(List::Rows(name, file))),
    }
}

impl List {
    /// What it brings into a briefing.
    pub(super) fn plan(self, asked: &ImportArguments, document: &Document) -> Result<ImportPlan, AskedError> {
        match self {
            Self::References(references, read_as) => {
                let mut plan = plan_references(&document.reader(), &references);
                plan.remarks.splice(..0, read_as.remarks());
                Ok(plan)
            }
            Self::Rows(name, file) => rows(asked, document, file, &name),
        }
    }
}

fn rows(asked: &ImportArguments, document: &Document, file: TableFile, name: &str) -> Result<ImportPlan, AskedError> {
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
    remarks.append(&mut plan.questions);
    plan.remarks = remarks;
    Ok(plan)
}
