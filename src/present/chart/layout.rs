//! Where everything of the lanes stands, in points from their top left.

use super::mark::{LabelStyle, Mark, MarkLabel, Side};
use crate::index::Reader;
use crate::model::Visit;
use crate::present::told_date;
use crate::present::{disputed_fields, mark_name, visible};

use super::bar::BEYOND;
use super::item::{anchor_of, rival_starts};
use super::rows::{Extent, Placed, Stacking, Wanted, label_range, stack};
use super::tether::{Tether, tethers};
use super::{ChartItem, Lane, Lanes, SeriesStyles, TimeScale, bar_of};

/// More marks than this are shown as a density instead.
const MOST_MARKS: usize = 320;
/// A name beside a mark is no longer, in characters; the whole stands where the visit is looked at.
const MOST_LETTERS: usize = 120;
/// Where there is no room for that, no longer than this.
const FEWEST_LETTERS: usize = 32;
/// The height of a row: at least, at most, and from which on a label has two lines.
const ROW: (f32, f32) = (28.0, 84.0);
const TWO_LINES: f32 = 40.0;
/// With this much room for each mark, each has a row of its own.
const SPREAD_ROW: f32 = 44.0;
/// The height of a bar, at least and at most.
const BAR: (f32, f32) = (10.0, 20.0);
/// The height of a lane that shows a density.
const STRIP_ROW: f32 = 21.5;
/// An open end fades over so many points beyond what is known.
const FADE: f32 = 96.0;
/// A shape before a name, and the gap after it.
pub(super) const SHAPE: f32 = 11.0;
pub(super) const SHAPE_GAP: f32 = 5.0;

/// The room for the lanes, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Space {
    /// How high all lanes together may be without scrolling.
    pub height: f32,
}

/// A lane on the chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaneBox {
    /// Which one.
    pub lane: usize,
    /// Its top.
    pub top: f32,
    /// Its bottom.
    pub bottom: f32,
}

/// Everything of the lanes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartLayout {
    /// The lanes.
    pub lanes: Vec<LaneBox>,
    /// The marks; none where there are so many that they would merge.
    pub marks: Vec<Mark>,
    /// The lines between them.
    pub tethers: Vec<Tether>,
    /// Whether the lanes show densities instead of marks.
    pub is_dense: bool,
    /// The height of all.
    pub height: f32,
    /// How many visits are not among the marks although they may lie in sight: close by, those of many of which no end
    /// is in sight, and which would hide the others.
    pub across: usize,
}

impl ChartLayout {
    /// The lanes of which some part lies between two heights, found without looking at the others.
    #[must_use]
    pub fn lanes_between(&self, top: f32, bottom: f32) -> &[LaneBox] {
        let from = self.lanes.partition_point(|lane| lane.bottom < top);
        let to = self.lanes.partition_point(|lane| lane.top <= bottom);
        self.lanes.get(from..to.max(from)).unwrap_or(&[])
    }
}

/// A lane that is to be drawn, and whether in one row.
pub type ShownLane = (usize, bool);

/// Lays out the lanes given by their place, each with whether it is collapsed to one row.
#[must_use]
pub fn lay_out(
    reader: &Reader,
    lanes: &Lanes,
    shown: &[ShownLane],
    scale: &TimeScale,
    space: Space,
    width_of: &dyn Fn(LabelStyle, &str) -> f32,
) -> ChartLayout {
    let drawn = |which: Which| {
        let mut drafts = drafts(reader, lanes, shown, scale, which, width_of)?;
        if drafts.len() as f32 * ROW.0 > space.height && drafts.iter().any(|draft| !draft.marks.is_empty()) {
            // Too many lanes to show the empty ones.
            drafts.retain(|draft| !draft.marks.is_empty());
        }
        let lanes_shown = || shown.iter().filter_map(|(place, _)| lanes.lanes.get(*place));
        let all: usize = lanes_shown().map(|lane| lane.items.len()).sum();
        let (row_height, placed) = choose_rows(&drafts, all, scale, space)?;
        let mut layout = assemble(drafts, placed, row_height);
        layout.tethers = tethers(reader, &layout.marks, &|words| width_of(LabelStyle::Date, words));
        if which == Which::Ending {
            layout.across = lanes_shown().map(|lane| lane.spans.across((scale.first, scale.last()))).sum();
        }
        Some(layout)
    };
    drawn(Which::All).or_else(|| drawn(Which::Ending)).unwrap_or_else(|| dense(shown))
}

/// Which visits are marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    /// All in sight.
    All,
    /// Those of which an end is in sight, or near.
    Ending,
}

impl Which {
    fn places_of(self, lane: &Lane, range: (f64, f64), view: (f64, f64), most: usize) -> Vec<u32> {
        match self {
            Self::All => lane.spans.touching(range.0, range.1).take(most).collect(),
            Self::Ending => lane.spans.ending_in(range, view).take(most).collect(),
        }
    }
}

/// The marks of each lane, before their rows are known; `None` where they are so many that they would merge.
fn drafts(
    reader: &Reader,
    lanes: &Lanes,
    shown: &[ShownLane],
    scale: &TimeScale,
    which: Which,
    width_of: &dyn Fn(LabelStyle, &str) -> f32,
) -> Option<Vec<LaneDraft>> {
    let view = (scale.first, scale.last());
    let reach = f64::from(FADE) / scale.points_per_day();
    let range = (view.0 - reach, view.1 + reach);
    let mut places: Vec<(ShownLane, Vec<u32>)> = Vec::new();
    let mut room = MOST_MARKS;
    for shown in shown {
        let Some(lane) = lanes.lanes.get(shown.0) else { continue };
        let found = which.places_of(lane, range, view, room + 1);
        room = room.checked_sub(found.len())?;
        places.push((*shown, found));
    }
    let draft = |((place, collapsed), places)| {
        let marks = draft_lane(reader, lanes, places, scale, width_of);
        LaneDraft { place, collapsed, marks }
    };
    Some(places.into_iter().map(draft).collect())
}

/// The marks of a lane in their rows, and how many rows there are.
type PlacedRows = (Vec<Placed>, usize);

/// Rows by the most generous way that fits; `None` where not even the tightest does.
fn choose_rows(drafts: &[LaneDraft], all: usize, scale: &TimeScale, space: Space) -> Option<(f32, Vec<PlacedRows>)> {
    let ways = [(Stacking::Spread, SPREAD_ROW), (Stacking::WithLabels, ROW.0), (Stacking::Tight, ROW.0)];
    for (stacking, least) in ways {
        if stacking == Stacking::Spread && all as f32 * least > space.height {
            continue;
        }
        let placed: Vec<(Vec<Placed>, usize)> = drafts
            .iter()
            .map(|draft| {
                let wanted: Vec<Wanted> = draft.marks.iter().map(|mark| mark.wanted).collect();
                let (placed, rows) = stack(&wanted, if draft.collapsed { Stacking::Single } else { stacking }, scale);
                (placed, rows.max(1))
            })
            .collect();
        let rows: usize = placed.iter().map(|(_, rows)| rows).sum();
        let is_last_way = stacking == Stacking::Tight;
        // Many lanes scroll; many rows of one lane are better seen as a density.
        let deepest = placed.iter().map(|(_, rows)| *rows).max().unwrap_or(1);
        if rows as f32 * least <= space.height || (is_last_way && deepest as f32 * least <= space.height) {
            return Some(((space.height / rows.max(1) as f32).clamp(ROW.0, ROW.1), placed));
        }
    }
    None
}

fn dense(shown: &[ShownLane]) -> ChartLayout {
    let lanes = shown.iter().enumerate().map(|(row, (lane, _))| {
        let top = row as f32 * STRIP_ROW;
        LaneBox { lane: *lane, top, bottom: top + STRIP_ROW }
    });
    ChartLayout {
        lanes: lanes.collect(),
        is_dense: true,
        height: shown.len() as f32 * STRIP_ROW,
        ..ChartLayout::default()
    }
}

/// A lane before its rows are known.
struct LaneDraft {
    place: usize,
    collapsed: bool,
    marks: Vec<MarkDraft>,
}

/// A mark before its row is known.
struct MarkDraft {
    mark: Mark,
    label: (String, String),
    /// The begin of the name, for where there is no room for more.
    short: String,
    wanted: Wanted,
}

fn draft_lane(
    reader: &Reader,
    lanes: &Lanes,
    mut places: Vec<u32>,
    scale: &TimeScale,
    width_of: &dyn Fn(LabelStyle, &str) -> f32,
) -> Vec<MarkDraft> {
    places.sort_unstable();
    let items = places.into_iter().filter_map(|place| lanes.items.items.get(place as usize));
    let cut_off = lanes.items.as_of.map(|day| scale.x(f64::from(day.0) + 1.0));
    items.filter_map(|item| draft_mark(reader, item, &lanes.styles, scale, cut_off, width_of)).collect()
}

fn draft_mark(
    reader: &Reader,
    item: &ChartItem,
    styles: &SeriesStyles,
    scale: &TimeScale,
    cut_off: Option<f32>,
    width_of: &dyn Fn(LabelStyle, &str) -> f32,
) -> Option<MarkDraft> {
    let bar = bar_of(&item.bounds, scale).filter(|bar| bar.right > scale.left && bar.left < scale.right())?;
    let visit = reader.visit_at(item.key)?;
    let title = reader.visit_title(&visit);
    let name = visible(&begin_of(&title, MOST_LETTERS)).into_owned();
    let short = visible(&begin_of(&title, FEWEST_LETTERS)).into_owned();
    let date = visible(&visit.when.as_ref().map(|when| told_date(reader, when)).unwrap_or_default()).into_owned();
    let disputed = !disputed_fields(reader, item.key).is_empty();
    let ghosts: Vec<(f32, f32)> = if disputed { ghosts(reader, item, scale) } else { Vec::new() };
    let styles = styles.of(reader, &visit);
    let shapes = styles.len() as f32 * (SHAPE + SHAPE_GAP);
    let conflict = if disputed { SHAPE + SHAPE_GAP + 4.0 } else { 0.0 };
    let date_width = conflict + width_of(LabelStyle::Date, &date);
    let label_width = (shapes + width_of(LabelStyle::Name, &name)).max(date_width);
    let short_width = (shapes + width_of(LabelStyle::Name, &short)).max(date_width);
    let reach = |least: f32, other: Option<f32>| other.map_or(least, |other| least.min(other));
    let left = reach(bar.left, ghosts.iter().map(|ghost| ghost.0).reduce(f32::min));
    let right = -reach(-bar.right, ghosts.iter().map(|ghost| -ghost.1).reduce(f32::min));
    // A line comes from the visit that the date is counted from: the words keep to the other side.
    let comes_from_later = anchor_of(reader, &visit).is_some_and(|anchor| anchor.is_later);
    let mut wanted = Wanted {
        left: left.max(scale.left),
        right: right.min(scale.right()),
        label_width,
        short_width,
        shapes_width: (shapes - SHAPE_GAP).max(0.0),
        prefers: if comes_from_later { Side::Left } else { Side::Right },
    };
    // The line of the cut-off passes beside the words where they have room on the other side.
    let is_crossed = |side: Side| {
        let (left, right) = label_range(&wanted, side, Extent::Whole);
        cut_off.is_some_and(|x| left < x && x < right)
    };
    if is_crossed(Side::Right) && !is_crossed(Side::Left) {
        wanted.prefers = Side::Left;
    }
    let mark = Mark {
        key: item.key,
        lane: 0,
        row: (0.0, 0.0),
        y: (0.0, 0.0),
        bar,
        status: item.status,
        is_counted: item.is_counted(),
        qualified: item.bounds.start_qualified,
        styles,
        label: None,
        ghosts,
        announced: announced(&visit, scale),
        disputed,
        name: mark_name(reader, item.key, &visit),
    };
    Some(MarkDraft { mark, label: (name, date), short, wanted })
}

/// As much of a name as stands beside a mark.
fn begin_of(name: &str, most: usize) -> String {
    let begin: String = name.chars().take(most).collect();
    if begin.len() < name.len() { format!("{}…", begin.trim_end()) } else { begin }
}

/// The rival readings in sight, cut a little beyond the chart as bars are: drawn whole, they would be miles long.
pub(super) fn ghosts(reader: &Reader, item: &ChartItem, scale: &TimeScale) -> Vec<(f32, f32)> {
    let (least, most) = (scale.left - BEYOND, scale.right() + BEYOND);
    let rivals = rival_starts(reader, item.key, &item.bounds).into_iter();
    let drawn = rivals.map(|(first, last)| {
        let left = scale.x_of(first);
        (left, scale.x(f64::from(last.0) + 1.0).max(left + 6.0))
    });
    let in_sight = drawn.filter(|(left, right)| *right > least && *left < most);
    in_sight.map(|(left, right)| (left.max(least), right.min(most))).collect()
}

/// The middle of the day of the announcement, where it is known to the day; no further beyond the chart than bars are
/// drawn, for a dashed line leads to it.
pub(super) fn announced(visit: &Visit, scale: &TimeScale) -> Option<f32> {
    let bounds = visit.announced.as_ref()?.bounds();
    let day = bounds.start_earliest.filter(|_| bounds.starts_on_one_day())?;
    Some(scale.x(f64::from(day.0) + 0.5).clamp(scale.left - BEYOND, scale.right() + BEYOND))
}

fn assemble(drafts: Vec<LaneDraft>, placed: Vec<(Vec<Placed>, usize)>, row_height: f32) -> ChartLayout {
    let mut layout = ChartLayout::default();
    let bar_height = (row_height - 16.0).clamp(BAR.0, BAR.1);
    for (lane, (draft, (places, rows))) in drafts.into_iter().zip(placed).enumerate() {
        let top = layout.height;
        layout.height += rows as f32 * row_height;
        layout.lanes.push(LaneBox { lane: draft.place, top, bottom: layout.height });
        for (MarkDraft { mut mark, label: (name, date), short, wanted }, place) in draft.marks.into_iter().zip(places) {
            let row = top + place.row as f32 * row_height;
            let middle = row + row_height / 2.0;
            mark.lane = lane;
            mark.row = (row, row + row_height);
            mark.y = (middle - bar_height / 2.0, middle + bar_height / 2.0);
            mark.label = place.label.map(|(side, extent)| {
                let (left, right) = label_range(&wanted, side, extent);
                let x = if side == Side::Right { left } else { right };
                let (name, date) = match extent {
                    Extent::Whole => (name, (row_height >= TWO_LINES).then_some(date)),
                    Extent::Short => (short, (row_height >= TWO_LINES).then_some(date)),
                    Extent::Shapes => (String::new(), None),
                };
                MarkLabel { name, date, side, x, width: right - left }
            });
            layout.marks.push(mark);
        }
    }
    layout
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::count::LaneBy;
    use crate::index::Index;
    use crate::model::Day;
    use crate::present::chart::{ChartItems, LaneSort};

    #[test]
    fn close_by_many_visits_are_single_marks_and_the_others_a_number() {
        let briefing = crate::sample::made_up(20_000, 0, 1);
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let lanes = Lanes::new(reader, ChartItems::new(&reader, |_| true), LaneBy::Channel, LaneSort::Visits);
        let shown: Vec<ShownLane> = (0..lanes.lanes.len()).map(|lane| (lane, false)).collect();
        let first = f64::from(Day::from_civil(1990, 5, 10).unwrap().0);
        let scale = TimeScale { left: 0.0, width: 1_000.0, first, days: 5.0 };
        let layout =
            lay_out(&reader, &lanes, &shown, &scale, Space { height: 900.0 }, &|_, text| text.len() as f32 * 7.0);
        assert!(!layout.is_dense);
        assert!(layout.across > 100, "{} reach across", layout.across);
        // Each that may lie in sight is a mark or counted, in each of its lanes.
        let spans = lanes.lanes.iter().flat_map(|lane| &lane.items);
        let spans = spans.filter_map(|place| lanes.items.items[*place as usize].span());
        let may_lie = spans.filter(|(from, to)| *from < scale.last() && *to > scale.first).count();
        assert!(layout.marks.len() + layout.across >= may_lie, "{} + {}", layout.marks.len(), layout.across);
        let in_sight = |mark: &&Mark| mark.bar.right > scale.left && mark.bar.left < scale.right();
        assert!(layout.marks.iter().all(|mark| in_sight(&mark)));
    }
}
