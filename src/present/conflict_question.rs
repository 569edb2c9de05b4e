//! What a conflict asks: which of the values is right.

use super::side_words;
use crate::index::Reader;
use crate::model::{Civil, Conflict, DateBounds, Day, display_day, month_in_full, parse_edtf};

/// `13 or 14 October?` where the sides differ in the day alone; else the values.
#[must_use]
pub(super) fn question(reader: &Reader, conflict: &Conflict) -> String {
    let bounds: Option<Vec<DateBounds>> =
        conflict.sides.iter().map(|side| parse_edtf(&side.value).ok().map(|parsed| parsed.bounds)).collect();
    let starts: Option<Vec<_>> = bounds
        .filter(|bounds| bounds.len() > 1)
        .and_then(|bounds| bounds.iter().map(|b| b.start_earliest.filter(|_| b.starts_on_one_day())).collect());
    if let Some(mut days) = starts {
        days.sort_unstable();
        days.dedup();
        if let Some(question) = day_question(&days) {
            return question;
        }
    }
    let values = side_words(reader, conflict).join(" or ");
    if values.is_empty() { format!("What is {}?", conflict.field) } else { format!("{values}?") }
}

fn day_question(days: &[Day]) -> Option<String> {
    let (first, last) = (days.first()?.civil(), days.last()?.civil());
    if first == last {
        return None;
    }
    let month_of = |civil: Civil| (civil.year, civil.month);
    if month_of(first) != month_of(last) {
        let words: Vec<String> = days.iter().map(|day| display_day(*day)).collect();
        return Some(format!("{}?", words.join(" or ")));
    }
    let month = month_in_full(first.month);
    let numbers: Vec<String> = days.iter().map(|day| day.civil().day.to_string()).collect();
    Some(format!("{} {month}?", numbers.join(" or ")))
}
