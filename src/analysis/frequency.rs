//! What the frequency of visits says, in words, only so far as their dates allow; each with the visits behind it.

use std::collections::BTreeMap;

use crate::index::Reader;
use crate::model::{AnyRecord, Channel, Day, Key, Level, Visit, display_day};

use super::{BinCount, BinUnit, StartRange, count, is_counted, start_range};

/// A sentence, and the visits that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The sentence.
    pub words: String,
    /// The visits, in the order of their dates.
    pub keys: Vec<Key>,
}

/// Everything that can be said of visits, given in the order of their dates, and known up to the cut-off.
#[must_use]
pub fn findings(reader: &Reader, visits: &[Key], as_of: Option<Day>) -> Vec<Finding> {
    let counted: Vec<(StartRange, std::sync::Arc<Visit>)> = visits
        .iter()
        .filter_map(|key| match reader.record(*key)? {
            AnyRecord::Visit(visit) if is_counted(&visit) => Some((start_range(reader, *key, &visit), visit)),
            _ => None,
        })
        .collect();
    let starts: Vec<StartRange> = counted.iter().map(|(start, _)| *start).collect();
    let last_day = as_of.or_else(|| starts.iter().filter_map(StartRange::dated).map(|(_, last)| last).max());
    let mut found = Vec::new();
    found.extend(last_day.and_then(|day| year_on_year(&starts, day.civil().year)));
    found.extend(longest_gap(&starts));
    found.extend(current_gap(&starts, as_of));
    found.extend(median_interval(&starts));
    found.extend(share_of(&counted, "Channels", |visit| visit.channels.clone(), Channel::label));
    found.extend(share_of(&counted, "Levels", |visit| visit.level.into_iter().collect(), Level::label));
    found.extend(reciprocity(reader, &counted));
    found
}

/// How many of dated visits began from one day to another, and how many there are without a date to count by.
#[must_use]
pub fn in_days<'a>(
    starts: impl IntoIterator<Item = &'a StartRange>,
    (first, last): (Day, Day),
    undated: usize,
) -> Finding {
    let mut total = BinCount::default();
    let mut keys = Vec::new();
    for start in starts {
        let Some((from, to)) = start.dated().filter(|(from, to)| *to >= first && *from <= last) else { continue };
        keys.push(start.key);
        total.possible += 1;
        total.certain += u32::from(from >= first && to <= last);
        let inside = from.max(first).days_until(to.min(last)) + 1;
        total.expected += inside as f64 / (from.days_until(to) + 1) as f64;
    }
    let doubt = if total.certain == total.possible {
        String::new()
    } else {
        format!(", {:.1} expected, at most {}", total.expected, total.possible)
    };
    let undated = if undated == 0 { String::new() } else { format!(", {undated} undated") };
    Finding { words: format!("In sight {} certain{doubt}{undated}", total.certain), keys }
}

fn year_on_year(starts: &[StartRange], year: i32) -> Option<Finding> {
    let counts = count(starts, BinUnit::Year);
    let (now, before) = (counts.at(year), counts.at(year - 1));
    let keys = starts
        .iter()
        .filter(|start| start.dated().is_some_and(|(_, last)| (year - 1..=year).contains(&last.civil().year)));
    let keys: Vec<Key> = keys.map(|start| start.key).collect();
    if keys.is_empty() {
        return None;
    }
    let words = |count: BinCount| {
        if count.least() == count.possible {
            count.least().to_string()
        } else {
            format!("{} to {}", count.least(), count.possible)
        }
    };
    let verdict = if now.least() > before.possible {
        "more under every reading"
    } else if now.possible < before.least() {
        "fewer under every reading"
    } else if now == before {
        "as many"
    } else {
        "which is more depends on the dates"
    };
    Some(Finding { words: format!("{year}: {}, {}: {}, {verdict}", words(now), year - 1, words(before)), keys })
}

/// The longest time in which no dated visit may have begun.
fn longest_gap(starts: &[StartRange]) -> Option<Finding> {
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
    let words = format!("Longest gap at least {}, {} – {}", days_words(days), display_day(from), display_day(to));
    Some(Finding { words, keys: keys.to_vec() })
}

/// The time since the last start, at the cut-off.
fn current_gap(starts: &[StartRange], as_of: Option<Day>) -> Option<Finding> {
    let as_of = as_of?;
    let began = starts.iter().filter_map(|start| start.dated().map(|(first, last)| (last, first, start.key)));
    let (last, first, key) = began.filter(|(_, first, _)| *first <= as_of).max()?;
    let (least, most) = (last.min(as_of).days_until(as_of), first.days_until(as_of));
    let words = if least == most { days_words(least) } else { format!("{least} to {}", days_words(most)) };
    Some(Finding { words: format!("Last start {words} before the cut-off"), keys: vec![key] })
}

/// The median time between starts, from the middles of their ranges.
fn median_interval(starts: &[StartRange]) -> Option<Finding> {
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
    let words = format!("Median interval about {} over {} intervals", days_words(median), intervals.len());
    Some(Finding { words, keys: middles.into_iter().map(|(_, key)| key).collect() })
}

/// `Channels: party to party 2, state to state 1`.
fn share_of<T: Copy + Ord>(
    counted: &[(StartRange, std::sync::Arc<Visit>)],
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
        format!("{} {count} ({} %)", label(*value).to_lowercase(), (count * 100 + all / 2) / all)
    };
    let words: Vec<String> = groups.iter().take(3).map(share).collect();
    (!words.is_empty()).then(|| Finding { words: format!("{name}: {}", words.join(", ")), keys })
}

/// Pairs of countries that visit each other, the one with the most visits.
fn reciprocity(reader: &Reader, counted: &[(StartRange, std::sync::Arc<Visit>)]) -> Option<Finding> {
    let mut ways: BTreeMap<(String, String), Vec<StartRange>> = BTreeMap::new();
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
    Some(Finding { words: format!("{a} and {b}: {} one way, {} the other{lag}", there.len(), back.len()), keys })
}

/// The shortest lag between a visit one way and one the other, where both are dated.
fn nearest_lag(there: &[StartRange], back: &[StartRange]) -> Option<String> {
    let mut back: Vec<(Day, Day)> = back.iter().filter_map(StartRange::dated).collect();
    back.sort_unstable();
    let lags = there.iter().filter_map(StartRange::dated).filter_map(|(first, last)| {
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
        assert!(says("Longest gap at least 91 days, 31 May 2024 – 30 Aug 2024"), "{words:?}");
        assert!(says("Last start 1 to 2 days before the cut-off"), "{words:?}");
        assert!(says("China and Serbia: 3 one way, 1 the other"), "{words:?}");
    }

    #[test]
    fn a_start_half_in_sight_is_possible() {
        let day = |day| Day::from_civil(2024, 10, day).unwrap();
        let start =
            |first, last| StartRange { key: Key(0), first: Some(day(first)), last: Some(day(last)), qualified: false };
        let finding = in_days(&[start(2, 2), start(1, 4), start(20, 30)], (day(1), day(2)), 1);
        assert_eq!(finding.words, "In sight 1 certain, 1.5 expected, at most 2, 1 undated");
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
        says(&["2024-01-01", "2024-02-01", "2023-05"], "2024: 2, 2023: 1, more under every reading");
        says(
            &["2024-01-01", "[2023-12-01..2024-02-01]"],
            "2024: 1 to 2, 2023: 0 to 1, which is more depends on the dates",
        );
    }
}
