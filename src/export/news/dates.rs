//! Which way a date moved, and the doubt about it.

use crate::model::When;

/// How a date changed its doubt: empty where it is as sure as before.
pub(super) fn doubt_words(old: &When, new: &When) -> &'static str {
    let days = |when: &When| {
        let bounds = when.bounds();
        match (bounds.start_earliest, bounds.start_latest) {
            (Some(first), Some(last)) => first.days_until(last),
            _ => i64::MAX,
        }
    };
    let (before, after) = (days(old), days(new));
    let (was_doubted, is_doubted) = (old.bounds().start_qualified, new.bounds().start_qualified);
    match (after.cmp(&before), was_doubted, is_doubted) {
        (std::cmp::Ordering::Less, _, _) => ", which is more precise",
        (std::cmp::Ordering::Greater, _, _) => ", which is less precise",
        (_, true, false) => ", no longer in doubt",
        (_, false, true) => ", now in doubt",
        _ => "",
    }
}
