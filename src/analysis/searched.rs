//! Which time was searched for visits, as the briefing says, so that a zero there is not read as none.

use crate::model::{Day, Header, parse_edtf};

/// The time that the entries of a briefing's coverage name; nothing is known where there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Searched {
    /// First and last days, sorted.
    parts: Vec<(Day, Day)>,
}

impl Searched {
    /// What a header says.
    #[must_use]
    pub fn of(header: &Header) -> Self {
        let range = |from: &str, to: &str| {
            let first = parse_edtf(from).ok()?.bounds.start_earliest?;
            let last = parse_edtf(to).ok()?.bounds.end_latest?;
            (first <= last).then_some((first, last))
        };
        let mut parts: Vec<_> = header.coverage.iter().filter_map(|part| range(&part.from, &part.to)).collect();
        parts.sort_unstable();
        Self { parts }
    }

    /// The days from one to another that no entry names, as first and last days; none where there is no entry at all.
    #[must_use]
    pub fn gaps(&self, (first, last): (Day, Day)) -> Vec<(Day, Day)> {
        if self.parts.is_empty() {
            return Vec::new();
        }
        let mut gaps = Vec::new();
        let mut from = first;
        for (begin, end) in &self.parts {
            if *begin > from {
                gaps.push((from, begin.plus_days(-1).min(last)));
            }
            from = from.max(end.plus_days(1));
            if from > last {
                break;
            }
        }
        gaps.push((from, last));
        gaps.retain(|(from, to)| from <= to);
        gaps
    }

    /// Whether the briefing says that every day from one to another was searched.
    #[must_use]
    pub fn says_so(&self, days: (Day, Day)) -> bool {
        !self.parts.is_empty() && self.is_whole(days)
    }

    /// The last day that an entry names.
    #[must_use]
    pub fn end(&self) -> Option<Day> {
        self.parts.iter().map(|(_, last)| *last).max()
    }

    /// Whether every day from one to another was searched, as far as the briefing says.
    #[must_use]
    pub fn is_whole(&self, days: (Day, Day)) -> bool {
        self.gaps(days).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Coverage;

    #[test]
    fn what_no_entry_names_was_not_searched() {
        let part = |from: &str, to: &str| Coverage { from: from.to_owned(), to: to.to_owned(), ..Coverage::default() };
        let header =
            Header { coverage: vec![part("2024-03", "2024-05"), part("2024-02", "2024-03")], ..Header::default() };
        let day = |month, day| Day::from_civil(2024, month, day).unwrap();
        let searched = Searched::of(&header);
        let year = (day(1, 1), day(12, 31));
        assert_eq!(searched.gaps(year), [(day(1, 1), day(1, 31)), (day(6, 1), day(12, 31))]);
        assert!(searched.is_whole((day(2, 1), day(5, 31))));
        assert_eq!(searched.gaps((day(7, 1), day(7, 9))), [(day(7, 1), day(7, 9))]);
        assert!(Searched::of(&Header::default()).is_whole(year), "nothing is told, so nothing is held against it");
    }
}
