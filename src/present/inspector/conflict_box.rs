//! Sources that disagree, as a box: the question, what each side says, what is known of it.

use super::block::ConflictBox;
use super::{Prose, Target, Tone};
use crate::index::Reader;
use crate::model::{Civil, Conflict, DateBounds, Key, display_day, month_in_full, parse_edtf};
use crate::present::{side_words, visible};

/// A conflict as a box.
#[must_use]
pub fn conflict_box(reader: &Reader, key: Key, conflict: &Conflict) -> ConflictBox {
    let sides = conflict.sides.iter().zip(side_words(reader, conflict)).map(|(side, value)| {
        let target = side.record.as_ref().and_then(|id| reader.index.key_of(id)).map(Target::Record);
        let exact = side.cite.as_ref().map(|cite| cite.long.exact.as_str()).unwrap_or_default();
        let words = if exact.is_empty() {
            Prose::new().link(Tone::Strong, &value, target)
        } else {
            Prose::new().link(Tone::Said, &super::prose::quoted(exact), target)
        };
        let cite = side.cite.as_ref().map(|cite| Prose::new().cite(reader, cite, cite.para().is_some()));
        (words, cite.unwrap_or_default())
    });
    ConflictBox {
        key,
        title: visible(&question(reader, conflict)).into_owned(),
        is_open: conflict.is_open(),
        sides: sides.collect(),
        reason: visible(&conflict.reason).into_owned(),
    }
}

/// `13 or 14 October?` where the sides differ in the day alone; else the values.
#[must_use]
pub(in crate::present) fn question(reader: &Reader, conflict: &Conflict) -> String {
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

fn day_question(days: &[crate::model::Day]) -> Option<String> {
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
