//! Time that was not searched, so that a zero there is not mistaken for none.

use crate::model::{Day, Header, parse_edtf};

use super::TimeScale;

/// The parts in sight of the time that no entry of the briefing's coverage names, in points. None where the briefing
/// says nothing of what was searched.
#[must_use]
pub fn unsearched(header: &Header, scale: &TimeScale) -> Vec<(f32, f32)> {
    let mut searched: Vec<(Day, Day)> = header.coverage.iter().filter_map(|part| range(&part.from, &part.to)).collect();
    if searched.is_empty() {
        return Vec::new();
    }
    searched.sort_unstable();
    let mut gaps = Vec::new();
    let mut from = scale.first;
    for (first, last) in searched {
        gaps.push((from, f64::from(first.0)));
        from = from.max(f64::from(last.0) + 1.0);
    }
    gaps.push((from, scale.last()));
    let cut = |moment: f64| scale.x(moment.clamp(scale.first, scale.last()));
    gaps.into_iter().map(|(from, to)| (cut(from), cut(to))).filter(|(left, right)| left < right).collect()
}

fn range(from: &str, to: &str) -> Option<(Day, Day)> {
    let first = parse_edtf(from).ok()?.bounds.start_earliest?;
    let last = parse_edtf(to).ok()?.bounds.end_latest?;
    (first <= last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Coverage;

    #[test]
    fn what_no_entry_names_was_not_searched() {
        let part = |from: &str, to: &str| Coverage { from: from.to_owned(), to: to.to_owned(), ..Coverage::default() };
        let scale = TimeScale {
            left: 0.0,
            width: 366.0,
            first: f64::from(Day::from_civil(2024, 1, 1).unwrap().0),
            days: 366.0,
        };
        let header =
            Header { coverage: vec![part("2024-03", "2024-05"), part("2024-02", "2024-03")], ..Header::default() };
        assert_eq!(unsearched(&header, &scale), [(0.0, 31.0), (152.0, 366.0)]);
        assert!(unsearched(&Header::default(), &scale).is_empty());
    }
}
