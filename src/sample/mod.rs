//! Made-up briefings of any size, to try things on: countries, people and outlets that do not exist, visits over 75
//! years with every kind of date, statements with the words their sources hold.
//!
//! The same numbers and seed give the same briefing on every machine. All ids are unique, all references resolve and
//! all dates can be read.

mod chance;
mod conclusions;
mod dates;
mod maker;
mod names;
mod period;
mod posts;
mod press;
mod statements;
mod visits;
mod who;
mod world;

#[cfg(test)]
mod tests;

pub use maker::made_up;
