//! Which of two lanes is ahead, in words.

use crate::analysis::count::{Bin, BinUnit, CountOptions, lane_label};
use crate::analysis::{Contender, DatedStart, Holds, LaneVerdict, Outcome, Searched, Verdict, lane_verdicts, verdicts};
use crate::index::Reader;
use crate::model::{Day, Id, Key, plural};

use super::finding::{Finding, if_doubts_hold};

/// A lane that is compared.
#[derive(Debug, Clone, Copy)]
pub struct Lane<'a> {
    /// What it is called: `China → Serbia`.
    pub name: &'a str,
    /// Its visits that count.
    pub starts: &'a [DatedStart],
}

/// The sentences: in which years the one is ahead, in which the other, what the rest depends on, and last which of these
/// years were not wholly searched.
#[must_use]
pub fn lead_words(first: Lane, second: Lane, as_of: Option<Day>, searched: &Searched) -> Vec<Finding> {
    let both = [first, second];
    for (lane, other) in [(second, first), (first, second)] {
        if lane.starts.is_empty() {
            let words = format!("No visit {} in this file: not testable with what is here", lane.name);
            return vec![Finding { words, keys: other.starts.iter().map(|start| start.key).collect() }];
        }
    }
    let known_until = as_of.or(searched.end());
    let found = verdicts([first.starts, second.starts], BinUnit::Year, known_until, searched);
    if found.is_empty() {
        let count = both.iter().map(|lane| lane.starts.len()).sum::<usize>();
        let all = plural(count, "visit");
        let words = format!("{} or {}: all {all} are undated, no year can be told", first.name, second.name);
        return vec![Finding { words, keys: keys_of(both, |_| true) }];
    }
    let names = [first.name, second.name];
    let mut groups: Vec<(Outcome, Holds)> = found.iter().map(|verdict| (verdict.outcome, verdict.holds)).collect();
    groups.sort_unstable();
    groups.dedup();
    let mut told: Vec<Finding> = Vec::new();
    for group in groups {
        let of_group: Vec<&Verdict> =
            found.iter().filter(|verdict| (verdict.outcome, verdict.holds) == group).collect();
        for of_group in parted(&of_group) {
            told.push(Finding { words: words_of(names, &of_group), keys: keys_behind(both, &of_group) });
        }
    }
    told.extend(partly_searched(both, &found, known_until, searched));
    told
}

/// Verdicts that one sentence tells; those that undated visits leave open are told by how many these are.
fn parted<'a>(verdicts: &[&'a Verdict]) -> Vec<Vec<&'a Verdict>> {
    let is_undated = verdicts.iter().any(|verdict| verdict.outcome == Outcome::Undated);
    if !is_undated {
        return vec![verdicts.to_vec()];
    }
    let mut counts: Vec<usize> = verdicts.iter().map(|verdict| verdict.depends_on.len()).collect();
    counts.sort_unstable();
    counts.dedup();
    let with = |count: usize| verdicts.iter().copied().filter(move |verdict| verdict.depends_on.len() == count);
    counts.into_iter().map(|count| with(count).collect()).collect()
}

/// A verdict in words: `A ahead of B in 2023 if 2 dates in doubt hold`.
#[must_use]
pub fn verdict_words(names: [&str; 2], verdict: &Verdict) -> String {
    words_of(names, &[verdict])
}

/// A verdict on two lanes for scripts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldVerdict {
    /// The lanes as scripts know them; the one that is ahead first.
    pub lanes: [String; 2],
    /// The period.
    pub period: Bin,
    /// The verdict in words, with the names of the lanes for the screen.
    pub text: String,
    /// How far it holds.
    pub holds: Holds,
    /// The visits whose dates it depends on, by id.
    pub depends_on: Vec<Id>,
}

/// The verdicts on the lanes of a count.
#[must_use]
pub fn told_verdicts(reader: &Reader, options: &CountOptions) -> Vec<ToldVerdict> {
    let told = |LaneVerdict { lanes, verdict }: LaneVerdict| {
        let names = lanes.each_ref().map(|lane| lane_label(reader, options.lanes, lane));
        let text = verdict_words(names.each_ref().map(String::as_str), &verdict);
        let [first, second] = lanes;
        let is_second = verdict.outcome == Outcome::Ahead(Contender::Second);
        let lanes = if is_second { [second, first] } else { [first, second] };
        let ids = verdict.depends_on.iter().filter_map(|key| reader.visit_at(*key)).map(|visit| visit.id.clone());
        let mut depends_on: Vec<Id> = ids.collect();
        depends_on.sort_unstable();
        ToldVerdict { lanes, period: verdict.period, text, holds: verdict.holds, depends_on }
    };
    lane_verdicts(reader, options).into_iter().map(told).collect()
}

/// Verdicts of one kind in words.
fn words_of([first, second]: [&str; 2], verdicts: &[&Verdict]) -> String {
    let Some(kind) = verdicts.first() else { return String::new() };
    let periods = periods_words(verdicts);
    let mut doubts: Vec<Key> = verdicts.iter().flat_map(|verdict| verdict.depends_on.iter().copied()).collect();
    doubts.sort_unstable();
    doubts.dedup();
    let in_doubt = match kind.holds {
        Holds::IfDoubtsHold => format!(" {}", if_doubts_hold(doubts.len())),
        Holds::Always | Holds::No => String::new(),
    };
    match kind.outcome {
        Outcome::Ahead(contender) => {
            let (ahead, behind) = if contender == Contender::First { (first, second) } else { (second, first) };
            let always = if kind.holds == Holds::Always { " under every reading" } else { "" };
            format!("{ahead} ahead of {behind}{always} in {periods}{in_doubt}")
        }
        Outcome::Level => format!("{first} and {second} level in {periods}{in_doubt}"),
        Outcome::Undated => {
            let visits = plural(kind.depends_on.len(), "undated visit");
            format!("{first} or {second} depends on {visits} in {periods}")
        }
        Outcome::Rough => format!("{first} or {second} depends on dates known too roughly in {periods}"),
        Outcome::NotSearched => format!("Not searched, and no visit known, in {periods}"),
    }
}

/// `2019–2021, 2024 so far`.
fn periods_words(verdicts: &[&Verdict]) -> String {
    let over: Vec<Bin> = verdicts.iter().filter(|verdict| !verdict.is_so_far).map(|verdict| verdict.period).collect();
    let so_far =
        verdicts.iter().filter(|verdict| verdict.is_so_far).map(|verdict| format!("{} so far", verdict.period.label()));
    let runs = over.chunk_by(|a, b| a.next() == *b).filter_map(|run| match run {
        [] => None,
        [bin] => Some(bin.label()),
        [from, .., to] => Some(format!("{}–{}", from.label(), to.label())),
    });
    runs.chain(so_far).collect::<Vec<_>>().join(", ")
}

/// The years with visits that were searched in part, where the briefing says what was.
fn partly_searched(
    both: [Lane; 2],
    found: &[Verdict],
    known_until: Option<Day>,
    searched: &Searched,
) -> Option<Finding> {
    let days = |verdict: &Verdict| verdict.period.first_day().zip(verdict.period.last_day());
    let is_part = |verdict: &&Verdict| {
        let known = |(first, last): (Day, Day)| (first, known_until.map_or(last, |day| day.min(last)));
        verdict.outcome != Outcome::NotSearched && days(verdict).is_some_and(|days| !searched.is_whole(known(days)))
    };
    // What is not over is told so already.
    let part: Vec<Verdict> =
        found.iter().filter(is_part).map(|verdict| Verdict { is_so_far: false, ..verdict.clone() }).collect();
    let part: Vec<&Verdict> = part.iter().collect();
    let words = format!("Not wholly searched: {}", periods_words(&part));
    (!part.is_empty()).then(|| Finding { words, keys: keys_in(both, &part) })
}

/// What a sentence rests on: the dates that it depends on, or else the visits of its periods.
fn keys_behind(both: [Lane; 2], verdicts: &[&Verdict]) -> Vec<Key> {
    let mut keys: Vec<Key> = verdicts.iter().flat_map(|verdict| verdict.depends_on.iter().copied()).collect();
    if keys.is_empty() {
        return keys_in(both, verdicts);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The visits that may have begun in some periods.
fn keys_in(both: [Lane; 2], verdicts: &[&Verdict]) -> Vec<Key> {
    let days = |verdict: &&Verdict| verdict.period.first_day().zip(verdict.period.last_day());
    keys_of(both, |start| verdicts.iter().filter_map(days).any(|days| start.may_begin_in(days)))
}

fn keys_of(both: [Lane; 2], is_meant: impl Fn(&DatedStart) -> bool) -> Vec<Key> {
    let mut keys: Vec<Key> =
        both.iter().flat_map(|lane| lane.starts).filter(|start| is_meant(start)).map(|start| start.key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::count::StartRange;
    use crate::model::{Coverage, Header, When};

    fn starts(from: u32, dates: &[&str]) -> Vec<DatedStart> {
        let start =
            |(key, date): (u32, &&str)| DatedStart::new(Key(key.into()), StartRange::of_date(&When::from_edtf(date)));
        (from..).zip(dates).map(start).collect()
    }

    fn says(first: &[&str], second: &[&str]) -> Vec<String> {
        says_when(first, second, Day::from_civil(2024, 12, 31), &searched(&[("2000", "2024")]))
    }

    fn says_when(first: &[&str], second: &[&str], as_of: Option<Day>, searched: &Searched) -> Vec<String> {
        let (a, b) = (starts(0, first), starts(100, second));
        let found = lead_words(Lane { name: "A", starts: &a }, Lane { name: "B", starts: &b }, as_of, searched);
        found.into_iter().map(|finding| finding.words).collect()
    }

    fn searched(parts: &[(&str, &str)]) -> Searched {
        let part = |(from, to): &(&str, &str)| Coverage {
            from: (*from).to_owned(),
            to: (*to).to_owned(),
            ..Coverage::default()
        };
        Searched::of(&Header { coverage: parts.iter().map(part).collect(), ..Header::default() })
    }

    #[test]
    fn a_lead_is_told_only_where_every_reading_has_it() {
        assert_eq!(
            says(&["2022-01", "2022-05", "2023-01-01"], &["2022-03", "2023-02-01", "2024-01"]),
            [
                "A ahead of B under every reading in 2022",
                "B ahead of A under every reading in 2024",
                "A and B level in 2023"
            ]
        );
        // A visit over the turn of a year may belong to either.
        assert_eq!(
            says(&["[2022-12-20..2023-01-10]"], &["2023-05-01"]),
            ["A or B depends on dates known too roughly in 2022–2023"]
        );
        // One of two days is in one of two years, and in none between.
        assert_eq!(
            says(&["[2022-12-20,2023-01-10]"], &["2022-03-01", "2022-04-01", "2024-05-01"]),
            ["B ahead of A under every reading in 2022, 2024", "A or B depends on dates known too roughly in 2023"]
        );
    }

    #[test]
    fn what_needs_a_date_in_doubt_says_so() {
        // The two of A have to hold; that they may be wrong by a year could make them level in 2024.
        assert_eq!(
            says(&["2023~", "2023-12-31%"], &["2023-03-01", "2024-03-01"]),
            ["A ahead of B in 2023 if 2 dates in doubt hold", "B ahead of A in 2024 if 2 dates in doubt hold"]
        );
        // Three certain ones are more than two, doubt or not.
        assert_eq!(
            says(&["2020-01", "2020-02", "2020-03"], &["2020-04?", "2020-05?"]),
            ["A ahead of B under every reading in 2020"]
        );
        assert_eq!(says(&["2020-01?"], &["2020-04"]), ["A and B level in 2020 if 1 date in doubt holds"]);
        // A doubt six years off decides nothing here.
        assert_eq!(
            says(&["2014-02", "2020-01"], &["2014-04?"]),
            [
                "A ahead of B under every reading in 2020",
                "A and B level in 2016–2019",
                "A and B level in 2014–2015 if 1 date in doubt holds"
            ]
        );
    }

    #[test]
    fn what_hangs_on_undated_visits_is_said_with_their_number() {
        assert_eq!(says(&["2023-01", "2023-02"], &["[..2024]"]), ["A ahead of B under every reading in 2023"]);
        assert_eq!(
            says(&["2023-01", "2024-02"], &["[..2024]", "[..2023-12-31]"]),
            ["A or B depends on 1 undated visit in 2024", "A or B depends on 2 undated visits in 2023"]
        );
        assert_eq!(says(&["XXXX"], &["[..2024]"]), ["A or B: all 2 visits are undated, no year can be told"]);
    }

    #[test]
    fn a_year_that_was_not_searched_is_named() {
        let end = Day::from_civil(2024, 12, 31);
        let part = searched(&[("2022", "2022-06"), ("2023", "2024")]);
        let found = says_when(&["2022-01", "2023-05"], &["2024-01"], end, &part);
        assert_eq!(found.last().unwrap(), "Not wholly searched: 2022");
        // Where nobody says what was searched, a year without a visit is not level.
        let none = Searched::default();
        assert_eq!(
            says_when(&["2018-01", "2018-02"], &["2018-03", "2021-05"], end, &none),
            [
                "A ahead of B under every reading in 2018",
                "B ahead of A under every reading in 2021",
                "Not searched, and no visit known, in 2019–2020"
            ]
        );
        let all = searched(&[("2018", "2021")]);
        assert_eq!(
            says_when(&["2018-01", "2018-02"], &["2018-03", "2021-05"], end, &all)[2],
            "A and B level in 2019–2020"
        );
    }

    #[test]
    fn a_year_that_is_not_over_is_told_so_far() {
        let none = Searched::default();
        let says = |as_of| says_when(&["2023-01", "2024-02"], &["2023-03", "2023-05"], as_of, &none);
        let october = Day::from_civil(2024, 10, 15);
        assert_eq!(
            says(october),
            ["A ahead of B under every reading in 2024 so far", "B ahead of A under every reading in 2023"]
        );
        assert_eq!(says(None), says(october), "without a word on it the last year is not over");
        assert_eq!(says(Day::from_civil(2025, 1, 1))[0], "A ahead of B under every reading in 2024");
    }

    #[test]
    fn without_a_visit_there_is_nothing_to_test() {
        assert_eq!(says(&["2024-05"], &[]), ["No visit B in this file: not testable with what is here"]);
    }
}
