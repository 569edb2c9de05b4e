//! The countries, regions and towns that a text names, those of no table too.

use std::collections::{HashMap, HashSet};

use super::page::Paragraph;
use crate::index::fold;
use crate::language::nations::{Nation, NationWord, nation_at};
use crate::language::press::Meaning;
use crate::model::{ActorKind, Level, capitalised};

/// A country: one of the table, or one that the text itself tells to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Land {
    /// By its ISO 3166-1 code.
    Code(&'static str),
    /// By its place among those that the text tells.
    Told(usize),
}

/// What words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The country.
    pub land: Land,
    /// How it is named.
    pub word: NationWord,
    /// How many words that takes.
    pub length: usize,
}

/// The countries and towns of a text.
#[derive(Debug, Default)]
pub struct Lands {
    /// The names of countries that are in no table.
    pub told: Vec<String>,
    /// Folded first words of names and adjectives of those.
    told_words: HashMap<String, (usize, NationWord)>,
    /// Towns by their folded name, with the country where the text tells it.
    towns: HashMap<String, Option<Land>>,
    /// Parts of countries by their folded name, with the country where the text tells it.
    regions: HashMap<String, Option<Land>>,
    /// How often each word with a capital stands in the text.
    counts: HashMap<String, usize>,
    /// Towns of the table that are surnames in this text: `Rosa Lagos`.
    surnames: HashSet<String>,
    /// The town that the article was written in, by its dateline.
    pub here: Option<String>,
}

/// Portfolios: `minister of defence` names no country.
const PORTFOLIOS: &[&str] = &[
    "foreign",
    "defence",
    "defense",
    "finance",
    "justice",
    "the",
    "state",
    "health",
    "education",
    "energy",
    "trade",
    "interior",
    "economy",
    "labour",
    "labor",
    "agriculture",
    "culture",
    "transport",
    "external",
    "internal",
    "public",
    "water",
    "economic",
    "environment",
    "science",
    "tourism",
    "home",
];

/// An adjective shares so many letters with the name of its country.
const SHARED_LETTERS: usize = 4;

impl Lands {
    /// Those that the paragraphs tell; `known` are names of countries that are in no table.
    #[must_use]
    pub fn of(paragraphs: &[Paragraph], known: &[String]) -> Self {
        let mut lands = Self::default();
        for name in known {
            let place = lands.told.len();
            lands.told_words.insert(fold(name), (place, NationWord::Country));
            lands.told.push(name.clone());
        }
        for word in paragraphs.iter().flat_map(|paragraph| &paragraph.words).filter(|word| word.is_namelike()) {
            *lands.counts.entry(word.key.clone()).or_default() += 1;
        }
        for paragraph in paragraphs {
            for at in 1..paragraph.words.len() {
                lands.look_for_surname(paragraph, at);
            }
        }
        lands.here = paragraphs.iter().take(4).find_map(dateline);
        for paragraph in paragraphs {
            for at in 0..paragraph.words.len() {
                lands.look_for_region(paragraph, at);
            }
        }
        for paragraph in paragraphs {
            for at in 0..paragraph.words.len() {
                lands.look_for_name(paragraph, at);
            }
        }
        for paragraph in paragraphs {
            for at in 0..paragraph.words.len() {
                lands.look_for_adjective(paragraph, at);
                lands.look_for_town(paragraph, at);
            }
        }
        lands
    }

    /// The name of a country of the text.
    #[must_use]
    pub fn name(&self, land: Land) -> String {
        match land {
            Land::Code(code) => crate::model::country_name(code).unwrap_or(code).to_owned(),
            Land::Told(place) => self.told.get(place).cloned().unwrap_or_default(),
        }
    }

    /// What country the words at a place name.
    #[must_use]
    pub fn at(&self, paragraph: &Paragraph, at: usize) -> Option<Named> {
        let word = paragraph.word(at)?;
        // German writes `norwegische` small.
        if !word.is_capital {
            let adjective = (paragraph.tag == "de").then(|| nation_at(&word.key, std::iter::empty())).flatten()?;
            let named = Named { land: Land::Code(adjective.code), word: adjective.word, length: 1 };
            return (adjective.word == NationWord::Nationality).then_some(named);
        }
        let rest = paragraph.words.get(at + 1..).unwrap_or_default().iter().map(|word| word.key.as_str());
        if let Some(Nation { code, word: named, length }) = nation_at(&word.key, rest) {
            // `us` in capitals alone is the country; so is `Male` hardly ever the town.
            let is_other = matches!(word.key.as_str(), "us" | "un" | "eu" | "uk") && !word.is_acronym
                || matches!(word.key.as_str(), "male" | "pole" | "chad" | "jordan" | "georgia")
                    && length == 1
                    && is_in_name(paragraph, at);
            let is_surname = named == NationWord::City && self.surnames.contains(&word.key);
            return (!is_other && !is_surname).then_some(Named { land: Land::Code(code), word: named, length });
        }
        self.told_words.get(&word.key).map(|(place, named)| Named { land: Land::Told(*place), word: *named, length: 1 })
    }

    /// Whether the word at a place is a town that the text tells, and where it lies as far as it tells that.
    #[must_use]
    pub fn town(&self, key: &str) -> Option<&Option<Land>> {
        self.towns.get(key)
    }

    /// The country of a region that the text tells to be one, as far as it tells that.
    #[must_use]
    pub fn region(&self, key: &str) -> Option<&Option<Land>> {
        self.regions.get(key)
    }

    /// `the northern Serbian province of Vojvodina`.
    fn look_for_region(&mut self, paragraph: &Paragraph, at: usize) {
        let is_head = paragraph.word(at).is_some_and(|word| word.head() == Some(ActorKind::Region) && !word.is_capital);
        let name = at + 2;
        if is_head && is_of(paragraph.key(at + 1)) && self.is_free(paragraph, name) {
            let owner =
                (at.saturating_sub(3)..at).rev().find_map(|before| self.at(paragraph, before)).map(|named| named.land);
            let key = paragraph.key(name).to_owned();
            let known = self.regions.get(&key).copied().flatten();
            self.regions.insert(key, known.or(owner));
        }
    }

    /// A town of which the country is not known.
    pub fn add_town(&mut self, key: String) {
        self.towns.entry(key).or_insert(None);
    }

    fn add(&mut self, name: &str, key: &str) {
        if !self.told_words.contains_key(key) {
            self.told_words.insert(key.to_owned(), (self.told.len(), NationWord::Country));
            self.told.push(name.to_owned());
        }
    }

    /// `Rosa Lagos`: a town of the table behind a first name.
    fn look_for_surname(&mut self, paragraph: &Paragraph, at: usize) {
        let is_city = self.at(paragraph, at).is_some_and(|named| named.word == NationWord::City && named.length == 1);
        let is_first_name = paragraph.word(at - 1).is_some_and(|before| {
            let is_other = before.is_title() || before.head().is_some() || before.is_calendar || before.is_acronym;
            before.is_namelike() && !is_other
        });
        if is_city && is_first_name && self.at(paragraph, at - 1).is_none() {
            let key = paragraph.key(at).to_owned();
            self.surnames.insert(key);
        }
    }

    /// Whether a word may be the name of a country of which no table knows.
    fn is_free(&self, paragraph: &Paragraph, at: usize) -> bool {
        let is_plain_name = paragraph.word(at).is_some_and(|word| {
            word.is_namelike()
                && !word.is_acronym
                && word.head().is_none()
                && !word.is_title()
                && !PORTFOLIOS.contains(&word.key.as_str())
        });
        let goes_on = paragraph.word(at + 1).is_some_and(|next| next.is_namelike() || next.is_sign('-'));
        is_plain_name && !goes_on && self.at(paragraph, at).is_none() && !self.regions.contains_key(paragraph.key(at))
    }

    fn is_town_name(&self, paragraph: &Paragraph, at: usize) -> bool {
        paragraph.word(at).is_some_and(|word| word.is_namelike() && !word.is_title() && word.head().is_none())
            && self.at(paragraph, at).is_none()
    }

    /// `the foreign minister of Tarsk`, `President Tomas Halle of Velmara`, `Tarsk's parliament`.
    fn look_for_name(&mut self, paragraph: &Paragraph, at: usize) {
        let Some(word) = paragraph.word(at) else { return };
        if let Some((level, length)) = state_title(paragraph, at) {
            let mut place = at + length;
            let mut names = 0;
            while paragraph.word(place).is_some_and(super::word::Word::is_namelike) && names < 3 {
                place += 1;
                names += 1;
            }
            let is_president = level == Level::HeadOfState;
            let is_of = paragraph.means(place, Meaning::Preposition) && is_of(paragraph.key(place));
            if is_of
                && self.is_free(paragraph, place + 1)
                && (!is_president
                    || names > 0
                    || self.counts.get(paragraph.key(place + 1)).is_some_and(|count| *count > 1))
            {
                let name = paragraph.slice(&(place + 1..place + 2)).to_owned();
                let key = paragraph.key(place + 1).to_owned();
                self.add(&name, &key);
            }
        }
        let next_is_state = paragraph.is_sign(at + 1, '’')
            && (state_title(paragraph, at + 2).is_some()
                || matches!(
                    paragraph.key(at + 2),
                    "parliament" | "government" | "ruling" | "capital" | "president" | "border"
                ));
        if word.is_namelike()
            && next_is_state
            && self.is_free(paragraph, at)
            && at.checked_sub(1).is_none_or(|b| !paragraph.word(b).is_some_and(super::word::Word::is_namelike))
        {
            let name = paragraph.slice(&(at..at + 1)).to_owned();
            let key = word.key.clone();
            self.add(&name, &key);
        }
    }

    /// `the Velmaran president`: an adjective of a country that the text tells.
    fn look_for_adjective(&mut self, paragraph: &Paragraph, at: usize) {
        let Some(word) = paragraph.word(at).filter(|word| word.is_namelike() && !word.is_acronym) else { return };
        if self.told_words.contains_key(&word.key) {
            return;
        }
        let is_adjective = ["an", "ian", "ish", "ese", "ic", "i", "er", "isch", "ische", "ischen", "ischer", "isches"]
            .iter()
            .any(|end| word.key.ends_with(end));
        let place = self.told.iter().position(|name| {
            let name = fold(name);
            let shared = name.chars().zip(word.key.chars()).take_while(|(a, b)| a == b).count();
            shared >= SHARED_LETTERS && shared + 2 >= name.chars().count()
        });
        if let (true, Some(place)) = (is_adjective, place) {
            self.told_words.insert(word.key.clone(), (place, NationWord::Nationality));
        }
    }

    /// `Mayor Pia Lunde of Sund`, `in Orrin, the capital of Velmara`, `Velmara's capital, Orrin`.
    fn look_for_town(&mut self, paragraph: &Paragraph, at: usize) {
        let Some(word) = paragraph.word(at) else { return };
        if word.is_title()
            && matches!(
                word.find(|m| if let Meaning::Title(level) = m { level } else { None }),
                Some((Level::Local, _))
            )
        {
            let mut place = at + 1;
            while paragraph.word(place).is_some_and(super::word::Word::is_namelike) && place < at + 4 {
                place += 1;
            }
            if is_of(paragraph.key(place)) && self.is_town_name(paragraph, place + 1) {
                let key = paragraph.key(place + 1).to_owned();
                self.towns.entry(key).or_insert(None);
            }
        }
        let key = word.key.as_str();
        if matches!(key, "capital" | "hauptstadt" | "capitale" | "town" | "city" | "port") {
            // `, the capital of Velmara`: the town before, the country behind; `Velmara's capital, Orrin`.
            let of = is_of(paragraph.key(at + 1)).then_some(at + 2).or(Some(at + 1));
            let land = of.and_then(|of| self.at(paragraph, of)).filter(|named| named.word == NationWord::Country);
            let before_comma = (at.saturating_sub(4)..at).rev().find(|back| paragraph.is_sign(*back, ','));
            if let (Some(land), Some(comma)) = (land, before_comma)
                && comma > 0
                && self.is_town_name(paragraph, comma - 1)
            {
                let key = paragraph.key(comma - 1).to_owned();
                self.towns.insert(key, Some(land.land));
            }
            let owner = (at.saturating_sub(2)..at).find_map(|back| self.at(paragraph, back));
            let town = if paragraph.is_sign(at + 1, ',') || is_of(paragraph.key(at + 1)) { at + 2 } else { at + 1 };
            if self.is_town_name(paragraph, town) && land.is_none() {
                let key = paragraph.key(town).to_owned();
                let known = self.towns.get(&key).copied().flatten();
                self.towns.insert(key, known.or(owner.map(|named| named.land)));
            }
        }
    }
}

fn is_of(key: &str) -> bool {
    matches!(key, "of" | "von" | "de" | "du")
}

/// Whether a name of a country is part of a person's: `Jordan Peters`, `Chad Wolf`.
fn is_in_name(paragraph: &Paragraph, at: usize) -> bool {
    let next = paragraph
        .word(at + 1)
        .is_some_and(|word| word.is_namelike() && word.is_spaced && word.head().is_none() && !word.is_title());
    let before =
        at.checked_sub(1).and_then(|before| paragraph.word(before)).is_some_and(super::word::Word::is_namelike);
    next || before
}

/// An office of a state at a place, with how many words it takes.
fn state_title(paragraph: &Paragraph, at: usize) -> Option<(Level, usize)> {
    let found = paragraph.word(at)?.find(|meaning| match meaning {
        Meaning::Title(Some(
            level @ (Level::HeadOfState | Level::HeadOfGovernment | Level::Minister | Level::Deputy),
        )) => Some(level),
        Meaning::Head(ActorKind::Government) => Some(Level::Other),
        Meaning::Head(ActorKind::PublicBody) if is_of_state(paragraph.key(at)) => Some(Level::HeadOfState),
        _ => None,
    })?;
    Some(found)
}

/// Bodies that states have.
fn is_of_state(key: &str) -> bool {
    matches!(
        key,
        "ministry"
            | "parliament"
            | "ministerium"
            | "parlament"
            | "aussenministerium"
            | "ministere"
            | "parlement"
            | "embassy"
    )
}

/// The town of a dateline: `DOVRIN, May 3 (Isk Wire) --`.
fn dateline(paragraph: &Paragraph) -> Option<String> {
    let first = paragraph.word(0).filter(|word| word.is_acronym && word.key.chars().count() > 3)?;
    let dash =
        (1..14).find(|at| paragraph.is_sign(*at, '-') || paragraph.is_sign(*at, '–') || paragraph.is_sign(*at, '—'))?;
    let comma = (1..dash).any(|at| paragraph.is_sign(at, ',') || paragraph.is_sign(at, '('));
    comma.then(|| capitalised(&first.key))
}
