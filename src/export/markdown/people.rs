//! Names, posts and places as a note tells them.

use std::fmt::Write as _;

use crate::model::{DateBounds, Id, Place, Role, Visit, When};

use super::caveats::{is_ours, marked};
use super::note::Note;
use super::words::text;
use crate::export::withhold::NAME_LEFT_OUT;

impl Note<'_> {
    /// The name of an actor, as text.
    pub(super) fn name(&self, id: &Id) -> String {
        text(&self.reader.actor_name(id))
    }

    /// Whether an actor may not be named.
    pub(super) fn is_nameless(&self, id: &Id) -> bool {
        self.reader.actor(id).is_some_and(|actor| actor.name == NAME_LEFT_OUT)
    }

    /// The title of a role with its organisation and area, as text.
    pub(super) fn role(&self, role: &Role) -> String {
        let mut words = self.reader.role_title(role);
        let area = role.area.as_ref().map(|area| self.reader.place_name(area)).unwrap_or_default();
        if !area.is_empty() && !words.contains(&area) {
            let _ = write!(words, " ({area})");
        }
        let ours = ["title", "org", "area"].into_iter().find(|field| is_ours(role, field));
        marked(role, ours.unwrap_or_default(), text(&words))
    }

    /// The posts that a person may have held at a time, as text.
    pub(super) fn roles_at(&self, person: &Id, at: &DateBounds) -> Vec<String> {
        let holds = |role: &Role| {
            let Some(held) = role.valid.as_ref().map(When::bounds) else { return true };
            let begins_later = held.start_earliest.zip(at.start_latest).is_some_and(|(begins, last)| begins > last);
            let ended_before = held.end_latest.zip(at.start_earliest).is_some_and(|(ended, first)| ended < first);
            !begins_later && !ended_before
        };
        self.reader.roles_of(person).iter().filter(|(_, role)| holds(role)).map(|(_, role)| self.role(role)).collect()
    }

    /// A person with the posts held at a time: `Li Xiaoxin (Director, State Commission)`.
    pub(super) fn with_roles(&self, person: &Id, at: &DateBounds) -> String {
        let roles = self.roles_at(person, at);
        let name = self.name(person);
        if roles.is_empty() { name } else { format!("{name} ({})", roles.join("; ")) }
    }

    /// The name of the country that has a code, as text.
    pub(super) fn country(&self, code: &str) -> String {
        text(&self.reader.name_of_code(code))
    }

    /// From where to where: `China → Belgrade, Serbia`.
    pub(super) fn way(&self, visit: &Visit) -> String {
        let (from, _) = self.reader.direction(visit);
        let start = match &visit.from {
            Some(place) => marked(visit, "from", self.place(place)),
            None => {
                let lead = visit.lead_or_first().and_then(|id| self.reader.actor(id));
                let country = from.map(|code| self.country(&code)).unwrap_or_default();
                // The way begins where the lead belongs; whose reading that is, the way is too.
                lead.map_or(country.clone(), |lead| marked(&*lead, "country", country))
            }
        };
        let start = if start.is_empty() { "not told".to_owned() } else { start };
        let target = marked(visit, "to", self.place(&visit.to));
        let town = marked(visit, "place", text(&visit.place));
        let end = match (town.is_empty(), target.is_empty()) {
            (true, true) => "not told".to_owned(),
            (true, false) => target,
            (false, true) => town,
            (false, false) => format!("{town}, {target}"),
        };
        format!("{start} → {end}")
    }

    /// A place, with its country where it is only a part of one: `Shandong, China`.
    fn place(&self, place: &Place) -> String {
        let own = match place.iso_code() {
            Some(code) => self.country(code),
            None => text(&self.reader.place_name(place)),
        };
        let country = self.reader.country_of_place(place).map(|code| self.country(&code)).unwrap_or_default();
        if country.is_empty() || country == own || own.is_empty() { own } else { format!("{own}, {country}") }
    }

    /// Who led, or came first, and to where: as text.
    pub(super) fn visit_title(&self, visit: &Visit) -> String {
        text(&self.reader.visit_title(visit))
    }
}
