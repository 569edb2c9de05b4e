//! `dateline count`: the counts behind the chart.

use super::arguments::{CountArguments, CountBy, CountFormat, CountLanes};
use super::input;
use super::outcome::{Ended, print, tell};
use crate::analysis::count::{self, BinUnit, CountOptions, Counts, LaneBy};
use crate::export::{counts_to_csv, counts_to_json};
use crate::model::plural;
use crate::present::told_verdicts;

pub(super) fn run(asked: &CountArguments) -> anyhow::Result<Ended> {
    let Some(document) = input::open(&asked.file) else { return Ok(Ended::Unreadable) };
    input::tell_unreadable(&asked.file, &document);
    let by = match asked.by {
        CountBy::Month => BinUnit::Month,
        CountBy::Quarter => BinUnit::Quarter,
        CountBy::Year => BinUnit::Year,
    };
    let lanes = asked.lanes.map_or(LaneBy::Nothing, CountLanes::by);
    let options = CountOptions { by, lanes, ..CountOptions::default() };
    let reader = document.reader();
    let counts = count::count(&reader, &options);
    tell_destinations(asked, &counts);
    let text = match asked.format {
        CountFormat::Csv => counts_to_csv(&counts),
        CountFormat::Json => {
            let verdicts = asked.lanes.map(|_| told_verdicts(&reader, &options));
            counts_to_json(&counts, &document.briefing, verdicts.as_deref())
        }
    };
    print(&text)?;
    Ok(Ended::Well)
}

/// So many visits are named; the rest are counted.
const MOST_NAMED: usize = 5;

/// Says that some visits that are counted do not say where they went.
fn tell_destinations(asked: &CountArguments, counts: &Counts) {
    let without = &counts.without_destination;
    if without.is_empty() {
        return;
    }
    let named = without.iter().take(MOST_NAMED).map(|(id, _)| format!("`{id}`"));
    let rest = without.len().saturating_sub(MOST_NAMED);
    let names: Vec<String> = named.chain((rest > 0).then(|| format!("and {rest} more"))).collect();
    let visits = plural(without.len(), "visit");
    let is = if without.len() == 1 { "is" } else { "are" };
    let words = format!("{visits} without a destination {is} counted: {}", names.join(", "));
    tell(&format!("{}: {words}", input::name_of(&asked.file)));
}
