//! What the frequency of visits says, in words.

use crate::analysis::{
    Frequency, FrequencyFact, LastStart, LongestGap, MedianInterval, NotComparable, Reciprocity, Shares, YearOnYear,
    YearOutcome, frequency_facts,
};
use crate::index::Reader;
use crate::model::{Channel, Day, Key, Level, count_text, display_day, plural, range_text};

use super::finding::{Finding, if_doubts_hold};

/// Everything that can be said of visits, given in the order of their dates, and known up to the cut-off.
#[must_use]
pub fn findings(reader: &Reader, visits: &[Key], as_of: Option<Day>) -> Vec<Finding> {
    let told = |fact: FrequencyFact| Finding { words: words_of(reader, &fact), keys: fact.keys };
    frequency_facts(reader, visits, as_of).into_iter().map(told).collect()
}

fn words_of(reader: &Reader, fact: &FrequencyFact) -> String {
    match &fact.told {
        Frequency::YearOnYear(told) => year_on_year(told),
        Frequency::LongestGap(told) => longest_gap(told),
        Frequency::LastStart(told) => last_start(told),
        Frequency::MedianInterval(told) => median_interval(told),
        Frequency::Channels(told) => shares("Channels", told, Channel::label),
        Frequency::Levels(told) => shares("Levels", told, Level::label),
        Frequency::Reciprocity(told) => reciprocity(reader, told),
        Frequency::WithoutDestination => format!("{} without a destination", plural(fact.keys.len(), "visit")),
    }
}

fn year_on_year(told: &YearOnYear) -> String {
    let YearOnYear { year, until, goes_on, .. } = *told;
    let number = |(least, most): (usize, usize)| range_text(least, most, " to ");
    let so_far = if goes_on { " so far" } else { "" };
    let verdict = match told.outcome {
        YearOutcome::NotComparable(why) => format!("not comparable: {}", not_comparable(why)),
        YearOutcome::More(None) => "more under every reading".to_owned(),
        YearOutcome::More(doubts) => format!("more{}", needing(doubts)),
        YearOutcome::Fewer(None) if !goes_on => "fewer under every reading".to_owned(),
        YearOutcome::Fewer(doubts) => format!("fewer{so_far}{}", needing(doubts)),
        YearOutcome::AsMany(doubts) => format!("as many{so_far}{}", needing(doubts)),
        YearOutcome::Open => "which is more depends on the dates".to_owned(),
    };
    let until = until.map_or(so_far.to_owned(), |day| format!(" until {}", display_day(day)));
    let (this, last) = (number(told.visits), number(told.visits_before));
    format!("{year}{until}: {this}, {}: {last}, {verdict}", year - 1)
}

fn not_comparable(why: NotComparable) -> String {
    match why {
        NotComparable::NotSearched(year) => format!("{year} was not searched"),
        NotComparable::SearchedInPart(year) => format!("{year} was searched in part"),
        NotComparable::NobodySays(year) => format!("nobody says that {year} was searched"),
    }
}

/// ` if 2 dates in doubt hold`; nothing where none has to.
fn needing(doubts: Option<usize>) -> String {
    doubts.map(|doubts| format!(" {}", if_doubts_hold(doubts))).unwrap_or_default()
}

fn longest_gap(told: &LongestGap) -> String {
    let days = days_words(told.days());
    let range = format!("{} – {}", display_day(told.from), display_day(told.to));
    let unless = unless_undated(told.may_hold_undated);
    let unsearched = if told.is_searched { "" } else { ", not wholly searched" };
    let Some(needs) = told.unless_sure else {
        return format!("Longest gap at least {days}, {range}{unless}{unsearched}");
    };
    let in_any_case = needs.in_any_case.map(|days| format!("; {} or more in any case", days_words(days)));
    let if_hold = if_doubts_hold(needs.doubts);
    format!("Longest gap {days} or more, {range}, {if_hold}{unless}{unsearched}{}", in_any_case.unwrap_or_default())
}

fn last_start(told: &LastStart) -> String {
    let if_hold = needing((told.doubts > 0).then_some(told.doubts));
    let unless = unless_undated(told.may_hold_undated);
    format!("Last start {} before the cut-off{if_hold}{unless}", days_range(told.least, told.most))
}

/// What a sentence about a gap must add where an undated visit may lie in it.
fn unless_undated(may_hold_undated: bool) -> &'static str {
    if may_hold_undated { ", unless an undated visit lies in it" } else { "" }
}

fn median_interval(told: &MedianInterval) -> String {
    let if_hold = if told.doubts == 0 { String::new() } else { format!(", {}", if_doubts_hold(told.doubts)) };
    format!("Median interval about {} over {}{if_hold}", days_words(told.days), plural(told.intervals, "interval"))
}

/// `Channels: party to party 2 (67 %), state to state 1 (33 %)`.
fn shares<T: Copy>(name: &str, told: &Shares<T>, label: fn(T) -> &'static str) -> String {
    let all = told.all.max(1);
    let share = |(value, count): &(T, usize)| {
        let percent = (count * 100 + all / 2) / all;
        format!("{} {} ({percent} %)", label(*value).to_lowercase(), count_text(*count))
    };
    let words: Vec<String> = told.groups.iter().take(3).map(share).collect();
    format!("{name}: {}", words.join(", "))
}

fn reciprocity(reader: &Reader, told: &Reciprocity) -> String {
    let [a, b] = told.countries.each_ref().map(|code| reader.name_of_code(code));
    let [there, back] = told.visits.map(count_text);
    let if_hold = needing((told.doubts > 0).then_some(told.doubts));
    let lag = told.nearest.map(|(least, most)| format!(", nearest {} apart{if_hold}", days_range(least, most)));
    format!("{a} and {b}: {there} one way, {back} the other{}", lag.unwrap_or_default())
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
