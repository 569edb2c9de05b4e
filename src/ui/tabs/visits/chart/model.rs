//! What the chart shows: lanes, the time in sight, what is collapsed or hidden. No drawing.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::analysis::count::{Bin, BinUnit};
use crate::model::Key;
use crate::present::chart::{
    ChartItems, ChartLayout, ColourBy, LabelStyle, LaneBy, LaneSort, Lanes, Look, Looks, ShownLane, Space, Tally,
    TimeScale, lay_out, whole_range,
};
use crate::ui::{Kept, Scene};

use super::sentences::Sentences;

/// What the bars of the histogram stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum BarsBy {
    /// All lanes together.
    #[default]
    Together,
    /// The lanes on each other.
    Stacked,
    /// Each lane by itself.
    Lanes,
    /// The two lanes that are compared, each by itself.
    Pair,
    /// How many had begun until then.
    Cumulative,
}

impl BarsBy {
    pub(super) const ALL: &'static [Self] = &[Self::Together, Self::Stacked, Self::Lanes, Self::Pair, Self::Cumulative];

    /// In words, on the control.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Together => "All together",
            Self::Stacked => "Stacked by lane",
            Self::Lanes => "Split by lane",
            Self::Pair => "Two lanes compared",
            Self::Cumulative => "Cumulative",
        }
    }
}

/// What the layout of the lanes follows from.
#[derive(Debug, Clone, PartialEq)]
struct LayoutKey {
    revision: u64,
    by: LaneBy,
    sort: LaneSort,
    colour: ColourBy,
    hidden: BTreeSet<String>,
    collapsed: BTreeSet<String>,
    scale: TimeScale,
    space: Space,
    measure: MeasureKey,
}

/// What the width of words follows from: pixels per point, and the revision of the fonts.
pub(super) type MeasureKey = (f32, u64);

/// The lanes that are to be drawn, and where everything of them stands.
#[derive(Debug)]
pub(super) struct LaidOut {
    pub(super) shown: Vec<ShownLane>,
    pub(super) marks: ChartLayout,
}

/// What a bin is made of.
#[derive(Debug)]
pub(super) struct BinMembers {
    /// The dated visits, in the order of their dates.
    pub(super) dated: Vec<Key>,
    /// How many of the undated may lie in it too.
    pub(super) undated: usize,
}

/// What the chart holds between frames.
#[derive(Debug, Default)]
pub(in crate::ui::tabs::visits) struct State {
    /// What lanes have in common.
    pub(super) by: LaneBy,
    /// Their order.
    pub(super) sort: LaneSort,
    /// What colour and shape tell apart.
    pub(super) colour: ColourBy,
    /// Lanes that are shown in one row.
    pub(super) collapsed: BTreeSet<String>,
    /// Lanes that are not shown.
    pub(super) hidden: BTreeSet<String>,
    /// The first moment in sight and how many days are; the whole where nothing was chosen.
    pub(super) sight: Option<(f64, f64)>,
    /// How far the lanes are scrolled, in points.
    pub(super) scroll: f32,
    /// Where a range of time began to be drawn.
    pub(super) brush_from: Option<f64>,
    /// The selection that was last brought into sight.
    pub(super) revealed: Option<Key>,
    /// What bins are as long as; by the zoom where nothing was chosen.
    pub(super) unit: Option<BinUnit>,
    /// How many bins the mean is over; 0 for no line.
    pub(super) mean: Option<u8>,
    /// The unit of the cells in the last frame.
    pub(super) unit_in_sight: Option<BinUnit>,
    /// Whether the lanes showed densities in the last frame.
    pub(super) is_dense: bool,
    /// What the bars stand for.
    pub(super) bars: BarsBy,
    /// The names of the two lanes that are compared; the two largest where nothing was chosen.
    pub(super) pair: [Option<String>; 2],
    /// What the frequency says.
    pub(super) sentences: Sentences,
    /// What colours and shapes stand for.
    pub(super) legend: Kept<(u64, ColourBy), Vec<(Option<Look>, String)>>,
    /// The visits of the bin under the pointer or of the list that is open.
    pub(super) members: Kept<(u64, LaneBy, LaneSort, Bin, Option<usize>), BinMembers>,
    lanes: Kept<(u64, LaneBy, LaneSort, ColourBy), Lanes>,
    laid_out: Kept<LayoutKey, Rc<LaidOut>>,
    tally: Kept<(u64, LaneBy, LaneSort, BinUnit), Tally>,
}

impl State {
    /// The lanes of what is shown, worked out when that changes.
    pub(super) fn lanes(&mut self, scene: &Scene) -> &Lanes {
        let (by, sort, colour) = (self.by, self.sort, self.colour);
        self.lanes.get((scene.revision, by, sort, colour), || {
            let items = ChartItems::new(&scene.reader, |key| scene.shown.has(key));
            Lanes::new(scene.reader, items, by, sort).coloured(Looks::new(&scene.reader, colour))
        })
    }

    /// The place of a lane by its name.
    pub(super) fn lane_named(&mut self, scene: &Scene, name: &str) -> Option<usize> {
        self.lanes(scene).lanes.iter().position(|lane| lane.label == name)
    }

    /// The counts of what is shown.
    pub(super) fn tally(&mut self, scene: &Scene, unit: BinUnit) -> &Tally {
        let key = (scene.revision, self.by, self.sort, unit);
        self.lanes(scene);
        let Self { lanes, tally, by, sort, colour, .. } = self;
        tally.get(key, || {
            let lanes = lanes.get((scene.revision, *by, *sort, *colour), Lanes::default);
            Tally::new(&scene.reader, lanes, unit)
        })
    }

    /// Where everything of the lanes stands, worked out when that changes.
    pub(super) fn laid_out(
        &mut self,
        scene: &Scene,
        scale: &TimeScale,
        space: Space,
        measure: MeasureKey,
        width_of: &dyn Fn(LabelStyle, &str) -> f32,
    ) -> Rc<LaidOut> {
        let key = LayoutKey {
            revision: scene.revision,
            by: self.by,
            sort: self.sort,
            colour: self.colour,
            hidden: self.hidden.clone(),
            collapsed: self.collapsed.clone(),
            scale: *scale,
            space,
            measure,
        };
        let mut kept = std::mem::take(&mut self.laid_out);
        let laid_out = kept.get(key, || {
            let shown = self.shown_lanes(scene);
            let marks = lay_out(&scene.reader, self.lanes(scene), &shown, scale, space, width_of);
            Rc::new(LaidOut { shown, marks })
        });
        let laid_out = Rc::clone(laid_out);
        self.laid_out = kept;
        laid_out
    }

    /// The lanes that are to be drawn.
    pub(super) fn shown_lanes(&mut self, scene: &Scene) -> Vec<ShownLane> {
        let (hidden, collapsed) = (self.hidden.clone(), self.collapsed.clone());
        let lanes = self.lanes(scene).lanes.iter().enumerate();
        lanes
            .filter(|(_, lane)| !hidden.contains(&lane.id))
            .map(|(place, lane)| (place, collapsed.contains(&lane.id)))
            .collect()
    }

    /// The time in sight between two points of the window.
    pub(super) fn scale(&mut self, scene: &Scene, left: f32, width: f32) -> TimeScale {
        let whole = self.whole(scene);
        let scale = TimeScale { left, width: width.max(1.0), first: whole.0, days: whole.1 - whole.0 };
        let chosen = self.sight.filter(|(first, days)| *first < whole.1 && first + days > whole.0);
        match chosen {
            Some((first, days)) => scale.showing(first, first + days),
            None => scale.showing(whole.0, whole.1),
        }
    }

    /// Everything there is to see, with a margin; the range of the filter where it has one.
    fn whole(&mut self, scene: &Scene) -> (f64, f64) {
        let asked = (scene.filter.first_day(), scene.filter.last_day());
        let all = whole_range(&self.lanes(scene).items);
        let first = asked.0.map_or(all.0, |day| f64::from(day.0));
        let last = asked.1.map_or(all.1, |day| f64::from(day.0) + 1.0);
        if first < last { (first, last) } else { all }
    }

    /// Looks at a part of time.
    pub(super) fn look_at(&mut self, scale: TimeScale) {
        self.sight = Some((scale.first, scale.days));
    }

    /// Shows everything again.
    pub(super) fn fit(&mut self) {
        self.sight = None;
        self.scroll = 0.0;
    }

    /// Moves the time in sight so that a visit is in it; its length stays.
    pub(super) fn bring_into_sight(&mut self, scene: &Scene, key: Key, scale: &TimeScale) {
        let lanes = self.lanes(scene);
        let span = lanes.place_of(key).and_then(|(_, place)| lanes.items.items.get(place as usize)?.span());
        if let Some((first, last)) = span
            && (last < scale.first || first > scale.last())
        {
            self.look_at(scale.moved((first + last - scale.first - scale.last()) / 2.0));
        }
    }
}
