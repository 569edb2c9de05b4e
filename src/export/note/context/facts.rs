//! What holds between actors, and where sources disagree.

use serde::Serialize;

use super::build::Build;
use crate::export::words::{
    caveats, listed, marked, one_line, sentence, side_source, side_value, side_words_of_source,
};
use crate::model::{AnyRecord, Conflict, Relation, Side, When, capitalised};

/// A relation.
#[derive(Debug, Clone, Serialize)]
pub(super) struct RelationWords {
    id: String,
    kind: String,
    between: String,
    scope: String,
    held: String,
    said: String,
    replaces: String,
    asserted_by: String,
    note: String,
    marks: String,
}

/// A conflict.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ConflictWords {
    id: String,
    about: String,
    field: String,
    is_open: bool,
    pub(super) sides: Vec<SideWords>,
    pub(super) reason: String,
    note: String,
}

/// What one side of a conflict says.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SideWords {
    value: String,
    source: String,
    pub(super) words: String,
    marks: String,
}

impl Build<'_> {
    pub(super) fn relations(&mut self) -> Vec<RelationWords> {
        let relations = self.kept(&self.reader.briefing.relations);
        self.through(relations).map(|relation| self.relation(&relation)).collect()
    }

    pub(super) fn relation(&mut self, relation: &Relation) -> RelationWords {
        let names: Vec<String> = relation.between.iter().map(|id| self.name(id)).collect();
        let between = match names.split_first() {
            Some((first, others)) if relation.directed == Some(true) && !others.is_empty() => {
                format!("{first} → {}", listed(others))
            }
            _ => listed(&names),
        };
        let kind = relation.kind.as_ref().map(|kind| one_line(kind.label())).filter(|kind| !kind.is_empty());
        let asserted = relation.asserted_by.as_ref().and_then(|id| self.reader.statement(id));
        RelationWords {
            id: one_line(relation.id.as_str()),
            kind: kind.map_or_else(|| "Relation".to_owned(), |kind| marked(relation, "kind", kind)),
            between,
            scope: marked(relation, "scope", sentence(&relation.scope)),
            held: relation
                .valid
                .as_ref()
                .map(|when| marked(relation, "valid", self.date(Some(when))))
                .unwrap_or_default(),
            said: relation.valid.as_ref().map(|when| one_line(when.said())).unwrap_or_default(),
            replaces: relation
                .replaces
                .as_ref()
                .map(|id| marked(relation, "replaces", self.name(id)))
                .unwrap_or_default(),
            asserted_by: asserted.map(|statement| self.name(&statement.speaker)).unwrap_or_default(),
            note: caveats(relation, &["kind", "scope", "valid", "replaces"]),
            marks: self.marks(&relation.cites),
        }
    }

    pub(super) fn conflicts(&mut self) -> Vec<ConflictWords> {
        let conflicts = self.kept(&self.reader.briefing.conflicts);
        self.through(conflicts).map(|conflict| self.conflict(&conflict)).collect()
    }

    pub(super) fn conflict(&mut self, conflict: &Conflict) -> ConflictWords {
        let record = self.reader.by_id(&conflict.about).map(|(_, record)| record);
        let dates = record.as_ref().map(AnyRecord::dates).unwrap_or_default();
        let about_date = dates.iter().find(|(name, _)| *name == conflict.field).map(|(_, when)| (*when).clone());
        let about = match &record {
            Some(AnyRecord::Statement(statement)) => format!("statement of {}", self.name(&statement.speaker)),
            Some(other) => one_line(&self.reader.title(other)),
            None => "a record that is not here".to_owned(),
        };
        ConflictWords {
            id: one_line(conflict.id.as_str()),
            about: capitalised(&about),
            field: match conflict.field.as_str() {
                "when" | "said_on" | "published" | "valid" => "date".to_owned(),
                "announced" => "date of the announcement".to_owned(),
                other => one_line(other),
            },
            is_open: conflict.is_open(),
            sides: conflict.sides.iter().map(|side| self.side(side, about_date.as_ref())).collect(),
            reason: marked(conflict, "reason", sentence(&conflict.reason)),
            note: caveats(conflict, &["reason"]),
        }
    }

    fn side(&mut self, side: &Side, about: Option<&When>) -> SideWords {
        SideWords {
            value: side_value(&self.reader, side, about),
            source: side_source(&self.reader, side),
            words: side_words_of_source(&self.reader, side),
            marks: side.cite.as_ref().map(|cite| self.marks(std::slice::from_ref(cite))).unwrap_or_default(),
        }
    }
}
