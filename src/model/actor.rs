//! Who acts: persons, bodies, countries.

use super::Id;
use super::fields::format_struct;
use super::record::record;
use super::words::words;

words! {
    /// What an actor is.
    pub enum ActorKind {
        /// A human being.
        Person = "Person",
        /// A political party.
        Party = "Party",
        /// A government, national or not.
        Government = "Government",
        /// A parliament, a ministry, a commission.
        PublicBody = "Public body",
        /// A body within another, such as a committee of a party.
        Body = "Body",
        /// A country.
        Country = "Country",
        /// A part of a country.
        Region = "Region",
        /// An institute, a company, an international organisation.
        Organisation = "Organisation",
        /// A news outlet.
        Media = "Media",
        /// People without a name of their own, such as a delegation.
        Group = "Group",
        /// A programme or an undertaking.
        Initiative = "Initiative",
    }
}

format_struct! {
    /// A name in a language and script.
    pub struct Name {
        /// The name.
        required text: String,
        /// The language and script, as a BCP 47 tag such as `sr-Cyrl`.
        optional lang: String,
    }
}

/// What is said of an actor whose name the source keeps back.
pub const NAME_WITHHELD: &str = "Name withheld";

record! {
    /// Who acts.
    pub struct Actor {
        /// What it is.
        required kind: Option<ActorKind>,
        /// The name to show.
        required name: String,
        /// Its names in other languages and scripts.
        optional names: Vec<Name>,
        /// Other spellings and short forms.
        optional aliases: Vec<String>,
        /// Its country, as an ISO 3166-1 code.
        optional country: String,
        /// What it is part of.
        optional part_of: Option<Id>,
        /// The code of a region, ISO 3166-2, or of a country, ISO 3166-1.
        optional iso: String,
        /// Its item in Wikidata.
        optional qid: String,
        /// Whether its name is withheld.
        optional anonymous: Option<bool>,
    }
}

impl Actor {
    /// Every spelling it is known by, the name to show first.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        let names = self.names.iter().map(|name| name.text.as_str());
        std::iter::once(self.name.as_str()).chain(names).chain(self.aliases.iter().map(String::as_str))
    }
}
