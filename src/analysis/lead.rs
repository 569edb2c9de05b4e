//! Which of two groups of visits is ahead in which period, only so far as the dates allow.
//!
//! A reading puts each visit on one of the days on which it may have begun. A date in doubt may besides be wrong, by up
//! to a year, or be none at all. What holds *always* holds under every reading: with every date in doubt of the one side
//! left out, and every one that may lie there of the other counted.

use super::count::{Bin, BinUnit};
use super::dated_start::DatedStart;
use super::searched::Searched;
use crate::model::{Day, Key};

/// Gaps between the bins that visits touch are told up to so many bins.
const MOST_PERIODS: i32 = 400;

/// Which of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contender {
    /// The first.
    First,
    /// The second.
    Second,
}

/// What can be said of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// One of the two has more visits.
    Ahead(Contender),
    /// Both have the same number.
    Level,
    /// The dates that are known would decide it, and undated visits stand against that.
    Undated,
    /// Dates that are known too roughly leave it open.
    Rough,
    /// No visit of either may lie there, and nobody searched.
    NotSearched,
}

/// How far it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// Under every reading.
    Always,
    /// If the dates in doubt that it depends on are right.
    IfDoubtsHold,
    /// Neither is ahead, nor are they level.
    No,
}

/// What can be said of two groups of visits in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The period.
    pub period: Bin,
    /// What is said.
    pub outcome: Outcome,
    /// How far it holds.
    pub holds: Holds,
    /// The visits whose dates it depends on, sorted: those in doubt that have to hold, or those that leave it open.
    pub depends_on: Vec<Key>,
    /// Whether the period is not over at the end of what is known.
    pub is_so_far: bool,
}

/// The verdicts on two groups, by time.
///
/// The periods are those from the first to the last in which a dated visit of either may have begun, none after
/// `known_until`. Where nobody says until when things are known, the last of them is taken as not over.
#[must_use]
pub fn verdicts(
    [first, second]: [&[DatedStart]; 2],
    by: BinUnit,
    known_until: Option<Day>,
    searched: &Searched,
) -> Vec<Verdict> {
    let dated = || first.iter().chain(second).filter_map(DatedStart::dated);
    let begin = dated().map(|(from, _)| from).min();
    let end = dated().map(|(_, to)| to).max();
    let Some((begin, end)) = begin.zip(end) else { return Vec::new() };
    let last = known_until.map_or(end, |day| end.min(day)).max(begin);
    let (from, to) = (Bin::of(begin, by).number(), Bin::of(last, by).number());
    let is_short = to - from < MOST_PERIODS;
    let last_with_visits = Bin::of(end, by);
    let (first, second) = without_common(first, second);
    let periods = (from..=to).map(|number| Bin::from_number(number, by));
    periods
        .filter_map(|period| {
            let days = period.first_day().zip(period.last_day())?;
            let touches = |start: &DatedStart| start.dated().is_some() && start.may_begin_in(days);
            if !is_short && !first.iter().chain(&second).any(|start| touches(start)) {
                return None;
            }
            let is_so_far = known_until.map_or(period == last_with_visits, |day| day < days.1);
            let known = (days.0, known_until.map_or(days.1, |day| day.min(days.1)));
            let (outcome, holds, depends_on) = verdict(&first, &second, days, searched.says_so(known));
            Some(Verdict { period, outcome, holds, depends_on, is_so_far })
        })
        .collect()
}

/// The visits of each without those that both have: these count the same for both, wherever they lie.
fn without_common<'a>(first: &'a [DatedStart], second: &'a [DatedStart]) -> (Vec<&'a DatedStart>, Vec<&'a DatedStart>) {
    let keys = |starts: &[DatedStart]| starts.iter().map(|start| start.key).collect::<std::collections::HashSet<Key>>();
    let (in_first, in_second) = (keys(first), keys(second));
    let first = first.iter().filter(|start| !in_second.contains(&start.key)).collect();
    (first, second.iter().filter(|start| !in_first.contains(&start.key)).collect())
}

/// How many visits began in some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Reach {
    /// Under every reading.
    surely: usize,
    /// Under every reading in which the dates in doubt hold.
    least: usize,
    /// At most if the dates in doubt hold, the undated left out.
    most_dated: usize,
    /// At most if the dates in doubt hold.
    most: usize,
    /// At most.
    at_most: usize,
}

fn reach(starts: &[&DatedStart], days: (Day, Day)) -> Reach {
    let mut reach = Reach::default();
    for start in starts.iter().filter(|start| start.may_begin_in_if_wrong(days)) {
        let may = start.may_begin_in(days);
        reach.at_most += 1;
        reach.most += usize::from(may);
        reach.most_dated += usize::from(may && start.dated().is_some());
        reach.least += usize::from(start.begins_in(days));
        reach.surely += usize::from(start.surely_begins_in(days));
    }
    reach
}

fn verdict(
    first: &[&DatedStart],
    second: &[&DatedStart],
    days: (Day, Day),
    is_searched: bool,
) -> (Outcome, Holds, Vec<Key>) {
    let (a, b) = (reach(first, days), reach(second, days));
    if a.most_dated + b.most_dated == 0 && !is_searched {
        return (Outcome::NotSearched, Holds::No, Vec::new());
    }
    let both = || first.iter().chain(second).copied();
    let in_doubt = |start: &&DatedStart| start.is_in_doubt();
    for (one, (mine, theirs), (own, other)) in
        [(Contender::First, (a, b), (first, second)), (Contender::Second, (b, a), (second, first))]
    {
        if mine.surely > theirs.at_most {
            return (Outcome::Ahead(one), Holds::Always, Vec::new());
        }
        if mine.least > theirs.most {
            // Those that have to be here, and those that must not.
            let here = own.iter().copied().filter(in_doubt).filter(|start| start.begins_in(days));
            let elsewhere = other.iter().copied().filter(in_doubt);
            let elsewhere = elsewhere.filter(|start| start.may_begin_in_if_wrong(days) && !start.may_begin_in(days));
            return (Outcome::Ahead(one), Holds::IfDoubtsHold, keys(here.chain(elsewhere)));
        }
    }
    let is_fixed = |reach: Reach| reach.least == reach.most;
    if is_fixed(a) && is_fixed(b) && a.least == b.least {
        let doubts = keys(both().filter(in_doubt).filter(|start| start.may_begin_in_if_wrong(days)));
        let holds = if doubts.is_empty() { Holds::Always } else { Holds::IfDoubtsHold };
        return (Outcome::Level, holds, doubts);
    }
    let is_known = |reach: Reach| reach.least == reach.most_dated;
    let would_be_level = is_known(a) && is_known(b) && a.least == b.least;
    if a.least > b.most_dated || b.least > a.most_dated || would_be_level {
        let undated = both().filter(|start| start.dated().is_none() && start.may_begin_in(days));
        return (Outcome::Undated, Holds::No, keys(undated));
    }
    let rough = both().filter(|start| start.may_begin_in(days) && !start.begins_in(days));
    (Outcome::Rough, Holds::No, keys(rough))
}

fn keys<'a>(starts: impl Iterator<Item = &'a DatedStart>) -> Vec<Key> {
    let mut keys: Vec<Key> = starts.map(|start| start.key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
