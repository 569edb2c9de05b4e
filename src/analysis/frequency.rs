//! What the frequency of visits says, in words, only so far as their dates allow; each with the visits behind it.
//!
//! A sentence holds *under every reading* where it holds wherever in their ranges the visits began, without any date in
//! doubt that speaks for it and with every one that may speak against it. Else it says how many dates in doubt have to
//! hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::index::Reader;
use crate::model::{Channel, Day, Key, Level, Visit, count_text, display_day, plural, range_text};

use super::dated_start::{DatedStart, starts_of};
use super::searched::Searched;

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
    let counted = starts_of(reader, visits);
    let starts: Vec<DatedStart> = counted.iter().map(|(start, _)| start.clone()).collect();
    let searched = Searched::of(&reader.briefing.header);
    let known_until = as_of.or(searched.end());
    let last_day = known_until.or_else(|| starts.iter().filter_map(DatedStart::dated).map(|(_, last)| last).max());
    let mut found = Vec::new();
    found.extend(last_day.and_then(|day| year_on_year(&starts, day.civil().year, known_until, &searched)));
    found.extend(longest_gap(&starts, &searched));
    found.extend(current_gap(&starts, as_of));
    found.extend(median_interval(&starts));
    found.extend(share_of(&counted, "Channels", |visit| visit.channels.clone(), Channel::label));
    found.extend(share_of(&counted, "Levels", |visit| visit.level.into_iter().collect(), Level::label));
    found.extend(reciprocity(reader, &counted));
    found.extend(without_destination(&counted));
    found
}

/// That some of them do not say where they went, so that no direction has them.
fn without_destination(counted: &[(DatedStart, Arc<Visit>)]) -> Option<Finding> {
    let without = counted.iter().filter(|(_, visit)| visit.to.is_empty());
    let keys: Vec<Key> = without.map(|(start, _)| start.key).collect();
    let words = format!("{} without a destination", plural(keys.len(), "visit"));
    (!keys.is_empty()).then_some(Finding { words, keys })
}

/// `if 2 dates in doubt hold`.
#[must_use]
pub fn if_doubts_hold(count: usize) -> String {
    format!("if {} in doubt {}", plural(count, "date"), if count == 1 { "holds" } else { "hold" })
}

/// A year, as far as it is known, against the one before; the undated count in either, so far as they may lie there.
/// What was not searched cannot be compared, and where nobody says how far the file goes, its last year goes on.
fn year_on_year(starts: &[DatedStart], year: i32, known_until: Option<Day>, searched: &Searched) -> Option<Finding> {
    let days = |year: i32| Day::from_civil(year.into(), 1, 1).zip(Day::from_civil(year.into(), 12, 31));
    let (now, before) = (days(year)?, days(year - 1)?);
    let cut = known_until.filter(|day| *day < now.1);
    let goes_on = cut.is_some() || known_until.is_none();
    let count = |is: &dyn Fn(&DatedStart) -> bool| starts.iter().filter(|start| is(start)).count();
    let range = |days| (count(&|start| start.begins_in(days)), count(&|start| start.may_begin_in(days)));
    let sure = |days| (count(&|start| start.surely_begins_in(days)), count(&|start| start.may_begin_in_if_wrong(days)));
    let keys: Vec<Key> =
        starts.iter().filter(|start| start.may_begin_in((before.0, now.1))).map(|start| start.key).collect();
    if keys.is_empty() {
        return None;
    }
    let doubts = count(&|start| start.is_in_doubt() && start.may_begin_in_if_wrong((before.0, now.1)));
    let words = |(least, most): (usize, usize)| range_text(least, most, " to ");
    let (this, last) = (range(now), range(before));
    let (this_sure, last_sure) = (sure(now), sure(before));
    let known = (now.0, cut.unwrap_or(now.1));
    let nobody_searched = last.1 == 0 && !searched.says_so(before);
    let holds = |is_sure: bool| if is_sure { String::new() } else { format!(" {}", if_doubts_hold(doubts)) };
    let verdict = if let Some(why) = not_searched(searched, before).or_else(|| not_searched(searched, known)) {
        format!("not comparable: {why}")
    } else if nobody_searched {
        format!("not comparable: nobody says that {} was searched", year - 1)
    } else if this_sure.0 > last_sure.1 {
        "more under every reading".to_owned()
    } else if this.0 > last.1 {
        format!("more{}", holds(false))
    } else if this.1 < last.0 {
        let is_sure = this_sure.1 < last_sure.0;
        match (goes_on, is_sure) {
            (true, _) => format!("fewer so far{}", holds(is_sure)),
            (false, true) => "fewer under every reading".to_owned(),
            (false, false) => format!("fewer{}", holds(false)),
        }
    } else if this == last && this.0 == this.1 {
        format!("as many{}{}", if goes_on { " so far" } else { "" }, holds(this_sure == last_sure && this == this_sure))
    } else {
        "which is more depends on the dates".to_owned()
    };
    let until = match cut {
        Some(day) => format!(" until {}", display_day(day)),
        None if goes_on => " so far".to_owned(),
        None => String::new(),
    };
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

/// A time between starts: the last day of the ones before, the first of those after, and a visit of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Gap {
    from: Day,
    to: Day,
    keys: [Key; 2],
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

/// The longest time in which no dated visit may have begun.
///
/// It holds under every reading where no date in doubt can lie in it, and others than those in doubt lie on both sides.
fn longest_gap(starts: &[DatedStart], searched: &Searched) -> Option<Finding> {
    let gap = widest(starts, |_| true, |_| true)?;
    let sure = widest(starts, |start| !start.is_in_doubt(), |gap| !doubt_reaches(starts, gap.inside()));
    let is_sure = sure.is_some_and(|sure| sure.days() >= gap.days());
    let gap = sure.filter(|_| is_sure).unwrap_or(gap);
    let unless = unless_undated(starts, gap.inside());
    let unsearched = if searched.is_whole(gap.inside()) { "" } else { ", not wholly searched" };
    let range = format!("{} – {}", display_day(gap.from), display_day(gap.to));
    let words = if is_sure {
        format!("Longest gap at least {}, {range}{unless}{unsearched}", days_words(gap.days()))
    } else {
        let bounds_it = |start: &DatedStart| gap.keys.contains(&start.key);
        let matters = |start: &&DatedStart| {
            start.is_in_doubt()
                && start.dated().is_some()
                && (bounds_it(start) || start.may_begin_in_if_wrong(gap.inside()))
        };
        let if_hold = if_doubts_hold(starts.iter().filter(matters).count());
        let else_least =
            sure.map(|sure| format!("; {} or more in any case", days_words(sure.days()))).unwrap_or_default();
        let days = days_words(gap.days());
        format!("Longest gap {days} or more, {range}, {if_hold}{unless}{unsearched}{else_least}")
    };
    Some(Finding { words, keys: gap.keys.to_vec() })
}

/// Whether a visit whose date is in doubt may have begun in some days.
fn doubt_reaches(starts: &[DatedStart], days: (Day, Day)) -> bool {
    starts.iter().any(|start| start.is_in_doubt() && start.dated().is_some() && start.may_begin_in_if_wrong(days))
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

/// The time since the last start, at the cut-off.
fn current_gap(starts: &[DatedStart], as_of: Option<Day>) -> Option<Finding> {
    let as_of = as_of?;
    let began = starts.iter().filter_map(|start| start.dated().map(|(first, last)| (last, first, start.key)));
    let (last, first, key) = began.filter(|(_, first, _)| *first <= as_of).max()?;
    let (least, most) = (last.min(as_of).days_until(as_of), first.days_until(as_of));
    let after = (last.plus_days(1), as_of);
    let unless = unless_undated(starts, after);
    let may_be_later = |start: &&DatedStart| {
        start.is_in_doubt()
            && start.dated().is_some()
            && (start.key == key || (after.0 <= after.1 && start.may_begin_in_if_wrong(after)))
    };
    let doubts = starts.iter().filter(may_be_later).count();
    let if_hold = if doubts == 0 { String::new() } else { format!(" {}", if_doubts_hold(doubts)) };
    let words = format!("Last start {} before the cut-off{if_hold}{unless}", days_range(least, most));
    Some(Finding { words, keys: vec![key] })
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
    let doubts = starts.iter().filter(|start| start.is_in_doubt() && start.dated().is_some()).count();
    let if_hold = if doubts == 0 { String::new() } else { format!(", {}", if_doubts_hold(doubts)) };
    let over = plural(intervals.len(), "interval");
    let words = format!("Median interval about {} over {over}{if_hold}", days_words(median));
    Some(Finding { words, keys: middles.into_iter().map(|(_, key)| key).collect() })
}

/// `Channels: party to party 2, state to state 1`.
fn share_of<T: Copy + Ord>(
    counted: &[(DatedStart, Arc<Visit>)],
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
fn reciprocity(reader: &Reader, counted: &[(DatedStart, Arc<Visit>)]) -> Option<Finding> {
    let mut ways: BTreeMap<(String, String), Vec<DatedStart>> = BTreeMap::new();
    for (start, visit) in counted {
        if let (Some(from), Some(to)) = reader.direction(visit) {
            ways.entry((from, to)).or_default().push(start.clone());
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
    let doubts = there.iter().chain(back).filter(|start| start.is_in_doubt() && start.dated().is_some()).count();
    let if_hold = if doubts == 0 { String::new() } else { format!(" {}", if_doubts_hold(doubts)) };
    let lag = nearest_lag(there, back).map(|words| format!(", nearest {words} apart{if_hold}")).unwrap_or_default();
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
    Some(days_range(least, most))
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

/// `1 to 2 days`, `5 to 7 years`, `300 days to 3 years`: each number with its unit.
fn days_range(least: i64, most: i64) -> String {
    let (from, to) = (days_words(least), days_words(most));
    if from == to {
        return to;
    }
    match (from.split_once(' '), to.split_once(' ')) {
        (Some((number, unit)), Some((_, other))) if unit.trim_end_matches('s') == other.trim_end_matches('s') => {
            format!("{number} to {to}")
        }
        _ => format!("{from} to {to}"),
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
        // The year of each of the three dated ones is inferred, or rests on one that is.
        assert!(
            says(
                "Longest gap 91 days or more, 31 May 2024 – 30 Aug 2024, if 3 dates in doubt hold, unless an undated \
                 visit lies in it"
            ),
            "{words:?}"
        );
        assert!(says("not comparable: 2023 was not searched"), "{words:?}");
        assert!(says("Last start 1 to 2 days before the cut-off if 3 dates in doubt hold"), "{words:?}");
        assert!(says("China and Serbia: 3 one way, 1 the other"), "{words:?}");
    }

    /// What is said of visits on some dates, `header` before them.
    fn told(header: &str, dates: &[&str], as_of: Option<Day>) -> Vec<String> {
        let visits: Vec<String> = dates
            .iter()
            .enumerate()
            .map(|(n, date)| format!("(id: \"v{n}\", visitors: [], to: \"RS\", when: \"{date}\")"))
            .collect();
        let document =
            Document::from_text(format!("(title: \"T\", {header} visits: [{}])", visits.join(", "))).unwrap();
        let reader = document.reader();
        findings(&reader, reader.index.visits_by_date(), as_of).into_iter().map(|finding| finding.words).collect()
    }

    fn says(header: &str, dates: &[&str], as_of: Option<Day>, text: &str) {
        let told = told(header, dates, as_of);
        assert!(told.iter().any(|words| words.contains(text)), "{text}: {told:?}");
    }

    #[test]
    fn years_are_compared_under_every_reading() {
        let october = Day::from_civil(2024, 10, 15);
        let says = |dates: &[&str], text: &str| says("", dates, october, text);
        says(&["2024-01-01", "2024-02-01", "2023-05"], "2024 until 15 Oct 2024: 2, 2023: 1, more under every reading");
        says(&["2024-01-01", "2023-02-01", "2023-05"], "2024 until 15 Oct 2024: 1, 2023: 2, fewer so far");
        says(
            &["2024-01-01", "[2023-12-01..2024-02-01]"],
            "2024 until 15 Oct 2024: 1 to 2, 2023: 0 to 1, which is more depends on the dates",
        );
        // What a date in doubt would decide.
        says(
            &["2024-01-01", "2024-02-01?", "2023-05"],
            "2024 until 15 Oct 2024: 2, 2023: 1, more if 1 date in doubt holds",
        );
        says(&["2024-01-01", "2023-02-01", "2023-05~"], "2023: 2, fewer so far if 1 date in doubt holds");
        says(&["2024-01-01", "2024-02-01"], "not comparable: nobody says that 2023 was searched");
    }

    #[test]
    fn where_the_file_ends_is_no_finding() {
        let dates = ["2019-01-01", "2018-02-01", "2018-05-01"];
        says("", &dates, None, "2019 so far: 1, 2018: 2, fewer so far");
        let searched = r#"coverage: [(from: "2018", to: "2019")],"#;
        says(searched, &dates, None, "2019: 1, 2018: 2, fewer under every reading");
        let found = told("", &dates, None);
        assert!(!found.iter().any(|words| words.contains("Last start")), "{found:?}");
    }

    #[test]
    fn a_gap_and_a_median_that_need_dates_in_doubt_say_so() {
        let dates = ["2022~", "2022-12-31%", "2022-03-01", "2023-03-01"];
        let found = told("", &dates, None);
        assert!(!found.iter().any(|words| words.contains("at least")), "{found:?}");
        says("", &dates, None, "Longest gap 60 days or more, 31 Dec 2022 – 1 Mar 2023, if 2 dates in doubt hold");
        says("", &dates, None, "over 3 intervals, if 2 dates in doubt hold");
        // A doubt far off changes nothing about the gap.
        let far = ["2009-05-01?", "2011-01-01", "2015-01-01", "2015-02-01"];
        says("", &far, None, "Longest gap at least 4 years, 1 Jan 2011 – 1 Jan 2015");
        // The gap that holds in any case is told beside the longer one that may not.
        let two = ["2010-01-01", "2010-07-01", "2014-01-01", "2019-06-01?"];
        says("", &two, None, "Longest gap 5 years or more, 1 Jan 2014 – 1 Jun 2019".replace("Jun", "June").as_str());
        says("", &two, None, "; 3 years or more in any case");
    }

    #[test]
    fn each_number_has_its_unit() {
        for (least, most, words) in [
            (1, 1, "1 day"),
            (1, 2, "1 to 2 days"),
            (2_041, 2_100, "5 years"),
            (2_041, 2_405, "5 to 6 years"),
            (300, 1_900, "300 days to 5 years"),
        ] {
            assert_eq!(days_range(least, most), words);
        }
    }
}
