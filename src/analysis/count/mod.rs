//! How many visits there were, with the doubt kept.
//!
//! The rule:
//!
//! - A visit counts once, by the range of days on which it may have **started**. Planned, cancelled and not-in-person
//!   visits are left out unless asked for. An open conflict about its `when` widens the range to all sides.
//! - The range lies inside one bin: the visit is *certain* there, or *qualified* where its date is in doubt in a way that
//!   days do not show ([`Starts`] says when).
//! - It is wider than a bin, and at most [`MOST_SPREAD_DAYS`] days long: the visit is spread over the bins by days, 1 in
//!   all.
//! - It is longer, open at a side, or there is no readable date: the visit lies in the **undated tray**.
//! - `expected` is certain + qualified + shares. `possible` is every visit that may lie in the bin, those of the tray
//!   included. Over all bins Σ expected + tray = number counted, exactly.
//! - A visit in several lanes counts in each; the total says it once.
//!
//! **Which bins are listed.** The years from the first to the last that a visit is placed in, whole, so that a year and
//! its months or quarters tell the same; a bin in which nothing may lie is left out, which means zeros. Where that would
//! be more than [`MOST_YEARS_LISTED`] years times lanes, a lane has the years that it has placed visits in, and no others.
//! Before the first and after the last year only visits of the tray may lie, and the tray tells of them.
//!
//! Shares are whole numbers of [`SHARE_UNITS`]ths, cut where the days are: the shares of a visit add up to exactly 1, and
//! those of the months of a year to exactly that of the year. The order of the records changes nothing.

mod bin;
mod counting;
mod counts;
mod lanes;
mod starts;
mod tally;

pub use bin::{Bin, BinUnit};
pub use lanes::{ALL_LANE, LaneBy, NO_LANE, lane_label};
pub use starts::{StartRange, Starts};

#[cfg(test)]
mod tests;

pub use counting::{count, count_in_lanes, count_some};
pub use counts::{BinCount, CountOptions, Counts, MOST_SPREAD_DAYS, Undated};
