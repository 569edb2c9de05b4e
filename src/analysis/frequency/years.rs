//! A year against the one before.

use crate::analysis::{DatedStart, Searched};
use crate::model::{Day, Key};

/// A year, as far as it is known, against the one before; the undated count in either, so far as they may lie there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearOnYear {
    /// The later of the two years.
    pub year: i32,
    /// The last day that is known of it, where that is not its end.
    pub until: Option<Day>,
    /// Whether it may go on: the cut-off lies in it, or nobody says how far the file goes.
    pub goes_on: bool,
    /// How many visits began in it, at least and at most, if their dates are right.
    pub visits: (usize, usize),
    /// The same of the year before.
    pub visits_before: (usize, usize),
    /// What follows.
    pub outcome: YearOutcome,
}

/// What a year has beside the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearOutcome {
    /// It cannot be compared.
    NotComparable(NotComparable),
    /// It has more, if so many dates in doubt hold; under every reading where none has to.
    More(Option<usize>),
    /// It has fewer, likewise.
    Fewer(Option<usize>),
    /// It has as many, likewise.
    AsMany(Option<usize>),
    /// Which is more depends on the dates.
    Open,
}

/// Why two years cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotComparable {
    /// The year was not searched.
    NotSearched(i32),
    /// It was searched in part.
    SearchedInPart(i32),
    /// Nobody says that it was searched, and no visit is known of it.
    NobodySays(i32),
}

/// What was not searched cannot be compared, and where nobody says how far the file goes, its last year goes on.
pub(super) fn year_on_year(
    starts: &[DatedStart],
    year: i32,
    known_until: Option<Day>,
    searched: &Searched,
) -> Option<(YearOnYear, Vec<Key>)> {
    let days = |year: i32| Day::from_civil(year.into(), 1, 1).zip(Day::from_civil(year.into(), 12, 31));
    let (now, before) = (days(year)?, days(year - 1)?);
    let until = known_until.filter(|day| *day < now.1);
    let count = |is: &dyn Fn(&DatedStart) -> bool| starts.iter().filter(|start| is(start)).count();
    let range = |days| (count(&|start| start.begins_in(days)), count(&|start| start.may_begin_in(days)));
    let sure = |days| (count(&|start| start.surely_begins_in(days)), count(&|start| start.may_begin_in_if_wrong(days)));
    let keys: Vec<Key> =
        starts.iter().filter(|start| start.may_begin_in((before.0, now.1))).map(|start| start.key).collect();
    if keys.is_empty() {
        return None;
    }
    let doubts = count(&|start| start.is_in_doubt() && start.may_begin_in_if_wrong((before.0, now.1)));
    let (this, last) = (range(now), range(before));
    let (this_sure, last_sure) = (sure(now), sure(before));
    let known = (now.0, until.unwrap_or(now.1));
    let nobody_searched = last.1 == 0 && !searched.says_so(before);
    let unless = |is_sure: bool| (!is_sure).then_some(doubts);
    let outcome = if let Some(why) = not_searched(searched, before).or_else(|| not_searched(searched, known)) {
        YearOutcome::NotComparable(why)
    } else if nobody_searched {
        YearOutcome::NotComparable(NotComparable::NobodySays(year - 1))
    } else if this.0 > last.1 {
        YearOutcome::More(unless(this_sure.0 > last_sure.1))
    } else if this.1 < last.0 {
        YearOutcome::Fewer(unless(this_sure.1 < last_sure.0))
    } else if this == last && this.0 == this.1 {
        YearOutcome::AsMany(unless(this_sure == last_sure && this == this_sure))
    } else {
        YearOutcome::Open
    };
    let goes_on = until.is_some() || known_until.is_none();
    let told = YearOnYear { year, until, goes_on, visits: this, visits_before: last, outcome };
    Some((told, keys))
}

/// Why a year that is known so far cannot be compared; none where it was searched.
fn not_searched(searched: &Searched, days: (Day, Day)) -> Option<NotComparable> {
    let gaps = searched.gaps(days);
    let year = days.0.civil().year;
    match gaps.as_slice() {
        [] => None,
        [gap] if *gap == days => Some(NotComparable::NotSearched(year)),
        _ => Some(NotComparable::SearchedInPart(year)),
    }
}
