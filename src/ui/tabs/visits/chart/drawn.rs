//! What is drawn of the visits that are shown, and told of them in words; of many it is worked out on a thread.

use std::sync::Arc;

use crate::analysis::count::BinUnit;
use crate::analysis::count::LaneBy;
use crate::index::Reader;
use crate::model::{Day, Key};
use crate::present::Shown;
use crate::present::chart::{
    ChartItems, ColourBy, LaneSort, Lanes, SeriesStyle, SeriesStyles, Tally, absent_directions,
};
use crate::present::{Finding, findings};

/// What the lanes follow from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LanesKey {
    pub(super) revision: u64,
    pub(super) by: LaneBy,
    pub(super) sort: LaneSort,
    pub(super) colour: ColourBy,
}

/// What is drawn, and told in words.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawn {
    pub(super) grouped: Arc<Grouped>,
    pub(super) tally: Arc<Tally>,
}

impl Drawn {
    /// The lanes of what is shown, or those that are known where they follow from the same.
    pub(super) fn new(reader: Reader<'_>, shown: &Shown, known: Arc<Grouped>, key: LanesKey, unit: BinUnit) -> Self {
        if known.key == key {
            let tally = Arc::new(Tally::new(&reader, &known.lanes, unit));
            return Self { grouped: known, tally };
        }
        let items = ChartItems::new(&reader, |key| shown.has(key));
        let (keys, as_of): (Vec<Key>, _) = (items.items.iter().map(|item| item.key).collect(), items.as_of);
        let styles = SeriesStyles::new(&reader, key.colour);
        let told = || Told::new(reader, &keys, as_of, &styles, key.by);
        let counted = || {
            let lanes = Lanes::new(reader, items, key.by, key.sort).coloured(styles.clone());
            let tally = Tally::new(&reader, &lanes, unit);
            (lanes, tally)
        };
        let ((lanes, tally), told) = rayon::join(counted, told);
        Self { grouped: Arc::new(Grouped::new(key, lanes, told)), tally: Arc::new(tally) }
    }
}

/// What is told of visits, whichever lanes they stand in.
struct Told {
    legend: Vec<(Option<SeriesStyle>, String)>,
    absent: Vec<String>,
    findings: Vec<Finding>,
}

impl Told {
    fn new(reader: Reader<'_>, keys: &[Key], as_of: Option<Day>, styles: &SeriesStyles, by: LaneBy) -> Self {
        let visits: Vec<_> = keys.iter().filter_map(|key| reader.visit_at(*key)).collect();
        let visits = || visits.iter().map(|visit| &**visit);
        let absent = if by == LaneBy::Direction { absent_directions(&reader, visits()) } else { Vec::new() };
        Self { legend: styles.legend(&reader, visits()), absent, findings: findings(&reader, keys, as_of) }
    }
}

/// The lanes, with what follows from them alone.
#[derive(Debug, Default)]
pub(super) struct Grouped {
    /// What they follow from.
    pub(super) key: LanesKey,
    /// The lanes.
    pub(super) lanes: Lanes,
    /// What colours and shapes stand for.
    pub(super) legend: Vec<(Option<SeriesStyle>, String)>,
    /// The names of the lanes, then those that a comparison may ask for in vain.
    pub(super) names: Vec<String>,
    /// What the frequency says.
    pub(super) findings: Vec<Finding>,
}

impl Grouped {
    fn new(key: LanesKey, lanes: Lanes, told: Told) -> Self {
        let Told { legend, absent, findings } = told;
        let names = lanes.lanes.iter().map(|lane| lane.label.clone()).chain(absent).collect();
        Self { key, lanes, legend, names, findings }
    }
}
