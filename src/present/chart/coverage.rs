//! Time that was not searched.

use crate::analysis::Searched;
use crate::model::{Day, Header};

use super::TimeScale;

/// The parts in sight of the time up to the cut-off that no entry of the briefing's coverage names, in points. None where
/// the briefing says nothing of what was searched; after the cut-off nobody could.
#[must_use]
pub fn unsearched(header: &Header, scale: &TimeScale, as_of: Option<Day>) -> Vec<(f32, f32)> {
    let last = as_of.map_or(scale.last(), |day| (f64::from(day.0) + 1.0).clamp(scale.first, scale.last()));
    let cut = |moment: f64| scale.x(moment.clamp(scale.first, last));
    let gaps = Searched::of(header).gaps(scale.days_in_sight());
    let ends = gaps.into_iter().map(|(from, to)| (cut(f64::from(from.0)), cut(f64::from(to.0) + 1.0)));
    ends.filter(|(left, right)| left < right).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Coverage;

    #[test]
    fn the_gaps_reach_to_the_edges_of_the_chart() {
        let part = |from: &str, to: &str| Coverage { from: from.to_owned(), to: to.to_owned(), ..Coverage::default() };
        let scale = TimeScale {
            left: 0.0,
            width: 366.0,
            first: f64::from(Day::from_civil(2024, 1, 1).unwrap().0),
            days: 366.0,
        };
        let header = Header { coverage: vec![part("2024-02", "2024-05")], ..Header::default() };
        assert_eq!(unsearched(&header, &scale, None), [(0.0, 31.0), (152.0, 366.0)]);
        assert_eq!(unsearched(&header, &scale, Day::from_civil(2024, 6, 30)), [(0.0, 31.0), (152.0, 182.0)]);
        assert!(unsearched(&Header::default(), &scale, None).is_empty());
    }
}
