//! What the chart shows: lanes, the time in sight, what is collapsed or hidden. No drawing.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use egui::Context;

use crate::analysis::count::LaneBy;
use crate::analysis::count::{Bin, BinUnit};
use crate::model::{Key, RecordKind};
use crate::present::Finding;
use crate::present::chart::{
    ChartLayout, ColourBy, LabelStyle, LaneSort, Lanes, ShownLane, Space, Tally, TimeScale, gutter_width, lay_out,
    whole_range,
};
use crate::store;
use crate::ui::background::BackgroundMemo;
use crate::ui::{Memo, Scene};

use super::drawn::{Drawn, Grouped, LanesKey};

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

/// A part of time that was chosen to look at.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Viewport {
    first: f64,
    days: f64,
    /// All there was to see when it was chosen: what lies outside of it may be looked at, until there is something else.
    of: (f64, f64),
}

/// What the layout of the lanes follows from.
#[derive(Debug, Clone, PartialEq)]
struct LayoutKey {
    lanes: LanesKey,
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

/// The sentences of what is shown, that of the days in sight, and those about two lanes.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    pub(super) in_sight: Memo<(LanesKey, i32, i32), Vec<Key>>,
    pub(super) lead: Memo<(LanesKey, [String; 2]), Vec<Finding>>,
    /// The sentence whose visits are listed among the others.
    pub(super) opened: Option<String>,
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
    /// The time in sight; the whole where nothing was chosen.
    sight: Option<Viewport>,
    /// All there was to see in the last frame.
    whole: (f64, f64),
    /// How far the lanes are scrolled, in points.
    pub(super) scroll: f32,
    /// Where a range of time began to be drawn.
    pub(super) brush_from: Option<f64>,
    /// The selection that was last brought into sight.
    pub(super) revealed: Option<Key>,
    /// Something else had the keys in the last frame: a field gives them away at Enter, which is still its own.
    pub(super) keys_were_elsewhere: bool,
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
    /// The visits of the bin under the pointer or of the list that is open.
    pub(super) members: Memo<(LanesKey, Bin, Option<usize>), BinMembers>,
    gutter: Memo<(LanesKey, MeasureKey, f32), f32>,
    laid_out: Memo<LayoutKey, Rc<LaidOut>>,
    /// What is drawn, of the last state of things that is worked out.
    drawn: Drawn,
    work: BackgroundMemo<(LanesKey, BinUnit), Drawn>,
}

impl State {
    /// Sees to it that lanes and counts follow from what is shown: at once where there are few visits, else on a
    /// thread, and those of the last state of things are drawn until then. `false` while there are none at all.
    pub(super) fn prepare(&mut self, ctx: &Context, scene: &Scene, unit: Option<BinUnit>) -> bool {
        // What was done since the last frame tells which unit is drawn now.
        if let Some(drawn) = self.work.latest() {
            self.drawn = drawn.clone();
        }
        let lanes = LanesKey { revision: scene.revision, by: self.by, sort: self.sort, colour: self.colour };
        let unit = unit.unwrap_or(self.drawn.tally.total.unit);
        let known = Arc::clone(&self.drawn.grouped);
        let (document, shown) = (Arc::clone(scene.document), Arc::clone(scene.shown));
        let count = scene.shown.count(RecordKind::Visit);
        let drawn = self
            .work
            .get(ctx, &(lanes, unit), count, move || Drawn::new(document.reader(), &shown, known, lanes, unit));
        let Some(drawn) = drawn else { return false };
        self.drawn = drawn.clone();
        true
    }

    /// Takes what was worked out on a thread.
    pub(in crate::ui::tabs::visits) fn take_done(&mut self) {
        self.work.take_done();
    }

    /// Since when what is drawn is about to be replaced.
    pub(in crate::ui::tabs::visits) fn busy_since(&self) -> Option<f64> {
        self.work.busy_since()
    }

    /// What is drawn.
    pub(super) fn grouped(&self) -> Arc<Grouped> {
        Arc::clone(&self.drawn.grouped)
    }

    /// The lanes that are drawn.
    pub(super) fn lanes(&self) -> &Lanes {
        &self.drawn.grouped.lanes
    }

    /// The place of a lane by its name.
    pub(super) fn lane_named(&self, name: &str) -> Option<usize> {
        self.lanes().lanes.iter().position(|lane| lane.label == name)
    }

    /// The counts that are drawn.
    pub(super) fn tally(&self) -> &Tally {
        &self.drawn.tally
    }

    /// The unit of the counts that are drawn.
    pub(super) fn unit_drawn(&self) -> BinUnit {
        self.drawn.tally.total.unit
    }

    /// How wide the names of the lanes are, worked out when they change.
    pub(super) fn gutter(&mut self, most: f32, measure: MeasureKey, width_of: &dyn Fn(LabelStyle, &str) -> f32) -> f32 {
        let mut kept = std::mem::take(&mut self.gutter);
        let width = *kept.get((self.drawn.grouped.key, measure, most), || gutter_width(self.lanes(), most, width_of));
        self.gutter = kept;
        width
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
            lanes: self.drawn.grouped.key,
            hidden: self.hidden.clone(),
            collapsed: self.collapsed.clone(),
            scale: *scale,
            space,
            measure,
        };
        let mut kept = std::mem::take(&mut self.laid_out);
        let laid_out = kept.get(key, || {
            let shown = self.shown_lanes();
            let marks = lay_out(&scene.reader, self.lanes(), &shown, scale, space, width_of);
            Rc::new(LaidOut { shown, marks })
        });
        let laid_out = Rc::clone(laid_out);
        self.laid_out = kept;
        laid_out
    }

    /// The lanes that are to be drawn.
    pub(super) fn shown_lanes(&self) -> Vec<ShownLane> {
        let (hidden, collapsed) = (self.hidden.clone(), self.collapsed.clone());
        let lanes = self.lanes().lanes.iter().enumerate();
        lanes
            .filter(|(_, lane)| !hidden.contains(&lane.id))
            .map(|(place, lane)| (place, collapsed.contains(&lane.id)))
            .collect()
    }

    /// The time in sight between two points of the window.
    pub(super) fn scale(&mut self, scene: &Scene, left: f32, width: f32) -> TimeScale {
        let whole = self.whole(scene);
        let scale = TimeScale { left, width: width.max(1.0), first: whole.0, days: whole.1 - whole.0 };
        self.whole = whole;
        let meets = |sight: &Viewport| sight.first < whole.1 && sight.first + sight.days > whole.0;
        match self.sight.filter(|sight| sight.of == whole || meets(sight)) {
            Some(Viewport { first, days, .. }) => scale.showing(first, first + days),
            None => scale.showing(whole.0, whole.1),
        }
    }

    /// Everything there is to see, with a margin; the range of the filter where it has one.
    fn whole(&mut self, scene: &Scene) -> (f64, f64) {
        let asked = (scene.filter.first_day(), scene.filter.last_day());
        let all = whole_range(&self.lanes().items, store::this_day());
        let first = asked.0.map_or(all.0, |day| f64::from(day.0));
        let last = asked.1.map_or(all.1, |day| f64::from(day.0) + 1.0);
        if first < last { (first, last) } else { all }
    }

    /// Looks at a part of time.
    pub(super) fn look_at(&mut self, scale: TimeScale) {
        self.sight = Some(Viewport { first: scale.first, days: scale.days, of: self.whole });
    }

    /// Shows everything again.
    pub(super) fn fit(&mut self) {
        self.sight = None;
        self.scroll = 0.0;
    }

    /// Moves the time in sight so that a visit is in it; its length stays.
    pub(super) fn bring_into_sight(&mut self, key: Key, scale: &TimeScale) {
        let lanes = self.lanes();
        let span = lanes.place_of(key).and_then(|(_, place)| lanes.items.items.get(place as usize)?.span());
        if let Some((first, last)) = span
            && (last < scale.first || first > scale.last())
        {
            self.look_at(scale.moved((first + last - scale.first - scale.last()) / 2.0));
        }
    }
}
