//! Somebody of the made-up world.

use super::names::{LANDS, Land};

/// The first year of the world.
pub const FIRST_YEAR: i32 = 1950;

/// Somebody of the made-up world; countries, posts and outlets by their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The holder of a post of a country in a term.
    Person {
        land: u8,
        post: u8,
        term: u8,
    },
    Country(u8),
    Region(u8),
    Government(u8),
    RegionGovernment(u8),
    Council(u8),
    Party(u8),
    Parliament(u8),
    Army(u8),
    Company(u8),
    Delegation(u8),
    Outlet(u8),
}

/// The country of a number.
pub fn land(number: u8) -> &'static Land {
    &LANDS[usize::from(number) % LANDS.len()]
}
