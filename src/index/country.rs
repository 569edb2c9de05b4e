//! The country of an actor or a place, through what it is part of.

use crate::model::{Actor, ActorKind, Id, Place, Visit};

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

    /// The country that an actor is of, where it is one without a code: made up, or gone.
    fn land_without_code(&self, id: &Id) -> Option<Id> {
        let mut id = id.clone();
        for _ in 0..MOST_STEPS {
            let actor = self.actor(&id)?;
            if actor.kind == Some(ActorKind::Country) {
                return own_country(&actor).is_none().then_some(id);
            }
            id = actor.part_of.clone()?;
        }
        None
    }

    /// Where a visit starts, by its record: `from`, else a country without a code that its lead is of.
    #[must_use]
    pub fn start_place(&self, visit: &Visit) -> Option<Place> {
        let of_lead = || self.land_without_code(visit.lead_or_first()?).map(|id| Place::from(id.as_str()));
        visit.from.clone().or_else(of_lead)
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

#[cfg(test)]
mod tests {
    use crate::index::{Index, Reader};

    #[test]
    fn a_visit_starts_where_its_lead_belongs_also_from_a_country_without_a_code() {
        let text = r#"(title: "T", actors: [(id: "tarsk", kind: Country, name: "Tarsk"), (id: "no", kind: Country, name: "Norway", iso: "NO"),
            (id: "m", kind: Body, name: "Ministry", part_of: "tarsk"), (id: "a", kind: Person, name: "Ana", part_of: "m"),
            (id: "b", kind: Person, name: "Ben", part_of: "no")],
            visits: [(id: "v", visitors: ["a"], to: "IS"), (id: "w", visitors: ["b"], to: "IS"), (id: "x", visitors: ["a"], from: "DK", to: "IS")])"#;
        let briefing = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let start =
            |id: &str| reader.start_place(&reader.visit(&id.into()).unwrap()).map(|place| place.as_str().to_owned());
        assert_eq!((start("v").as_deref(), start("w"), start("x").as_deref()), (Some("tarsk"), None, Some("DK")));
    }
}
