//! A column of dates that can be read in two ways: asked once, with what its other cells prove.

use crate::model::Day;
use crate::phrase::{self, Answer, Reading};

use super::read_dates::ReadDates;

/// How a date of two numbers that may both be months is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// It does not fit.
    #[default]
    Ask,
    /// The day stands first.
    DayFirst,
    /// The month stands first.
    MonthFirst,
}

/// How two dates with a dash between them are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateSpan {
    /// They do not fit.
    #[default]
    Ask,
    /// It lasted from the one to the other.
    Lasted,
    /// Some day between them.
    SomeDay,
}

/// What a person said of the dates of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateAnswers {
    /// Which number stands first; as the column proves where nothing is said.
    pub order: Option<DateOrder>,
    /// What a dash means.
    pub span: DateSpan,
}

/// The dates of a column: what is doubtful about them, and how they are read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnDates {
    /// A cell that may have the day or the month first.
    pub doubtful_order: Option<String>,
    /// A cell that may have lasted, or lie between.
    pub doubtful_span: Option<String>,
    /// Which order its other cells prove; `Ask` where none does, or they contradict each other.
    pub proven: DateOrder,
    /// The order in which they are read.
    pub order: DateOrder,
    /// What a dash is read as.
    pub span: DateSpan,
}

impl ColumnDates {
    /// Looks through the cells of a column.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>, answers: DateAnswers, read: &ReadDates) -> Self {
        let mut found = Self { span: answers.span, ..Self::default() };
        let (mut day_first, mut month_first) = (false, false);
        for cell in cells {
            match &*read.read(cell) {
                Answer::One(reading) => {
                    day_first |= reading.is_because(phrase::DAY_FIRST);
                    month_first |= reading.is_because(phrase::MONTH_FIRST);
                }
                Answer::Ask(readings) => {
                    let has = |why: &str| readings.iter().any(|reading| reading.is_because(why));
                    if has(phrase::DAY_FIRST) && has(phrase::MONTH_FIRST) {
                        found.doubtful_order.get_or_insert_with(|| cell.to_owned());
                    }
                    if has(phrase::LASTED) {
                        found.doubtful_span.get_or_insert_with(|| cell.to_owned());
                    }
                }
                Answer::Empty | Answer::Clash { .. } | Answer::Unread { .. } => {}
            }
        }
        found.proven = match (day_first, month_first) {
            (true, false) => DateOrder::DayFirst,
            (false, true) => DateOrder::MonthFirst,
            _ => DateOrder::Ask,
        };
        found.order = answers.order.unwrap_or(found.proven);
        found
    }

    /// Whether a reading agrees with how the column is read.
    fn allows(&self, reading: &Reading) -> bool {
        let is_other_order = match self.order {
            DateOrder::Ask => false,
            DateOrder::DayFirst => reading.is_because(phrase::MONTH_FIRST),
            DateOrder::MonthFirst => reading.is_because(phrase::DAY_FIRST),
        };
        let is_other_span = match self.span {
            DateSpan::Ask => false,
            DateSpan::Lasted => reading.is_because(phrase::SOME_DAY) || reading.is_because(phrase::EITHER),
            DateSpan::SomeDay => reading.is_because(phrase::LASTED),
        };
        !is_other_order && !is_other_span
    }

    /// The one reading of a cell, or why there is none.
    pub(super) fn read(&self, text: &str, read: &ReadDates) -> Result<Option<Reading>, String> {
        match &*read.read(text) {
            Answer::Empty => Ok(None),
            Answer::One(reading) if self.allows(reading) => Ok(Some(reading.clone())),
            Answer::One(reading) => {
                let (here, there) = match self.order {
                    DateOrder::DayFirst => ("month", "day"),
                    _ => ("day", "month"),
                };
                Err(format!("The {here} stands first in it ({}), but the {there} in its column", reading.words))
            }
            Answer::Clash { message, .. } => Err(message.clone()),
            Answer::Unread { message, hint } => Err(match day_of_spreadsheet(text) {
                Some(day) => format!(
                    "It may be the number that a spreadsheet keeps for {}; show the column as dates there, or write the date",
                    phrase::in_words(&day.to_string())
                ),
                None => format!("{message}. {hint}"),
            }),
            Answer::Ask(readings) => {
                let mut left = readings.iter().filter(|reading| self.allows(reading));
                match (left.next(), left.next()) {
                    (Some(reading), None) if readings.len() > 1 => Ok(Some(reading.clone())),
                    _ => {
                        let labels: Vec<String> = readings.iter().map(Reading::label).collect();
                        Err(format!("It can mean {}", labels.join(" or ")))
                    }
                }
            }
        }
    }
}

/// The number of 1 January 1970 in spreadsheets, which count the days from the end of 1899.
const EPOCH_IN_SPREADSHEETS: i32 = 25_569;
/// The days of 1950 to 2099: another number is likely a number.
const LIKELY_DAYS: std::ops::RangeInclusive<i32> = 18_264..=73_050;

/// The day whose number a cell may hold, where it lost the format that shows it as a date.
fn day_of_spreadsheet(text: &str) -> Option<Day> {
    let number = text.parse::<i32>().ok().filter(|number| LIKELY_DAYS.contains(number))?;
    Some(Day(number - EPOCH_IN_SPREADSHEETS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_day_is_told_and_not_taken() {
        let said = |text: &str| ColumnDates::default().read(text, &ReadDates::default()).unwrap_err();
        // As LibreOffice has them.
        assert!(said("44300").contains("14 April 2021"), "{}", said("44300"));
        assert!(said("36526").contains("1 January 2000"));
        assert!(!said("99999").contains("spreadsheet"));
    }
}
