//! The same counts as a curve: how many visits had begun by the end of each bin.

use crate::analysis::count::Bin;

use super::histogram::value_axis;
use super::{Tally, TimeScale};

/// How many had begun by a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurvePoint {
    /// The bin that ends then.
    pub bin: Bin,
    /// The moment, in points along time.
    pub x: f32,
    /// Under every reading of the dates.
    pub least: usize,
    /// By the shares of days.
    pub expected: f64,
    /// At most, the undated left out.
    pub most: usize,
}

/// A cumulative curve, and the axis of visits upwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    /// From left to right, with one beyond each edge.
    pub points: Vec<CurvePoint>,
    /// The number of visits at the top.
    pub most: f64,
    /// The numbers on the axis.
    pub ticks: Vec<u32>,
}

/// The curve of the dated visits, of what is in sight.
#[must_use]
pub fn cumulative(tally: &Tally, scale: &TimeScale) -> Curve {
    let counts = &tally.total;
    let (first, last) = scale.days_in_sight();
    let (from, to) = (Bin::of(first, counts.unit).number() - 1, Bin::of(last, counts.unit).number() + 1);
    let before = counts.bins.iter().take_while(|count| count.bin.number() < from);
    let mut expected: f64 = before.map(|count| count.expected).sum();
    let mut points = Vec::new();
    for number in from..=to {
        let bin = Bin::from_number(number, counts.unit);
        expected += counts.between(bin, bin).iter().map(|count| count.expected).sum::<f64>();
        let Some((end, next)) = bin.last_day().zip(bin.next().first_day()) else { continue };
        let (least, most) = tally.begun_by(end);
        points.push(CurvePoint { bin, x: scale.x_of(next), least, expected, most });
    }
    let highest = points.iter().map(|point| point.most).max().unwrap_or(0);
    let (most, ticks) = value_axis(highest as f64);
    Curve { points, most, ticks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::count::BinUnit;
    use crate::analysis::count::LaneBy;
    use crate::index::{Index, Reader};
    use crate::present::chart::{ChartItems, LaneSort, Lanes, whole_range};

    #[test]
    fn a_curve_rises_within_its_doubt_and_ends_with_all_that_is_dated() {
        let briefing = crate::sample::made_up(500, 0, 3);
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let items = ChartItems::new(&reader, |_| true);
        let lanes = Lanes::new(reader, items, LaneBy::Direction, LaneSort::Visits);
        for unit in BinUnit::ALL {
            let tally = Tally::new(&reader, &lanes, *unit);
            let (first, last) = whole_range(&lanes.items, crate::model::Day(0));
            let scale = TimeScale { left: 0.0, width: 1000.0, first, days: last - first };
            let curve = cumulative(&tally, &scale);
            for pair in curve.points.windows(2) {
                assert!(pair[0].least <= pair[1].least && pair[0].most <= pair[1].most);
                assert!(pair[0].expected <= pair[1].expected && pair[0].x < pair[1].x);
            }
            for point in &curve.points {
                assert!(point.least as f64 <= point.expected + 1e-6, "{point:?}");
                assert!(point.expected <= point.most as f64 + 1e-6, "{point:?}");
            }
            let end = curve.points.last().unwrap();
            let all: f64 = tally.total.bins.iter().map(|bin| bin.expected).sum();
            assert!((end.expected - all).abs() < 1e-6);
            assert_eq!(end.least, end.most);
        }
    }
}
