//! One date as a bar: solid where certain, hatched where possible, fading where open.

use crate::model::{DateBounds, Day};

use super::TimeScale;

/// How long an open end takes to fade, in points, and at most which share of the axis.
const FADE: f32 = 96.0;
const FADE_SHARE: f32 = 0.25;
/// No mark is narrower, so that a single day can be seen and hit at any zoom.
const NARROWEST: f32 = 6.0;
/// Parts are drawn so far beyond the edges of the chart, and no further.
pub(super) const BEYOND: f32 = 24.0;

/// What a part of a bar says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// It went on then.
    Certain,
    /// It may have gone on then.
    Possible,
}

/// The side to which a part fades out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FadeTo {
    /// Nobody knows since when.
    Left,
    /// Nobody knows until when.
    Right,
}

/// A part of a bar, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BarPart {
    /// Its left end.
    pub left: f32,
    /// Its right end.
    pub right: f32,
    /// What it says.
    pub fill: Fill,
    /// Whether it fades.
    pub fade: Option<FadeTo>,
}

/// A date as a bar, in points.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bar {
    /// From left to right.
    pub parts: Vec<BarPart>,
    /// The left end of all.
    pub left: f32,
    /// The right end of all.
    pub right: f32,
}

/// The bar of a date, cut off a little beyond the chart. `None` where no corner is known.
#[must_use]
pub fn bar_of(bounds: &DateBounds, scale: &TimeScale) -> Option<Bar> {
    let left_of = |day: Day| scale.x_of(day);
    let right_of = |day: Day| scale.x(f64::from(day.0) + 1.0);
    let known = [bounds.start_earliest, bounds.start_latest, bounds.end_earliest, bounds.end_latest];
    let first_known = known.into_iter().flatten().min()?;
    let last_known = known.into_iter().flatten().max()?;
    let fade = FADE.min(scale.width * FADE_SHARE);

    let mut parts = Parts::default();
    if let Some((from, to)) = bounds.certain_span() {
        let (left, right) = wide_enough(left_of(from), right_of(to), scale);
        match bounds.start_earliest {
            Some(day) => parts.add(left_of(day), left, Fill::Possible, None),
            None => parts.add(left - fade, left, Fill::Possible, Some(FadeTo::Left)),
        }
        parts.add(left, right, Fill::Certain, None);
        match bounds.end_latest {
            Some(day) => parts.add(right, right_of(day), Fill::Possible, None),
            None => parts.add(right, right + fade, Fill::Certain, Some(FadeTo::Right)),
        }
    } else {
        let from = left_of(bounds.start_earliest.unwrap_or(first_known));
        let (left, right) = wide_enough(from, right_of(bounds.end_latest.unwrap_or(last_known)), scale);
        if bounds.start_earliest.is_none() {
            parts.add(left - fade, left, Fill::Possible, Some(FadeTo::Left));
        }
        parts.add(left, right, Fill::Possible, None);
        if bounds.end_latest.is_none() {
            parts.add(right, right + fade, Fill::Possible, Some(FadeTo::Right));
        }
    }
    parts.within(scale.left - BEYOND, scale.right() + BEYOND)
}

/// The ends of a part that can be seen and hit; at the end of the chart it is widened to the left.
fn wide_enough(left: f32, right: f32, scale: &TimeScale) -> (f32, f32) {
    let widened = right.max(left + NARROWEST);
    let beyond = (widened - scale.right().max(right)).max(0.0);
    (left - beyond, widened - beyond)
}

#[derive(Default)]
struct Parts(Vec<BarPart>);

impl Parts {
    /// A part without width says nothing.
    fn add(&mut self, left: f32, right: f32, fill: Fill, fade: Option<FadeTo>) {
        if left < right {
            self.0.push(BarPart { left, right, fill, fade });
        }
    }

    /// Solid and hatched parts are cut at the edges; a fade keeps its length, so that it does not change on the way, and
    /// goes once all of it is beyond them.
    fn within(self, least: f32, most: f32) -> Option<Bar> {
        let cut = |part: BarPart| match part.fade {
            Some(_) => part,
            None => BarPart { left: part.left.clamp(least, most), right: part.right.clamp(least, most), ..part },
        };
        let parts: Vec<BarPart> = self
            .0
            .into_iter()
            .map(cut)
            .filter(|part| part.left < part.right && part.right > least && part.left < most)
            .collect();
        let (left, right) = (parts.first()?.left, parts.last()?.right);
        Some(Bar { parts, left, right })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::When;

    /// Ten points a day from 1 October 2024, which lies at 0.
    fn parts(edtf: &str) -> Vec<(i32, i32, Fill, Option<FadeTo>)> {
        let first = f64::from(Day::from_civil(2024, 10, 1).unwrap().0);
        let scale = TimeScale { left: 0.0, width: 400.0, first, days: 40.0 };
        let bar = bar_of(&When::from_edtf(edtf).bounds(), &scale);
        let parts = bar.map(|bar| bar.parts).unwrap_or_default();
        parts.iter().map(|p| (p.left.round() as i32, p.right.round() as i32, p.fill, p.fade)).collect()
    }

    #[test]
    fn each_kind_of_date_has_its_parts() {
        use FadeTo::{Left, Right};
        use Fill::{Certain, Possible};
        assert_eq!(parts("2024-10-14"), [(130, 140, Certain, None)]);
        assert_eq!(parts("2024-10-08/2024-10-12"), [(70, 120, Certain, None)]);
        assert_eq!(parts("2024-10"), [(0, 310, Possible, None)]);
        assert_eq!(parts("[2024-10-03..2024-10-09]"), [(20, 90, Possible, None)]);
        assert_eq!(parts("2024-10-14/.."), [(130, 140, Certain, None), (140, 236, Certain, Some(Right))]);
        assert_eq!(
            parts("..2024-10-13/.."),
            [(24, 120, Possible, Some(Left)), (120, 130, Certain, None), (130, 226, Certain, Some(Right))]
        );
        assert_eq!(parts("[..2024-10-13]"), [(24, 120, Possible, Some(Left)), (120, 130, Possible, None)]);
        assert_eq!(parts("2024-10-14/2024-10"), [(130, 140, Certain, None), (140, 310, Possible, None)]);
        assert_eq!(parts("../.."), []);
        assert_eq!(parts("no date"), []);
    }

    #[test]
    fn four_corners_are_solid_only_where_every_reading_agrees() {
        let day = |day| Day::from_civil(2024, 10, day);
        let bounds = DateBounds::lasting((day(3), day(9)), (day(18), day(22)));
        let first = f64::from(day(1).unwrap().0);
        let bar = bar_of(&bounds, &TimeScale { left: 0.0, width: 400.0, first, days: 40.0 }).unwrap();
        let fills: Vec<_> = bar.parts.iter().map(|part| (part.left.round() as i32, part.fill)).collect();
        assert_eq!(fills, [(20, Fill::Possible), (80, Fill::Certain), (180, Fill::Possible)]);
    }

    #[test]
    fn a_day_among_centuries_can_still_be_seen_and_a_long_one_is_cut() {
        let scale = TimeScale { left: 0.0, width: 1000.0, first: 0.0, days: 365_000.0 };
        let bar = bar_of(&DateBounds::within(Some(Day(500)), Some(Day(500))), &scale).unwrap();
        assert!(bar.right - bar.left >= NARROWEST);
        // The last day of the chart is not pushed out of it.
        let bar = bar_of(&DateBounds::within(Some(Day(364_999)), Some(Day(364_999))), &scale).unwrap();
        assert!(bar.right <= 1000.1 && bar.right - bar.left >= NARROWEST - 0.1, "{bar:?}");
        let close = TimeScale { left: 0.0, width: 1000.0, first: 0.0, days: 4.0 };
        let bar = bar_of(&DateBounds::within(Some(Day(-900_000)), Some(Day(900_000))), &close).unwrap();
        assert_eq!((bar.left, bar.right), (-BEYOND, 1000.0 + BEYOND));
    }
}
