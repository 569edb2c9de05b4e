//! What the colour and the shape of a mark say.

use std::collections::{BTreeMap, BTreeSet};

use crate::index::Reader;
use crate::model::{Channel, Level, Visit, VisitKind, VisitStatus};

/// What colour and shape tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ColourBy {
    /// The channels; a visit with two has both.
    #[default]
    Channel,
    /// The rank of the lead.
    Level,
    /// The protocol.
    Kind,
    /// How far the visit has come.
    Status,
    /// The country of the visitor: those with the most visits.
    VisitorCountry,
}

impl ColourBy {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Channel, Self::Level, Self::Kind, Self::Status, Self::VisitorCountry];

    /// In words, after “Colour by”.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::Level => "level",
            Self::Kind => "protocol",
            Self::Status => "status",
            Self::VisitorCountry => "visitor’s country",
        }
    }
}

/// A colour with its shape: one of the seven that the channels have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesStyle(pub Channel);

impl SeriesStyle {
    fn nth(place: usize) -> Option<Self> {
        Channel::ALL.get(place).copied().map(Self)
    }

    fn of_word<T: PartialEq>(all: &[T], word: &T) -> Option<Self> {
        all.iter().position(|other| other == word).and_then(Self::nth)
    }
}

/// Which visits look how. What has no look of its own is drawn in the neutral colour, without a shape.
#[derive(Debug, Clone, Default)]
pub struct SeriesStyles {
    by: ColourBy,
    countries: BTreeMap<String, SeriesStyle>,
}

impl SeriesStyles {
    /// The looks of a briefing. They follow from all of it, so that a filter does not change a colour.
    #[must_use]
    pub fn new(reader: &Reader, by: ColourBy) -> Self {
        let mut countries = BTreeMap::new();
        if by == ColourBy::VisitorCountry {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for entry in &reader.briefing.visits {
                if let Some(code) = reader.direction(&entry.record).0 {
                    *counts.entry(code).or_default() += 1;
                }
            }
            let mut ranked: Vec<(String, usize)> = counts.into_iter().collect();
            ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            let styles = Channel::ALL.iter().copied().map(SeriesStyle);
            countries = ranked.into_iter().map(|(code, _)| code).zip(styles).collect();
        }
        Self { by, countries }
    }

    /// The looks of a visit: none, one, or one for each channel.
    #[must_use]
    pub fn of(&self, reader: &Reader, visit: &Visit) -> Vec<SeriesStyle> {
        match self.by {
            ColourBy::Channel => visit.channels.iter().copied().map(SeriesStyle).collect(),
            ColourBy::Level => {
                visit.level.and_then(|level| SeriesStyle::of_word(Level::ALL, &level)).into_iter().collect()
            }
            ColourBy::Kind => {
                let kind = visit.kind.filter(|kind| *kind != VisitKind::Unspecified);
                kind.and_then(|kind| SeriesStyle::of_word(VisitKind::ALL, &kind)).into_iter().collect()
            }
            ColourBy::Status => {
                SeriesStyle::of_word(VisitStatus::ALL, &visit.status_or_default()).into_iter().collect()
            }
            ColourBy::VisitorCountry => {
                let code = reader.direction(visit).0;
                code.and_then(|code| self.countries.get(&code).copied()).into_iter().collect()
            }
        }
    }

    /// What each look stands for that occurs among these visits; last what has none.
    #[must_use]
    pub fn legend<'a>(
        &self,
        reader: &Reader,
        visits: impl Iterator<Item = &'a Visit>,
    ) -> Vec<(Option<SeriesStyle>, String)> {
        let mut occurring = BTreeSet::new();
        let mut some_have_none = false;
        for visit in visits {
            let styles = self.of(reader, visit);
            some_have_none |= styles.is_empty();
            occurring.extend(styles);
        }
        let mut legend: Vec<_> = occurring.into_iter().map(|look| (Some(look), self.label(reader, look))).collect();
        if some_have_none {
            legend.push((None, self.label_of_none().to_owned()));
        }
        legend
    }

    fn label(&self, reader: &Reader, look: SeriesStyle) -> String {
        let place = Channel::ALL.iter().position(|channel| *channel == look.0).unwrap_or_default();
        let label = match self.by {
            ColourBy::Channel => Some(look.0.label()),
            ColourBy::Level => Level::ALL.get(place).map(|level| level.label()),
            ColourBy::Kind => VisitKind::ALL.get(place).map(|kind| kind.label()),
            ColourBy::Status => VisitStatus::ALL.get(place).map(|status| status.label()),
            ColourBy::VisitorCountry => {
                let code = self.countries.iter().find(|(_, other)| **other == look).map(|(code, _)| code);
                return code.map(|code| reader.name_of_code(code)).unwrap_or_default();
            }
        };
        label.unwrap_or_default().to_owned()
    }

    fn label_of_none(&self) -> &'static str {
        match self.by {
            ColourBy::Channel => "Channel not told",
            ColourBy::Level => "Other, or not told",
            ColourBy::Kind => "Not told",
            ColourBy::Status => "",
            ColourBy::VisitorCountry => "Other countries, or not known",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ColourBy, SeriesStyles};
    use crate::document::Document;

    #[test]
    fn every_look_that_occurs_is_in_the_legend_and_no_other() {
        let document = Document::from_text(crate::store::SAMPLE.to_owned()).unwrap();
        let reader = document.reader();
        let visits = || document.briefing.visits.iter().map(|entry| &*entry.record);
        for by in ColourBy::ALL {
            let styles = SeriesStyles::new(&reader, *by);
            let legend = styles.legend(&reader, visits());
            for visit in visits() {
                let of = styles.of(&reader, visit);
                let told = |look| legend.iter().any(|(other, _)| *other == look);
                assert!(of.iter().all(|look| told(Some(*look))), "{by:?}");
                assert!(!of.is_empty() || told(None), "{by:?}");
            }
            let mut labels: Vec<&String> = legend.iter().map(|(_, label)| label).collect();
            let count = labels.len();
            labels.sort_unstable();
            labels.dedup();
            assert_eq!(labels.len(), count, "{by:?}: two styles are called the same");
            assert!(labels.iter().all(|label| !label.is_empty()), "{by:?}");
        }
    }

    #[test]
    fn the_most_frequent_countries_have_a_look() {
        let document = Document::from_text(crate::store::SAMPLE.to_owned()).unwrap();
        let reader = document.reader();
        let styles = SeriesStyles::new(&reader, ColourBy::VisitorCountry);
        let labels: Vec<String> = styles
            .legend(&reader, document.briefing.visits.iter().map(|entry| &*entry.record))
            .into_iter()
            .map(|(_, label)| label)
            .collect();
        assert!(labels.contains(&"China".to_owned()) && labels.contains(&"Serbia".to_owned()), "{labels:?}");
    }
}
