//! How many visits there were, with the doubt kept.
//!
//! The rule:
//!
//! - A visit counts once, by the range of days on which it may have **started**. Planned, cancelled and not-in-person
//!   visits are left out unless asked for. An open conflict about its `when` makes what its sides say alternatives.
//! - All days on which it may have lie inside one bin: the visit is *certain* there, or *qualified* where its date is in
//!   doubt in a way that days do not show ([`Starts`] says when).
//! - They lie in several, and at most [`MOST_SPREAD_DAYS`] days apart: the visit is spread, 1 in all. **Alternatives**,
//!   the members of a one-of set and the distinct values of a conflict, share equally, by convention and not as a
//!   probability; the days of each, those that fit a mask among them, are alike.
//! - They lie further apart, are open at a side, or there is no readable date: the visit lies in the **undated tray**.
//! - `expected` is certain + qualified + shares. `possible` is every visit that may lie in the bin, those of the tray
//!   included; none is possible between its alternatives. Over all bins Σ expected + tray = number counted, exactly.
//! - A visit in several lanes counts in each; the total says it once.
//!
//! **Which bins are listed.** For each lane those that a dated visit touches. In others only visits of the tray may lie,
//! and the tray tells of them once.
//!
//! Shares are whole numbers of 2⁻⁴²ths, cut where the days are: the shares of a visit add up to exactly 1, and
//! those of the months of a year to exactly that of the year. The order of the records changes nothing.

mod bin;
mod counting;
mod counts;
mod lanes;
mod starts;
mod tally;

pub use bin::{Bin, BinUnit};
pub use lanes::{LaneBy, LaneNumbers, NO_LANE, lane_label};
pub use starts::{StartRange, Starts, is_start_in_doubt};

#[cfg(test)]
mod tests;

pub use counting::{count, count_in_lanes, count_some, starts_by_lane};
pub use counts::{BinCount, CountOptions, Counts, MOST_SPREAD_DAYS, Undated};
