//! What visits are told apart by.

use std::collections::HashMap;

use crate::index::Reader;
use crate::model::{Channel, Id, Level, Place, Visit};

/// What visits of a lane have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum LaneBy {
    /// Nothing: one lane, `all`.
    Nothing,
    /// From which country to which: `CN→RS`; a place whose country is not known stands for itself: `CN→atlantis`.
    #[default]
    Direction,
    /// The country that is visited: its code.
    HostCountry,
    /// The country of the visitor: its code.
    VisitorCountry,
    /// The channel, a word of the format; a visit with two stands in both lanes.
    Channel,
    /// The rank of the lead, a word of the format.
    Level,
    /// Who received the visitors, an id; a visit with two hosts stands in both lanes.
    Host,
    /// The visitor, an id; a visit of two stands in both lanes.
    Visitor,
}

impl LaneBy {
    /// Those that tell visits apart, in the order of menus.
    pub const ALL: &'static [Self] = &[
        Self::Direction,
        Self::HostCountry,
        Self::VisitorCountry,
        Self::Channel,
        Self::Level,
        Self::Host,
        Self::Visitor,
    ];

    /// In words, after “Lanes by”.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Direction => "direction",
            Self::HostCountry => "country visited",
            Self::VisitorCountry => "visitor’s country",
            Self::Channel => "channel",
            Self::Level => "level",
            Self::Host => "host",
            Self::Visitor => "visitor",
        }
    }
}

/// The name of the one lane where visits are not told apart.
pub const ALL_LANE: &str = "all";
/// The name of the lane of visits that do not say, and of a country that is not known. No id, word or code is like it.
pub const NO_LANE: &str = "?";

/// What the name of a lane means on the screen: names of countries and actors, words for channel and level.
#[must_use]
pub fn lane_label(reader: &Reader, by: LaneBy, name: &str) -> String {
    let of_code = |code: &str| match code {
        NO_LANE => "unknown".to_owned(),
        _ => reader.place_name(&Place::from(code)),
    };
    match by {
        LaneBy::Nothing => "All visits".to_owned(),
        LaneBy::Direction => match name.split_once(ARROW) {
            Some((from, to)) => format!("{} → {}", of_code(from), of_code(to)),
            None => name.to_owned(),
        },
        LaneBy::HostCountry | LaneBy::VisitorCountry if name == NO_LANE => "Country unknown".to_owned(),
        LaneBy::Channel if name == NO_LANE => "Channel not told".to_owned(),
        LaneBy::Level if name == NO_LANE => "Level not told".to_owned(),
        LaneBy::Host | LaneBy::Visitor if name == NO_LANE => "Nobody named".to_owned(),
        LaneBy::HostCountry | LaneBy::VisitorCountry => reader.name_of_code(name),
        LaneBy::Host | LaneBy::Visitor => reader.actor_name(&Id::from(name)),
        LaneBy::Channel => label_of(Channel::ALL, name, Channel::word, Channel::label),
        LaneBy::Level => label_of(Level::ALL, name, Level::word, Level::label),
    }
}

fn label_of<T: Copy>(all: &[T], name: &str, word: fn(T) -> &'static str, label: fn(T) -> &'static str) -> String {
    all.iter().find(|value| word(**value) == name).map_or(name, |value| label(*value)).to_owned()
}

const ARROW: char = '→';

/// What a lane is, in the order of lanes: words in the order of the format, ids and codes by the alphabet, those who do
/// not say last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Lane {
    All,
    Channel(Channel),
    Level(Level),
    Actor(Id),
    Country(Country),
    Direction(Country, Country),
    NotSaid,
}

/// A country, a place of which the country is not known, or neither; in this order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Country {
    Code(String),
    Place(Id),
    Unknown,
}

impl Country {
    fn as_str(&self) -> &str {
        match self {
            Self::Code(code) => code,
            Self::Place(id) => id.as_str(),
            Self::Unknown => NO_LANE,
        }
    }
}

impl Lane {
    fn name(&self) -> String {
        match self {
            Self::All => ALL_LANE.to_owned(),
            Self::Channel(channel) => channel.word().to_owned(),
            Self::Level(level) => level.word().to_owned(),
            Self::Actor(id) => id.to_string(),
            Self::Country(country) => country.as_str().to_owned(),
            Self::Direction(from, to) => format!("{}{ARROW}{}", from.as_str(), to.as_str()),
            Self::NotSaid => NO_LANE.to_owned(),
        }
    }
}

/// Groups visits in lanes, which it numbers as visits name them.
pub struct LaneNumbers<'a> {
    reader: Reader<'a>,
    by: LaneBy,
    numbers: HashMap<Lane, usize>,
    countries: Countries,
    directions: HashMap<(usize, usize), usize>,
}

impl<'a> LaneNumbers<'a> {
    /// None yet.
    #[must_use]
    pub fn new(reader: &Reader<'a>, by: LaneBy) -> Self {
        let mut lanes = Self {
            reader: *reader,
            by,
            numbers: HashMap::new(),
            countries: Countries::default(),
            directions: HashMap::new(),
        };
        if by == LaneBy::Nothing {
            lanes.number(Lane::All);
        }
        lanes
    }

    /// The numbers of the lanes that a visit lies in, each once, into an emptied list.
    pub fn of(&mut self, visit: &Visit, into: &mut Vec<usize>) {
        into.clear();
        match self.by {
            LaneBy::Nothing => into.push(self.number(Lane::All)),
            LaneBy::Direction => into.push(self.direction(visit)),
            LaneBy::HostCountry => {
                let (_, to) = self.direction_of(visit);
                into.push(self.country(to));
            }
            LaneBy::VisitorCountry => {
                let (from, _) = self.direction_of(visit);
                into.push(self.country(from));
            }
            LaneBy::Channel => into.extend(visit.channels.iter().map(|channel| self.number(Lane::Channel(*channel)))),
            LaneBy::Level => into.extend(visit.level.map(|level| self.number(Lane::Level(level)))),
            LaneBy::Host => into.extend(visit.hosts.iter().map(|id| self.number(Lane::Actor(id.clone())))),
            LaneBy::Visitor => into.extend(visit.visitors.iter().map(|id| self.number(Lane::Actor(id.clone())))),
        }
        if into.is_empty() {
            into.push(self.number(Lane::NotSaid));
        }
        into.sort_unstable();
        into.dedup();
    }

    fn number(&mut self, lane: Lane) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(lane).or_insert(next)
    }

    /// The countries of a visit's direction, as [`Reader::direction`] tells it; each is looked up once.
    fn direction_of(&mut self, visit: &Visit) -> (usize, usize) {
        let reader = self.reader;
        let known = |country: usize| (country != UNKNOWN).then_some(country);
        let from = visit.from.as_ref().and_then(|place| known(self.countries.of_place(&reader, place)));
        let from = from.or_else(|| visit.lead.as_ref().and_then(|id| known(self.countries.of_actor(&reader, id))));
        let from = from.or_else(|| visit.visitors.first().and_then(|id| known(self.countries.of_actor(&reader, id))));
        (from.unwrap_or(UNKNOWN), self.countries.of_place(&reader, &visit.to))
    }

    /// The lane of a visit's direction.
    fn direction(&mut self, visit: &Visit) -> usize {
        let (from, to) = self.direction_of(visit);
        let start = if from == UNKNOWN { self.reader.start_place(visit) } else { None };
        let from = self.countries.or_place(from, start.as_ref());
        let pair = (from, self.countries.or_place(to, Some(&visit.to)));
        if let Some(lane) = self.directions.get(&pair) {
            return *lane;
        }
        let lane = self.number(Lane::Direction(self.countries.country(pair.0), self.countries.country(pair.1)));
        self.directions.insert(pair, lane);
        lane
    }

    fn country(&mut self, country: usize) -> usize {
        self.number(Lane::Country(self.countries.country(country)))
    }

    /// The names of the lanes in their order, and for each number given out its place in that order.
    #[must_use]
    pub fn finish(self) -> (Vec<String>, Vec<usize>) {
        let mut lanes: Vec<(Lane, usize)> = self.numbers.into_iter().collect();
        lanes.sort_unstable();
        let mut order = vec![0; lanes.len()];
        for (place, (_, number)) in lanes.iter().enumerate() {
            order[*number] = place;
        }
        (lanes.into_iter().map(|(lane, _)| lane.name()).collect(), order)
    }
}

/// The number of the country that is not known.
const UNKNOWN: usize = 0;

/// Countries of actors and places, looked up once each.
#[derive(Default)]
struct Countries {
    known: Vec<Country>,
    numbers: HashMap<Country, usize>,
    of_actor: HashMap<Id, usize>,
    of_place: HashMap<Place, usize>,
}

impl Countries {
    fn of_actor(&mut self, reader: &Reader, id: &Id) -> usize {
        if let Some(number) = self.of_actor.get(id) {
            return *number;
        }
        let number = self.of_code(reader.country_of_actor(id));
        self.of_actor.insert(id.clone(), number);
        number
    }

    fn of_place(&mut self, reader: &Reader, place: &Place) -> usize {
        if let Some(number) = self.of_place.get(place) {
            return *number;
        }
        let number = self.of_code(reader.country_of_place(place));
        self.of_place.insert(place.clone(), number);
        number
    }

    fn of_code(&mut self, code: Option<String>) -> usize {
        code.filter(|code| !code.is_empty()).map_or(UNKNOWN, |code| self.number(Country::Code(code)))
    }

    /// A country, or the place itself where its country is not known.
    fn or_place(&mut self, country: usize, place: Option<&Place>) -> usize {
        match place.and_then(Place::actor) {
            Some(id) if country == UNKNOWN => self.number(Country::Place(id.clone())),
            _ => country,
        }
    }

    /// Counted from 1; 0 is the unknown one.
    fn number(&mut self, country: Country) -> usize {
        if let Some(number) = self.numbers.get(&country) {
            return *number;
        }
        self.known.push(country.clone());
        let number = self.known.len();
        self.numbers.insert(country, number);
        number
    }

    fn country(&self, number: usize) -> Country {
        number.checked_sub(1).and_then(|index| self.known.get(index)).cloned().unwrap_or(Country::Unknown)
    }
}
