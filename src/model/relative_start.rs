//! The start that follows from an anchor and a period.

use super::{Civil, DateBounds, Day, Period, Relative, days_in_month};

impl Relative {
    /// The first and the last day on which something so far from an anchor may begin: the start of the anchor, plus
    /// the offset, give or take the slack. An end that is open there stays open.
    ///
    /// `None` where the offset or the slack is no period.
    #[must_use]
    pub fn start_from(&self, anchor: &DateBounds) -> Option<(Option<Day>, Option<Day>)> {
        let offset = Period::parse(&self.offset).ok()?;
        let slack = if self.slack.is_empty() { Period::default() } else { Period::parse(&self.slack).ok()? };
        let earliest = anchor.start_earliest.map(|day| slack.reversed().after(offset.after(day)));
        let latest = anchor.start_latest.map(|day| {
            let is_whole_months = offset.days == 0 && anchor.start_earliest.is_some_and(|first| first.civil().day == 1);
            let day_after = offset.after(day);
            // The last day of a month leads to the last day of a month, however long the two are.
            let is_last = last_of_month(day) == day;
            slack.after(if is_whole_months && is_last { last_of_month(day_after) } else { day_after })
        });
        Some((earliest, latest))
    }

    /// That start in EDTF: a day, or a set of days of which it is one. `None` where there is no bound at all.
    #[must_use]
    pub fn edtf_from(&self, anchor: &DateBounds) -> Option<String> {
        let text = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        match self.start_from(anchor)? {
            (None, None) => None,
            (Some(from), Some(to)) if from == to => Some(from.to_string()),
            (from, to) => Some(format!("[{}..{}]", text(from), text(to))),
        }
    }
}

/// The last day of the month of a day.
fn last_of_month(day: Day) -> Day {
    let Civil { year, month, .. } = day.civil();
    Day::from_civil(i64::from(year), month, days_in_month(year, month)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parse_edtf;

    #[test]
    fn a_start_follows_from_its_anchor() {
        for (anchor, offset, slack, expected) in [
            ("2024-10-14", "-P1M", "P15D", "[2024-08-30..2024-09-29]"),
            ("2024-10-14", "P2W", "", "2024-10-28"),
            ("2024-02", "P1M", "", "[2024-03-01..2024-03-31]"),
            ("[..2024-10-14]", "P1D", "", "[..2024-10-15]"),
        ] {
            let relative = Relative { offset: offset.to_owned(), slack: slack.to_owned(), ..Relative::default() };
            let bounds = parse_edtf(anchor).unwrap().bounds;
            assert_eq!(relative.edtf_from(&bounds).as_deref(), Some(expected), "{anchor} {offset} {slack}");
        }
        let no_period = Relative { offset: "1M".to_owned(), ..Relative::default() };
        assert_eq!(no_period.edtf_from(&parse_edtf("2024").unwrap().bounds), None);
    }
}
