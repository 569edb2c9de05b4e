//! The one filter of all tabs.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::edit::change::Surroundings;
use crate::index::Reader;
use crate::model::{Channel, Day, Id, Level, Mode, When, display_day, parse_edtf};

/// What is to be shown. An empty part lets everything through; parts are all asked for, values of a part one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Ids of actors that a record names.
    pub actors: BTreeSet<String>,
    /// ISO 3166-1 codes of the countries that a visit leaves or goes to, or that an actor belongs to.
    pub countries: BTreeSet<String>,
    /// From which country to which.
    pub directions: BTreeSet<(String, String)>,
    /// Words of channels, as the file has them.
    pub channels: BTreeSet<String>,
    /// Words of levels.
    pub levels: BTreeSet<String>,
    /// Words of modes.
    pub modes: BTreeSet<String>,
    /// The first day, as ISO 8601 or EDTF text.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// Words that a record holds.
    pub text: String,
}

/// A part of the filter, as one chip shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FilterPart {
    /// Actors.
    Actors,
    /// Countries.
    Countries,
    /// Directions.
    Directions,
    /// Channels.
    Channels,
    /// Levels.
    Levels,
    /// Modes.
    Modes,
    /// The range of dates.
    Dates,
    /// Words.
    Text,
}

impl FilterPart {
    /// All parts, in the order of the chips.
    pub const ALL: &'static [Self] = &[
        Self::Actors,
        Self::Countries,
        Self::Directions,
        Self::Channels,
        Self::Levels,
        Self::Modes,
        Self::Dates,
        Self::Text,
    ];

    /// Its name on the screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Actors => "Actors",
            Self::Countries => "Countries",
            Self::Directions => "Direction",
            Self::Channels => "Channel",
            Self::Levels => "Level",
            Self::Modes => "Mode",
            Self::Dates => "Dates",
            Self::Text => "Text",
        }
    }
}

impl Filter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        FilterPart::ALL.iter().all(|part| !self.has(*part))
    }

    /// Whether a part asks for anything.
    #[must_use]
    pub fn has(&self, part: FilterPart) -> bool {
        match part {
            FilterPart::Actors => !self.actors.is_empty(),
            FilterPart::Countries => !self.countries.is_empty(),
            FilterPart::Directions => !self.directions.is_empty(),
            FilterPart::Channels => !self.channels.is_empty(),
            FilterPart::Levels => !self.levels.is_empty(),
            FilterPart::Modes => !self.modes.is_empty(),
            FilterPart::Dates => self.from.is_some() || self.to.is_some(),
            FilterPart::Text => !self.text.trim().is_empty(),
        }
    }

    /// Takes a part away.
    pub fn clear(&mut self, part: FilterPart) {
        match part {
            FilterPart::Actors => self.actors.clear(),
            FilterPart::Countries => self.countries.clear(),
            FilterPart::Directions => self.directions.clear(),
            FilterPart::Channels => self.channels.clear(),
            FilterPart::Levels => self.levels.clear(),
            FilterPart::Modes => self.modes.clear(),
            FilterPart::Dates => (self.from, self.to) = (None, None),
            FilterPart::Text => self.text.clear(),
        }
    }

    /// The first day, from its text.
    #[must_use]
    pub fn first_day(&self) -> Option<Day> {
        parse_edtf(self.from.as_deref()?).ok()?.bounds.start_earliest
    }

    /// The last day, from its text.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        parse_edtf(self.to.as_deref()?).ok()?.bounds.end_latest
    }

    /// Whether some day of a date may lie in the range. A record without a date passes only where no range is asked.
    #[must_use]
    pub fn passes_date(&self, when: Option<&When>) -> bool {
        if !self.has(FilterPart::Dates) {
            return true;
        }
        let first = self.first_day().unwrap_or(Day(i32::MIN));
        let last = self.last_day().unwrap_or(Day(i32::MAX));
        when.is_some_and(|when| when.bounds().may_touch(first, last))
    }

    /// The words of a part for its chip: `China, Serbia`.
    #[must_use]
    pub fn words(&self, part: FilterPart, reader: &Reader) -> String {
        let listed = |codes: &BTreeSet<String>, name: &dyn Fn(&str) -> String| {
            codes.iter().map(|code| name(code)).collect::<Vec<_>>().join(", ")
        };
        match part {
            FilterPart::Actors => listed(&self.actors, &|id| reader.actor_name(&Id::from(id))),
            FilterPart::Countries => listed(&self.countries, &|code| reader.name_of_code(code)),
            FilterPart::Directions => {
                let name = |(from, to): &(String, String)| {
                    format!("{} → {}", reader.name_of_code(from), reader.name_of_code(to))
                };
                self.directions.iter().map(name).collect::<Vec<_>>().join(", ")
            }
            FilterPart::Channels => {
                listed(&self.channels, &|word| label_of(word, Channel::ALL, Channel::word, Channel::label))
            }
            FilterPart::Levels => listed(&self.levels, &|word| label_of(word, Level::ALL, Level::word, Level::label)),
            FilterPart::Modes => listed(&self.modes, &|word| label_of(word, Mode::ALL, Mode::word, Mode::label)),
            FilterPart::Dates => match (self.first_day(), self.last_day()) {
                (Some(first), Some(last)) => format!("{} – {}", display_day(first), display_day(last)),
                (Some(first), None) => format!("from {}", display_day(first)),
                (None, Some(last)) => format!("until {}", display_day(last)),
                (None, None) => String::new(),
            },
            FilterPart::Text => format!("“{}”", self.text.trim()),
        }
    }

    /// The whole filter in one line, for an export that shows a part of the briefing.
    #[must_use]
    pub fn in_words(&self, reader: &Reader) -> String {
        let part = |part: &FilterPart| format!("{}: {}", part.label(), self.words(*part, reader));
        FilterPart::ALL.iter().filter(|part| self.has(**part)).map(part).collect::<Vec<_>>().join("; ")
    }

    /// What the records that pass have in common, where a part asks for one value alone.
    #[must_use]
    pub fn surroundings(&self) -> Surroundings {
        fn only<T: Clone + Ord>(values: &BTreeSet<T>) -> Option<T> {
            values.first().filter(|_| values.len() == 1).cloned()
        }
        Surroundings {
            actor: only(&self.actors).map(|id| Id::from(id.as_str())),
            country: only(&self.countries),
            direction: only(&self.directions),
            channel: only(&self.channels),
            level: only(&self.levels),
            mode: only(&self.modes),
        }
    }
}

fn label_of<T: Copy>(
    word: &str,
    all: &[T],
    word_of: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> &'static str,
) -> String {
    all.iter().find(|value| word_of(**value) == word).map_or_else(|| word.to_owned(), |value| label(*value).to_owned())
}
