//! What the cells of a row say, field by field, and the record that it makes.

use crate::edit::{Fields, ValueError, record_of};
use crate::model::{AnyRecord, Node, RecordKind};

/// What a cell says of a field.
#[derive(Debug, Clone)]
pub(super) enum Said {
    /// That it is empty.
    Nothing,
    /// A value.
    Value(Node),
    /// The value that this record has there, which was read before.
    AsIn(AnyRecord),
}

impl Said {
    /// A value, read once for many rows.
    ///
    /// # Errors
    /// Where it does not fit the field.
    pub(super) fn read(kind: RecordKind, name: &'static str, value: Option<Node>) -> Result<Self, ValueError> {
        let Some(value) = value else { return Ok(Self::Nothing) };
        record_of(kind, vec![(name.into(), value)]).map(Self::AsIn)
    }

    fn node(&self, name: &str) -> Option<Node> {
        match self {
            Self::Nothing => None,
            Self::Value(node) => Some(node.clone()),
            Self::AsIn(record) => record.field_node(name),
        }
    }
}

/// What a row says, field by field; of a field that two cells tell the later one is taken.
#[derive(Debug, Default)]
pub(super) struct RowFields {
    fields: Vec<(&'static str, Said)>,
}

impl RowFields {
    /// Says something of a field.
    pub(super) fn say(&mut self, name: &'static str, said: Said) {
        self.fields.retain(|(other, _)| *other != name);
        if !matches!(said, Said::Nothing) {
            self.fields.push((name, said));
        }
    }

    /// What is said of a field so far.
    pub(super) fn said(&self, name: &str) -> Option<Node> {
        self.fields.iter().find(|(other, _)| *other == name)?.1.node(name)
    }

    /// The record that says all of this and nothing else.
    ///
    /// # Errors
    /// Where a value does not fit its field.
    pub(super) fn record(self, kind: RecordKind) -> Result<AnyRecord, ValueError> {
        let mut values = Fields::new();
        let mut read = Vec::with_capacity(self.fields.len());
        for (name, said) in self.fields {
            match said {
                Said::Nothing => {}
                Said::Value(node) => values.push((name.into(), node)),
                Said::AsIn(record) => read.push((name, record)),
            }
        }
        let mut record = record_of(kind, values)?;
        for (name, other) in read {
            record.take_field_of(&other, name);
        }
        Ok(record)
    }
}
