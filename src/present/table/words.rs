//! The words of the cells of any table.

use std::sync::Arc;

use super::RowColumn;
use crate::index::Reader;
use crate::model::{AnyRecord, Key, RecordKind};
use crate::present::sources::{SourceColumn, SourceRow};
use crate::present::{
    ActorColumn, ActorList, ActorWords, Filter, Shown, StatementCard, StatementColumn, VisitWords, visible,
};

/// The words of the cells of a table. What a row needs is worked out once for all of its cells.
pub struct RowWords<'a> {
    reader: Reader<'a>,
    visits: VisitWords<'a>,
    counts: Option<ActorList>,
    row: Option<(Key, Row)>,
}

/// What was worked out for a row.
enum Row {
    Visit(Arc<crate::model::Visit>),
    Actor(Box<ActorWords>, [usize; 2]),
    Statement(Box<StatementCard>),
    Source(Box<SourceRow>),
}

impl<'a> RowWords<'a> {
    /// Words for a kind of record; only visits and statements that pass are counted for actors.
    #[must_use]
    pub fn new(reader: Reader<'a>, shown: &Shown, kind: RecordKind) -> Self {
        let counts = (kind == RecordKind::Actor).then(|| ActorList::new(&reader, shown, &Filter::default(), &[]));
        Self { reader, visits: VisitWords::new(reader), counts, row: None }
    }

    /// Words without the counts of actors, which take a look at every visit.
    #[must_use]
    pub fn uncounted(reader: Reader<'a>) -> Self {
        Self { reader, visits: VisitWords::new(reader), counts: None, row: None }
    }

    /// The words of a cell, all on one line; empty where it says nothing.
    pub fn cell(&mut self, key: Key, column: RowColumn) -> String {
        if self.row.as_ref().is_none_or(|(known, _)| *known != key) {
            self.row = self.row_of(key).map(|row| (key, row));
        }
        let words = match (&self.row, column) {
            (Some((_, Row::Visit(visit))), RowColumn::Visit(column)) => self.visits.cell(key, visit, column),
            (Some((_, Row::Actor(words, counts))), RowColumn::Actor(column)) => actor_cell(words, *counts, column),
            (Some((_, Row::Statement(card))), RowColumn::Statement(column)) => statement_cell(card, column),
            (Some((_, Row::Source(row))), RowColumn::Source(column)) => source_cell(row, column),
            _ => String::new(),
        };
        visible(&words).replace('\n', " ")
    }

    fn row_of(&self, key: Key) -> Option<Row> {
        Some(match self.reader.record(key)? {
            AnyRecord::Visit(visit) => Row::Visit(visit),
            AnyRecord::Actor(actor) => {
                let row = self.counts.as_ref().and_then(|list| list.row(key));
                let counts = row.map_or([0, 0], |row| [row.visits, row.statements]);
                Row::Actor(Box::new(ActorWords::new(&self.reader, &actor)), counts)
            }
            AnyRecord::Statement(statement) => Row::Statement(Box::new(StatementCard::new(&self.reader, &statement))),
            AnyRecord::Source(_) => Row::Source(Box::new(SourceRow::new(&self.reader, key)?)),
            _ => return None,
        })
    }
}

fn actor_cell(words: &ActorWords, [visits, statements]: [usize; 2], column: ActorColumn) -> String {
    match column {
        ActorColumn::Name => words.name.clone(),
        ActorColumn::OwnName => words.own_name.clone().unwrap_or_default(),
        ActorColumn::Kind => words.kind.to_owned(),
        ActorColumn::Role => words.role.clone(),
        ActorColumn::Visits => visits.to_string(),
        ActorColumn::Statements => statements.to_string(),
        ActorColumn::Activity => String::new(),
    }
}

fn statement_cell(card: &StatementCard, column: StatementColumn) -> String {
    match column {
        StatementColumn::Date => card.date.clone(),
        StatementColumn::Speaker => card.speaker.title.clone(),
        StatementColumn::Role => card.speaker.detail.clone(),
        StatementColumn::Directness => card.directness.label().to_owned(),
        StatementColumn::Cue => card.cue.clone(),
        StatementColumn::Words => card.bare_words(),
        StatementColumn::Medium => card.medium.to_owned(),
        StatementColumn::Via => card.hop_words(),
        StatementColumn::Source => card.cite_words(),
    }
}

fn source_cell(row: &SourceRow, column: SourceColumn) -> String {
    match column {
        SourceColumn::Publisher => row.publisher.clone(),
        SourceColumn::Title => row.title.clone(),
        SourceColumn::Kind => row.kind_or_nothing.to_owned(),
        SourceColumn::Published => row.date.clone(),
        SourceColumn::Author => row.author.clone(),
        SourceColumn::Reliability => row.grade.map(String::from).unwrap_or_default(),
        SourceColumn::Seen => row.seen.to_owned(),
        SourceColumn::Address => row.address.clone(),
        SourceColumn::Cited => row.cited.to_string(),
    }
}
