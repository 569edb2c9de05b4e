//! What the inspector shows of a record, or of the briefing, as plain data: one file for each kind of record.

mod actor;
mod back_links;
mod briefing;
mod build;
mod chain;
mod conflict;
mod conflict_box;
mod dates;
mod judgement;
mod page;
mod passages;
mod prose;
mod relation;
mod role;
mod rows;
mod source;
mod statement;
mod visit;

#[cfg(test)]
mod tests;

use crate::index::Reader;
use crate::model::{AnyRecord, Key};

use super::{Filter, Shown, visible};
use build::Build;

pub use conflict_box::conflict_box;
pub use page::{
    Activity, Badge, Bar, Block, ChainStep, ConflictBox, DateBlock, Glyph, Item, Limits, List, NameRow, Page,
    Paragraph, PassageHead, PassageRun, Row, Section, Strip, Verdict,
};
pub use passages::marked_runs;
pub use prose::{Piece, Prose, Target, Tone, cite_target, shortened};
pub use rows::grade_of;

/// A record as a row of a list.
#[must_use]
pub fn record_row(reader: &Reader, key: Key) -> Option<Row> {
    rows::record_row(reader, key)
}

/// The page of a record; of the briefing where there is none, or no such record. `file` names where it comes from.
#[must_use]
pub fn page(
    reader: &Reader,
    shown: &Shown,
    filter: &Filter,
    selected: Option<Key>,
    limits: &Limits,
    file: &str,
) -> Page {
    let build = Build { reader, shown, filter, limits };
    let record = selected.and_then(|key| Some((key, reader.record(key)?)));
    let mut page = match &record {
        Some((key, AnyRecord::Source(source))) => build.source(*key, source),
        Some((key, AnyRecord::Actor(actor))) => build.actor(*key, actor),
        Some((key, AnyRecord::Role(role))) => build.role(*key, role),
        Some((key, AnyRecord::Visit(visit))) => build.visit(*key, visit),
        Some((key, AnyRecord::Statement(statement))) => build.statement(*key, statement),
        Some((key, AnyRecord::Relation(relation))) => build.relation(*key, relation),
        Some((key, AnyRecord::Judgement(judgement))) => build.judgement(*key, judgement),
        Some((key, AnyRecord::Conflict(conflict))) => build.conflict(*key, conflict),
        None => build.briefing(file),
    };
    page.title = visible(&page.title).into_owned();
    page.id = visible(&page.id).into_owned();
    page
}

/// The path by which a paragraph of a source is pointed at.
#[must_use]
pub fn paragraph_path(para: u32) -> String {
    format!("#{para}")
}

/// The paragraph that a path points at, if it is one.
#[must_use]
pub fn paragraph_of(path: &str) -> Option<u32> {
    path.strip_prefix('#').and_then(|number| number.parse().ok())
}
