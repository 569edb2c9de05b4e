//! A column of lines while they are read: what it becomes, and its cells that were read.
//!
//! A table says the same people, places and days in many rows, so that a cell is read once for all of the same words.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::dates::ColumnDates;
use super::doubtful_names::DoubtfulName;
use super::marks::Mark;
use super::reading::{CellReading, OpenMark};
use super::row_fields::Said;
use super::target::Target;
use crate::edit::fields::{Field, Shape, fields_of};
use crate::model::RecordKind;
use crate::present::{CellField, RowColumn};

/// A cell that was read.
#[derive(Debug)]
pub(super) struct ReadCell {
    pub(super) reading: Arc<CellReading>,
    /// What it says of its record, field by field.
    pub(super) says: Vec<(&'static str, Said)>,
    /// The marks in it at which nobody said whether to split.
    pub(super) open: Vec<Mark>,
    /// The names in it of which it is in doubt whom they mean.
    pub(super) in_doubt: Vec<DoubtfulName>,
    /// Whether it cites what is not there.
    pub(super) cites_unknown: bool,
}

impl ReadCell {
    /// A cell that says nothing of its record.
    pub(super) fn of_nothing(reading: Arc<CellReading>) -> Self {
        Self { reading, says: Vec::new(), open: Vec::new(), in_doubt: Vec::new(), cites_unknown: false }
    }
}

/// The words of a cell, and those of the cell beside it on which it depends who is meant.
pub(super) type CellWords<'a> = (&'a str, &'a str);

/// A column.
pub(super) struct Column<'a> {
    pub(super) target: Target,
    /// The field that it becomes, where it becomes one.
    pub(super) field: Option<&'static Field>,
    /// How its dates are read.
    pub(super) dates: Option<ColumnDates>,
    pub(super) open_marks: Vec<OpenMark>,
    /// Its cells that were read, where reading one is worth remembering.
    pub(super) known: Option<HashMap<CellWords<'a>, Rc<ReadCell>>>,
}

impl Column<'_> {
    pub(super) fn new(kind: RecordKind, target: Target, dates: Option<ColumnDates>) -> Self {
        let named = |name: &str| fields_of(kind).iter().find(|field| field.name == name);
        let field = match target {
            Target::Field(field) => Some(field),
            Target::Column(column) => match column.cell() {
                CellField::Field(name) => named(name),
                CellField::Derived(_) => None,
            },
            Target::Nothing | Target::Id | Target::Until(_) => None,
        };
        let is_remembered = match (target, field) {
            (Target::Column(_), None) => true,
            (_, Some(field)) => is_told_again(field.shape),
            _ => false,
        };
        Self { target, field, dates, open_marks: Vec::new(), known: is_remembered.then(HashMap::new) }
    }

    /// Whether it depends on where the people of a row come from whom its cells mean.
    pub(super) fn is_of_people(&self) -> bool {
        let is_of_people = |field: &Field| {
            matches!(field.shape, Shape::Reference(_) | Shape::References(_) | Shape::Actor(_) | Shape::Actors(_))
        };
        self.field.is_some_and(is_of_people)
    }

    /// Whether it is the column of a table that shows this.
    pub(super) fn shows(&self, column: RowColumn) -> bool {
        self.target == Target::Column(column)
    }

    /// Notes the marks at which nobody said whether to split.
    pub(super) fn note_open_marks(&mut self, marks: &[Mark], words: &str) {
        for mark in marks {
            match self.open_marks.iter_mut().find(|open| open.mark == *mark) {
                Some(open) => open.count += 1,
                None => self.open_marks.push(OpenMark { mark: *mark, example: words.to_owned(), count: 1 }),
            }
        }
    }
}

/// Whether cells of a shape say the same again and again, or take a while to be read.
fn is_told_again(shape: Shape) -> bool {
    !matches!(
        shape,
        Shape::Id
            | Shape::Line
            | Shape::Prose
            | Shape::Number
            | Shape::Lines
            | Shape::OwnFields
            | Shape::Paragraphs
            | Shape::Content
    )
}
