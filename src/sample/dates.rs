//! Dates of every kind that EDTF has, around a day that nobody is told.

use super::chance::Chance;
use super::who::Who;
use crate::model::{Basis, Civil, Day, Id, Period, Relative, When, WhenLong, month_in_full};

/// A made-up date.
pub(super) struct Dated {
    pub(super) when: When,
    /// The day on which it is, or near which.
    pub(super) day: Day,
    /// Whether the date is that one day, without doubt.
    pub(super) exact: bool,
    /// The words that the source has for it.
    pub(super) words: Option<String>,
}

/// A visit that another may be dated by.
pub(super) struct Anchor {
    pub(super) visit: Id,
    pub(super) day: Day,
    pub(super) lead: Who,
}

/// What is known where a date is made up.
pub(super) struct Around<'a> {
    pub(super) source: &'a Id,
    pub(super) published: Day,
    /// How many days before the publication something may lie.
    pub(super) reach_days: u32,
    pub(super) anchor: Option<&'a Anchor>,
}

/// How many kinds [`expression`] has.
pub(super) const KINDS: u32 = 38;

/// A date of any kind before the publication of its source.
pub(super) fn any_date(chance: &mut Chance, around: &Around) -> Dated {
    match chance.below(100) {
        0..=7 => without_year(chance, around),
        8..=12 => month_before(chance, around),
        13..=16 => on_or_before(chance, around),
        17..=22 => match around.anchor {
            Some(anchor) => relative(chance, anchor),
            None => day(chance, around),
        },
        23..=54 => any_expression(chance, around),
        _ => day(chance, around),
    }
}

fn any_expression(chance: &mut Chance, around: &Around) -> Dated {
    let truth = hidden_day(chance, around);
    let kind = chance.below(KINDS);
    let edtf = expression(kind, truth, chance);
    let when = if chance.one_in(8) {
        with_basis(edtf, String::new(), Basis::Analyst("Two papers of the time give it so.".to_owned()))
    } else {
        When::from_edtf(&edtf)
    };
    Dated { when, day: truth, exact: false, words: None }
}

/// A day, told whole.
pub(super) fn day(chance: &mut Chance, around: &Around) -> Dated {
    let day = hidden_day(chance, around);
    if chance.one_in(12) {
        let Civil { year, month, day: number } = day.civil();
        let words = format!("on {number} {} {year}", month_in_full(month));
        let when = with_basis(day.to_string(), words.clone(), Basis::Stated);
        return Dated { when, day, exact: true, words: Some(words) };
    }
    Dated { when: When::from_edtf(&day.to_string()), day, exact: true, words: None }
}

fn hidden_day(chance: &mut Chance, around: &Around) -> Day {
    let back = i64::from(around.reach_days).min(super::period::first_day().days_until(around.published));
    around.published.plus_days(-chance.below(back as u32).cast_signed())
}

/// `on 14 October`, of the year of publication.
fn without_year(chance: &mut Chance, around: &Around) -> Dated {
    let before = around.published.plus_days(-chance.below(20).cast_signed());
    let day = if before.civil().year == around.published.civil().year { before } else { around.published };
    let Civil { month, day: number, .. } = day.civil();
    let words = format!("on {number} {}", month_in_full(month));
    let when = with_basis(day.to_string(), words.clone(), Basis::YearFromPublication);
    Dated { when, day, exact: true, words: Some(words) }
}

/// `in May`: the last one before the publication.
fn month_before(chance: &mut Chance, around: &Around) -> Dated {
    let day = around.published.plus_months(-chance.within(1, 11));
    let Civil { year, month, .. } = day.civil();
    let words = format!("in {}", month_in_full(month));
    let when = with_basis(format!("{year:04}-{month:02}"), words.clone(), Basis::NearestPast(around.source.clone()));
    Dated { when, day, exact: false, words: Some(words) }
}

/// Known to have begun when the article was printed.
fn on_or_before(chance: &mut Chance, around: &Around) -> Dated {
    let edtf =
        if chance.one_in(2) { format!("[..{}]", around.published) } else { format!("..{}/..", around.published) };
    let when = with_basis(edtf, String::new(), Basis::OnOrBefore(around.source.clone()));
    Dated { when, day: around.published.plus_days(-3), exact: false, words: None }
}

/// `a month after the visit of somebody`: slack is written as a set.
fn relative(chance: &mut Chance, anchor: &Anchor) -> Dated {
    let offset = chance.word(&["P1M", "-P1M", "P3M", "-P2M", "P2W", "-P10D", "P1Y"]);
    let slack = chance.word(&["P3D", "P1W", "P15D"]);
    let read = |text: &str| Period::parse(text).unwrap_or_default();
    let day = read(offset).after(anchor.day);
    let (first, last) = (read(slack).reversed().after(day), read(slack).after(day));
    let side = if offset.starts_with('-') { "before" } else { "after" };
    let words = format!("{} {side} the visit of {}", read(offset).in_words(), anchor.lead.name());
    let basis =
        Relative { to: anchor.visit.clone(), offset: offset.into(), slack: slack.into(), ..Relative::default() };
    let when = with_basis(format!("[{first}..{last}]"), words.clone(), Basis::Relative(Box::new(basis)));
    Dated { when, day, exact: false, words: Some(words) }
}

fn with_basis(edtf: String, said: String, basis: Basis) -> When {
    When::new(WhenLong { edtf, said, basis: Some(basis), ..WhenLong::default() }, false)
}

/// A day in EDTF, doubted now and then.
fn doubted(day: Day, chance: &mut Chance) -> String {
    format!("{day}{}", chance.word(&["", "", "?", "~", "%"]))
}

/// One EDTF expression of each kind around a day.
pub(super) fn expression(kind: u32, truth: Day, chance: &mut Chance) -> String {
    let Civil { year, month, day } = truth.civil();
    let later = truth.plus_days(chance.within(1, 12));
    let earlier = truth.plus_days(-chance.within(1, 40));
    let month_after = truth.plus_months(chance.within(1, 5)).civil();
    match kind {
        0 => format!("{truth}?"),
        1 => format!("{truth}~"),
        2 => format!("{truth}%"),
        3 => format!("{year:04}?-{month:02}-{day:02}"),
        4 => format!("{year:04}-{month:02}-~{day:02}"),
        5 => format!("{year:04}-%{month:02}-{day:02}"),
        6 => format!("{year:04}-{month:02}"),
        7 => format!("{year:04}-{month:02}~"),
        8 => format!("{year:04}-{month:02}?"),
        9 => format!("{year:04}-{month:02}-XX"),
        10 => format!("{year:04}-XX"),
        11 => format!("{year:04}-XX-XX"),
        12 => format!("{year:04}"),
        13 => format!("{year:04}~"),
        14 => format!("{:03}X", year / 10),
        15 => format!("{:02}XX", year / 100),
        16 => "XXXX".to_owned(),
        17 => format!("{year:04}-{}", 21 + (u32::from(month) + 9) % 12 / 3),
        18 => format!("{year:04}-{}", 33 + (u32::from(month) - 1) / 3),
        19 => format!("{year:04}-{}", 40 + (u32::from(month) - 1) / 6),
        20 => format!("{year:04}-{}", 37 + (u32::from(month) - 1) / 4),
        21 => format!("{truth}/{later}"),
        22 => format!("{truth}/"),
        23 => format!("/{truth}"),
        24 => format!("../{truth}"),
        25 => format!("..{truth}/{later}.."),
        26 => format!("{}/{}", doubted(truth, chance), doubted(later, chance)),
        27 => format!("{year:04}-{month:02}/{:04}-{:02}", month_after.year, month_after.month),
        28 => format!("[{earlier}..{later}]"),
        29 => format!("[..{later}]"),
        30 => format!("[{earlier}..]"),
        31 => format!("[{truth},{later}]"),
        32 => format!("{{{truth},{later}}}"),
        33 => format!("{{{truth}..{later}}}"),
        34 => format!("{year:04}S3"),
        35 => format!("{truth}T{:02}:{:02}:00Z", chance.below(24), chance.below(60)),
        36 => format!("[{year:04}-{month:02}..{:04}-{:02}]", month_after.year, month_after.month),
        _ => format!("{}/{}", year, year + chance.within(1, 3)),
    }
}

#[cfg(test)]
mod tests {
    use super::{KINDS, expression};
    use crate::model::{Day, parse_edtf};
    use crate::sample::chance::Chance;

    #[test]
    fn every_expression_is_edtf() {
        let mut chance = Chance::new(7);
        for number in (-7_000..20_000).step_by(9) {
            for kind in 0..KINDS {
                let edtf = expression(kind, Day(number), &mut chance);
                let parsed = parse_edtf(&edtf);
                assert!(parsed.as_ref().is_ok_and(|parsed| !parsed.is_backwards()), "{kind}: {edtf}: {parsed:?}");
            }
        }
    }
}
