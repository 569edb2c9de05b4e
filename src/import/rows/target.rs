//! What a pasted column becomes.

use super::heads;
use crate::edit::fields::{Field, fields_of};
use crate::model::RecordKind;
use crate::present::{CellField, RowColumn, VisitColumn};

/// What a pasted column becomes.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    /// Nothing.
    Nothing,
    /// The record's name in the file, where it is free.
    Id,
    /// What a column of the table shows.
    Column(RowColumn),
    /// A field.
    Field(&'static Field),
    /// The last day of what the date of this field begins.
    Until(&'static Field),
}

impl PartialEq for Target {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) | (Self::Id, Self::Id) => true,
            (Self::Column(a), Self::Column(b)) => a == b,
            (Self::Field(a), Self::Field(b)) | (Self::Until(a), Self::Until(b)) => a.name == b.name,
            _ => false,
        }
    }
}

impl Target {
    /// What a column of a kind's records may become, in the order of a menu.
    #[must_use]
    pub fn all(kind: RecordKind) -> Vec<Self> {
        let columns: Vec<RowColumn> = RowColumn::of(kind).into_iter().filter(|column| is_taken(*column)).collect();
        let is_shown = |field: &&Field| columns.iter().any(|column| column.cell() == CellField::Field(field.name));
        let fields = fields_of(kind).iter().filter(|field| !is_shown(field) && field.name != "id");
        let until = fields_of(kind).iter().find(|field| field.name == LASTING).map(Self::Until);
        let columns = columns.iter().copied().map(Self::Column);
        [Self::Nothing, Self::Id].into_iter().chain(columns).chain(until).chain(fields.map(Self::Field)).collect()
    }

    /// Its name on the screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Nothing => "Not taken",
            Self::Id => "Id",
            Self::Column(column) => column.label(),
            Self::Field(field) => field.label,
            Self::Until(_) => "Last day",
        }
    }

    /// What sets a field of this name, as the column that shows it where there is one.
    #[must_use]
    pub fn of_field(kind: RecordKind, name: &str) -> Option<Self> {
        if name == "id" {
            return Some(Self::Id);
        }
        let field = fields_of(kind).iter().find(|field| field.name == name)?;
        let shown = RowColumn::of(kind).into_iter().find(|column| column.cell() == CellField::Field(field.name));
        Some(shown.filter(|column| is_taken(*column)).map_or(Self::Field(field), Self::Column))
    }

    /// Its name in kept mappings: the fields that it sets, `when..` for the last day of `when`.
    #[must_use]
    pub fn written(self) -> String {
        match self {
            Self::Id => "id".to_owned(),
            Self::Until(field) => format!("{}..", field.name),
            other => other.fields().join("+"),
        }
    }

    /// What has this name in kept mappings.
    #[must_use]
    pub fn from_written(kind: RecordKind, written: &str) -> Option<Self> {
        Self::all(kind).into_iter().find(|target| target.written() == written)
    }

    /// The fields that it sets.
    #[must_use]
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Nothing | Self::Id | Self::Until(_) => &[],
            Self::Field(field) => std::slice::from_ref(&field.name),
            Self::Column(column) => fields_behind(column),
        }
    }
}

/// The field whose date may have its last day in a column of its own.
const LASTING: &str = "when";

/// The fields that a column shows, so that a copy of them shows the same.
fn fields_behind(column: RowColumn) -> &'static [&'static str] {
    use crate::present::StatementColumn;
    match column {
        RowColumn::Visit(VisitColumn::Visitors) => &["visitors", "lead"],
        RowColumn::Visit(VisitColumn::Direction) => &["from", "to"],
        RowColumn::Visit(VisitColumn::Status) => &["status", "mode"],
        RowColumn::Visit(VisitColumn::Met) => &["met", "hosts"],
        RowColumn::Statement(StatementColumn::Words) => &["content", "no_response"],
        other => match other.cell() {
            CellField::Field(name) => known(name),
            CellField::Derived(_) => &[],
        },
    }
}

/// A name alone, as a list that lives on.
fn known(name: &str) -> &'static [&'static str] {
    let fields = RecordKind::ALL.iter().flat_map(|kind| fields_of(*kind));
    fields.into_iter().find(|field| field.name == name).map_or(&[], |field| std::slice::from_ref(&field.name))
}

/// Whether records can be made of what a column shows.
fn is_taken(column: RowColumn) -> bool {
    column == RowColumn::Visit(VisitColumn::Direction) || matches!(column.cell(), CellField::Field(_))
}

/// The targets that the words of a first line name; `None` where most of them name nothing, so that it is no head.
pub(super) fn by_head(kind: RecordKind, words: &[String]) -> Option<Vec<Target>> {
    let matched: Vec<Option<Target>> = words.iter().map(|word| named(kind, word)).collect();
    let given = words.iter().filter(|word| !word.is_empty()).count();
    let known = matched.iter().flatten().count();
    if known == 0 || known * 2 < given {
        return None;
    }
    let mut targets = matched.into_iter().map(|target| target.unwrap_or(Target::Nothing)).collect();
    once_each(&mut targets);
    Some(targets)
}

/// Leaves the first of two columns of one name.
pub(super) fn once_each(targets: &mut Vec<Target>) {
    let mut kept: Vec<Target> = Vec::with_capacity(targets.len());
    for target in targets.drain(..) {
        let target = if kept.contains(&target) { Target::Nothing } else { target };
        kept.push(target);
    }
    *targets = kept;
}

/// What a word over a column names, in any language.
pub(super) fn named(kind: RecordKind, word: &str) -> Option<Target> {
    let wanted = heads::plain_word(word);
    if wanted.is_empty() {
        return None;
    }
    if wanted == "id" {
        return Some(Target::Id);
    }
    let is_it = |text: &str| heads::plain_word(text) == wanted;
    if let Some(column) = RowColumn::of(kind).into_iter().find(|column| is_it(column.label())) {
        return Some(if is_taken(column) { Target::Column(column) } else { Target::Nothing });
    }
    if let Some(field) = fields_of(kind).iter().find(|field| is_it(field.label) || is_it(field.name)) {
        return Target::of_field(kind, field.name);
    }
    match heads::field_of(kind, &wanted)? {
        heads::LAST_DAY => fields_of(kind).iter().find(|field| field.name == LASTING).map(Target::Until),
        field => Target::of_field(kind, field),
    }
}

/// The columns as the table has them, from left to right.
pub(super) fn by_place(columns: &[RowColumn], width: usize) -> Vec<Target> {
    let target = |place: usize| match columns.get(place) {
        Some(column) if is_taken(*column) => Target::Column(*column),
        _ => Target::Nothing,
    };
    (0..width).map(target).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_first_line_of_labels_or_of_names_is_a_head() {
        let labels = |words: &[String]| {
            let targets = by_head(RecordKind::Visit, words)?;
            Some(targets.into_iter().map(Target::label).collect::<Vec<_>>())
        };
        assert_eq!(
            labels(&words(&["Date", "from -> TO", "invited_by", "x"])).unwrap(),
            ["Date", "From → to", "Invited by", "Not taken"]
        );
        assert_eq!(
            labels(&words(&["Disputed", "id", "Date", "when"])).unwrap(),
            ["Not taken", "Id", "Date", "Not taken"]
        );
        assert_eq!(labels(&words(&["14 Oct 2024", "Li Xiaoxin", "Belgrade", "Date"])), None);
    }

    #[test]
    fn without_a_head_columns_stand_as_in_the_table() {
        let columns = [VisitColumn::Date, VisitColumn::Disputed, VisitColumn::Place].map(RowColumn::Visit);
        let labels: Vec<&str> = by_place(&columns, 4).into_iter().map(Target::label).collect();
        assert_eq!(labels, ["Date", "Not taken", "Place", "Not taken"]);
    }

    #[test]
    fn the_words_of_a_menu_are_told_apart() {
        for kind in [RecordKind::Visit, RecordKind::Actor, RecordKind::Statement, RecordKind::Source] {
            let labels: Vec<&str> = Target::all(kind).into_iter().map(Target::label).collect();
            let different: std::collections::BTreeSet<&&str> = labels.iter().collect();
            assert_eq!(different.len(), labels.len(), "{kind:?}: {labels:?}");
        }
    }
}
