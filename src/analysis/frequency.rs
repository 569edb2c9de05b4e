//! What the frequency of visits says, in words, only so far as their dates allow; each with the visits behind it.

use std::collections::BTreeMap;

use crate::index::Reader;
use crate::model::{AnyRecord, Channel, Day, Key, Level, Visit, count_text, display_day, plural, range_text};

use super::count::{CountOptions, MOST_SPREAD_DAYS, StartRange, Starts};
use super::searched::Searched;

/// A sentence, and the visits that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The sentence.
    pub words: String,
    /// The visits, in the order of their dates.
    pub keys: Vec<Key>,
}

/// When a counted visit may have begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedStart {
    /// The visit.
    pub key: Key,
    /// The first day, `None` where it is open.
    pub first: Option<Day>,
    /// The last day, `None` where it is open.
    pub last: Option<Day>,
    /// Whether the date is in doubt in a way that days do not show, such as an inferred year.
    pub qualified: bool,
}

impl DatedStart {
    /// The start of a visit.
    #[must_use]
    pub fn new(key: Key, range: StartRange) -> Self {
        Self { key, first: range.earliest, last: range.latest, qualified: range.qualified }
    }

    /// The first and the last day, where the visit is not one of the undated.
    #[must_use]
    pub fn dated(&self) -> Option<(Day, Day)> {
        let (first, last) = (self.first?, self.last?);
        (0..MOST_SPREAD_DAYS).contains(&first.days_until(last)).then_some((first, last))
    }

    /// Whether it may have begun from one day to another; what is open may.
    pub(super) fn may_begin_in(&self, (from, to): (Day, Day)) -> bool {
        self.first.is_none_or(|first| first <= to) && self.last.is_none_or(|last| last >= from)
    }

    /// Whether it began from one day to another under every reading.
    pub(super) fn begins_in(&self, (from, to): (Day, Day)) -> bool {
        self.first.is_some_and(|first| first >= from) && self.last.is_some_and(|last| last <= to)
    }
}

/// The starts of the visits that count.
#[must_use]
pub fn starts_of(reader: &Reader, visits: &[Key]) -> Vec<(DatedStart, std::sync::Arc<Visit>)> {
    let mut starts = Starts::new(reader);
    let counted = visits.iter().filter_map(|key| match reader.record(*key)? {
        AnyRecord::Visit(visit) if CountOptions::default().counts(&visit) => Some((*key, visit)),
        _ => None,
    });
    counted
        .map(|(key, visit)| {
            let start = DatedStart::new(key, starts.of(key, &visit));
            (start, visit)
        })
        .collect()
}

/// Everything that can be said of visits, given in the order of their dates, and known up to the cut-off.
#[must_use]
pub fn findings(reader: &Reader, visits: &[Key], as_of: Option<Day>) -> Vec<Finding> {
    let counted = starts_of(reader, visits);
    let starts: Vec<DatedStart> = counted.iter().map(|(start, _)| *start).collect();
    let last_day = as_of.or_else(|| starts.iter().filter_map(DatedStart::dated).map(|(_, last)| last).max());
    let searched = Searched::of(&reader.briefing.header);
    let mut found = Vec::new();
    found.extend(last_day.and_then(|day| year_on_year(&starts, day.civil().year, as_of, &searched)));
    found.extend(longest_gap(&starts, &searched));
    found.extend(current_gap(&starts, as_of));
    found.extend(median_interval(&starts));
    found.extend(share_of(&counted, "Channels", |visit| visit.channels.clone(), Channel::label));
    found.extend(share_of(&counted, "Levels", |visit| visit.level.into_iter().collect(), Level::label));
    found.extend(reciprocity(reader, &counted));
    found
}

/// How many of dated visits began from one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BegunIn {
    /// Under every reading.
    pub certain: usize,
    /// Under every reading, if their dates are right.
    pub in_doubt: usize,
    /// By the shares of days.
    pub expected: f64,
    /// At most.
    pub possible: usize,
}

impl BegunIn {
    /// Counts starts one by one; those that are not dated are left out.
    #[must_use]
    pub fn new<'a>(starts: impl IntoIterator<Item = &'a DatedStart>, days: (Day, Day)) -> Self {
        let mut begun = Self::default();
        for start in starts {
            let Some((from, to)) = start.dated().filter(|(from, to)| *to >= days.0 && *from <= days.1) else {
                continue;
            };
            begun.possible += 1;
            let is_inside = start.begins_in(days);
            begun.certain += usize::from(is_inside && !start.qualified);
            begun.in_doubt += usize::from(is_inside && start.qualified);
            let inside = from.max(days.0).days_until(to.min(days.1)) + 1;
            begun.expected += inside as f64 / (from.days_until(to) + 1) as f64;
        }
        begun
    }

    /// The sentence, with the number of those that have no date to count by.
    #[must_use]
    pub fn words(&self, undated: usize) -> String {
        let Self { certain, in_doubt, expected, possible } = *self;
        let further = |count: usize, what: &str| match count {
            0 => String::new(),
            count => format!(", {} {what}", count_text(count)),
        };
        let qualified = further(in_doubt, "in doubt");
        let doubt = if certain + in_doubt == possible {
            String::new()
        } else {
            format!(", {expected:.1} expected, at most {}", count_text(possible))
        };
        let undated = further(undated, "undated");
        format!("In sight {} certain{qualified}{doubt}{undated}", count_text(certain))
    }
}

/// A year, as far as the cut-off knows it, against the one before; the undated count in either, so far as they may lie
/// there. What was not searched cannot be compared.
fn year_on_year(starts: &[DatedStart], year: i32, as_of: Option<Day>, searched: &Searched) -> Option<Finding> {
    let days = |year: i32| Day::from_civil(year.into(), 1, 1).zip(Day::from_civil(year.into(), 12, 31));
    let (now, before) = (days(year)?, days(year - 1)?);
    let cut = as_of.filter(|day| *day < now.1);
    let range = |days| {
        let least = starts.iter().filter(|start| start.begins_in(days)).count();
        (least, starts.iter().filter(|start| start.may_begin_in(days)).count())
    };
    let keys: Vec<Key> =
        starts.iter().filter(|start| start.may_begin_in((before.0, now.1))).map(|start| start.key).collect();
    if keys.is_empty() {
        return None;
    }
    let words = |(least, most): (usize, usize)| range_text(least, most, " to ");
    let (this, last) = (range(now), range(before));
    let known = (now.0, cut.unwrap_or(now.1));
    let verdict = if let Some(why) = not_searched(searched, before).or_else(|| not_searched(searched, known)) {
        format!("not comparable: {why}")
    } else if this.0 > last.1 {
        "more under every reading".to_owned()
    } else if this.1 < last.0 {
        if cut.is_some() { "fewer so far".to_owned() } else { "fewer under every reading".to_owned() }
    } else if this == last && this.0 == this.1 {
        "as many".to_owned()
    } else {
        "which is more depends on the dates".to_owned()
    };
    let until = cut.map(|day| format!(" until {}", display_day(day))).unwrap_or_default();
    let words = format!("{year}{until}: {}, {}: {}, {verdict}", words(this), year - 1, words(last));
    Some(Finding { words, keys })
}

/// `2023 was not searched`, or only in part; none where it was.
fn not_searched(searched: &Searched, days: (Day, Day)) -> Option<String> {
    let gaps = searched.gaps(days);
    let year = days.0.civil().year;
    match gaps.as_slice() {
        [] => None,
        [gap] if *gap == days => Some(format!("{year} was not searched")),
        _ => Some(format!("{year} was searched in part")),
    }
}

/// The longest time in which no dated visit may have begun.
fn longest_gap(starts: &[DatedStart], searched: &Searched) -> Option<Finding> {
    let mut dated: Vec<(Day, Day, Key)> =
        starts.iter().filter_map(|start| start.dated().map(|(first, last)| (first, last, start.key))).collect();
    dated.sort_unstable();
    let mut reached: Option<(Day, Key)> = None;
    let mut longest: Option<(i64, Day, Day, [Key; 2])> = None;
    for (first, last, key) in dated {
        if let Some((until, before)) = reached {
            let days = until.days_until(first);
            if days > 1 && longest.is_none_or(|(most, ..)| days > most) {
                longest = Some((days, until, first, [before, key]));
            }
        }
        if reached.is_none_or(|(until, _)| last >= until) {
            reached = Some((last, key));
        }
    }
    let (days, from, to, keys) = longest?;
    let between = (from.plus_days(1), to.plus_days(-1));
    let unless = unless_undated(starts, between);
    let unsearched = if searched.is_whole(between) { "" } else { ", not wholly searched" };
    let range = format!("{} – {}", display_day(from), display_day(to));
    let words = format!("Longest gap at least {}, {range}{unless}{unsearched}", days_words(days));
    Some(Finding { words, keys: keys.to_vec() })
}

/// The time since the last start, at the cut-off.
fn current_gap(starts: &[DatedStart], as_of: Option<Day>) -> Option<Finding> {
    let as_of = as_of?;
    let began = starts.iter().filter_map(|start| start.dated().map(|(first, last)| (last, first, start.key)));
    let (last, first, key) = began.filter(|(_, first, _)| *first <= as_of).max()?;
    let (least, most) = (last.min(as_of).days_until(as_of), first.days_until(as_of));
    let words = if least == most { days_words(least) } else { format!("{least} to {}", days_words(most)) };
    let unless = unless_undated(starts, (last.plus_days(1), as_of));
    Some(Finding { words: format!("Last start {words} before the cut-off{unless}"), keys: vec![key] })
}

/// What a sentence about a gap must add where an undated visit may lie in it.
fn unless_undated(starts: &[DatedStart], days: (Day, Day)) -> &'static str {
    let lies = starts.iter().any(|start| start.dated().is_none() && days.0 <= days.1 && start.may_begin_in(days));
    if lies { ", unless an undated visit lies in it" } else { "" }
}

/// The median time between starts, from the middles of their ranges.
fn median_interval(starts: &[DatedStart]) -> Option<Finding> {
    let mut middles: Vec<(i64, Key)> = starts
        .iter()
        .filter_map(|start| {
            start.dated().map(|(first, last)| (i64::midpoint(first.0.into(), last.0.into()), start.key))
        })
        .collect();
    middles.sort_unstable();
    let mut intervals: Vec<i64> = middles.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
    intervals.sort_unstable();
    if intervals.len() < 2 {
        return None;
    }
    let half = intervals.len() / 2;
    let median =
        if intervals.len() % 2 == 1 { intervals[half] } else { i64::midpoint(intervals[half - 1], intervals[half]) };
    let words = format!("Median interval about {} over {}", days_words(median), plural(intervals.len(), "interval"));
    Some(Finding { words, keys: middles.into_iter().map(|(_, key)| key).collect() })
}

/// `Channels: party to party 2, state to state 1`.
fn share_of<T: Copy + Ord>(
    counted: &[(DatedStart, std::sync::Arc<Visit>)],
    name: &str,
    of: impl Fn(&Visit) -> Vec<T>,
    label: impl Fn(T) -> &'static str,
) -> Option<Finding> {
    let mut groups: BTreeMap<T, usize> = BTreeMap::new();
    let mut keys = Vec::new();
    for (start, visit) in counted {
        let mut values = of(visit);
        values.sort_unstable();
        values.dedup();
        if !values.is_empty() {
            keys.push(start.key);
        }
        for value in values {
            *groups.entry(value).or_default() += 1;
        }
    }
    let mut groups: Vec<(T, usize)> = groups.into_iter().collect();
    groups.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let all = counted.len().max(1);
    let share = |(value, count): &(T, usize)| {
        let percent = (count * 100 + all / 2) / all;
        format!("{} {} ({percent} %)", label(*value).to_lowercase(), count_text(*count))
    };
    let words: Vec<String> = groups.iter().take(3).map(share).collect();
    (!words.is_empty()).then(|| Finding { words: format!("{name}: {}", words.join(", ")), keys })
}

/// Pairs of countries that visit each other, the one with the most visits.
fn reciprocity(reader: &Reader, counted: &[(DatedStart, std::sync::Arc<Visit>)]) -> Option<Finding> {
    let mut ways: BTreeMap<(String, String), Vec<DatedStart>> = BTreeMap::new();
    for (start, visit) in counted {
        if let (Some(from), Some(to)) = reader.direction(visit) {
            ways.entry((from, to)).or_default().push(*start);
        }
    }
    let both = ways.iter().filter_map(|((from, to), there)| {
        let back = ways.get(&(to.clone(), from.clone()))?;
        (from < to).then_some((there.len() + back.len(), from, to, there, back))
    });
    let (_, from, to, there, back) = both.max_by_key(|(count, ..)| *count)?;
    let mut keys: Vec<Key> = there.iter().chain(back).map(|start| start.key).collect();
    keys.sort_unstable();
    let (a, b) = (reader.name_of_code(from), reader.name_of_code(to));
    let lag = nearest_lag(there, back).map(|words| format!(", nearest {words} apart")).unwrap_or_default();
    let (there, back) = (count_text(there.len()), count_text(back.len()));
    Some(Finding { words: format!("{a} and {b}: {there} one way, {back} the other{lag}"), keys })
}

/// The shortest lag between a visit one way and one the other, where both are dated.
fn nearest_lag(there: &[DatedStart], back: &[DatedStart]) -> Option<String> {
    let mut back: Vec<(Day, Day)> = back.iter().filter_map(DatedStart::dated).collect();
    back.sort_unstable();
    let lags = there.iter().filter_map(DatedStart::dated).filter_map(|(first, last)| {
        let after = back.partition_point(|(start, _)| *start < first);
        let near = back.get(after.saturating_sub(1)..(after + 1).min(back.len()))?;
        let lag = |other: &(Day, Day)| {
            let least = other.1.days_until(first).max(last.days_until(other.0)).max(0);
            let most = first.days_until(other.1).abs().max(other.0.days_until(last).abs());
            (least, most)
        };
        near.iter().map(lag).min()
    });
    let (least, most) = lags.min()?;
    Some(if least == most { days_words(least) } else { format!("{least} to {}", days_words(most)) })
}

const DAYS_IN_YEAR: i64 = 365;

/// Whole years where there are at least two, else days.
fn days_words(days: i64) -> String {
    match days {
        1 => "1 day".to_owned(),
        days if days >= 2 * DAYS_IN_YEAR => format!("{} years", days / DAYS_IN_YEAR),
        days => format!("{days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn words(text: &str) -> Vec<String> {
        let document = Document::from_text(text.to_owned()).unwrap();
        let reader = document.reader();
        let as_of = Day::from_civil(2024, 10, 15);
        let visits = reader.index.visits_by_date();
        findings(&reader, visits, as_of).into_iter().map(|finding| finding.words).collect()
    }

    #[test]
    fn the_sample_is_told_only_so_far_as_its_dates_allow() {
        let words = words(crate::store::SAMPLE);
        let says = |text: &str| words.iter().any(|words| words.contains(text));
        assert!(
            says("Longest gap at least 91 days, 31 May 2024 – 30 Aug 2024, unless an undated visit lies in it"),
            "{words:?}"
        );
        assert!(says("not comparable: 2023 was not searched"), "{words:?}");
        assert!(says("Last start 1 to 2 days before the cut-off"), "{words:?}");
        assert!(says("China and Serbia: 3 one way, 1 the other"), "{words:?}");
    }

    #[test]
    fn a_start_half_in_sight_is_possible() {
        let day = |day| Day::from_civil(2024, 10, day).unwrap();
        let start =
            |first, last| DatedStart { key: Key(0), first: Some(day(first)), last: Some(day(last)), qualified: false };
        let begun = BegunIn::new(&[start(2, 2), start(1, 4), start(20, 30)], (day(1), day(2)));
        assert_eq!(begun.words(1), "In sight 1 certain, 1.5 expected, at most 2, 1 undated");
        // An inferred year is in sight, and never certain.
        let inferred = DatedStart { qualified: true, ..start(2, 2) };
        assert_eq!(BegunIn::new(&[inferred, start(1, 1)], (day(1), day(2))).words(0), "In sight 1 certain, 1 in doubt");
    }

    #[test]
    fn years_are_compared_under_every_reading() {
        let visits = |dates: &[&str]| {
            let visits: Vec<String> = dates
                .iter()
                .enumerate()
                .map(|(n, date)| format!("(id: \"v{n}\", visitors: [], to: \"RS\", when: \"{date}\")"))
                .collect();
            format!("(title: \"T\", visits: [{}])", visits.join(", "))
        };
        let says = |dates: &[&str], text: &str| {
            let words = words(&visits(dates));
            assert!(words.iter().any(|words| words.contains(text)), "{words:?}");
        };
        says(&["2024-01-01", "2024-02-01", "2023-05"], "2024 until 15 Oct 2024: 2, 2023: 1, more under every reading");
        says(&["2024-01-01", "2023-02-01", "2023-05"], "2024 until 15 Oct 2024: 1, 2023: 2, fewer so far");
        says(
            &["2024-01-01", "[2023-12-01..2024-02-01]"],
            "2024 until 15 Oct 2024: 1 to 2, 2023: 0 to 1, which is more depends on the dates",
        );
    }
}
