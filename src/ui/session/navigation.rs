//! What was looked at, to go back and forward through.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::Key;
use crate::present::chart::Period;

use crate::ui::Tab;

/// A place that was looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Location {
    /// The tab.
    pub tab: Tab,
    /// The record selected there.
    pub selected: Option<Key>,
    /// The stretch of time selected on the chart; then no record is.
    pub period: Option<Arc<Period>>,
}

/// The places looked at: those behind, the present one, those ahead.
#[derive(Debug, Clone, Default)]
pub struct History {
    behind: Vec<Location>,
    present: Location,
    ahead: Vec<Location>,
}

/// How many places are kept.
const MOST_LOCATIONS: usize = 200;

impl History {
    /// The present place.
    #[must_use]
    pub fn present(&self) -> &Location {
        &self.present
    }

    /// Looks at the stretch of time that is selected as it is counted now, or lets go of it.
    pub fn renew_period(&mut self, period: Option<Arc<Period>>) {
        self.present.period = period;
    }

    /// The records looked at, the last first.
    pub fn looked_at(&self) -> impl Iterator<Item = Key> + '_ {
        std::iter::once(&self.present).chain(self.behind.iter().rev()).filter_map(|spot| spot.selected)
    }

    /// The record that was looked at before the present one, on the same tab.
    #[must_use]
    pub fn before(&self) -> Option<Key> {
        self.behind.last().filter(|spot| spot.tab == self.present.tab).and_then(|spot| spot.selected)
    }

    /// Goes on in a briefing that was read again: which record is which is told, and those that are gone are not selected.
    pub fn follow(&mut self, keys: &BTreeMap<Key, Key>) {
        for spot in self.behind.iter_mut().chain([&mut self.present]).chain(&mut self.ahead) {
            spot.selected = spot.selected.and_then(|key| keys.get(&key).copied());
            spot.period = None;
        }
    }

    /// Goes to a new place; what was ahead is forgotten.
    pub fn visit(&mut self, spot: Location) {
        if spot == self.present {
            return;
        }
        self.behind.push(std::mem::replace(&mut self.present, spot));
        if self.behind.len() > MOST_LOCATIONS {
            self.behind.remove(0);
        }
        self.ahead.clear();
    }

    /// Goes back one place.
    pub fn back(&mut self) {
        if let Some(spot) = self.behind.pop() {
            self.ahead.push(std::mem::replace(&mut self.present, spot));
        }
    }

    /// Goes forward one place.
    pub fn forward(&mut self) {
        if let Some(spot) = self.ahead.pop() {
            self.behind.push(std::mem::replace(&mut self.present, spot));
        }
    }

    /// Whether there is a place behind.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.behind.is_empty()
    }

    /// Whether there is a place ahead.
    #[must_use]
    pub fn can_go_forward(&self) -> bool {
        !self.ahead.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_lead_through_what_was_looked_at() {
        let spot = |tab, key| Location { tab, selected: Some(Key(key)), period: None };
        let mut history = History::default();
        history.visit(spot(Tab::Visits, 1));
        history.visit(spot(Tab::Actors, 2));
        history.back();
        assert_eq!(*history.present(), spot(Tab::Visits, 1));
        history.back();
        assert_eq!(*history.present(), Location::default());
        assert!(!history.can_go_back());
        history.forward();
        history.forward();
        assert_eq!(*history.present(), spot(Tab::Actors, 2));
        history.back();
        history.visit(spot(Tab::Sources, 3));
        assert!(!history.can_go_forward(), "a new way forgets the old one");
    }
}
