//! The columns of every table, and the field that is changed in each.

use crate::model::RecordKind;
use crate::present::sources::SourceColumn;
use crate::present::{ActorColumn, StatementColumn, VisitColumn};

/// What is changed in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellField {
    /// A field of the record, by its name in the file.
    Field(&'static str),
    /// Nothing: what it shows follows from something else. The words say from what, and where to change that.
    Derived(&'static str),
}

/// A column of a table of any kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowColumn {
    /// Of the table of visits.
    Visit(VisitColumn),
    /// Of the table of actors.
    Actor(ActorColumn),
    /// Of the table of statements.
    Statement(StatementColumn),
    /// Of the table of sources.
    Source(SourceColumn),
}

impl RowColumn {
    /// All columns of a kind's table, left to right; none where it has no table.
    #[must_use]
    pub fn of(kind: RecordKind) -> Vec<Self> {
        match kind {
            RecordKind::Visit => VisitColumn::ALL.iter().copied().map(Self::Visit).collect(),
            RecordKind::Actor => ActorColumn::ALL.iter().copied().map(Self::Actor).collect(),
            RecordKind::Statement => StatementColumn::ALL.iter().copied().map(Self::Statement).collect(),
            RecordKind::Source => SourceColumn::ALL.iter().copied().map(Self::Source).collect(),
            _ => Vec::new(),
        }
    }

    /// Its name on the screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Visit(column) => column.label(),
            Self::Actor(column) => column.label(),
            Self::Statement(column) => column.label(),
            Self::Source(column) => column.label(),
        }
    }

    /// Whether it has words: a picture has none.
    #[must_use]
    pub fn has_words(self) -> bool {
        self != Self::Actor(ActorColumn::Activity)
    }

    /// What is changed in its cells.
    #[must_use]
    pub fn cell(self) -> CellField {
        match self {
            Self::Visit(column) => visit_cell(column),
            Self::Actor(column) => actor_cell(column),
            Self::Statement(column) => statement_cell(column),
            Self::Source(column) => source_cell(column),
        }
    }
}

fn visit_cell(column: VisitColumn) -> CellField {
    use CellField::{Derived, Field};
    match column {
        VisitColumn::Date => Field("when"),
        VisitColumn::Visitors => Field("visitors"),
        VisitColumn::Direction => {
            Derived("The direction follows from who travels, From and To; change those in the form")
        }
        VisitColumn::Place => Field("place"),
        VisitColumn::Channels => Field("channels"),
        VisitColumn::Level => Field("level"),
        VisitColumn::Status => Field("status"),
        VisitColumn::Met => Field("met"),
        VisitColumn::Sources => Field("cites"),
        VisitColumn::Disputed => Derived("What is disputed follows from the conflicts about the visit; change those"),
    }
}

fn actor_cell(column: ActorColumn) -> CellField {
    use CellField::{Derived, Field};
    match column {
        ActorColumn::Name => Field("name"),
        ActorColumn::OwnName => {
            Derived("The name in its own script is one of the other names; change those in the form")
        }
        ActorColumn::Kind => Field("kind"),
        ActorColumn::Role => {
            Derived("Roles are records of their own, and so is what an actor is part of; see the form")
        }
        ActorColumn::Visits => Derived("The visits are counted; change a visit in its own tab"),
        ActorColumn::Statements => Derived("The statements are counted; change a statement in its own tab"),
        ActorColumn::Activity => Derived("The activity follows from visits and statements; change those in their tabs"),
    }
}

fn statement_cell(column: StatementColumn) -> CellField {
    use CellField::{Derived, Field};
    match column {
        StatementColumn::Date => Field("said_on"),
        StatementColumn::Speaker => Field("speaker"),
        StatementColumn::Role => Derived("The role is that of the speaker at the time; change the speaker's roles"),
        StatementColumn::Directness => {
            Derived("The directness follows from the words; put what was said between “ and ”")
        }
        StatementColumn::Cue => Field("cue"),
        StatementColumn::Words => Field("content"),
        StatementColumn::Medium => Field("medium"),
        StatementColumn::Via => Field("via"),
        StatementColumn::Source => Field("cites"),
    }
}

fn source_cell(column: SourceColumn) -> CellField {
    use CellField::{Derived, Field};
    match column {
        SourceColumn::Publisher => Field("publisher"),
        SourceColumn::Title => Field("title"),
        SourceColumn::Kind => Field("kind"),
        SourceColumn::Published => Field("published"),
        SourceColumn::Author => Field("author"),
        SourceColumn::Reliability => Field("reliability"),
        SourceColumn::Seen => Field("held"),
        SourceColumn::Address => Field("url"),
        SourceColumn::Cited => Derived("The citing records are counted; change the cites of those"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::fields::fields_of;
    use std::collections::BTreeSet;

    #[test]
    fn every_column_changes_a_field_of_its_kind_or_says_why_not() {
        for kind in [RecordKind::Visit, RecordKind::Actor, RecordKind::Statement, RecordKind::Source] {
            let columns = RowColumn::of(kind);
            let labels: BTreeSet<&str> = columns.iter().map(|column| column.label()).collect();
            assert_eq!(labels.len(), columns.len(), "{kind:?}: columns are told apart by their labels");
            for column in columns {
                match column.cell() {
                    CellField::Field(name) => {
                        assert!(fields_of(kind).iter().any(|field| field.name == name), "{column:?}");
                    }
                    CellField::Derived(why) => assert!(why.len() > 20 && !why.ends_with('.'), "{column:?}"),
                }
            }
        }
    }
}
