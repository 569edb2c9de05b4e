//! The posts that people of the made-up world hold, and how they travel.

use super::who::{Who, land};
use crate::model::{Channel, Level};

/// A post: what it is called, where it is, and what a visit of its holder is.
pub(super) struct Post {
    title: &'static str,
    place: Place,
    pub(super) level: Level,
    pub(super) channels: &'static [Channel],
}

enum Place {
    Country,
    Government,
    Region,
    Council,
    Party,
    Parliament,
    Army,
    Company,
}

const fn post(title: &'static str, place: Place, level: Level, channels: &'static [Channel]) -> Post {
    Post { title, place, level, channels }
}

/// All posts; each country has one of each.
pub(super) const POSTS: &[Post] = &[
    post("President", Place::Country, Level::HeadOfState, &[Channel::StateToState]),
    post("Prime Minister", Place::Government, Level::HeadOfGovernment, &[Channel::StateToState]),
    post("Minister of Foreign Affairs", Place::Government, Level::Minister, &[Channel::StateToState]),
    post("Deputy Minister of Trade", Place::Government, Level::Deputy, &[Channel::StateToState, Channel::Business]),
    post(
        "General Secretary",
        Place::Party,
        Level::PartyLeadership,
        &[Channel::PartyToParty, Channel::PartyToState, Channel::PartyToParty],
    ),
    post("Governor", Place::Region, Level::Provincial, &[Channel::Subnational]),
    post("Mayor", Place::Council, Level::Local, &[Channel::Subnational]),
    post("Speaker", Place::Parliament, Level::Other, &[Channel::Parliamentary]),
    post("Chief of Staff", Place::Army, Level::Other, &[Channel::Military]),
    post("Chairman", Place::Company, Level::Other, &[Channel::Business]),
];

impl Post {
    /// Where the post is in a country.
    pub(super) fn org(&self, land: u8) -> Who {
        match self.place {
            Place::Country => Who::Country(land),
            Place::Government => Who::Government(land),
            Place::Region => Who::RegionGovernment(land),
            Place::Council => Who::Council(land),
            Place::Party => Who::Party(land),
            Place::Parliament => Who::Parliament(land),
            Place::Army => Who::Army(land),
            Place::Company => Who::Company(land),
        }
    }

    /// What its holder is called.
    pub(super) fn title(&self, number: u8) -> String {
        match self.place {
            Place::Country => format!("{} of {}", self.title, land(number).name),
            Place::Council => format!("{} of {}", self.title, land(number).town),
            _ => self.title.to_owned(),
        }
    }
}
