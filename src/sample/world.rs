//! Who there is in the made-up world. Actors come into being when a record first names them, so none is unused.

use std::collections::BTreeMap;

use super::who::{FIRST_YEAR, Who, land};
use crate::index::fold;
use crate::model::{Actor, ActorKind, AnyRecord, Day, Id, Role, When};

use super::names::{OUTLETS, person_name};
use super::posts::POSTS;

/// For how many years a person holds a post.
const TERM_YEARS: i32 = 5;
/// How many people hold a post one after another.
const TERMS: i32 = 16;

/// Who has been named so far.
#[derive(Debug, Default)]
pub(super) struct World {
    named: BTreeMap<Who, Id>,
}

/// Who holds a post of a country on a day.
pub(super) fn holder(land: u8, post: u8, day: Day) -> Who {
    let term = ((day.civil().year - FIRST_YEAR) / TERM_YEARS).clamp(0, TERMS - 1);
    Who::Person { land, post, term: term as u8 }
}

impl Who {
    /// The name to show.
    pub(super) fn name(self) -> String {
        match self {
            Self::Person { land, post, term } => {
                let before = (usize::from(land) * POSTS.len() + usize::from(post)) * TERMS as usize;
                person_name(before + usize::from(term))
            }
            Self::Country(n) => land(n).name.to_owned(),
            Self::Region(n) => land(n).region.to_owned(),
            Self::Government(n) => format!("Government of {}", land(n).name),
            Self::RegionGovernment(n) => format!("Government of {}", land(n).region),
            Self::Council(n) => format!("City Council of {}", land(n).town),
            Self::Party(n) => land(n).party.to_owned(),
            Self::Parliament(n) => format!("Parliament of {}", land(n).name),
            Self::Army(n) => format!("Armed Forces of {}", land(n).name),
            Self::Company(n) => land(n).company.to_owned(),
            Self::Delegation(n) => format!("Delegation from {}", land(n).name),
            Self::Outlet(n) => OUTLETS[usize::from(n) % OUTLETS.len()].to_owned(),
        }
    }

    fn kind(self) -> ActorKind {
        match self {
            Self::Person { .. } => ActorKind::Person,
            Self::Country(_) => ActorKind::Country,
            Self::Region(_) => ActorKind::Region,
            Self::Government(_) | Self::RegionGovernment(_) => ActorKind::Government,
            Self::Council(_) | Self::Parliament(_) | Self::Army(_) => ActorKind::PublicBody,
            Self::Party(_) => ActorKind::Party,
            Self::Company(_) => ActorKind::Organisation,
            Self::Delegation(_) => ActorKind::Group,
            Self::Outlet(_) => ActorKind::Media,
        }
    }

    /// What it is part of, and whose code it has otherwise.
    fn part_of(self) -> Option<Self> {
        match self {
            Self::Region(n) | Self::Government(n) | Self::Parliament(n) | Self::Army(n) => Some(Self::Country(n)),
            Self::RegionGovernment(n) | Self::Council(n) => Some(Self::Region(n)),
            _ => None,
        }
    }

    fn country(self) -> &'static str {
        match self {
            Self::Person { land: n, .. } | Self::Party(n) | Self::Company(n) | Self::Delegation(n) => land(n).code,
            _ => "",
        }
    }
}

impl World {
    /// The id of somebody, who is in the file from then on with all that they are part of.
    pub(super) fn id(&mut self, who: Who) -> Id {
        if let Some(id) = self.named.get(&who) {
            return id.clone();
        }
        let name = who.name();
        // Family names are all different, and short ids keep a record on one line.
        let told_by = if let Who::Person { .. } = who { name.rsplit(' ').next().unwrap_or_default() } else { &name };
        let id = Id::from(slug(told_by).as_str());
        self.named.insert(who, id.clone());
        if let Some(whole) = who.part_of() {
            self.id(whole);
        }
        if let Who::Person { land, post, .. } = who {
            self.id(POSTS[usize::from(post)].org(land));
        }
        id
    }

    /// Everybody named, people first.
    pub(super) fn actors(&self) -> Vec<AnyRecord> {
        self.named.iter().map(|(who, id)| AnyRecord::Actor(self.actor(*who, id).into())).collect()
    }

    fn actor(&self, who: Who, id: &Id) -> Actor {
        let name = who.name();
        let plain = ascii_name(&name);
        Actor {
            id: id.clone(),
            kind: Some(who.kind()),
            aliases: if plain == name { Vec::new() } else { vec![plain] },
            country: who.country().to_owned(),
            part_of: who.part_of().and_then(|whole| self.named.get(&whole)).cloned(),
            iso: if let Who::Country(n) = who { land(n).code.to_owned() } else { String::new() },
            name,
            ..Actor::default()
        }
    }

    /// The roles of all people named.
    pub(super) fn roles(&self) -> Vec<AnyRecord> {
        self.named.iter().filter_map(|(who, id)| self.role(*who, id)).collect()
    }

    fn role(&self, who: Who, person: &Id) -> Option<AnyRecord> {
        let Who::Person { land, post, term } = who else { return None };
        let post = &POSTS[usize::from(post)];
        let first = FIRST_YEAR + i32::from(term) * TERM_YEARS;
        let last = first + TERM_YEARS - 1;
        let valid = match i32::from(term) {
            0 => format!("../{last}"),
            term if term == TERMS - 1 => format!("{first}/.."),
            _ => format!("{first}/{last}"),
        };
        let role = Role {
            id: Id::from(format!("role-{person}").as_str()),
            person: person.clone(),
            org: self.named.get(&post.org(land))?.clone(),
            title: post.title(land),
            valid: Some(When::from_edtf(&valid)),
            ..Role::default()
        };
        Some(AnyRecord::Role(role.into()))
    }
}

/// An id from a name: letters without accents, hyphens between words.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in fold(name).split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

/// The name in plain letters, each word as it was capitalised.
fn ascii_name(name: &str) -> String {
    let word = |word: &str| {
        let folded = fold(word);
        let mut letters = folded.chars();
        match letters.next() {
            Some(first) if word.starts_with(char::is_uppercase) => {
                first.to_ascii_uppercase().to_string() + letters.as_str()
            }
            _ => folded,
        }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
