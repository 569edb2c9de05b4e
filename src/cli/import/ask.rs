//! What a person says of rows on the command line, put to them.

use super::arguments::{ImportArguments, ImportedKind, ImportedOrder, ImportedSpan};
use crate::edit::fields::fields_of;
use crate::import::table::Delimiter;
use crate::import::{DateOrder, DateSpan, Mark, Pasted, Target};
use crate::model::RecordKind;

impl ImportedKind {
    pub(super) const fn record_kind(self) -> RecordKind {
        match self {
            Self::Visits => RecordKind::Visit,
            Self::Actors => RecordKind::Actor,
            Self::Statements => RecordKind::Statement,
            Self::Sources => RecordKind::Source,
        }
    }
}

/// Why what is asked for cannot be done, each with the flag as it was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum AskedError {
    /// The flag wants a field and what it is.
    #[error("{flag} {written}: write it as FIELD=…, such as {flag} place=City")]
    NotParted {
        /// `--map` or `--set`.
        flag: &'static str,
        /// What stands behind it.
        written: String,
    },
    /// Records of the kind have no such field.
    #[error("{flag} {written}: a {} has no field `{field}`; it has {}", .kind.noun(), field_names(*.kind))]
    NoField {
        /// `--map` or `--set`.
        flag: &'static str,
        /// What stands behind it.
        written: String,
        /// What the rows become.
        kind: RecordKind,
        /// The field that was named.
        field: String,
    },
    /// No column can give the field.
    #[error("--map {written}: no column gives `{field}`")]
    NoTarget {
        /// What stands behind the flag.
        written: String,
        /// The field that was named.
        field: String,
    },
    /// The file has no such column.
    #[error("--map {written}: there is no column “{column}”; there are {there}")]
    NoColumn {
        /// What stands behind the flag.
        written: String,
        /// The column that was named.
        column: String,
        /// The names of those that are there.
        there: String,
    },
    /// More columns were named than a field can have.
    #[error("--map {0}: a field has one column, or two")]
    TooManyColumns(String),
    /// Names are not parted at this.
    #[error("--split {0}: names are parted at one of ';' ',' '/' '&' and newline")]
    NoMark(String),
    /// Cells are not parted by this.
    #[error("--delimiter {0}: cells are parted by one of ',' ';' '|' and tab")]
    NoDelimiter(String),
}

fn field_names(kind: RecordKind) -> String {
    fields_of(kind).iter().map(|known| known.name).collect::<Vec<_>>().join(", ")
}

/// What is asked for in words that mean nothing is refused before a file is touched.
pub(super) fn refuse_nonsense(asked: &ImportArguments) -> Result<(), AskedError> {
    let kind = asked.kind.map_or(RecordKind::Visit, ImportedKind::record_kind);
    for (flag, written) in
        asked.maps.iter().map(|map| ("--map", map)).chain(asked.sets.iter().map(|set| ("--set", set)))
    {
        let (field, _) = parts(flag, written)?;
        if !fields_of(kind).iter().any(|known| known.name == field) {
            let (written, field) = (written.clone(), field.to_owned());
            return Err(AskedError::NoField { flag, written, kind, field });
        }
    }
    for written in &asked.splits {
        mark(written)?;
    }
    delimiter(asked).map(drop)
}

/// What parts the cells, where somebody says so.
pub(super) fn delimiter(asked: &ImportArguments) -> Result<Option<Delimiter>, AskedError> {
    let delimiter =
        |written: &str| Delimiter::from_written(written).ok_or_else(|| AskedError::NoDelimiter(written.to_owned()));
    asked.delimiter.as_deref().map(delimiter).transpose()
}

fn mark(written: &str) -> Result<Mark, AskedError> {
    Mark::from_written(written).ok_or_else(|| AskedError::NoMark(written.to_owned()))
}

fn parts<'a>(flag: &'static str, written: &'a str) -> Result<(&'a str, &'a str), AskedError> {
    let parts = written.split_once('=').map(|(field, rest)| (field.trim(), rest.trim()));
    parts.ok_or_else(|| AskedError::NotParted { flag, written: written.to_owned() })
}

/// Puts what is asked for to the rows.
pub(super) fn put(asked: &ImportArguments, rows: &mut Pasted) -> Result<(), AskedError> {
    if !asked.no_heads {
        rows.name_columns();
    }
    let mut mapped = Vec::new();
    for written in &asked.maps {
        let (field, columns) = parts("--map", written)?;
        mapped.extend(map(rows, written, field, columns)?);
    }
    // A column that nobody mapped leaves a field that somebody did.
    let taken: Vec<Target> = mapped.iter().filter_map(|column| rows.targets.get(*column).copied()).collect();
    for (column, target) in rows.targets.iter_mut().enumerate() {
        let is_set = asked.sets.iter().any(|set| sets_field(set, *target));
        if !mapped.contains(&column) && (taken.contains(target) || is_set) {
            *target = Target::Nothing;
        }
    }
    for written in &asked.sets {
        let (field, value) = parts("--set", written)?;
        rows.constants.push((field.to_owned(), value.to_owned()));
    }
    let splits: Vec<Mark> = asked.splits.iter().map(|written| mark(written)).collect::<Result<_, _>>()?;
    rows.splits.iter_mut().for_each(|answer| answer.clone_from(&splits));
    for answers in &mut rows.dates {
        answers.order = asked.dates.map(|order| match order {
            ImportedOrder::DayFirst => DateOrder::DayFirst,
            ImportedOrder::MonthFirst => DateOrder::MonthFirst,
        });
        answers.span = match asked.spans {
            None => DateSpan::Ask,
            Some(ImportedSpan::Lasted) => DateSpan::Lasted,
            Some(ImportedSpan::SomeDay) => DateSpan::SomeDay,
        };
    }
    Ok(())
}

fn sets_field(set: &str, target: Target) -> bool {
    let field = set.split('=').next().unwrap_or_default().trim();
    target.fields().contains(&field)
}

/// Gives a field its column, or its two; the columns that were given one.
fn map(rows: &mut Pasted, written: &str, field: &str, columns: &str) -> Result<Vec<usize>, AskedError> {
    let no_target = || AskedError::NoTarget { written: written.to_owned(), field: field.to_owned() };
    let target = Target::of_field(rows.kind, field).ok_or_else(no_target)?;
    // A head may have a slash of its own.
    let names: Vec<&str> = match rows.column(columns) {
        Some(_) => vec![columns],
        None => columns.split('/').map(str::trim).collect(),
    };
    let mut places = Vec::new();
    for name in &names {
        let place = rows.column(name).ok_or_else(|| {
            let heads: Vec<String> = (0..rows.targets.len()).map(|column| rows.column_name(column)).collect();
            let (written, column) = (written.to_owned(), (*name).to_owned());
            AskedError::NoColumn { written, column, there: heads.join(", ") }
        })?;
        places.push(place);
    }
    let (first, second) = match places.as_slice() {
        [first] => (*first, None),
        [first, second] => (*first, Some(*second)),
        _ => return Err(AskedError::TooManyColumns(written.to_owned())),
    };
    rows.say_target(first, target);
    if let Some(second) = second {
        let until =
            Target::all(rows.kind).into_iter().find(|other| matches!(other, Target::Until(of) if of.name == field));
        match until {
            Some(until) => rows.say_target(second, until),
            None => {
                rows.join_columns(first, second);
                rows.say_target(second, Target::Nothing);
            }
        }
    }
    Ok(places)
}
