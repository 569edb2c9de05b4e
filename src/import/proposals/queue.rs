//! Which proposals are put before a person, in which order, and how many are decided.

use super::reading::Reading;
use super::standing::{Standing, Standings};
use crate::extract::Sureness;
use crate::model::RecordKind;

/// The kinds of proposal that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KindFilter {
    /// All.
    #[default]
    All,
    /// What was said.
    Statements,
    /// Journeys, and what is told of them otherwise.
    Visits,
    /// People and bodies with their roles.
    Actors,
}

impl KindFilter {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::All, Self::Statements, Self::Visits, Self::Actors];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Statements => "Statements",
            Self::Visits => "Visits",
            Self::Actors => "Actors",
        }
    }

    /// Whether it shows a kind of record.
    #[must_use]
    pub fn shows(self, kind: RecordKind) -> bool {
        match self {
            Self::All => true,
            Self::Statements => kind == RecordKind::Statement,
            Self::Visits => matches!(kind, RecordKind::Visit | RecordKind::Conflict),
            Self::Actors => matches!(kind, RecordKind::Actor | RecordKind::Role),
        }
    }
}

/// What is shown of the proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shows {
    /// The kinds.
    pub kind: KindFilter,
    /// Whether guesses are left out.
    pub hides_guesses: bool,
    /// Whether the sure ones come first, instead of the order of the text.
    pub by_sureness: bool,
    /// Whether those that were refused are shown, instead of the others.
    pub refused: bool,
}

/// The proposals that are put before a person, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Queue {
    /// Their places in the reading.
    pub places: Vec<usize>,
}

impl Queue {
    /// Those that pass.
    #[must_use]
    pub fn of(reading: &Reading, standings: &Standings, shows: Shows) -> Self {
        let passes = |place: &usize| {
            let Some(proposed) = reading.proposals.get(*place) else { return false };
            let is_refused = standings.get(*place) == Standing::Refused;
            let is_hidden = shows.hides_guesses && proposed.sureness == Sureness::Guess;
            shows.kind.shows(proposed.name.kind) && is_refused == shows.refused && !is_hidden
        };
        let mut places: Vec<usize> = reading.leads.iter().copied().filter(passes).collect();
        if shows.by_sureness {
            places.sort_by_key(|place| reading.proposals.get(*place).map(|proposed| proposed.sureness));
        }
        Self { places }
    }

    /// The next one that nobody has decided of, behind a place and round again from the first.
    #[must_use]
    pub fn next_open(&self, standings: &Standings, after: Option<usize>) -> Option<usize> {
        let from = after.and_then(|after| self.index_of(after)).map_or(0, |index| index + 1);
        let (before, behind) = self.places.split_at(from.min(self.places.len()));
        behind.iter().chain(before).copied().find(|place| standings.is_open(*place) && Some(*place) != after)
    }

    /// The one so many behind another, or before it, no further than the ends.
    #[must_use]
    pub fn step(&self, from: Option<usize>, by: isize) -> Option<usize> {
        let last = self.places.len().checked_sub(1)?;
        let index = from.and_then(|from| self.index_of(from)).map_or(0, |index| index.saturating_add_signed(by));
        self.places.get(index.min(last)).copied()
    }

    /// The one above: the nearest before another of its kind.
    #[must_use]
    pub fn above(&self, reading: &Reading, place: usize) -> Option<usize> {
        let kind = |place: usize| reading.proposals.get(place).map(|proposed| proposed.name.kind);
        let index = self.index_of(place)?;
        self.places.iter().take(index).rev().copied().find(|other| kind(*other) == kind(place))
    }

    fn index_of(&self, place: usize) -> Option<usize> {
        self.places.iter().position(|other| *other == place)
    }
}

/// How many proposals are decided, and how many there are: of all kinds that are put before a person, guesses among them.
#[must_use]
pub fn decided(reading: &Reading, standings: &Standings, kind: KindFilter) -> (usize, usize) {
    let of_kind = |place: &&usize| reading.proposals.get(**place).is_some_and(|of| kind.shows(of.name.kind));
    let all: Vec<usize> = reading.leads.iter().filter(of_kind).copied().collect();
    (all.iter().filter(|place| !standings.is_open(**place)).count(), all.len())
}

/// The sure proposals of a paragraph that nobody has decided of and nothing is asked about.
#[must_use]
pub fn sure_of_paragraph(reading: &Reading, standings: &Standings, queue: &Queue, para: u32) -> Vec<usize> {
    let is_sure = |place: &usize| {
        reading.proposals.get(*place).is_some_and(|proposed| {
            proposed.name.words.para == para
                && proposed.sureness == Sureness::Sure
                && proposed.needs.is_empty()
                && standings.is_open(*place)
        })
    };
    let mut places: Vec<usize> = queue.places.iter().copied().filter(is_sure).collect();
    places.sort_unstable();
    places
}
