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

/// What is asked for in words that mean nothing is refused before a file is touched.
pub(super) fn refuse_nonsense(asked: &ImportArguments) -> Result<(), String> {
    let kind = asked.kind.map_or(RecordKind::Visit, ImportedKind::record_kind);
    for (flag, written) in
        asked.maps.iter().map(|map| ("--map", map)).chain(asked.sets.iter().map(|set| ("--set", set)))
    {
        let (field, _) = parts(flag, written)?;
        if !fields_of(kind).iter().any(|known| known.name == field) {
            let names: Vec<&str> = fields_of(kind).iter().map(|known| known.name).collect();
            return Err(format!(
                "{flag} {written}: a {} has no field `{field}`; it has {}",
                kind.noun(),
                names.join(", ")
            ));
        }
    }
    for written in &asked.splits {
        mark(written)?;
    }
    delimiter(asked).map(drop)
}

/// What parts the cells, where somebody says so.
pub(super) fn delimiter(asked: &ImportArguments) -> Result<Option<Delimiter>, String> {
    let delimiter = |written: &str| {
        let found = Delimiter::from_written(written);
        found.ok_or_else(|| format!("--delimiter {written}: cells are parted by one of ',' ';' '|' and tab"))
    };
    asked.delimiter.as_deref().map(delimiter).transpose()
}

fn mark(written: &str) -> Result<Mark, String> {
    Mark::from_written(written)
        .ok_or_else(|| format!("--split {written}: names are parted at one of ';' ',' '/' '&' and newline"))
}

fn parts<'a>(flag: &str, written: &'a str) -> Result<(&'a str, &'a str), String> {
    let parts = written.split_once('=').map(|(field, rest)| (field.trim(), rest.trim()));
    parts.ok_or_else(|| format!("{flag} {written}: write it as FIELD=…, such as {flag} place=City"))
}

/// Puts what is asked for to the rows.
pub(super) fn put(asked: &ImportArguments, rows: &mut Pasted) -> Result<(), String> {
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
fn map(rows: &mut Pasted, written: &str, field: &str, columns: &str) -> Result<Vec<usize>, String> {
    let target =
        Target::of_field(rows.kind, field).ok_or_else(|| format!("--map {written}: no column gives `{field}`"))?;
    // A head may have a slash of its own.
    let names: Vec<&str> = match rows.column(columns) {
        Some(_) => vec![columns],
        None => columns.split('/').map(str::trim).collect(),
    };
    let mut places = Vec::new();
    for name in &names {
        let place = rows.column(name).ok_or_else(|| {
            let heads: Vec<String> = (0..rows.targets.len()).map(|column| rows.column_name(column)).collect();
            format!("--map {written}: there is no column “{name}”; there are {}", heads.join(", "))
        })?;
        places.push(place);
    }
    let (first, second) = match places.as_slice() {
        [first] => (*first, None),
        [first, second] => (*first, Some(*second)),
        _ => return Err(format!("--map {written}: a field has one column, or two")),
    };
    set(rows, first, target);
    if let Some(second) = second {
        let until =
            Target::all(rows.kind).into_iter().find(|other| matches!(other, Target::Until(of) if of.name == field));
        match until {
            Some(until) => set(rows, second, until),
            None => {
                rows.join_columns(first, second);
                set(rows, second, Target::Nothing);
            }
        }
    }
    Ok(places)
}

fn set(rows: &mut Pasted, column: usize, target: Target) {
    if let Some(place) = rows.targets.get_mut(column) {
        *place = target;
    }
}
