//! Reading one record, or the header, alone: for an edit, which is read like a file is.

use serde::de::DeserializeOwned;

use super::read_error::explain;
use super::whole::{options, read_text};
use crate::model::{AnyRecord, Header, RecordKind};
use std::sync::Arc;

/// Why a record or a header cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}{}{hint}", if hint.is_empty() { "" } else { ". " })]
pub struct ReadPartError {
    /// What is wrong with it.
    pub message: String,
    /// What to do, or nothing.
    pub hint: String,
}

/// Reads the text of one record of a kind.
///
/// # Errors
/// What is wrong with it, and what to do.
pub fn read_record(kind: RecordKind, text: &str) -> Result<AnyRecord, ReadPartError> {
    Ok(match kind {
        RecordKind::Source => AnyRecord::Source(Arc::new(read(text)?)),
        RecordKind::Actor => AnyRecord::Actor(Arc::new(read(text)?)),
        RecordKind::Role => AnyRecord::Role(Arc::new(read(text)?)),
        RecordKind::Visit => AnyRecord::Visit(Arc::new(read(text)?)),
        RecordKind::Statement => AnyRecord::Statement(Arc::new(read(text)?)),
        RecordKind::Relation => AnyRecord::Relation(Arc::new(read(text)?)),
        RecordKind::Judgement => AnyRecord::Judgement(Arc::new(read(text)?)),
        RecordKind::Conflict => AnyRecord::Conflict(Arc::new(read(text)?)),
    })
}

/// Reads the text of a header, without lists of records.
///
/// # Errors
/// As [`read_record`].
pub fn read_header(text: &str) -> Result<Header, ReadPartError> {
    read(text)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, ReadPartError> {
    read_text(&options(""), text).map_err(|error| {
        let told = explain(&error.code);
        ReadPartError { message: told.message, hint: told.hint }
    })
}
