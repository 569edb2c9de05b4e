//! The start that follows from an anchor and a period.

use super::{Civil, DateBounds, Day, Period, Relative, days_in_month, parse_edtf};

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

    /// Whether a date may stand beside what follows from an anchor: it has that start, or leaves one bound of it open and
    /// so claims less, as an office does that was held on a day and began then or before. `None` where nothing follows.
    #[must_use]
    pub fn allows(&self, anchor: &DateBounds, written: &DateBounds) -> Option<bool> {
        let (earliest, latest) = self.start_from(anchor)?;
        let has_bound = written.start_earliest.is_some() || written.start_latest.is_some();
        let agrees = |expected: Option<Day>, written: Option<Day>| {
            expected.is_none() || expected == written || written.is_none() && has_bound
        };
        Some(agrees(earliest, written.start_earliest) && agrees(latest, written.start_latest))
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

/// A start that follows from an anchor, with the end that a date says by itself: the start alone would lose it. `None`
/// where the two make no date.
#[must_use]
pub fn with_end_of(edtf: &str, start: String) -> Option<String> {
    let Some((_, end)) = edtf.split_once('/') else { return Some(start) };
    let start = start.strip_suffix("/..").unwrap_or(&start);
    let whole = format!("{start}/{end}");
    parse_edtf(&whole).is_ok().then_some(whole)
}

/// The last day of the month of a day.
fn last_of_month(day: Day) -> Day {
    let Civil { year, month, .. } = day.civil();
    Day::from_civil(i64::from(year), month, days_in_month(year, month)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn an_open_bound_claims_less_than_what_follows_and_is_no_other_date() {
        let relative = Relative { offset: "P0D".to_owned(), ..Relative::default() };
        let anchor = parse_edtf("2025-11-18").unwrap().bounds;
        for (written, is_allowed) in [
            ("2025-11-18", true),
            ("..2025-11-18/2025-11-18..", true),
            ("[..2025-11-18]", true),
            ("2025-11-18/2025-11-21", true),
            ("[..2025-11-20]", false),
            ("2025-11-17", false),
            ("XXXX", false),
        ] {
            let written_bounds = parse_edtf(written).unwrap().bounds;
            assert_eq!(relative.allows(&anchor, &written_bounds), Some(is_allowed), "{written}");
        }
    }

    #[test]
    fn a_start_that_is_written_anew_keeps_the_end() {
        for (edtf, start, whole) in [
            ("2025-11-01", "2025-11-18", Some("2025-11-18")),
            ("2025-11-01/2025-11-21", "2025-11-18", Some("2025-11-18/2025-11-21")),
            ("..2025-11-01/2025-11-01..", "2025-10-18", Some("2025-10-18/2025-11-01..")),
            ("2025-11-20/2025-12-01", "..2025-11-18/..", Some("..2025-11-18/2025-12-01")),
            ("2025-11-01/2025-11-03", "2025-11-18", None),
            ("2025-11-01/2025-11-03", "[2025-11-18..2025-11-20]", None),
        ] {
            assert_eq!(with_end_of(edtf, start.to_owned()).as_deref(), whole, "{edtf} {start}");
        }
    }
}
