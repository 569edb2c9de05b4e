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
    /// Room for the values among them.
    values: Fields,
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
    pub(super) fn record(&mut self, kind: RecordKind) -> Result<AnyRecord, ValueError> {
        self.values.clear();
        for (name, said) in &mut self.fields {
            if let Said::Value(_) = said
                && let Said::Value(node) = std::mem::replace(said, Said::Nothing)
            {
                self.values.push(((*name).into(), node));
            }
        }
        let read = AnyRecord::from_fields(kind, &self.values);
        // Only the text of what does not fit tells what is wrong.
        let mut record = read.map_or_else(|| record_of(kind, std::mem::take(&mut self.values)), Ok)?;
        for (name, said) in &self.fields {
            if let Said::AsIn(other) = said {
                record.take_field_of(other, name);
            }
        }
        Ok(record)
    }

    /// Says nothing any more; the room for a row is kept for the next.
    pub(super) fn clear(&mut self) {
        self.fields.clear();
        self.values.clear();
    }
}
