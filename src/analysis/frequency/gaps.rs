//! The times between starts.

use crate::analysis::Searched;
use crate::analysis::dated_start::{DatedStart, count_in_doubt};
use crate::model::{Day, Key};

/// The longest time in which no dated visit may have begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongestGap {
    /// The last day of the starts before it.
    pub from: Day,
    /// The first day of the starts after it.
    pub to: Day,
    /// What it needs, where it does not hold under every reading.
    pub unless_sure: Option<UnlessSure>,
    /// Whether an undated visit may lie in it.
    pub may_hold_undated: bool,
    /// Whether all of it was searched.
    pub is_searched: bool,
}

/// What a gap needs that does not hold under every reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnlessSure {
    /// So many dates in doubt have to hold.
    pub doubts: usize,
    /// The days of the longest gap that holds in any case, where there is one.
    pub in_any_case: Option<i64>,
}

/// The time since the last start, at the cut-off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastStart {
    /// So many days at least.
    pub least: i64,
    /// So many at most.
    pub most: i64,
    /// So many dates in doubt have to hold.
    pub doubts: usize,
    /// Whether an undated visit may have begun since.
    pub may_hold_undated: bool,
}

/// The median time between starts, from the middles of their ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedianInterval {
    /// So many days.
    pub days: i64,
    /// Over so many intervals.
    pub intervals: usize,
    /// So many dates in doubt have to hold.
    pub doubts: usize,
}

/// A time between starts: the last day of the ones before, the first of those after, and a visit of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Gap {
    from: Day,
    to: Day,
    keys: [Key; 2],
}

impl LongestGap {
    /// How long it is.
    #[must_use]
    pub fn days(&self) -> i64 {
        self.from.days_until(self.to)
    }
}

impl Gap {
    fn days(&self) -> i64 {
        self.from.days_until(self.to)
    }

    /// The days strictly within.
    fn inside(&self) -> (Day, Day) {
        (self.from.plus_days(1), self.to.plus_days(-1))
    }
}

/// It holds under every reading where no date in doubt can lie in it, and others than those in doubt lie on both sides.
pub(super) fn longest_gap(starts: &[DatedStart], searched: &Searched) -> Option<(LongestGap, Vec<Key>)> {
    let gap = widest(starts, |_| true, |_| true)?;
    let sure = widest(starts, |start| !start.is_in_doubt(), |gap| !doubt_reaches(starts, gap.inside()));
    let is_sure = sure.is_some_and(|sure| sure.days() >= gap.days());
    let gap = sure.filter(|_| is_sure).unwrap_or(gap);
    let matters = |start: &&DatedStart| {
        let bounds_it = gap.keys.contains(&start.key);
        bounds_it || start.may_begin_in_if_wrong(gap.inside())
    };
    let unless_sure = (!is_sure).then(|| UnlessSure {
        doubts: count_in_doubt(starts.iter().filter(matters)),
        in_any_case: sure.map(|sure| sure.days()),
    });
    let told = LongestGap {
        from: gap.from,
        to: gap.to,
        unless_sure,
        may_hold_undated: may_hold_undated(starts, gap.inside()),
        is_searched: searched.is_whole(gap.inside()),
    };
    Some((told, gap.keys.to_vec()))
}

/// Whether a visit whose date is in doubt may have begun in some days.
fn doubt_reaches(starts: &[DatedStart], days: (Day, Day)) -> bool {
    count_in_doubt(starts.iter().filter(|start| start.may_begin_in_if_wrong(days))) > 0
}

/// The widest gap between dated visits that are taken, of those that will do.
fn widest(
    starts: &[DatedStart],
    is_taken: impl Fn(&DatedStart) -> bool,
    will_do: impl Fn(&Gap) -> bool,
) -> Option<Gap> {
    let mut dated: Vec<(Day, Day, Key)> = starts
        .iter()
        .filter(|start| is_taken(start))
        .filter_map(|start| start.dated().map(|(first, last)| (first, last, start.key)))
        .collect();
    dated.sort_unstable();
    let mut gaps: Vec<Gap> = Vec::new();
    let mut reached: Option<(Day, Key)> = None;
    for (first, last, key) in dated {
        if let Some((until, before)) = reached
            && until.days_until(first) > 1
        {
            gaps.push(Gap { from: until, to: first, keys: [before, key] });
        }
        if reached.is_none_or(|(until, _)| last >= until) {
            reached = Some((last, key));
        }
    }
    gaps.sort_by_key(|gap| (-gap.days(), gap.from));
    gaps.into_iter().find(will_do)
}

pub(super) fn last_start(starts: &[DatedStart], as_of: Option<Day>) -> Option<(LastStart, Vec<Key>)> {
    let as_of = as_of?;
    let began = starts.iter().filter_map(|start| start.dated().map(|(first, last)| (last, first, start.key)));
    let (last, first, key) = began.filter(|(_, first, _)| *first <= as_of).max()?;
    let after = (last.plus_days(1), as_of);
    let may_be_later =
        |start: &&DatedStart| start.key == key || (after.0 <= after.1 && start.may_begin_in_if_wrong(after));
    let told = LastStart {
        least: last.min(as_of).days_until(as_of),
        most: first.days_until(as_of),
        doubts: count_in_doubt(starts.iter().filter(may_be_later)),
        may_hold_undated: may_hold_undated(starts, after),
    };
    Some((told, vec![key]))
}

/// Whether an undated visit may lie in some days.
fn may_hold_undated(starts: &[DatedStart], days: (Day, Day)) -> bool {
    starts.iter().any(|start| start.dated().is_none() && days.0 <= days.1 && start.may_begin_in(days))
}

pub(super) fn median_interval(starts: &[DatedStart]) -> Option<(MedianInterval, Vec<Key>)> {
    let middle = |start: &DatedStart| {
        start.dated().map(|(first, last)| (i64::midpoint(first.0.into(), last.0.into()), start.key))
    };
    let mut middles: Vec<(i64, Key)> = starts.iter().filter_map(middle).collect();
    middles.sort_unstable();
    let mut intervals: Vec<i64> = middles.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
    intervals.sort_unstable();
    if intervals.len() < 2 {
        return None;
    }
    let half = intervals.len() / 2;
    let days =
        if intervals.len() % 2 == 1 { intervals[half] } else { i64::midpoint(intervals[half - 1], intervals[half]) };
    let told = MedianInterval { days, intervals: intervals.len(), doubts: count_in_doubt(starts) };
    Some((told, middles.into_iter().map(|(_, key)| key).collect()))
}
