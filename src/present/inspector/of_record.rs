//! The page of a record, or of the briefing.

use super::block::Row;
use super::build::Build;
use super::limits::Limits;
use super::page::Page;
use super::rows;
use crate::index::Reader;
use crate::model::{AnyRecord, Key};
use crate::present::chart::Period;
use crate::present::{Filter, Shown, visible};

/// A record as a row of a list.
#[must_use]
pub fn record_row(reader: &Reader, key: Key) -> Option<Row> {
    rows::record_row(reader, key)
}

/// The page of a stretch of time that was selected on the chart.
#[must_use]
pub fn period_page(reader: &Reader, shown: &Shown, filter: &Filter, period: &Period, limits: &Limits) -> Page {
    let mut page = Build { reader, shown, filter, limits }.period(period);
    page.title = visible(&page.title).into_owned();
    page.within(limits)
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
    page.within(limits)
}
