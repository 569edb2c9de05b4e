//! What a person said of the columns of a file, kept for the next file with the same heads.

use serde::{Deserialize, Serialize};

use super::dates::{DateAnswers, DateOrder, DateSpan};
use super::heads::plain_word;
use super::marks::Mark;
use super::pasted::Pasted;
use super::target::{Target, once_each};
use crate::model::RecordKind;

/// What is said of a column, by its head.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MappedColumn {
    /// The words over it.
    pub head: String,
    /// What it becomes, by names of the file: `visitors+lead`; empty where it is not taken.
    pub target: String,
    /// Whether the day stands before the month in its dates; unset where nobody said.
    pub day_first: Option<bool>,
    /// Whether two dates with a dash between them lasted, or lie somewhere between; unset where nobody said.
    pub lasted: Option<bool>,
    /// The marks at which its names are parted, as they are written in the shell.
    pub split_at: Vec<String>,
}

/// What is said of the columns of files with certain heads.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// The list that the rows go into, by its name in the file.
    pub list: String,
    /// What is said of each column.
    pub columns: Vec<MappedColumn>,
    /// What every row has beside its cells: the names of fields, and what a cell would say.
    pub constants: Vec<(String, String)>,
}

impl Mapping {
    /// What is said of the columns of rows; `None` where nothing names them.
    #[must_use]
    pub fn of(rows: &Pasted) -> Option<Self> {
        let column = |(place, head): (usize, &String)| {
            let dates = rows.dates.get(place).copied().unwrap_or_default();
            MappedColumn {
                head: head.clone(),
                target: rows.targets.get(place).copied().unwrap_or(Target::Nothing).written(),
                day_first: match dates.order {
                    Some(DateOrder::DayFirst) => Some(true),
                    Some(DateOrder::MonthFirst) => Some(false),
                    Some(DateOrder::Ask) | None => None,
                },
                lasted: match dates.span {
                    DateSpan::Lasted => Some(true),
                    DateSpan::SomeDay => Some(false),
                    DateSpan::Ask => None,
                },
                split_at: rows.splits.get(place).into_iter().flatten().map(|mark| mark.written().to_owned()).collect(),
            }
        };
        let heads = rows.heads.as_ref()?;
        let columns = heads.iter().enumerate().map(column).collect();
        Some(Self { list: rows.kind.list_name().to_owned(), columns, constants: rows.constants.clone() })
    }

    /// The kind of record that each row becomes.
    #[must_use]
    pub fn kind(&self) -> Option<RecordKind> {
        RecordKind::from_list_name(&self.list)
    }

    /// Whether it is about files with these heads, in any order.
    #[must_use]
    pub fn is_for(&self, heads: &[String]) -> bool {
        let set = |heads: &mut dyn Iterator<Item = &String>| {
            let mut words: Vec<String> = heads.map(|head| plain_word(head)).collect();
            words.sort_unstable();
            words
        };
        set(&mut self.columns.iter().map(|column| &column.head)) == set(&mut heads.iter())
    }

    /// Says of the columns of rows what was said of those of the same heads before.
    pub fn apply_to(&self, rows: &mut Pasted) {
        let Some(heads) = rows.heads.clone().filter(|_| self.kind() == Some(rows.kind)) else { return };
        let mut left: Vec<&MappedColumn> = self.columns.iter().collect();
        for (place, head) in heads.iter().enumerate() {
            let wanted = plain_word(head);
            let Some(at) = left.iter().position(|column| plain_word(&column.head) == wanted) else { continue };
            let column = left.remove(at);
            if let Some(target) = rows.targets.get_mut(place) {
                *target = Target::from_written(rows.kind, &column.target).unwrap_or(Target::Nothing);
            }
            if let Some(dates) = rows.dates.get_mut(place) {
                let order = |day: bool| if day { DateOrder::DayFirst } else { DateOrder::MonthFirst };
                let span = |lasted: bool| if lasted { DateSpan::Lasted } else { DateSpan::SomeDay };
                *dates = DateAnswers {
                    order: column.day_first.map(order),
                    span: column.lasted.map(span).unwrap_or_default(),
                };
            }
            if let Some(splits) = rows.splits.get_mut(place) {
                *splits = column.split_at.iter().filter_map(|mark| Mark::from_written(mark)).collect();
            }
        }
        once_each(&mut rows.targets);
        rows.constants.clone_from(&self.constants);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::{TableOptions, read_text};
    use crate::present::RowColumn;

    fn rows(text: &str) -> Pasted {
        let table = read_text(text, &TableOptions::default()).unwrap().table;
        let mut rows = Pasted::from_table(RecordKind::Visit, table, &RowColumn::of(RecordKind::Visit));
        rows.name_columns();
        rows
    }

    #[test]
    fn what_was_said_of_columns_is_said_again_whatever_their_order() {
        let mut first = rows("Gast;Nach;Am;Bis;Rest\nAda, Bo;CH;1.2.2024;3.2.2024;x\n");
        for (place, field) in [(0, "visitors"), (1, "to"), (2, "when")] {
            first.targets[place] = Target::of_field(RecordKind::Visit, field).unwrap();
        }
        first.targets[3] = Target::from_written(RecordKind::Visit, "when..").unwrap();
        first.dates[2] = DateAnswers { order: Some(DateOrder::DayFirst), span: DateSpan::Lasted };
        first.splits[0] = vec![Mark::Comma, Mark::And];
        first.constants = vec![("to".to_owned(), "US".to_owned())];
        let mapping = Mapping::of(&first).unwrap();
        let kept: Mapping = ron::from_str(&ron::to_string(&mapping).unwrap()).unwrap();
        let mut second = rows("rest;am;BIS;gast;nach\nx;4.5.2024;6.5.2024;Ada;CH\n");
        assert!(kept.is_for(second.heads.as_ref().unwrap()));
        kept.apply_to(&mut second);
        let labels: Vec<&str> = second.targets.iter().map(|target| target.label()).collect();
        assert_eq!(labels, ["Not taken", "Date", "Last day", "Visitors", "To"]);
        assert_eq!(second.dates[1], first.dates[2]);
        assert_eq!(second.splits[3], first.splits[0]);
        assert_eq!(second.constants, first.constants);
        assert!(!kept.is_for(&["am".to_owned(), "gast".to_owned()]));
    }

    #[test]
    fn every_target_has_a_name_of_its_own() {
        for kind in [RecordKind::Visit, RecordKind::Actor, RecordKind::Statement, RecordKind::Source] {
            for target in Target::all(kind) {
                assert_eq!(Target::from_written(kind, &target.written()), Some(target), "{target:?}");
            }
        }
    }
}
