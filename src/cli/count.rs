//! `dateline count`: the counts behind the chart.

use super::arguments::{CountArguments, CountBy, CountFormat, CountLanes};
use super::input;
use super::outcome::{Ended, print};
use crate::analysis::count::{self, BinUnit, CountOptions, LaneBy};
use crate::export::{counts_to_csv, counts_to_json};
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
    let text = match asked.format {
        CountFormat::Csv => counts_to_csv(&counts),
        CountFormat::Json => {
            let verdicts = asked.lanes.map(|_| told_verdicts(&reader, &options));
            counts_to_json(&counts, &document.briefing.unreadable, verdicts.as_deref())
        }
    };
    print(&text)?;
    Ok(Ended::Well)
}
