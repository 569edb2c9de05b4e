//! The order of the rows by any column.

use std::collections::HashSet;

use crate::index::{Reader, fold};
use crate::model::Key;

use super::{VisitColumn, VisitWords};

/// The visits among `shown` in the order of a column, rows that say nothing there last, equal ones by date; without a
/// column as they are given, which is the order of the file.
///
/// By date the order is that of the index: start earliest, start latest, end latest, finer precision, id.
#[must_use]
pub fn sorted_visits(reader: Reader<'_>, shown: &[Key], column: Option<VisitColumn>, descending: bool) -> Vec<Key> {
    let Some(column) = column else { return shown.to_vec() };
    let mut keys = by_date(&reader, shown);
    match column {
        VisitColumn::Date if descending => keys.reverse(),
        VisitColumn::Date => {}
        _ => by_words(reader, &mut keys, column, descending),
    }
    keys
}

fn by_date(reader: &Reader, shown: &[Key]) -> Vec<Key> {
    let all = reader.index.visits_by_date();
    if shown.len() == all.len() {
        return all.to_vec();
    }
    let shown: HashSet<Key> = shown.iter().copied().collect();
    all.iter().copied().filter(|key| shown.contains(key)).collect()
}

/// The sort is stable, so rows with the same words stay in the order of their dates.
fn by_words(reader: Reader<'_>, keys: &mut Vec<Key>, column: VisitColumn, descending: bool) {
    let mut words = VisitWords::new(reader);
    let mut rows: Vec<(Rank, Key)> =
        keys.iter().filter_map(|key| Some((rank(&mut words, *key, &*reader.visit_at(*key)?, column), *key))).collect();
    rows.sort_by(|(a, _), (b, _)| {
        let order = a.words.cmp(&b.words).then(a.place.cmp(&b.place));
        a.is_empty.cmp(&b.is_empty).then(if descending { order.reverse() } else { order })
    });
    *keys = rows.into_iter().map(|(_, key)| key).collect();
}

struct Rank {
    is_empty: bool,
    /// Where a column has an order of its own, such as that of the levels.
    place: usize,
    words: String,
}

fn rank(words: &mut VisitWords<'_>, key: Key, visit: &crate::model::Visit, column: VisitColumn) -> Rank {
    match column {
        VisitColumn::Level => {
            let place = visit.level.map_or(0, |level| level as usize);
            Rank { is_empty: visit.level.is_none(), place, words: String::new() }
        }
        VisitColumn::Status => {
            Rank { is_empty: false, place: visit.status_or_default() as usize, words: String::new() }
        }
        _ => {
            let text = fold(&words.cell(key, visit, column));
            Rank { is_empty: text.is_empty(), place: 0, words: text }
        }
    }
}
