//! Names, posts and places in words.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::marks::{is_ours, marked};
use super::sentences::one_line;
use crate::export::withhold::NAME_LEFT_OUT;
use crate::index::Reader;
use crate::model::{DateBounds, Id, Place, Role, Visit, When};

/// Who is who, and where.
#[derive(Clone, Copy)]
pub(in crate::export) struct People<'a>(pub(in crate::export) Reader<'a>);

impl People<'_> {
    /// The name of an actor.
    pub(in crate::export) fn name(&self, id: &Id) -> String {
        one_line(&self.0.actor_name(id))
    }

    /// Whether an actor may not be named.
    pub(in crate::export) fn is_nameless(&self, id: &Id) -> bool {
        self.0.actor(id).is_some_and(|actor| actor.name == NAME_LEFT_OUT)
    }

    /// The title of a role with its organisation and area.
    pub(in crate::export) fn role(&self, role: &Role) -> String {
        let mut words = self.0.role_title(role);
        let area = role.area.as_ref().map(|area| self.0.place_name(area)).unwrap_or_default();
        if !area.is_empty() && !words.contains(&area) {
            let _ = write!(words, ", {area}");
        }
        let ours = ["title", "org", "area"].into_iter().find(|field| is_ours(role, field));
        marked(role, ours.unwrap_or_default(), one_line(&words))
    }

    /// The posts that a person held at a time, and those without a date; where none is told of that time, those that the
    /// person may have held then.
    pub(in crate::export) fn roles_at(&self, person: &Id, at: &DateBounds) -> Vec<String> {
        let roles = self.0.roles_of(person);
        let held: Vec<Holding> = roles.iter().map(|(_, role)| Holding::of(role, at)).collect();
        let least = if held.contains(&Holding::Told) { Holding::Undated } else { Holding::Possible };
        let roles = roles.iter().zip(held).filter(|(_, held)| *held >= least);
        roles.map(|((_, role), _)| self.role(role)).collect()
    }

    /// The posts that a person held at any of some times, each once, in the order of those times; where there
    /// are none, all of them.
    pub(in crate::export) fn roles_at_times(
        &self,
        person: &Id,
        times: impl IntoIterator<Item = DateBounds>,
    ) -> Vec<String> {
        let mut roles: Vec<String> = Vec::new();
        let mut seen_times = HashSet::new();
        for at in times {
            if seen_times.insert((at.start_earliest, at.start_latest)) {
                let further = self.roles_at(person, &at);
                roles.extend(further.into_iter().filter(|role| !roles.contains(role)).collect::<Vec<_>>());
            }
        }
        if seen_times.is_empty() { self.roles_at(person, &DateBounds::default()) } else { roles }
    }

    /// A person with the posts held at a time: `Li Xiaoxin (Director, State Commission)`.
    pub(in crate::export) fn with_roles(&self, person: &Id, at: &DateBounds) -> String {
        let roles = self.roles_at(person, at);
        let name = self.name(person);
        if roles.is_empty() { name } else { format!("{name} ({})", roles.join("; ")) }
    }

    /// The name of the country that has a code.
    pub(in crate::export) fn country(&self, code: &str) -> String {
        one_line(&self.0.name_of_code(code))
    }

    /// From where to where: `China → Belgrade, Serbia`.
    pub(in crate::export) fn way(&self, visit: &Visit) -> String {
        format!("{} → {}", self.start(visit), self.destination(visit))
    }

    fn start(&self, visit: &Visit) -> String {
        let (from, _) = self.0.direction(visit);
        let start = match &visit.from {
            Some(place) => marked(visit, "from", self.place(place)),
            None => {
                let lead = visit.lead_or_first().and_then(|id| self.0.actor(id));
                let country = match from {
                    Some(code) => self.country(&code),
                    None => self.0.start_place(visit).map(|place| self.place(&place)).unwrap_or_default(),
                };
                // The way begins where the lead belongs; whose reading that is, the way is too.
                lead.map_or(country.clone(), |lead| marked(&*lead, "country", country))
            }
        };
        if start.is_empty() { "not told".to_owned() } else { start }
    }

    /// Where a visit led: `Belgrade, Serbia`.
    pub(in crate::export) fn destination(&self, visit: &Visit) -> String {
        let target = marked(visit, "to", self.place(&visit.to));
        let town = marked(visit, "place", one_line(&visit.place));
        match (town.is_empty(), target.is_empty()) {
            (true, true) => "not told".to_owned(),
            (true, false) => target,
            (false, true) => town,
            (false, false) => format!("{town}, {target}"),
        }
    }

    /// A place, with its country where it is only a part of one: `Shandong, China`.
    fn place(&self, place: &Place) -> String {
        let own = match place.iso_code() {
            Some(code) => self.country(code),
            None => one_line(&self.0.place_name(place)),
        };
        let country = self.0.country_of_place(place).map(|code| self.country(&code)).unwrap_or_default();
        if country.is_empty() || country == own || own.is_empty() { own } else { format!("{own}, {country}") }
    }

    /// Who led, or came first, and to where.
    pub(in crate::export) fn visit_title(&self, visit: &Visit) -> String {
        one_line(&self.0.visit_title(visit))
    }
}

/// What is known of a post at a time, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Holding {
    /// It was held before it, or after.
    Not,
    /// It may have been held.
    Possible,
    /// It has no dates.
    Undated,
    /// It was held.
    Told,
}

impl Holding {
    fn of(role: &Role, at: &DateBounds) -> Self {
        let Some(held) = role.valid.as_ref().map(When::bounds) else { return Self::Undated };
        let begins_later = held.start_earliest.zip(at.start_latest).is_some_and(|(begins, last)| begins > last);
        let ended_before = held.end_latest.zip(at.start_earliest).is_some_and(|(ended, first)| ended < first);
        let had_begun = held.start_latest.zip(at.start_earliest).is_some_and(|(begun, first)| begun <= first);
        let went_on = held.end_earliest.zip(at.start_latest).is_some_and(|(ended, last)| ended >= last);
        if begins_later || ended_before {
            Self::Not
        } else if had_begun && went_on {
            Self::Told
        } else {
            Self::Possible
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Holding;
    use crate::model::{Role, When};

    #[test]
    fn a_post_is_held_when_its_dates_say_so_and_else_it_may_be() {
        let held = |valid: &str, at: &str| {
            let valid = (!valid.is_empty()).then(|| When::from_edtf(valid));
            Holding::of(&Role { valid, ..Role::default() }, &When::from_edtf(at).bounds())
        };
        assert_eq!(held("..2021-03-09/2021-03-09..", "2021-03-09"), Holding::Told);
        assert_eq!(held("..2021-03-09/2021-03-09..", "2023-10-02"), Holding::Possible);
        assert_eq!(held("2019/2021", "2020-05"), Holding::Told);
        assert_eq!(held("2019/2021", "2022"), Holding::Not);
        assert_eq!(held("2023/..", "2022"), Holding::Not);
        assert_eq!(held("", "2022"), Holding::Undated);
    }
}
