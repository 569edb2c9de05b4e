//! The country of an actor or a place, through what it is part of.

use crate::model::{Actor, ActorKind, Id, Place};

use super::Reader;

/// How many steps up `part_of` are followed; a longer chain is taken for a circle.
const MOST_STEPS: usize = 16;

impl Reader<'_> {
    /// The ISO 3166-1 code of the country that an actor belongs to.
    #[must_use]
    pub fn country_of_actor(&self, id: &Id) -> Option<String> {
        let mut id = id.clone();
        for _ in 0..MOST_STEPS {
            let actor = self.actor(&id)?;
            if let Some(code) = own_country(&actor) {
                return Some(code.to_owned());
            }
            id = actor.part_of.clone()?;
        }
        None
    }

    /// The ISO 3166-1 code of the country that a place is or lies in.
    #[must_use]
    pub fn country_of_place(&self, place: &Place) -> Option<String> {
        match place.iso_code() {
            Some(code) => Some(country_part(code).to_owned()),
            None => self.country_of_actor(place.actor()?),
        }
    }
}

/// The country that the actor itself names.
fn own_country(actor: &Actor) -> Option<&str> {
    if !actor.country.is_empty() {
        return Some(country_part(&actor.country));
    }
    let is_land = matches!(actor.kind, Some(ActorKind::Country | ActorKind::Region));
    (is_land && !actor.iso.is_empty()).then(|| country_part(&actor.iso))
}

/// The country in an ISO 3166-2 code.
fn country_part(code: &str) -> &str {
    code.split_once('-').map_or(code, |(country, _)| country)
}
