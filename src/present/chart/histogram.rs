//! How many visits began when: bars over the same time as the lanes, and the cells of a lane that is too dense.

use super::{Density, Lanes, SpanIndex, TimeScale};
use crate::analysis::count::{Bin, BinCount, BinUnit, CountOptions, StartRange, Starts, count_in_lanes};
use crate::analysis::{BegunIn, DatedStart};
use crate::index::Reader;
use crate::model::{Day, Key, count_text, range_text, share_text};

/// A bin at least so wide, in points, is told apart.
const LEAST_WIDTH: f64 = 10.0;
/// The share of a bin that its bar takes.
const BAR_SHARE: f32 = 0.84;

/// The counts of one lane, or of all together.
#[derive(Debug, Clone, Default)]
pub struct LaneCounts {
    /// What a bin is as long as.
    pub unit: BinUnit,
    /// The bins in which a dated visit may lie, in time.
    pub bins: Vec<BinCount>,
    /// The visits that no bin can be given.
    pub undated: Vec<Key>,
}

impl LaneCounts {
    /// The bins from one to another, both included.
    #[must_use]
    pub fn between(&self, first: Bin, last: Bin) -> &[BinCount] {
        let from = self.bins.partition_point(|count| count.bin < first);
        let to = self.bins.partition_point(|count| count.bin <= last);
        self.bins.get(from..to.max(from)).unwrap_or(&[])
    }
}

/// The counts of what the chart shows: together, and lane by lane.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Each visit once.
    pub total: LaneCounts,
    /// For each lane of [`Lanes::lanes`]; a visit in two lanes counts in both.
    pub lanes: Vec<LaneCounts>,
    /// The colours of cells, for the densest of these lanes.
    pub density: Density,
    /// Why the visits of the tray are in no bin.
    pub tray: Tray,
    starts: Vec<DatedStart>,
    undated: Vec<StartRange>,
    by_start: SpanIndex,
    ends: Ends,
    /// The same of those whose date is in doubt.
    ends_in_doubt: Ends,
}

/// How many visits are in no bin, by what is known of their start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tray {
    /// It is open on one side: known to be by a day, or from one on.
    pub open: usize,
    /// It may lie in more than twelve months.
    pub wide: usize,
    /// Nothing.
    pub nothing: usize,
}

impl Tray {
    fn of(starts: &[StartRange]) -> Self {
        let mut tray = Self::default();
        for start in starts {
            match (start.earliest, start.latest) {
                (Some(_), Some(_)) => tray.wide += 1,
                (None, None) => tray.nothing += 1,
                _ => tray.open += 1,
            }
        }
        tray
    }

    /// What the tray is called: by the open starts, where it holds nothing else.
    #[must_use]
    pub fn label(&self) -> &'static str {
        if self.is_of_open_starts() { "Open start" } else { "Undated" }
    }

    /// Whether all that is in it began before or after a day that is known.
    #[must_use]
    pub fn is_of_open_starts(&self) -> bool {
        self.open > 0 && self.wide + self.nothing == 0
    }

    /// Why they are in no bin, one reason a line.
    #[must_use]
    pub fn words(&self) -> String {
        let reasons = [
            (self.open, "known to have begun by a day, or from one on"),
            (self.wide, "may have begun in more than twelve months"),
            (self.nothing, "without a date"),
        ];
        let lines = reasons.into_iter().filter(|(count, _)| *count > 0);
        let lines: Vec<String> = lines.map(|(count, why)| format!("{}: {why}", count_text(count))).collect();
        if lines.is_empty() { "Every visit has a date to count by".to_owned() } else { lines.join("\n") }
    }
}

/// The first days of dated starts, and their last days, each sorted.
#[derive(Debug, Clone, Default)]
struct Ends {
    first_days: Vec<Day>,
    last_days: Vec<Day>,
}

impl Ends {
    fn new<'a>(starts: impl Iterator<Item = &'a DatedStart>) -> Self {
        let (mut first_days, mut last_days): (Vec<Day>, Vec<Day>) = starts.filter_map(DatedStart::dated).unzip();
        first_days.sort_unstable();
        last_days.sort_unstable();
        Self { first_days, last_days }
    }

    /// How many have begun by the end of a day: under every reading, and at most.
    fn begun_by(&self, day: Day) -> (usize, usize) {
        let by = |days: &[Day]| days.partition_point(|other| *other <= day);
        (by(&self.last_days), by(&self.first_days))
    }

    /// How many may have begun from one day to another.
    fn possible_in(&self, (first, last): (Day, Day)) -> usize {
        let before = self.last_days.partition_point(|day| *day < first);
        self.begun_by(last).1.saturating_sub(before)
    }
}

impl Tally {
    /// Counts the visits of the lanes.
    #[must_use]
    pub fn new(reader: &Reader, lanes: &Lanes, unit: BinUnit) -> Self {
        // After the lanes, one more in which every visit stands once.
        let all = lanes.lanes.len();
        let mut lanes_of: Vec<Vec<usize>> = vec![vec![all]; lanes.items.items.len()];
        for (number, lane) in lanes.lanes.iter().enumerate() {
            for place in &lane.items {
                if let Some(into) = lanes_of.get_mut(*place as usize) {
                    into.push(number);
                }
            }
        }
        let mut ranges = Starts::new(reader);
        let mut starts: Vec<DatedStart> = Vec::new();
        let mut trays: Vec<Vec<Key>> = vec![Vec::new(); all + 1];
        let mut undated = Vec::new();
        let counted = lanes.items.items.iter().zip(&lanes_of).filter_map(|(item, into)| {
            let visit = reader.visit_at(item.key)?;
            let start = CountOptions::default().counts(&visit).then(|| ranges.of(item.key, &visit))?;
            starts.push(DatedStart::new(item.key, start.clone()));
            if start.is_dated() {
                return Some((start, (visit.id.clone(), item.key), into.as_slice()));
            }
            // The undated may lie in any bin, or nearly: drawn over each they would hide the others. They have a tray.
            undated.push(start);
            for lane in into {
                trays.get_mut(*lane)?.push(item.key);
            }
            None
        });
        let (bins, _) = count_in_lanes(unit, all + 1, counted);

        let mut counts = vec![LaneCounts { unit, ..LaneCounts::default() }; all + 1];
        for bin in bins {
            if let Some(lane) = counts.get_mut(bin.lane) {
                lane.bins.push(bin);
            }
        }
        for (lane, tray) in counts.iter_mut().zip(trays) {
            lane.undated = tray;
        }
        let total = counts.pop().unwrap_or_default();
        let dated = (0u32..).zip(&starts).filter_map(|(place, start)| {
            let (first, last) = start.dated()?;
            Some((f64::from(first.0), f64::from(last.0), place))
        });
        let by_start = SpanIndex::new(dated);
        let ends = Ends::new(starts.iter());
        let ends_in_doubt = Ends::new(starts.iter().filter(|start| start.is_in_doubt()));
        let most = counts.iter().flat_map(|lane| &lane.bins).map(BinCount::least).max().unwrap_or(0);
        let density = Density::for_most(most);
        let tray = Tray::of(&undated);
        Self { total, lanes: counts, density, tray, starts, undated, by_start, ends, ends_in_doubt }
    }

    /// The dated starts that may lie from one day to another, in no order.
    fn starts_in(&self, (first, last): (Day, Day)) -> impl Iterator<Item = &DatedStart> {
        let places = self.by_start.touching(f64::from(first.0), f64::from(last.0));
        places.filter_map(|place| self.starts.get(place as usize))
    }

    /// How many dated visits began from one day to another; looks at none but those that may lie on either side of an
    /// end.
    #[must_use]
    pub fn begun_in(&self, days: (Day, Day)) -> BegunIn {
        let (first, last) = days;
        let begins_before = |start: &&DatedStart| start.range.earliest.is_some_and(|day| day < first);
        let ends_after = |start: &&DatedStart| start.range.latest.is_some_and(|day| day > last);
        let over_first = self.starts_in((first, first)).filter(begins_before);
        let over_last = self.starts_in((last, last)).filter(|start| ends_after(start) && !begins_before(start));
        let at_ends: Vec<&DatedStart> = over_first.chain(over_last).collect();
        let shared = BegunIn::new(at_ends.iter().copied(), days);
        let whole = self.ends.possible_in(days) - at_ends.len();
        let in_doubt =
            self.ends_in_doubt.possible_in(days) - at_ends.iter().filter(|start| start.is_in_doubt()).count();
        let possible = whole + shared.possible;
        BegunIn { certain: whole - in_doubt, in_doubt, expected: whole as f64 + shared.expected, possible }
    }

    /// The dated visits that may have begun from one day to another, in the order of their dates.
    #[must_use]
    pub fn keys_in(&self, days: (Day, Day)) -> Vec<Key> {
        let (first, last) = days;
        let mut places: Vec<u32> = self.by_start.touching(f64::from(first.0), f64::from(last.0)).collect();
        places.sort_unstable();
        let starts = places.into_iter().filter_map(|place| self.starts.get(place as usize));
        starts.filter(|start| start.may_begin_in(days)).map(|start| start.key).collect()
    }

    /// How many of the undated visits may have begun in a bin.
    #[must_use]
    pub fn undated_in(&self, bin: Bin) -> usize {
        let Some(days) = bin.first_day().zip(bin.last_day()) else { return 0 };
        self.undated.iter().filter(|start| start.may_lie_in(days)).count()
    }

    /// How many dated visits have begun by the end of a day: under every reading, and at most.
    #[must_use]
    pub fn begun_by(&self, day: Day) -> (usize, usize) {
        self.ends.begun_by(day)
    }

    /// The dated visits that may have begun in a bin, in the order of their dates.
    #[must_use]
    pub fn members(&self, bin: Bin) -> Vec<Key> {
        bin.first_day().zip(bin.last_day()).map(|days| self.keys_in(days)).unwrap_or_default()
    }
}

/// The finest unit whose bins can be told apart.
#[must_use]
pub fn unit_for(scale: &TimeScale) -> BinUnit {
    let wide = |unit: &&BinUnit| 365.25 / f64::from(unit.per_year()) * scale.points_per_day() >= LEAST_WIDTH;
    BinUnit::ALL.iter().find(wide).copied().unwrap_or(BinUnit::Year)
}

/// A bar of the histogram, or a cell of a dense lane.
#[derive(Debug, Clone, PartialEq)]
pub struct BinBox {
    /// The bin.
    pub bin: Bin,
    /// Its left end, in points.
    pub left: f32,
    /// Its right end, in points.
    pub right: f32,
    /// What is in it.
    pub count: BinCount,
}

/// The histogram in points along time and visits upwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Histogram {
    /// The bars in sight.
    pub bars: Vec<BinBox>,
    /// The number of visits at the top.
    pub most: f64,
    /// The numbers on the axis.
    pub ticks: Vec<u32>,
    /// The rolling mean, as points along time and visits.
    pub mean: Vec<(f32, f64)>,
}

/// The bins of counts in sight, cut at the edges of the chart.
#[must_use]
pub fn bins_in_sight(counts: &LaneCounts, scale: &TimeScale) -> Vec<BinBox> {
    let (first, last) = scale.days_in_sight();
    let unit = counts.unit;
    let boxes = counts.between(Bin::of(first, unit), Bin::of(last, unit)).iter().filter_map(|count| {
        let (left, right) = (scale.x_of(count.bin.first_day()?), scale.x_of(count.bin.next().first_day()?));
        Some(BinBox { bin: count.bin, left, right, count: count.clone() })
    });
    boxes.collect()
}

/// The histogram of counts in sight; `window` is the number of bins of the mean, 0 for none; nothing is averaged
/// beyond `known_until`, see [`ChartItems::known_until`](super::ChartItems::known_until).
#[must_use]
pub fn histogram(counts: &LaneCounts, scale: &TimeScale, window: u8, known_until: Option<Day>) -> Histogram {
    let bars = bins_in_sight(counts, scale);
    let highest = bars.iter().map(|bar| f64::from(bar.count.possible).max(bar.count.expected)).fold(0.0, f64::max);
    let (most, ticks) = value_axis(highest);
    let mean = if window == 0 { Vec::new() } else { rolling_mean(counts, scale, i32::from(window), known_until) };
    Histogram { bars: bars.into_iter().map(inset).collect(), most, ticks, mean }
}

/// A bar with the gap to its neighbours.
pub(super) fn inset(bar: BinBox) -> BinBox {
    let (left, right) = (bar.left, bar.right);
    let gap = (right - left) * (1.0 - BAR_SHARE) / 2.0;
    BinBox { left: left + gap, right: (right - gap).max(left + gap + 1.0), ..bar }
}

/// The mean of the expected counts over the bins up to each one, from the first full window to the last bin that the
/// end of what is known leaves whole: half a year counted as a year would bend the line down for no reason. Where nobody
/// says how far the file goes, its last bin goes on.
fn rolling_mean(counts: &LaneCounts, scale: &TimeScale, window: i32, known_until: Option<Day>) -> Vec<(f32, f64)> {
    let unit = counts.unit;
    // Visits without a date are possible long before and after; the mean is over where something is expected.
    let mut expected = counts.bins.iter().filter(|count| count.expected > 0.0);
    let Some(first) = expected.next() else { return Vec::new() };
    let last = expected.next_back().unwrap_or(first).bin.number();
    let last = known_until.map_or(last - 1, |day| last_whole(day, unit));
    let (from, to) = scale.days_in_sight();
    let begin = (first.bin.number() + window - 1).max(Bin::of(from, unit).number() - 1);
    let end = last.min(Bin::of(to, unit).number() + 1);
    let bin = |number| Bin::from_number(number, unit);
    (begin..=end)
        .filter_map(|number| {
            let sum: f64 =
                counts.between(bin(number - window + 1), bin(number)).iter().map(|count| count.expected).sum();
            let (left, right) = (bin(number).first_day()?, bin(number + 1).first_day()?);
            Some((f32::midpoint(scale.x_of(left), scale.x_of(right)), sum / f64::from(window)))
        })
        .collect()
}

/// So many bins are two years of months.
const TWO_YEARS: i32 = 24;

/// How many bins the mean is over where nobody chose: a year, or a quarter where months do not fill two years; five
/// years where bins are years.
#[must_use]
pub fn usual_window(counts: &LaneCounts) -> u8 {
    let length = counts.bins.first().zip(counts.bins.last()).map(|(a, b)| b.bin.number() - a.bin.number());
    match counts.unit {
        BinUnit::Month if length.is_some_and(|length| length >= TWO_YEARS) => 12,
        BinUnit::Month => 3,
        BinUnit::Quarter => 4,
        BinUnit::Year => 5,
    }
}

/// What the mean is called: `12-month mean`; `no mean` where it is over none.
#[must_use]
pub fn mean_words(unit: BinUnit, window: u8) -> String {
    match (unit, window) {
        (_, 0) => "no mean".to_owned(),
        (BinUnit::Month, window) => format!("{window}-month mean"),
        (BinUnit::Quarter, window) => format!("{}-month mean", window * 3),
        (BinUnit::Year, window) => format!("{window}-year mean"),
    }
}

/// The number of the last bin that ends by a day.
fn last_whole(day: Day, unit: BinUnit) -> i32 {
    let bin = Bin::of(day, unit);
    if bin.last_day().is_some_and(|last| last <= day) { bin.number() } else { bin.number() - 1 }
}

/// Gives histograms that stand over each other the same axis, so that their bars can be compared.
pub fn share_axis(histograms: &mut [Histogram]) {
    let Some(highest) = histograms.iter().max_by(|a, b| a.most.total_cmp(&b.most)) else { return };
    let (most, ticks) = (highest.most, highest.ticks.clone());
    for histogram in histograms {
        histogram.most = most;
        histogram.ticks.clone_from(&ticks);
    }
}

/// The number at the top of the axis and the numbers on it: few, round, with room above the highest bar.
pub(super) fn value_axis(highest: f64) -> (f64, Vec<u32>) {
    let small = [1u32, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500];
    let large = (3..8).flat_map(|power| [1, 2, 5].map(|step| step * 10u32.pow(power)));
    let with_room = highest * 1.12 + 0.2;
    let is_coarse_enough = |step: &u32| with_room / f64::from(*step) <= 4.5;
    let step = small.into_iter().chain(large).find(is_coarse_enough).unwrap_or(1_000_000_000);
    let count = (with_room / f64::from(step)).ceil().max(2.0) as u32;
    (f64::from(step * count), (0..=count).map(|n| n * step).collect())
}

/// `2–3`: how many began in a bin at least and at most.
#[must_use]
pub fn count_words(count: &BinCount) -> String {
    range_text(count.least() as usize, count.possible as usize, "–")
}

/// `1 certain, 0.9 expected, at most 2`.
#[must_use]
pub fn parts_words(count: &BinCount) -> String {
    let mut parts = Vec::new();
    let number = |count: u32| count_text(count as usize);
    if count.certain > 0 {
        parts.push(format!("{} certain", number(count.certain)));
    }
    if count.qualified > 0 {
        parts.push(format!("{} by a date in doubt", number(count.qualified)));
    }
    if count.possible > count.least() {
        parts.push(format!("{} expected", share_text(count.expected)));
        parts.push(format!("at most {}", number(count.possible)));
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests;
