//! The facts of the frequency of visits, each with those that it rests on.

use crate::analysis::{DatedStart, Searched, starts_of};
use crate::index::Reader;
use crate::model::{Channel, Day, Key, Level};

use super::gaps::{LastStart, LongestGap, MedianInterval, last_start, longest_gap, median_interval};
use super::shares::{Reciprocity, Shares, reciprocity, shares_of};
use super::years::{YearOnYear, year_on_year};

/// A fact, and the visits that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrequencyFact {
    /// What is the case.
    pub told: Frequency,
    /// The visits, in the order of their dates.
    pub keys: Vec<Key>,
}

/// What can be said of the frequency of visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frequency {
    /// The last year against the one before.
    YearOnYear(YearOnYear),
    /// The longest time between two starts.
    LongestGap(LongestGap),
    /// The time since the last start.
    LastStart(LastStart),
    /// The median time between starts.
    MedianInterval(MedianInterval),
    /// The commonest channels.
    Channels(Shares<Channel>),
    /// The commonest ranks of those who lead.
    Levels(Shares<Level>),
    /// The two countries that visit each other most.
    Reciprocity(Reciprocity),
    /// Some do not say where they went, so that no direction has them.
    WithoutDestination,
}

/// Everything that can be said of visits, given in the order of their dates, and known up to the cut-off.
#[must_use]
pub fn frequency_facts(reader: &Reader, visits: &[Key], as_of: Option<Day>) -> Vec<FrequencyFact> {
    let counted = starts_of(reader, visits);
    let starts: Vec<DatedStart> = counted.iter().map(|(start, _)| start.clone()).collect();
    let searched = Searched::of(&reader.briefing.header);
    let known_until = as_of.or(searched.end());
    let last_day = known_until.or_else(|| starts.iter().filter_map(DatedStart::dated).map(|(_, last)| last).max());
    let mut found = Vec::new();
    let mut tell = |told: Frequency, keys: Vec<Key>| found.push(FrequencyFact { told, keys });
    let years = last_day.and_then(|day| year_on_year(&starts, day.civil().year, known_until, &searched));
    if let Some((told, keys)) = years {
        tell(Frequency::YearOnYear(told), keys);
    }
    if let Some((told, keys)) = longest_gap(&starts, &searched) {
        tell(Frequency::LongestGap(told), keys);
    }
    if let Some((told, keys)) = last_start(&starts, as_of) {
        tell(Frequency::LastStart(told), keys);
    }
    if let Some((told, keys)) = median_interval(&starts) {
        tell(Frequency::MedianInterval(told), keys);
    }
    if let Some((told, keys)) = shares_of(&counted, |visit| visit.channels.clone()) {
        tell(Frequency::Channels(told), keys);
    }
    if let Some((told, keys)) = shares_of(&counted, |visit| visit.level.into_iter().collect()) {
        tell(Frequency::Levels(told), keys);
    }
    if let Some((told, keys)) = reciprocity(reader, &counted) {
        tell(Frequency::Reciprocity(told), keys);
    }
    let nowhere = counted.iter().filter(|(_, visit)| visit.to.is_empty());
    let keys: Vec<Key> = nowhere.map(|(start, _)| start.key).collect();
    if !keys.is_empty() {
        tell(Frequency::WithoutDestination, keys);
    }
    found
}
