//! Going from visit to visit by keyboard: in time, and between lanes.

use crate::model::Key;

use super::{ChartItem, Lanes, ShownLane};

/// A step on the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the visit before in time.
    Before,
    /// To the visit after.
    After,
    /// To the nearest in time in a lane above.
    Up,
    /// To the nearest in time in a lane below.
    Down,
    /// To the first of all.
    First,
    /// To the last of all.
    Last,
}

/// The visit that a step from `selected` leads to; the first of all where nothing is selected.
#[must_use]
pub fn walk(lanes: &Lanes, shown: &[ShownLane], selected: Option<Key>, step: Step) -> Option<Key> {
    let here = selected.and_then(|key| lanes.place_of(key));
    match (step, here) {
        (Step::Last, _) => in_time(lanes, shown).next_back(),
        (Step::First, _) | (_, None) => in_time(lanes, shown).next(),
        (Step::Before, Some((_, place))) => next_place(lanes, shown, place, false),
        (Step::After, Some((_, place))) => next_place(lanes, shown, place, true),
        (Step::Up, Some((lane, place))) => {
            let above = shown.iter().position(|(shown, _)| *shown == lane)?;
            shown.get(..above)?.iter().rev().find_map(|(lane, _)| nearest(lanes, *lane, place))
        }
        (Step::Down, Some((lane, place))) => {
            let below = shown.iter().position(|(shown, _)| *shown == lane)? + 1;
            shown.get(below..)?.iter().find_map(|(lane, _)| nearest(lanes, *lane, place))
        }
    }
}

/// The visits that can be drawn and stand in a shown lane, in the order of their dates.
fn in_time<'a>(lanes: &'a Lanes, shown: &'a [ShownLane]) -> impl DoubleEndedIterator<Item = Key> + 'a {
    lanes.items.items.iter().filter(move |item| is_shown(lanes, shown, item)).map(|item| item.key)
}

fn next_place(lanes: &Lanes, shown: &[ShownLane], place: u32, forward: bool) -> Option<Key> {
    let items = &lanes.items.items;
    let place = place as usize;
    let is_shown = |item: &&ChartItem| is_shown(lanes, shown, item);
    let found = if forward {
        items.get(place + 1..)?.iter().find(is_shown)
    } else {
        items.get(..place)?.iter().rev().find(is_shown)
    };
    found.map(|item| item.key)
}

fn is_shown(lanes: &Lanes, shown: &[ShownLane], item: &ChartItem) -> bool {
    item.span().is_some()
        && lanes.place_of(item.key).is_some_and(|(lane, _)| shown.iter().any(|(shown, _)| *shown == lane))
}

fn nearest(lanes: &Lanes, lane: usize, place: u32) -> Option<Key> {
    let middle = |place: u32| {
        let (first, last) = lanes.items.items.get(place as usize)?.span()?;
        Some(f64::midpoint(first, last))
    };
    let here = middle(place)?;
    let members = lanes.lanes.get(lane)?.items.iter().filter_map(|place| Some((*place, middle(*place)?)));
    let (place, _) = members.min_by(|a, b| (a.1 - here).abs().total_cmp(&(b.1 - here).abs()))?;
    lanes.items.items.get(place as usize).map(|item| item.key)
}
