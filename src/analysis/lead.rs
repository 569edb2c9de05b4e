//! Which of two groups of visits is ahead in which years, only so far as the dates allow.

use crate::model::{Day, Key, plural};

use super::frequency::{DatedStart, Finding};
use super::searched::Searched;

/// One of the two that are compared.
#[derive(Debug, Clone, Copy)]
pub struct Contender<'a> {
    /// What it is called: `China → Serbia`.
    pub name: &'a str,
    /// Its visits that count.
    pub starts: &'a [DatedStart],
}

/// What can be said of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// The first has more under every reading of the dates.
    First,
    /// The second has.
    Second,
    /// Both have the same number under every reading.
    Level,
    /// The dates that are known would decide it, and this many undated visits stand against that.
    Undated(usize),
    /// Dates that are known too roughly leave it open.
    Open,
}

/// How many visits began in some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reach {
    /// Under every reading.
    least: usize,
    /// At most, the undated left out.
    most_dated: usize,
    /// At most.
    most: usize,
}

/// The sentences: in which years the one is ahead, in which the other, and what the rest depends on.
///
/// The years are those from the first to the last in which a dated visit of either may have begun, none after the
/// cut-off. Last, which of these years were not wholly searched.
#[must_use]
pub fn lead(first: Contender, second: Contender, as_of: Option<Day>, searched: &Searched) -> Vec<Finding> {
    let both = [first, second];
    for (contender, other) in [(second, first), (first, second)] {
        if contender.starts.is_empty() {
            let words = format!("No visit {} in this file: not testable with what is here", contender.name);
            return vec![Finding { words, keys: other.starts.iter().map(|start| start.key).collect() }];
        }
    }
    let dated: Vec<(Day, Day)> = both.iter().flat_map(|side| side.starts).filter_map(DatedStart::dated).collect();
    let begin = dated.iter().map(|(from, _)| from.civil().year).min();
    let end = dated.iter().map(|(_, to)| to.civil().year).max();
    let Some((begin, end)) = begin.zip(end) else {
        let count = both.iter().map(|side| side.starts.len()).sum::<usize>();
        let all = plural(count, "visit");
        let words = format!("{} or {}: all {all} are undated, no year can be told", first.name, second.name);
        return vec![Finding { words, keys: keys_of(both, |_| true) }];
    };
    let end = as_of.map_or(end, |day| end.min(day.civil().year)).max(begin);
    let verdicts: Vec<(i32, Verdict)> =
        (begin..=end).filter_map(|year| Some((year, verdict(both, days_of(year)?)))).collect();
    let mut found = told(first.name, second.name, both, &verdicts);
    let known = |(first, last): (Day, Day)| (first, as_of.map_or(last, |day| day.min(last)));
    let unsearched: Vec<i32> =
        (begin..=end).filter(|year| days_of(*year).is_some_and(|days| !searched.is_whole(known(days)))).collect();
    if !unsearched.is_empty() {
        let words = format!("Not wholly searched: {}", years_words(&unsearched));
        found.push(Finding { words, keys: keys_in(both, &unsearched) });
    }
    found
}

/// The visits that may have begun in some years.
fn keys_in(both: [Contender; 2], years: &[i32]) -> Vec<Key> {
    keys_of(both, |start| years.iter().any(|year| days_of(*year).is_some_and(|days| start.may_begin_in(days))))
}

fn days_of(year: i32) -> Option<(Day, Day)> {
    Day::from_civil(year.into(), 1, 1).zip(Day::from_civil(year.into(), 12, 31))
}

fn verdict([first, second]: [Contender; 2], days: (Day, Day)) -> Verdict {
    let (a, b) = (reach(first.starts, days), reach(second.starts, days));
    let decided = |a: Reach, b: Reach| {
        if a.least > b.most {
            Some(Verdict::First)
        } else if b.least > a.most {
            Some(Verdict::Second)
        } else if a == b && a.least == a.most {
            Some(Verdict::Level)
        } else {
            None
        }
    };
    if let Some(verdict) = decided(a, b) {
        return verdict;
    }
    let dated = |reach: Reach| Reach { most: reach.most_dated, ..reach };
    if decided(dated(a), dated(b)).is_some() {
        return Verdict::Undated(a.most - a.most_dated + b.most - b.most_dated);
    }
    Verdict::Open
}

fn reach(starts: &[DatedStart], days: (Day, Day)) -> Reach {
    let mut reach = Reach { least: 0, most_dated: 0, most: 0 };
    for start in starts.iter().filter(|start| start.may_begin_in(days)) {
        reach.most += 1;
        reach.most_dated += usize::from(start.dated().is_some());
        reach.least += usize::from(start.begins_in(days));
    }
    reach
}

fn told(first: &str, second: &str, both: [Contender; 2], verdicts: &[(i32, Verdict)]) -> Vec<Finding> {
    let of = |wanted: Verdict| -> Vec<i32> {
        verdicts.iter().filter(|(_, verdict)| *verdict == wanted).map(|(year, _)| *year).collect()
    };
    let mut found = Vec::new();
    let mut tell = |words: String, years: &[i32]| {
        if !years.is_empty() {
            found.push(Finding { words: format!("{words} in {}", years_words(years)), keys: keys_in(both, years) });
        }
    };
    tell(format!("{first} ahead of {second} under every reading"), &of(Verdict::First));
    tell(format!("{second} ahead of {first} under every reading"), &of(Verdict::Second));
    tell(format!("{first} and {second} level"), &of(Verdict::Level));
    let mut counts: Vec<usize> = verdicts
        .iter()
        .filter_map(|(_, verdict)| if let Verdict::Undated(n) = verdict { Some(*n) } else { None })
        .collect();
    counts.sort_unstable();
    counts.dedup();
    for count in counts {
        let visits = plural(count, "undated visit");
        tell(format!("{first} or {second} depends on {visits}"), &of(Verdict::Undated(count)));
    }
    tell(format!("{first} or {second} depends on dates known too roughly"), &of(Verdict::Open));
    found
}

fn keys_of(both: [Contender; 2], is_meant: impl Fn(&DatedStart) -> bool) -> Vec<Key> {
    let mut keys: Vec<Key> =
        both.iter().flat_map(|side| side.starts).filter(|start| is_meant(start)).map(|start| start.key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// `2019–2021, 2024`.
fn years_words(years: &[i32]) -> String {
    let runs = years.chunk_by(|a, b| *b == a + 1);
    let words = runs.filter_map(|run| match run {
        [] => None,
        [year] => Some(year.to_string()),
        [from, .., to] => Some(format!("{from}–{to}")),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Coverage, Header, parse_edtf};

    fn starts(from: u32, dates: &[&str]) -> Vec<DatedStart> {
        let start = |(key, date): (u32, &&str)| {
            let bounds = parse_edtf(date).unwrap().bounds;
            DatedStart {
                key: Key(key.into()),
                first: bounds.start_earliest,
                last: bounds.start_latest,
                qualified: bounds.start_qualified,
            }
        };
        (from..).zip(dates).map(start).collect()
    }

    fn says(first: &[&str], second: &[&str]) -> Vec<String> {
        says_when(first, second, &Searched::default())
    }

    fn says_when(first: &[&str], second: &[&str], searched: &Searched) -> Vec<String> {
        let (a, b) = (starts(0, first), starts(100, second));
        let as_of = Day::from_civil(2024, 12, 31);
        let found = lead(Contender { name: "A", starts: &a }, Contender { name: "B", starts: &b }, as_of, searched);
        found.into_iter().map(|finding| finding.words).collect()
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
            ["A or B depends on dates known too roughly in 2022–2023",]
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
        let part = |from: &str, to: &str| Coverage { from: from.to_owned(), to: to.to_owned(), ..Coverage::default() };
        let header = Header { coverage: vec![part("2022", "2022-06"), part("2023", "2024")], ..Header::default() };
        let says = says_when(&["2022-01", "2023-05"], &["2024-01"], &Searched::of(&header));
        assert_eq!(says.last().unwrap(), "Not wholly searched: 2022");
    }

    #[test]
    fn without_a_visit_there_is_nothing_to_test() {
        assert_eq!(says(&["2024-05"], &[]), ["No visit B in this file: not testable with what is here"]);
    }
}
