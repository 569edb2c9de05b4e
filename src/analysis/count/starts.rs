//! The range of days on which a visit may have started, and whether it is in doubt beyond that.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::counts::{MOST_SPREAD_DAYS, SHARE_UNITS};
use crate::index::Reader;
use crate::model::{AnyRecord, Basis, DateBounds, Day, Id, Key, StartDays, Visit, When, start_days};

/// When a visit may have started.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StartRange {
    /// The first day on which it may have; `None` is unbounded.
    pub earliest: Option<Day>,
    /// The last day on which it may have; `None` is unbounded.
    pub latest: Option<Day>,
    /// Whether the date is in doubt in a way that the days do not show.
    pub qualified: bool,
    /// What it may be, where that is not any day of the range; none where it is.
    alternatives: Option<Arc<[Alternative]>>,
}

/// One of the starts that a visit may have had, and its part of the visit in [`SHARE_UNITS`]ths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Alternative {
    days: StartDays,
    units: u64,
}

impl StartRange {
    /// The start range of four corners. Corners that contradict each other bound nothing.
    #[must_use]
    pub fn of_bounds(bounds: &DateBounds) -> Self {
        let (earliest, latest) = (bounds.start_earliest, bounds.start_latest);
        let is_backwards = earliest.zip(latest).is_some_and(|(first, last)| last < first);
        if is_backwards {
            return Self { qualified: true, ..Self::default() };
        }
        Self { earliest, latest, qualified: bounds.start_qualified, alternatives: None }
    }

    /// The start range that a visit's own date gives; that of one without a date is unbounded.
    pub(super) fn written(visit: &Visit) -> Self {
        visit.when.as_ref().map(Self::of_date).unwrap_or_default()
    }

    /// The start range of a date, with the alternatives that it is written with.
    #[must_use]
    pub fn of_date(when: &When) -> Self {
        let range = Self::of_bounds(&when.bounds());
        if !when.parsed().is_ok_and(|parsed| parsed.has_alternatives) {
            return range;
        }
        let days = start_days(when.edtf()).unwrap_or_default();
        Self { alternatives: shared_equally(&[days]), ..range }
    }

    /// Whether it lies in bins; what is open or longer than [`MOST_SPREAD_DAYS`] is undated.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        self.length_days().is_some_and(|days| (1..=MOST_SPREAD_DAYS).contains(&days))
    }

    /// The days from the first to the last, both counted; `None` where it is unbounded.
    #[must_use]
    pub fn length_days(&self) -> Option<i64> {
        Some(self.earliest?.days_until(self.latest?) + 1)
    }

    /// Whether it may have started from one day to another.
    #[must_use]
    pub fn may_lie_in(&self, days: (Day, Day)) -> bool {
        let is_near =
            self.earliest.is_none_or(|first| first <= days.1) && self.latest.is_none_or(|last| last >= days.0);
        is_near && self.alternatives.as_ref().is_none_or(|all| all.iter().any(|one| one.days.touches(days)))
    }

    /// The runs of days on which it may have started, so far as they lie from one day to another.
    pub(super) fn runs_between(&self, first: Day, last: Day) -> Vec<(Day, Day)> {
        match &self.alternatives {
            None => StartDays::between(self.earliest, self.latest).runs_between(first, last),
            Some(all) => all.iter().flat_map(|one| one.days.runs_between(first, last)).collect(),
        }
    }

    /// The runs of days on which a dated visit may have started, each with its part of the visit in
    /// [`SHARE_UNITS`]ths; nothing of one that is undated.
    ///
    /// Alternatives share equally, and the days of one are alike.
    pub(super) fn shares(&self) -> Vec<(Day, Day, u64)> {
        let Some((first, last)) = self.earliest.zip(self.latest).filter(|_| self.is_dated()) else { return Vec::new() };
        let Some(all) = &self.alternatives else { return vec![(first, last, SHARE_UNITS)] };
        let mut shares = Vec::new();
        for Alternative { days, units } in all.iter() {
            let runs = days.runs_between(first, last);
            let length = |run: &(Day, Day)| (run.0.days_until(run.1) + 1).unsigned_abs();
            let whole: u64 = runs.iter().map(length).sum();
            let mut before = 0;
            for run in runs {
                let after = before + length(&run);
                shares.push((run.0, run.1, units * after / whole - units * before / whole));
                before = after;
            }
        }
        shares
    }

    /// The part of a dated visit that lies from one day to another, 0 to 1.
    #[must_use]
    pub fn part_in(&self, (first, last): (Day, Day)) -> f64 {
        let part = |(from, to, units): (Day, Day, u64)| {
            let inside = from.max(first).days_until(to.min(last)) + 1;
            if inside <= 0 { 0.0 } else { units as f64 * inside as f64 / (from.days_until(to) + 1) as f64 }
        };
        self.shares().into_iter().map(part).sum::<f64>() / SHARE_UNITS as f64
    }
}

/// Parts a visit between values, and the part of each between its members; none where all is one run of days.
fn shared_equally(values: &[Vec<StartDays>]) -> Option<Arc<[Alternative]>> {
    if let [value] = values
        && let [days] = value.as_slice()
        && !days.has_gaps()
    {
        return None;
    }
    let mut all: Vec<Alternative> = Vec::new();
    for (value, of_value) in values.iter().zip(equal_parts(SHARE_UNITS, values.len())) {
        for (days, units) in value.iter().zip(equal_parts(of_value, value.len())) {
            match all.iter_mut().find(|known| known.days == *days) {
                Some(known) => known.units += units,
                None => all.push(Alternative { days: *days, units }),
            }
        }
    }
    Some(all.into())
}

/// Whole parts that differ by one at most and add up to the whole.
fn equal_parts(whole: u64, count: usize) -> impl Iterator<Item = u64> {
    let count = count as u64;
    (0..count).map(move |part| whole * (part + 1) / count - whole * part / count)
}

/// Tells the start ranges of the visits of a briefing.
///
/// A start is qualified where
/// - a part of its date carries `?`, `~` or `%`, or its year was inferred;
/// - it rests on the date of another record that is qualified, directly or over several records; or
/// - an open conflict is about it: even if all sides lie in one bin, which of them is right is not known.
#[derive(Debug)]
pub struct Starts<'a> {
    reader: Reader<'a>,
    disputed: HashMap<Key, Dispute>,
    /// What was found of the dates that others rest on.
    anchors: HashMap<Key, bool>,
}

/// What the sides of the open conflicts about a start say, sorted, each once; those that cannot be read left out.
type Dispute = Vec<Vec<StartDays>>;

impl<'a> Starts<'a> {
    /// Ready to tell the starts of a briefing.
    #[must_use]
    pub fn new(reader: &Reader<'a>) -> Self {
        let mut disputed: HashMap<Key, Dispute> = HashMap::new();
        for conflict in reader.briefing.conflicts.iter().map(|entry| &entry.record) {
            if !conflict.is_open() || !matches!(conflict.field.as_str(), "when" | "when.edtf") {
                continue;
            }
            let Some(key) = reader.index.key_of(&conflict.about) else { continue };
            let sides = disputed.entry(key).or_default();
            sides.extend(conflict.sides.iter().filter_map(|side| start_days(side.value.trim()).ok()));
            sides.sort_unstable();
            sides.dedup();
        }
        Self { reader: *reader, disputed, anchors: HashMap::new() }
    }

    /// When a visit may have started.
    pub fn of(&mut self, key: Key, visit: &Visit) -> StartRange {
        self.doubted(key, visit, StartRange::written(visit))
    }

    /// The start range that a visit's own date gives, with the doubt that other records cast on it.
    pub(super) fn doubted(&mut self, key: Key, visit: &Visit, mut start: StartRange) -> StartRange {
        let Some(when) = &visit.when else { return start };
        if let Some(sides) = self.disputed.get(&key) {
            start = disputed_start(when, sides, start);
            start.qualified = true;
        }
        if !start.qualified
            && let Some(anchor) = when.basis().and_then(Basis::anchor)
        {
            // What lies on or before something is bounded by the end of it.
            let by_end = matches!(when.basis(), Some(Basis::OnOrBefore(_)));
            start.qualified = self.is_qualified(anchor) || (by_end && self.ends_in_doubt(anchor));
        }
        start
    }

    /// Whether the end of the date of a record is in doubt.
    fn ends_in_doubt(&self, anchor: &Id) -> bool {
        let record = self.reader.index.key_of(anchor).and_then(|key| self.reader.record(key));
        record.as_ref().and_then(date_of).is_some_and(|when| when.bounds().end_qualified)
    }

    /// Whether the start of a record, or one that it rests on, is in doubt. A circle of dates that rest on each other
    /// adds no doubt of its own.
    fn is_qualified(&mut self, anchor: &Id) -> bool {
        let mut path: Vec<Key> = Vec::new();
        let mut next = self.reader.index.key_of(anchor);
        let mut found = false;
        while let Some(key) = next {
            if let Some(known) = self.anchors.get(&key) {
                found = *known;
                break;
            }
            // For now; this also ends a walk in a circle.
            self.anchors.insert(key, false);
            path.push(key);
            let record = self.reader.record(key);
            let when = record.as_ref().and_then(date_of);
            if self.disputed.contains_key(&key) || when.is_some_and(|when| when.bounds().start_qualified) {
                found = true;
                break;
            }
            next = when.and_then(When::basis).and_then(Basis::anchor).and_then(|id| self.reader.index.key_of(id));
        }
        self.anchors.extend(path.into_iter().map(|key| (key, found)));
        found
    }
}

/// A chain of dates that rest on each other is followed so far for a list of a few; a longer one is taken to be in doubt.
const MOST_LINKS: usize = 1_000;

/// Whether the start of one visit is in doubt, as [`Starts`] tells it of all: for a list of a few.
#[must_use]
pub fn is_start_in_doubt(reader: &Reader, key: Key, visit: &Visit) -> bool {
    let is_disputed = |key: Key| {
        let about = reader.conflicts_about(key);
        about.iter().any(|(_, conflict)| conflict.is_open() && matches!(conflict.field.as_str(), "when" | "when.edtf"))
    };
    let Some(when) = &visit.when else { return false };
    if when.bounds().start_qualified || is_disputed(key) {
        return true;
    }
    let mut by_end = matches!(when.basis(), Some(Basis::OnOrBefore(_)));
    let mut next = when.basis().and_then(Basis::anchor).and_then(|id| reader.index.key_of(id));
    let mut seen: HashSet<Key> = HashSet::from([key]);
    while let Some(anchor) = next.filter(|anchor| seen.insert(*anchor)) {
        let record = reader.record(anchor);
        let date = record.as_ref().and_then(date_of);
        let bounds = date.map(When::bounds).unwrap_or_default();
        if bounds.start_qualified || by_end && bounds.end_qualified || is_disputed(anchor) || seen.len() > MOST_LINKS {
            return true;
        }
        by_end = false;
        next = date.and_then(When::basis).and_then(Basis::anchor).and_then(|id| reader.index.key_of(id));
    }
    false
}

/// The date that another date can rest on.
fn date_of(record: &AnyRecord) -> Option<&When> {
    match record {
        AnyRecord::Visit(visit) => visit.when.as_ref(),
        other => other.main_date(),
    }
}

/// The start of a visit whose sources disagree: what each side says is an alternative, and what is written is another.
///
/// Where the date written only spans several sides, such as the year in which all lie, it says nothing of its own.
fn disputed_start(when: &When, sides: &[Vec<StartDays>], written: StartRange) -> StartRange {
    if sides.is_empty() {
        return written;
    }
    let mut values = sides.to_vec();
    let own = start_days(when.edtf()).unwrap_or_else(|_| vec![StartDays::between(None, None)]);
    let says_nothing_new = values.contains(&own) || (values.len() > 1 && spans(&own, sides));
    if !says_nothing_new {
        values.push(own);
        values.sort_unstable();
    }
    let days = || values.iter().flatten();
    let earliest = days().map(|days| days.first).min().flatten();
    let latest = days().map(|days| days.last).try_fold(None, |latest: Option<Day>, day| Some(latest.max(Some(day?))));
    let is_backwards = days().any(|days| days.first.zip(days.last).is_some_and(|(first, last)| last < first));
    if is_backwards {
        return StartRange::default();
    }
    StartRange { earliest, latest: latest.flatten(), qualified: true, alternatives: shared_equally(&values) }
}

/// Whether a start is one bounded range that holds all others.
fn spans(own: &[StartDays], sides: &[Vec<StartDays>]) -> bool {
    let [own] = own else { return false };
    let (Some(first), Some(last)) = (own.first, own.last) else { return false };
    let holds =
        |side: &StartDays| side.first.is_some_and(|day| day >= first) && side.last.is_some_and(|day| day <= last);
    !own.has_gaps() && sides.iter().flatten().all(holds)
}
